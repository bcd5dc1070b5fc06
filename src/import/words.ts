/** Words of imported files that stand for words of the format. */

import { slug } from "../definition/explain/traps/names.ts";
import { LINK, OWNER } from "../definition/patterns.ts";
import type { Direction } from "../workspace/target.ts";
import type { RecurringEvery } from "../workspace/timeframe.ts";

type Table<Word extends string> = readonly (readonly [pattern: RegExp, word: Word])[];

function lookUp<Word extends string>(table: Table<Word>, text: string): Word | null {
  const plain = text.trim().toLowerCase().replace(/\s+/g, " ");
  return table.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

const DIRECTIONS: Table<Direction> = [
  [
    /^(?:higher|high|up|upwards?|increas(?:e|ing)|ascending|more|maximi[sz]e|max|rise|grow|↑|↗|\+|(?:higher|more|bigger) is better|higher the better)$/,
    "higher",
  ],
  [
    /^(?:lower|low|down|downwards?|decreas(?:e|ing)|descending|less|fewer|minimi[sz]e|min|reduce|fall|↓|↘|-|(?:lower|less|smaller) is better|lower the better)$/,
    "lower",
  ],
];

export function directionNamed(text: string): Direction | null {
  return lookUp(DIRECTIONS, text);
}

const CADENCES = [
  [/^(?:daily|day|every day|d|quotidien(?:ne)?|täglich)$/, "daily"],
  [/^(?:weekly|week|every week|w|hebdomadaire|wöchentlich)$/, "weekly"],
  [/^(?:bi-?weekly|fortnightly|every (?:two|2) weeks|every second week)$/, "biweekly"],
  [/^(?:monthly|month|every month|per month|m|mensuel(?:le)?|monatlich)$/, "monthly"],
  [/^(?:quarterly|quarter|every quarter|per quarter|q|trimestriel(?:le)?|vierteljährlich|quartalsweise)$/, "quarterly"],
  [/^(?:yearly|year|annual|annually|every year|per year|once a year|y|a|annuel(?:le)?|jährlich)$/, "yearly"],
] as const;

export type CadenceWord = (typeof CADENCES)[number][1];

export function cadenceNamed(text: string): CadenceWord | null {
  return lookUp<CadenceWord>(CADENCES, text);
}

/** A timeframe that repeats, such as "monthly" or "every quarter". */
export function recurrenceNamed(text: string): RecurringEvery | null {
  const cadence = text.trim().length < 3 ? null : cadenceNamed(text);
  return cadence === "daily" || cadence === "biweekly" ? null : cadence;
}

const CATEGORIES = [
  [/^(?:financial|finance|finances)$/, "financial"],
  [/^(?:customers?|clients?|market)$/, "customer"],
  [/^(?:operational|operations?|process|processes|internal(?: process(?:es)?)?)$/, "operational"],
  [/^(?:employees?|people|staff|hr|human resources|learning(?: (?:and|&) growth)?|workforce)$/, "employee"],
] as const;

export function categoryNamed(text: string): (typeof CATEGORIES)[number][1] | null {
  return lookUp<(typeof CATEGORIES)[number][1]>(CATEGORIES, text);
}

const AGGREGATIONS = [
  [/^(?:last|latest|level|current|end of period|snapshot|point in time)$/, "last"],
  [/^(?:sum|total|add|added|count|additive)$/, "sum"],
  [/^(?:running|ytd|year to date|cumulative|cumulated|running total)$/, "running"],
  [/^(?:mean|average|avg)$/, "mean"],
  [/^ratio$/, "ratio"],
  [/^(?:min|minimum|lowest)$/, "min"],
  [/^(?:max|maximum|highest|peak)$/, "max"],
] as const;

export function aggregationNamed(text: string): (typeof AGGREGATIONS)[number][1] | null {
  return lookUp<(typeof AGGREGATIONS)[number][1]>(AGGREGATIONS, text);
}

const TYPES = [
  [/^lead(?:ing)?(?: indicator)?$/, "leading"],
  [/^lag(?:ging)?(?: indicator)?$/, "lagging"],
  [/^inputs?$/, "input"],
  [/^outputs?$/, "output"],
] as const;

export function typeNamed(text: string): (typeof TYPES)[number][1] | null {
  return lookUp<(typeof TYPES)[number][1]>(TYPES, text);
}

/** Why the text of an owner is not understood, as half a sentence. */
export const NO_OWNER = 'no owner is written so; see --owners, or write "@handle", team:name or an e-mail address';

/** An owner as the format writes it; null for several, and for plain names unless it is known what they are. */
export function ownerNamed(text: string, ownersAre: "teams" | "people" | null): string | null {
  const name = text.replace(/\s+/g, " ").trim();
  if (OWNER.test(name)) return name;
  const address = /<([^<>\s]+@[^<>\s]+)>/.exec(name)?.[1];
  if (address !== undefined) return OWNER.test(address) ? address : null;
  const [, before, after] = /^(?:the )?(?:team[ :]+(.+)|(.+?)[ -]team)$/i.exec(name) ?? [];
  const team = before ?? after;
  if (team !== undefined) return owned("team:", team);
  if (ownersAre === null || /[,;/&+|]|\band\b|@/i.test(name)) return null;
  return owned(ownersAre === "teams" ? "team:" : "@", name);
}

function owned(prefix: string, name: string): string | null {
  const id = /[,;/&+|]|\band\b/i.test(name) ? "" : slug(name);
  return id === "" ? null : prefix + id;
}

/** A link that a browser opens; null for other texts. */
export function linkIn(text: string): string | null {
  return LINK.test(text.trim()) ? text.trim() : null;
}

const TITLE_MIN = 3;
const TITLE_MAX = 250;

/** A title of a length that the format takes, cut at a word; null for one that is too short. */
export function titleOf(text: string): string | null {
  const line = text.replace(/[\s\u0085]+/g, " ").trim();
  const characters = [...line];
  if (characters.length < TITLE_MIN) return null;
  if (characters.length <= TITLE_MAX) return line;
  const cut = characters.slice(0, TITLE_MAX - 1).join("");
  return `${cut.replace(/[\s,;:.]+\S*$/, "") || cut}…`;
}
