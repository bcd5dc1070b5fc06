/** From KPIs to goals: a bar for each KPI, as thick as its weight. */

import type { ScoredKpi } from "../../src/progress/progress.ts";
import { progressOf } from "../../src/progress/progress.ts";
import type { GoalProgress } from "../../src/progress/rollup.ts";
import { sharesOf } from "../../src/report/explain/goal.ts";
import { share } from "../../src/report/progress/figures.ts";
import type { Workspace } from "../../src/workspace/model.ts";
import { formatNumber } from "../../src/workspace/units.ts";
import { AS_OF, known } from "./company.ts";
import { box, LEFT, type Picture, path, statusAt, text } from "./ink.ts";

const BAR = { left: 300, width: 220, thick: 10 } as const;
const ROW = 27;

type Share = ReturnType<typeof sharesOf>[number];

interface Row {
  readonly goal: GoalProgress | null;
  readonly kpi: Share | null;
  readonly depth: number;
}

/** A goal with its KPIs and the goals below it. */
export function rollupPicture(workspace: Workspace, id: string): Picture {
  const progress = progressOf(workspace, AS_OF);
  const goal = known(
    progress.goals.find((candidate) => candidate.goal.id === id),
    `the goal ${id}`,
  );
  const shares = sharesOf(goal.goal, { workspace, progress });
  const counted = shares.filter(({ clamped }) => clamped !== null);
  const total = counted.reduce((sum, { weight }) => sum + weight, 0);
  const rows = rowsOf(goal, 0, shares, progress.goals);
  const reached = share(known(goal.progress, "a progress"));
  const title = "Roll-up: a weighted mean, and the worst status";
  const parts = counted.map(({ weight, clamped }) =>
    weight === 1 ? share(clamped ?? 0) : `${formatNumber(weight)} × ${share(clamped ?? 0)}`,
  );
  const each = counted.map(({ scored, clamped }) => `${scored.kpi.id} ${share(clamped ?? 0)}`);
  const drawn: string[] = [];
  let y = 88;
  for (const row of rows) {
    if (row.goal !== null && row.depth > 0) y += 10;
    drawn.push(...drawRow(row, y));
    y += ROW + (row.kpi === null ? 4 : (row.kpi.weight - 1) * BAR.thick);
  }
  const below = rows.filter((row) => row.depth > 0 && row.goal !== null).map((row) => row.goal);
  return {
    name: "rollup",
    title,
    description: `${title}. The goal ${id} has a progress of ${reached} and is ${goal.status}. Its KPIs and those of the goals below it count by weight: ${each.join(", ")}.`,
    figures: [reached, ...below.map((child) => share(known(child?.progress, "a progress"))), ...parts],
    height: y + 68,
    parts: [
      text(
        LEFT,
        56,
        "A KPI's bar is as thick as its weight. A KPI without attainment counts for the status alone.",
        "small muted",
      ),
      ...drawn,
      text(LEFT, y + 20, `progress = (${parts.join(" + ")}) / ${formatNumber(total)} = ${reached}`),
      text(LEFT, y + 42, `status = the worst of all KPIs and guardrails = ${goal.status}`),
    ],
  };
}

/** A goal, its own KPIs, then the goals below it. */
function rowsOf(
  goal: GoalProgress,
  depth: number,
  shares: readonly Share[],
  goals: readonly GoalProgress[],
): readonly Row[] {
  const own = shares.filter(({ scored }) => scored.kpi.definition.goal === goal.goal.id);
  const children = goals.filter((child) => child.goal.definition.parent === goal.goal.id && child.kpis > 0);
  return [
    { goal, kpi: null, depth },
    ...own.map((kpi): Row => ({ goal: null, kpi, depth: depth + 1 })),
    ...children.flatMap((child) => rowsOf(child, depth + 1, shares, goals)),
  ];
}

function drawRow({ goal, kpi, depth }: Row, y: number): readonly string[] {
  const x = LEFT + depth * 22;
  if (goal !== null) {
    const progress = known(goal.progress, "a progress");
    return [
      path("stem", `M${x} ${y - 10}h${BAR.left + BAR.width - x}`),
      text(x, y + 10, `goal ${goal.goal.id}`, "strong"),
      ...bar(progress, y - 1, 14),
      text(BAR.left + BAR.width + 10, y + 10, share(progress), "strong"),
      ...(goal.status === null ? [] : [statusAt(goal.status, 602, y + 10)]),
    ];
  }
  return kpi === null ? [] : drawKpi(kpi, x, y);
}

function drawKpi({ scored, weight, clamped }: Share, x: number, y: number): readonly string[] {
  const thick = weight * BAR.thick;
  const text_ = y + thick / 2 + 4.5;
  return [
    text(x, text_, scored.kpi.id),
    text(BAR.left - 10, text_, clamped === null ? "" : `weight ${formatNumber(weight)}`, "small muted end"),
    ...(clamped === null
      ? [text(BAR.left, text_, reasonOf(scored), "small muted")]
      : [...bar(clamped, y, thick), text(BAR.left + BAR.width + 10, text_, share(clamped))]),
    statusAt(scored.progress.status, 602, text_),
  ];
}

function reasonOf({ progress }: ScoredKpi): string {
  if (progress.target?.kind === "budget") return "a budget, so no attainment";
  return progress.current === null ? "no value, so no attainment" : "no attainment";
}

function bar(done: number, y: number, thick: number): readonly string[] {
  return [box("z2", BAR.left, y, BAR.width, thick), box("ink", BAR.left, y, BAR.width * done, thick)];
}
