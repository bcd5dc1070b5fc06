/** Bounds and ranges of target phrases: "at least 95 %", "below 5 days", "between 10 and 20". */

import { type Amount, readAmount } from "./amount.ts";
import { type Core, core, type PhraseContext, type Reader, type Refusal, strictNote } from "./phrase-words.ts";
import { isTime, sameUnit } from "./units.ts";

const AT_LEAST =
  ">=|=>|≥|at least|at or above|at or over|at minimum|no less than|not less than|no fewer than|not fewer than|not below|no lower than|not lower than|no worse than or equal to|(?:a )?minimum(?: of)?|min\\.?|equal to or (?:greater|higher|more) than|equal to or (?:above|exceeding)|(?:greater|more|higher) than or equal to|(?:to )?meets? or exceeds?|reach or exceed";
const MORE_THAN = ">|more than|over|above|greater than|higher than|exceeds?|exceeding|in excess of";
const AT_MOST =
  "<=|=<|≤|at most|at or below|at or under|no more than|not more than|no greater than|not greater than|no higher than|not higher than|no longer than|not longer than|(?:must |should |does |do )?not (?:to )?exceed(?:ing)?|(?:a )?maximum(?: of)?|max\\.?|up to|not above|not over|equal to or (?:less|fewer|lower) than|equal to or below|(?:less|fewer|lower) than or equal to";
const LESS_THAN = "<|less than|fewer than|below|under|lower than|shorter than";
/** Verbs that say that a value is to be kept or reached, which the bound says anyway. */
const HOLDING =
  "(?:(?:maintain|maintained|keep|kept|stay|stays|remain|remains|hold|held|sustain|ensure|be|is|achieve|reach|attain|hit|get)(?: it| them)?(?: at)? )?";
const BEFORE = new RegExp(
  `^${HOLDING}(?:(?<min>${AT_LEAST})|(?<over>${MORE_THAN})|(?<max>${AT_MOST})|(?<under>${LESS_THAN})|(?<within>within|in under|in less than)) ?(?<rest>.+)$`,
  "iu",
);
const AFTER = new RegExp(
  "^(?<rest>.+?)(?: ?(?<plus>\\+)|,? ?(?:(?<min>(?:or|and) (?:more|above|higher|over|greater|up|upwards?|longer)|(?:as a |at )?minimum|at least|or exceed(?:ed)?)|" +
    "(?<max>(?:or|and) (?:less|fewer|below|lower|under|shorter|faster|sooner)|(?:as a |at )?maximum|max\\.?|at (?:the )?most)|(?<better>or better)))$",
  "iu",
);

/** One side, and how far. */
export interface Bound {
  readonly side: "min" | "max";
  readonly amount: Amount;
  readonly notes: readonly string[];
}

/** The bound that a whole text is; a sentence where its side is open; null where it is none. */
export function boundIn(text: string, context: PhraseContext): Bound | Refusal | null {
  const before = BEFORE.exec(text)?.groups;
  if (before !== undefined) {
    const { min, over, within, rest = "" } = before;
    const amount = readAmount(rest, context.decimal);
    if (amount === null) return null;
    if (within !== undefined && !isTime(amount.unit ?? context.unit ?? "")) return null;
    const isStrict =
      over !== undefined || before.under !== undefined || (within !== undefined && /less|under/i.test(within));
    const side = min !== undefined || over !== undefined ? "min" : "max";
    return { side, amount, notes: isStrict ? [strictNote(over ?? before.under ?? within ?? "")] : [] };
  }
  const after = AFTER.exec(text)?.groups;
  if (after === undefined) return null;
  const amount = readAmount((after.rest ?? "").trim(), context.decimal);
  if (amount === null) return null;
  if (after.better !== undefined && context.better === null) return "it does not say which side is better";
  const isMin = after.better !== undefined ? context.better === "higher" : (after.plus ?? after.min) !== undefined;
  return { side: isMin ? "min" : "max", amount, notes: [] };
}

/** "at least 95 %" */
export const bound: Reader = (text, context) => {
  const found = boundIn(text, context);
  if (found === null || typeof found === "string") return found;
  const { side, amount, notes } = found;
  if (amount.isPoints || amount.sign === "+") return "it does not say whether it is a level or a change";
  const target = side === "min" ? { min: amount.value } : { max: amount.value };
  return core(target, amount.unit, side === "min" ? "higher" : "lower", notes);
};

/** "at least 10 and at most 20" */
export const bothBounds: Reader = (text, context) => {
  const [first, second, ...others] = text.split(/,? (?:and|but)(?: also)? |, ?|; ?/i);
  if (first === undefined || second === undefined || others.length > 0) return null;
  const bounds = [boundIn(first, context), boundIn(second, context)];
  const [a, b] = bounds;
  if (a == null || b == null || typeof a === "string" || typeof b === "string" || a.side === b.side) return null;
  const [min, max] = a.side === "min" ? [a, b] : [b, a];
  return range(min.amount, max.amount, [...min.notes, ...max.notes]);
};

const BETWEEN = new RegExp(
  `^${HOLDING}(?:between|in (?:the )?range(?: of)?|within(?: the)?(?: range)?(?: of)?|(?:a )?range of) (?<low>.+?)(?: and | to | ?- ?)(?<high>.+)$`,
  "iu",
);
const DASHED = new RegExp(`^${HOLDING}(?:from )?(?<low>[^-]+?) ?(?:-|\\.\\.+|(?<to>to)) ?(?<high>[^-]+)$`, "iu");

/** "between 10 and 20" */
export const between: Reader = (text, context) => {
  const groups = BETWEEN.exec(text)?.groups;
  return groups === undefined ? null : rangeOf(groups, context);
};

/** `10-20`; two years are none. "10 to 20" may be a range, a ratio, or the way from one to the other. */
export const dashed: Reader = (text, context) => {
  const groups = DASHED.exec(text)?.groups;
  if (groups === undefined || /^(?:19|20)\d\d$/.test(groups.low ?? "")) return null;
  const found = rangeOf(groups, context);
  return found === null || groups.to === undefined
    ? found
    : 'it may be a range or a way; "between" or "from" would tell';
};

function rangeOf(
  groups: Readonly<Record<string, string | undefined>>,
  { decimal }: PhraseContext,
): Core | Refusal | null {
  const low = readAmount(groups.low ?? "", decimal);
  const high = readAmount(groups.high ?? "", decimal);
  return low === null || high === null ? null : range(low, high, []);
}

function range(low: Amount, high: Amount, notes: readonly string[]): Core | Refusal {
  if (low.isPoints || high.isPoints || low.sign === "+" || high.sign !== null)
    return "it does not say whether it is a level or a change";
  if (low.unit !== null && high.unit !== null && !sameUnit(low.unit, high.unit))
    return "its two numbers have different units";
  if (low.value > high.value) return "its first number is larger than its second";
  return core({ min: low.value, max: high.value }, high.unit ?? low.unit, null, notes);
}
