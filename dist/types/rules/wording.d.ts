/** Numbers of a KPI in sentences and in proposed changes. */
import { type Day } from "../workspace/day.ts";
import type { Figures } from "./figures.ts";
/** A stated value in full, with the metric's unit. */
export declare function exactText({ metric }: Figures, value: number): string;
/** A computed value to 4 digits, with the metric's unit. */
export declare function roundedText({ metric }: Figures, value: number): string;
/** The size of a difference of two values; of percentages in points. */
export declare function differenceText({ metric }: Figures, difference: number): string;
/** The target in words, as it is written. */
export declare function writtenTarget({ target, metric }: Figures): string;
/** The baseline with its unit, and the day of the row where it was found in the data; empty without one. */
export declare function baselineText(figures: Figures): string;
/** `2026-03-31 and 2026-05-31`; of many the first, and how many more. */
export declare function datesText(days: readonly Day[]): string;
/** A number as YAML reads it back, without the noise of binary fractions. */
export declare function yamlNumber(value: number): string;
/** The target form that holds a level where a metric stands: `{ min: 64 }`, or `{ max: 64 }` where lower is better. */
export declare function keepForm({ measure }: Figures, value: number): string;
