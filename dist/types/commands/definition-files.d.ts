/** Which files hold definitions, by their path from the root: the config says so, or their name. */
import type { Config } from "../config/resolve.ts";
/** Whether globs match a file. */
export type Matches = (globs: readonly string[], file: string) => boolean;
/** Whether a config reads definitions from a file of this name. */
export declare function isDefinitionFile(file: string, config: Pick<Config, "include" | "exclude" | "files">, matches: Matches): boolean;
/** Whether a file is a config, or one that the config extends; such a file never holds definitions. */
export declare function holdsConfig(file: string, { files }: Pick<Config, "files">): boolean;
/** kpi.yaml, *.kpi.yaml and *.kpi.yml anywhere, and every YAML file under kpis/. */
export declare function isDefaultFile(file: string): boolean;
/** What matches globs; it is loaded only where there are some. */
export declare function matcherFor(hasGlobs: boolean): Promise<Matches>;
