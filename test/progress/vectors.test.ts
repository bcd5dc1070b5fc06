import { describe, expect, it } from "vitest";
import type { KpiProgress } from "../../src/progress/evaluate.ts";
import { forecastOf } from "../../src/progress/forecast.ts";
import { processLimits } from "../../src/progress/signal.ts";
import type { ResolvedTarget } from "../../src/progress/target.ts";
import { theilSen } from "../../src/progress/trend.ts";
import { type Case, day, evaluate, seriesOfRows } from "./support.ts";
import vectors from "./vectors.json" with { type: "json" };

interface ProgressVector extends Case {
  readonly id: string;
  readonly note: string;
  readonly expect: Readonly<Record<string, number | string | boolean | null>>;
}

const progressVectors = vectors.progress as unknown as readonly ProgressVector[];

/** How each figure of the vectors is read from a result. */
const FIGURES: Readonly<Record<string, (progress: KpiProgress) => unknown>> = {
  current: (progress) => progress.current?.value ?? null,
  target: (progress) => progress.target?.value ?? null,
  attainment: (progress) => progress.attainment,
  planned: (progress) => progress.planned,
  pace: (progress) => progress.pace,
  elapsed: (progress) => progress.elapsed,
  used: (progress) => progress.used,
  compliance: (progress) => progress.compliance,
  status: (progress) => progress.status,
  final: (progress) => progress.final,
  stale: (progress) => progress.stale,
};

function expectFigure(actual: unknown, wanted: unknown): void {
  if (typeof wanted === "number" && typeof actual === "number") {
    expect(Math.abs(actual - wanted)).toBeLessThanOrEqual(vectors.tolerance);
  } else {
    expect(actual).toBe(wanted);
  }
}

describe("worked cases", () => {
  it("are complete", () => {
    expect(progressVectors).toHaveLength(77);
    expect(progressVectors.flatMap((vector) => Object.keys(vector.expect))).toHaveLength(281);
  });

  it.each(progressVectors)("$id $note", (vector) => {
    const progress = evaluate(vector);
    for (const [figure, wanted] of Object.entries(vector.expect)) {
      const read = FIGURES[figure];
      if (read === undefined) throw new Error(`${figure} is no figure of progress`);
      expectFigure(read(progress), wanted);
    }
  });
});

interface ForecastVector {
  readonly id: string;
  readonly note: string;
  readonly input?: {
    readonly kind: "level" | "sum";
    readonly obs: readonly (readonly [string, number])[];
    readonly end?: string;
    readonly window?: readonly [string, string];
    readonly as_of: string;
    readonly target?: number;
  };
  readonly obs?: readonly (readonly [string, number])[];
  readonly expect: Readonly<Record<string, number | string | null>>;
}

const forecastVectors = vectors.forecast as unknown as readonly ForecastVector[];

describe("forecasts", () => {
  it.each(forecastVectors)("$id $note", (vector) => {
    const rows = vector.input?.obs ?? vector.obs ?? [];
    const series = seriesOfRows(rows);
    const { slopePerDay, tau2 } = theilSen(series.days, series.values);
    const figures: Record<string, unknown> = { slope_per_day: slopePerDay, tau2 };
    if (vector.input !== undefined) {
      const { kind, window, end, as_of, target } = vector.input;
      const span = { start: day(window?.[0] ?? rows[0]?.[0] ?? ""), end: day(window?.[1] ?? end ?? "") };
      const goal: ResolvedTarget = { kind: "reach", value: target ?? 0, min: null, max: null };
      const metric = { aggregation: kind === "sum" ? "sum" : "last", better: "higher", min: null, max: null } as const;
      const forecast = forecastOf(series, metric, goal, span, day(as_of));
      figures.value = forecast?.value;
      figures.low = forecast?.low;
      figures.high = forecast?.high;
      figures.outlook = forecast?.outlook;
    }
    for (const [figure, wanted] of Object.entries(vector.expect)) expectFigure(figures[figure], wanted);
  });
});

describe("limits of the behaviour chart", () => {
  it.each(vectors.xmr)("screen: $screen", ({ data, screen, mean, lower, upper, round }) => {
    const limits = processLimits(data, { screen });
    expect(limits?.mean.toFixed(round)).toBe(mean.toFixed(round));
    expect(limits?.lower.toFixed(round)).toBe(lower.toFixed(round));
    expect(limits?.upper.toFixed(round)).toBe(upper.toFixed(round));
  });
});
