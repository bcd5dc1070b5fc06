/** Reviews two sets of files in memory. */

import type { ChangeExample, Verdict } from "../changes/define.ts";
import { verdictLevels } from "../changes/levels.ts";
import type { ReviewedVersion } from "../changes/version.ts";
import { rules } from "../rules/index.ts";
import { type Day, parseDay } from "../workspace/day.ts";
import { EXAMPLE_DAY } from "./example.ts";
import { type Files, type InMemory, openFiles } from "./in-memory.ts";
import { type ReviewNames, type ReviewResult, review } from "./review.ts";
import { strictnessOf } from "./strictness.ts";

export interface ReviewFilesInput {
  readonly base: Files;
  readonly head: Files;
  /** The day that statuses are judged on. */
  readonly asOf: Day;
  /** The day of the base: entries in `changes` that are dated earlier explain older changes. Null: none do. */
  readonly notBefore?: Day | null;
  /** What the versions are called. */
  readonly names?: ReviewNames;
  /** All of them by default. */
  readonly verdicts?: readonly Verdict[];
}

/** What changes in meaning from one set of files to another. Throws where the newer config cannot be used. */
export async function reviewFiles(input: ReviewFilesInput): Promise<ReviewResult> {
  const base = await openFiles(input.base, rules);
  const head = await openFiles(input.head, rules);
  const [wrong] = head.problems;
  if (wrong !== undefined) throw new Error(`${wrong.place.file}: ${wrong.message}`);
  return review({
    base: reviewed(base),
    head: reviewed(head),
    asOf: input.asOf,
    notBefore: input.notBefore ?? null,
    names: input.names ?? { base: "before", head: "after" },
    config: base.config,
    matches: () => false,
    ...(input.verdicts === undefined ? {} : { verdicts: input.verdicts }),
  });
}

/** What a verdict's example gives. */
export function reviewExample({ before, after, asOf = EXAMPLE_DAY }: ChangeExample): Promise<ReviewResult> {
  return reviewFiles({ base: before, head: after, asOf: parseDay(asOf) ?? 0 });
}

function reviewed({ config, configFile, configFiles, known, workspace, textOf }: InMemory): ReviewedVersion {
  const strictness = strictnessOf(config, { rules: [...rules, ...verdictLevels], configFile, configFiles, known });
  return { workspace, strictness, textOf };
}
