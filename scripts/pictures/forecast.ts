/** Where a value is heading, and what the likely range says of the target. */

import type { Calculated } from "../../src/report/explain/calculated.ts";
import { kpiCharts } from "../../src/report/html/charts.ts";
import { bare, measured, numberText } from "../../src/report/progress/figures.ts";
import { n } from "../../src/report/svg/svg.ts";
import { formatNumber } from "../../src/workspace/units.ts";
import { known } from "./company.ts";
import { box, LEFT, type Picture, path, text } from "./ink.ts";
import { LOCALE, seriesAt } from "./signal.ts";

interface Range {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A KPI with its forecast over time, and the outlook of three KPIs from the worst to the best. */
export function forecastPicture(given: Calculated, compared: readonly Calculated[]): Picture {
  const { progress, unit } = given;
  const range = rangeOf(given);
  const target = known(progress.target?.value, "a target");
  const chart = known(kpiCharts(given, LOCALE)[0], "a chart");
  const figures = [measured(range.value, unit), bare(range.low, unit), bare(range.high, unit)];
  const title = "A forecast is a range: Net Promoter Score at the end of 2026";
  const each = compared.map(
    (kpi) => `${kpi.kpi.id}: ${rangeText(kpi)}, target ${targetText(kpi)}, ${kpi.progress.forecast?.outlook}`,
  );
  return {
    name: "forecast",
    title,
    description: `${title}. Expected are ${figures[0]}, likely ${figures[1]} to ${figures[2]}, and the target is ${formatNumber(target)}, so the outlook is ${progress.forecast?.outlook}. The outlook of three KPIs: ${each.join("; ")}.`,
    figures: [...figures, ...compared.map(rangeText)],
    height: 494,
    parts: [
      text(
        LEFT,
        56,
        `Expected at the end: ${figures[0]}. Hatched: the likely range. Neither changes the status.`,
        "small muted",
      ),
      seriesAt({ ...chart, limits: null, signals: [] }, "values, plan, target and likely range"),
      text(LEFT, 350, "How much of the likely range meets the target? Better lies to the right of the line.", "strong"),
      ...compared.flatMap((kpi, i) => outlookRow(kpi, 382 + i * 34)),
    ],
  };
}

function rangeOf({ progress }: Calculated): Range {
  const { value, low, high } = known(progress.forecast, "a forecast");
  return {
    value: known(value, "a forecast"),
    low: known(low, "a likely range"),
    high: known(high, "a likely range"),
  };
}

function rangeText(given: Calculated): string {
  const { low, high } = rangeOf(given);
  return `${bare(low, given.unit)} to ${bare(high, given.unit)}`;
}

function targetText({ progress, unit, exact }: Calculated): string {
  const target = known(progress.target?.value, "a target");
  const most = progress.target?.kind === "budget" ? "at most " : "";
  return most + numberText(target, unit, exact);
}

/** One range beside its target; the better side is on the right in every row. */
function outlookRow(given: Calculated, top: number): readonly string[] {
  const { progress, kpi } = given;
  const { low, high, value } = rangeOf(given);
  const target = known(progress.target?.value, "a target");
  const [left, right, height] = [264, 436, 16];
  const reach = Math.max(Math.abs(low - target), Math.abs(high - target)) * 1.15;
  const side = progress.target?.kind === "budget" ? -1 : 1;
  const x = (at: number): number => (left + right) / 2 + (side * (at - target) * (right - left)) / (2 * reach);
  const [from, to] = [Math.min(x(low), x(high)), Math.max(x(low), x(high))];
  return [
    text(LEFT, top + 13, kpi.id),
    text(LEFT + 146, top + 13, progress.forecast?.outlook ?? "", "strong"),
    box("z3", left, top - 3, right - left, height + 6),
    box("range", from, top, to - from, height),
    path("expected", `M${n(x(value))} ${top}v${height}`),
    path("target", `M${n(x(target))} ${top - 5}v${height + 10}`),
    text(right + 12, top + 13, `${rangeText(given)}, target ${targetText(given)}`, "small"),
  ];
}
