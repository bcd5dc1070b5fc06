/** Why a KPI stands as it does, in one sentence for people who do not read formulas. */

import { phaseAt } from "../../progress/window.ts";
import { formatDayLong } from "../../workspace/day.ts";
import { formatNumber, isBoolean } from "../../workspace/units.ts";
import type { Calculated } from "../explain/calculated.ts";
import type { ExplainInput } from "../explain/model.ts";
import { complianceText, EXCEEDED, isMet, isTolerated, softening, verdictSteps } from "../explain/verdict.ts";
import { apartFrom, boundsText, measured, paceText, targetWords } from "../progress/figures.ts";
import { invalidWords } from "../progress/invalid.ts";
import { incompleteText } from "../progress/notes.ts";

/**
 * The reason without a full stop, its numbers and dates as all reports write them; empty for a retired KPI that gives
 * none. `isOwn` tells whether all of its words are the product's own.
 */
export function reasonOf(given: Calculated, explain: ExplainInput): { readonly text: string; readonly isOwn: boolean } {
  const { kpi, progress } = given;
  if (kpi.state === "retired") {
    return { text: kpi.definition.retired?.reason.replace(/\.$/, "") ?? "", isOwn: false };
  }
  if (kpi.state === "draft") return { text: "A draft: listed, not scored", isOwn: true };
  const guards = progress.reason === null ? brokenGuardrails(given, explain) : [];
  return { text: [...guards, ownReason(given)].map(capital).join(". "), isOwn: true };
}

function ownReason(given: Calculated): string {
  const { progress, asOf } = given;
  const { reason, window, current, target } = progress;
  if (reason !== null) return invalidWords[reason].why;
  if (window === null || current === null || target === null || progress.status === "awaiting-data") {
    return verdict(given);
  }
  if (phaseAt(window, asOf) === "closed") {
    const without = incompleteText(progress);
    return closed(given, formatDayLong(window.end)) + (without === null ? "" : `; ${without}`);
  }
  if (target.kind === "keep") return kept(given);
  if (progress.status === "achieved") {
    const notYet = progress.final ? "" : `, but not final before ${formatDayLong(window.end)} is over`;
    const met = isBoolean(given.unit) ? valueText(given) : `${goalText(given)} is met with ${valueText(given)}`;
    return met + notYet;
  }
  if (target.kind === "budget" && !isMet(given)) {
    return `${goalText(given)} is exceeded with ${valueText(given)}: ${EXCEEDED}`;
  }
  return progress.pace === null || progress.planned === null
    ? verdict(given)
    : paced(given, formatDayLong(current.day));
}

function paced(given: Calculated, day: string): string {
  const { progress, lines, unit } = given;
  const { pace, planned, status } = progress;
  const sentence = `the plan was ${measured(planned ?? 0, unit)} for ${day}, so the pace is ${paceText(pace ?? 0)}`;
  if (status === "on-track") return sentence;
  return sentence + (softening(given) ?? `; on track from ${formatNumber(lines.onTrack)}`);
}

function closed(given: Calculated, end: string): string {
  const { progress, terms } = given;
  const { target, status, compliance, rows } = progress;
  if (target?.kind === "keep" && terms.metric?.aggregation === "last" && compliance !== null) {
    return `when the window ended on ${end}, ${Math.round(compliance * rows)} of ${rows} values had held`;
  }
  if (isBoolean(given.unit)) return `${valueText(given)} when the window ended on ${end}`;
  const word = status === "achieved" ? "met" : "missed";
  return `${goalText(given)} was ${word} with ${valueText(given)} when the window ended on ${end}`;
}

/** Whether the latest value holds, and what else counts. */
function kept(given: Calculated): string {
  const { progress, terms } = given;
  const { status, target } = progress;
  if (target === null) return verdict(given);
  const now = `${valueText(given)} now, must be ${targetWords(target, given.unit, true)}`;
  if (isMet(given)) return status === "at-risk" ? `${now}, but ${complianceText(given)}` : now;
  if (isTolerated(given)) return `${now}: outside, by no more than the tolerance of ${formatNumber(terms.tolerance)}`;
  return `${now}: outside${softening(given) ?? ""}`;
}

/** The value as far as it must be told to differ from its target. */
function valueText({ progress, unit }: Calculated): string {
  const { current, target } = progress;
  if (current === null) return "no value";
  if (isBoolean(unit)) return measured(current.value, unit);
  const bounds = target === null ? [] : [target.value, target.min, target.max].filter((bound) => bound !== null);
  const number = apartFrom(current.value, bounds, unit);
  return unit === null || unit === undefined || unit === "" ? number : `${number} ${unit}`;
}

function goalText({ progress, unit, exact }: Calculated): string {
  const { target } = progress;
  if (target === null) return "the target";
  const words = targetWords(target, unit, exact);
  return target.kind === "budget" ? `the budget of ${words}` : `the target of ${words}`;
}

/** The verdict of the calculation, without its status. */
function verdict(given: Calculated): string {
  const step = verdictSteps(given)[0]?.text ?? "";
  return step.replace(/^[a-z-]+, because /, "");
}

function brokenGuardrails({ progress }: Calculated, { workspace }: ExplainInput): readonly string[] {
  return progress.guardrails
    .filter(({ ok }) => ok === false)
    .map(({ metric, value, min, max }) => {
      const known = workspace.metrics.get(metric);
      const unit = known?.definition.unit;
      const now = value === null ? "has no value" : `is ${measured(value, unit)}`;
      return `guardrail ${metric} ${now}, must be ${boundsText(min, max, unit)}`;
    });
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
