/** The day that `kpi record` records a value for: as given, as asked for, or as a KPI still awaits it. */

import type { Ask } from "../../host/prompts.ts";
import { awaitingOf } from "../../progress/awaiting.ts";
import { terminal } from "../../report/untrusted.ts";
import { listed } from "../../text/listed.ts";
import { type Day, formatDay } from "../../workspace/day.ts";
import type { Kpi, Metric, Workspace } from "../../workspace/model.ts";
import { badDate } from "../../workspace/row-faults.ts";
import { parsePeriod, type Window, windowLabel } from "../../workspace/timeframe.ts";
import { UsageError } from "../errors.ts";

/** A date as it is written into the file, and the days it stands for; the row counts on the last of them. */
export interface RowDate {
  readonly text: string;
  readonly period: Window;
}

/** A closed window that waits for the value of its last day, with the KPIs that are judged on it. */
interface Closing {
  readonly label: string;
  readonly end: Day;
  readonly kpis: readonly string[];
}

/** The day that KPIs are judged on, and whether somebody chose it. */
export interface Today {
  readonly asOf: Day;
  readonly asOfGiven: boolean;
  /** The latest day that a row may have. */
  readonly latest: Day;
}

/** Reads a date or period. Throws a UsageError that says what to write instead. */
export function dateOf(typed: string, today: Today): RowDate {
  const text = typed.trim();
  const fault = dateFault(text, today);
  const period = parsePeriod(text);
  if (fault !== null || period === null) throw new UsageError(`--date: ${fault ?? badDate(text).message}`);
  return { text, period };
}

function dateFault(text: string, { latest }: Today): string | null {
  const period = parsePeriod(text);
  if (period === null) return badDate(text).message;
  if (period.start <= latest) return null;
  const begins = period.start === period.end ? `${text} is` : `${text} begins`;
  return `${begins} in the future; a value is recorded when its day has come.`;
}

/** Without `--date`: the last day of the window that waits longest, said on the side; else the day of judgement. */
export function proposedDate(
  metric: Metric,
  workspace: Workspace,
  { asOf }: Today,
): { readonly date: RowDate; readonly said: string | null } {
  const [first] = closingsOf(metric, workspace, asOf);
  if (first === undefined) return { date: onDay(asOf), said: null };
  const awaits = first.kpis.length === 1 ? "awaits" : "await";
  const said = `Dated ${formatDay(first.end)}, the last day of ${first.label}, for which ${listed(first.kpis)} still ${awaits} the final value; --date gives another day.`;
  return { date: onDay(first.end), said: terminal(said) };
}

const OTHER = "other";

/** Lets a person choose, where a window waits for its final value; null where they break off. */
export async function askedDate(
  metric: Metric,
  workspace: Workspace,
  today: Today,
  ask: () => Promise<Ask>,
): Promise<RowDate | null> {
  const { asOf, asOfGiven } = today;
  const closings = closingsOf(metric, workspace, asOf);
  if (closings.length === 0) return onDay(asOf);
  const options = closings.map(({ end, label, kpis }) => ({
    value: formatDay(end),
    label: formatDay(end),
    hint: terminal(`last day of ${label}, still awaited by ${listed(kpis)}`),
  }));
  if (!isTaken(metric, asOf))
    options.push({ value: formatDay(asOf), label: formatDay(asOf), hint: asOfGiven ? "as of" : "today" });
  options.push({ value: OTHER, label: "Another day or period", hint: "typed" });
  const asking = await ask();
  const chosen = await asking.select({ message: terminal(`Which day is this value of ${metric.id} for?`), options });
  if (chosen !== OTHER) return chosen === null ? null : dateOf(chosen, today);
  const typed = await asking.text({
    message: "Date: YYYY-MM-DD, or a period such as 2026-07, 2026-W31, 2026-Q3 or 2026",
    validate: (text) => dateFault(text.trim(), today) ?? undefined,
  });
  return typed === null ? null : dateOf(typed, today);
}

function onDay(day: Day): RowDate {
  return { text: formatDay(day), period: { start: day, end: day } };
}

/** The earliest first; a day that has a row or a known gap already waits for nothing that could be recorded. */
function closingsOf(metric: Metric, workspace: Workspace, asOf: Day): readonly Closing[] {
  const closings = new Map<Day, { label: string; end: Day; kpis: string[] }>();
  for (const { kpi, window } of awaitingOf(metric, workspace, asOf)) {
    if (isTaken(metric, window.end)) continue;
    const known = closings.get(window.end);
    if (known === undefined) closings.set(window.end, { label: labelOf(kpi, window), end: window.end, kpis: [kpi.id] });
    else if (!known.kpis.includes(kpi.id)) known.kpis.push(kpi.id);
  }
  return [...closings.values()];
}

function labelOf({ timeframe }: Kpi, window: Window): string {
  return timeframe === null || timeframe.recurring !== null ? windowLabel(window) : timeframe.label;
}

function isTaken({ series }: Metric, day: Day): boolean {
  return series !== null && (series.days.includes(day) || series.knownGaps.includes(day));
}
