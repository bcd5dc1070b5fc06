/** How a title opens: what the rules on directions and activities go by. */
import type { RuleOptions } from "../define.ts";
import { type Hit, type WordOptions } from "./phrases.ts";
import type { Title } from "./titles.ts";
type Opening = (title: Title, given: Partial<WordOptions>) => Hit | null;
/** Finds which of the words of a rule's options a title opens with, an adverb aside, where it is read as a verb. */
export declare function opening(options: RuleOptions<WordOptions>, isVerb: (word: string, after: string) => boolean): Opening;
export {};
