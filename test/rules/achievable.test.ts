import { describe, expect, it } from "vitest";
import { checkFiles, found } from "../support/check.ts";
import { oneKpi, type Parts, quarters } from "./one-kpi.ts";

const texts = async (rule: string, parts: Parts, asOf = "2026-08-15"): Promise<readonly string[]> =>
  (await found(rule, oneKpi(parts), { asOf })).map(({ text }) => text);

async function messageOf(rule: string, parts: Parts): Promise<string> {
  const { findings } = await checkFiles(oneKpi(parts));
  return findings.find(({ ruleId }) => ruleId === rule)?.message ?? "";
}

const RECURRING = "timeframe: { every: yearly, start: 2025-01-01 }";

describe("achievable/out-of-bounds", () => {
  const rule = "achievable/out-of-bounds";
  const bounds = "bounds: { min: 0, max: 60 }";
  it.each<[string, Parts, string[]]>([
    ["on the bound", { kpi: "target: 60", metric: bounds }, []],
    ["above it", { kpi: "target: 60.1", metric: bounds }, ["60.1"]],
    ["below the other one", { kpi: "target: -0.1", metric: `${bounds}, better: lower` }, ["-0.1"]],
    ["by percent", { kpi: "target: +51%, baseline: 40", metric: bounds }, ["+51%"]],
    ["a range that begins inside", { kpi: "target: { min: 50, max: 70 }", metric: bounds }, ["{ min: 50, max: 70 }"]],
    ["a range inside", { kpi: "target: { min: 50, max: 60 }", metric: bounds }, []],
    ["one bound only", { kpi: "target: 1000", metric: "bounds: { min: 0 }" }, []],
    ["a mean", { kpi: "target: 61", metric: `${bounds}, aggregation: mean` }, ["61"]],
    ["a sum, whose bounds are those of a row", { kpi: "target: 200", metric: `${bounds}, aggregation: sum` }, []],
    ["a running total", { kpi: "target: 200", metric: `${bounds}, aggregation: running` }, []],
    ["a draft", { kpi: "target: 61, state: draft", metric: bounds }, []],
    ["bounds that could not be read", { kpi: "target: 61", metric: "bounds: { min: 0, max: many }" }, []],
  ])("%s", async (_, parts, expected) => {
    expect(await texts(rule, parts)).toEqual(expected);
  });

  it("names target and bound", async () => {
    expect(await messageOf(rule, { kpi: "target: 61", metric: bounds })).toBe(
      "The target of 61 clinics lies above 60 clinics, the most that m can be; write a value within the bounds, or correct `bounds.max`.",
    );
  });
});

describe("achievable/already-met", () => {
  const rule = "achievable/already-met";
  it.each<[string, Parts, string[]]>([
    ["just met", { kpi: "target: 64, baseline: 40", values: quarters(64) }, ["64"]],
    ["just not", { kpi: "target: 64, baseline: 40", values: quarters(63.9) }, []],
    ["met without a stated baseline", { kpi: "target: 64", values: quarters(70) }, ["64"]],
    ["met earlier and lost again", { kpi: "target: 64", values: quarters(70, 60) }, []],
    ["lower is better", { kpi: "target: 64", metric: "better: lower", values: quarters(60) }, ["64"]],
    ["met inside the window only", { kpi: "target: 64, baseline: 40", values: "2026-03-31: 70" }, []],
    ["done before", { kpi: "target: true", metric: "unit: boolean", values: quarters(1) }, ["true"]],
    ["a range", { kpi: "target: { min: 64 }", values: quarters(70) }, []],
    ["a sum", { kpi: "target: 64", metric: "aggregation: sum", values: quarters(70) }, []],
    ["a mean", { kpi: "target: 64", metric: "aggregation: mean", values: quarters(70) }, []],
    ["recurring", { kpi: `target: 64, ${RECURRING}`, values: quarters(70) }, []],
    ["the stated baseline, which another rule tells", { kpi: "target: 64, baseline: 64", values: quarters(64) }, []],
    ["the wrong direction, which another rule tells", { kpi: "target: 30, baseline: 40", values: quarters(40) }, []],
  ])("%s", async (_, parts, expected) => {
    expect(await texts(rule, parts)).toEqual(expected);
  });

  it("names value, day and what to write instead", async () => {
    expect(await messageOf(rule, { kpi: "target: 64, baseline: 40", values: quarters(66) })).toBe(
      "66 clinics on 2025-12-31 meets the target of 64 clinics before the window begins; write a higher target, or { min: 64 } to hold the level.",
    );
  });

  it("knows only the rows of its day", async () => {
    const parts = { kpi: "timeframe: 2027, target: 64, baseline: 40", values: "2026-09-30: 70" };
    expect(await texts(rule, parts, "2026-09-29")).toEqual([]);
    expect(await texts(rule, parts, "2026-09-30")).toEqual(["64"]);
  });
});

