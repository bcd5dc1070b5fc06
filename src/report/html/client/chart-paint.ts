/** What a chart shows beside its values: target, plan (outlined), forecast (hatched), usual range, signals. */

import type uPlot from "uplot";
import type { ChartModel, DayValue } from "../../svg/chart-model.ts";

const SECONDS_PER_DAY = 86_400;

export const FONT = "12px system-ui, sans-serif";

type Colour = (name: string) => string;

interface Canvas {
  readonly ctx: CanvasRenderingContext2D;
  readonly x: (day: number) => number;
  readonly y: (value: number) => number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly scale: number;
  readonly colour: Colour;
}

function canvasOf(plot: uPlot, colour: Colour): Canvas {
  const { left, top, width, height } = plot.bbox;
  return {
    ctx: plot.ctx,
    x: (day) => plot.valToPos(day * SECONDS_PER_DAY, "x", true),
    y: (value) => plot.valToPos(value, "y", true),
    left,
    right: left + width,
    top,
    bottom: top + height,
    scale: devicePixelRatio,
    colour,
  };
}

/** Draws inside the plotting area only. */
function clipped(canvas: Canvas, draw: () => void): void {
  const { ctx, left, right, top, bottom } = canvas;
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, right - left, bottom - top);
  ctx.clip();
  draw();
  ctx.restore();
}

/** Everything behind the values. */
export function paintUnder(plot: uPlot, chart: ChartModel, colour: Colour): void {
  const canvas = canvasOf(plot, colour);
  clipped(canvas, () => {
    paintBand(canvas, chart);
    paintStart(canvas, chart);
    if (chart.limits !== null) {
      level(canvas, chart.limits.lower, "--limit", 1, [2, 4]);
      level(canvas, chart.limits.upper, "--limit", 1, [2, 4]);
      level(canvas, chart.limits.mean, "--limit", 1, []);
    }
    if (chart.target !== null) level(canvas, chart.target.value, "--ink", 1.5, []);
    if (chart.stretch !== null) level(canvas, chart.stretch.value, "--muted", 1.5, [8, 4]);
    paintForecast(canvas, chart);
    paintPlan(canvas, chart.plan);
  });
}

/** Signals and names, over the values. */
export function paintOver(plot: uPlot, chart: ChartModel, colour: Colour): void {
  const canvas = canvasOf(plot, colour);
  clipped(canvas, () => {
    for (const { row, kind } of chart.signals) {
      const [day, value] = [chart.days[row], chart.values[row]];
      if (day !== undefined && value !== undefined) paintSignal(canvas, [day, value], kind);
    }
  });
  paintNames(canvas, chart, plot.width * devicePixelRatio - canvas.right);
}

function level(
  { ctx, y, left, right, scale, colour }: Canvas,
  value: number,
  name: string,
  width: number,
  dash: number[],
): void {
  ctx.beginPath();
  ctx.strokeStyle = colour(name);
  ctx.lineWidth = width * scale;
  ctx.setLineDash(dash.map((length) => length * scale));
  ctx.moveTo(left, y(value));
  ctx.lineTo(right, y(value));
  ctx.stroke();
  ctx.setLineDash([]);
}

function paintBand(canvas: Canvas, { band }: ChartModel): void {
  if (band === null) return;
  const { ctx, y, left, right, top, bottom, colour } = canvas;
  const high = band.max === null ? top : y(band.max);
  const low = band.min === null ? bottom : y(band.min);
  ctx.fillStyle = colour("--band");
  ctx.fillRect(left, high, right - left, low - high);
  for (const bound of [band.min, band.max]) if (bound !== null) level(canvas, bound, "--ink", 1.5, []);
}

function paintStart({ ctx, x, top, bottom, scale, colour }: Canvas, { window }: ChartModel): void {
  if (window === null) return;
  const at = x(window.start - 1);
  ctx.beginPath();
  ctx.strokeStyle = colour("--line");
  ctx.lineWidth = 1.5 * scale;
  ctx.moveTo(at, top);
  ctx.lineTo(at, bottom);
  ctx.stroke();
}

function paintPlan({ ctx, x, y, scale, colour }: Canvas, plan: readonly DayValue[]): void {
  if (plan.length < 2) return;
  ctx.beginPath();
  for (const [i, [day, value]] of plan.entries()) {
    if (i === 0) ctx.moveTo(x(day), y(value));
    else ctx.lineTo(x(day), y(value));
  }
  // An outline: a wide line with a narrower one of the ground's colour in it.
  ctx.lineJoin = "round";
  ctx.strokeStyle = colour("--muted");
  ctx.lineWidth = 4 * scale;
  ctx.stroke();
  ctx.strokeStyle = colour("--surface");
  ctx.lineWidth = 2 * scale;
  ctx.stroke();
}

