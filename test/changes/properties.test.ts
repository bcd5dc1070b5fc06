import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare } from "../../src/changes/compare.ts";
import { progressOf } from "../../src/progress/progress.ts";
import { parseDay } from "../../src/workspace/day.ts";
import { type Files, review, version } from "./review.ts";

type Fields = Readonly<Record<string, unknown>>;

interface Portfolio {
  readonly goals: Readonly<Record<string, Fields>>;
  readonly metrics: Readonly<Record<string, Fields>>;
  readonly kpis: Readonly<Record<string, Fields>>;
}

const DAYS = ["2025-12-31", "2026-01-31", "2026-03-31", "2026-05-15", "2026-06-30", "2026-08-10"];
const AS_OF = "2026-08-15";

const level = fc.integer({ min: -50, max: 200 });
const rows = fc
  .tuple(fc.subarray(DAYS, { minLength: 0 }), fc.array(level, { minLength: 6, maxLength: 6 }))
  .map(([days, values]) => Object.fromEntries(days.map((day, i) => [day, values[i]])));
const target = fc.oneof(
  level,
  fc.constantFrom("+10%", "-25%", "+40%"),
  level.map((by) => ({ by })),
  level.map((min) => ({ min })),
  level.map((max) => ({ max })),
  fc.tuple(level, fc.nat(60)).map(([min, width]) => ({ min, max: min + width })),
);
const timeframe = fc.constantFrom(
  "2026",
  "2026-Q3",
  "2026-H2",
  { start: "2026-02-01", end: "2026-10-15" },
  { every: "monthly", start: "2026-01-01" },
  "2026-Q1",
);
const metric = fc.record({
  title: fc.constant("Some metric"),
  unit: fc.constantFrom("points", "%", "EUR"),
  better: fc.constantFrom("higher", "lower"),
  aggregation: fc.constantFrom("last", "sum", "running", "mean", "min", "max"),
  values: rows,
});
const kpi = fc.record(
  {
    title: fc.constant("Some KPI"),
    goal: fc.constantFrom("g", "h"),
    metric: fc.constantFrom("a", "b"),
    owner: fc.constant("@ana"),
    timeframe,
    target,
    baseline: level,
    weight: fc.constantFrom(0.5, 1, 2),
    state: fc.constantFrom("active", "draft"),
  },
  { requiredKeys: ["title", "goal", "metric", "owner", "timeframe", "target"] },
);
const portfolio: fc.Arbitrary<Portfolio> = fc
  .tuple(metric, metric, fc.array(kpi, { minLength: 1, maxLength: 4 }))
  .map(([a, b, kpis]) => ({
    goals: { g: { title: "Some goal", owner: "@ceo" }, h: { title: "Other goal", owner: "@ceo" } },
    metrics: { a, b },
    kpis: Object.fromEntries(kpis.map((one, i) => [`k${i}`, one])),
  }));

/** JSON is YAML; each collection may stand in a file of its own. */
function files({ goals, metrics, kpis }: Portfolio, indent = 2): Files {
  return { "kpi.yaml": JSON.stringify({ version: 1, goals, metrics, kpis }, null, indent) };
}

function apart({ goals, metrics, kpis }: Portfolio): Files {
  const [[first = "", firstKpi] = [], ...rest] = Object.entries(kpis);
  return {
    "z/goals.kpi.yaml": JSON.stringify({ version: 1, goals }),
    "a/metrics.kpi.yaml": JSON.stringify({ metrics, version: 1 }, null, 4),
    "one.kpi.yaml": JSON.stringify({ version: 1, kpis: { [first]: firstKpi } }),
    "rest.kpi.yaml": JSON.stringify({ kpis: Object.fromEntries(rest.reverse()), version: 1 }),
  };
}

/** The same values, every map with its keys the other way round. */
function reversed<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, reversed(one)] as const);
  return Object.fromEntries(entries.reverse()) as Value;
}

