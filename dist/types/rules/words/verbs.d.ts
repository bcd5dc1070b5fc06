/** The verbs that titles open with, and when such a word is a noun or an adjective after all. */
/** Verbs that say which way a number is to go. */
export declare const DIRECTIONS: readonly string[];
/** 1 for a verb that lets a number rise, -1 for one that lets it fall, 0 where it may be either. */
export declare function directionOf(verb: string): 1 | -1 | 0;
/** Verbs that say that a value is to be reached or kept. */
export declare const REACHING: readonly string[];
/** Verbs that say what is done, whatever comes of it. */
export declare const ACTIVITIES: readonly string[];
/** Whether a direction word at the opening of a title is a verb, by what follows it: "Increase in visits" has none. */
export declare function isDirectionVerb(word: string, after: string): boolean;
/** Whether a word for reaching or keeping at the opening of a title is a verb: "Win rate" and "Reach of posts" have none. */
export declare function isReachingVerb(word: string, after: string): boolean;
/** Whether an activity word at the opening of a title is a verb, by what follows it. */
export declare function isActivityVerb(word: string, after: string): boolean;
