import { describe, expect, it } from "vitest";
import type { KpiDefinition, MetricDefinition } from "../../src/definition/file.ts";
import { validityOf } from "../../src/progress/resolve.ts";
import { kpiTerms } from "../../src/progress/terms.ts";
import { day, only, type Row, seriesOfRows, termsOf } from "./support.ts";

const YEAR = { timeframe: "2026" };

function reasonOf(metric: Partial<MetricDefinition>, kpi: Partial<KpiDefinition>, rows: readonly Row[] = []) {
  return validityOf(termsOf(metric, kpi), only(seriesOfRows(rows)), day("2026-07-15")).reason;
}

describe("why a definition is invalid", () => {
  it.each([
    ["target-missing", {}, YEAR, []],
    ["timeframe-missing", {}, { target: 75 }, []],
    ["timeframe-missing", {}, { target: "+25%" }, []],
    ["empty-range", {}, { target: {} }, []],
    ["band-on-sum", { aggregation: "sum" }, { target: { min: 1, max: 2 } }, []],
    ["baseline-missing", {}, { ...YEAR, target: "+25%" }, [["2026-02-28", 3]]],
    ["baseline-missing", { aggregation: "mean" }, { ...YEAR, target: { by: 2 } }, [["2025-12-31", 3]]],
    ["baseline-missing", {}, { ...YEAR, target: "+25%" }, [["2026-08-31", 3]]],
    ["zero-baseline", {}, { ...YEAR, target: "+25%" }, [["2025-12-31", 0]]],
    ["direction-conflict", {}, { ...YEAR, target: 75, baseline: 80 }, []],
    ["path-impossible", {}, { ...YEAR, target: 75, baseline: -5, path: "compound" }, []],
    ["ratio-without-parts", { aggregation: "ratio" }, { ...YEAR, target: 75 }, [["2026-02-28", 3]]],
  ] satisfies readonly (readonly [string, Partial<MetricDefinition>, Partial<KpiDefinition>, readonly Row[]])[])(
    "%s: %o %o",
    (reason, metric, kpi, rows) => {
      expect(reasonOf(metric, kpi, rows)).toBe(reason);
    },
  );

  it("is that no metric is known", () => {
    const terms = kpiTerms({ definition: { metric: "m" }, timeframe: null, target: null, stretch: null }, new Map());
    expect(validityOf(terms, only(null), day("2026-07-15")).reason).toBe("metric-missing");
  });

  it.each([
    ["no rows yet", {}, { ...YEAR, target: 75 }, []],
    ["a ratio without rows", { aggregation: "ratio" }, { ...YEAR, target: 75 }, []],
    ["a relative target with an older row", {}, { ...YEAR, target: "+25%" }, [["2025-12-31", 3]]],
    ["an absolute target that a found value exceeds", {}, { ...YEAR, target: 2 }, [["2025-12-31", 3]]],
  ] satisfies readonly (readonly [string, Partial<MetricDefinition>, Partial<KpiDefinition>, readonly Row[]])[])(
    "is never %s",
    (_, metric, kpi, rows) => {
      expect(reasonOf(metric, kpi, rows)).toBeNull();
    },
  );
});

describe("a found baseline", () => {
  const rows: readonly Row[] = [
    ["2025-06-30", 60],
    ["2025-12-31", 62],
    ["2026-03-31", 64],
  ];

  it.each([
    [
      "the latest row before the window",
      "last",
      75,
      rows,
      { value: 62, day: day("2025-12-31"), source: "before-window" },
    ],
    [
      "else the first one inside it",
      "last",
      75,
      rows.slice(2),
      { value: 64, day: day("2026-03-31"), source: "in-window" },
    ],
    [
      "not a row on its first day, which is inside",
      "last",
      75,
      [["2026-01-01", 61]],
      { value: 61, day: day("2026-01-01"), source: "in-window" },
    ],
    ["nothing for a range", "last", { min: 60 }, rows, { value: null, day: null, source: "none" }],
    ["nothing for a mean", "mean", 75, rows, { value: null, day: null, source: "none" }],
    ["nothing for a total", "sum", 75, rows, { value: null, day: null, source: "none" }],
  ] as const)("is %s", (_, aggregation, target, given, baseline) => {
    const terms = termsOf({ aggregation }, { ...YEAR, target });
    expect(validityOf(terms, only(seriesOfRows(given)), day("2026-07-15")).baseline).toEqual(baseline);
  });
});

describe("a derived ratio", () => {
  it("is pooled, whatever its aggregation says", () => {
    const terms = termsOf({ derived: { ratio: ["a", "b"] }, aggregation: "last", unit: "%" }, YEAR);
    expect(terms.metric?.aggregation).toBe("ratio");
    expect(terms.metric?.scale).toBe(100);
  });
});