describe("achievable/absolute-extreme", () => {
  const rule = "achievable/absolute-extreme";
  const share = 'unit: "%"';
  it.each<[string, Parts, string[]]>([
    ["the upper bound", { kpi: "target: 50", metric: "bounds: { max: 50 }" }, ["50"]],
    ["just below it", { kpi: "target: 49.9", metric: "bounds: { max: 50 }" }, []],
    ["the lower bound where lower is better", { kpi: "target: 0", metric: "better: lower, bounds: { min: 0 }" }, ["0"]],
    ["the worse bound", { kpi: "target: 0", metric: "bounds: { min: 0 }" }, []],
    ["by percent", { kpi: "target: -100%, baseline: 40", metric: "better: lower, bounds: { min: 0 }" }, ["-100%"]],
    ["a minimum on the upper bound", { kpi: "target: { min: 50 }", metric: "bounds: { max: 50 }" }, ["{ min: 50 }"]],
    ["a maximum on the lower bound", { kpi: "target: { max: 0 }", metric: "bounds: { min: 0 }" }, ["{ max: 0 }"]],
    [
      "a minimum on the lower bound, which asks for nothing",
      { kpi: "target: { min: 0 }", metric: "bounds: { min: 0 }" },
      [],
    ],
    ["a budget of 0", { kpi: "target: { max: 0 }", metric: "aggregation: sum, bounds: { min: 0 }" }, ["{ max: 0 }"]],
    ["a sum on the bound of a row", { kpi: "target: 50", metric: "aggregation: sum, bounds: { max: 50 }" }, []],
    ["100 % without bounds", { kpi: "target: 100, baseline: 40", metric: share }, ["100"]],
    ["0 % without bounds", { kpi: "target: 0, baseline: 40", metric: `${share}, better: lower` }, ["0"]],
    [
      "100 % of what was over 100 %",
      { kpi: "target: 100, baseline: 40", metric: share, values: quarters(110, 90) },
      [],
    ],
    [
      "100 % with wider bounds",
      { kpi: "target: 100, baseline: 40", metric: `${share}, bounds: { min: 0, max: 300 }` },
      [],
    ],
    ["0 of something without bounds", { kpi: "target: 0, baseline: 40", metric: "better: lower" }, []],
    ["yes or no", { kpi: "target: true", metric: "unit: boolean, bounds: { min: 0, max: 1 }" }, []],
    ["aspirational", { kpi: "target: 50, ambition: aspirational", metric: "bounds: { max: 50 }" }, []],
  ])("%s", async (_, parts, expected) => {
    expect(await texts(rule, parts)).toEqual(expected);
  });

  it("is information", async () => {
    const { findings } = await checkFiles(oneKpi({ kpi: "target: 100, baseline: 40", metric: share }));
    expect(findings.find(({ ruleId }) => ruleId === rule)).toMatchObject({
      severity: "info",
      message:
        "100 % is the highest value that m can have, so a single exception misses it; write a value that leaves room for one, or `ambition: aspirational`.",
    });
  });
});

/** Mean 50, mean moving range 10: limits 23.4 and 76.6. */
const NOISY = [45, 55, 45, 55, 45, 55];

