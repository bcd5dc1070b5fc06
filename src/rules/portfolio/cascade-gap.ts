import { slack } from "../../progress/numbers.ts";
import { accumulates } from "../../progress/terms.ts";
import type { Kpi } from "../../workspace/model.ts";
import type { Window } from "../../workspace/timeframe.ts";
import { defineRule, placeOf, type RuleContext, refOf } from "../define.ts";
import { changed } from "../examples.ts";
import { type Figures, figuresOf } from "../figures.ts";
import { exactText, roundedText } from "../wording.ts";

/** How much of the parent's target its children may leave open. */
const LEEWAY = 0.01;

/** A company target of 300 customers and two regions, the second one with this target. */
function regions(south: number): ReturnType<typeof changed> {
  const sum = "    aggregation: sum\n    cadence: quarterly\n";
  const region = (name: string): string => `
  customers-${name}:
    title: New customers of the ${name}
    definition: First invoices in the quarter to customers of the ${name}.
    category: customer
    unit: customers
${sum}    source: { system: billing, how: automatic }
    values: { 2026-03-31: 40, 2026-06-30: 42 }
`;
  const kpi = (name: string, target: number): string => `
  customers-${name}-2026:
    title: ${target} new customers in the ${name} in 2026
    goal: happy-customers
    metric: customers-${name}
    owner: "@${name}"
    timeframe: 2026
    target: ${target}
    contributes_to: nps-2026
    guardrails: [{ metric: refund-rate, max: 2.5 }]
    why: The region is half of the market.
    if_off_track: Move a sales person there.
    review: { every: quarterly, last: 2026-07-02 }
`;
  return changed(
    ["metrics:\n", 'metrics:\n  refund-rate:\n    title: Orders that are refunded\n    unit: "%"\n'],
    ["    title: Net Promoter Score\n", "    title: New customers\n"],
    ["    unit: points\n    cadence: quarterly\n", `    unit: customers\n${sum}`],
    ["    bounds: { min: -100, max: 100 }\n", ""],
    ["\nkpis:\n", `${region("north")}${region("south")}\nkpis:\n`],
    ["Net Promoter Score of 75 by", "300 new customers by"],
    ["    baseline: 62\n    target: 75\n", "    target: 300\n    guardrails: [{ metric: refund-rate, max: 2.5 }]\n"],
    [
      "    review: { every: quarterly, last: 2026-07-02 }\n",
      `    review: { every: quarterly, last: 2026-07-02 }\n${kpi("north", 160)}${kpi("south", south)}`,
    ],
  );
}

export const rule = defineRule({
  id: "portfolio/cascade-gap",
  summary: "The targets of the KPIs that contribute to another one add up to less than its target.",
  letter: null,
  level: "warning",
  messages: {
    gap: "The targets that contribute to this KPI ({count}) add up to {total}, {missing} less than its own {target}; raise one of them, add another one, or lower this target.",
  },
  docs: "`contributes_to` says that KPIs add up to a larger one. Where their targets do not, everybody can reach theirs while the whole is missed. Looked at are totals and sums of metrics in the same unit, whose windows together cover that of the whole; up to 1 % may be left open.",
  bad: regions(120),
  good: regions(140),
  workspace: (context) => {
    for (const [id, children] of childrenByParent(context)) {
      const parent = context.workspace.kpis.get(id);
      const figures = parent === undefined ? null : figuresOf(parent, context);
      if (figures !== null) check(figures, children, context);
    }
  },
});

function childrenByParent({ workspace }: RuleContext): ReadonlyMap<string, readonly Kpi[]> {
  const children = new Map<string, Kpi[]>();
  for (const kpi of workspace.kpis.values()) {
    const parent = kpi.definition.contributes_to;
    if (parent === undefined || parent === kpi.id || kpi.state !== "active") continue;
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [kpi]);
    else siblings.push(kpi);
  }
  return children;
}

function check(parent: Figures, kpis: readonly Kpi[], context: RuleContext): void {
  const target = amountOf(parent);
  const window = parent.resolved.window;
  if (target === null || window === null || !isAdditive(parent)) return;
  const children: Figures[] = [];
  let total = 0;
  for (const kpi of kpis) {
    const figures = figuresOf(kpi, context);
    const amount = figures === null ? null : amountOf(figures);
    // With one part unknown, so is what all of them add up to.
    if (figures === null || amount === null || !isSameUnit(figures, parent)) return;
    children.push(figures);
    total += amount;
  }
  if (!isCovered(window, children) || total >= target - LEEWAY * Math.abs(target) - slack(target)) return;
  context.report({
    message: "gap",
    data: {
      count: children.length,
      total: roundedText(parent, total),
      missing: roundedText(parent, target - total),
      target: exactText(parent, target),
    },
    place: placeOf(parent.kpi),
    entity: refOf(parent.kpi),
    related: children.map((child) => ({
      place: placeOf(child.kpi, { path: ["target"] }),
      message: `${child.kpi.id} adds ${exactText(child, amountOf(child) ?? 0)}`,
    })),
  });
}

/** What a KPI promises to add; null for keep targets, budgets, less-is-better and what cannot be judged. */
function amountOf({ measure, resolved }: Figures): number | null {
  const { reason, target } = resolved;
  return reason === null && target?.kind === "reach" && measure.better === "higher" ? target.value : null;
}

/** Totals add up, and so do metrics that are the sum of others. */
function isAdditive({ measure, metric }: Figures): boolean {
  const { derived } = metric.definition;
  return accumulates(measure.aggregation) || (derived !== undefined && "sum" in derived);
}

function isSameUnit(a: Figures, b: Figures): boolean {
  return a.metric.definition.unit === b.metric.definition.unit;
}

/** Whether every day of a window lies in that of a child, and no child reaches beyond it. */
function isCovered(window: Window, children: readonly Figures[]): boolean {
  const parts = children.map((child) => child.resolved.window).filter((part) => part !== null);
  parts.sort((a, b) => a.start - b.start);
  let next = window.start;
  for (const part of parts) {
    if (part.start < window.start || part.end > window.end || part.start > next) return false;
    next = Math.max(next, part.end + 1);
  }
  return next > window.end;
}
