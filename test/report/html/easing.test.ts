import { describe, expect, it } from "vitest";
import { metricTerms } from "../../../src/progress/terms.ts";
import { easingOf } from "../../../src/report/html/easing.ts";
import { CALENDAR_YEAR } from "../../../src/workspace/timeframe.ts";

function easing(field: string, from: unknown, to: unknown, better: "higher" | "lower" = "higher") {
  const metric = metricTerms({ id: "m", definition: { better } });
  const terms = {
    metric,
    timeframe: null,
    target: null,
    stretch: null,
    baseline: null,
    path: null,
    checkpoints: [],
    tolerance: 0,
    compliance: 1,
    guardrails: [],
  };
  return easingOf({ date: "2026-04-02", field, from, to, reason: "Because" }, terms, CALENDAR_YEAR);
}

describe("what an entry of the change trail did", () => {
  it.each([
    ["target", 78, 75, "eased"],
    ["target", 75, 78, "tightened"],
    ["target", 75, 75, null],
    ["target", "+25%", "+20%", "eased"],
    ["target", { by: 10 }, { by: 12 }, "tightened"],
    ["target", 75, "+20%", null],
    ["target", "a lot", 75, null],
    ["target", { min: 99.9 }, { min: 99.5 }, "eased"],
    ["target", { max: 3 }, { max: 2 }, "tightened"],
    ["target", { min: 1, max: 3 }, { min: 2 }, "eased"],
    ["target", { min: 1 }, { min: 1, max: 3 }, "tightened"],
    ["target", { min: 1 }, { min: 1 }, null],
    ["timeframe", "2026-H1", "2026", "eased"],
    ["timeframe", 2027, 2026, "tightened"],
    ["timeframe", "2026-05-01 to 2026-06-30", "2026-05-01 to 2026-07-31", "eased"],
    ["timeframe", { start: "2026-01-01", end: "2026-06-30" }, { start: "2026-01-01", end: "2026-03-31" }, "tightened"],
    ["end", "2026-06-30", "2026-09-30", "eased"],
    ["end", "some day", "2026-09-30", null],
    ["tolerance", 0.1, 0.3, "eased"],
    ["compliance", 0.9, 0.8, "eased"],
    ["ambition", "committed", "aspirational", "eased"],
    ["ambition", "aspirational", "committed", "tightened"],
    ["owner", "@a", "@b", null],
    ["target", undefined, null, null],
  ] as const)("%s from %j to %j: %s", (field, from, to, expected) => {
    expect(easing(field, from, to)).toBe(expected);
  });

  it("follows the direction of the metric", () => {
    expect(easing("target", 3, 4, "lower")).toBe("eased");
    expect(easing("target", 4, 3, "lower")).toBe("tightened");
  });
});
