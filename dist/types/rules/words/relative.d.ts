/** Words for a time that moves with the reader: "next quarter", "by end of year", "soon". */
import { type Hit, type WordOptions } from "./phrases.ts";
import type { Title } from "./titles.ts";
/** The words that timely/relative-words looks for unless a team says otherwise. */
export declare const RELATIVE_OPTIONS: import("../define.ts").RuleOptions<WordOptions>;
/**
 * The words of a title for a time that only the day of reading gives. A KPI's title without a verb and a number may
 * count what was done by such a time ("books closed by the end of the month"); a goal's title promises.
 */
export declare function relativeWords(title: Title, given: Partial<WordOptions>, isGoal?: boolean): readonly Hit[];