describe("silence", () => {
  it.each([
    ["itself", (one: Portfolio) => files(one)],
    ["another layout", (one: Portfolio) => files(one, 6)],
    ["another order of keys", (one: Portfolio) => files(reversed(one))],
    ["other files", (one: Portfolio) => apart(one)],
  ])("a version compared with %s changes nothing", async (_, again) => {
    await fc.assert(
      fc.asyncProperty(portfolio, async (one) => {
        const { changes, effects, lane } = await review({ before: files(one), after: again(one), asOf: AS_OF });
        expect(changes).toEqual([]);
        expect(effects).toEqual([]);
        expect(lane).toBe("check-in");
      }),
      { numRuns: 60 },
    );
  });
});

describe("targets", () => {
  const sameForm = fc.oneof(
    fc.tuple(level, level),
    fc.tuple(fc.constantFrom("+10%", "+30%", "-20%"), fc.constantFrom("+10%", "+30%", "-20%")),
    fc.tuple(
      level.map((by) => ({ by })),
      level.map((by) => ({ by })),
    ),
    fc.tuple(
      fc.tuple(level, fc.nat(60)).map(([min, width]) => ({ min, max: min + width })),
      fc.tuple(level, fc.nat(60)).map(([min, width]) => ({ min, max: min + width })),
    ),
  );

  it("what is eased one way is tightened the other way", async () => {
    await fc.assert(
      fc.asyncProperty(portfolio, sameForm, async (one, [from, to]) => {
        const withTarget = (wanted: unknown): Files =>
          files({ ...one, kpis: { k0: { ...one.kpis.k0, state: "active", target: wanted } } });
        const [a, b] = [withTarget(from), withTarget(to)];
        const there = await review({ before: a, after: b, asOf: AS_OF });
        const back = await review({ before: b, after: a, asOf: AS_OF });
        const has = (changes: typeof there.changes, id: string): boolean => changes.some(({ ruleId }) => ruleId === id);
        expect(has(there.changes, "diff/target-eased")).toBe(has(back.changes, "diff/target-raised"));
        expect(has(there.changes, "diff/target-raised")).toBe(has(back.changes, "diff/target-eased"));
      }),
      { numRuns: 200 },
    );
  });
});

describe("effects", () => {
  it("start at the progress of the one version and end at that of the other", async () => {
    const asOf = parseDay(AS_OF) ?? 0;
    await fc.assert(
      fc.asyncProperty(portfolio, portfolio, async (one, two) => {
        const [base, head] = [await version(files(one)), await version(files(two))];
        const { effects } = compare({ base, head, asOf, notBefore: null });
        const figures = (workspace: typeof base.workspace) =>
          new Map(
            progressOf(workspace, asOf).kpis.map(({ kpi: { id }, progress }) => [
              id,
              [progress.status, progress.attainment, progress.pace],
            ]),
          );
        const [then, now] = [figures(base.workspace), figures(head.workspace)];
        for (const { id, oldId, attribution } of effects) {
          const { before, after } = attribution;
          expect([before.status, before.attainment, before.pace]).toEqual(then.get(oldId));
          expect([after.status, after.attainment, after.pace]).toEqual(now.get(id));
        }
        const shown = new Set(effects.map(({ id }) => id));
        for (const [id, figure] of now) {
          if (then.has(id) && !shown.has(id)) expect(figure).toEqual(then.get(id));
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe("any two versions", () => {
  it("compare without an exception, and every change has a place", async () => {
    await fc.assert(
      fc.asyncProperty(portfolio, portfolio, async (one, two) => {
        const { changes } = await review({ before: files(one), after: apart(two), asOf: AS_OF });
        for (const change of changes) {
          expect(change.message).toMatch(/\.$/);
          expect(change.message).not.toMatch(/\{\w+\}|undefined|NaN/);
          expect(change.side === "base" ? files(one) : apart(two)).toHaveProperty([change.place.file]);
        }
      }),
      { numRuns: 100 },
    );
  });
});
