/** Small charts that GitHub draws from text (Mermaid's `xychart-beta`). */

import { plain, shorten } from "../untrusted.ts";
import type { ActionKpi } from "./model.ts";

/** A line of fewer values says nothing that a table does not. */
const FEWEST = 4;
/** Values that fit on a phone. */
const MOST = 12;
const UNIT_LENGTH = 20;
/** Beyond these, figures take too much room or come out as nothing, for Mermaid reads no exponents. */
const LARGEST = 1e15;
const SMALLEST = 1e-6;
/** The room above and below the values, as a part of what they span. */
const MARGIN = 0.1;

/** Small, and in colours that show on light and on dark pages: the first one of Mermaid is nearly white. */
const LOOK = `%%{init: ${JSON.stringify({
  xyChart: { width: 600, height: 260, xAxis: { labelFontSize: 11 }, yAxis: { labelFontSize: 11, titleFontSize: 12 } },
  themeVariables: { xyChart: { plotColorPalette: "#2f81f7, #db6d28, #db6d28" } },
})}}%%`;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The last values as a line, with the target as another one; as bars where they add up to the target, which then
 * has no line. Null below four values, and for values that no chart shows.
 */
export function chartOf(kpi: ActionKpi): string | null {
  const shown = kpi.values.slice(-MOST);
  const labels = labelsOf(shown.map(([date]) => date));
  if (shown.length < FEWEST || labels === null) return null;
  const values = shown.map(([, value]) => value);
  const bounds = boundsOf(kpi);
  const axis = axisOf([...values, ...bounds, ...(addsUp(kpi) ? [0] : [])]);
  if (axis === null) return null;
  const series = (kind: string, numbers: readonly number[]): string =>
    `    ${kind} [${numbers.map(numberText).join(", ")}]`;
  return [
    "```mermaid",
    LOOK,
    "xychart-beta",
    `    x-axis [${labels.map((label) => `"${label}"`).join(", ")}]`,
    `    y-axis "${unitText(kpi.unit)}" ${numberText(axis.low)} --> ${numberText(axis.high)}`,
    series(addsUp(kpi) ? "bar" : "line", values),
    ...bounds.map((bound) =>
      series(
        "line",
        values.map(() => bound),
      ),
    ),
    "```",
  ].join("\n");
}

/** Whether the values add up to the target, so that none of them can be held against it. */
export function addsUp({ target, line }: ActionKpi): boolean {
  return target !== null && line === null;
}

/** What the values are held against: a number to reach, or the bounds to keep. */
export function boundsOf({ target, line }: ActionKpi): readonly number[] {
  if (line === null) return [];
  if (target?.kind === "keep") return [target.min, target.max].filter((bound) => bound !== null);
  return [line];
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The shortest labels that tell the days apart, for Mermaid draws equal ones as one; null where they are no days. */
function labelsOf(days: readonly string[]): readonly string[] | null {
  if (!days.every((day) => DAY.test(day))) return null;
  const [first = "", last = ""] = [days[0], days.at(-1)];
  const isWithinYear = last < `${Number(first.slice(0, 4)) + 1}${first.slice(4)}`;
  const forms = [
    days.map((day) => day.slice(0, 4)),
    ...(isWithinYear ? [days.map((day) => MONTHS[Number(day.slice(5, 7)) - 1] ?? day)] : []),
    days.map((day) => day.slice(0, 7)),
    ...(isWithinYear ? [days.map((day) => day.slice(5))] : []),
    days,
  ];
  return forms.find((form) => new Set(form).size === days.length) ?? null;
}

function axisOf(values: readonly number[]): { readonly low: number; readonly high: number } | null {
  const most = Math.max(...values.map(Math.abs));
  if (!(most <= LARGEST && (most === 0 || most >= SMALLEST))) return null;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const margin = (high - low || Math.abs(high) || 1) * MARGIN;
  // What is never below 0 is not drawn as if it could be.
  return { low: low >= 0 ? Math.max(0, low - margin) : low - margin, high: high + margin };
}

/** A text between quotation marks that can neither end them, nor the line, nor begin a comment. */
function unitText(unit: string | null): string {
  const text = plain(shorten(unit ?? "", UNIT_LENGTH)).replace(/[^\p{L}\p{N}\p{Sc} %./_-]/gu, "");
  return text.replace(/%{2,}/g, "%").trim() || "value";
}

function numberText(value: number): string {
  const text = String(Number(value.toPrecision(6)));
  return text.includes("e") ? value.toFixed(9) : text;
}
