/** The heart of a target phrase, without deadline and period: a level, a bound, a range, a change, a way from to. */

import type { Direction } from "../workspace/target.ts";
import { readAmount } from "./amount.ts";
import { mayBeYear } from "./numbers.ts";
import { between, bothBounds, bound, boundIn, dashed } from "./phrase-bounds.ts";
import { changeBy, changeOf, factor, fromTo, signed } from "./phrase-changes.ts";
import { whyUnreadable } from "./phrase-refusals.ts";
import {
  BETTER,
  type Core,
  core,
  DOWN,
  OBJECT,
  type PhraseContext,
  type Reader,
  type Refusal,
  UP,
} from "./phrase-words.ts";

/** Reads the heart of a phrase; a sentence where it has no meaning, or several. */
export function coreOf(text: string, context: PhraseContext): Core | Refusal {
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
  if (mayBeYear(rest ?? "") && context.unit === null) return "it may be a year; a unit would tell";
  if (/^m$/i.test(amount.unit ?? "")) return "m may be metres, minutes or millions";
  // Reaching none at all is a way down, unless the file says otherwise.
  return core(amount.value, amount.unit, amount.value === 0 ? (context.better ?? "lower") : null);
};

const DONE =
  /^(?:yes|done|true|complete[d]?|completion|finished|launched|shipped|delivered|live|implemented|published|in place|achieved|100 ?% (?:complete|completed|done|implemented|completion))$/i;

const done: Reader = (text, { unit }) => {
  if (!DONE.test(text) && !(unit === "boolean" && text === "1")) return null;
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
