/** How the rows of a metric differ, day by day, wherever they are written. */
import type { Place } from "../findings/finding.ts";
import { type Day } from "../workspace/day.ts";
import type { Metric } from "../workspace/model.ts";
import type { Series } from "../workspace/series.ts";
import type { MetricPair } from "./pairs.ts";
/** One row: its place among the rows of its metric. */
export interface Row {
    readonly metric: Metric;
    readonly series: Series;
    readonly index: number;
    readonly day: Day;
}
export interface RowDifferences {
    /** Rows of the base that say something else, or are gone (`after` is null), oldest first. */
    readonly rewritten: readonly {
        readonly before: Row;
        readonly after: Row | null;
    }[];
    /** New rows that are older than the newest one of the base, and those that are newer; oldest first. */
    readonly older: readonly Row[];
    readonly newer: readonly Row[];
}
/** The differences of rows that are measured; those of a derived metric follow from its parts, and are none. */
export declare function rowDifferences({ before, after }: Pick<MetricPair, "before" | "after">): RowDifferences;
/** Where rows are: a file, relative to the root; `values` in the definition; null where there are none to be read. */
export declare function placeOfRows({ dataFile, series }: Metric): string | null;
/** The value of a row; of a ratio its share times the scale. */
export declare function numberOf({ series, index }: Row): number;
/** A row as its author wrote it: `68`, `45 / 1,200`. */
export declare function rowText(row: Row): string;
/** A row with the unit of its metric: `68 points`, `45 / 1,200`, `done`. */
export declare function rowInWords(row: Row): string;
/** The day of a row as files write it. */
export declare function dateOf({ day }: Row): string;
/** Where the value of a row is written. */
export declare function placeOfValue(row: Row): Place;
/** The whole row, or its date where it stands in a definition. */
export declare function placeOfWholeRow({ metric, series, index }: Row): Place;
