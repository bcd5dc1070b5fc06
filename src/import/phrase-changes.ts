/** Changes in target phrases: "reduce by 20 %", "double", "increase from 40 to 50 %". */

import type { Direction } from "../workspace/target.ts";
import { type Amount, readAmount } from "./amount.ts";
import { periodNamed } from "./dates.ts";
import {
  BETTER,
  type Core,
  core,
  DOWN,
  OBJECT,
  type PhraseContext,
  type Reader,
  type Refusal,
  strictNote,
  UP,
} from "./phrase-words.ts";
import { sameUnit } from "./units.ts";

const ARTICLE = "(?:an? |the )?";
/** "in energy use", behind a change. */
const ON_WHAT = String.raw`(?: (?:in|of)(?: (?!(?:and|or|from|to|by|of|between|over|per|than|compared)\b)\p{L}[\p{L}'’-]*){1,6})?`;
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

/** "reduce costs by 20 %" */
export const changeBy: Reader = (text, context) => {
  const groups = CHANGE_BY.exec(text)?.groups;
  if (groups === undefined) return null;
  if (/^half$/i.test(groups.rest ?? "")) return groups.down === undefined ? null : core("-50%", null, "lower");
  return change(groups, context);
};

/** "reduction of 20 %", "20 % less"; without % the word "of" may name a level. */
export const changeOf: Reader = (text, context) => {
  const before = CHANGE_OF.exec(text)?.groups;
  const groups = before ?? CHANGED.exec(text)?.groups;
  const found = groups === undefined ? null : change(groups, context);
  const isOpen = before !== undefined && before.of === undefined && found !== null && typeof found !== "string";
  return isOpen && typeof found.target !== "string" ? "it does not say whether by or to the number" : found;
};

function change(groups: Readonly<Record<string, string | undefined>>, context: PhraseContext): Core | Refusal | null {
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
export const signed: Reader = (text, context) => {
  const groups = SIGNED.exec(text)?.groups;
  const amount = groups === undefined ? null : readAmount(groups.rest?.replace(" ", "") ?? "", context.decimal);
  if (amount === null || amount.sign === null) return null;
  if (amount.unit !== "%") return amount.sign === "+" ? "it does not say whether it is a level or a change" : null;
  const size: Amount = { value: Math.abs(amount.value), unit: "%", sign: null, isPoints: amount.isPoints };
  return changeWith(size, amount.sign === "-" ? "lower" : "higher", []);
};

const FACTOR = new RegExp(`^(?<word>${Object.keys(FACTORS).join("|")})${OBJECT}$`, "iu");

/** "double", "halve the backlog" */
export const factor: Reader = (text) => {
  const percent = FACTORS[FACTOR.exec(text)?.groups?.word?.toLowerCase() ?? ""];
  if (percent === undefined) return null;
  return core(`${percent > 0 ? "+" : ""}${percent}%`, null, percent > 0 ? "higher" : "lower");
};

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

/** "increase from 40 to 50 %", "40 % → 50 %" */
export const fromTo: Reader = (text, context) => {
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
