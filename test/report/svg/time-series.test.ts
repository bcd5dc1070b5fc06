import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ChartModel, extentOf } from "../../../src/report/svg/chart-model.ts";
import { niceTicks, padded, scaleOf, timeTicks } from "../../../src/report/svg/scale.ts";
import { timeSeriesSvg } from "../../../src/report/svg/time-series.ts";
import { formatDay, parseDay } from "../../../src/workspace/day.ts";
import { readXml } from "../xml.ts";

const START = parseDay("2026-01-01") ?? 0;

function chart(given: Partial<ChartModel> = {}): ChartModel {
  return {
    title: "Values",
    kind: "line",
    days: [START, START + 10, START + 20],
    values: [1, 3, 2],
    texts: ["1", "3", "2"],
    startsAtOrigin: false,
    plan: [],
    target: null,
    stretch: null,
    band: null,
    limits: null,
    signals: [],
    forecast: null,
    window: null,
    from: START,
    until: START + 20,
    ...given,
  };
}

const draw = (model: ChartModel, label = "three values"): string =>
  timeSeriesSvg(model, { value: String, tick: (day) => formatDay(day) }, label);

describe("round numbers of an axis", () => {
  it.each([
    [0, 100, 5, [0, 20, 40, 60, 80, 100]],
    [57, 75.6, 5, [60, 65, 70, 75]],
    [-0.12, 0.31, 5, [-0.1, 0, 0.1, 0.2, 0.3]],
    [1e9, 1.4e9, 4, [1e9, 1.1e9, 1.2e9, 1.3e9, 1.4e9]],
    [5, 5, 5, []],
  ])("from %d to %d", (low, high, most, expected) => {
    expect(niceTicks(low, high, most)).toEqual(expected);
  });

  it("lie inside, rise, and are few", () => {
    const number = fc.double({ min: -1e150, max: 1e150, noNaN: true });
    fc.assert(
      fc.property(number, number, fc.integer({ min: 2, max: 9 }), (a, b, most) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const ticks = niceTicks(low, high, most);
        const room = (high - low) * 1e-6;
        expect(ticks.length).toBeLessThanOrEqual(2 * most + 1);
        expect(ticks.every((tick) => tick >= low - room && tick <= high + room)).toBe(true);
      }),
    );
  });
});

describe("days of an axis", () => {
  const ticks = (from: string, until: string, most: number): readonly string[] =>
    timeTicks(parseDay(from) ?? 0, parseDay(until) ?? 0, most).map(formatDay);
  it.each([
    ["2026-01-30", "2026-02-02", 7, ["2026-01-30", "2026-01-31", "2026-02-01", "2026-02-02"]],
    [
      "2026-07-01",
      "2026-08-15",
      7,
      ["2026-07-06", "2026-07-13", "2026-07-20", "2026-07-27", "2026-08-03", "2026-08-10"],
    ],
    [
      "2026-01-15",
      "2026-07-20",
      7,
      ["2026-02-01", "2026-03-01", "2026-04-01", "2026-05-01", "2026-06-01", "2026-07-01"],
    ],
    ["2025-02-01", "2026-12-31", 4, ["2025-07-01", "2026-01-01", "2026-07-01"]],
    ["1991-01-01", "2026-12-31", 7, ["2000-01-01", "2010-01-01", "2020-01-01"]],
    ["2026-01-01", "2026-01-01", 7, []],
  ])("from %s to %s", (from, until, most, expected) => {
    expect(ticks(from, until, most)).toEqual(expected);
  });
});

describe("scales", () => {
  it("map ends to ends, and one value to the middle", () => {
    const scale = scaleOf(10, 20, 0, 100);
    expect([10, 15, 20].map(scale.at)).toEqual([0, 50, 100]);
    expect(scaleOf(3, 3, 0, 100).at(3)).toBe(50);
    expect(scaleOf(-Number.MAX_VALUE, Number.MAX_VALUE, 0, 100).at(0)).toBe(50);
  });

  it("leave room around what they show", () => {
    expect(padded(0, 100, 0.1)).toEqual([-10, 110]);
    expect(padded(5, 5)).toEqual([4.5, 5.5]);
    expect(padded(0, 0)).toEqual([-0.1, 0.1]);
  });
});

