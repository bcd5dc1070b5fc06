/** Which files hold definitions, by their path from the root: the config says so, or their name. */

import { isConfigFile } from "../config/load.ts";
import type { Config } from "../config/resolve.ts";

/** Whether globs match a file. */
export type Matches = (globs: readonly string[], file: string) => boolean;

/** Whether a config reads definitions from a file of this name. */
export function isDefinitionFile(
  file: string,
  config: Pick<Config, "include" | "exclude" | "files">,
  matches: Matches,
): boolean {
  if (holdsConfig(file, config)) return false;
  const { include, exclude } = config;
  const isIncluded = include === null ? isDefaultFile(file) : matches(include, file);
  return isIncluded && !(exclude.length > 0 && matches(exclude, file));
}

/** Whether a file is a config, or one that the config extends; such a file never holds definitions. */
export function holdsConfig(file: string, { files }: Pick<Config, "files">): boolean {
  return isConfigFile(file) || files.includes(file);
}

/** kpi.yaml, *.kpi.yaml and *.kpi.yml anywhere, and every YAML file under kpis/. */
export function isDefaultFile(file: string): boolean {
  if (file.endsWith(".kpi.yaml") || file.endsWith(".kpi.yml") || file === "kpi.yaml") return true;
  return file.startsWith("kpis/") && (file.endsWith(".yaml") || file.endsWith(".yml"));
}

/** What matches globs; it is loaded only where there are some. */
export async function matcherFor(hasGlobs: boolean): Promise<Matches> {
  if (!hasGlobs) return () => false;
  const { globMatcher } = await import("../host/glob.ts");
  return globMatcher();
}
