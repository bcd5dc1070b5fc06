/** Texts in `target` and `stretch` that are no form of a target. */

import { yamlSource } from "../yaml-source.ts";
import { CHANGE_TRAPS, changeOrLevel, DOWN, UP } from "./change.ts";
import { DRESSED_NUMBER_TRAPS, PLAIN_NUMBER_TRAPS } from "./number.ts";
import { MAGNITUDE, magnified, NUMBER, numberIn, PERCENT } from "./numbers.ts";
import { PLACEHOLDER, type Said, type Trap, type TrapContext, write } from "./trap.ts";

const UNIT = String.raw`(?: ?(?:%|[$€£¥]|\p{L}[\p{L} /.-]*))?`;
const AT_LEAST =
  "(?:>=|=>|≥|≧|>|at least|no less than|not less than|no fewer than|min(?:imum)?(?: of)?|more than|over|above|greater than)";
const AT_MOST =
  "(?:<=|=<|≤|≦|<|at most|no more than|not more than|max(?:imum)?(?: of)?|up to|below|under|less than|fewer than)";
const FACTORS: Readonly<Record<string, string>> = { double: "+100%", triple: "+200%", halve: "-50%", half: "-50%" };

export const TARGET_TRAPS: readonly Trap[] = [
  {
    id: "placeholder",
    pattern: new RegExp(`${PLACEHOLDER.source}|^n\\.?/?a\\.?$`, "i"),
    say: (_, { place, shown }) => ({
      ruleId: "specific/placeholder",
      message: `${place} is "${shown}": write a target, or set \`state: draft\` until it is decided.`,
      suggestions: [],
    }),
  },
  {
    id: "plus-number",
    pattern: /^([+-]) ?(\d+(?:\.\d+)?)$/,
    say: ([, sign = "", digits], { place, shown }) => {
      const value = Number(sign + digits);
      return {
        message: `${place} is the text "${shown}": write a change with % or \`by\`, or the number to reach.`,
        suggestions: changeOrLevel(value),
      };
    },
  },
  ...PLAIN_NUMBER_TRAPS,
  {
    id: "deadline-in-target",
    pattern: /^(.+?),? (?:by|until|till|before|in|at|during) (?:the )?(?:end|.*(?:19|2\d)\d\d|next|this|q[1-4]).*$/i,
    say: ([, first = ""], context) => {
      const value = /^[+-]/.test(first) ? (/^[+-]\d+(?:\.\d+)?%$/.exec(first)?.[0] ?? null) : numberIn(first);
      if (value === null) return null;
      return {
        message: `${context.place} says "${context.shown}": write ${value} alone, the time belongs in \`timeframe\`.`,
        suggestions: [write(value)],
      };
    },
  },
  ...CHANGE_TRAPS,
  {
    id: "percent",
    pattern: new RegExp(`^(${NUMBER}) ?${PERCENT}$`, "i"),
    say: ([, text], context) => percent(numberIn(text), context),
  },
  ...keep("at-least", AT_LEAST, "(?:\\+|or (?:more|higher|above|better)|and (?:more|above|over)|minimum)", (n) => ({
    min: n,
  })),
  ...keep("at-most", AT_MOST, "(?:or (?:less|fewer|lower|below)|and (?:less|below|under)|maximum)", (n) => ({
    max: n,
  })),
  {
    id: "between",
    pattern: new RegExp(`^(?:between |from )?(${NUMBER})${UNIT} ?(?:-|~|to|and|\\.\\.+) ?(${NUMBER})${UNIT}$`, "iu"),
    say: ([, low, high], { place, shown }) => {
      const [min, max] = [numberIn(low), numberIn(high)];
      if (min === null || max === null || min > max) return null;
      return {
        message: `${place} says "${shown}": a range to stay inside is written { min: ${min}, max: ${max} }.`,
        suggestions: [write({ min, max })],
      };
    },
  },
  {
    id: "approximate",
    pattern: new RegExp(
      `^(?:~|≈|about|around|approx\\.?|approximately|circa|ca\\.?|c\\.|roughly|some) ?(${NUMBER}) ?(${MAGNITUDE}\\b)?${UNIT}$`,
      "iu",
    ),
    say: ([, text, magnitude], { place, shown }) => {
      const value = magnified(text, magnitude);
      if (value === null) return null;
      return { message: `${place} says "${shown}": write one number, such as ${value}.`, suggestions: [write(value)] };
    },
  },
  {
    id: "level-in-words",
    pattern: new RegExp(
      `^(?:reach|achieve|hit|get to|to|(?:${UP}|${DOWN}) to) (${NUMBER}) ?(${MAGNITUDE}\\b)?${UNIT}$`,
      "iu",
    ),
    say: ([, text, magnitude], { place, shown }) => {
      const value = magnified(text, magnitude);
      if (value === null) return null;
      return {
        message: `${place} says "${shown}": the value to reach is written ${value}.`,
        suggestions: [write(value)],
      };
    },
  },
  {
    id: "factor",
    pattern: /^(double|triple|halve|half)\b.{0,40}$/i,
    say: ([, word = ""], context) => factor(FACTORS[word.toLowerCase()], context),
  },
  {
    id: "factor",
    pattern: /^(?:x ?(\d+(?:\.\d+)?)|(\d+(?:\.\d+)?) ?(?:x|times|fold|-fold))$/i,
    say: ([, before, after], context) => {
      const times = Number(before ?? after);
      const change = Number(((times - 1) * 100).toPrecision(12));
      return times > 0 && change !== 0 ? factor(`${change > 0 ? "+" : ""}${change}%`, context) : null;
    },
  },
  {
    id: "done-in-words",
    pattern:
      /^(?:yes|y|on|done|true|complete|completed|finished|launched|shipped|delivered|live|achieved|passed?|ok)$/i,
    say: (_, { place, shown }) => ({
      message: `${place} is the text "${shown}": work that must be done has the target true, on a metric with unit boolean.`,
      suggestions: [write(true)],
    }),
  },
  {
    id: "not-done-in-words",
    pattern: /^(?:no|n|off|false|never|zero)$/i,
    say: ([text], { place, shown }) => ({
      message: `${place} is the text "${shown}": write the number to reach, 0 for none at all.`,
      suggestions: [text.toLowerCase() === "zero" ? write(0) : write({ max: 0 }, "must stay at none")],
    }),
  },
  ...DRESSED_NUMBER_TRAPS,
];

