/** The fix of data/unsorted: rows change places as they are written, with their comments. */
import type { FixContext, MadeFix } from "./made-fix.ts";
/** Sorts a data file or the `values` of a metric; null where a row has no date or could not move alone. */
export declare function sortRows({ problem, text, trees }: FixContext): MadeFix | null;
