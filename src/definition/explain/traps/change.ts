/** Texts in `target` that ask for a change from the baseline. What could also be a level gets words and no fix. */

import { CURRENCY, DIGITS, exponentOf, isTwofold, MAGNITUDE, magnified, NUMBER, numberIn, PERCENT } from "./numbers.ts";
import { type Said, type Trap, type TrapContext, write } from "./trap.ts";

export const UP = "increase|raise|grow|improve|gain|up|add|plus|more|higher|growth";
export const DOWN = "reduce|reduction|decrease|lower|cut|shrink|drop|down|minus|less|fewer";

/** One word after a number that says how large, or how often, and is no unit. */
const NO_UNIT = `${UP}|${DOWN}|or|and|per|an?|bps?|percent|pct|x|times|fold|yoy|qoq|mom|(?:dai|week|month|quarter|year|annual)ly`;
const UNIT = String.raw`(?: ?(?:[$€£¥]|percent(?:age)? points?|(?!(?:${NO_UNIT})\b)\p{L}+))?`;

/** A number with its magnitude and its unit; the groups are number and magnitude. */
function amount(number: string): string {
  return `(?:${CURRENCY})?(${number}) ?(?:(${MAGNITUDE})\\b)?${UNIT}`;
}

/** Of these less than nothing is possible, so a minus need not be a change. */
const SIGNED_LEVEL = /[$€£¥°]|\b[A-Z]{3}\b|\b(?:points?|score|index|degrees?)\b|^- ?[\d,._' ]+\p{L}?$/u;

export const CHANGE_TRAPS: readonly Trap[] = [
  {
    id: "relative-spelling",
    pattern: new RegExp(`^([+-]) ?(${NUMBER}) ?${PERCENT}$`, "i"),
    say: ([, sign, text], context) => relative(sign, text, context),
  },
  {
    id: "change-with-unit",
    pattern: new RegExp(`^([+-]) ?${amount(DIGITS)}$`, "iu"),
    say: ([all, sign = "", text = "", magnitude], context) =>
      sign === "-" && SIGNED_LEVEL.test(all) ? null : change(sign + text, magnitude, context),
  },
  {
    id: "change-in-words",
    pattern: new RegExp(`^(?:an? )?(?:(${UP})|${DOWN})(?: (?:it|them))? ?(?:by|of)? (${NUMBER}) ?${PERCENT}$`, "iu"),
    say: ([, up, text], context) => relative(up === undefined ? "-" : "+", text, context),
  },
  {
    id: "change-in-words",
    pattern: new RegExp(`^(?:an? )?(?:(${UP})|${DOWN})(?: (?:it|them))? ?(?:by|of)? ${amount(DIGITS)}$`, "iu"),
    say: ([, up, text = "", magnitude], context) => change(up === undefined ? `-${text}` : text, magnitude, context),
  },
  {
    id: "change-in-words",
    pattern: new RegExp(`^(${DIGITS}) ?${PERCENT} (?:(${UP})|${DOWN})$`, "i"),
    say: ([, text, up], context) => relative(up === undefined ? "-" : "+", text, context),
  },
  {
    id: "change-in-words",
    pattern: new RegExp(`^${amount(DIGITS)} (?:(${UP})|${DOWN})$`, "iu"),
    say: ([, text = "", magnitude, up], context) => change(up === undefined ? `-${text}` : text, magnitude, context),
  },
  {
    id: "change-unclear",
    pattern: new RegExp(
      `\\+ ?(?:${CURRENCY})?\\d|^- ?(?:${CURRENCY})?${DIGITS}[^\\d%]*$|\\d ?(?:pp|bps?|(?:basis|percent(?:age)?) points?)$|\\d.*(?<!\\b(?:or|and) )\\b(?:${UP}|${DOWN})\\b`,
      "iu",
    ),
    say: (_, { place, shown }) => ({
      message: `${place} says "${shown}": write a change in full as { by: 10 } or +10%, or the value to reach as a number, both without a unit.`,
      suggestions: [],
    }),
  },
];

function relative(sign: string | undefined, text: string | undefined, { place, shown }: TrapContext): Said | null {
  const value = numberIn(text);
  if (value === null) return null;
  const written = `${sign}${value}%`;
  return { message: `${place} says "${shown}": a change is written ${written}.`, suggestions: [write(written)] };
}

function change(text: string, magnitude: string | undefined, { place, shown }: TrapContext): Said | null {
  const by = magnified(text, magnitude);
  // `10m` may be metres or millions.
  if (by === null || isTwofold(text) || (magnitude !== undefined && exponentOf(magnitude) === 0)) return null;
  return {
    message: `${place} says "${shown}": a change by a number is written { by: ${by} }.`,
    suggestions: [write({ by })],
  };
}

/** The three things that a number with a sign may mean. */
export function changeOrLevel(value: number): Said["suggestions"] {
  return [
    write(`${value < 0 ? "" : "+"}${value}%`, "a change in percent"),
    write({ by: value }, "a change by a number"),
    write(value, "the level to reach"),
  ];
}
