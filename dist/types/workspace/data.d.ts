/** The rows of metrics: inline values at once, data files after all definitions are known. */
import type { MetricDefinition } from "../definition/file.ts";
import type { Problem } from "../findings/finding.ts";
import type { Metric, Origin } from "./model.ts";
import { type SeriesResult } from "./series.ts";
/** The text of a data file, or why it may not or could not be read. */
export type DataFile = {
    readonly ok: true;
    readonly path: string;
    readonly text: string;
    readonly badByte: number | null;
} | {
    readonly ok: false;
    readonly reason: "missing" | "outside" | "link" | "unreadable" | "too-large" | "pointer";
    /** The nearest file that exists, relative to the definition's folder. */
    readonly nearest: string | null;
    readonly detail: string;
};
/**
 * Reads `path`, relative to the folder of the definition file `from`.
 * `optional` is set for the default `data/<id>.csv`: null where it does not exist.
 */
export type ReadData = (from: string, path: string, optional: boolean) => DataFile | null;
/** The same file; a failure where it is only a pointer of git LFS, which has no rows. */
export declare function refusingPointer(file: DataFile): DataFile;
/** The multiplier of a ratio: as stated, else 100 for percentages and 1 for the rest. */
export declare function scaleOf(definition: Partial<MetricDefinition>): number;
/** The inline rows of the definitions of one file: where an alias gives two metrics one definition, it is read once. */
export type InlineRows = {
    readonly definition: object;
    readonly rows: SeriesResult;
}[];
/**
 * A metric with its inline values; one with a data file gets its rows in `readRows`.
 * `before` holds the rows of the metrics of the same file, and gets those of this one.
 */
export declare function metricFrom(id: string, origin: Origin, definition: Partial<MetricDefinition>, faulty: ReadonlySet<string> | null, problems: Problem[], before: InlineRows): Metric;
/** Whether the rows of a metric stand in a data file, if anywhere. */
export declare function isWithoutRows({ series, definition }: Metric): boolean;
/** Reads the data files of metrics; the CSV reader is loaded only where there is one. */
export declare function readRows(wanting: readonly Metric[], read: ReadData, metrics: Map<string, Metric>, problems: Problem[]): Promise<void>;
