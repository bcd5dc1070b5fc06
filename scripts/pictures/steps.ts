/** What the pictures of one KPI share: its values in the window, and how its figures come about. */

import type { Calculated } from "../../src/report/explain/calculated.ts";
import { standingSteps } from "../../src/report/explain/standing-steps.ts";
import { textWidth } from "../../src/report/svg/text-width.ts";
import { formatNumber } from "../../src/workspace/units.ts";
import { known } from "./company.ts";
import type { Dot } from "./frame.ts";
import { LEFT, statusAt, text } from "./ink.ts";

/** Where formulas begin, behind their names. */
export const FORMULA = 112;
const LINE = 20;

/** The values inside the window, oldest first. */
export function valuesIn({ series, rows }: Calculated): readonly Dot[] {
  const { days, values } = known(series, "the values");
  return days.slice(rows.from, rows.to).map((day, i): Dot => [day, values[rows.from + i] ?? 0]);
}

/** A line with its name in front; the line may follow as something else than text. */
export function named(name: string, y: number, content = ""): string {
  return text(LEFT, y, `${name}:`, "muted") + (content === "" ? "" : text(FORMULA, y, content));
}

/** The formulas from the value to the pace in the words of `kpi explain`, and the status behind the last of them. */
export function formulas(given: Calculated, top: number): readonly string[] {
  const { status } = given.progress;
  const { atRisk, onTrack } = given.lines;
  const steps = standingSteps(given)
    .filter(({ label }) => !label.startsWith("P"))
    .map((step) => ({
      name: step.label.replace(/^\w? +/, ""),
      formula: step.text.split(",")[0] ?? "",
    }));
  const why: Readonly<Record<string, string>> = {
    "on-track": `: pace ≥ ${formatNumber(onTrack)}`,
    "at-risk": `: ${formatNumber(atRisk)} ≤ pace < ${formatNumber(onTrack)}`,
    "off-track": `: pace < ${formatNumber(atRisk)}`,
  };
  const after = FORMULA + textWidth(steps.at(-1)?.formula ?? "", 13) + 8;
  return [
    ...steps.map(({ name, formula }, i) => named(name, top + LINE * i, formula)),
    statusAt(status, after, top + LINE * (steps.length - 1), why[status] ?? ""),
  ];
}
