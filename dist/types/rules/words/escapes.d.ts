/** Words that take a promise back, and words that leave open what counts. */
import { type Hit, type WordOptions } from "./phrases.ts";
import type { Title } from "./titles.ts";
/** The words that specific/escape-clause looks for unless a team says otherwise. */
export declare const ESCAPE_OPTIONS: import("../define.ts").RuleOptions<WordOptions>;
/** The words that specific/open-ended looks for unless a team says otherwise. */
export declare const OPEN_OPTIONS: import("../define.ts").RuleOptions<WordOptions>;
/** The words of a title that take its promise back. */
export declare function escapeClauses(title: Title, given: Partial<WordOptions>): readonly Hit[];
/** The words of a title that leave open what else counts. */
export declare function openEnds(title: Title, given: Partial<WordOptions>): readonly Hit[];
