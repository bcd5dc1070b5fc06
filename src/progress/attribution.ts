/** Whether a status changed because of the data or because somebody edited the definition (progress.md, step 15). */

import type { Day } from "../workspace/day.ts";
import type { Series } from "../workspace/series.ts";
import { type Judgement, judge } from "./judge.ts";
import { finite } from "./numbers.ts";
import { scoredWindow } from "./resolve.ts";
import type { StatusLines } from "./status.ts";
import type { KpiTerms } from "./terms.ts";

/** One version of a KPI: its definition with the status lines in force, and the rows of that version. */
export interface KpiVersion {
  readonly terms: KpiTerms;
  readonly lines: StatusLines;
  /** The values of this version as a definition reads them: a formula and the place of rows belong to that. */
  readonly seriesOf: (metric: string, definition: KpiVersion) => Series | null;
}

export type Cause = "definition" | "data" | "both" | "none";

export interface Attribution {
  readonly before: Judgement;
  /** The new definition on the old data. */
  readonly definitionOnly: Judgement;
  /** The old definition on the new data. */
  readonly dataOnly: Judgement;
  readonly after: Judgement;
  /** What moved the status. */
  readonly cause: Cause;
  /** Attainment that the edit added, as a share of the way; null where one side is unknown. */
  readonly fromEdit: number | null;
  /** Attainment that new data added on top of the edit. */
  readonly fromData: number | null;
}

/** Judges old and new definition on old and new data, all on one day. */
export function attribute(before: KpiVersion, after: KpiVersion, asOf: Day): Attribution {
  const old = judgeOn(before, before, asOf);
  const definitionOnly = judgeOn(after, before, asOf);
  const dataOnly = judgeOn(before, after, asOf);
  const now = judgeOn(after, after, asOf);
  return {
    before: old,
    definitionOnly,
    dataOnly,
    after: now,
    cause: causeOf(old, definitionOnly, now),
    fromEdit: gained(old.attainment, definitionOnly.attainment),
    fromData: gained(definitionOnly.attainment, now.attainment),
  };
}

/** What old data under the new definition already shows comes from the edit; the rest from data. */
function causeOf(before: Judgement, definitionOnly: Judgement, after: Judgement): Cause {
  const byEdit = before.status !== definitionOnly.status;
  const byData = definitionOnly.status !== after.status;
  if (byEdit) return byData ? "both" : "definition";
  return byData ? "data" : "none";
}

function gained(from: number | null, to: number | null): number | null {
  return from === null || to === null ? null : finite(to - from);
}

function judgeOn(definition: KpiVersion, data: KpiVersion, asOf: Day): Judgement {
  const { terms, lines } = definition;
  const metric = terms.metric;
  let series = metric === null ? null : data.seriesOf(metric.id, definition);
  const other = data.terms.metric;
  if (series !== null && metric !== null && other?.id === metric.id && other.scale !== metric.scale) {
    series = rescaled(series, metric.scale);
  }
  return judge(terms, series, scoredWindow(terms.timeframe, asOf), asOf, lines);
}

/** Ratio rows carry the scale they were read with; under another definition they show another number. */
function rescaled(series: Series, scale: number): Series {
  const { numerators, denominators } = series;
  if (numerators === null || denominators === null) return series;
  return {
    days: series.days,
    starts: series.starts,
    values: numerators.map((numerator, i) => finite(scale * (numerator / (denominators[i] ?? 1)))),
    numerators,
    denominators,
    places: series.places,
    notes: series.notes,
    knownGaps: series.knownGaps,
    unsorted: series.unsorted,
  };
}
