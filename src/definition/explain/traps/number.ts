/** Texts where a number is wanted. */

import { DATE } from "../../patterns.ts";
import { exponentOf, isTwofold, MAGNITUDE, magnified, NUMBER, numberIn, PERCENT, readNumber } from "./numbers.ts";
import { NO_VALUE, PLACEHOLDER, type Said, type Trap, write } from "./trap.ts";

/** Slips that are the same wherever a number may stand, also in a target. */
export const PLAIN_NUMBER_TRAPS: readonly Trap[] = [
  {
    id: "quoted-number",
    pattern: /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i,
    say: ([text], { place, shown }) => ({
      message: `${place} is the text "${shown}": write ${Number(text)} without quotes.`,
      suggestions: [write(Number(text))],
    }),
  },
  {
    id: "thousands",
    pattern: new RegExp(`^${NUMBER}$`),
    say: ([text], { place, shown }) => {
      const read = readNumber(text);
      if (read?.style !== "thousands") return null;
      return {
        message: `${place} says "${shown}", which YAML reads as text: write ${read.value} without separators.`,
        suggestions: [write(read.value)],
      };
    },
  },
  {
    id: "decimal-comma",
    pattern: new RegExp(`^${NUMBER}$`),
    say: ([text], { place, shown }) => {
      const read = readNumber(text);
      if (read?.style !== "decimal-comma") return null;
      return {
        message: `${place} says "${shown}", which YAML reads as text: write ${read.value} with a decimal point.`,
        suggestions: [write(read.value)],
      };
    },
  },
  {
    id: "date-for-number",
    pattern: /^\d{4}-(?:\d{2}(?:-\d{2})?|Q[1-4]|W\d{2}|H[12])$/,
    say: ([text], { place, key }) => ({
      message: DATE.test(text)
        ? `${place} wants a number, and ${text} is a date${key === "target" ? ": the date belongs in `timeframe`" : ""}.`
        : `${place} wants a number, and ${text} is a period${key === "target" ? ": it belongs in `timeframe`" : ""}.`,
      suggestions: [],
    }),
  },
];

function unclear(text: string, place: string, shown: string): Said {
  const [small, large] = [Number(text), Number(text.replace(".", ""))];
  return {
    message: `${place} says "${shown}": write ${small} or ${large} alone, the unit stands in the metric's \`unit\`.`,
    suggestions: [],
  };
}

/** Numbers with something around them. */
export const DRESSED_NUMBER_TRAPS: readonly Trap[] = [
  {
    id: "magnitude",
    pattern: new RegExp(`^(${NUMBER}) ?(${MAGNITUDE})$`, "i"),
    say: ([, text, magnitude], { place, shown }) => {
      const value = magnified(text, magnitude);
      if (value === null || exponentOf(magnitude) === 0) return null;
      return { message: `${place} says "${shown}": write the number in full, ${value}.`, suggestions: [write(value)] };
    },
  },
  {
    id: "unit-in-number",
    pattern: new RegExp(String.raw`^(?:[$€£¥]|[A-Z]{3} )? ?(${NUMBER}) ?(?:[$€£¥/]|\p{L}[\p{L}. /-]*)?$`, "u"),
    say: ([, text = ""], { place, shown }) => {
      const value = numberIn(text);
      if (value === null) return null;
      if (isTwofold(text)) return unclear(text, place, shown);
      return {
        message: `${place} says "${shown}": write ${value} alone, the unit stands in the metric's \`unit\`.`,
        suggestions: [write(value)],
      };
    },
  },
];

/** Texts in fields that take a number and nothing else. */
export const NUMBER_TRAPS: readonly Trap[] = [
  ...PLAIN_NUMBER_TRAPS,
  {
    id: "percent",
    pattern: new RegExp(`^(${NUMBER}) ?${PERCENT}$`, "i"),
    say: ([, text], { place, shown, share }) => {
      const percent = numberIn(text);
      if (percent === null) return null;
      const value = share ? percentToShare(percent) : percent;
      const how = share ? "as a share from 0 to 1" : "without the percent sign";
      return { message: `${place} says "${shown}": write ${value}, ${how}.`, suggestions: [write(value)] };
    },
  },
  ...DRESSED_NUMBER_TRAPS,
  {
    id: "no-number",
    pattern: new RegExp(`${PLACEHOLDER.source}|${NO_VALUE.source}`, "i"),
    say: (_, { place, shown }) => ({
      message: `${place} wants a number, and "${shown}" is none: leave the line out until it is known.`,
      suggestions: [],
    }),
  },
];

/** 95 → 0.95, without the rounding noise of a division. */
export function percentToShare(percent: number): number {
  return Number(`${percent}e-2`);
}
