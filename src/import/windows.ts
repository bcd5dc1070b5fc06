/** The timeframe of an imported KPI, from all that its row says of time. */

import { TIMEFRAME } from "../definition/patterns.ts";
import { type Day, formatDay } from "../workspace/day.ts";
import { type RecurringEvery, type Window, windowLabel } from "../workspace/timeframe.ts";
import { dateFault, dayNamed, type Named, periodNamed } from "./dates.ts";
import type { ImportSettings, Indicator } from "./model.ts";
import { isOnePeriod } from "./phrase-parts.ts";
import type { TargetPhrase } from "./phrases.ts";
import { recurrenceNamed } from "./words.ts";

/** A timeframe as definition files write it, and its days; an open recurring one has no end. */
export interface ImportedWindow {
  readonly ok: true;
  readonly written: unknown;
  readonly start: Day;
  readonly end: Day | null;
  /** Whether its start is the one that was chosen for all. */
  readonly isStartChosen: boolean;
}

/** A field whose text gives no timeframe, and why. */
export interface NoWindow {
  readonly ok: false;
  readonly field: "timeframe" | "start" | "due" | "target";
  readonly text: string;
  readonly reason: string;
  /** Whether an earlier start for all windows would give one. */
  readonly isTooEarly: boolean;
}

/** All that is said of time. */
interface Said {
  window: Named | null;
  start: Day | null;
  due: Day | null;
  every: RecurringEvery | null;
}

/** The timeframe; null where nothing is said of time. */
export function windowOf(
  row: Indicator,
  phrase: Pick<TargetPhrase, "window" | "due" | "every" | "baselinePeriod"> | null,
  settings: Pick<ImportSettings, "fiscal" | "start">,
): ImportedWindow | NoWindow | null {
  const said = saidIn(row, settings);
  if ("ok" in said) return said;
  const ends = new Set([said.window?.end, said.due, phrase?.window?.end, phrase?.due].filter((end) => end != null));
  if (ends.size > 1) {
    const days = [...ends].map((end) => formatDay(end ?? 0)).join(" and ");
    return noWindow("target", row.target, `its deadlines differ: ${days}`);
  }
  const clash = clashOf(said, phrase);
  if (clash !== null) return noWindow("target", row.target, clash);
  const window = said.window ?? phrase?.window ?? null;
  const stated = [...ends][0] ?? null;
  const every = said.every ?? phrase?.every ?? null;
  const fromHeader = stated === null ? dayNamed(row.targetPeriod, "end", settings.fiscal) : null;
  const end = stated ?? fromHeader;
  if (end === null && every === null && said.start === null) return null;
  const baseline = phrase?.baselinePeriod ?? periodNamed(row.baselineDate || row.baselinePeriod, settings.fiscal);
  const start = window?.start ?? said.start ?? (baseline === null ? null : baseline.end + 1);
  return made(
    { start: start ?? settings.start, end, every, label: window?.label ?? null, isStartChosen: start === null },
    row,
  );
}

/** Where the target names another window, or another rhythm, than the fields of time; null where they agree. */
function clashOf(said: Said, phrase: Pick<TargetPhrase, "window" | "every"> | null): string | null {
  if (phrase?.window != null && said.window !== null && phrase.window.start !== said.window.start)
    return "its period and the timeframe differ";
  if (phrase?.every != null && said.every !== null && phrase.every !== said.every)
    return "it is for periods of another length than the timeframe";
  return null;
}

function noWindow(field: NoWindow["field"], text: string, reason: string): NoWindow {
  return { ok: false, field, text, reason, isTooEarly: false };
}

