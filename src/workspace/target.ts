/** What a KPI is to reach or keep, as written; what it resolves to against a baseline belongs to progress. */

import { formatExact, isBoolean } from "./units.ts";

export type Direction = "higher" | "lower";

export type Target =
  /** Reach a value. */
  | { readonly kind: "number"; readonly value: number }
  /** Relative to the baseline, in percent of its size: 25 for `+25%`. */
  | { readonly kind: "percent"; readonly percent: number }
  /** The baseline plus a number. */
  | { readonly kind: "by"; readonly by: number }
  /** Keep inside bounds that count as inside; both null is the empty range `{}`, which progress calls invalid. */
  | { readonly kind: "range"; readonly min: number | null; readonly max: number | null }
  /** Done, for the unit `boolean`. */
  | { readonly kind: "done" };

const PERCENT = /^[+-]\d+(?:\.\d+)?%$/;

/** Reads the forms of format.md; null for everything else. Impossible ranges are read, so that a rule can name them. */
export function parseTarget(input: unknown): Target | null {
  if (typeof input === "number") return Number.isFinite(input) ? { kind: "number", value: input } : null;
  if (input === true) return { kind: "done" };
  if (typeof input === "string") return percentTarget(input);
  if (typeof input !== "object" || input === null || Array.isArray(input)) return null;
  return objectTarget(input);
}

function percentTarget(text: string): Target | null {
  if (!PERCENT.test(text)) return null;
  const percent = Number(text.slice(0, -1));
  return Number.isFinite(percent) ? { kind: "percent", percent } : null;
}

function objectTarget(input: object): Target | null {
  const by = bound(input, "by");
  const min = bound(input, "min");
  const max = bound(input, "max");
  if (by === undefined || min === undefined || max === undefined) return null;
  if (by !== null) return min === null && max === null ? { kind: "by", by } : null;
  if (min === null && max === null && Object.keys(input).length > 0) return null;
  return { kind: "range", min, max };
}

/** Null where the key is absent, undefined where its value is no finite number. */
function bound(input: object, key: "by" | "min" | "max"): number | null | undefined {
  if (!Object.hasOwn(input, key)) return null;
  const value = (input as Record<string, unknown>)[key];
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

/** A target in words, numbers in full: `75 points`, `+25%`, `-5 points`, `at most 3`, `60 to 70 %`, `done`. */
export function targetText(target: Target, unit?: string | null): string {
  switch (target.kind) {
    case "number":
      return isBoolean(unit) && target.value === 1 ? "done" : withUnit(formatExact(target.value), unit);
    case "percent":
      return `${signed(target.percent)}%`;
    case "by":
      return withUnit(signed(target.by), unit);
    case "done":
      return "done";
    case "range":
      return rangeText(target.min, target.max, unit);
  }
}

function rangeText(min: number | null, max: number | null, unit?: string | null): string {
  if (min === null) return max === null ? "an empty range" : `at most ${withUnit(formatExact(max), unit)}`;
  if (max === null) return `at least ${withUnit(formatExact(min), unit)}`;
  return withUnit(`${formatExact(min)} to ${formatExact(max)}`, unit);
}

function withUnit(text: string, unit?: string | null): string {
  return unit === undefined || unit === null || unit === "" || isBoolean(unit) ? text : `${text} ${unit}`;
}

function signed(value: number): string {
  return value < 0 ? formatExact(value) : `+${formatExact(value)}`;
}
