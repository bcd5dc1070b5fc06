/** Charts that answer: hover and arrow keys read values, dragging and buttons zoom. */

import uPlot from "uplot";
import type { ChartModel } from "../../svg/chart-model.ts";
import { extentOf } from "../../svg/chart-model.ts";
import { padded } from "../../svg/scale.ts";
import { FONT, namesOf, paintOver, paintUnder } from "./chart-paint.ts";
import { dataIn } from "./dom.ts";

const SECONDS_PER_DAY = 86_400;
const HEIGHT = 300;
/** From this width on the names of lines stand beside the chart. */
const WIDE = 640;

/** Puts a living chart in front of the still one, which stays for printing. */
export function enliven(figure: HTMLElement): void {
  const chart = dataIn<ChartModel>(figure);
  const plot = figure.querySelector<HTMLElement>(".plot");
  if (chart === null || plot === null || chart.days.length === 0) return;
  const stage = document.createElement("div");
  stage.className = "stage";
  stage.tabIndex = 0;
  stage.setAttribute("role", "group");
  stage.setAttribute("aria-label", `${chart.title}: arrow keys read values, + and − zoom, 0 shows all`);
  const readout = document.createElement("p");
  readout.className = "readout";
  readout.setAttribute("role", "status");
  const line = document.createElement("div");
  line.className = "bar-line";
  plot.before(line);
  plot.after(stage);
  plot.classList.add("paper");
  const view = new LiveChart(chart, stage, readout);
  line.append(readout, view.buttons());
}

