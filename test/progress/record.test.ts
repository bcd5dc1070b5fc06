import { describe, expect, it } from "vitest";
import type { KpiDefinition } from "../../src/definition/file.ts";
import { formatDay } from "../../src/workspace/day.ts";
import { evaluate, type Row } from "./support.ts";

const MONTHLY = { every: "monthly", start: "2026-01-01" } as const;
const kpi: Partial<KpiDefinition> = { target: { max: 3 }, timeframe: MONTHLY };
const months = (values: readonly (number | null)[]): Row[] =>
  values.flatMap((value, i): Row[] => (value === null ? [] : [[`2026-${String(i + 1).padStart(2, "0")}-28`, value]]));

function record(values: readonly (number | null)[], asOf: string, given: Partial<KpiDefinition> = kpi) {
  const made = evaluate({ metric: {}, kpi: given, rows: months(values), as_of: asOf }).record;
  return made === null
    ? null
    : { ...made, lastMissed: made.lastMissed === null ? null : formatDay(made.lastMissed.start) };
}

describe("the record of earlier periods", () => {
  it.each([
    ["all held", [2, 2, 2, 2], "2026-04-30", { periods: 3, held: 3, lastMissed: null, streak: 3 }],
    ["one missed", [2, 4, 2, 2], "2026-04-30", { periods: 3, held: 2, lastMissed: "2026-02-01", streak: 1 }],
    ["the latest missed", [2, 2, 4, 2], "2026-04-30", { periods: 3, held: 2, lastMissed: "2026-03-01", streak: 0 }],
    ["the scored one does not count", [2, 2, 2, 9], "2026-04-30", { periods: 3, held: 3, lastMissed: null, streak: 3 }],
    [
      "without rows: neither held nor missed",
      [2, null, 2, 2],
      "2026-04-30",
      { periods: 3, held: 2, lastMissed: null, streak: 1 },
    ],
    ["still awaited: left out", [2, 2, null], "2026-04-05", { periods: 2, held: 2, lastMissed: null, streak: 2 }],
    ["the first period", [2], "2026-01-30", { periods: 0, held: 0, lastMissed: null, streak: 0 }],
    ["before the start", [2], "2025-06-30", { periods: 0, held: 0, lastMissed: null, streak: 0 }],
  ])("%s", (_, values, asOf, wanted) => {
    expect(record(values, asOf)).toEqual(wanted);
  });

  it("ends with the timeframe", () => {
    const ended: Partial<KpiDefinition> = { target: { max: 3 }, timeframe: { ...MONTHLY, end: "2026-03-31" } };
    const made = evaluate({ metric: {}, kpi: ended, rows: months([2, 2, 4, 4]), as_of: "2026-08-15" });
    expect(made.status).toBe("missed");
    expect(made.record).toEqual({ periods: 2, held: 2, lastMissed: null, streak: 2 });
  });

  it("leaves out periods in which the definition was invalid", () => {
    const rising: Partial<KpiDefinition> = { target: "+10%", timeframe: MONTHLY };
    expect(record([10, 12, 13, 20], "2026-04-30", rising)).toEqual({
      periods: 2,
      held: 1,
      lastMissed: "2026-03-01",
      streak: 0,
    });
  });

  it("is for recurring timeframes only", () => {
    expect(record([2, 2], "2026-04-30", { target: { max: 3 }, timeframe: "2026" })).toBeNull();
  });
});