function saidIn(row: Indicator, { fiscal }: Pick<ImportSettings, "fiscal">): Said | NoWindow {
  const said: Said = { window: null, start: null, due: null, every: null };
  if (row.timeframe !== "") {
    const fault = readTimeframe(row.timeframe, fiscal, said);
    if (fault !== null) return noWindow("timeframe", row.timeframe, fault);
  }
  if (row.start !== "") {
    const start = dayNamed(row.start, "start", fiscal);
    if (start === null) return noWindow("start", row.start, dateFault(row.start, fiscal));
    const other = said.window?.start ?? said.start ?? start;
    if (start !== other) return noWindow("start", row.start, "the timeframe says another day");
    said.start = start;
  }
  if (row.due !== "") {
    const due = dayNamed(withoutLeadIn(row.due), "end", fiscal);
    const every = due === null ? recurrenceNamed(row.due) : null;
    if (due === null && every === null) return noWindow("due", row.due, dateFault(row.due, fiscal));
    const other = said.window?.end ?? said.due;
    if (due !== null && other !== null && due !== other)
      return noWindow("due", row.due, "the timeframe says another day");
    if (every !== null && said.every !== null && every !== said.every) {
      return noWindow("due", row.due, "the timeframe says another rhythm");
    }
    said.due = due ?? said.due;
    said.every ??= every;
  }
  return said;
}

/** `every month from 2026-01-01 to 2026-12-31`. */
const RECURRING = /^(?<every>every \w+|\w+ly) from (?<from>\S+)(?: (?:to|until) (?<to>\S+))?$/i;
const RANGE = /^(?:from |between )?(.+?) ?(?: to | until | through | and | - |–|—|\.\.+|→) ?(.+)$/i;

function readTimeframe(text: string, fiscal: ImportSettings["fiscal"], said: Said): string | null {
  const plain = withoutLeadIn(text);
  said.every = recurrenceNamed(plain);
  if (said.every !== null) return null;
  const recurring = RECURRING.exec(plain)?.groups;
  if (recurring !== undefined) {
    said.every = recurrenceNamed(recurring.every ?? "");
    said.start = dayNamed(recurring.from ?? "", "start", fiscal);
    said.due = recurring.to === undefined ? null : dayNamed(recurring.to, "end", fiscal);
    const isRead = said.every !== null && said.start !== null && (recurring.to === undefined || said.due !== null);
    return isRead ? null : "it is no period";
  }
  const named = periodNamed(plain, fiscal);
  if (named !== null) {
    if (plain !== text.trim() || named.start === named.end) said.due = named.end;
    else said.window = named;
    return null;
  }
  const [, from = "", to = ""] = RANGE.exec(plain) ?? [];
  const start = dayNamed(from, "start", fiscal);
  const end = dayNamed(to, "end", fiscal);
  if (start === null || end === null) return dateFault(plain, fiscal).replace("no date", "no period");
  if (end < start) return "its end lies before its start";
  said.window = { start, end, label: windowLabel({ start, end }) };
  return null;
}

/** "By the end of 2026" is a deadline. */
function withoutLeadIn(text: string): string {
  return text.trim().replace(/^(?:(?:by|until|due|before the end of|end of|the end of|eoy)\b[ :]*)+/i, "");
}

function made(
  found: { start: Day; end: Day | null; every: RecurringEvery | null; label: string | null; isStartChosen: boolean },
  row: Indicator,
): ImportedWindow | NoWindow {
  const { start, end, every, label, isStartChosen } = found;
  if (end !== null && end < start) {
    const field = row.due !== "" ? "due" : row.timeframe !== "" ? "timeframe" : "target";
    if (!isStartChosen) return noWindow(field, row[field], "its end lies before its start");
    const reason = `it ends before windows start (${formatDay(start)}): give their first day with --start`;
    return { ok: false, field, text: row[field], reason, isTooEarly: true };
  }
  if (every !== null && !(end !== null && isOnePeriod({ start, end }, every))) {
    const written = { every, start: formatDay(start), ...(end === null ? {} : { end: formatDay(end) }) };
    return { ok: true, written, start, end, isStartChosen };
  }
  if (end === null) return noWindow("start", row.start, "it has a start and no end");
  return { ok: true, written: writtenWindow({ start, end }, label), start, end, isStartChosen };
}

function writtenWindow(window: Window, label: string | null): unknown {
  const name = label !== null && TIMEFRAME.test(label) ? label : windowLabel(window);
  if (!TIMEFRAME.test(name)) return { start: formatDay(window.start), end: formatDay(window.end) };
  return /^\d{4}$/.test(name) ? Number(name) : name;
}
