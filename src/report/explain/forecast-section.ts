/** Where the value is heading (progress.md, step 13), in words. */

import { accumulates } from "../../progress/terms.ts";
import { formatDayLong } from "../../workspace/day.ts";
import { bare, measured, targetWords } from "../progress/figures.ts";
import { count } from "../words.ts";
import type { Calculated } from "./calculated.ts";
import type { Section } from "./model.ts";

/** The forecast, or why there is none. */
export function forecastSection(given: Calculated): Section {
  const { progress } = given;
  const { forecast, window } = progress;
  const heading = "Forecast (separate from the status)";
  if (forecast === null || window === null) return { heading, facts: [{ label: "", text: `none: ${whyNone(given)}` }] };
  const { value, low, high } = forecast;
  if (value === null || low === null || high === null) return { heading, facts: [{ label: "", text: tooFew(given) }] };
  const { unit } = given;
  const range = low === high ? measured(high, unit) : `${bare(low, unit)} to ${measured(high, unit)}`;
  return {
    heading,
    facts: [
      { label: "expected", value, text: `${measured(value, unit)} on ${formatDayLong(window.end)}` },
      { label: "likely range", text: range },
      { label: "outlook", value: forecast.outlook, text: `${forecast.outlook}: ${outlookText(given)}` },
      { label: "how", text: howText(given, forecast.rows ?? 0) },
    ],
  };
}

function isTotal({ terms }: Calculated): boolean {
  return terms.metric !== null && accumulates(terms.metric.aggregation);
}

function whyNone(given: Calculated): string {
  const { progress, terms } = given;
  if (progress.status === "invalid") return "the definition is invalid";
  if (progress.window === null || progress.target === null) return "target or timeframe are missing";
  const aggregation = terms.metric?.aggregation ?? "last";
  if (!isTotal(given) && aggregation !== "last") return `with aggregation ${aggregation} nothing is continued`;
  return "the value of the end of the window is known, or can no longer change";
}

function tooFew(given: Calculated): string {
  return isTotal(given)
    ? `insufficient data: it takes at least 3 values in the window, and there ${given.progress.rows === 1 ? "is" : "are"} ${given.progress.rows}`
    : "insufficient data: it takes at least 4 values, of this window or before it";
}

function outlookText({ progress, unit, exact, terms }: Calculated): string {
  const { forecast, target } = progress;
  if (forecast === null || target === null) return "unknown";
  const goal = targetWords(target, unit, exact);
  const orLess = target.kind === "reach" && terms.metric?.better === "lower" ? " or less" : "";
  const what = `the target of ${goal}${orLess}`;
  switch (forecast.outlook) {
    case "likely":
      return `the whole likely range meets ${what}`;
    case "unlikely":
      return `no part of the likely range meets ${what}`;
    case "uncertain":
      return `a part of the likely range meets ${what}`;
    case "insufficient-data":
      return "there are too few values";
  }
}

function howText(given: Calculated, rows: number): string {
  return isTotal(given)
    ? `the total so far and the mean of its ${count(rows, "value")}, once for each that is still to come`
    : `the latest ${count(rows, "value")}: their median slope, as far as they rise or fall steadily, from the latest level`;
}
