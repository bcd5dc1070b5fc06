import { describe, expect, it } from "vitest";
import type { KpiDefinition, MetricDefinition } from "../../src/definition/file.ts";
import { worse } from "../../src/progress/rollup.ts";
import { STATUSES } from "../../src/progress/status.ts";
import { evaluate, type Row } from "./support.ts";

const Q3 = { timeframe: "2026-Q3" };

interface Step {
  readonly says: string;
  readonly metric?: Partial<MetricDefinition>;
  readonly kpi: Partial<KpiDefinition>;
  readonly rows: readonly Row[];
  readonly asOf: string;
  readonly status: string;
  readonly final?: boolean;
  readonly stale?: boolean;
  readonly incomplete?: boolean;
}

function run(step: Step): void {
  const progress = evaluate({
    metric: step.metric ?? {},
    kpi: { ...Q3, ...step.kpi },
    rows: step.rows,
    as_of: step.asOf,
  });
  expect(progress.status).toBe(step.status);
  expect(progress.final).toBe(step.final ?? false);
  expect(progress.stale).toBe(step.stale ?? false);
  expect(progress.incomplete).toBe(step.incomplete ?? false);
}

describe("without rows", () => {
  const kpi = { target: 75, baseline: 62 };
  const steps: readonly Step[] = [
    { says: "before the window", kpi, rows: [], asOf: "2026-06-30", status: "not-started" },
    { says: "on its first day", kpi, rows: [], asOf: "2026-07-01", status: "no-data" },
    { says: "after one and a half cadences", kpi, rows: [], asOf: "2026-08-11", status: "no-data" },
    { says: "a day later", kpi, rows: [], asOf: "2026-08-12", status: "no-data", stale: true },
    { says: "a cadence after the end", kpi, rows: [], asOf: "2026-10-28", status: "awaiting-data", incomplete: true },
    { says: "a day later", kpi, rows: [], asOf: "2026-10-29", status: "no-data", final: true, incomplete: true },
  ];
  it.each(steps)("$says: $status", run);
});

describe("after the end", () => {
  const kpi = { target: 75, baseline: 62 };
  const late: readonly Row[] = [["2026-09-03", 76]];
  const lateLow: readonly Row[] = [["2026-09-03", 74]];
  const early: readonly Row[] = [["2026-09-02", 76]];
  const max = { aggregation: "max" } as const;
  const min = { aggregation: "min", better: "lower" } as const;
  const steps: readonly Step[] = [
    { says: "the last value covers the end", kpi, rows: late, asOf: "2026-10-01", status: "achieved", final: true },
    { says: "and does not meet it", kpi, rows: lateLow, asOf: "2026-10-01", status: "missed", final: true },
    { says: "it does not", kpi, rows: early, asOf: "2026-10-28", status: "awaiting-data", incomplete: true },
    { says: "grace is over", kpi, rows: early, asOf: "2026-10-29", status: "achieved", final: true, incomplete: true },
    {
      says: "a highest value cannot fall",
      metric: max,
      kpi,
      rows: early,
      asOf: "2026-10-01",
      status: "achieved",
      final: true,
      incomplete: true,
    },
    {
      says: "a lowest cannot rise",
      metric: min,
      kpi: { target: 77 },
      rows: early,
      asOf: "2026-10-01",
      status: "achieved",
      final: true,
      incomplete: true,
    },
    {
      says: "a lowest can fall",
      metric: { aggregation: "min" },
      kpi: { target: 70 },
      rows: early,
      asOf: "2026-10-01",
      status: "awaiting-data",
      incomplete: true,
    },
    {
      says: "a kept range may still break",
      kpi: { target: { min: 70 } },
      rows: early,
      asOf: "2026-10-01",
      status: "awaiting-data",
      incomplete: true,
    },
  ];
  it.each(steps)("$says: $status", run);
});

describe("while open", () => {
  const lines = { target: 100, baseline: 0, timeframe: { start: "2026-01-01", end: "2026-04-10" } };
  const max = { aggregation: "max" } as const;
  const sum = { aggregation: "sum" } as const;
  const running = { aggregation: "running" } as const;
  const steps: readonly Step[] = [
    {
      says: "just below 0.95 of the plan",
      kpi: lines,
      rows: [["2026-02-19", 47.4]],
      asOf: "2026-02-20",
      status: "at-risk",
    },
    { says: "just below 0.75", kpi: lines, rows: [["2026-02-19", 37.4]], asOf: "2026-02-20", status: "off-track" },
    { says: "in the warm-up", kpi: lines, rows: [["2026-01-09", 1]], asOf: "2026-02-10", status: "at-risk" },
    { says: "where it ends", kpi: lines, rows: [["2026-01-10", 1]], asOf: "2026-02-10", status: "off-track" },
    {
      says: "a highest value that is met",
      metric: max,
      kpi: { target: 75 },
      rows: [["2026-07-10", 80]],
      asOf: "2026-07-15",
      status: "achieved",
      final: true,
    },
    {
      says: "a total that is met",
      metric: sum,
      kpi: { target: 75 },
      rows: [["2026-07-10", 80]],
      asOf: "2026-07-15",
      status: "achieved",
      final: true,
    },
    {
      says: "a running total that fell",
      metric: running,
      kpi: { target: 75 },
      rows: [
        ["2026-07-10", 90],
        ["2026-07-14", 80],
      ],
      asOf: "2026-07-15",
      status: "achieved",
    },
    {
      says: "a running total that rose",
      metric: running,
      kpi: { target: 75 },
      rows: [
        ["2026-07-10", 70],
        ["2026-07-14", 80],
      ],
      asOf: "2026-07-15",
      status: "achieved",
      final: true,
    },
    {
      says: "a loss that may still grow",
      metric: sum,
      kpi: { target: -100 },
      rows: [["2026-07-10", 5]],
      asOf: "2026-07-15",
      status: "achieved",
    },
    {
      says: "one and a half cadences after the last value",
      kpi: lines,
      rows: [["2026-02-19", 50]],
      asOf: "2026-04-02",
      status: "on-track",
    },
    {
      says: "a day later",
      kpi: lines,
      rows: [["2026-02-19", 50]],
      asOf: "2026-04-03",
      status: "on-track",
      stale: true,
    },
  ];
  it.each(steps)("$says: $status", run);
});

