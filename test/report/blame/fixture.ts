/** The life of a KPI to which nearly everything has happened. */

import type { Life, LifeStep } from "../../../src/changes/blame/life.ts";
import { lifeOf } from "../../../src/changes/blame.ts";
import { progressOfKpi } from "../../../src/progress/progress.ts";
import type { BlameContext, BlameReport } from "../../../src/report/blame/report.ts";
import { parseDay } from "../../../src/workspace/day.ts";
import type { Workspace } from "../../../src/workspace/model.ts";
import { version } from "../../changes/review.ts";
import { edited } from "../../support/life.ts";

const FILE = `version: 1
goals:
  happy: { title: Customers stay, owner: "@ceo" }
  brand: { title: People know us, owner: "@ceo" }
metrics:
  nps:
    title: Net Promoter Score
    unit: points
    values: { 2025-12-31: 62, 2026-06-30: 68 }
kpis:
  score-2026:
    title: Net Promoter Score of 78 by 31 December 2026
    goal: happy
    metric: nps
    owner: "@cx"
    timeframe: 2026
    target: +25%
`;

type Edit = readonly [from: string, to: string];

/** Each version says how it differs from the one before. */
const VERSIONS: readonly (readonly [day: string, author: string, subject: string, ...edits: readonly Edit[]])[] = [
  ["2025-12-01", "Ana", "Plan 2026", ["    target", "    state: draft\n    target"]],
  ["2026-01-05", "Ana", "Start", ["    state: draft\n", ""]],
  [
    "2026-02-02",
    "Ben Benson-Longname of the Department of Customer Experience and Retention",
    "Ease the target, because the survey moved from an annual to a quarterly rhythm and from mail to the app",
    ["+25%", "+20%"],
    [
      "    target",
      "    changes: [{ date: 2026-02-02, field: target, reason: The survey moved from annual to rolling 90 days; its first wave was lower for all products }]\n    target",
    ],
  ],
  ["2026-03-03", "Cleo", "State numbers", ["target: +20%", "baseline: 60\n    target: 74.4"]],
  ["2026-04-04", "Dan", "More time", ["timeframe: 2026", "timeframe: { start: 2026-01-01, end: 2027-03-31 }"]],
  ["2026-04-05", "Dan", "Another goal, more ambition", ["goal: happy", "goal: brand"], ["target: 74.4", "target: 80"]],
  ["2026-05-05", "Eve", "Rename", ["  score-2026:", "  nps-2026:"]],
  [
    "2026-05-06",
    "Eve",
    "Retire",
    ["    target", "    state: retired\n    retired: { on: 2026-05-06, reason: Not now }\n    target"],
  ],
  ["2026-05-07", "Eve", "", ["    state: retired\n    retired: { on: 2026-05-06, reason: Not now }\n", ""]],
];

export const context: BlameContext = { colour: false, width: 80, ascii: false };

async function workspaceOf(text: string): Promise<Workspace> {
  return (await version({ "kpi.yaml": text })).workspace;
}

async function stepsOf(): Promise<readonly LifeStep[]> {
  const steps: LifeStep[] = [];
  let text = FILE;
  let before: Workspace | null = null;
  for (const [i, [date, author, subject, ...edits]] of VERSIONS.entries()) {
    text = edited(text, ...edits);
    const after = await workspaceOf(text);
    steps.push({
      kpi: text.includes("score-2026:") ? "score-2026" : "nps-2026",
      commit: { id: String(i + 1).repeat(40), date, author, subject },
      day: parseDay(date) ?? 0,
      file: "kpi.yaml",
      before: before === null ? [] : [before],
      after,
      isEdge: false,
    });
    before = after;
  }
  return steps;
}

/** The report on the life, as on 2026-08-15. */
export async function reportOf(): Promise<BlameReport> {
  const steps = await stepsOf();
  const asOf = parseDay("2026-08-15") ?? 0;
  const now = steps.at(-1)?.after;
  const kpi = now?.kpis.get("nps-2026");
  if (now === undefined || kpi === undefined) throw new Error("The fixture has no KPI");
  const mainline = steps.map(({ commit, after }) => ({ date: commit?.date ?? "", workspace: after }));
  const life: Life = lifeOf({ kpi: "nps-2026", steps, now, mainline, asOf });
  const scored = { kpi, metric: now.metrics.get("nps") ?? null, progress: progressOfKpi(now, kpi, asOf) };
  return { life, ref: "HEAD", commit: "9".repeat(40), asOf: "2026-08-15", scored, retired: null, historyEnds: [] };
}
