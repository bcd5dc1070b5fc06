/** Why a status is what it is (progress.md, step 8). */

import { EPSILON } from "../../progress/numbers.ts";
import { meets } from "../../progress/target.ts";
import { cadenceDays } from "../../workspace/cadence.ts";
import { formatDayLong } from "../../workspace/day.ts";
import { formatNumber } from "../../workspace/units.ts";
import { apartFrom, bareWritten, numberText, paceText, share } from "../progress/figures.ts";
import { invalidWords } from "../progress/invalid.ts";
import { staleText } from "../progress/notes.ts";
import type { Calculated } from "./calculated.ts";
import { days, formulaUnit } from "./formula.ts";
import type { Fact } from "./model.ts";

/** What keeps a budget from coming back. */
export const EXCEEDED = "a budget that is exceeded stays exceeded, whatever the pace";

/** The status and the comparison that it follows from, then what stands beside it. */
export function verdictSteps(given: Calculated): readonly Fact[] {
  const { progress } = given;
  const label = "   status";
  const { status, reason } = progress;
  if (reason !== null) {
    return [
      { label, value: status, text: `invalid, because ${invalidWords[reason].why}` },
      { label: "   instead", text: invalidWords[reason].instead },
    ];
  }
  const steps: Fact[] = [{ label, value: status, text: `${status}, because ${because(given)}` }];
  const final = finalText(given);
  if (final !== null) steps.push({ label: "   final", text: final });
  const stale = progress.stale ? staleText(progress, given.asOf) : null;
  if (stale !== null) steps.push({ label: "   stale", text: stale.replace(/^stale: /, "") });
  return steps;
}

function because(given: Calculated): string {
  const { progress, asOf } = given;
  const { status, window, current, target } = progress;
  if (window === null || target === null) return "it cannot be judged";
  if (status === "not-started") return `the window begins on ${formatDayLong(window.start)}`;
  if (current === null) return withoutData(given, window.end);
  if (asOf > window.end) return closed(given, window.end);
  return open(given);
}

function withoutData({ progress, asOf, terms }: Calculated, end: number): string {
  if (asOf <= end) return "no value lies in the window yet";
  const wait = cadenceDays(terms.metric?.cadence ?? "monthly");
  if (progress.status === "awaiting-data") {
    return `the window ended on ${formatDayLong(end)} and a value may still come until ${formatDayLong(end + wait)}`;
  }
  return `the window ended on ${formatDayLong(end)} and no value came within ${days(wait)}`;
}

function closed(given: Calculated, end: number): string {
  const { progress, terms } = given;
  const { current, target } = progress;
  const over = `the window ended on ${formatDayLong(end)}`;
  if (progress.status === "awaiting-data") {
    const wait = cadenceDays(terms.metric?.cadence ?? "monthly");
    const last = current === null ? "" : ` and the last value is of ${formatDayLong(current.day)}`;
    return `${over}${last}; the final value is awaited until ${formatDayLong(end + wait)}`;
  }
  if (target?.kind === "keep" && terms.metric?.aggregation === "last") return `${over} and ${complianceText(given)}`;
  return `${over} and ${comparison(given)}`;
}

function open(given: Calculated): string {
  const { progress, terms } = given;
  const { target, status, compliance } = progress;
  if (target?.kind === "budget" && status === "off-track" && !isMet(given)) {
    return `${comparison(given)}: ${EXCEEDED}`;
  }
  if (target?.kind === "reach" && status === "achieved") return comparison(given);
  if (target?.kind !== "keep") return paceWords(given) + (softening(given) ?? "");
  if (isMet(given)) {
    const isShort = status === "at-risk" && compliance !== null;
    return isShort ? `${comparison(given)} now, but ${complianceText(given)}` : comparison(given);
  }
  if (isTolerated(given)) {
    return `${comparison(given)}, by no more than the tolerance of ${formatNumber(terms.tolerance)}`;
  }
  return comparison(given) + (softening(given) ?? "");
}

function paceWords({ progress, lines }: Calculated): string {
  const { pace, expected, target, noDistance } = progress;
  const onTrack = formatNumber(lines.onTrack);
  const atRisk = formatNumber(lines.atRisk);
  if (pace !== null) {
    const shown = paceText(pace);
    if (isAtLeast(pace, lines.onTrack)) return `the pace ${shown} ≥ ${onTrack}`;
    if (isAtLeast(pace, lines.atRisk)) return `${atRisk} ≤ the pace ${shown} < ${onTrack}`;
    return `the pace ${shown} < ${atRisk}`;
  }
  if (target?.kind === "budget") return "nothing of the budget is used";
  if (expected !== null && expected <= EPSILON) return "the plan expects nothing yet";
  return noDistance
    ? "the target is not met, and it was already met at the start"
    : "the target is not met, and without a baseline there is no pace";
}

