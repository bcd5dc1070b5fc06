/** `kpi record` in the test's own process: a folder with one metric, answers that are given in advance. */

import { readdirSync, readFileSync } from "node:fs";
import { UsageError } from "../../src/commands/errors.ts";
import { type RecordOptions, recordCommand } from "../../src/commands/record.ts";
import type { Ask } from "../../src/host/prompts.ts";
import type { Folder, Run } from "./cli.ts";
import { hostIn } from "./host.ts";

/** Flags, and who answers questions. */
export type RecordFlags = Partial<RecordOptions> & { readonly ask?: Ask; readonly isTerminal?: boolean };

/** Records on 2026-08-15; a refusal is status 2 with its sentence on standard error. */
export async function record(home: Folder, id: string, value: string, flags: RecordFlags = {}): Promise<Run> {
  const { ask, isTerminal, ...options } = flags;
  const host = hostIn(home.path, { ask, isTerminal });
  try {
    const status = await recordCommand(id, value, { color: false, ...options }, host);
    return { status, out: host.seen.out, err: host.seen.notes };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { status: 2, out: host.seen.out, err: host.seen.notes + error.message };
  }
}

/** The text of a file of a folder. */
export function textIn(home: Folder, file: string): string {
  return readFileSync(home.join(file), "utf8");
}

/** All files of a folder with their texts. */
export function everything(home: Folder): Record<string, string> {
  const names = readdirSync(home.path, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => `${entry.parentPath}/${entry.name}`);
  return Object.fromEntries(files.map((file) => [file.slice(home.path.length + 1), readFileSync(file, "utf8")]));
}

/** Gives these answers in turn; the hook sees every question. */
export function answering(
  answers: readonly (string | null)[],
  onQuestion: (question: unknown) => void = () => {},
): Ask {
  const left = [...answers];
  const next = async (question: unknown): Promise<string | null> => {
    onQuestion(question);
    const answer = left.shift();
    if (answer === undefined) throw new Error("One question too many");
    return answer;
  };
  return { text: next, select: next, confirm: async () => null, intro: () => {}, outro: () => {} };
}

/** A file with one metric, `m`, and the KPIs that are judged on it: `k1`, `k2` and so on. */
export function definition(metric: string, kpis: readonly string[] = []): string {
  const head = `version: 1\ngoals:\n  g: { title: A goal, owner: "@ceo" }\nmetrics:\n  m: { title: A metric, ${metric} }\n`;
  if (kpis.length === 0) return head;
  const lines = kpis.map(
    (kpi, index) => `  k${index + 1}: { title: A KPI, goal: g, metric: m, owner: "@cx", ${kpi} }\n`,
  );
  return `${head}kpis:\n${lines.join("")}`;
}

/** A metric with bounds and a KPI of the year. */
export const NPS = definition("unit: points, cadence: quarterly, bounds: { min: -100, max: 100 }", [
  "timeframe: 2026, baseline: 62, target: 75",
]);

export const ROWS = "date,value\n2026-03-31,64\n2026-06-30,66\n";
