import { describe, expect, it } from "vitest";
import type { MetricDefinition } from "../../src/definition/file.ts";
import { chartOf, processLimits, signalsOf } from "../../src/progress/signal.ts";
import type { ResolvedTarget } from "../../src/progress/target.ts";
import { metricTerms } from "../../src/progress/terms.ts";
import type { Direction } from "../../src/workspace/target.ts";
import { day, type Row, seriesOfRows } from "./support.ts";

/** Limits 0 to 10 around 5: half-way lies at 2.5 and 7.5. */
const LIMITS = { mean: 5, lower: 0, upper: 10 };
const FIRST = day("2026-01-01");

function signalsIn(values: readonly number[], better: Direction = "higher") {
  const days = values.map((_, i) => FIRST + i);
  return signalsOf(days, values, LIMITS, better).map(({ rule, kind, days: on }) => [
    rule,
    kind,
    on.map((d) => d - FIRST),
  ]);
}

describe("signals", () => {
  it.each([
    ["a value outside the upper limit", [5, 10.1, 5], [["outside-limit", "improvement", [1]]]],
    ["a value on a limit is inside", [5, 10, 0, 5], []],
    ["a value outside the lower limit", [5, -0.1, 5], [["outside-limit", "concern", [1]]]],
    ["eight above the mean", [5, 6, 6, 6, 6, 6, 6, 6, 6, 4], [["run-of-8", "improvement", [1, 2, 3, 4, 5, 6, 7, 8]]]],
    ["eight at the very end", [4, 4, 4, 4, 4, 4, 4, 4], [["run-of-8", "concern", [0, 1, 2, 3, 4, 5, 6, 7]]]],
    [
      "a run of nine is one signal",
      [6, 6, 6, 6, 6, 6, 6, 6, 6],
      [["run-of-8", "improvement", [0, 1, 2, 3, 4, 5, 6, 7, 8]]],
    ],
    ["seven are none", [6, 6, 6, 6, 6, 6, 6, 4], []],
    ["a value on the mean breaks a run", [6, 6, 6, 6, 5, 6, 6, 6, 6], []],
    ["three of four beyond half-way", [5, 8, 8, 5, 8, 5], [["3-of-4", "improvement", [1, 2, 4]]]],
    ["not towards different limits", [5, 8, 1, 5, 8, 5], []],
    ["not on half-way itself", [7.5, 7.5, 7.5, 7.5], []],
    ["overlapping groups are one", [2, 2, 5, 2, 2, 2], [["3-of-4", "concern", [0, 1, 3, 4, 5]]]],
    [
      "distant groups are two",
      [8, 8, 8, 5, 5, 5, 8, 8, 8],
      [
        ["3-of-4", "improvement", [0, 1, 2]],
        ["3-of-4", "improvement", [6, 7, 8]],
      ],
    ],
    ["no rows", [], []],
  ])("%s", (_, values, signals) => {
    expect(signalsIn(values)).toEqual(signals);
  });

  it("turn round where less is better", () => {
    expect(signalsIn([5, 10.1, 5], "lower")).toEqual([["outside-limit", "concern", [1]]]);
  });
});

describe("limits", () => {
  it("need two values", () => {
    expect(processLimits([])).toBeNull();
    expect(processLimits([3])).toBeNull();
    expect(processLimits([3, 3], { screen: true })).toEqual({ mean: 3, lower: 3, upper: 3 });
  });
});

