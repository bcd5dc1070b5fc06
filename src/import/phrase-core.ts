/** The heart of a target phrase, without deadline and period: a level, a bound, a range, a change, a way from to. */

import type { Direction } from "../workspace/target.ts";
import type { FiscalYear } from "../workspace/timeframe.ts";
import { type Amount, readAmount } from "./amount.ts";
import { type Named, periodNamed } from "./dates.ts";
import type { Decimal } from "./numbers.ts";
import { whyUnreadable } from "./phrase-refusals.ts";
import type { TargetValue } from "./phrases.ts";
import { isTime, sameUnit } from "./units.ts";

/** What the heart of a phrase says. */
export interface Core {
  readonly target: TargetValue;
  readonly unit: string | null;
  readonly better: Direction | null;
  readonly baseline: number | null;
  readonly baselinePeriod: Named | null;
  readonly due: number | null;
  readonly notes: readonly string[];
}

/** Why there is none, as the second half of a sentence. */
export type Refusal = string;

interface Context {
  readonly decimal: Decimal;
  readonly fiscal: FiscalYear;
  readonly unit: string | null;
  readonly better: Direction | null;
}

/** A reading of the whole text; a sentence where it is of this kind and open; null where it is of another kind. */
type Reader = (text: string, context: Context) => Core | Refusal | null;

const STRICT = "the bound itself counts as met here";

const UP = "increase|raise|grow|boost|expand|lift|rise|gain|growth|increases|increasing|raising|growing|rising";
const DOWN =
  "reduce|decrease|lower|cut|shrink|drop|lessen|fall|decline|reduction|decreases|reduces|reducing|decreasing|lowering|cutting|shorten|minimi[sz]e";
const BETTER = "improve|improvement|improving|enhance";
/** What is increased or reduced; words that begin another part of the phrase end it. */
const OBJECT = String.raw`(?: (?!(?:and|or|from|to|by|between|at|above|below|over|under|within|not|no|until|per)\b)\p{L}[\p{L}'’-]*){0,6}?`;
const ARTICLE = "(?:an? |the )?";
/** "in energy use", behind a change. */
const ON_WHAT = String.raw`(?: (?:in|of)(?: (?!(?:and|or|from|to|by|of|between|over|per|than|compared)\b)\p{L}[\p{L}'’-]*){1,6})?`;

/** Reads the heart of a phrase; a sentence where it has no meaning, or several. */
export function coreOf(text: string, context: Context): Core | Refusal {
  const bare = withoutLeadIn(text);
  for (const read of READERS) {
    const found = read(bare, context);
    if (found !== null) return found;
  }
  return whyUnreadable(bare);
}

function withoutLeadIn(text: string): string {
  return text
    .replace(
      /^(?:(?:our|the) )?(?:target|goal|aim|objective)(?: is| of| value)?(?: ?[:=] ?| (?=[\d<>≤≥$€£]| at | no | more | less ))/i,
      "",
    )
    .replace(/^(?:we (?:will|want to|aim to) |to |must |should |shall )(?=\p{L})/iu, "")
    .trim();
}

function core(target: TargetValue, unit: string | null, better: Direction | null, notes: readonly string[] = []): Core {
  return { target, unit, better, baseline: null, baselinePeriod: null, due: null, notes };
}

// Bounds

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

interface Bound {
  readonly side: "min" | "max";
  readonly amount: Amount;
  readonly notes: readonly string[];
}

