/** What a title promises, by the verbs it opens with: a direction, two of them, or mere work. */
import { type Hit, type WordOptions } from "./phrases.ts";
import type { Title } from "./titles.ts";
/** The verbs of specific/direction-without-number and specific/multiple-outcomes unless a team says otherwise. */
export declare const DIRECTION_OPTIONS: import("../define.ts").RuleOptions<WordOptions>;
/** The verbs of specific/activity-not-result unless a team says otherwise. */
export declare const ACTIVITY_OPTIONS: import("../define.ts").RuleOptions<WordOptions>;
/** The verbs of specific/title-target-mismatch unless a team says otherwise. */
export declare const PROMISE_OPTIONS: import("../define.ts").RuleOptions<WordOptions>;
/** The verb a title opens with where it promises a number. */
export declare const openingPromise: (title: Title, given: Partial<WordOptions>) => Hit | null;
/** Whether a number may follow a verb without a preposition: "Reach 500 visits". */
export declare function isReaching(verb: string): boolean;
/** The work a title opens with. */
export declare const openingActivity: (title: Title, given: Partial<WordOptions>) => Hit | null;
/** The direction verb that a title opens with and gives no number to. */
export declare function directionWithoutNumber(title: Title, given: Partial<WordOptions>): Hit | null;
/** The work that a title opens with and gives no number to. */
export declare function activityWithoutNumber(title: Title, given: Partial<WordOptions>): Hit | null;
/** The second direction verb of a title that opens with one: "Increase sales and reduce returns". */
export declare function secondOutcome(title: Title, given: Partial<WordOptions>): Hit | null;
