/** The current value and the rows it is made of (progress.md, step 3). */

import type { Aggregation } from "../../progress/terms.ts";
import { measured } from "../progress/figures.ts";
import { count } from "../words.ts";
import type { Calculated } from "./calculated.ts";
import { addedText, dayText, numberOf, rowsText } from "./formula.ts";
import type { Fact } from "./model.ts";

/** Which rows became which number. */
export function currentSteps(given: Calculated): readonly Fact[] {
  const { progress, series, rows, terms, unit } = given;
  const label = "C  current";
  const { current, window } = progress;
  if (series === null || current === null || terms.metric === null || window === null) {
    return [{ label, value: null, text: missingText(given) }];
  }
  const value = measured(current.value, unit);
  const how = howText(terms.metric.aggregation, given, value);
  const listed = addsUp(terms.metric.aggregation) && rows.to - rows.from <= 1 ? null : rowsText(series, rows, unit);
  return [
    { label, value: current.value, text: `${how}, last on ${dayText(current.day)}` },
    ...(listed === null ? [] : [{ label: "   values", text: listed }]),
  ];
}

function addsUp(aggregation: Aggregation): boolean {
  return aggregation === "sum" || aggregation === "mean";
}

function missingText({ metric, series, progress, asOf }: Calculated): string {
  if (metric === null) return "unknown: the metric is not defined";
  if (series === null || series.days.length === 0) return "unknown: the metric has no values yet";
  const { window } = progress;
  if (window === null) return "unknown: there is no window to look for values in";
  if (asOf < window.start) return "unknown: the window has not begun";
  return `unknown: no value lies between ${dayText(window.start)} and ${dayText(Math.min(asOf, window.end))}`;
}

function howText(aggregation: Aggregation, { series, rows, terms, unit }: Calculated, value: string): string {
  const values = series?.values.slice(rows.from, rows.to) ?? [];
  const many = count(values.length, "value");
  switch (aggregation) {
    case "last":
      return `${value}, the latest of ${many} in the window`;
    case "running":
      return `${value}, the latest of ${count(values.length, "running total")} in the window`;
    case "sum":
      return formula(values, unit, value, (sum) => sum, `the sum of ${many} in the window`);
    case "mean": {
      const mean = (sum: string): string => `(${sum}) / ${values.length}`;
      return formula(values, unit, value, mean, `the mean of ${many} in the window`);
    }
    case "min":
      return `${value}, the lowest of ${many} in the window`;
    case "max":
      return `${value}, the highest of ${many} in the window`;
    case "ratio": {
      const scale = terms.metric?.scale ?? 1;
      const share = `${sumText(series?.numerators, rows)} / ${sumText(series?.denominators, rows)}`;
      const scaled = scale === 1 ? share : `${numberOf(scale, null)} × ${share}`;
      return `${scaled} = ${value}, the numerators of ${many} divided by their denominators`;
    }
  }
}

function formula(
  values: readonly number[],
  unit: Calculated["unit"],
  value: string,
  shape: (sum: string) => string,
  words: string,
): string {
  const sum = values.length > 1 ? addedText(values, unit) : null;
  return sum === null ? `${value}, ${words}` : `${shape(sum)} = ${value}, ${words}`;
}

function sumText(values: readonly number[] | null | undefined, rows: Calculated["rows"]): string {
  let sum = 0;
  for (const value of values?.slice(rows.from, rows.to) ?? []) sum += value;
  return numberOf(sum, null);
}
