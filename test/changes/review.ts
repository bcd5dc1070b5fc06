/** Reviews small workspaces in memory: two sets of files, and what one means compared with the other. */

import type { Change } from "../../src/changes/change.ts";
import { type Comparison, compare } from "../../src/changes/compare.ts";
import type { ChangeExample, Verdict } from "../../src/changes/define.ts";
import { verdictLevels } from "../../src/changes/levels.ts";
import { verdicts as allVerdicts } from "../../src/changes/verdicts/index.ts";
import type { ReviewedVersion } from "../../src/changes/version.ts";
import { openFiles } from "../../src/engine/in-memory.ts";
import { Locator } from "../../src/engine/locate.ts";
import { strictnessOf } from "../../src/engine/strictness.ts";
import { rules } from "../../src/rules/index.ts";
import { parseDay } from "../../src/workspace/day.ts";

export type Files = Readonly<Record<string, string>>;

export interface ReviewInput {
  /** By path; `kpi.config.yaml` and `kpi.known.json` hold where they are among them. */
  readonly before: Files;
  readonly after: Files;
  readonly asOf?: string;
  /** The day of the base; none by default. */
  readonly notBefore?: string;
  /** All of them by default. */
  readonly verdicts?: readonly Verdict[];
}

/** What a review of two sets of files reports. Throws where a config cannot be used, because that is a slip of a test. */
export async function review(input: ReviewInput): Promise<Comparison> {
  const verdicts = input.verdicts ?? allVerdicts;
  return compare({
    base: await version(input.before),
    head: await version(input.after),
    asOf: dayOf(input.asOf ?? "2026-08-15"),
    notBefore: input.notBefore === undefined ? null : dayOf(input.notBefore),
    verdicts,
  });
}

/** The changes that one verdict reports; only those it reports itself. */
export async function changesOf(verdict: Verdict, input: ReviewInput): Promise<readonly Change[]> {
  const { changes } = await review({ ...input, verdicts: input.verdicts ?? [verdict] });
  return changes.filter(({ ruleId }) => ruleId === verdict.id);
}

/** The changes that a verdict reports on its own example. */
export async function changesOfExample(verdict: Verdict): Promise<readonly Change[]> {
  const { before, after, asOf }: ChangeExample = verdict.example;
  return changesOf(verdict, { before, after, ...(asOf === undefined ? {} : { asOf }) });
}

/** The text that the place of a change covers. */
export function placeText(change: Change, { before, after }: Pick<ReviewInput, "before" | "after">): string {
  const files = change.side === "base" ? before : after;
  const text = files[change.place.file];
  if (text === undefined) throw new Error(`The ${change.side} has no file ${change.place.file}`);
  const { start, end } = new Locator((file) => files[file] ?? null).range(change.place);
  return text.slice(start.offset, end.offset);
}

/** One version, read as the command line reads it. */
export async function version(files: Files): Promise<ReviewedVersion> {
  const { config, configFile, configFiles, known, problems, workspace, textOf } = await openFiles(files, rules);
  if (problems[0] !== undefined) throw new Error(problems[0].message);
  const strictness = strictnessOf(config, { rules: [...rules, ...verdictLevels], configFile, configFiles, known });
  return { workspace, strictness, textOf };
}

function dayOf(text: string): number {
  const day = parseDay(text);
  if (day === null) throw new Error(`${text} is no day`);
  return day;
}
