import { accumulates, type Path } from "../../progress/terms.ts";
import { defineRule, placeOf, type Report, type RuleContext, refOf } from "../define.ts";
import { changed, good } from "../examples.ts";
import { type Figures, fieldWith, figuresOf } from "../figures.ts";
import { baselineText, exactText, keepForm } from "../wording.ts";

export const rule = defineRule({
  id: "measurable/path-impossible",
  summary: "The path cannot lead to the target, a range holds no value, or a field of ranges has none.",
  letter: "M",
  level: "error",
  messages: {
    empty: "This range has no bound; write { min: … }, { max: … } or both.",
    reversed: "No value is both at least {min} and at most {max}; write the lower bound as `min`.",
    "across-zero":
      "A compound path multiplies, so it cannot lead from {baseline} to {target}; write `path: linear`, or checkpoints.",
    total:
      "A compound path cannot lead to a total, because a total starts from 0; write `path: linear`, or checkpoints.",
    checkpoints:
      "Checkpoints go with `path: linear` or `path: step`, not with {path}; remove the checkpoints, or change the path.",
    "no-range":
      "`{field}` goes with a range, and this target is to be reached once; remove it, or write the target as {keep}.",
    compliance:
      "`compliance` counts single values, but `aggregation: {aggregation}` makes one of all of them; remove it, or use `aggregation: last`.",
  },
  docs: "A plan says for each day which value is expected, so it must be able to get from the start to the target: `compound` multiplies and never crosses zero, a total starts from zero, and checkpoints already describe the way. `compliance` is the share of single values inside a range, which exists for `aggregation: last` only, and `tolerance` is how far a value may lie outside one. A range (a target, `bounds`, a guardrail) needs at least one bound, the lower one first.",
  bad: changed(
    ["    bounds: { min: -100, max: 100 }\n", ""],
    ["    baseline: 62\n    target: 75\n", "    baseline: -62\n    target: 75\n    path: compound\n"],
  ),
  good,
  kpi: (kpi, context) => {
    const figures = figuresOf(kpi, context);
    if (figures === null) return;
    const range = fieldWith("empty-range", figures);
    if (range !== null) reportRange(range, figures, context);
    else if (figures.terms.path !== null) checkPath(figures.terms.path, figures, context);
    checkRangeFields(figures, context);
  },
});

function checkRangeFields(figures: Figures, context: RuleContext): void {
  const { kpi, measure, target, resolved } = figures;
  const isRange = target.kind === "range";
  for (const field of ["tolerance", "compliance"] as const) {
    if (kpi.definition[field] === undefined) continue;
    const value = resolved.target?.value ?? null;
    const keep = value === null ? "{ min: … }" : keepForm(figures, value);
    if (!isRange) reportAt(field, "no-range", { field, keep }, figures, context);
    else if (field === "compliance" && measure.aggregation !== "last") {
      reportAt(field, "compliance", { aggregation: measure.aggregation }, figures, context);
    }
  }
}

function reportRange(field: "target" | "stretch", figures: Figures, context: RuleContext): void {
  const range = figures.kpi[field];
  if (range?.kind !== "range") return;
  const { min, max } = range;
  if (min === null || max === null) {
    reportAt(field, "empty", {}, figures, context);
    return;
  }
  reportAt(field, "reversed", { min: exactText(figures, min), max: exactText(figures, max) }, figures, context);
}

function checkPath(path: Path, figures: Figures, context: RuleContext): void {
  const { measure, resolved, terms } = figures;
  if (resolved.reason === "path-impossible") {
    const data = { baseline: baselineText(figures), target: exactText(figures, resolved.target?.value ?? 0) };
    reportAt("path", accumulates(measure.aggregation) ? "total" : "across-zero", data, figures, context);
  } else if (terms.checkpoints.length > 0 && path !== "linear" && path !== "step") {
    reportAt("path", "checkpoints", { path }, figures, context);
  }
}

function reportAt(field: string, message: string, data: Report["data"], { kpi }: Figures, context: RuleContext): void {
  context.report({ message, data, place: placeOf(kpi, { path: [field] }), entity: refOf(kpi) });
}