function paintForecast({ ctx, x, y, scale, colour }: Canvas, { forecast }: ChartModel): void {
  if (forecast === null) return;
  const { from, day, value, low, high } = forecast;
  ctx.save();
  ctx.beginPath();
  ctx.moveTo(x(from[0]), y(from[1]));
  ctx.lineTo(x(day), y(high));
  ctx.lineTo(x(day), y(low));
  ctx.closePath();
  ctx.strokeStyle = colour("--muted");
  ctx.lineWidth = 1 * scale;
  ctx.stroke();
  ctx.clip();
  const [left, right, top, bottom] = [x(from[0]), x(day), y(high), y(low)];
  ctx.beginPath();
  const step = 7 * scale;
  for (let at = left - Math.abs(bottom - top) - step; at < right + step; at += step) {
    ctx.moveTo(at, Math.max(top, bottom));
    ctx.lineTo(at + Math.abs(bottom - top), Math.min(top, bottom));
  }
  ctx.globalAlpha = 0.55;
  ctx.stroke();
  ctx.restore();
  ctx.beginPath();
  ctx.strokeStyle = colour("--muted");
  ctx.lineWidth = 1.5 * scale;
  ctx.setLineDash([5 * scale, 4 * scale]);
  ctx.moveTo(x(from[0]), y(from[1]));
  ctx.lineTo(x(day), y(value));
  ctx.stroke();
  ctx.setLineDash([]);
}

/** A triangle in place of the point: upward where it is better, downward where it is worse. */
function paintSignal(
  { ctx, x, y, scale, colour }: Canvas,
  [day, value]: DayValue,
  kind: "improvement" | "concern",
): void {
  const [cx, cy] = [x(day), y(value)];
  const size = (kind === "concern" ? -6.5 : 6.5) * scale;
  ctx.fillStyle = colour(kind === "concern" ? "--off-track" : "--on-track");
  ctx.strokeStyle = colour("--surface");
  ctx.lineWidth = 1.5 * scale;
  ctx.beginPath();
  ctx.moveTo(cx, cy - size);
  ctx.lineTo(cx + size * 0.95, cy + size * 0.7);
  ctx.lineTo(cx - size * 0.95, cy + size * 0.7);
  ctx.closePath();
  ctx.stroke();
  ctx.fill();
}

interface Name {
  readonly text: string;
  readonly value: number;
  readonly colour: string;
}

/** The lines of a chart by name. */
export function namesOf(chart: ChartModel): readonly Name[] {
  const names: Name[] = [];
  const add = (text: string, value: number, colour: string): void => {
    names.push({ text, value, colour });
  };
  if (chart.stretch !== null) add(chart.stretch.text, chart.stretch.value, "--muted");
  if (chart.target !== null) add(chart.target.text, chart.target.value, "--ink");
  if (chart.band !== null) add(chart.band.text, chart.band.max ?? chart.band.min ?? 0, "--ink");
  if (chart.forecast !== null) add(chart.forecast.text, chart.forecast.value, "--muted");
  if (chart.limits !== null) {
    add("usual high", chart.limits.upper, "--muted");
    add("mean", chart.limits.mean, "--muted");
    add("usual low", chart.limits.lower, "--muted");
  }
  return names;
}

/** Beside the lines where there is room, else over their ends; moved apart where they would cover each other. */
function paintNames({ ctx, y, right, top, bottom, scale, colour }: Canvas, chart: ChartModel, room: number): void {
  const isBeside = room > 20 * scale;
  const line = 14 * scale;
  const placed = namesOf(chart)
    .map((name) => ({ name, at: y(name.value) + (isBeside ? 4 : -4) * scale }))
    .filter(({ at }) => at > top - line && at < bottom + line)
    .sort((a, b) => a.at - b.at);
  for (const [i, place] of placed.entries()) {
    place.at = Math.max(place.at, i === 0 ? top + 8 * scale : (placed[i - 1]?.at ?? 0) + line);
  }
  let lowest = bottom;
  for (const place of placed.toReversed()) {
    place.at = Math.min(place.at, lowest);
    lowest = place.at - line;
  }
  ctx.save();
  ctx.font = FONT.replace("12px", `${12 * scale}px`);
  ctx.textAlign = isBeside ? "left" : "right";
  ctx.textBaseline = "alphabetic";
  ctx.lineJoin = "round";
  ctx.strokeStyle = colour("--surface");
  ctx.lineWidth = 4 * scale;
  const left = isBeside ? right + 8 * scale : right - 4 * scale;
  for (const { name, at } of placed) {
    if (!isBeside) ctx.strokeText(name.text, left, at);
    ctx.fillStyle = colour(name.colour);
    ctx.fillText(name.text, left, at);
  }
  ctx.restore();
}