class LiveChart {
  readonly #chart: ChartModel;
  readonly #stage: HTMLElement;
  readonly #readout: HTMLElement;
  readonly #plot: uPlot;
  readonly #numbers = new Intl.NumberFormat(document.documentElement.dataset.locale, {
    maximumSignificantDigits: 4,
    numberingSystem: "latn",
  });
  readonly #dates = new Intl.DateTimeFormat(document.documentElement.dataset.locale, {
    dateStyle: "medium",
    timeZone: "UTC",
    numberingSystem: "latn",
  });

  constructor(chart: ChartModel, stage: HTMLElement, readout: HTMLElement) {
    this.#chart = chart;
    this.#stage = stage;
    this.#readout = readout;
    this.#plot = new uPlot(this.#options(), [chart.days.map(seconds), [...chart.values]], stage);
    this.#read(chart.days.length - 1);
    new ResizeObserver(() => this.#resize()).observe(stage);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#plot.redraw());
    stage.addEventListener("keydown", (event) => this.#onKey(event));
    stage.addEventListener("dblclick", () => this.#zoom(chart.from, chart.until));
  }

  buttons(): HTMLElement {
    const bar = document.createElement("div");
    bar.className = "zoom";
    const { window, days, from, until } = this.#chart;
    const add = (name: string, act: () => void): void => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = name;
      button.addEventListener("click", act);
      bar.append(button);
    };
    if (window !== null) add("Window", () => this.#zoom(window.start - 1, Math.max(window.end, until)));
    add("Recent", () => this.#zoom(from, until));
    add("All", () => this.#zoom(Math.min(from, days[0] ?? from), until));
    return bar;
  }

  #options(): uPlot.Options {
    const chart = this.#chart;
    const axis = (): uPlot.Axis => ({
      stroke: () => colour("--muted"),
      font: FONT,
      grid: { stroke: () => colour("--line"), width: 1 },
      ticks: { stroke: () => colour("--line"), width: 1 },
    });
    return {
      width: this.#room() || 600,
      height: HEIGHT,
      padding: [14, this.#namesWidth(), 0, 0],
      tzDate: (stamp) => uPlot.tzDate(new Date(stamp * 1000), "Etc/UTC"),
      legend: { show: false },
      cursor: { drag: { x: true, y: false, setScale: true }, points: { size: 9 }, y: false },
      scales: {
        x: { min: seconds(chart.from), max: seconds(chart.until) },
        y: { range: (plot) => this.#range(plot) },
      },
      axes: [
        {
          ...axis(),
          space: 72,
          values: (_, splits, __, ___, step) => splits.map((at) => tick(at, step / SECONDS_PER_DAY)),
        },
        {
          ...axis(),
          values: (_, splits) => splits.map((value) => this.#numbers.format(value)),
          size: (_, values) => 14 + 7.2 * Math.max(3, ...(values ?? []).map((text) => text.length)),
        },
      ],
      series: [
        {},
        {
          stroke: () => colour("--ink"),
          fill: chart.kind === "columns" ? () => colour("--ink") : undefined,
          width: chart.kind === "columns" ? 0 : 2,
          points: {
            show: chart.kind === "line" && chart.days.length <= 90,
            filter: (_, __, isShown) => (isShown ? measured(chart) : null),
            size: 6,
            fill: () => colour("--ink"),
          },
          paths: chart.kind === "columns" ? uPlot.paths.bars?.({ size: [0.62, 24] }) : undefined,
        },
      ],
      hooks: {
        drawAxes: [(plot) => paintUnder(plot, chart, colour)],
        draw: [(plot) => paintOver(plot, chart, colour)],
        setCursor: [(plot) => this.#read(plot.cursor.idx ?? chart.days.length - 1)],
      },
    };
  }

  #range(plot: uPlot): [number, number] {
    const { min, max } = plot.scales.x ?? {};
    const from = min == null ? this.#chart.from : min / SECONDS_PER_DAY;
    const until = max == null ? this.#chart.until : max / SECONDS_PER_DAY;
    const [low, high] = padded(...extentOf(this.#chart, from, until), 0.08);
    return [low, high];
  }

  /** Room at the right for the names of lines; none on narrow screens, where they stand inside. */
  #namesWidth(): number {
    if (this.#stage.clientWidth < WIDE) return 8;
    const context = document.createElement("canvas").getContext("2d");
    if (context === null) return 8;
    context.font = FONT;
    return 16 + Math.max(0, ...namesOf(this.#chart).map(({ text }) => context.measureText(text).width));
  }

  /** Says the value of a row, and what the plan was that day. */
  #read(row: number): void {
    const { days, texts, plan, signals, startsAtOrigin } = this.#chart;
    const day = days[row];
    if (day === undefined) return;
    const planned = plannedOn(plan, day);
    const signal = signals.find((one) => one.row === row);
    const parts = [`${this.#dates.format(seconds(day) * 1000)}: `, strong(texts[row] ?? "")];
    if (planned !== null) parts.push(`, plan ${this.#numbers.format(planned)}`);
    if (startsAtOrigin && row === 0) parts.push(" (start)");
    if (signal !== undefined) parts.push(` (${signal.kind})`);
    this.#readout.replaceChildren(...parts);
  }

  #onKey(event: KeyboardEvent): void {
    const { days, from, until } = this.#chart;
    const at = this.#plot.cursor.idx ?? days.length - 1;
    const { min, max } = this.#plot.scales.x ?? {};
    const [low, high] = [(min ?? 0) / SECONDS_PER_DAY, (max ?? 0) / SECONDS_PER_DAY];
    const quarter = (high - low) / 4;
    switch (event.key) {
      case "ArrowLeft":
        this.#point(Math.max(0, at - 1));
        break;
      case "ArrowRight":
        this.#point(Math.min(days.length - 1, at + 1));
        break;
      case "+":
        this.#zoom(low + quarter, high - quarter);
        break;
      case "-":
        this.#zoom(low - quarter, high + quarter);
        break;
      case "0":
        this.#zoom(from, until);
        break;
      default:
        return;
    }
    event.preventDefault();
  }

  #point(row: number): void {
    const day = this.#chart.days[row] ?? 0;
    const left = this.#plot.valToPos(seconds(day), "x");
    this.#plot.setCursor({ left, top: this.#plot.valToPos(this.#chart.values[row] ?? 0, "y") });
  }

  #zoom(from: number, until: number): void {
    if (until - from < 2) return;
    this.#plot.setScale("x", { min: seconds(from), max: seconds(until) });
  }

  /** The width inside the padding. */
  #room(): number {
    const { paddingLeft, paddingRight } = getComputedStyle(this.#stage);
    return this.#stage.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
  }

  #resize(): void {
    const width = this.#room();
    if (width > 0 && Math.abs(width - this.#plot.width) > 1) this.#plot.setSize({ width, height: HEIGHT });
  }
}

/** The rows that hold a value. */
function measured({ days, startsAtOrigin }: ChartModel): number[] {
  const rows = [...days.keys()];
  return startsAtOrigin ? rows.slice(1) : rows;
}

function tick(at: number, step: number): string {
  const options: Intl.DateTimeFormatOptions =
    step >= 360
      ? { year: "numeric" }
      : step >= 28
        ? { month: "short", year: "2-digit" }
        : { month: "short", day: "numeric" };
  const { locale } = document.documentElement.dataset;
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC", numberingSystem: "latn" }).format(at * 1000);
}

function seconds(day: number): number {
  return day * SECONDS_PER_DAY;
}

function strong(text: string): HTMLElement {
  const element = document.createElement("b");
  element.textContent = text;
  return element;
}

function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name);
}

/** The plan on a day, between its corners; null before the first and after the last. */
function plannedOn(plan: ChartModel["plan"], day: number): number | null {
  for (let i = plan.length - 1; i > 0; i--) {
    const [from, to] = [plan[i - 1], plan[i]];
    if (from === undefined || to === undefined || day < from[0] || day > to[0]) continue;
    if (to[0] === from[0]) return to[1];
    return from[1] + ((to[1] - from[1]) * (day - from[0])) / (to[0] - from[0]);
  }
  return null;
}
