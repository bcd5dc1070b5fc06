/** `kpi explain ID`. */
import type { CommonOptions, Host } from "./host.ts";
export async function explainEntityCommand(_id: string, _options: CommonOptions, _host: Host): Promise<number> { return 0; }