describe("the chart of a KPI", () => {
  const window = { start: day("2026-01-01"), end: day("2026-12-31") };
  const months = (year: number, values: readonly number[]): Row[] =>
    values.map((value, i) => [`${year}-${String(i + 1).padStart(2, "0")}-15`, value]);
  const before = months(2025, [1, 2, 1, 2, 1, 2]);
  const inside = months(2026, [5, 6, 5, 6, 5, 6, 5]);

  function chart(rows: readonly Row[], metric: Partial<MetricDefinition> = {}, target: ResolvedTarget | null = null) {
    const terms = metricTerms({ id: "m", definition: metric });
    return chartOf(seriesOfRows(rows), terms, target, window, day("2027-06-30"));
  }

  it("takes its limits from the rows before the window", () => {
    const made = chart([...before, ...inside]);
    expect(made).toMatchObject({ mean: 1.5, rows: 13, limitRows: 6, provisional: true });
    expect(made?.upper).toBeCloseTo(1.5 + 2.66, 12);
  });

  it("from all rows where too few lie before it", () => {
    expect(chart([...before.slice(1), ...inside])).toMatchObject({ rows: 12, limitRows: 12, provisional: false });
    expect(chart(inside)).toMatchObject({ rows: 7, limitRows: 7, provisional: true });
  });

  it("from the rows up to baseline_until where it is given", () => {
    expect(chart([...before, ...inside], { baseline_until: "2026-02-28" })).toMatchObject({ limitRows: 8 });
  });

  it.each([
    ["2025-04-15", 4],
    ["2024-12-31", 0],
  ])("does not follow a baseline_until of %s, up to which there are %i rows", (until, rows) => {
    const tooFewUntil = { day: day(until), rows };
    expect(chart([...before, ...inside], { baseline_until: until })).toMatchObject({ limitRows: 6, tooFewUntil });
    expect(chart(inside, { baseline_until: "2026-05-15" })).toMatchObject({ limitRows: 7 });
    expect(chart(inside, { baseline_until: "2026-06-15" })).toMatchObject({ limitRows: 6, tooFewUntil: null });
  });

  it.each([
    ["2025-11-15", 11, true],
    ["2025-12-15", 12, false],
  ])("is provisional by the rows that make its limits: up to %s %i", (until, limitRows, provisional) => {
    const year = months(2025, [1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2]);
    expect(chart([...year, ...inside], { baseline_until: until })).toMatchObject({ limitRows, provisional });
  });

  it("needs six rows", () => {
    expect(chart(inside.slice(0, 5))).toBeNull();
    expect(chart(inside.slice(0, 6))).not.toBeNull();
    expect(chartOf(null, metricTerms({ id: "m", definition: {} }), null, window, day("2026-06-30"))).toBeNull();
  });

  it("leaves out rows after the end of the window", () => {
    expect(chart([...inside, ["2027-01-15", 99]])).toMatchObject({ rows: 7 });
  });

  it("looks at what running totals added, not at the totals", () => {
    const totals = [...months(2025, [1, 2, 4, 5, 7, 8, 10]), ...months(2026, [3, 5, 8, 10])];
    const made = chart(totals, { aggregation: "running" });
    expect(made?.rows).toBe(10);
    expect(made?.limitRows).toBe(6);
    expect(made?.mean).toBe(1.5);
    expect(made?.signals).toEqual([]);
    const jump = chart([...months(2025, [1, 2, 4, 5, 7, 8, 10]), ...months(2026, [30])], { aggregation: "running" });
    expect(jump?.signals).toEqual([{ rule: "outside-limit", days: [day("2026-01-15")], kind: "improvement" }]);
    const added = chart([...months(2025, [1, 2, 4, 5, 7, 8, 10]), ...months(2026, [11])], { aggregation: "running" });
    expect(added?.signals).toEqual([{ rule: "outside-limit", days: [day("2026-01-15")], kind: "improvement" }]);
  });

  it.each([
    [{ min: 0, max: 9 }, "always-passes"],
    [{ min: -2, max: null }, "always-passes"],
    [{ min: 5, max: null }, "always-fails"],
    [{ min: null, max: -2 }, "always-fails"],
    [{ min: 1, max: 2 }, "hit-or-miss"],
  ])("compares a range of %o with the limits: %s", ({ min, max }, capability) => {
    const rows = months(2026, [1, 2, 1, 2, 1, 2]);
    const wide = min === 0 ? rows.map((row): Row => [row[0], row[1] + 3]) : rows;
    expect(chart(wide, {}, { kind: "keep", value: null, min, max })?.capability).toBe(capability);
  });

  it("has no such comparison for other targets", () => {
    expect(chart(inside, {}, { kind: "reach", value: 3, min: null, max: null })?.capability).toBeNull();
  });
});
