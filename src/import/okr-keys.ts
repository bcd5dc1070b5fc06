/** The keys of OKRs in JSON, found by any of the names that they may have. */

import { type ReadMarks, textOf } from "./unread.ts";

export type Json = null | boolean | number | string | readonly Json[] | JsonMap;
export type JsonMap = { readonly [key: string]: Json };

export function isMap(value: Json | undefined): value is JsonMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A key in lower case and without marks between words. */
export function bare(key: string): string {
  return key.toLowerCase().replace(/[^a-z]/g, "");
}

/** Keys of an object that stands for one text: a person, a team, a choice. */
const NAMED = ["email", "handle", "name", "title", "label", "value"];
/** Keys of an object that stands for an amount. */
const AMOUNT = ["value", "amount"];
const AMOUNT_UNIT = ["unit", "units"];

/** One map; what is read of it is marked. */
export class Keys {
  readonly #map: JsonMap;
  readonly #marks: ReadMarks;

  constructor(map: JsonMap, marks: ReadMarks) {
    this.#map = map;
    this.#marks = marks;
  }

  /** The first text or number under one of the names that fits. */
  text(names: readonly string[], fits: (text: string) => boolean = () => true): string {
    return this.#first(names, fits, NAMED, []);
  }

  /** The same for an amount, whose unit may stand beside it: `{ value: 75, unit: "points" }`. */
  amount(names: readonly string[], fits: (text: string) => boolean = () => true): string {
    return this.#first(names, fits, AMOUNT, AMOUNT_UNIT);
  }

  /** The first list under one of the names; what it holds is for the caller to read. */
  list(names: readonly string[]): readonly Json[] {
    for (const name of names) {
      const found = Object.entries(this.#map).find(([key, value]) => bare(key) === name && Array.isArray(value));
      if (found === undefined) continue;
      this.#marks.mark(this.#map, found[0]);
      return found[1] as readonly Json[];
    }
    return [];
  }

  #first(
    names: readonly string[],
    fits: (text: string) => boolean,
    inner: readonly string[],
    units: readonly string[],
  ): string {
    for (const name of names) {
      const key = Object.keys(this.#map).find((own) => bare(own) === name);
      if (key === undefined) continue;
      const { text, marked } = readText(this.#map, key, inner, units);
      if (text === "" || !fits(text)) continue;
      for (const [map, own] of marked) this.#marks.mark(map, own);
      return text;
    }
    return "";
  }
}

/** A text with the entries that it was read from. */
interface Found {
  readonly text: string;
  readonly marked: readonly (readonly [map: JsonMap, key: string])[];
}

/** A list of one is that one; of an object only what names it is read, and where nothing does it is kept as JSON. */
function readText(map: JsonMap, key: string, inner: readonly string[], units: readonly string[]): Found {
  const value = map[key];
  const [only] = Array.isArray(value) && value.length === 1 ? value : [value];
  const whole: Found = { text: textOf(only), marked: [[map, key]] };
  if (!isMap(only)) return whole;
  const named = scalarIn(only, inner);
  if (named === null) return whole;
  const unit = scalarIn(only, units);
  return unit === null ? named : { text: `${named.text} ${unit.text}`, marked: [...named.marked, ...unit.marked] };
}

function scalarIn(map: JsonMap, names: readonly string[]): Found | null {
  for (const name of names) {
    const key = Object.keys(map).find((own) => bare(own) === name);
    const text = key === undefined || typeof map[key] === "object" ? "" : textOf(map[key]);
    if (key !== undefined && text !== "") return { text, marked: [[map, key]] };
  }
  return null;
}
