/** What a program asks of a workspace: findings, figures, and what changes from one to another. */

import { verdictLevels } from "../changes/levels.ts";
import type { ReviewedVersion } from "../changes/version.ts";
import { configResult, check as runCheck } from "../engine/check.ts";
import type { CheckResult } from "../engine/result.ts";
import { type ReviewNames, type ReviewResult, review } from "../engine/review.ts";
import { strictnessOf } from "../engine/strictness.ts";
import { progressOf, type WorkspaceProgress } from "../progress/progress.ts";
import type { Day } from "../workspace/day.ts";
import { dayIn, requireWorkspace } from "./arguments.ts";
import type { LoadedWorkspace } from "./load.ts";

export interface DayOptions {
  /** The day of judgement, as "2026-08-15" or as `parseDay` gives it. Today in UTC where there is none. */
  readonly asOf?: string | Day;
}

export interface DiffOptions extends DayOptions {
  /** The day of the base: entries in `changes` that are dated earlier explain older changes. Without it, none do. */
  readonly notBefore?: string | Day;
  /** What the versions are called in the result: `before` and `after`. */
  readonly names?: ReviewNames;
}

/** Runs every rule, as `kpi check` does. With a wrong config, the findings about it are the only ones. */
export function check(workspace: LoadedWorkspace, options: DayOptions = {}): CheckResult {
  requireWorkspace(workspace, "check");
  const { day: asOf, isGiven: asOfGiven } = dayIn(options, "asOf");
  const { config, configProblems, rules, known, textOf, matches } = workspace;
  if (configProblems.length > 0) return configResult(configProblems, { rules, config, asOf, textOf });
  return runCheck({ workspace, config, rules, asOf, asOfGiven, textOf, matches, known });
}

/** Progress of all active KPIs and of all goals, as `kpi progress` shows it. */
export function progress(workspace: LoadedWorkspace, options: DayOptions = {}): WorkspaceProgress {
  requireWorkspace(workspace, "progress");
  return progressOf(workspace, dayIn(options, "asOf").day);
}

/** What changes in meaning from one workspace to another, as `kpi diff` tells it. Throws where the newer config is wrong. */
export function diff(base: LoadedWorkspace, head: LoadedWorkspace, options: DiffOptions = {}): ReviewResult {
  requireWorkspace(base, "diff");
  requireWorkspace(head, "diff");
  const [wrong] = head.configProblems;
  if (wrong !== undefined) throw new Error(`${wrong.place.file}: ${wrong.message}`);
  const { day: asOf } = dayIn(options, "asOf");
  const notBefore = dayIn(options, "notBefore");
  return review({
    base: reviewed(base),
    head: reviewed(head),
    asOf,
    notBefore: notBefore.isGiven ? notBefore.day : null,
    names: options.names ?? { base: "before", head: "after" },
    config: base.config,
    matches: base.matches,
  });
}

function reviewed(workspace: LoadedWorkspace): ReviewedVersion {
  const { config, configFile, rules, known, textOf } = workspace;
  const configFiles = config.files.toReversed();
  const strictness = strictnessOf(config, { rules: [...rules, ...verdictLevels], configFile, configFiles, known });
  return { workspace, strictness, textOf };
}
