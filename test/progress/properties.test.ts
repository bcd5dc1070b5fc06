import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { KpiDefinition, MetricDefinition } from "../../src/definition/file.ts";
import { evaluateKpi, type KpiProgress } from "../../src/progress/evaluate.ts";
import { progressOf } from "../../src/progress/progress.ts";
import type { Aggregation } from "../../src/progress/terms.ts";
import { formatDay } from "../../src/workspace/day.ts";
import { loadWorkspace } from "../../src/workspace/load.ts";
import { DEFAULT_SETTINGS } from "../../src/workspace/settings.ts";
import { formatPercentOfWhole } from "../../src/workspace/units.ts";
import { day, only, type Row, seriesOfRows, termsOf } from "./support.ts";

const FIRST = day("2025-10-01");
const LAST = day("2027-02-28");
const SEED = { seed: 20260815, numRuns: 400 };

interface Given {
  readonly metric: Partial<MetricDefinition>;
  readonly kpi: Partial<KpiDefinition>;
  readonly rows: readonly Row[];
  readonly asOf: number;
}

const date = fc.integer({ min: FIRST, max: LAST }).map(formatDay);
const whole = fc.integer({ min: -1000, max: 1000 });
const AGGREGATIONS: readonly Aggregation[] = ["last", "sum", "running", "mean", "ratio", "min", "max"];

function optional<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined, freq: 2 });
}

function targetIn(value: fc.Arbitrary<number>): fc.Arbitrary<KpiDefinition["target"]> {
  return fc.oneof(
    value,
    fc.integer({ min: 0, max: 200 }).map((percent) => `+${percent}%` as const),
    fc.integer({ min: 0, max: 200 }).map((percent) => `-${percent}%` as const),
    value.map((by) => ({ by })),
    value.map((min) => ({ min })),
    value.map((max) => ({ max })),
    fc.tuple(value, value).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) })),
  );
}

const timeframe: fc.Arbitrary<KpiDefinition["timeframe"]> = fc.oneof(
  fc.constantFrom("2026", "2026-Q3", "2026-07", "2026-W31"),
  fc.tuple(date, date).map(([a, b]) => (a < b ? { start: a, end: b } : { start: b, end: a })),
  fc.record({ every: fc.constantFrom("weekly", "monthly", "quarterly", "yearly"), start: date }),
);

function given(value: fc.Arbitrary<number>, aggregations: readonly Aggregation[] = AGGREGATIONS): fc.Arbitrary<Given> {
  return fc.constantFrom(...aggregations).chain((aggregation) =>
    fc.record({
      metric: fc.record({
        aggregation: fc.constant(aggregation),
        better: fc.constantFrom("higher", "lower"),
        cadence: fc.constantFrom("daily", "weekly", "monthly", "quarterly", "yearly"),
      }),
      kpi: fc.record({
        target: targetIn(value),
        timeframe,
        baseline: optional(fc.oneof(value, fc.record({ value, date }))),
        path: optional(fc.constantFrom("linear", "linear", "step", "flat", "compound")),
        checkpoints: optional(fc.array(fc.record({ date, value }), { maxLength: 3 })),
        tolerance: optional(fc.integer({ min: 0, max: 50 })),
        compliance: optional(fc.constantFrom(0, 0.5, 0.8, 1)),
      }),
      rows: fc.uniqueArray(
        fc
          .tuple(date, value, fc.integer({ min: 1, max: 100 }))
          .map(([on, first, second]): Row => (aggregation === "ratio" ? [on, first, second] : [on, first])),
        { maxLength: 20, selector: (row) => row[0] },
      ),
      asOf: fc.integer({ min: day("2026-03-01"), max: LAST }),
    }),
  );
}

function evaluate(input: Given): KpiProgress {
  return evaluateKpi({
    terms: termsOf(input.metric, input.kpi),
    seriesOf: only(seriesOfRows(input.rows, input.metric)),
    asOf: input.asOf,
    lines: DEFAULT_SETTINGS.status,
  });
}

/** All numbers anywhere in a result. */
function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (value instanceof Map) return [...value.values()].flatMap(numbersIn);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

