/** What is said of a KPI beside its row: everything that would be lost in a table of numbers. */

import type { KpiProgress } from "../../progress/evaluate.ts";
import type { GuardrailState } from "../../progress/guardrail.ts";
import type { ScoredKpi } from "../../progress/progress.ts";
import { aggregationOf } from "../../progress/terms.ts";
import { formatDayLong } from "../../workspace/day.ts";
import { type RecurringEvery, windowLabel } from "../../workspace/timeframe.ts";
import { cannotBeRead } from "../unread.ts";
import { count } from "../words.ts";
import { boundsText, measured, share, type Unit } from "./figures.ts";
import { invalidWords } from "./invalid.ts";
import type { ProgressReport } from "./report.ts";

export interface Note {
  /** bad: what a person has to do something about; doubt: what may hide something; plain: the rest. */
  readonly kind: "bad" | "doubt" | "plain";
  readonly text: string;
}

/** Says that KPIs may be missing, and why; empty where every file was read whole. Not yet made safe for where it goes. */
export function unreadSentence({ unread }: Pick<ProgressReport, "unread">): readonly string[] {
  if (unread.length === 0) return [];
  return [`${cannotBeRead(unread)}, so KPIs may be missing; kpi check says what is wrong.`];
}

/** Notes in the order of their weight, none where the row says it all. */
export function notesOf(scored: ScoredKpi, report: Pick<ProgressReport, "asOf" | "unitOf">): readonly Note[] {
  const { kpi, progress } = scored;
  const notes: Note[] = [];
  const add = (kind: Note["kind"], text: string | null): void => {
    if (text !== null) notes.push({ kind, text });
  };
  if (progress.reason !== null) {
    add("bad", `invalid: ${invalidWords[progress.reason].why}; kpi explain ${kpi.id} says what to write instead`);
  }
  for (const guardrail of progress.guardrails) {
    const unit = report.unitOf(guardrail.metric);
    if (guardrail.ok === false) add("bad", `guardrail broken: ${guardrailText(guardrail, unit)}`);
    else if (isBlind(guardrail, progress)) add("doubt", `guardrail unknown: ${guardrail.metric} has no value`);
  }
  if (progress.stale) add("doubt", staleText(progress, report.asOf));
  add("doubt", waitingText(progress));
  add("plain", metForNow(progress));
  add("plain", recordText(scored));
  add("plain", shortfallText(scored));
  return notes;
}

/** `gross-margin is 70.1 %, must be at least 72 %`. */
function guardrailText(guardrail: GuardrailState, unit: Unit): string {
  const { metric, value, min, max } = guardrail;
  const now = value === null ? "has no value" : `is ${measured(value, unit)}`;
  return `${metric} ${now}, must be ${boundsText(min, max, unit)}`;
}

/** How a guardrail stands; a growing total that may still reach its lower bound is neither held nor broken. */
export function guardrailWord({ ok, value }: Pick<GuardrailState, "ok" | "value">): GuardrailWord {
  if (ok !== null) return ok ? "holds" : "broken";
  return value === null ? "unknown" : "not reached yet";
}

type GuardrailWord = "holds" | "broken" | "not reached yet" | "unknown";

/** A guardrail without a value makes its goal unknown, but only once the window has begun. */
function isBlind(guardrail: GuardrailState, { status }: KpiProgress): boolean {
  return guardrail.value === null && status !== "not-started" && status !== "invalid";
}

/** Since when nobody has reported. */
export function staleText(progress: KpiProgress, asOf: number): string | null {
  const { current, window } = progress;
  if (current !== null) {
    return `stale: the last value is of ${formatDayLong(current.day)}, ${count(asOf - current.day, "day")} ago`;
  }
  return window === null ? null : `stale: no value since the window began on ${formatDayLong(window.start)}`;
}

/** What is waited for, or was waited for in vain. */
function waitingText(progress: KpiProgress): string | null {
  const { status, window, final } = progress;
  if (window === null) return null;
  if (status === "not-started") return `starts on ${formatDayLong(window.start)}`;
  if (status === "awaiting-data") return `awaiting the final value for ${formatDayLong(window.end)}`;
  if (status === "no-data" && final) return `no value came for the window that ended on ${formatDayLong(window.end)}`;
  return incompleteText(progress);
}

/** That the status was decided without the last value of its window; null where it was not. */
export function incompleteText({ window, current, final, incomplete }: KpiProgress): string | null {
  if (window === null || current === null || !final || !incomplete) return null;
  return `decided without a value for ${formatDayLong(window.end)}: the last one is of ${formatDayLong(current.day)}`;
}

function metForNow({ status, final, window }: KpiProgress): string | null {
  if (status !== "achieved" || final || window === null) return null;
  return `met for now, not final before ${formatDayLong(window.end)} is over`;
}

const PERIODS: Readonly<Record<RecurringEvery, string>> = {
  weekly: "week",
  monthly: "month",
  quarterly: "quarter",
  yearly: "year",
};

/** `held in 10 of 11 months, last missed 2026-03, 4 in a row since`; null where the timeframe does not recur. */
export function recordText({ kpi, progress }: Pick<ScoredKpi, "kpi" | "progress">): string | null {
  const every = kpi.timeframe?.recurring?.every;
  const { record } = progress;
  if (record === null || every === undefined) return null;
  const noun = PERIODS[every];
  if (record.periods === 0) return `no earlier ${noun} yet`;
  const held = `held in ${record.held} of ${count(record.periods, noun)}`;
  if (record.lastMissed === null) return held;
  const streak = record.streak > 0 ? `, ${record.streak} in a row since` : "";
  return `${held}, last missed ${windowLabel(record.lastMissed)}${streak}`;
}

/** Too few values inside the bounds, which the latest value does not show; null where enough are. */
export function shortfallText({ kpi, metric, progress }: ScoredKpi): string | null {
  const { compliance, status } = progress;
  const wanted = kpi.definition.compliance ?? 1;
  const isLevel = metric !== null && aggregationOf(metric.definition) === "last";
  if (!isLevel || compliance === null || compliance >= wanted || status === "off-track") return null;
  const shown = complianceText(progress);
  return shown === null ? null : `${shown}, must be at least ${share(wanted)}`;
}

/** The share of rows of a keep target that lie inside it; null for other targets. */
export function complianceText({ compliance, rows, target }: KpiProgress): string | null {
  if (compliance === null || target?.kind !== "keep") return null;
  return `${Math.round(compliance * rows)} of ${count(rows, "value")} inside the bounds (${share(compliance)})`;
}
