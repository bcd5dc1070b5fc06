/** A KPI's target in the words of a title, and where in a title they belong. */
import type { Kpi } from "../../workspace/model.ts";
/** Ways to name the target after a verb, the level first: `to 60 250 visits`, `by 25%`; none for `true`. */
export declare function targetPhrases(kpi: Kpi, verb: string, unit: string | undefined): readonly string[];
/** Where words on how much belong in a title: before a date or parentheses at its end, else at its end. */
export declare function endOfWhat(plain: string): number;
