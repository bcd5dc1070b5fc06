/** From the text of a scalar to its value, by the YAML 1.2 core schema. */

import type { YamlScalar } from "./yaml.ts";

const OTHER = 0;
const DIGIT = 1;
const SIGN = 2;
const DOT = 3;
const WORD = 4;

/** What a plain scalar can be, told by its first character; most are text and need no closer look. */
const KIND_BY_FIRST = new Uint8Array(128);
for (const c of "0123456789") KIND_BY_FIRST[c.charCodeAt(0)] = DIGIT;
for (const c of "+-") KIND_BY_FIRST[c.charCodeAt(0)] = SIGN;
for (const c of "nNtTfF~") KIND_BY_FIRST[c.charCodeAt(0)] = WORD;
KIND_BY_FIRST[".".charCodeAt(0)] = DOT;

const WORDS = new Map<string, null | boolean>([
  ["~", null],
  ["null", null],
  ["Null", null],
  ["NULL", null],
  ["true", true],
  ["True", true],
  ["TRUE", true],
  ["false", false],
  ["False", false],
  ["FALSE", false],
]);
const LONGEST_WORD = 5;

/** Up to this many digits an integer is exact, and so is its division by a power of ten from the table. */
const EXACT_DIGITS = 15;
const POWERS_OF_TEN = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

/**
 * Resolves the plain, untagged scalar in `text` from `start` up to `end` (one line, not empty).
 *
 * Returns `Infinity`, `-Infinity` or `NaN` for `.inf`, `.nan` and numbers too large for a double: the caller reports them.
 */
export function resolvePlain(text: string, start: number, end: number): YamlScalar {
  const first = text.charCodeAt(start);
  const kind = first < 128 ? KIND_BY_FIRST[first] : OTHER;
  if (kind === OTHER) return text.slice(start, end);
  if (kind === WORD) {
    const source = text.slice(start, end);
    if (end - start > LONGEST_WORD) return source;
    const word = WORDS.get(source);
    return word === undefined ? source : word;
  }
  if (kind === DIGIT) return readNumber(text, start, start, end);
  if (kind === DOT) return readDotted(text, start, start, end);
  const second = text.charCodeAt(start + 1);
  if (end - start > 1 && isDigit(second)) return readNumber(text, start, start + 1, end);
  if (end - start > 1 && second === 46) return readDotted(text, start, start + 1, end);
  return text.slice(start, end);
}

/** `from` is the first digit; `start` is before the sign, if there is one. */
function readNumber(text: string, start: number, from: number, end: number): YamlScalar {
  let at = from;
  let mantissa = 0;
  let c = text.charCodeAt(at);
  while (at < end && isDigit(c)) {
    mantissa = mantissa * 10 + (c - 48);
    c = text.charCodeAt(++at);
  }
  const digits = at - from;
  if (at === end) {
    if (digits > EXACT_DIGITS) return Number(text.slice(start, end));
    return text.charCodeAt(start) === 45 ? -mantissa : mantissa;
  }
  if (c === 46) return readFraction(text, start, at + 1, end, mantissa, digits);
  if (c === 101 || c === 69) return readExponent(text, start, at + 1, end);
  const prefixed = mantissa === 0 && digits === 1 && start === from;
  if (prefixed && c === 111) return readRadix(text, start, end, 8);
  if (prefixed && c === 120) return readRadix(text, start, end, 16);
  return text.slice(start, end);
}

/** `from` is the character after the dot. */
function readFraction(
  text: string,
  start: number,
  from: number,
  end: number,
  whole: number,
  wholeDigits: number,
): YamlScalar {
  let at = from;
  let mantissa = whole;
  let c = text.charCodeAt(at);
  while (at < end && isDigit(c)) {
    mantissa = mantissa * 10 + (c - 48);
    c = text.charCodeAt(++at);
  }
  if (at < end) return c === 101 || c === 69 ? readExponent(text, start, at + 1, end) : text.slice(start, end);
  const places = at - from;
  const power = POWERS_OF_TEN[places];
  if (power === undefined || wholeDigits + places > EXACT_DIGITS) return Number(text.slice(start, end));
  return text.charCodeAt(start) === 45 ? -mantissa / power : mantissa / power;
}

/** `from` is the character after the `e`. */
function readExponent(text: string, start: number, from: number, end: number): YamlScalar {
  let at = from;
  const sign = text.charCodeAt(at);
  if (at < end && (sign === 43 || sign === 45)) at++;
  if (at === end) return text.slice(start, end);
  while (at < end) if (!isDigit(text.charCodeAt(at++))) return text.slice(start, end);
  return Number(text.slice(start, end));
}

function readRadix(text: string, start: number, end: number, radix: 8 | 16): YamlScalar {
  const source = text.slice(start, end);
  const valid = radix === 8 ? /^0o[0-7]+$/ : /^0x[0-9a-fA-F]+$/;
  return valid.test(source) ? Number.parseInt(source.slice(2), radix) : source;
}