describe("a range to keep", () => {
  const kpi = { target: { min: 60, max: 70 }, tolerance: 2 };
  const mean = { aggregation: "mean" } as const;
  const half: readonly Row[] = [
    ["2026-07-31", 80],
    ["2026-08-31", 65],
    ["2026-09-30", 65],
  ];
  const steps: readonly Step[] = [
    { says: "at its bound", kpi, rows: [["2026-08-31", 70]], asOf: "2026-08-31", status: "on-track" },
    { says: "outside within the tolerance", kpi, rows: [["2026-08-31", 58]], asOf: "2026-08-31", status: "at-risk" },
    { says: "beyond the tolerance", kpi, rows: [["2026-08-31", 57.9]], asOf: "2026-08-31", status: "off-track" },
    { says: "beyond it in the warm-up", kpi, rows: [["2026-07-02", 50]], asOf: "2026-07-05", status: "at-risk" },
    { says: "closed, last inside, too few inside", kpi, rows: half, asOf: "2026-10-01", status: "missed", final: true },
    {
      says: "closed, enough inside",
      kpi: { ...kpi, compliance: 0.66 },
      rows: half,
      asOf: "2026-10-01",
      status: "achieved",
      final: true,
    },
    {
      says: "closed, a mean inside",
      metric: mean,
      kpi,
      rows: half,
      asOf: "2026-10-01",
      status: "achieved",
      final: true,
    },
    {
      says: "closed, the tolerance does not count",
      metric: mean,
      kpi,
      rows: [["2026-09-30", 71]],
      asOf: "2026-10-01",
      status: "missed",
      final: true,
    },
  ];
  it.each(steps)("$says: $status", run);
});

describe("a budget", () => {
  const metric = { aggregation: "sum" } as const;
  const kpi = { target: { max: 100 }, timeframe: { start: "2026-01-01", end: "2026-04-10" } };
  const steps: readonly Step[] = [
    { says: "nothing used", metric, kpi, rows: [["2026-01-31", 0]], asOf: "2026-01-31", status: "on-track" },
    { says: "as planned", metric, kpi, rows: [["2026-02-19", 50]], asOf: "2026-02-19", status: "on-track" },
    { says: "much faster", metric, kpi, rows: [["2026-02-19", 90]], asOf: "2026-02-19", status: "off-track" },
    {
      says: "much faster in the warm-up",
      metric,
      kpi,
      rows: [["2026-01-05", 90]],
      asOf: "2026-01-05",
      status: "at-risk",
    },
    {
      says: "closed and kept",
      metric,
      kpi,
      rows: [["2026-04-10", 100]],
      asOf: "2026-04-11",
      status: "achieved",
      final: true,
    },
    {
      says: "closed, perhaps kept",
      metric,
      kpi,
      rows: [["2026-02-19", 90]],
      asOf: "2026-04-11",
      status: "awaiting-data",
      incomplete: true,
    },
  ];
  it.each(steps)("$says: $status", run);

  it("has no pace while nothing is used", () => {
    const progress = evaluate({ metric, kpi, rows: [["2026-01-31", 0]], as_of: "2026-01-31" });
    expect(progress).toMatchObject({ pace: null, used: 0, attainment: null });
  });

  it("of 0 has no used share", () => {
    const progress = evaluate({
      metric,
      kpi: { ...kpi, target: { max: 0 } },
      rows: [["2026-01-31", 3]],
      as_of: "2026-02-01",
    });
    expect(progress.used).toBeNull();
    expect(progress.pace).toBe(0);
    expect(progress.status).toBe("off-track");
  });
});

describe("the lines of the config", () => {
  it("decide", () => {
    const given = {
      metric: {},
      kpi: { target: 100, baseline: 0, ...Q3 },
      rows: [["2026-08-15", 40]] as const,
      as_of: "2026-08-15",
    };
    expect(evaluate(given).status).toBe("at-risk");
    expect(evaluate(given, { onTrack: 0.8, atRisk: 0.5, warmUp: 0.1 }).status).toBe("on-track");
    expect(evaluate(given, { onTrack: 0.95, atRisk: 0.9, warmUp: 0.1 }).status).toBe("off-track");
    expect(evaluate(given, { onTrack: 0.95, atRisk: 0.9, warmUp: 0.6 }).status).toBe("at-risk");
  });
});

describe("the order of statuses", () => {
  it("runs from best to worst", () => {
    expect(STATUSES.join(" < ")).toBe(
      "achieved < on-track < not-started < no-data < awaiting-data < at-risk < off-track < missed < invalid",
    );
    expect(worse("at-risk", "no-data")).toBe("at-risk");
    expect(worse(null, "achieved")).toBe("achieved");
    expect(worse("missed", null)).toBe("missed");
  });
});
