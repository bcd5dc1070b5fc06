/** The current value and the rows it is made of (progress.md, step 3). */

import type { Aggregation } from "../../progress/terms.ts";
import { bareWritten, measured } from "../progress/figures.ts";
import { count } from "../words.ts";
import type { Calculated } from "./calculated.ts";
import { addedText, dayText, inUnit, quotientText, rowsText, sumOf } from "./formula.ts";
import type { Fact } from "./model.ts";

/** Which rows became which number. */
export function currentSteps(given: Calculated): readonly Fact[] {
  const { progress, series, rows, terms, unit } = given;
  const label = "C  current";
  const { current, window } = progress;
  if (series === null || current === null || terms.metric === null || window === null) {
    return [{ label, value: null, text: missingText(given) }];
  }
  const how = howText(terms.metric.aggregation, given, current.value);
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
  if (progress.reason === "ratio-without-parts") return "unknown: the values have no numerators and denominators";
  if (asOf < window.start) return "unknown: the window has not begun";
  return `unknown: no value lies between ${dayText(window.start)} and ${dayText(Math.min(asOf, window.end))}`;
}

function howText(aggregation: Aggregation, { series, rows, terms, unit }: Calculated, current: number): string {
  const values = series?.values.slice(rows.from, rows.to) ?? [];
  const many = count(values.length, "value");
  const value = measured(current, unit);
  switch (aggregation) {
    case "last":
      return `${value}, the latest of ${many} in the window`;
    case "running":
      return `${value}, the latest of ${count(values.length, "running total")} in the window`;
    case "sum": {
      const sum = addedText(values, unit, (total) => measured(total, unit));
      return resultText(values.length > 1 ? sum : null, value, `the sum of ${many} in the window`);
    }
    case "mean": {
      const sum = addedText(values, unit, (total) => measured(total / values.length, unit));
      const mean = sum === null || values.length < 2 ? null : `(${sum}) / ${values.length}`;
      return resultText(mean, value, `the mean of ${many} in the window`);
    }
    case "min":
      return `${value}, the lowest of ${many} in the window`;
    case "max":
      return `${value}, the highest of ${many} in the window`;
    case "ratio": {
      const scale = terms.metric?.scale ?? 1;
      const sums = [series?.numerators, series?.denominators].map((parts) =>
        sumOf(parts?.slice(rows.from, rows.to) ?? []),
      );
      const ratio = quotientText(sums[0] ?? 0, sums[1] ?? 0, inUnit(null), (share) => measured(scale * share, unit));
      const scaled = scale === 1 ? ratio : `${bareWritten(scale, null)} × ${ratio}`;
      return `${scaled}, the numerators of ${many} divided by their denominators`;
    }
  }
}

function resultText(formula: string | null, value: string, words: string): string {
  return formula === null ? `${value}, ${words}` : `${formula} = ${value}, ${words}`;
}
