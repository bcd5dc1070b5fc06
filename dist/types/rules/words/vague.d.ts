/** Words that two people read differently, and where they are terms, names or answers of a survey instead. */
import { type Hit, type WordOptions } from "./phrases.ts";
import type { Title } from "./titles.ts";
/** The words that specific/vague-term looks for unless a team says otherwise. */
export declare const VAGUE_OPTIONS: import("../define.ts").RuleOptions<WordOptions>;
/** The vague words of a title. */
export declare function vagueWords(title: Title, given: Partial<WordOptions>): readonly Hit[];
