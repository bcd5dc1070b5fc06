/** Words of OpenSLO and what they mean here. */

import { slug } from "../definition/explain/traps/names.ts";
import type { YamlMap } from "../text/yaml.ts";
import type { RecurringEvery } from "../workspace/timeframe.ts";
import type { ImportSettings } from "./model.ts";
import type { SloObject } from "./openslo-objects.ts";
import type { ForeignReader } from "./shape.ts";
import { ownerNamed } from "./words.ts";

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

const METHODS = ["Occurrences", "Timeslices", "RatioTimeslices"];

/** How time slices are counted, as a sentence; empty where events are. */
export function countedBy(spec: YamlMap, reader: ForeignReader): string {
  const method = reader.text(spec, "budgetingMethod", (name) => METHODS.includes(name));
  if (method === "" || method === "Occurrences") return "";
  const slice = reader.maps(spec, "objectives").find((map) => "timeSliceTarget" in map);
  const window = slice === undefined ? "" : reader.text(slice, "timeSliceWindow");
  const target = slice === undefined ? "" : reader.text(slice, "timeSliceTarget");
  const length = window === "" ? "" : ` of ${window}`;
  return `Counted in time slices${length}${target === "" ? "" : `, each good from ${target} on`}.`;
}

/** The owner that labels or annotations name; null for none, and for several. */
export function ownerOf({ metadata }: SloObject, { ownersAre }: ImportSettings, reader: ForeignReader): string | null {
  for (const map of [reader.map(metadata, "labels"), reader.map(metadata, "annotations")]) {
    const owner = reader.text(map, "owner", (text) => ownerNamed(text, ownersAre) !== null);
    if (owner !== "") return ownerNamed(owner, ownersAre);
    const team = slug(reader.text(map, "team", (text) => slug(text) !== ""));
    if (team !== "") return `team:${team}`;
  }
  return null;
}

/** The text of an owner that is not understood; empty for none. */
export function unknownOwnerOf({ metadata }: SloObject, reader: ForeignReader): string {
  return (
    reader.text(reader.map(metadata, "labels"), "owner") || reader.text(reader.map(metadata, "annotations"), "owner")
  );
}
