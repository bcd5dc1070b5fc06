/** What a field of a definition says before and after, for a message. */

import { quoteText } from "../workspace/units.ts";
import { recodedText, rewordedText } from "./reworded.ts";
import { isSame } from "./same.ts";
import { someOf } from "./some-of.ts";

/** Texts of so many characters are shown whole. */
const SHORT = 40;

type Fields = Readonly<Record<string, unknown>>;

/** `"2026" → "2027"`, `2026-06-30: 70 → 72`, `added "sales"`: only what differs. */
export function fieldWords(before: unknown, after: unknown): string {
  if (typeof before === "string" && typeof after === "string") {
    const whole = `${quoteText(before)} → ${quoteText(after)}`;
    if (Math.max(before.length, after.length) <= SHORT) return whole;
    return rewordedText(before, after) ?? recodedText(before, after) ?? whole;
  }
  const [old, now] = [keyed(before), keyed(after)];
  if (old !== null && now !== null) return mapWords(old, now);
  if (isList(before) && isList(after)) return listWords(before, after);
  if (isMap(before) && isMap(after)) return mapWords(before, after);
  return `${valueText(before)} → ${valueText(after)}`;
}

/** One side as it could be written; null where nothing is stated. */
export function sideText(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? value : valueText(value);
}

/** A value in one line: texts quoted, maps and lists in flow style. */
export function valueText(value: unknown): string {
  if (value === undefined || value === null) return "none";
  if (typeof value === "string") return quoteText(value);
  if (isList(value)) return `[${value.map(valueText).join(", ")}]`;
  if (!isMap(value)) return String(value);
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return `{ ${entries.map(([key, one]) => `${key}: ${valueText(one)}`).join(", ")} }`;
}

/** Checkpoints by their date, guardrails by their metric; null for anything else, and where one has two entries. */
function keyed(value: unknown): Fields | null {
  if (!isList(value)) return null;
  const map = new Map<string, unknown>();
  for (const item of value) {
    if (!isMap(item)) return null;
    const { date, metric, ...rest } = item;
    const key = date ?? metric;
    if (typeof key !== "string" || map.has(key)) return null;
    const [only, ...more] = Object.keys(rest);
    map.set(key, only === "value" && more.length === 0 ? rest.value : rest);
  }
  return Object.fromEntries(map);
}

function listWords(before: readonly unknown[], after: readonly unknown[]): string {
  const missingIn = (some: readonly unknown[], all: readonly unknown[]): readonly unknown[] =>
    all.filter((item) => !some.some((one) => isSame(one, item)));
  const [gone, fresh] = [missingIn(after, before), missingIn(before, after)];
  const parts = [
    ...gone.map((item) => `removed ${valueText(item)}`),
    ...fresh.map((item) => `added ${valueText(item)}`),
  ];
  return parts.length === 0 ? "in another order" : someOf(parts, String);
}

function mapWords(before: Fields, after: Fields): string {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const differing = keys.filter((key) => !key.startsWith("x-") && !isSame(before[key], after[key]));
  return someOf(differing, (key) => `${key}: ${valueText(before[key])} → ${valueText(after[key])}`);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isMap(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
