/** One KPI as the pages show it: figures in words, bars in shares. Texts with numbers are in the report's language. */

import type { KpiProgress } from "../../progress/evaluate.ts";
import { STATUSES, type Status } from "../../progress/status.ts";
import { nextAfter } from "../../workspace/cadence.ts";
import type { Day } from "../../workspace/day.ts";
import { parseDay } from "../../workspace/day.ts";
import type { Kpi } from "../../workspace/model.ts";
import { type Calculated, calculate } from "../explain/calculated.ts";
import type { ExplainInput } from "../explain/model.ts";
import { cellsOf, type KpiCells } from "../progress/cells.ts";
import { incompleteText } from "../progress/notes.ts";
import { isGuardrailBroken } from "../progress/report.ts";
import type { Bullet } from "../svg/bullet.ts";
import { type HeldRecord, heldRecordOf } from "./held.ts";
import type { Locale } from "./locale.ts";
import { reasonOf } from "./why.ts";

/** What a row is marked with: a status, or that nothing is scored. */
export type Mark = Status | "draft" | "retired";

/** What makes a status doubtful: nobody reports any more, or it was decided without the last value of its window. */
export type Doubt = "stale" | "incomplete";

/** How far a KPI has come; nothing of it is known of a draft or a retired one, which are not scored. */
interface Standing {
  /** `46.15 %`, or empty. */
  readonly percent: string;
  /** Pace as a number, null where there is none; and as it is shown. */
  readonly pace: number | null;
  readonly paceText: string;
  /** likely, uncertain, unlikely or empty; and the likely range. */
  readonly outlook: string;
  readonly range: string;
  /** Null where a bar would say nothing, as for keep targets. */
  readonly bullet: Bullet | null;
  /** For keep targets; else null. */
  readonly held: HeldRecord | null;
}

const UNSCORED: Standing = { percent: "", pace: null, paceText: "", outlook: "", range: "", bullet: null, held: null };

/** Texts that hold numbers are written in the language of the report already, and must not be rewritten again. */
export interface KpiView extends Standing {
  readonly kpi: Kpi;
  readonly given: Calculated;
  readonly title: string;
  readonly mark: Mark;
  readonly doubt: Doubt | null;
  readonly brokenGuardrail: boolean;
  /** Why it stands as it does, in one sentence without its full stop, as the language of the report writes it. */
  readonly why: string;
  /** The same as all reports write it. */
  readonly reason: string;
  /** `52,000 → 60,250 visits`. */
  readonly now: string;
  /** The day on which a review is due; null where none is agreed. */
  readonly reviewDue: Day | null;
  /** The larger, the sooner somebody has to look. */
  readonly urgency: number;
}

/** Urgency from which on a KPI needs attention. */
export const NEEDS_ATTENTION = STATUSES.indexOf("at-risk");

/** The view of a KPI in whatever state. */
export function viewOf(kpi: Kpi, explain: ExplainInput, text: Locale): KpiView {
  const given = calculate(explain.workspace, kpi, explain.asOf);
  const { progress, metric } = given;
  const scored = { kpi, metric, progress };
  const cells = cellsOf(scored);
  const isScored = kpi.state === "active";
  const mark: Mark = kpi.state === "active" ? progress.status : kpi.state;
  const broken = isScored && isGuardrailBroken(scored);
  const standing = isScored ? standingOf(given, cells, text) : UNSCORED;
  const reason = reasonOf(given, explain);
  return {
    kpi,
    given,
    title: kpi.definition.title ?? kpi.id,
    mark,
    doubt: isScored ? doubtOf(progress) : null,
    brokenGuardrail: broken,
    why: reason.isOwn ? text.figures(reason.text) : reason.text,
    reason: reason.text,
    now: text.figures(cells.now),
    percent: standing.percent,
    pace: standing.pace,
    paceText: standing.paceText,
    outlook: standing.outlook,
    range: standing.range,
    bullet: standing.bullet,
    held: standing.held,
    reviewDue: reviewDueOf(kpi),
    urgency: urgencyOf(mark, broken, progress),
  };
}

function standingOf(given: Calculated, cells: KpiCells, text: Locale): Standing {
  const { progress } = given;
  return {
    percent: progress.target?.kind === "keep" ? "" : text.figures(cells.percent),
    pace: progress.pace,
    paceText: text.figures(cells.pace),
    outlook: cells.outlook,
    range: text.figures(cells.range),
    bullet: bulletOf(given, cells.percent, text),
    held: heldRecordOf(given, text),
  };
}

function doubtOf(progress: KpiProgress): Doubt | null {
  if (progress.stale) return "stale";
  return incompleteText(progress) === null ? null : "incomplete";
}

function urgencyOf(mark: Mark, broken: boolean, progress: KpiProgress): number {
  if (mark === "retired") return -2;
  if (mark === "draft") return -1;
  const status = STATUSES.indexOf(progress.status);
  const guarded = broken ? Math.max(status, STATUSES.indexOf("off-track")) : status;
  // A status that rests on old values is looked at before its like.
  return guarded + (progress.stale ? 0.5 : 0);
}

function reviewDueOf({ state, definition }: Kpi): Day | null {
  const { review } = definition;
  if (state !== "active" || review?.every === undefined) return null;
  const last = review.last === undefined ? null : parseDay(review.last);
  return last === null ? null : nextAfter(last, review.every);
}

/** The shares of a bar; null for keep targets and where nothing is known. */
function bulletOf(given: Calculated, percent: string, text: Locale): Bullet | null {
  const { progress, lines } = given;
  const { target } = progress;
  if (target === null || target.kind === "keep") return null;
  const isBudget = target.kind === "budget";
  const done = isBudget ? progress.used : progress.attainment;
  if (done === null) return null;
  const shareOf = (value: number | null | undefined): number | null => {
    if (value === null || value === undefined || progress.noDistance) return null;
    const origin = isBudget ? 0 : progress.origin;
    if (origin === null || target.value === origin) return null;
    return (value - origin) / (target.value - origin);
  };
  const planned = isBudget ? shareOf(progress.planned) : progress.expected;
  const reached = isBudget ? "used" : "of the way";
  const plan = planned === null ? "" : `, plan ${Math.round(planned * 100)} %`;
  return {
    done,
    planned,
    forecast: shareOf(progress.forecast?.value),
    stretch: shareOf(progress.stretch?.value),
    lines: progress.pace === null ? null : { atRisk: lines.atRisk, onTrack: lines.onTrack },
    isBudget,
    label: text.figures(`${percent} ${reached}${plan}`),
  };
}
