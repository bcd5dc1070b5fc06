/** Target, baseline and origin, with the numbers put in (progress.md, steps 1, 2 and 5). */

import type { ResolvedTarget } from "../../progress/target.ts";
import { accumulates } from "../../progress/terms.ts";
import type { Target } from "../../workspace/target.ts";
import { bareWritten, measured, targetWords, written } from "../progress/figures.ts";
import type { Calculated } from "./calculated.ts";
import { bracketed, dayText, inUnit, numberOf, operandsOf } from "./formula.ts";
import type { Fact } from "./model.ts";

/** The steps up to where attainment counts from. */
export function targetSteps(given: Calculated): readonly Fact[] {
  const origin = originStep(given);
  return [...baselineSteps(given), targetStep(given), ...(origin === null ? [] : [origin])];
}

function baselineSteps(given: Calculated): readonly Fact[] {
  const { progress, terms } = given;
  const isTotal = terms.metric !== null && accumulates(terms.metric.aggregation);
  const needsNone = isTotal || progress.target?.kind === "keep";
  return needsNone && progress.baseline.source === "none" && progress.reason === null ? [] : [baselineStep(given)];
}

function baselineStep({ progress, terms, unit }: Calculated): Fact {
  const { baseline } = progress;
  const label = "B  baseline";
  const value = baseline.value;
  switch (baseline.source) {
    case "stated": {
      const day = baseline.day === null ? "" : ` for ${dayText(baseline.day)}`;
      return { label, value, text: `${written(baseline.value, unit)}, as stated${day}` };
    }
    case "before-window":
      return {
        label,
        value,
        text: `${measured(baseline.value, unit)}, the latest value before the window, of ${dayText(baseline.day)}`,
      };
    case "in-window":
      return {
        label,
        value,
        text: `${measured(baseline.value, unit)}, the first value inside the window, of ${dayText(baseline.day)}, because nothing is known before it; the plan starts on that day`,
      };
    case "none":
      return { label, value, text: noBaseline(terms.metric?.aggregation ?? "last") };
  }
}

function noBaseline(aggregation: string): string {
  if (aggregation !== "last")
    return `none is stated, and with aggregation ${aggregation} none is looked up in the data`;
  return "unknown: none is stated, and the data hold no value that could be one";
}

function targetStep({ kpi, progress, terms, unit, exact }: Calculated): Fact {
  const label = "T  target";
  const { target, baseline } = progress;
  if (target === null || kpi.target === null) return { label, value: null, text: "unknown" };
  const words = targetWords(target, unit, exact);
  const from = baseline.value === null ? null : relativeText(kpi.target, baseline.value, target, unit);
  const derived = from === null ? words : `${from} = ${words}`;
  return { label, value: target.value, text: `${derived}, ${kindText(target.kind, terms)}` };
}

/** How a relative target comes from the baseline; null for others. */
function relativeText(
  target: Target,
  baseline: number,
  resolved: ResolvedTarget,
  unit: Calculated["unit"],
): string | null {
  if (resolved.kind === "keep") return null;
  const words = (value: number): string => targetWords({ ...resolved, value }, unit, false);
  if (target.kind === "by") {
    const [start, by] = operandsOf([baseline, Math.abs(target.by)], inUnit(unit), ([start, by]) =>
      words(start + Math.sign(target.by) * by),
    );
    const sign = target.by < 0 ? "−" : "+";
    return `B ${sign} ${by} = ${start} ${sign} ${by}`;
  }
  if (target.kind !== "percent") return null;
  const [start] = operandsOf([baseline], inUnit(unit), ([start]) =>
    words(start + (Math.abs(start) * target.percent) / 100),
  );
  const sign = target.percent < 0 ? "−" : "+";
  const percent = bareWritten(Math.abs(target.percent), null);
  return `B ${sign} |B| × ${percent} / 100 = ${start} ${sign} ${start.replace("-", "")} × ${percent} / 100`;
}

function kindText(kind: "reach" | "keep" | "budget", { metric }: Calculated["terms"]): string {
  if (kind === "budget") return "a budget that the total of the window must not exceed";
  if (kind === "keep") return "to be kept";
  return metric?.better === "lower" ? "to be reached from above, because lower is better" : "to be reached from below";
}

/** Null where nothing counts from an origin. */
function originStep({ resolved, progress, terms, unit }: Calculated): Fact | null {
  const { plan, origin, noDistance } = resolved;
  if (plan === null || progress.target === null) return null;
  const label = "O  origin";
  const total = terms.metric !== null && accumulates(terms.metric.aggregation);
  if (noDistance) {
    const start = total ? 0 : progress.baseline.value;
    const where = start === null ? "" : ` (${bracketed(numberOf(start, unit))})`;
    return {
      label,
      value: origin,
      text: `the start${where} already stands at the target or beyond it, so there is no way to measure: it is met or not`,
    };
  }
  if (origin === null) {
    return { label, value: null, text: "unknown, because there is no baseline: the value can only be compared with T" };
  }
  return {
    label,
    value: origin,
    text: total ? "0, because a total starts from nothing" : `B = ${measured(origin, unit)}`,
  };
}