function boundIn(text: string, context: Context): Bound | Refusal | null {
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

function strictNote(word: string): string {
  return `"${word.trim()}" is read with its bound: ${STRICT}`;
}

const bound: Reader = (text, context) => {
  const found = boundIn(text, context);
  if (found === null || typeof found === "string") return found;
  const { side, amount, notes } = found;
  if (amount.isPoints || amount.sign === "+") return "it does not say whether it is a level or a change";
  const target = side === "min" ? { min: amount.value } : { max: amount.value };
  return core(target, amount.unit, side === "min" ? "higher" : "lower", notes);
};

/** "at least 10 and at most 20" */
const bothBounds: Reader = (text, context) => {
  const [first, second, ...others] = text.split(/,? (?:and|but)(?: also)? |, ?|; ?/i);
  if (first === undefined || second === undefined || others.length > 0) return null;
  const bounds = [boundIn(first, context), boundIn(second, context)];
  const [a, b] = bounds;
  if (a == null || b == null || typeof a === "string" || typeof b === "string" || a.side === b.side) return null;
  const [min, max] = a.side === "min" ? [a, b] : [b, a];
  return range(min.amount, max.amount, [...min.notes, ...max.notes]);
};

// Ranges

const BETWEEN = new RegExp(
  `^${HOLDING}(?:between|in (?:the )?range(?: of)?|within(?: the)?(?: range)?(?: of)?|(?:a )?range of) (?<low>.+?)(?: and | to | ?- ?)(?<high>.+)$`,
  "iu",
);
const DASHED = new RegExp(`^${HOLDING}(?:from )?(?<low>[^-]+?) ?(?:-|\\.\\.+|(?<to>to)) ?(?<high>[^-]+)$`, "iu");

const between: Reader = (text, context) => {
  const groups = BETWEEN.exec(text)?.groups;
  return groups === undefined ? null : rangeOf(groups, context);
};

/** `10-20`; two years are none. "10 to 20" may be a range, a ratio, or the way from one to the other. */
const dashed: Reader = (text, context) => {
  const groups = DASHED.exec(text)?.groups;
  if (groups === undefined || /^(?:19|20)\d\d$/.test(groups.low ?? "")) return null;
  const found = rangeOf(groups, context);
  return found === null || groups.to === undefined
    ? found
    : 'it may be a range or a way; "between" or "from" would tell';
};

function rangeOf(groups: Readonly<Record<string, string | undefined>>, { decimal }: Context): Core | Refusal | null {
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

// Changes

const CHANGE_BY = new RegExp(
  `^(?:(?<up>${UP})|(?<down>${DOWN})|(?<better>${BETTER}))${OBJECT} by (?<strict>at least |a minimum of |more than |over )?(?<rest>.+)$`,
  "iu",
);
const CHANGE_OF = new RegExp(
  `^${ARTICLE}(?:(?<up>${UP})|(?<down>${DOWN})|(?<better>${BETTER}))(?<of> of)? (?<strict>at least |a minimum of |more than |over )?(?<rest>[$€£¥]?[\\d].*)$`,
  "iu",
);
const CHANGED = new RegExp(
  `^(?:at least |${ARTICLE})(?<rest>[+-]?[$€£¥]?\\d.*?) (?:(?<up>${UP}|more|higher|greater|up)|(?<down>${DOWN}|less|fewer|lower|shorter|faster|down)|(?<better>${BETTER}|better))${ON_WHAT}$`,
  "iu",
);
const SIGNED = /^(?<rest>[+-] ?\d.*)$/;
const FACTORS: Readonly<Record<string, number>> = {
  double: 100,
  doubled: 100,
  doubling: 100,
  triple: 200,
  tripled: 200,
  quadruple: 300,
  halve: -50,
  halved: -50,
  halving: -50,
};

const changeBy: Reader = (text, context) => {
  const groups = CHANGE_BY.exec(text)?.groups;
  if (groups === undefined) return null;
  if (/^half$/i.test(groups.rest ?? "")) return groups.down === undefined ? null : core("-50%", null, "lower");
  return change(groups, context);
};

/** "reduction of 20 %", "20 % less"; without % the word "of" may name a level. */
const changeOf: Reader = (text, context) => {
  const before = CHANGE_OF.exec(text)?.groups;
  const groups = before ?? CHANGED.exec(text)?.groups;
  const found = groups === undefined ? null : change(groups, context);
  const isOpen = before !== undefined && before.of === undefined && found !== null && typeof found !== "string";
  return isOpen && typeof found.target !== "string" ? "it does not say whether by or to the number" : found;
};

function change(groups: Readonly<Record<string, string | undefined>>, context: Context): Core | Refusal | null {
  const amount = readAmount(groups.rest ?? "", context.decimal);
  if (amount === null) return null;
  if (amount.sign !== null) return "it has both a sign and a word for its direction";
  const better = groups.better === undefined ? (groups.up === undefined ? "lower" : "higher") : context.better;
  if (better === null) return "it does not say whether the number is to rise or to fall";
  const notes = /more than|over/i.test(groups.strict ?? "") ? [strictNote(groups.strict ?? "")] : [];
  return changeWith(amount, better, notes);
}

function changeWith(amount: Amount, better: Direction, notes: readonly string[]): Core | Refusal {
  const value = better === "lower" ? -amount.value : amount.value;
  if (value === 0) return "a change by nothing is none";
  if (amount.unit === "%" && !amount.isPoints) {
    return /e/.test(String(value))
      ? "its number is out of range"
      : core(`${value > 0 ? "+" : ""}${value}%`, null, better, notes);
  }
  return core({ by: value }, amount.unit, better, notes);
}

/** `+5%` is a change; `+10` may be a level as well. */
const signed: Reader = (text, context) => {
  const groups = SIGNED.exec(text)?.groups;
  const amount = groups === undefined ? null : readAmount(groups.rest?.replace(" ", "") ?? "", context.decimal);
  if (amount === null || amount.sign === null) return null;
  if (amount.unit !== "%") return amount.sign === "+" ? "it does not say whether it is a level or a change" : null;
  const size: Amount = { value: Math.abs(amount.value), unit: "%", sign: null, isPoints: amount.isPoints };
  return changeWith(size, amount.sign === "-" ? "lower" : "higher", []);
};

const FACTOR = new RegExp(`^(?<word>${Object.keys(FACTORS).join("|")})${OBJECT}$`, "iu");

const factor: Reader = (text) => {
  const percent = FACTORS[FACTOR.exec(text)?.groups?.word?.toLowerCase() ?? ""];
  if (percent === undefined) return null;
  return core(`${percent > 0 ? "+" : ""}${percent}%`, null, percent > 0 ? "higher" : "lower");
};

// The way from one value to another

const IN_YEAR = String.raw`(?: \(?(?:in )?(?<{}>(?:19|20)\d\d|FY ?\d{2,4}|Q[1-4] (?:19|20)\d\d)\)?)?`;
const FROM_TO = new RegExp(
  `^(?:(?<up>${UP})|(?<down>${DOWN})|(?<better>${BETTER}|move|go|change|bring|get))${OBJECT} from (?<from>.+?)${IN_YEAR.replace("{}", "start")} to (?<to>.+?)${IN_YEAR.replace("{}", "end")}$`,
  "iu",
);
const TO_FROM = new RegExp(
  `^(?:(?<up>${UP})|(?<down>${DOWN})|(?<better>${BETTER}|move|go|change|bring|get))${OBJECT} to (?<to>.+?) from (?<from>.+?)$`,
  "iu",
);
const ARROW = new RegExp(
  `^(?<from>.+?)${IN_YEAR.replace("{}", "start")} ?(?:→|->|=>|⇒|➔) ?(?<to>.+?)${IN_YEAR.replace("{}", "end")}$`,
  "iu",
);

const fromTo: Reader = (text, context) => {
  const groups = FROM_TO.exec(text)?.groups ?? TO_FROM.exec(text)?.groups ?? ARROW.exec(text)?.groups;
  if (groups === undefined) return null;
  const from = readAmount(groups.from ?? "", context.decimal);
  const to = readAmount(groups.to ?? "", context.decimal);
  if (from === null || to === null) return null;
  if (from.unit !== null && to.unit !== null && !sameUnit(from.unit, to.unit))
    return "its two numbers have different units";
  if (from.value === to.value) return "it begins where it ends";
  if (from.isPoints || to.isPoints || from.sign === "+" || to.sign === "+")
    return "it does not say whether it is a level or a change";
  const better: Direction = to.value > from.value ? "higher" : "lower";
  const said = groups.up !== undefined ? "higher" : groups.down !== undefined ? "lower" : better;
  if (said !== better) return "its verb and its numbers go in different directions";
  const start = groups.start === undefined ? null : periodNamed(groups.start, context.fiscal);
  const end = groups.end === undefined ? null : periodNamed(groups.end, context.fiscal);
  return {
    target: to.value,
    unit: to.unit ?? from.unit,
    better,
    baseline: from.value,
    baselinePeriod: start,
    due: end?.end ?? null,
    notes: [],
  };
};

// Levels

const CHANGE_TO = new RegExp(`^(?:(?<up>${UP})|(?<down>${DOWN})|(?:${BETTER}))${OBJECT} to (?<rest>.+)$`, "iu");
const KEEP_AT =
  /^(?:maintain|maintained|keep|kept|stay|remain|hold|sustain)(?: it| them)?(?: at| steady at)? (?<rest>.+)$/iu;
const REACH =
  /^(?:(?:reach|achieve|attain|hit|get to|deliver|obtain|score)(?: an?)? )?(?:(?:an? )?(?:average|mean|median|score|rating|rate|level|value|total|index|nps|result)(?: score| rate| value| rating)?(?: of|:| =)? )?(?:exactly |= ?)?(?<rest>.+)$/iu;

/** "increase to 50 %": a level, with its direction; "to at least 50 %" is reached, too. */
const changeTo: Reader = (text, context) => {
  const groups = CHANGE_TO.exec(text)?.groups;
  if (groups === undefined) return null;
  const better: Direction | null = groups.up !== undefined ? "higher" : groups.down !== undefined ? "lower" : null;
  const limit = boundIn(groups.rest ?? "", context);
  if (limit !== null && typeof limit !== "string") {
    const isBetterSide = better === null || (limit.side === "min") === (better === "higher");
    if (!isBetterSide || limit.amount.sign === "+" || limit.amount.isPoints)
      return "its verb and its bound go in different directions";
    return core(limit.amount.value, limit.amount.unit, limit.side === "min" ? "higher" : "lower", limit.notes);
  }
  const amount = readAmount(groups.rest ?? "", context.decimal);
  if (amount === null || amount.isPoints || amount.sign === "+") return null;
  return core(amount.value, amount.unit, better);
};

/** "maintain 95 %" has a side only where it is known which one is better. */
const keepAt: Reader = (text, context) => {
  const rest = KEEP_AT.exec(text)?.groups?.rest;
  const amount = rest === undefined ? null : readAmount(rest, context.decimal);
  if (amount === null || amount.isPoints || amount.sign === "+") return null;
  if (context.better === null) return "it does not say whether to stay at or above, or at or below";
  return core(context.better === "higher" ? { min: amount.value } : { max: amount.value }, amount.unit, null);
};

const level: Reader = (text, context) => {
  const rest = REACH.exec(text)?.groups?.rest;
  const amount = rest === undefined ? null : readAmount(rest, context.decimal);
  if (amount === null) return null;
  if (amount.isPoints) return "percentage points say how far, not from where";
  if (amount.sign === "+") return "it does not say whether it is a level or a change";
  if (amount.unit === "min" && context.unit === null) return "min may be minutes or a minimum";
  if (/^m$/i.test(amount.unit ?? "")) return "m may be metres, minutes or millions";
  // The worst that "none at all" could mean is a maximum, and the direction makes it one.
  return core(amount.value, amount.unit, amount.value === 0 ? "lower" : null);
};

const DONE =
  /^(?:yes|done|true|complete[d]?|completion|finished|launched|shipped|delivered|live|implemented|published|in place|achieved|100 ?% (?:complete|completed|done|implemented|completion))$/i;

const done: Reader = (text, { unit }) => {
  if (!DONE.test(text)) return null;
  if (unit !== null && unit !== "boolean") return `it says that something is done, and the unit is "${unit}"`;
  return core(true, "boolean", null);
};

/** The first that knows the whole text decides. */
const READERS: readonly Reader[] = [
  done,
  fromTo,
  changeBy,
  changeTo,
  changeOf,
  signed,
  factor,
  between,
  bothBounds,
  bound,
  keepAt,
  level,
  dashed,
];