/** The same definition with every value multiplied; percentages and shares stay. */
function timesAll(input: Given, factor: number, mirror: boolean): Given {
  const { target, baseline, checkpoints, tolerance } = input.kpi;
  const times = (value: number) => value * factor;
  const scaledTarget = (): KpiDefinition["target"] => {
    if (typeof target === "number") return times(target);
    if (typeof target === "string") {
      return mirror ? (`${target.startsWith("+") ? "-" : "+"}${target.slice(1)}` as typeof target) : target;
    }
    if (typeof target !== "object") return target;
    if ("by" in target) return { by: times(target.by) };
    const { min, max } = target as { min?: number; max?: number };
    const low = mirror ? max : min;
    const high = mirror ? min : max;
    return { ...(low === undefined ? {} : { min: times(low) }), ...(high === undefined ? {} : { max: times(high) }) };
  };
  const scaledBaseline = (): KpiDefinition["baseline"] => {
    if (typeof baseline === "number") return times(baseline);
    return baseline === undefined ? undefined : { ...baseline, value: times(baseline.value) };
  };
  const flipped = input.metric.better === "lower" ? "higher" : "lower";
  return {
    metric: { ...input.metric, better: mirror ? flipped : input.metric.better },
    kpi: {
      ...input.kpi,
      target: scaledTarget(),
      baseline: scaledBaseline(),
      checkpoints: checkpoints?.map((point) => ({ date: point.date, value: times(point.value) })),
      tolerance: tolerance === undefined ? undefined : tolerance * Math.abs(factor),
    },
    rows: input.rows.map((row): Row => (row.length === 3 ? [row[0], times(row[1]), row[2]] : [row[0], times(row[1])])),
    asOf: input.asOf,
  };
}

