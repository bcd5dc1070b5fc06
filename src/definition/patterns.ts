/** The forms of text in a definition, as regular expressions that every part shares. No zod in here. */

/** Lower-case words joined by hyphens. */
export const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const ID_LENGTH = 64;

/**
 * `@handle`, `@org/team`, `team:name` or an e-mail address. The domain is spelled so that its first dot is
 * the only one to try: with `[^@\s]+\.[^@\s]+` a long hostile text takes time by the square of its length.
 */
export const OWNER = /^(@[\w-]+(\/[\w.-]+)?|team:[\w.-]+|[^@\s]+@[^@\s][^@\s.]*\.[^@\s]+)$/;

/** The years that a timeframe may lie in. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2999;

const YEAR = "(?:19|2[0-9])[0-9]{2}";
const MONTH = "(?:0[1-9]|1[0-2])";
const WEEK = "W(?:0[1-9]|[1-4][0-9]|5[0-3])";

/** `2026`, `2026-H2`, `2026-Q3`, `2026-07`, `2026-W31`, `FY2026`, `FY2026-Q2`. */
export const TIMEFRAME = new RegExp(`^(?:${YEAR}(?:-(?:H[12]|Q[1-4]|${MONTH}|${WEEK}))?|FY${YEAR}(?:-Q[1-4])?)$`);

/** Text that says something: blank text counts as none. */
export const SAID = /\S/;

/** `+25%` or `-50%`. */
export const RELATIVE_TARGET = /^[+-][0-9]+(\.[0-9]+)?%$/;

const DAY =
  "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))";
const LEAP_DAY = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29";

/** A real day, `2026-06-30`. */
export const DATE = new RegExp(`^(?:${LEAP_DAY}|[0-9]{4}-${DAY})$`);

/** A real day, or `2026-07`, `2026-W31`, `2026-Q3`, `2026`, which stand for their last day. */
export const DATE_OR_PERIOD = new RegExp(`^(?:${LEAP_DAY}|[0-9]{4}-${DAY}|[0-9]{4}(?:-(?:${MONTH}|Q[1-4]|${WEEK}))?)$`);

/** A day that every year has, `04-01`. */
export const MONTH_DAY = new RegExp(`^${DAY}$`);

/** A link that a browser opens; `javascript:` and the like are kept out. */
export const LINK = /^https?:\/\/[^\s]+$/;

/** A language tag such as `en` or `pt-BR`. */
export const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
