/** Findings for tests of what happens to findings: made by hand on words of a text, or by the rules. */

import { loadConfig } from "../../src/config/load.ts";
import { locate } from "../../src/engine/locate.ts";
import { runRules } from "../../src/engine/run.ts";
import type { Finding, Problem, Severity, Suggestion } from "../../src/findings/finding.ts";
import { rules } from "../../src/rules/index.ts";
import { extname, joined } from "../../src/text/path.ts";
import { LineIndex } from "../../src/text/source.ts";
import { parseDay } from "../../src/workspace/day.ts";
import { loadWorkspace } from "../../src/workspace/load.ts";
import type { Workspace } from "../../src/workspace/model.ts";

export type Files = Readonly<Record<string, string>>;

/** A finding on the first occurrence of some words of a text. */
export function findingOn(text: string, words: string, ruleId: string, change: Partial<Finding> = {}): Finding {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`The text holds no ${JSON.stringify(words)}`);
  return {
    ruleId,
    messageId: "m",
    severity: "warning",
    message: `${ruleId} on ${words}`,
    file: "kpi.yaml",
    range: new LineIndex(text).range(start, start + words.length),
    entity: null,
    path: [],
    url: "",
    fingerprint: "0".repeat(16),
    suggestions: [],
    fix: null,
    related: [],
    ...change,
  };
}

export interface Located {
  readonly findings: readonly Finding[];
  readonly workspace: Workspace;
  readonly textOf: (file: string) => string | null;
}

/** All findings of a workspace under `recommended`, or at a level for each of some rules. */
export async function located(files: Files, levels: Readonly<Record<string, Severity>> = {}): Promise<Located> {
  const set = Object.entries(levels).map(([id, level]) => `  ${id}: ${level}\n`);
  const text = set.length === 0 ? "version: 1\n" : `version: 1\nrules:\n${set.join("")}`;
  const { config, problems } = await loadConfig("kpi.config.yaml", { read: () => text, resolve: () => null }, rules);
  if (problems.length > 0) throw new Error(problems[0]?.message);
  const workspace = await loadWorkspace({
    files: Object.entries(files)
      .filter(([path]) => extname(path) !== "csv")
      .map(([path, content]) => ({ path, text: content })),
    settings: config.settings,
    readData: (from, named) => {
      const path = joined(from, named) ?? "";
      const content = files[path];
      return content === undefined ? null : { ok: true, path, text: content, badByte: null };
    },
  });
  const textOf = (file: string): string | null => files[file] ?? null;
  const asOf = parseDay("2026-08-15") ?? 0;
  const graded = runRules({ workspace, config, rules, asOf, asOfGiven: true, matches: () => false });
  return { findings: locate(graded, textOf), workspace, textOf };
}

/** The problem as `rule messageId: the words it stands on`. */
export function shown({ ruleId, messageId, place }: Problem, text: string): string {
  if (!("start" in place)) throw new Error("The problem does not stand on characters");
  return `${ruleId} ${messageId}: ${text.slice(place.start, place.end)}`;
}

/** The text after edits that do not overlap; fails where they do. */
export function edited(text: string, edits: readonly { start: number; end: number; text: string }[]): string {
  let result = text;
  let limit = text.length;
  for (const edit of edits.toSorted((a, b) => b.start - a.start || b.end - a.end)) {
    if (edit.start > edit.end || edit.end > limit) throw new Error("The edits overlap");
    result = result.slice(0, edit.start) + edit.text + result.slice(edit.end);
    limit = edit.start;
  }
  return result;
}

/** Suggestions and fixes as the edits they make in one file. */
export function editsOf(
  changes: readonly (Suggestion | null)[],
): readonly { start: number; end: number; text: string }[] {
  return changes.flatMap((change) => change?.edits ?? []);
}
