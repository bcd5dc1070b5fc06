import { judge } from "../../progress/judge.ts";
import { same } from "../../progress/numbers.ts";
import type { Day } from "../../workspace/day.ts";
import type { Series } from "../../workspace/series.ts";
import { formatPercentOfWhole } from "../../workspace/units.ts";
import { defineVerdict } from "../define.ts";
import { edited } from "../examples.ts";
import { placeOfField } from "../field-place.ts";
import type { KpiPair } from "../pairs.ts";
import { exactValue } from "../target-words.ts";
import { unitFactor } from "../units.ts";
import type { ReviewedVersion } from "../version.ts";

export const verdict = defineVerdict({
  id: "diff/baseline-moved",
  summary: "A KPI starts from another value.",
  level: "warning",
  asksReason: true,
  eases: true,
  messages: {
    moved: "The baseline moves: {before} → {after}",
    rises: "The baseline moves: {before} → {after}; attainment rises from {from} to {to}",
    falls: "The baseline moves: {before} → {after}; attainment falls from {from} to {to}",
  },
  docs: "Progress is the way from baseline to target, so a baseline that moves away from the target makes what was reached look like more. The message says which way attainment moves on the old data. Say why in an entry of the KPI's `changes` with `field: baseline`: a corrected measurement is a good reason.",
  example: edited(["baseline: 62", "baseline: 60"]),
  kpi: (pair, { base, asOf, reasons, report }) => {
    const { before, after } = pair;
    if (before.terms.baseline === null && after.terms.baseline === null) return;
    // One that is not stated is found in the data, which takes a metric; a metric that is gone is said elsewhere.
    const old = before.terms.baseline?.value ?? before.resolved.baseline.value;
    const now = after.terms.baseline?.value ?? after.resolved.baseline.value;
    if ((before.metric === null || after.metric === null) && (old === null || now === null)) return;
    if (old === now) return;
    if (old !== null && now !== null && same(now, old * unitFactor(before.unit, after.unit))) return;
    const { from, to } = attainmentOf(pair, base, asOf);
    const way = from === null || to === null || same(to, from) ? "moved" : to > from ? "rises" : "falls";
    const words = (value: number | null, unit: string | null) => (value === null ? "none" : exactValue(value, unit));
    report({
      message: way,
      data: {
        before: words(old, before.unit),
        after: words(now, after.unit),
        from: from === null ? "" : formatPercentOfWhole(from),
        to: to === null ? "" : formatPercentOfWhole(to),
      },
      entity: after.kpi,
      field: "baseline",
      before: old === null ? null : exactValue(old, null),
      after: now === null ? null : exactValue(now, null),
      resolvedBefore: old,
      resolvedAfter: now,
      unit: after.unit,
      place: placeOfField(after.kpi, ["baseline"]),
      answer: reasons.kpi(before.kpi, after.kpi, ["baseline"]),
      eases: way === "rises",
    });
  },
});

/** Attainment on the old data, with nothing but the baseline exchanged. */
function attainmentOf({ before, after }: KpiPair, base: ReviewedVersion, asOf: Day) {
  const series: Series | null = base.workspace.metrics.get(before.metric?.id ?? "")?.series ?? null;
  const lines = base.workspace.settings.status;
  const window = before.resolved.window;
  const old = judge(before.terms, series, window, asOf, lines);
  const now = judge({ ...before.terms, baseline: after.terms.baseline }, series, window, asOf, lines);
  return { from: old.attainment, to: now.attainment };
}
