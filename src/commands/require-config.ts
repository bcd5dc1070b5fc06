/** Commands that only read the config stop at the first thing that is wrong with it. */

import { Locator } from "../engine/locate.ts";
import { ConfigError } from "./errors.ts";
import type { Project } from "./open.ts";

/** Throws a ConfigError that names every place where the config is wrong. */
export function requireGoodConfig(project: Project): void {
  if (project.configProblems.length === 0) return;
  const locator = new Locator(project.textOf);
  const lines = project.configProblems.map((problem) => {
    const { line, column } = locator.range(problem.place).start;
    return `${problem.place.file}:${line}:${column}  ${problem.message}  ${problem.ruleId}`;
  });
  throw new ConfigError(lines.join("\n"));
}
