import { formatDay } from "../../workspace/day.ts";
import type { Window } from "../../workspace/timeframe.ts";
import { defineRule, placeOf, type RuleContext, refOf } from "../define.ts";
import { changed, good } from "../examples.ts";
import { type Figures, fieldWith, figuresOf, isYesNo, rowsWereLost } from "../figures.ts";
import { exactText, writtenTarget, yamlNumber } from "../wording.ts";

export const rule = defineRule({
  id: "measurable/baseline-missing",
  summary: "There is no baseline to start from, neither stated nor in the data.",
  letter: "M",
  level: "error",
  fixable: "suggestion",
  messages: {
    relative:
      "{target} needs a baseline, and no value is older than {start}; add `baseline: { value: …, date: {day} }`, or write the value to reach.",
    pooled:
      "{target} needs a baseline, and with `aggregation: {aggregation}` none is looked up in the data; add `baseline:` with the value of an earlier window, or write the value to reach.",
    level: {
      text: "No baseline is stated and no value is older than {start}, so {consequence}; add `baseline: { value: …, date: {day} }`.",
      level: "info",
    },
  },
  docs: "Progress is the way from the baseline to the target. A relative target such as `+25%` or `{ by: 10 }` says nothing without one. A level such as `64` can be reached all the same, but then the plan begins at the first value inside the window, and what happened before it is lost. Where the metric has an older value, that is taken, and nothing is missing.",
  bad: changed(["      2025-12-31: 62\n", ""], ["    baseline: 62\n    target: 75\n", "    target: +20%\n"]),
  good,
  kpi: (kpi, context) => {
    const figures = figuresOf(kpi, context);
    const window = figures?.resolved.window ?? null;
    if (figures === null || window === null) return;
    const field = fieldWith("baseline-missing", figures);
    // For a target that is kept no baseline is looked up, and a stretch target beside it has no use for one.
    if (field === "stretch" && figures.target.kind === "range") return;
    if (field !== null) reportRelative(field, figures, window, context);
    else if (isLevelWithout(figures)) reportLevel(figures, window, context);
  },
});

/** A level without a stated baseline or an earlier row. Yes or no starts from no. */
function isLevelWithout(figures: Figures): boolean {
  const { measure, resolved, target } = figures;
  if (target.kind !== "number" || measure.aggregation !== "last" || isYesNo(figures)) return false;
  return resolved.reason === null && (resolved.baseline.source === "none" || resolved.baseline.source === "in-window");
}

function reportRelative(field: "target" | "stretch", figures: Figures, window: Window, context: RuleContext): void {
  const { kpi, measure, metric } = figures;
  const isPooled = measure.aggregation !== "last";
  if (!isPooled && rowsWereLost(metric, context.workspace)) return;
  const day = formatDay(window.start - 1);
  context.report({
    message: isPooled ? "pooled" : "relative",
    data: {
      target: field === "target" ? writtenTarget(figures) : "The stretch target",
      aggregation: measure.aggregation,
      start: formatDay(window.start),
      day,
    },
    place: placeOf(kpi, { path: [field] }),
    entity: refOf(kpi),
    suggestions: [{ title: `Add baseline: { value: …, date: ${day} }` }],
  });
}

function reportLevel(figures: Figures, window: Window, context: RuleContext): void {
  const { kpi, metric, resolved } = figures;
  if (rowsWereLost(metric, context.workspace)) return;
  const { baseline } = resolved;
  const isFound = baseline.source === "in-window";
  const first = isFound ? `${exactText(figures, baseline.value)} on ${formatDay(baseline.day)}` : "";
  const date = formatDay(isFound ? baseline.day : window.start - 1);
  context.report({
    message: "level",
    data: {
      start: formatDay(window.start),
      consequence: isFound ? `the plan begins only at ${first}` : "nobody can say how far the way is",
      day: formatDay(window.start - 1),
    },
    place: placeOf(kpi),
    entity: refOf(kpi),
    suggestions: [{ title: `Add baseline: { value: ${isFound ? yamlNumber(baseline.value) : "…"}, date: ${date} }` }],
  });
}