describe("progress", () => {
  it("does not depend on the order of rows", () => {
    const shuffled = given(whole).chain((input) =>
      fc.tuple(
        fc.constant(input),
        fc.shuffledSubarray([...input.rows], { minLength: input.rows.length, maxLength: input.rows.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([input, rows]) => {
        expect(evaluate({ ...input, rows })).toEqual(evaluate(input));
      }),
      SEED,
    );
  });

  it("keeps its status when all values are multiplied by one positive number", () => {
    fc.assert(
      fc.property(given(whole), fc.constantFrom(0.001, 0.5, 3, 1000, 1e6), (input, factor) => {
        const before = evaluate(input);
        const after = evaluate(timesAll(input, factor, false));
        expect(after.status).toBe(before.status);
        expect(after.reason).toBe(before.reason);
        expect(after.final).toBe(before.final);
      }),
      SEED,
    );
  });

  it("keeps the status of a level when everything is mirrored", () => {
    fc.assert(
      fc.property(given(whole, ["last"]), (input) => {
        const before = evaluate(input);
        const after = evaluate(timesAll(input, -1, true));
        expect(after.status).toBe(before.status);
        expect(after.attainment).toBe(before.attainment);
        expect(after.pace).toBe(before.pace);
        expect(after.forecast?.outlook).toBe(before.forecast?.outlook);
      }),
      SEED,
    );
  });

  it("does not know rows after the day it is asked for", () => {
    fc.assert(
      fc.property(given(whole), (input) => {
        const cut = formatDay(input.asOf);
        expect(evaluate(input)).toEqual(evaluate({ ...input, rows: input.rows.filter((row) => row[0] <= cut) }));
      }),
      SEED,
    );
  });

  it("judges running totals as the sum of what was added", () => {
    const rising = given(fc.integer({ min: 0, max: 1000 }), ["sum"]).filter(
      (input) => typeof input.kpi.timeframe !== "object" || !("every" in input.kpi.timeframe),
    );
    fc.assert(
      fc.property(rising, (input) => {
        const start = evaluate(input).window?.start ?? 0;
        const rows = [...input.rows].sort((a, b) => (a[0] < b[0] ? -1 : 1)).filter((row) => day(row[0]) >= start);
        let total = 0;
        const totals = rows.map((row): Row => {
          total += row[1];
          return [row[0], total];
        });
        const sums = evaluate({ ...input, rows });
        const running = evaluate({ ...input, rows: totals, metric: { ...input.metric, aggregation: "running" } });
        expect(running.status).toBe(sums.status);
        expect(running.final).toBe(sums.final);
        expect(running.current).toEqual(sums.current);
        expect(running.attainment).toBe(sums.attainment);
        expect(running.pace).toBe(sums.pace);
      }),
      SEED,
    );
  });

  it("gives finite numbers only, however extreme the input, and no -0 as attainment", () => {
    const extreme = fc.oneof(
      whole,
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom(-1.7e308, 1.7e308, 5e-324, -5e-324, 0, -0),
    );
    fc.assert(
      fc.property(given(extreme), (input) => {
        const progress = evaluate(input);
        for (const number of numbersIn(progress)) expect(Number.isFinite(number)).toBe(true);
        expect(Object.is(progress.attainment, -0)).toBe(false);
        expect(Object.is(progress.pace, -0)).toBe(false);
      }),
      { seed: SEED.seed, numRuns: 1500 },
    );
  });

  it("never shows 100 % for less than the whole, nor for a target that is not met", () => {
    const close = fc
      .tuple(fc.integer({ min: 1, max: 15 }), fc.integer({ min: 1, max: 1e9 }))
      .map(([digits, target]) => ({
        target,
        value: target * (1 - 10 ** -digits),
      }));
    fc.assert(
      fc.property(close, fc.constantFrom(0, -1e20, 0.5), ({ target, value }, baseline) => {
        const { attainment, status } = evaluate({
          metric: {},
          kpi: { target, baseline, timeframe: "2026" },
          rows: [["2026-06-30", value]],
          asOf: day("2026-07-01"),
        });
        const shown = formatPercentOfWhole(attainment ?? 0);
        if (status !== "achieved") expect(attainment).toBeLessThan(1);
        if ((attainment ?? 0) < 1) expect(shown).not.toMatch(/^1\d\d/);
      }),
      SEED,
    );
  });
});

describe("progress of a workspace", () => {
  const id = fc.constantFrom("a", "b", "c", "d");
  const junk = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constant(null), fc.constant(1e308), fc.constant("+25%"));
  const either = <T>(arbitrary: fc.Arbitrary<T>) => fc.oneof({ weight: 6, arbitrary }, { weight: 1, arbitrary: junk });
  const bound = optional(whole);
  const document = fc.record({
    version: fc.constant(1),
    goals: fc.dictionary(
      id,
      fc.record(
        { title: fc.constant("Goal"), owner: fc.constant("@a"), parent: either(id) },
        { requiredKeys: ["title", "owner"] },
      ),
    ),
    metrics: fc.dictionary(
      id,
      either(
        fc.record(
          {
            title: fc.constant("Metric"),
            aggregation: either(fc.constantFrom(...AGGREGATIONS)),
            better: fc.constantFrom("higher", "lower"),
            cadence: fc.constantFrom("daily", "monthly", "yearly"),
            bounds: fc.record({ min: bound, max: bound }),
            baseline_until: either(date),
            values: either(
              fc.dictionary(date, either(fc.oneof(whole, fc.record({ numerator: whole, denominator: whole })))),
            ),
            derived: either(
              fc.oneof(
                fc.tuple(id, id).map((ratio) => ({ ratio })),
                fc.array(id, { minLength: 1, maxLength: 3 }).map((sum) => ({ sum })),
              ),
            ),
          },
          { requiredKeys: ["title"] },
        ),
      ),
    ),
    kpis: fc.dictionary(
      fc.constantFrom("k1", "k2", "k3", "k4"),
      either(
        fc.record(
          {
            title: fc.constant("KPI"),
            goal: either(id),
            metric: either(id),
            owner: fc.constant("@a"),
            timeframe: either(timeframe),
            target: either(targetIn(whole)),
            stretch: either(targetIn(whole)),
            baseline: either(fc.oneof(whole, fc.record({ value: whole, date }))),
            leads: fc.constantFrom("k1", "k2", "k3"),
            path: fc.constantFrom("linear", "compound", "flat", "step"),
            checkpoints: either(fc.array(either(fc.record({ date, value: whole })), { maxLength: 3 })),
            guardrails: either(fc.array(either(fc.record({ metric: id, min: bound, max: bound })), { maxLength: 2 })),
            weight: either(fc.integer({ min: 1, max: 5 })),
            state: fc.constantFrom("draft", "active", "retired"),
          },
          { requiredKeys: ["title", "metric", "goal", "timeframe", "target"] },
        ),
      ),
    ),
  });

  it("never throws, counts every active KPI once, and gives finite numbers only", async () => {
    await fc.assert(
      fc.asyncProperty(document, fc.integer({ min: FIRST, max: LAST }), async (content, asOf) => {
        const files = [{ path: "kpi.yaml", text: JSON.stringify(content) }];
        const workspace = await loadWorkspace({ files, settings: DEFAULT_SETTINGS });
        const { kpis, goals, summary, earlyWarnings } = progressOf(workspace, asOf);
        expect(kpis).toHaveLength(summary.kpis);
        expect(summary.kpis + summary.drafts + summary.retired).toBe(workspace.kpis.size);
        expect(Object.values(summary.byStatus).reduce((a, b) => a + b, 0)).toBe(summary.kpis);
        expect(goals).toHaveLength(workspace.goals.size);
        expect(earlyWarnings.length).toBeLessThanOrEqual(summary.kpis);
        for (const { progress } of kpis) {
          for (const number of numbersIn(progress)) expect(Number.isFinite(number)).toBe(true);
          expect(progress.reason === null).toBe(progress.status !== "invalid");
        }
        for (const { progress } of goals) {
          if (progress !== null) expect(progress >= 0 && progress <= 1).toBe(true);
        }
      }),
      { seed: SEED.seed, numRuns: 300 },
    );
  });
});
