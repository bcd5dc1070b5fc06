/** What an import makes of a file: definitions, rows of data, and remarks on everything that was not understood. */

import type { EntityKind } from "../findings/finding.ts";
import type { Day } from "../workspace/day.ts";
import type { FiscalYear } from "../workspace/timeframe.ts";
import type { DayOrder, SpanReading } from "./dates.ts";
import type { Decimal } from "./numbers.ts";

/** A goal, metric or KPI as it will be written; keys in any order. */
export interface ImportedEntity {
  readonly kind: EntityKind;
  readonly id: string;
  readonly definition: Readonly<Record<string, unknown>>;
}

/** The rows of a metric's data file; the header first. */
export interface ImportedData {
  readonly metric: string;
  readonly records: readonly (readonly string[])[];
}

export interface Remark {
  /** `not-understood` keeps the text beside a draft; `left-out` drops something; `note` says how a thing was read. */
  readonly kind: "not-understood" | "left-out" | "note";
  /** Where it stands in the file: `line 12`, `SLO checkout`. */
  readonly place: string;
  /** The title it belongs to; empty for the file as a whole. */
  readonly subject: string;
  /** The field, such as `target`; null for the whole row. */
  readonly field: string | null;
  /** The text as it stands in the file; null where there is none. */
  readonly text: string | null;
  /** Half a sentence: why, or how it was read. */
  readonly message: string;
}

/**
 * What keeps a draft from being a KPI: a part that nobody states, one whose text is not understood (`…-text`), or a
 * window whose end lies before the start that all such windows have (`start`).
 */
export type Lack =
  | "goal"
  | "goal-text"
  | "owner"
  | "owner-text"
  | "target"
  | "target-text"
  | "time"
  | "time-text"
  | "start";

/** What one draft lacks; more than one thing as a rule. */
export interface ImportedDraft {
  readonly id: string;
  readonly lacks: readonly Lack[];
}

/** Why a value is left out whose day is said nowhere. */
export const UNDATED = "its day is not known; say it with --date";

export interface Imported {
  readonly entities: readonly ImportedEntity[];
  readonly data: readonly ImportedData[];
  readonly remarks: readonly Remark[];
  /** The KPIs that are drafts. */
  readonly drafts: readonly ImportedDraft[];
}

/** What is known beside the file; texts are as people write them. */
export interface ImportSettings {
  readonly fiscal: FiscalYear;
  /** The first day of windows that have only an end. */
  readonly start: Day;
  /** The day of values whose row names none; null where it is not known. */
  readonly valueDay: Day | null;
  /** Who answers where the file names nobody. */
  readonly owner: string | null;
  /** What plain names of owners are: `Marketing` becomes team:marketing or @marketing; null leaves them open. */
  readonly ownersAre: "teams" | "people" | null;
  /** The id or the title of the goal of rows that name none. */
  readonly goal: string | null;
  /** How dates such as `03/04/2026` are read; null lets the other dates of a column tell. */
  readonly dates: DayOrder | null;
  /** How numbers are written; null lets the file tell. */
  readonly decimal: Decimal | null;
  /** What the workspace has already, apart from the file that is written. */
  readonly taken: TakenIds;
}

export interface TakenIds {
  readonly goals: ReadonlyMap<string, string>;
  readonly metrics: ReadonlySet<string>;
  readonly kpis: ReadonlySet<string>;
}

/** A value as it stands in the file. */
export interface RawValue {
  readonly date: string;
  readonly value: string;
  readonly place: string;
  /** How a date such as `2010-11` is read, where others of the file tell. */
  readonly reading: SpanReading | null;
}

/** One indicator or key result as it stands in the file; empty texts say nothing. */
export interface Indicator {
  readonly place: string;
  readonly title: string;
  readonly id: string;
  /** The title of its metric, where that has one of its own. */
  readonly metric: string;
  /** What the metric is called, where `metric` is its id. */
  readonly metricTitle: string;
  readonly definition: string;
  readonly unit: string;
  readonly better: string;
  readonly category: string;
  readonly cadence: string;
  readonly aggregation: string;
  readonly source: string;
  readonly link: string;
  readonly target: string;
  /** The period that the file names beside all targets, such as a column "Target 2030". */
  readonly targetPeriod: string;
  /** Bounds to keep, each in a cell of its own. */
  readonly targetMin: string;
  readonly targetMax: string;
  readonly baseline: string;
  readonly baselineDate: string;
  /** The period that the file names beside all baselines, such as a column "Baseline (2015)". */
  readonly baselinePeriod: string;
  readonly owner: string;
  readonly goal: string;
  /** What the goal is called, where `goal` is its id. */
  readonly goalTitle: string;
  readonly timeframe: string;
  readonly start: string;
  readonly due: string;
  readonly why: string;
  readonly ifOffTrack: string;
  readonly type: string;
  readonly tags: string;
  readonly state: string;
  readonly values: readonly RawValue[];
  /** Whether its target is where the way from its baseline leads, as in OKRs, whatever the direction. */
  readonly isWay: boolean;
}

/** What a file says of the time of a goal or a KPI. */
export type StatedTime = Pick<Indicator, "timeframe" | "start" | "due">;

/** The names of the texts of an indicator. */
export type IndicatorField = Exclude<keyof Indicator, "values" | "isWay" | "place">;

/** An indicator that is being filled in. */
export type OpenIndicator = { -readonly [Name in keyof Indicator]: Indicator[Name] };

/** An indicator of which nothing is known but its place. */
export function emptyIndicator(place: string): OpenIndicator {
  return {
    place,
    title: "",
    id: "",
    metric: "",
    metricTitle: "",
    definition: "",
    unit: "",
    better: "",
    category: "",
    cadence: "",
    aggregation: "",
    source: "",
    link: "",
    target: "",
    targetPeriod: "",
    targetMin: "",
    targetMax: "",
    baseline: "",
    baselineDate: "",
    baselinePeriod: "",
    owner: "",
    goal: "",
    goalTitle: "",
    timeframe: "",
    start: "",
    due: "",
    why: "",
    ifOffTrack: "",
    type: "",
    tags: "",
    state: "",
    values: [],
    isWay: false,
  };
}