describe("what a chart must show", () => {
  it("is everything that is drawn between two days", () => {
    const model = chart({
      plan: [
        [START, 0],
        [START + 20, 9],
      ],
      limits: { mean: 2, lower: -1, upper: 5 },
      target: { value: 9.5, text: "target" },
    });
    expect(extentOf(model, START, START + 20)).toEqual([-1, 9.5]);
    expect(extentOf(chart(), START + 5, START + 25)).toEqual([2, 3]);
    expect(extentOf(chart({ kind: "columns" }), START, START + 20)).toEqual([0, 3]);
    expect(extentOf(chart(), START + 30, START + 40)).toEqual([0, 1]);
  });
});

describe("a still chart", () => {
  it("names its lines and escapes their names", () => {
    const svg = draw(chart({ target: { value: 4, text: 'target <4> & "more"' } }), "a < b");
    expect(svg).toContain("target &lt;4&gt; &amp; &quot;more&quot;");
    expect(svg).toContain('aria-label="a &lt; b"');
  });

  it("moves names apart that would cover each other", () => {
    const limits = { mean: 2, lower: 1.99, upper: 2.01 };
    const svg = draw(chart({ limits, target: { value: 2, text: "target" } }));
    const places = [...svg.matchAll(/<text class="name[^"]*" x="[\d.]+" y="([\d.]+)"/g)].map(([, y]) => Number(y));
    const gaps = places.slice(1).map((place, i) => place - (places[i] ?? 0));
    expect(places).toHaveLength(4);
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(14.9);
  });

  it("marks signals by the direction of a triangle", () => {
    const svg = draw(
      chart({
        signals: [
          { row: 0, kind: "concern", text: "too low" },
          { row: 1, kind: "improvement", text: "good" },
        ],
      }),
    );
    expect(svg).toMatch(/<path class="concern" d="M[\d. ]+l6\.2-11h-12\.4z"><title>too low<\/title>/);
    expect(svg).toMatch(/<path class="improvement" d="M[\d. ]+l6\.2 11h-12\.4z"><title>good<\/title>/);
  });

  it("keeps the extremes of very many values", () => {
    const days = Array.from({ length: 5000 }, (_, i) => START + i);
    const values = days.map((_, i) => (i === 2500 ? 1000 : i % 7));
    const model = chart({ days, values, texts: values.map(String), until: START + 5000 });
    const line = /class="actual" d="([^"]*)"/.exec(draw(model))?.[1] ?? "";
    const heights = [...line.matchAll(/[ML][\d.]+ ([\d.]+)/g)].map(([, y]) => Number(y));
    expect(heights.length).toBeLessThanOrEqual(402);
    expect(Math.min(...heights)).toBeLessThan(Math.min(...heights.filter((y) => y > Math.min(...heights))) - 100);
  });

  it("draws columns from nothing up and down", () => {
    const svg = draw(chart({ kind: "columns", values: [1, -3, 2] }));
    expect(svg).toMatch(/class="columns" d="(?:M[\d.]+ ([\d.]+)V[\d.]+h[\d.]+V\1z){3}"/);
  });

  it("is well-formed whatever the values are", () => {
    const number = fc.double({ min: -1e300, max: 1e300, noNaN: true });
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 9 }), number, fc.string(), (values, level, text) => {
        const days = values.map((_, i) => START + 3 * i);
        const until = START + 3 * values.length;
        const svg = draw(
          chart({
            days,
            values,
            texts: values.map(String),
            until,
            target: { value: level, text },
            forecast: { from: [START, level], day: until, value: level, low: -level, high: level, text },
          }),
        );
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
        expect(readXml(XML + svg).name).toBe("svg");
      }),
    );
  });
});

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