/** `at` is the dot: `.5`, `.inf`, `.nan`, or text. */
function readDotted(text: string, start: number, at: number, end: number): YamlScalar {
  if (isDigit(text.charCodeAt(at + 1)) && at + 1 < end) return readFraction(text, start, at + 1, end, 0, 0);
  const source = text.slice(start, end);
  if (source.length > LONGEST_WORD) return source;
  return SPECIAL_NUMBERS.get(source) ?? source;
}

const SPECIAL_NUMBERS = new Map<string, number>();
for (const word of [".inf", ".Inf", ".INF"]) {
  SPECIAL_NUMBERS.set(word, Number.POSITIVE_INFINITY);
  SPECIAL_NUMBERS.set(`+${word}`, Number.POSITIVE_INFINITY);
  SPECIAL_NUMBERS.set(`-${word}`, Number.NEGATIVE_INFINITY);
}
for (const word of [".nan", ".NaN", ".NAN"]) SPECIAL_NUMBERS.set(word, Number.NaN);

/** Whether a line ends in `text` between `start` and `end`. */
export function hasBreak(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const c = text.charCodeAt(at);
    if (c === 10 || c === 13) return true;
  }
  return false;
}

function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

/** The tags of the core schema, without `tag:yaml.org,2002:`. */
export type CoreTag = "str" | "int" | "float" | "bool" | "null" | "map" | "seq" | "merge";

const CORE_TAGS: ReadonlySet<string> = new Set<CoreTag>(["str", "int", "float", "bool", "null", "map", "seq", "merge"]);
const CORE_PREFIX = "tag:yaml.org,2002:";

/** What a tag asks for, in the words of messages. */
export const WANTED: Record<CoreTag | "!", string> = {
  "!": "text",
  str: "text",
  int: "an integer",
  float: "a number",
  bool: "true or false",
  null: "empty or null",
  map: "a map",
  seq: "a list",
  merge: "a merge key",
};

/** What a tag asks for: a core tag, `!` ("no resolution"), or undefined where the tag is not known. */
export function coreTag(raw: string, handles: ReadonlyMap<string, string> | null): CoreTag | "!" | undefined {
  if (raw === "!") return "!";
  const full = fullTagName(raw, handles);
  if (!full.startsWith(CORE_PREFIX)) return undefined;
  const name = full.slice(CORE_PREFIX.length);
  return isCoreTag(name) ? name : undefined;
}

function isCoreTag(name: string): name is CoreTag {
  return CORE_TAGS.has(name);
}

function fullTagName(raw: string, handles: ReadonlyMap<string, string> | null): string {
  if (raw.startsWith("!<")) return decode(raw.slice(2, -1));
  const mark = raw.indexOf("!", 1);
  const handle = mark < 0 ? "!" : raw.slice(0, mark + 1);
  const prefix = handles?.get(handle) ?? (handle === "!!" ? CORE_PREFIX : handle);
  return decode(prefix) + decode(raw.slice(handle.length));
}

function decode(part: string): string {
  if (!part.includes("%")) return part;
  try {
    return decodeURIComponent(part);
  } catch {
    // Not UTF-8 behind the percent signs: no core tag, whatever it is.
    return part;
  }
}

/** The value of a scalar with an explicit core tag; undefined where its text does not fit the tag. */
export function resolveTagged(tag: CoreTag | "!", source: string): YamlScalar | undefined {
  switch (tag) {
    case "!":
    case "str":
      return source;
    case "null":
      return source === "" || WORDS.get(source) === null ? null : undefined;
    case "bool": {
      const word = WORDS.get(source);
      return word === null ? undefined : word;
    }
    case "int":
      return explicitInteger(source);
    case "float":
      return explicitFloat(source);
    case "merge":
      return source === "<<" || source === "" ? "<<" : undefined;
    default:
      return undefined;
  }
}

/** With the tag, a sign before 0o and 0x and binary numbers are read as well. */
function explicitInteger(source: string): number | undefined {
  const match = /^([-+]?)(?:0b([01]+)|0o([0-7]+)|0x([0-9a-fA-F]+)|([0-9]+))$/.exec(source);
  if (match === null) return undefined;
  const [, sign, binary, octal, hex, decimal] = match;
  let value = Number(decimal);
  if (binary !== undefined) value = Number.parseInt(binary, 2);
  else if (octal !== undefined) value = Number.parseInt(octal, 8);
  else if (hex !== undefined) value = Number.parseInt(hex, 16);
  return sign === "-" ? -value : value;
}

function explicitFloat(source: string): number | undefined {
  const special = SPECIAL_NUMBERS.get(source);
  if (special !== undefined) return special;
  if (!/^[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/.test(source)) return undefined;
  return Number(source);
}