/** Why a status is at risk and not off track, to follow a sentence: so early nothing is. Null where that is not why. */
export function softening(given: Calculated): string | null {
  const { progress, lines } = given;
  const { status, elapsedAtLast, pace, target } = progress;
  if (status !== "at-risk" || elapsedAtLast === null) return null;
  const isHard = target?.kind === "keep" ? !isMet(given) && !isTolerated(given) : !isAtLeast(pace, lines.atRisk);
  if (!isHard) return null;
  const passed = share(elapsedAtLast);
  return `, which is off-track, but only ${passed} of the window had passed (less than ${share(lines.warmUp)})`;
}

function isAtLeast(pace: number | null, line: number): boolean {
  return pace !== null && pace >= line - EPSILON;
}

/** Whether a value outside the bounds is at risk because it lies near them. */
export function isTolerated(given: Calculated): boolean {
  const { progress, terms } = given;
  return progress.status === "at-risk" && terms.tolerance > 0 && !isMet(given) && isNear(given);
}

/** Whether the current value meets the target, or lies inside its bounds. */
export function isMet({ progress, terms }: Calculated): boolean {
  const { current, target } = progress;
  return current !== null && target !== null && meets(current.value, target, terms.metric?.better ?? "higher");
}

function isNear({ progress, terms }: Calculated): boolean {
  const { current, target } = progress;
  if (current === null || target?.kind !== "keep") return false;
  const min = target.min === null ? null : target.min - terms.tolerance;
  const max = target.max === null ? null : target.max + terms.tolerance;
  return meets(current.value, { kind: "keep", value: null, min, max }, "higher");
}

/** The share of values inside the bounds beside the one that is wanted. */
export function complianceText({ progress, terms }: Calculated): string {
  const { compliance } = progress;
  const part = compliance === null ? "no" : share(compliance);
  const sign = compliance !== null && compliance >= terms.compliance - EPSILON ? "≥" : "<";
  return `the share of values inside the bounds is ${part} ${sign} ${share(terms.compliance)}`;
}

/** `C = 68 < T = 75`, in the direction that the target has. */
function comparison(given: Calculated): string {
  const { progress, terms } = given;
  const unit = formulaUnit(given.unit);
  const { current, target } = progress;
  if (current === null || target === null) return "there is no value";
  const bounds = target.kind === "keep" ? [target.min, target.max] : [target.value];
  const now = `C = ${apartFrom(
    current.value,
    bounds.filter((bound) => bound !== null),
    unit,
  )}`;
  if (target.kind === "keep") return keepComparison(given, now);
  const upward = target.kind === "reach" && terms.metric?.better !== "lower";
  const sign = isMet(given) ? (upward ? "≥" : "≤") : upward ? "<" : ">";
  return `${now} ${sign} T = ${numberText(target.value, unit, given.exact)}`;
}

function keepComparison({ progress, unit }: Calculated, now: string): string {
  const { current, target } = progress;
  const value = current?.value ?? 0;
  const { min, max } = target ?? { min: null, max: null };
  if (min !== null && !meets(value, { kind: "keep", value: null, min, max: null }, "higher")) {
    return `${now} < ${bareWritten(min, unit)}`;
  }
  if (max !== null && !meets(value, { kind: "keep", value: null, min: null, max }, "higher")) {
    return `${now} > ${bareWritten(max, unit)}`;
  }
  if (min !== null && max !== null) return `${bareWritten(min, unit)} ≤ ${now} ≤ ${bareWritten(max, unit)}`;
  return min !== null ? `${now} ≥ ${bareWritten(min, unit)}` : `${now} ≤ ${bareWritten(max ?? 0, unit)}`;
}

/** Whether later values can change the status; null where that goes without saying. */
function finalText({ progress, asOf }: Calculated): string | null {
  const { final, incomplete, window, status, current } = progress;
  if (window === null) return null;
  if (final && incomplete && current !== null) {
    return `yes, although no value covers ${formatDayLong(window.end)}: none came in time`;
  }
  if (final && asOf <= window.end) return "yes: the values of this KPI cannot fall back behind the target";
  if (final) return "yes";
  return status === "achieved" ? `no: the value can still change until ${formatDayLong(window.end)}` : null;
}
