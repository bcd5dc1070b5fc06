/** An amount: one number with its currency, magnitude and unit, and nothing else. */

import { isCurrency } from "../workspace/units.ts";
import { type Decimal, DIGITS, MAGNITUDES, powerOf, readDigits, scaled } from "./numbers.ts";
import { canonicalUnit } from "./units.ts";

export interface Amount {
  readonly value: number;
  /** As the format writes it; null where none is said. */
  readonly unit: string | null;
  /** Written with a sign. */
  readonly sign: "+" | "-" | null;
  /** Percentage points: a difference of percentages. */
  readonly isPoints: boolean;
}

const SIGNS = "(?:US|CA|AU|NZ|HK|A|C)?\\$|[€£¥₹]";
const AMOUNT = new RegExp(
  `^(?<before>${SIGNS}|[A-Z]{3}(?= ?[+-]?\\d))? ?(?<sign>[+-])? ?(?<money>${SIGNS})?(?<digits>${DIGITS})(?<rest>.*)$`,
  "u",
);
const MAGNITUDE = new RegExp(`^ ?(?<word>${MAGNITUDES})(?![\\p{L}\\d])(?<after>.*)$`, "iu");
const POINTS = /^ ?(?:%-?points?|percentage[ -]points?|percent points?|% points?|ppts?|p\.?p\.?|pct\.? ?points?)$/iu;
const PERCENT = /^ ?(?:%|percent|per cent|percentage|pct\.?)(?<noun> .*)?$/iu;

/** Words that say more than what is counted: a comparison, a time, a second thought. */
const NO_UNIT = new RegExp(
  String.raw`(?:^|[\s/-])(?:a|an|the|and|or|of|in|to|at|on|by|from|with|for|per|than|then|is|are|be|was|were|will|as|if|when|over|under|above|below|` +
    `between|within|during|until|till|before|after|since|against|versus|vs|compared|relative|about|around|approximately|roughly|plus|minus|not|no|` +
    `least|most|more|less|fewer|higher|lower|greater|better|worse|up|down|increase[sd]?|decrease[sd]?|increasing|decreasing|reduction|reductions|` +
    `reduce[sd]?|growth|grow|rise|rises|decline|drop|cut|gain|gains|improvement|improved?|change|difference|deviation|baseline|benchmark|average|mean|median|` +
    `maximum|minimum|max|target|previous|prior|last|next|current|each|every|annual|annually|yearly|monthly|quarterly|weekly|daily|` +
    `times|time|tolerance|fold|x|half|double|triple|tb[dca]|total|overall|only|ratio|year-over-year|year-on-year|yoy|respectively|or)(?=$|[\\s/-])`,
  "iu",
);
const WORDS = /^[\p{L}°µ][\p{L}°²³µ0-9.'’/&-]*(?: [\p{L}(][\p{L}().'’/&-]*){0,3}$/u;
/** `per 1,000 patient-days`, `errors per release`. */
const RATE =
  /^(?<what>[\p{L}][\p{L}'’-]*(?: [\p{L}][\p{L}'’-]*){0,2} )?per (?<of>(?:\d{1,3}(?:[, ]\d{3})*|million|thousand|hundred) )?(?<whom>[\p{L}][\p{L}'’-]*(?: [\p{L}][\p{L}'’-]*){0,2})$/u;
/** A share of something: what it is a share of belongs to the title. */
const SHARE_OF = /^ ?(?:%|percent|per cent) of (?<whole>\D{3,140})$/iu;
/** What makes a share of something a comparison, or leaves open what is counted. */
const NO_SHARE =
  /\b(?:baseline|levels?|previous|prior|last|current|target|plan|planned|budget|average|benchmark|than|least|most|more|less|fewer|higher|lower|increase[sd]?|decrease[sd]?|reduce[sd]?|reduction|growth|improve\w*|within|by|per|between|respectively|one|two|three|four|five|six|seven|eight|nine|ten|half|third|twice|tb[dca])\b/iu;

/** Spaces that spreadsheets write between thousands. */
const NARROW_SPACES = /[\u00A0\u2009\u202F]/g;

/** Digits with at most two behind a point, which nobody reads otherwise. */
const PLAIN = /^-?\d{1,15}(?:\.\d{1,2})?$/;

