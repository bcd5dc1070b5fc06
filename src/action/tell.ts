/** What a run says beside its report. */

import { workflowCommandData } from "../report/untrusted.ts";
import type { Runner } from "./runner.ts";

/** A notice, warning or error that belongs to no file. */
export function tell(runner: Runner, level: "notice" | "warning" | "error", text: string): void {
  runner.print(`::${level} title=kpi-as-code::${workflowCommandData(text)}`);
}