describe("achievable/inside-noise", () => {
  const rule = "achievable/inside-noise";
  it.each<[string, Parts, string[]]>([
    ["just inside", { kpi: "target: 76.5, baseline: 50", values: quarters(...NOISY) }, ["76.5"]],
    ["just outside", { kpi: "target: 76.7, baseline: 50", values: quarters(...NOISY) }, []],
    [
      "just inside below",
      { kpi: "target: 23.5, baseline: 50", metric: "better: lower", values: quarters(...NOISY) },
      ["23.5"],
    ],
    [
      "just outside below",
      { kpi: "target: 23.3, baseline: 50", metric: "better: lower", values: quarters(...NOISY) },
      [],
    ],
    ["five rows", { kpi: "target: 60, baseline: 50", values: quarters(...NOISY.slice(1)) }, []],
    [
      "a sixth row inside the window",
      { kpi: "target: 60, baseline: 50", values: `${quarters(...NOISY.slice(1))}, 2026-03-31: 45` },
      [],
    ],
    ["a steady rise", { kpi: "target: 64", values: quarters(40, 42, 44, 46, 48, 50, 52) }, []],
    [
      "aspirational all the same",
      { kpi: "target: 60, baseline: 50, ambition: aspirational", values: quarters(...NOISY) },
      ["60"],
    ],
    ["already met, which another rule tells", { kpi: "target: 52, baseline: 50", values: quarters(...NOISY) }, []],
    ["a range", { kpi: "target: { min: 60 }", values: quarters(...NOISY) }, []],
    ["a sum", { kpi: "target: 60", metric: "aggregation: sum", values: quarters(...NOISY) }, []],
    ["a mean", { kpi: "target: 60, baseline: 50", metric: "aggregation: mean", values: quarters(...NOISY) }, []],
    ["recurring", { kpi: `target: 60, ${RECURRING}`, values: quarters(...NOISY) }, []],
    [
      "rows that could not all be read",
      { kpi: "target: 60, baseline: 50", values: `2024-01-31: many, ${quarters(...NOISY)}` },
      [],
    ],
  ])("%s", async (_, parts, expected) => {
    expect(await texts(rule, parts)).toEqual(expected);
  });

  it("names the limits and the side", async () => {
    expect(await messageOf(rule, { kpi: "target: 60, baseline: 50", values: quarters(...NOISY) })).toBe(
      "By chance alone the metric moves between 23.4 clinics and 76.6 clinics (from the 6 values before the window), so 60 clinics comes up without any change; write a target above 76.6 clinics.",
    );
  });
});

/** Rises by 1 a year, in quarters. */
const SLOW = [38, 38.25, 38.5, 38.75, 39, 39.25, 39.5, 39.75, 40];

describe("achievable/never-seen-pace", () => {
  const rule = "achievable/never-seen-pace";
  it.each<[string, Parts, string[]]>([
    ["3 times the largest change", { kpi: "target: 43", values: quarters(...SLOW) }, []],
    ["more than that", { kpi: "target: 43.01", values: quarters(...SLOW) }, ["43.01"]],
    [
      "more, over two years",
      { kpi: "timeframe: { start: 2026-01-01, end: 2027-12-31 }, target: 46.3", values: quarters(...SLOW, 40.25) },
      ["46.3"],
    ],
    ["as fast as a fall that was seen", { kpi: "target: 60", values: quarters(48, 46, 44, 42, 40, 40) }, []],
    ["one span only", { kpi: "target: 64", values: quarters(36, 37, 38, 39, 40) }, []],
    ["two spans", { kpi: "target: 64", values: quarters(35, 36, 37, 38, 39, 40) }, ["64"]],
    ["a history without any change", { kpi: "target: 41", values: quarters(40, 40, 40, 40, 40, 40) }, ["41"]],
    [
      "a history with a hole instead of spans",
      { kpi: "target: 64", values: "2020-12-31: 39, 2021-03-31: 40, 2025-12-31: 40" },
      [],
    ],
    ["a level that chance alone reaches", { kpi: "target: 44", values: quarters(50, 30, 50, 30, 50, 30, 50, 30) }, []],
    ["aspirational", { kpi: "target: 64, ambition: aspirational", values: quarters(...SLOW) }, []],
    ["yes or no", { kpi: "target: true", metric: "unit: boolean", values: quarters(0, 0, 0, 0, 0, 0, 0) }, []],
    ["a range", { kpi: "target: { min: 64 }", values: quarters(...SLOW) }, []],
    ["a sum", { kpi: "target: 64", metric: "aggregation: sum", values: quarters(...SLOW) }, []],
    ["recurring", { kpi: `target: 64, ${RECURRING}`, values: quarters(...SLOW) }, []],
  ])("%s", async (_, parts, expected) => {
    expect(await texts(rule, parts)).toEqual(expected);
  });

  it("finds spans between the days that rows have, within half a cadence", async () => {
    const months = Array.from({ length: 12 }, (_, i) => `2025-${String(i + 1).padStart(2, "0")}: ${40 + i / 10}`).join(
      ", ",
    );
    const parts = (target: number) => ({
      kpi: `timeframe: 2026-Q1, target: ${target}`,
      metric: "cadence: monthly",
      values: months,
    });
    expect(await texts(rule, parts(42))).toEqual([]);
    expect(await texts(rule, parts(42.1))).toEqual(["42.1"]);
  });

  it("names both changes", async () => {
    expect(await messageOf(rule, { kpi: "target: 64, baseline: 40", values: quarters(...SLOW) })).toBe(
      "From 40 clinics to 64 clinics in 365 days is a change of 24 clinics, over 3 times the largest one seen in as long (1 clinics, 2023-12-31 to 2024-12-31); write a nearer target or a later end, or `ambition: aspirational`.",
    );
  });
});

