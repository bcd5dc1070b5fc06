/** How far the value has come and how that compares with the plan, with the numbers put in (progress.md, steps 4 to 7). */

import { EPSILON } from "../../progress/numbers.ts";
import { paceText, share } from "../progress/figures.ts";
import { count } from "../words.ts";
import type { Calculated } from "./calculated.ts";
import { asPercent, dayText, inUnit, quotientText, wayText } from "./formula.ts";
import type { Fact } from "./model.ts";
import { planStep } from "./plan-step.ts";

/** Attainment, plan, expected share and pace; for budgets what is used, for bounds how many values comply. */
export function standingSteps(given: Calculated): readonly Fact[] {
  const { progress } = given;
  const { target, current } = progress;
  if (target === null || current === null || progress.reason !== null) return [];
  if (target.kind === "keep") return [complianceStep(given)];
  const plan = planStep(given);
  const planned = plan === null ? [] : [plan];
  if (target.kind === "budget") return [usedStep(given, target.value), ...planned, budgetPace(given)];
  const expected = expectedStep(given, target.value);
  return [attainmentStep(given, target.value), ...planned, ...(expected === null ? [] : [expected]), paceStep(given)];
}

/** How much of the window is over. */
export function elapsedStep({ progress, asOf }: Calculated): readonly Fact[] {
  const { window, elapsed, elapsedAtLast, current } = progress;
  if (window === null) return [];
  const length = window.end - window.start + 1;
  const passed = Math.max(0, Math.min(asOf, window.end) - window.start + 1);
  const today = `${passed} of ${count(length, "day")} = ${share(elapsed)}`;
  const last =
    current === null || elapsedAtLast === null
      ? ""
      : `; on ${dayText(current.day)}, the day of the last value, ${share(elapsedAtLast)}`;
  return [{ label: "   elapsed", value: elapsed, text: today + last }];
}

function complianceStep({ progress, terms }: Calculated): Fact {
  const { compliance, rows } = progress;
  const inside = compliance === null ? 0 : Math.round(compliance * rows);
  const wanted =
    terms.metric?.aggregation === "last"
      ? `; at least ${share(terms.compliance)} of them must`
      : "; the value of the whole window decides, not their number";
  const text = `inside the bounds: ${inside} of ${count(rows, "value")} = ${compliance === null ? "unknown" : share(compliance)}`;
  return { label: "A  attainment", value: compliance, text: text + wanted };
}

function attainmentStep({ progress, unit }: Calculated, target: number): Fact {
  const label = "A  attainment";
  const { attainment, origin, noDistance, current } = progress;
  const value = attainment;
  if (noDistance) {
    const met = attainment === 1 ? "met" : "not met";
    return {
      label,
      value,
      text: `${attainment === null ? "unknown" : share(attainment)}, because the target is ${met}`,
    };
  }
  if (attainment === null) {
    return { label, value, text: "unknown, because without a baseline nobody knows the length of the way" };
  }
  const now = current?.value ?? 0;
  if (origin !== null) {
    return { label, value, text: `(C − O) / (T − O) = ${wayText(now, origin, target, unit)}` };
  }
  if (progress.pace !== null && same(progress.pace, attainment)) {
    const ratio = quotientText(now, target, inUnit(unit), share);
    return { label, value, text: `C / T = ${ratio}, because there is no baseline` };
  }
  return { label, value, text: `${share(attainment)}, because the target is met` };
}

function expectedStep({ progress, unit }: Calculated, target: number): Fact | null {
  const { expected, planned, origin, noDistance } = progress;
  if (expected === null || planned === null || origin === null || noDistance) return null;
  return {
    label: "E  expected",
    value: expected,
    text: `(P − O) / (T − O) = ${wayText(planned, origin, target, unit)}`,
  };
}

function paceStep({ progress, unit, terms }: Calculated): Fact {
  const label = "   pace";
  const { pace, attainment, expected, current, target, noDistance } = progress;
  if (pace === null) return { label, value: null, text: `none, because ${noPace(expected, noDistance)}` };
  if (expected !== null && attainment !== null) {
    return { label, value: pace, text: `A / E = ${quotientText(attainment, expected, asPercent, paceText)}` };
  }
  const now = current?.value ?? 0;
  const goal = target?.value ?? 0;
  const isLower = terms.metric?.better === "lower";
  const [symbols, above, below] = isLower ? (["T / C", goal, now] as const) : (["C / T", now, goal] as const);
  const ratio = quotientText(above, below, inUnit(unit), paceText);
  return { label, value: pace, text: `${symbols} = ${ratio}, because there is no baseline` };
}

function noPace(expected: number | null, noDistance: boolean): string {
  if (noDistance) return "there is no way between start and target";
  if (expected !== null && expected <= EPSILON) return "the plan expects nothing yet";
  return "without a baseline the value and the target cannot be compared, unless both are above 0";
}

function usedStep({ progress, unit }: Calculated, budget: number): Fact {
  const { used, current } = progress;
  const label = "   used";
  if (used === null) return { label, value: used, text: "unknown, because the budget is 0" };
  const ratio = quotientText(current?.value ?? 0, budget, inUnit(unit), share);
  return { label, value: used, text: `C / T = ${ratio} of the budget` };
}

function budgetPace({ progress, unit }: Calculated): Fact {
  const label = "   pace";
  const { pace, planned, current } = progress;
  if (pace === null || planned === null || current === null) {
    return { label, value: null, text: "none, because nothing is used yet" };
  }
  const ratio = quotientText(planned, current.value, inUnit(unit), paceText);
  return { label, value: pace, text: `P / C = ${ratio}, because less than the plan is better` };
}

function same(a: number, b: number): boolean {
  return Math.abs(a - b) <= EPSILON;
}
