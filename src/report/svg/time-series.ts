/** A chart over time as still SVG: for paper, for readers without JavaScript, and until the script takes over. */

import type { Day } from "../../workspace/day.ts";
import { html } from "../untrusted.ts";
import { type ChartModel, extentOf } from "./chart-model.ts";
import { niceTicks, padded, type Scale, scaleOf, timeTicks } from "./scale.ts";
import { areaPath, linePath, n, type Point } from "./svg.ts";
import { textWidth } from "./text-width.ts";

/** How the axes are written. */
export interface ChartTexts {
  readonly value: (value: number) => string;
  /** `step`: the days between two of them. */
  readonly tick: (day: Day, step: number) => string;
}

const SIZE = { width: 760, height: 280, top: 14, bottom: 30, font: 12 } as const;
const LINE_HEIGHT = 15;
/** Points that are drawn of a line; of more, only the lowest and highest of each part. */
const MOST_POINTS = 400;
const MOST_DOTS = 60;

interface Frame {
  readonly chart: ChartModel;
  readonly x: Scale;
  readonly y: Scale;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

/** The chart; its colours come from classes. `label` says in words what it shows. */
export function timeSeriesSvg(chart: ChartModel, texts: ChartTexts, label: string): string {
  const { width, height, top, bottom, font } = SIZE;
  const [low, high] = padded(...extentOf(chart, chart.from, chart.until));
  const ticks = niceTicks(low, high, 5);
  const left = Math.ceil(Math.max(28, ...ticks.map((tick) => textWidth(texts.value(tick), font)))) + 10;
  const names = namesOf(chart);
  const right = width - Math.min(190, Math.ceil(Math.max(0, ...names.map(({ text }) => textWidth(text, font)))) + 12);
  const frame: Frame = {
    chart,
    x: scaleOf(chart.from, chart.until, left, right),
    y: scaleOf(low, high, height - bottom, top),
    left,
    right,
    bottom: height - bottom,
  };
  const parts = [
    ...grid(frame, ticks, texts),
    ...under(frame),
    ...forecast(frame),
    ...plan(frame),
    ...actual(frame),
    ...signals(frame),
    ...named(frame, names),
  ];
  return `<svg class="series" viewBox="0 0 ${width} ${height}" role="img" aria-label="${html(label)}">${parts.join("")}</svg>`;
}

function grid({ x, y, left, right, bottom, chart }: Frame, ticks: readonly number[], texts: ChartTexts): string[] {
  const lines = ticks.map((tick) => `M${n(left)} ${n(y.at(tick))}H${n(right)}`).join("");
  const labels = ticks.map(
    (tick) => `<text x="${n(left - 8)}" y="${n(y.at(tick) + 4)}" text-anchor="end">${html(texts.value(tick))}</text>`,
  );
  const days = timeTicks(chart.from, chart.until, 7);
  const step = (days[1] ?? chart.until) - (days[0] ?? chart.from);
  const marks = days.map((day) => `M${n(x.at(day))} ${n(bottom)}v5`).join("");
  const dates = days.map(
    (day) =>
      `<text x="${n(x.at(day))}" y="${n(bottom + 20)}" text-anchor="middle">${html(texts.tick(day, step))}</text>`,
  );
  return [
    `<path class="grid" d="${lines}"/>`,
    `<path class="axis" d="M${n(left)} ${n(bottom)}H${n(right)}${marks}"/>`,
    ...labels,
    ...dates,
  ];
}

/** What lies behind the values: the window, bounds, usual range, target. */
function under(frame: Frame): string[] {
  const { chart, x, y, left, right, bottom } = frame;
  const parts: string[] = [];
  if (chart.window !== null && chart.window.start > chart.from) {
    parts.push(`<path class="start" d="M${n(x.at(chart.window.start - 1))} ${SIZE.top}V${n(bottom)}"/>`);
  }
  if (chart.band !== null) {
    const top = chart.band.max === null ? SIZE.top : y.at(chart.band.max);
    const low = chart.band.min === null ? bottom : y.at(chart.band.min);
    parts.push(`<path class="band" d="M${n(left)} ${n(top)}H${n(right)}V${n(low)}H${n(left)}z"/>`);
    for (const bound of [chart.band.min, chart.band.max]) {
      if (bound !== null) parts.push(`<path class="target" d="M${n(left)} ${n(y.at(bound))}H${n(right)}"/>`);
    }
  }
  if (chart.limits !== null) {
    const { mean, lower, upper } = chart.limits;
    const line = (value: number): string => `M${n(left)} ${n(y.at(value))}H${n(right)}`;
    parts.push(`<path class="limit" d="${line(lower)}${line(upper)}"/><path class="mean" d="${line(mean)}"/>`);
  }
  if (chart.target !== null)
    parts.push(`<path class="target" d="M${n(left)} ${n(y.at(chart.target.value))}H${n(right)}"/>`);
  if (chart.stretch !== null) {
    parts.push(`<path class="stretch" d="M${n(left)} ${n(y.at(chart.stretch.value))}H${n(right)}"/>`);
  }
  return parts;
}

function plan({ chart, x, y }: Frame): string[] {
  if (chart.plan.length < 2) return [];
  const points = chart.plan
    .filter(([day]) => day >= chart.from)
    .map(([day, value]) => ({ x: x.at(day), y: y.at(value) }));
  return [`<path class="plan" d="${linePath(points)}"/><path class="plan-in" d="${linePath(points)}"/>`];
}

function forecast({ chart, x, y }: Frame): string[] {
  if (chart.forecast === null) return [];
  const { from, day, value, low, high } = chart.forecast;
  const start = { x: x.at(from[0]), y: y.at(from[1]) };
  const end = (v: number): Point => ({ x: x.at(day), y: y.at(v) });
  return [
    `<path class="range" d="${areaPath([start, end(high), end(low)])}"/>`,
    `<path class="expected" d="${linePath([start, end(value)])}"/>`,
  ];
}

function actual(frame: Frame): string[] {
  const { chart, x, y } = frame;
  const points: Point[] = [];
  let measured = 0;
  for (let i = 0; i < chart.days.length; i++) {
    const day = chart.days[i] ?? 0;
    if (day < chart.from || day > chart.until) continue;
    points.push({ x: x.at(day), y: y.at(chart.values[i] ?? 0) });
    if (i > 0 || !chart.startsAtOrigin) measured++;
  }
  if (chart.kind === "columns") return [columns(points, frame)];
  const dots =
    measured > MOST_DOTS
      ? []
      : points.slice(points.length - measured).map(({ x: cx, y: cy }) => `M${n(cx)} ${n(cy)}h0`);
  return [`<path class="actual" d="${linePath(thinned(points))}"/><path class="dots" d="${dots.join("")}"/>`];
}

function columns(points: readonly Point[], { y, bottom, left, right }: Frame): string {
  const zero = Math.min(bottom, y.at(0));
  const width = Math.max(1, Math.min(22, ((right - left) / Math.max(1, points.length)) * 0.62));
  const path = points.map((point) => `M${n(point.x - width / 2)} ${n(zero)}V${n(point.y)}h${n(width)}V${n(zero)}z`);
  return `<path class="columns" d="${path.join("")}"/>`;
}

/** Of many points the lowest and the highest of each part, so that no spike is lost. */
function thinned(points: readonly Point[]): readonly Point[] {
  if (points.length <= MOST_POINTS) return points;
  const size = Math.ceil(points.length / (MOST_POINTS / 2));
  const kept: Point[] = [];
  for (let from = 0; from < points.length; from += size) {
    const part = points.slice(from, from + size);
    const top = part.reduce((a, b) => (b.y < a.y ? b : a));
    const low = part.reduce((a, b) => (b.y > a.y ? b : a));
    kept.push(...(top.x <= low.x ? [top, low] : [low, top]));
  }
  return kept;
}

/** A triangle in place of the point: upward where it is better, downward where it is worse. */
function signals({ chart, x, y }: Frame): string[] {
  return chart.signals.flatMap(({ row, kind, text }) => {
    const day = chart.days[row];
    const value = chart.values[row];
    if (day === undefined || value === undefined || day < chart.from) return [];
    const [cx, cy] = [x.at(day), y.at(value)];
    const mark =
      kind === "improvement" ? `M${n(cx)} ${n(cy - 6.5)}l6.2 11h-12.4z` : `M${n(cx)} ${n(cy + 6.5)}l6.2-11h-12.4z`;
    return [`<path class="${kind}" d="${mark}"><title>${html(text)}</title></path>`];
  });
}

interface Name {
  readonly text: string;
  readonly value: number;
  readonly class_: string;
}

/** Lines are named where they end, so that no key is needed. */
function namesOf(chart: ChartModel): readonly Name[] {
  const names: Name[] = [];
  if (chart.stretch !== null) names.push({ text: chart.stretch.text, value: chart.stretch.value, class_: "name" });
  if (chart.target !== null) names.push({ text: chart.target.text, value: chart.target.value, class_: "name strong" });
  if (chart.band !== null) {
    names.push({ text: chart.band.text, value: chart.band.max ?? chart.band.min ?? 0, class_: "name strong" });
  }
  if (chart.limits !== null) {
    names.push({ text: "usual high", value: chart.limits.upper, class_: "name faint" });
    names.push({ text: "mean", value: chart.limits.mean, class_: "name faint" });
    names.push({ text: "usual low", value: chart.limits.lower, class_: "name faint" });
  }
  if (chart.forecast !== null) names.push({ text: chart.forecast.text, value: chart.forecast.value, class_: "name" });
  return names;
}

/** The names beside their lines, moved apart where they would cover each other. */
function named({ y, right, bottom }: Frame, names: readonly Name[]): string[] {
  const placed = names.map((name) => ({ name, y: y.at(name.value) + 4 })).sort((a, b) => a.y - b.y);
  for (let i = 1; i < placed.length; i++) {
    const [before, here] = [placed[i - 1], placed[i]];
    if (before !== undefined && here !== undefined) here.y = Math.max(here.y, before.y + LINE_HEIGHT);
  }
  let lowest = bottom + 4;
  for (const place of placed.toReversed()) {
    place.y = Math.min(place.y, lowest);
    lowest = place.y - LINE_HEIGHT;
  }
  return placed.map(
    ({ name, y: at }) => `<text class="${name.class_}" x="${n(right + 8)}" y="${n(at)}">${html(name.text)}</text>`,
  );
}