describe("achievable/stretch-not-harder", () => {
  const rule = "achievable/stretch-not-harder";
  it.each<[string, string, string, string[]]>([
    ["beyond", "target: 64, stretch: 64.1", "", []],
    ["the same", "target: 64, stretch: 64", "", ["64"]],
    ["before", "target: 64, stretch: 60", "", ["60"]],
    ["lower is better, beyond", "target: 64, stretch: 60", "better: lower", []],
    ["lower is better, before", "target: 64, stretch: 65", "better: lower", ["65"]],
    ["relative ones", "target: +25%, stretch: +20%, baseline: 40", "", ["+20%"]],
    ["another form", "target: 64, stretch: +70%, baseline: 40", "", []],
    ["worse than the baseline", "target: 64, stretch: 30, baseline: 40", "", ["30"]],
    ["a narrower range", "target: { min: 60, max: 70 }, stretch: { min: 62, max: 70 }", "", []],
    ["a wider range", "target: { min: 60, max: 70 }, stretch: { min: 59, max: 70 }", "", ["{ min: 59, max: 70 }"]],
    ["the same range", "target: { min: 60, max: 70 }, stretch: { min: 60, max: 70 }", "", ["{ min: 60, max: 70 }"]],
    ["a higher minimum", "target: { min: 60 }, stretch: { min: 61 }", "", []],
    ["a lower minimum", "target: { min: 60 }, stretch: { min: 59 }", "", ["{ min: 59 }"]],
    ["a higher maximum", "target: { max: 3 }, stretch: { max: 4 }", "", ["{ max: 4 }"]],
    ["a smaller budget", "target: { max: 60 }, stretch: { max: 50 }", "aggregation: sum", []],
    ["a larger budget", "target: { max: 60 }, stretch: { max: 70 }", "aggregation: sum", ["{ max: 70 }"]],
    ["what cannot be compared", "target: { min: 60 }, stretch: { max: 70 }", "", []],
    ["a stretch without a baseline, which another rule tells", "target: 64, stretch: +10%", "", []],
    ["a draft", "target: 64, stretch: 60, state: draft", "", []],
  ])("%s", async (_, kpi, metric, expected) => {
    expect(await texts(rule, { kpi, metric })).toEqual(expected);
  });

  it("says on which side to look", async () => {
    expect(await messageOf(rule, { kpi: "target: 64, stretch: 65, baseline: 90", metric: "better: lower" })).toBe(
      "The stretch target of 65 clinics is not beyond the target of 64 clinics; write a value below 64 clinics, or leave `stretch` out.",
    );
  });
});