const NUMBER_WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const NUMBER_WORD = new RegExp(`^(?:${NUMBER_WORDS.join("|")}|eleven|twelve)(?= |$)`, "i");

/** Reads the whole text as one amount; null where anything else stands in it. */
export function readAmount(text: string, decimal: Decimal): Amount | null {
  // Most cells are plain numbers, and a file may hold a million of them.
  if (PLAIN.test(text))
    return { value: Number(text), unit: null, sign: text.startsWith("-") ? "-" : null, isPoints: false };
  const spelled = text
    .trim()
    .replace(NARROW_SPACES, " ")
    .replace(NUMBER_WORD, (word) => String(numberWord(word)));
  const groups = AMOUNT.exec(spelled)?.groups;
  if (groups === undefined) return null;
  const { before, sign, money, digits = "", rest = "" } = groups;
  if (before !== undefined && money !== undefined) return null;
  const currency = currencyOf(before ?? money);
  if (currency === undefined) return null;
  const value = readDigits(digits, decimal);
  if (value === null) return null;
  const { power, after } = magnitudeOf(rest, currency !== null);
  const unit = power === null ? null : unitOf(after, currency);
  if (power === null || unit === null) return null;
  return {
    value: scaled(sign === "-" ? -value : value, power),
    unit: unit.name,
    sign: sign === undefined ? null : sign === "-" ? "-" : "+",
    isPoints: unit.isPoints,
  };
}

function numberWord(word: string): number {
  const lower = word.toLowerCase();
  return lower === "eleven" ? 11 : lower === "twelve" ? 12 : NUMBER_WORDS.indexOf(lower);
}

/** Null where there is none, undefined where three letters are no currency. */
function currencyOf(sign: string | undefined): string | null | undefined {
  if (sign === undefined) return null;
  const unit = canonicalUnit(sign);
  return /^[A-Z]{3}$/.test(sign) && !isCurrency(sign) ? undefined : unit;
}

/** `power` is null where a letter may be a magnitude or a unit. */
function magnitudeOf(rest: string, isMoney: boolean): { readonly power: number | null; readonly after: string } {
  const groups = MAGNITUDE.exec(rest)?.groups;
  if (groups === undefined) return { power: 0, after: rest };
  const { word = "", after = "" } = groups;
  return { power: powerOf(word, isMoney), after };
}

interface FoundUnit {
  readonly name: string | null;
  readonly isPoints: boolean;
}

/** Null where the words behind a number are no unit. */
function unitOf(rest: string, currency: string | null): FoundUnit | null {
  if (rest.trim() === "") return { name: currency, isPoints: false };
  if (currency !== null) {
    // "$5 million CAD" and "EUR 5 per seat" say two things.
    return null;
  }
  if (POINTS.test(rest)) return { name: "%", isPoints: true };
  const percent = PERCENT.exec(rest);
  if (percent !== null) {
    const noun = percent.groups?.noun?.trim() ?? "";
    const isPlain = noun === "" || (WORDS.test(noun) && !NO_UNIT.test(noun));
    if (isPlain) return { name: "%", isPoints: false };
    const whole = SHARE_OF.exec(rest)?.groups?.whole;
    return whole !== undefined && !NO_SHARE.test(whole) ? { name: "%", isPoints: false } : null;
  }
  return named(rest);
}

function named(rest: string): FoundUnit | null {
  // A letter right behind digits belongs to them only where it is a known short unit.
  const words = rest.trim();
  if (
    !rest.startsWith(" ") &&
    !/^(?:ms|s|sec|min|h|hrs?|d|kg|g|t|km|cm|mm|kwh|mwh|gwh|kw|mw|gb|tb|mb|°c|°f|€|£|pts?|days?|hours?)$/iu.test(words)
  ) {
    return null;
  }
  // Millimetres to one reader, millions to another.
  if (words === "MM") return null;
  if (WORDS.test(words) && !NO_UNIT.test(words)) return { name: canonicalUnit(words) ?? words, isPoints: false };
  const rate = RATE.exec(words)?.groups;
  if (rate === undefined) return /^[€£¥₹]$/.test(words) ? { name: canonicalUnit(words), isPoints: false } : null;
  const isUnit = !NO_UNIT.test(rate.whom ?? "") && !NO_UNIT.test(rate.what?.trim() ?? "");
  return isUnit ? { name: words, isPoints: false } : null;
}
