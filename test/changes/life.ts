/** Lives told in memory: each version is a text, and comes from the one before unless it says otherwise. */

import type { Life, LifeStep } from "../../src/changes/blame/life.ts";
import { lifeOf } from "../../src/changes/blame.ts";
import { parseDay } from "../../src/workspace/day.ts";
import type { Workspace } from "../../src/workspace/model.ts";
import { version } from "./review.ts";

/** A workspace with one KPI, and a second goal and metric. */
export const FILE = `version: 1
goals:
  happy: { title: Customers stay, owner: "@ceo" }
  brand: { title: People know us, owner: "@ceo" }
metrics:
  nps:
    title: Net Promoter Score
    unit: points
    values: { 2025-12-31: 60, 2026-03-31: 64, 2026-06-30: 68 }
  csat:
    title: Satisfaction
    unit: points
kpis:
  nps-2026:
    title: Net Promoter Score of 75
    goal: happy
    metric: nps
    owner: "@cx"
    timeframe: 2026
    baseline: 62
    target: 75
`;

export type Edit = readonly [from: string, to: string];

/** Adds an entry to the `changes` of the KPI. */
export const reason = (field: string, words: string): Edit => [
  "    target: ",
  `    changes: [{ date: 2026-04-02, field: ${field}, reason: ${words} }]\n    target: `,
];
/** A file that defines nothing. */
export const NONE = "version: 1\n";

async function workspaceOf(text: string): Promise<Workspace> {
  return (await version({ "kpi.yaml": text })).workspace;
}

/** What a version says about itself beside its text. */
export interface Told {
  readonly day?: string;
  readonly kpi?: string;
  readonly parents?: readonly string[];
  readonly isEdge?: boolean;
}

/** Steps from the first text to the last one; each comes from the one before unless it says otherwise. */
async function stepsOf(texts: readonly (string | (Told & { readonly text: string }))[]): Promise<readonly LifeStep[]> {
  const steps: LifeStep[] = [];
  let last: string | null = null;
  for (const [i, given] of texts.entries()) {
    const told: Told & { text: string } = typeof given === "string" ? { text: given } : given;
    const day = told.day ?? `2026-0${i + 1}-10`;
    const parents: readonly string[] = told.parents ?? (last === null ? [] : [last]);
    steps.push({
      kpi: told.kpi ?? "nps-2026",
      commit: { id: `c${i}`, date: day, author: "Ana", subject: `change ${i}` },
      day: parseDay(day) ?? 0,
      file: "kpi.yaml",
      before: await Promise.all(parents.map(workspaceOf)),
      after: await workspaceOf(told.text),
      isEdge: told.isEdge ?? false,
    });
    last = told.text;
  }
  return steps;
}

/** The life through some versions. */
export async function life(...texts: readonly (string | (Told & { readonly text: string }))[]): Promise<Life> {
  const steps = await stepsOf(texts);
  const last = steps.at(-1);
  if (last === undefined) throw new Error("A life has a version");
  const mainline = steps.map(({ commit, after }) => ({ date: commit?.date ?? "", workspace: after }));
  return lifeOf({ kpi: last.kpi, steps, now: last.after, mainline, asOf: parseDay("2026-08-15") ?? 0 });
}

/** Every change as `commit rule field before → after direction reason`. */
export function told({ entries }: Life): readonly string[] {
  return entries.flatMap(({ commit, changes }) =>
    changes.map(({ ruleId, field, before, after, direction, reason: why, asksReason }) => {
      const words = why ?? (asksReason ? "no reason" : null);
      return [commit?.id, ruleId.slice(5), field, `${before} → ${after}`, direction, words].filter(Boolean).join(" ");
    }),
  );
}
