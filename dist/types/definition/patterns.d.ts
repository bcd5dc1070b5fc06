/** The forms of text in a definition, as regular expressions that every part shares. No zod in here. */
/** Lower-case words joined by hyphens. */
export declare const ID: RegExp;
export declare const ID_LENGTH = 64;
/**
 * `@handle`, `@org/team`, `team:name` or an e-mail address. The domain is spelled so that its first dot is
 * the only one to try: with `[^@\s]+\.[^@\s]+` a long hostile text takes time by the square of its length.
 */
export declare const OWNER: RegExp;
/** The years that a timeframe may lie in. */
export declare const FIRST_YEAR = 1900;
export declare const LAST_YEAR = 2999;
/** `2026`, `2026-H2`, `2026-Q3`, `2026-07`, `2026-W31`, `FY2026`, `FY2026-Q2`. */
export declare const TIMEFRAME: RegExp;
/** Text that says something: blank text counts as none. */
export declare const SAID: RegExp;
/** `+25%` or `-50%`. */
export declare const RELATIVE_TARGET: RegExp;
/** A real day, `2026-06-30`. */
export declare const DATE: RegExp;
/** A real day, or `2026-07`, `2026-W31`, `2026-Q3`, `2026`, which stand for their last day. */
export declare const DATE_OR_PERIOD: RegExp;
/** A day that every year has, `04-01`. */
export declare const MONTH_DAY: RegExp;
/** A link that a browser opens; `javascript:` and the like are kept out. */
export declare const LINK: RegExp;
/** A language tag such as `en` or `pt-BR`. */
export declare const LANGUAGE: RegExp;
