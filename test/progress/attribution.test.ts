import { describe, expect, it } from "vitest";
import type { KpiDefinition, MetricDefinition } from "../../src/definition/file.ts";
import { attribute, type KpiVersion } from "../../src/progress/attribution.ts";
import { DEFAULT_SETTINGS } from "../../src/workspace/settings.ts";
import { day, only, type Row, seriesOfRows, termsOf } from "./support.ts";

const ROWS: readonly Row[] = [
  ["2026-03-31", 64],
  ["2026-06-30", 68],
];
const MORE: readonly Row[] = [...ROWS, ["2026-07-10", 75]];

function version(
  kpi: Partial<KpiDefinition>,
  rows: readonly Row[],
  metric: Partial<MetricDefinition> = {},
): KpiVersion {
  const cadence = { cadence: "quarterly", ...metric } as const;
  return {
    terms: termsOf(cadence, { timeframe: "2026", baseline: 62, ...kpi }),
    lines: DEFAULT_SETTINGS.status,
    seriesOf: only(seriesOfRows(rows, cadence)),
  };
}

const at = day("2026-07-15");

describe("why a status changed", () => {
  it.each([
    ["nothing", { target: 75 }, ROWS, ["at-risk", "at-risk", "at-risk", "at-risk"], "none"],
    ["an eased target", { target: 72 }, ROWS, ["at-risk", "on-track", "at-risk", "on-track"], "definition"],
    ["a new value", { target: 75 }, MORE, ["at-risk", "at-risk", "achieved", "achieved"], "data"],
    ["both", { target: 72 }, MORE, ["at-risk", "on-track", "achieved", "achieved"], "both"],
    [
      "data that makes up for a raised target",
      { target: 79 },
      [...ROWS, ["2026-07-10", 70]],
      ["at-risk", "off-track", "on-track", "at-risk"],
      "both",
    ],
  ] as const)("%s", (_, kpi, rows, statuses, cause) => {
    const found = attribute(version({ target: 75 }, ROWS), version(kpi, rows), at);
    const seen = [found.before, found.definitionOnly, found.dataOnly, found.after].map(({ status }) => status);
    expect(seen).toEqual(statuses);
    expect(found.cause).toBe(cause);
  });

  it("divides what attainment gained", () => {
    const found = attribute(version({ target: 75 }, ROWS), version({ target: 72 }, MORE), at);
    expect(found.fromEdit).toBeCloseTo(0.6 - 6 / 13, 12);
    expect(found.fromData).toBeCloseTo(1.3 - 0.6, 12);
    const unknown = attribute(version({ target: 75, baseline: 80 }, ROWS), version({ target: 75 }, ROWS), at);
    expect(unknown.fromEdit).toBeNull();
    expect(unknown.cause).toBe("definition");
  });

  it("reads old ratio rows with the new scale", () => {
    const kpi = { target: { min: 30 }, baseline: undefined };
    const rows: readonly Row[] = [["2026-06-30", 40, 1000]];
    const old = version(kpi, rows, { aggregation: "ratio", scale: 100 });
    const now = version(kpi, rows, { aggregation: "ratio", scale: 1000 });
    const found = attribute(old, now, at);
    expect(found.before).toMatchObject({ status: "off-track", compliance: 0 });
    expect(found.definitionOnly).toMatchObject({ status: "on-track", compliance: 1 });
    expect(found.cause).toBe("definition");
  });
});
