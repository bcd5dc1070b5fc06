/** Keep targets: in how many periods, or values, the bounds held. */

import { judge } from "../../progress/judge.ts";
import { inside } from "../../progress/numbers.ts";
import type { Cadence } from "../../workspace/cadence.ts";
import { periodsUntil, windowLabel } from "../../workspace/timeframe.ts";
import type { Calculated } from "../explain/calculated.ts";
import { recordText } from "../progress/notes.ts";
import type { Held } from "../svg/sparkline.ts";
import { count } from "../words.ts";
import type { Locale } from "./locale.ts";

export interface HeldPeriod {
  readonly held: Held;
  readonly label: string;
  readonly value: number | null;
}

export interface HeldRecord {
  /** `held in 11 of 12 months`. */
  readonly text: string;
  /** The whole record in words. */
  readonly sentence: string;
  /** The latest ones, oldest first. */
  readonly periods: readonly HeldPeriod[];
}

const MOST_PERIODS = 12;

const NOUNS: Readonly<Record<Cadence, string>> = {
  daily: "day",
  weekly: "week",
  biweekly: "value",
  monthly: "month",
  quarterly: "quarter",
  yearly: "year",
};

/** The record of a keep target; null for other targets, and where there is none yet. */
export function heldRecordOf(given: Calculated, text: Locale): HeldRecord | null {
  const { progress } = given;
  if (progress.target?.kind !== "keep" || progress.status === "invalid") return null;
  const record = progress.record === null ? ofValues(given) : ofPeriods(given);
  if (record === null) return null;
  return { text: text.figures(record.text), sentence: text.figures(record.sentence), periods: record.periods };
}

/** Every value of the window for itself. */
function ofValues({ progress, series, rows, terms }: Calculated): HeldRecord | null {
  const { target, compliance } = progress;
  if (series === null || target?.kind !== "keep" || compliance === null) return null;
  const noun = NOUNS[terms.metric?.cadence ?? "monthly"];
  const total = rows.to - rows.from;
  const text = `held in ${Math.round(compliance * total)} of ${count(total, noun)}`;
  const periods: HeldPeriod[] = [];
  for (let i = Math.max(rows.from, rows.to - MOST_PERIODS); i < rows.to; i++) {
    const value = series.values[i] ?? 0;
    const day = series.days[i] ?? 0;
    const held = inside(value, target.min, target.max) ? "held" : "missed";
    periods.push({ held, label: windowLabel({ start: series.starts?.[i] ?? day, end: day }), value });
  }
  return { text, sentence: text, periods };
}

/** Every decided period of a recurring timeframe. */
function ofPeriods(given: Calculated): HeldRecord | null {
  const { kpi, terms, series, asOf, lines, progress } = given;
  const sentence = recordText({ kpi, progress });
  if (sentence === null || kpi.timeframe === null) return null;
  const earlier = periodsUntil(kpi.timeframe, asOf).slice(0, -1).slice(-MOST_PERIODS);
  const periods = earlier.map((window): HeldPeriod => {
    const { status, current } = judge(terms, series, window, asOf, lines);
    const held = status === "achieved" ? "held" : status === "missed" ? "missed" : "unknown";
    return { held, label: windowLabel(window), value: current?.value ?? null };
  });
  return { text: sentence.split(",")[0] ?? sentence, sentence, periods };
}