/** Two rows: the words before the number, and the words after it. */
function keep(id: string, before: string, after: string, range: (bound: number) => unknown): readonly Trap[] {
  const say: Trap["say"] = ([, text, magnitude], { place, shown }) => {
    const bound = magnified(text, magnitude);
    if (bound === null) return null;
    const written = yamlSource(range(bound));
    return {
      message: `${place} says "${shown}": a target that must hold is written ${written}, and its bound counts as met.`,
      suggestions: [write(range(bound))],
    };
  };
  return [
    { id, pattern: new RegExp(`^(?:keep |stay |hold )?${before} ?(${NUMBER}) ?(${MAGNITUDE}\\b)?${UNIT}$`, "iu"), say },
    { id, pattern: new RegExp(`^(${NUMBER}) ?(${MAGNITUDE}\\b)?${UNIT} ?${after}$`, "iu"), say },
  ];
}

/** `75%`: a level on unit %, a change or a level elsewhere. */
function percent(value: number | null, { place, shown, unit }: TrapContext): Said | null {
  if (value === null) return null;
  const level = write(value, unit === "%" ? undefined : "the level to reach");
  const change = write(`+${value}%`, "a change from the baseline");
  if (unit === "%") {
    return {
      message: `${place} says "${shown}": the metric's unit is already %, so write the number alone.`,
      suggestions: [level],
    };
  }
  const where = unit === null ? "" : `, and the metric's unit is ${unit}`;
  return {
    message: `${place} says "${shown}"${where}: write +${value}% for a change from the baseline, or the number to reach.`,
    suggestions: unit === null ? [level, change] : [change, level],
  };
}

function factor(written: string | undefined, { place, shown }: TrapContext): Said | null {
  if (written === undefined) return null;
  return {
    message: `${place} says "${shown}": a multiple of the baseline is written as a change, ${written}.`,
    suggestions: [write(written)],
  };
}
