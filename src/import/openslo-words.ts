/** Words of OpenSLO and what they mean here. */

import { slug } from "../definition/explain/traps/names.ts";
import type { YamlMap } from "../text/yaml.ts";
import type { RecurringEvery } from "../workspace/timeframe.ts";
import type { ImportSettings } from "./model.ts";
import { mapAt, mapsAt, textAt } from "./shape.ts";
import { ownerNamed } from "./words.ts";

/** An object of OpenSLO with its metadata. */
export interface SloObject {
  readonly file: string;
  readonly name: string;
  readonly title: string;
  readonly metadata: YamlMap;
  readonly spec: YamlMap;
}

const CALENDAR: readonly (readonly [duration: string, every: RecurringEvery])[] = [
  ["1w", "weekly"],
  ["7d", "weekly"],
  ["1M", "monthly"],
  ["1Q", "quarterly"],
  ["3M", "quarterly"],
  ["1Y", "yearly"],
  ["12M", "yearly"],
];
/** Periods of the calendar, by their duration. */
export const CALENDARS: ReadonlyMap<string, RecurringEvery> = new Map(CALENDAR);
/** Rolling windows, by the calendar period that comes nearest to them. */
export const ROLLING: ReadonlyMap<string, RecurringEvery> = new Map([
  ...CALENDAR,
  ["28d", "monthly"],
  ["30d", "monthly"],
  ["31d", "monthly"],
  ["4w", "monthly"],
  ["90d", "quarterly"],
  ["91d", "quarterly"],
  ["12w", "quarterly"],
  ["13w", "quarterly"],
  ["365d", "yearly"],
  ["52w", "yearly"],
]);
/** One such period. */
export const NOUNS: Readonly<Record<RecurringEvery, string>> = {
  weekly: "week",
  monthly: "month",
  quarterly: "quarter",
  yearly: "year",
};
/** How a value compares with its threshold. */
export const OPERATORS: ReadonlyMap<string, string> = new Map([
  ["lte", "of at most"],
  ["lt", "below"],
  ["gte", "of at least"],
  ["gt", "above"],
]);

/** How time slices are counted, as a sentence; empty where events are. */
export function countedBy(spec: YamlMap): string {
  const slice = mapsAt(spec, "objectives").find((map) => "timeSliceTarget" in map);
  const method = textAt(spec, "budgetingMethod");
  if (method !== "Timeslices" && method !== "RatioTimeslices") return "";
  const window = slice === undefined ? "" : textAt(slice, "timeSliceWindow");
  const target = slice === undefined ? "" : textAt(slice, "timeSliceTarget");
  const length = window === "" ? "" : ` of ${window}`;
  return `Counted in time slices${length}${target === "" ? "" : `, each good from ${target} on`}.`;
}

/** The owner that labels or annotations name; null for none, and for several. */
export function ownerOf({ metadata }: SloObject, { ownersAre }: ImportSettings): string | null {
  for (const map of [mapAt(metadata, "labels"), mapAt(metadata, "annotations")]) {
    const owner = textAt(map, "owner");
    const named = owner === "" ? null : ownerNamed(owner, ownersAre);
    if (named !== null) return named;
    const team = slug(textAt(map, "team"));
    if (team !== "") return `team:${team}`;
  }
  return null;
}
