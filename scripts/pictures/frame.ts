/** A plot with axes: the same scales and ticks as the charts of the report, open to labels between the lines. */

import { niceTicks, padded, type Scale, scaleOf, timeTicks } from "../../src/report/svg/scale.ts";
import { linePath, n } from "../../src/report/svg/svg.ts";
import { type Day, formatDayLong, partsOf } from "../../src/workspace/day.ts";
import { formatNumber } from "../../src/workspace/units.ts";
import { path, text } from "./ink.ts";

/** A value on a day. */
export type Dot = readonly [day: Day, value: number];

export interface Place {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Frame extends Place {
  readonly x: Scale;
  readonly y: Scale;
}

/** A frame for days and values; the values get some air. */
export function frameOf(place: Place, days: readonly [Day, Day], values: readonly [number, number]): Frame {
  const [low, high] = padded(values[0], values[1], 0.08);
  const { left, right, top, bottom } = place;
  return {
    left,
    right,
    top,
    bottom,
    x: scaleOf(days[0], days[1], left, right),
    y: scaleOf(low, high, bottom, top),
  };
}

/** Both axes with their ticks. */
export function axes(frame: Frame, most = 7): readonly string[] {
  const { x, y, left, right, bottom } = frame;
  const values = niceTicks(y.low, y.high, 5);
  const days = timeTicks(x.low, x.high, most);
  return [
    path("grid", values.map((value) => `M${n(left)} ${n(y.at(value))}H${n(right)}`).join("")),
    path(
      "axis",
      `M${n(left)} ${n(bottom)}H${n(right)}${days.map((day) => `M${n(x.at(day))} ${n(bottom)}v5`).join("")}`,
    ),
    ...values.map((value) => text(left - 8, y.at(value) + 4, formatNumber(value), "small muted end")),
    ...days.map((day) => text(x.at(day), bottom + 19, monthText(day), "small muted middle")),
  ];
}

/** A line through days and values. */
export function lineOf({ x, y }: Frame, dots: readonly Dot[]): string {
  return linePath(dots.map(([day, value]) => ({ x: x.at(day), y: y.at(value) })));
}

/** A level across the frame. */
export function level({ y, left, right }: Frame, value: number): string {
  return `M${n(left)} ${n(y.at(value))}H${n(right)}`;
}

/** An outlined line, as plans are drawn. */
export function planLine(d: string): string {
  return path("plan", d) + path("plan-in", d);
}

/** `Jan 26`. */
export function monthText(day: Day): string {
  const { year } = partsOf(day);
  const [, month = ""] = formatDayLong(day).split(" ");
  return `${month.slice(0, 3)} ${String(year).slice(-2)}`;
}

/** `30 June`. */
export function dayText(day: Day): string {
  return formatDayLong(day).replace(/ \d+$/, "");
}
