/** What the columns of a table may be. */

/** What a column may be mapped to, with its meaning; `values` may be several columns. */
export const CSV_FIELDS = {
  title: "what is measured or reached; the only column that is needed",
  id: "an id to make ids from",
  metric: "the metric, where it has a title of its own; rows that name the same one share it",
  "metric-title": "the title of the metric, where metric is its id",
  definition: "what is counted and what is not",
  unit: "%, EUR, visits …",
  better: "higher or lower",
  category: "financial, customer, operational or employee",
  cadence: "how often there is a value",
  aggregation: "how values become one: last, sum, running, mean, ratio, min, max",
  source: "where the values come from",
  link: "the address of a report or dashboard",
  target: "a number, or words such as at least 95 %",
  "target-min": "the least that must be kept",
  "target-max": "the most that must be kept",
  baseline: "where it starts from",
  "baseline-date": "the day or period of the baseline",
  value: "a measured value",
  date: "the day or period of the value",
  values: "measured values in a column for each period, such as 2025",
  timeframe: "2026, 2026-Q3, from … to …",
  start: "the first day",
  due: "the last day",
  owner: "who answers",
  goal: "the goal or objective it serves",
  "goal-title": "the title of the goal, where goal is its id",
  why: "how it serves the goal",
  "if-off-track": "what is done when it falls behind",
  type: "leading or lagging, input or output",
  tags: "words to group by, with commas",
  state: "draft, active or retired",
} as const;

export type CsvField = keyof typeof CSV_FIELDS;

/** Which column is which: by field, by position. */
export interface Mapping {
  readonly fields: Readonly<Partial<Record<Exclude<CsvField, "values">, number>>>;
  /** A column for each period. */
  readonly values: readonly number[];
  /** Columns whose empty cells mean the one above, as below merged cells. */
  readonly fill: readonly number[];
}

/** The fields that one column has. */
export type SingleField = Exclude<CsvField, "values">;
