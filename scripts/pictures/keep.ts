/** A range that must hold: which values lie inside, how many must, and how far outside is tolerated. */

import { inside } from "../../src/progress/numbers.ts";
import { type Status, verdictOf } from "../../src/progress/status.ts";
import type { Calculated } from "../../src/report/explain/calculated.ts";
import { measured, numberText, share } from "../../src/report/progress/figures.ts";
import { n } from "../../src/report/svg/svg.ts";
import { formatNumber } from "../../src/workspace/units.ts";
import { known } from "./company.ts";
import { axes, type Dot, type Frame, frameOf, level, lineOf } from "./frame.ts";
import { box, LEFT, type Picture, path, statusAt, text } from "./ink.ts";
import { FORMULA, named, valuesIn } from "./steps.ts";

/** A KPI with a range, a tolerance and a share of values that must comply. */
export function keepPicture(given: Calculated): Picture {
  const { progress, terms, unit } = given;
  const target = progress.target;
  const min = known(target?.min, "a lower bound");
  const max = known(target?.max, "an upper bound");
  const { tolerance } = terms;
  const current = known(progress.current, "a value");
  const compliance = share(known(progress.compliance, "a compliance"));
  const wanted = share(terms.compliance);
  const held = Math.round((progress.compliance ?? 0) * progress.rows);
  const counted = `${held} of ${progress.rows} values`;
  const title = `Keep a range: room use between ${formatNumber(min)} and ${formatNumber(max)} %`;
  return {
    name: "keep",
    title,
    description: `${title}. ${counted} lie inside, a compliance of ${compliance}; ${wanted} are asked for when the window ends. The latest value, ${measured(current.value, unit)}, lies outside by less than the tolerance of ${formatNumber(tolerance)}, so the KPI is ${progress.status}.`,
    figures: [counted, compliance, wanted, measured(current.value, unit)],
    height: 400,
    parts: [
      text(LEFT, 56, "There is no plan and no pace: the latest value decides while the window is open.", "small muted"),
      ...chart(given, min, max, tolerance),
      named("compliance", 352, `${counted} inside = ${compliance}; at least ${wanted} must be when the window is over`),
      named("status", 374),
      statusAt(
        progress.status,
        FORMULA,
        374,
        `: ${measured(current.value, unit)} is outside, by no more than ${formatNumber(tolerance)}`,
      ),
    ],
  };
}

function chart(given: Calculated, min: number, max: number, tolerance: number): readonly string[] {
  const { progress, unit } = given;
  const window = known(progress.window, "a window");
  const dots = valuesIn(given);
  const place = { left: 60, right: 470, top: 84, bottom: 296 };
  const frame = frameOf(place, [window.start, window.end], [min - tolerance - 1, max + tolerance + 1]);
  const { left, right, y } = frame;
  const band = (classes: string, from: number, to: number): string =>
    box(classes, left, y.at(to), right - left, y.at(from) - y.at(to));
  const zones: readonly (readonly [from: number, to: number, words: string, more?: string])[] = [
    [max + tolerance, y.high, "further outside"],
    [max, max + tolerance, "within the tolerance"],
    [min, max, "inside the range,", "if enough comply"],
    [min - tolerance, min, "within the tolerance"],
    [y.low, min - tolerance, "further outside"],
  ];
  return [
    band("band", min, max),
    band("tolerated", max, max + tolerance),
    band("tolerated", min - tolerance, min),
    ...axes(frame),
    path("target", level(frame, min) + level(frame, max)),
    path("actual", lineOf(frame, dots)),
    ...marks(frame, dots, min, max),
    ...dots.map(([day, value]) => {
      const ground = inside(value, min, max) ? "over-band" : "over";
      return text(frame.x.at(day), y.at(value) - 9, numberText(value, unit, false), `small middle ${ground}`);
    }),
    ...zones.flatMap(([from, to, words, more]) => {
      const at = (y.at(from) + y.at(to)) / 2 + 4.5;
      return [
        statusAt(statusOf(given, (from + to) / 2, min, max), right + 12, at),
        text(right + 105, at, words, "small muted"),
        more === undefined ? "" : text(right + 105, at + 16, more, "small muted"),
      ];
    }),
    text(LEFT, 78, "%", "small muted"),
  ];
}

/** The status of a latest value, where enough values comply. */
function statusOf({ progress, terms, asOf, lines }: Calculated, value: number, min: number, max: number): Status {
  const window = known(progress.window, "a window");
  const facts = { kind: "keep", compliant: true, cannotFallBack: false, pace: null, nothingExpected: false } as const;
  const met = inside(value, min, max);
  const tolerated = inside(value, min - terms.tolerance, max + terms.tolerance);
  return verdictOf({ ...facts, met, tolerated }, { window, asOf, last: asOf, cadence: 28 }, lines).status;
}

/** Values inside as dots, values outside as crosses. */
function marks({ x, y }: Frame, dots: readonly Dot[], min: number, max: number): readonly string[] {
  const isIn = ([, value]: Dot): boolean => inside(value, min, max);
  const cross = ([day, value]: Dot): string => `M${n(x.at(day) - 5)} ${n(y.at(value) - 5)}l10 10m0-10l-10 10`;
  return [
    path(
      "dots",
      dots
        .filter(isIn)
        .map(([day, value]) => `M${n(x.at(day))} ${n(y.at(value))}h0`)
        .join(""),
    ),
    path(
      "cross",
      dots
        .filter((dot) => !isIn(dot))
        .map(cross)
        .join(""),
    ),
  ];
}
