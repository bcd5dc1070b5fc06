/** The rows of a data file. Apart from `series.ts`, so that the CSV reader is loaded only where there is a file. */
import { type RowOptions, type SeriesResult } from "./series.ts";
/**
 * Reads a data file. Never throws, whatever the text is.
 *
 * A file without a readable header, or over a limit, gives no rows: a guess or a part would pass for the whole.
 */
export declare function seriesFromCsv(text: string, options: RowOptions): SeriesResult;
