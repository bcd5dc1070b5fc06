import { describe, expect, it } from "vitest";
import { checkFiles, found } from "../support/check.ts";
import { oneKpi, type Parts } from "./one-kpi.ts";

const texts = async (rule: string, parts: Parts, asOf = "2026-08-15"): Promise<readonly string[]> =>
  (await found(rule, oneKpi(parts), { asOf })).map(({ text }) => text);

async function only(rule: string, parts: Parts, asOf = "2026-08-15") {
  const { findings } = await checkFiles(oneKpi(parts), { asOf });
  const [finding] = findings.filter(({ ruleId }) => ruleId === rule);
  if (finding === undefined) throw new Error(`No ${rule}`);
  return finding;
}

/** A row before the window of 2026. */
const BEFORE = "2025-12-31: 40";

describe("measurable/baseline-missing", () => {
  const rule = "measurable/baseline-missing";
  it.each<[string, Parts, string[]]>([
    ["+25% without any row", { kpi: "target: +25%" }, ["+25%"]],
    ["{ by } with rows inside the window only", { kpi: "target: { by: 5 }", values: "2026-03-31: 46" }, ["{ by: 5 }"]],
    ["+25% with an earlier row", { kpi: "target: +25%", values: BEFORE }, []],
    ["+25% with a stated baseline", { kpi: "target: +25%, baseline: 40" }, []],
    ["+25% of a mean, rows or not", { kpi: "target: +25%", metric: "aggregation: mean", values: BEFORE }, ["+25%"]],
    ["+25% of a sum", { kpi: "target: +25%", metric: "aggregation: sum", values: BEFORE }, ["+25%"]],
    ["a relative stretch beside a level", { kpi: "target: 64, stretch: +90%" }, ["+90%"]],
    ["a level with a row inside the window only", { kpi: "target: 64", values: "2026-03-31: 46" }, ["k"]],
    ["a level without any row", { kpi: "target: 64" }, ["k"]],
    ["a level with an earlier row", { kpi: "target: 64", values: BEFORE }, []],
    ["a level with a stated baseline", { kpi: "target: 64, baseline: 40" }, []],
    ["a level of a mean, which has no search", { kpi: "target: 64", metric: "aggregation: mean" }, []],
    ["a total", { kpi: "target: 64", metric: "aggregation: sum" }, []],
    ["a range", { kpi: "target: { min: 64 }" }, []],
    ["yes or no", { kpi: "target: true", metric: "unit: boolean" }, []],
    ["a draft", { kpi: "target: +25%, state: draft" }, []],
  ])("%s", async (_, parts, expected) => {
    expect(await texts(rule, parts)).toEqual(expected);
  });

  it("is an error for a change and information for a level", async () => {
    const relative = await only(rule, { kpi: "target: +25%" });
    expect(relative.severity).toBe("error");
    expect(relative.message).toBe(
      "+25% needs a baseline, and no value is older than 2026-01-01; add `baseline: { value: …, date: 2025-12-31 }`, or write the value to reach.",
    );
    const level = await only(rule, { kpi: "target: 64", values: "2026-03-31: 46" });
    expect(level.severity).toBe("info");
    expect(level.message).toBe(
      "No baseline is stated and no value is older than 2026-01-01, so the plan begins only at 46 clinics on 2026-03-31; add `baseline: { value: …, date: 2025-12-31 }`.",
    );
    expect(level.suggestions).toEqual([{ title: "Add baseline: { value: 46, date: 2026-03-31 }", edits: [] }]);
  });

  it("counts a row only once it is known", async () => {
    const parts = { kpi: "timeframe: 2027, target: +25%", values: "2026-09-30: 46" };
    expect(await texts(rule, parts, "2026-09-29")).toEqual(["+25%"]);
    expect(await texts(rule, parts, "2026-09-30")).toEqual([]);
  });

  it("looks before the period that is scored where a timeframe recurs", async () => {
    const parts = { kpi: "timeframe: { every: monthly, start: 2026-01-01 }, target: +5%", values: "2026-06-30: 46" };
    expect(await texts(rule, parts)).toEqual([]);
    expect(await texts(rule, parts, "2026-06-30")).toEqual(["+5%"]);
  });

  it("leaves the word to the rules on data where rows could not be read", async () => {
    expect(await texts(rule, { kpi: "target: +25%", values: "2025-12-31: many" })).toEqual([]);
    expect(await texts(rule, { kpi: "target: +25%", metric: "data: none.csv" })).toEqual([]);
  });
});

describe("measurable/zero-baseline", () => {
  const rule = "measurable/zero-baseline";
  it.each<[string, Parts, string[]]>([
    ["a stated 0", { kpi: "target: +25%, baseline: 0" }, ["+25%"]],
    ["a 0 in the data", { kpi: "target: -50%", values: "2025-12-31: 0" }, ["-50%"]],
    ["a 0 of a sum", { kpi: "target: +25%, baseline: 0", metric: "aggregation: sum" }, ["+25%"]],
    ["a small baseline", { kpi: "target: +25%, baseline: 0.001" }, []],
    ["a change by a number", { kpi: "target: { by: 25 }, baseline: 0" }, []],
    ["a level", { kpi: "target: 25, baseline: 0" }, []],
  ])("%s", async (_, parts, expected) => {
    expect(await texts(rule, parts)).toEqual(expected);
  });

  it("suggests the change as a number, quotation marks included", async () => {
    const parts = { kpi: 'target: "+25%", baseline: 0' };
    const { suggestions, range } = await only(rule, parts);
    expect(suggestions[0]?.edits[0]).toMatchObject({
      text: "{ by: 25 }",
      start: range.start.offset,
      end: range.end.offset,
    });
    expect(await texts(rule, parts)).toEqual(['"+25%"']);
  });
});

describe("measurable/direction-conflict", () => {
  const rule = "measurable/direction-conflict";
  const lower = "better: lower";
  it.each<[string, Parts, string[]]>([
    ["a level below a stated baseline", { kpi: "target: 39.9, baseline: 40" }, ["39.9"]],
    ["the baseline itself", { kpi: "target: 40, baseline: 40" }, []],
    ["a level above it", { kpi: "target: 40.1, baseline: 40" }, []],
    ["lower is better, above", { kpi: "target: 40.1, baseline: 40", metric: lower }, ["40.1"]],
    ["lower is better, below", { kpi: "target: 39.9, baseline: 40", metric: lower }, []],
    ["a level below a baseline from the data: passed already", { kpi: "target: 30", values: BEFORE }, []],
    ["a change away from a baseline from the data", { kpi: "target: -5%", values: BEFORE }, ["-5%"]],
    ["{ by } away from it", { kpi: "target: { by: 5 }, baseline: 40", metric: lower }, ["{ by: 5 }"]],
    ["a total below last year's", { kpi: "target: 30, baseline: 40", metric: "aggregation: sum" }, []],
    ["a total below last year's by percent", { kpi: "target: -5%, baseline: 40", metric: "aggregation: sum" }, ["-5%"]],
    [
      "a minimum of a total to keep small",
      { kpi: "target: { min: 9 }", metric: "aggregation: sum, better: lower" },
      ["{ min: 9 }"],
    ],
    ["a range", { kpi: "target: { min: 30 }, baseline: 40" }, []],
    ["an unknown baseline", { kpi: "target: -5%" }, []],
  ])("%s", async (_, parts, expected) => {
    expect(await texts(rule, parts)).toEqual(expected);
  });

  it("is the only thing that is said about the target", async () => {
    const { findings } = await checkFiles(oneKpi({ kpi: "target: 30, baseline: 40", values: BEFORE }));
    const about = findings.filter(({ path }) => path.at(-1) === "target").map(({ ruleId }) => ruleId);
    expect(about).toEqual([rule]);
  });

  it("suggests the other direction, in place where it is stated, or to hold the level", async () => {
    const stated = await only(rule, { kpi: "target: 30, baseline: 40", metric: "better: higher" });
    expect(stated.message).toBe(
      "The target of 30 clinics is below the baseline of 40 clinics, but higher is better for m; write `better: lower` at the metric, or { min: 30 } to hold that level.",
    );
    expect(stated.suggestions.map(({ edits }) => edits[0]?.text)).toEqual(["lower", "{ min: 30 }"]);
    const unstated = await only(rule, { kpi: "target: -5%, baseline: 40" });
    expect(unstated.suggestions).toEqual([{ title: "Write better: lower at the metric m", edits: [] }]);
    const other = await only(rule, { kpi: "target: 50, baseline: 40", metric: "better: lower" });
    expect(other.suggestions.map(({ edits }) => edits[0]?.text)).toEqual(["higher", "{ max: 50 }"]);
  });

  it("does not judge by a default where `better` could not be read", async () => {
    expect(await texts(rule, { kpi: "target: 30, baseline: 40", metric: "better: less" })).toEqual([]);
  });
});

describe("measurable/path-ambiguous", () => {
  const rule = "measurable/path-ambiguous";
  const long = "timeframe: { start: 2026-01-01, end: 2027-06-30 }";
  it.each<[string, string, string[]]>([
    ["exactly twice", `${long}, baseline: 30, target: 60`, ["60"]],
    ["less than twice", `${long}, baseline: 30, target: 59.9`, []],
    ["twice, by percent", `${long}, baseline: 30, target: +100%`, ["+100%"]],
    ["a year", "timeframe: 2026, baseline: 30, target: 60", []],
    ["a year and a day", "timeframe: { start: 2026-01-01, end: 2027-01-01 }, baseline: 30, target: 60", ["60"]],
    ["a leap year", "timeframe: { start: 2023-03-01, end: 2024-02-29 }, baseline: 30, target: 60", []],
    ["a stated path", `${long}, baseline: 30, target: 60, path: linear`, []],
    ["checkpoints", `${long}, baseline: 30, target: 60, checkpoints: [{ date: 2026-12-31, value: 40 }]`, []],
    ["from 0, which cannot grow steadily", `${long}, baseline: 0, target: 60`, []],
    ["across 0", `${long}, baseline: -30, target: 60`, []],
    ["a range", `${long}, baseline: 30, target: { min: 60 }`, []],
  ])("%s", async (_, kpi, expected) => {
    expect(await texts(rule, { kpi })).toEqual(expected);
  });

  it.each([
    [15, ["15"]],
    [15.1, []],
  ])("half of 30 where lower is better: %d", async (target, expected) => {
    const parts = { kpi: `${long}, baseline: 30, target: ${target}`, metric: "better: lower" };
    expect(await texts(rule, parts)).toEqual(expected);
  });

  it("is about levels only", async () => {
    for (const aggregation of ["mean", "sum", "running", "max"]) {
      const parts = { kpi: `${long}, baseline: 30, target: 60`, metric: `aggregation: ${aggregation}` };
      expect(await texts(rule, parts)).toEqual([]);
    }
  });

  it("says what the two expect half-way", async () => {
    const { message } = await only(rule, { kpi: `${long}, baseline: 20, target: 80` });
    expect(message).toBe(
      "From 20 clinics to 80 clinics, a straight line expects 50 clinics on 2026-09-30 and steady growth 40 clinics; state `path: linear` or `path: compound`.",
    );
  });
});

describe("measurable/path-impossible", () => {
  const rule = "measurable/path-impossible";

  it("is all that is said of bounds that no value can meet", async () => {
    const { findings } = await checkFiles(
      oneKpi({ kpi: "target: 64", metric: "bounds: { min: 5, max: 1 }", values: "2026-03-31: 62, 2026-06-30: 64" }),
      { asOf: "2026-08-15" },
    );
    const errors = findings.filter(({ severity }) => severity === "error");
    expect(errors.map(({ message }) => message)).toEqual([
      "`bounds`: no value is both at least 5 and at most 1; write the lower bound as `min`.",
    ]);
  });
  const points = "checkpoints: [{ date: 2026-06-30, value: 50 }]";
  it.each<[string, Parts, string[]]>([
    ["compound from 0", { kpi: "baseline: 0, target: 10, path: compound" }, ["compound"]],
    ["compound across 0", { kpi: "baseline: -5, target: 10, path: compound" }, ["compound"]],
    ["compound below 0", { kpi: "baseline: -10, target: -5, path: compound" }, []],
    ["compound to a total", { kpi: "target: 10, path: compound", metric: "aggregation: sum" }, ["compound"]],
    [
      "compound to a budget",
      { kpi: "target: { max: 9 }, path: compound", metric: "aggregation: running" },
      ["compound"],
    ],
    ["checkpoints with compound", { kpi: `baseline: 40, target: 64, path: compound, ${points}` }, ["compound"]],
    ["checkpoints with flat", { kpi: `baseline: 40, target: 64, path: flat, ${points}` }, ["flat"]],
    ["checkpoints with step", { kpi: `baseline: 40, target: 64, path: step, ${points}` }, []],
    ["checkpoints with linear", { kpi: `baseline: 40, target: 64, path: linear, ${points}` }, []],
    [
      "checkpoints with the default path of a mean",
      { kpi: `baseline: 40, target: 64, ${points}`, metric: "aggregation: mean" },
      [],
    ],
    ["both faults of a path", { kpi: `baseline: -5, target: 10, path: compound, ${points}` }, ["compound"]],
    ["compliance of a mean", { kpi: "target: { min: 36 }, compliance: 0.9", metric: "aggregation: mean" }, ["0.9"]],
    ["compliance of single values", { kpi: "target: { min: 36 }, compliance: 0.9" }, []],
    ["compliance of a level", { kpi: "target: 64, baseline: 40, compliance: 0.9" }, ["0.9"]],
    ["compliance of a mean to reach", { kpi: "target: 64, compliance: 0.9", metric: "aggregation: mean" }, ["0.9"]],
    ["tolerance of a level", { kpi: "target: 64, baseline: 40, tolerance: 2" }, ["2"]],
    ["tolerance of a change", { kpi: "target: +10%, baseline: 40, tolerance: 2" }, ["2"]],
    ["tolerance of a range", { kpi: "target: { min: 36 }, tolerance: 2" }, []],
    [
      "reversed bounds",
      { kpi: "target: 3", metric: "bounds: { min: 5, max: 1 }", values: BEFORE },
      ["{ min: 5, max: 1 }"],
    ],
    ["bounds of one value", { kpi: "target: { min: 5 }", metric: "bounds: { min: 5, max: 5 }" }, []],
    ["a guardrail without bounds", { kpi: "target: { min: 5 }, guardrails: [{ metric: m }]" }, ["{ metric: m }"]],
    [
      "a reversed guardrail",
      { kpi: "target: { min: 5 }, guardrails: [{ metric: m, min: 1 }, { metric: m, min: 5, max: 1 }]" },
      ["{ metric: m, min: 5, max: 1 }"],
    ],
    ["an empty range", { kpi: "target: {}" }, ["{}"]],
    ["a reversed range", { kpi: "target: { min: 70, max: 60 }" }, ["{ min: 70, max: 60 }"]],
    ["a range of one value", { kpi: "target: { min: 70, max: 70 }" }, []],
    [
      "an empty range as stretch",
      { kpi: "target: 64, baseline: 40, stretch: { min: 9, max: 8 }" },
      ["{ min: 9, max: 8 }"],
    ],
    [
      "an empty range of a retired KPI",
      { kpi: "target: {}, state: retired, retired: { on: 2026-06-30, reason: Done }" },
      [],
    ],
  ])("%s", async (_, parts, expected) => {
    expect(await texts(rule, parts)).toEqual(expected);
  });

  it("names the numbers that do not fit", async () => {
    expect((await only(rule, { kpi: "baseline: -5, target: 10, path: compound" })).message).toBe(
      "A compound path multiplies, so it cannot lead from -5 clinics to 10 clinics; write `path: linear`, or checkpoints.",
    );
    expect((await only(rule, { kpi: "target: { min: 70, max: 60 }" })).message).toBe(
      "No value is both at least 70 clinics and at most 60 clinics; write the lower bound as `min`.",
    );
  });
});

describe("measurable/target-equals-baseline", () => {
  const rule = "measurable/target-equals-baseline";
  it.each<[string, Parts, string[]]>([
    ["the same number", { kpi: "target: 64, baseline: 64" }, ["64"]],
    ["no change in percent", { kpi: "target: +0%, baseline: 64" }, ["+0%"]],
    ["no change by a number", { kpi: "target: { by: 0 }, baseline: 64" }, ["{ by: 0 }"]],
    ["a total like last year's", { kpi: "target: 64, baseline: 64", metric: "aggregation: sum" }, ["64"]],
    ["a little more", { kpi: "target: 64.001, baseline: 64" }, []],
    ["a baseline from the data", { kpi: "target: 40", values: BEFORE }, []],
    ["a range", { kpi: "target: { min: 64 }, baseline: 64" }, []],
  ])("%s", async (_, parts, expected) => {
    expect(await texts(rule, parts)).toEqual(expected);
  });

  it("suggests to keep the level, on the side that is better", async () => {
    const higher = await only(rule, { kpi: "target: 64, baseline: 64" });
    expect(higher.suggestions[0]?.edits[0]?.text).toBe("{ min: 64 }");
    const lower = await only(rule, { kpi: "target: 0.3, baseline: 0.3", metric: "better: lower" });
    expect(lower.suggestions[0]?.edits[0]?.text).toBe("{ max: 0.3 }");
  });
});

describe("measurable/percent-of-percent", () => {
  const rule = "measurable/percent-of-percent";
  it.each<[string, string, string, string[]]>([
    ["points up to 100", "baseline: 75, target: +25%", "", ["+25%"]],
    ["points over 100", "baseline: 75.1, target: +25%", "", []],
    ["points down to 0", "baseline: 50, target: -50%", "better: lower", ["-50%"]],
    ["points below 0", "baseline: 49.9, target: -50%", "better: lower", []],
    ["points inside wider bounds", "baseline: 75.1, target: +25%", "bounds: { max: 200 }", ["+25%"]],
    ["points outside narrower bounds", "baseline: 40, target: +25%", "bounds: { max: 60 }", []],
    ["both readings the same", "baseline: 100, target: -25%", "better: lower", []],
    ["a change in points", "baseline: 40, target: { by: 25 }", "", []],
    ["a level", "baseline: 40, target: 65", "", []],
    ["another unit", "baseline: 40, target: +25%", "unit: clinics", []],
    ["a target in the wrong direction", "baseline: 60, target: -25%", "", []],
  ])("%s", async (_, kpi, metric, expected) => {
    expect(
      await texts(rule, { kpi, metric: metric.includes("unit") ? metric : `unit: "%"${metric && ", "}${metric}` }),
    ).toEqual(expected);
  });

  it("prints both readings and suggests both", async () => {
    const finding = await only(rule, { kpi: "baseline: 40, target: +25%", metric: 'unit: "%"' });
    expect(finding.severity).toBe("info");
    expect(finding.message).toBe(
      "+25% of 40 % is 50 %; 40 % + 25 points is 65 %: write { by: 25 } for points, or 50 for what is meant now.",
    );
    expect(finding.suggestions.map(({ edits }) => edits[0]?.text)).toEqual(["{ by: 25 }", "50"]);
  });
});

describe("measurable/band-on-sum", () => {
  const rule = "measurable/band-on-sum";
  it.each<[string, Parts, string[]]>([
    ["sum", { kpi: "target: { min: 160, max: 260 }", metric: "aggregation: sum" }, ["{ min: 160, max: 260 }"]],
    ["running", { kpi: "target: { min: 160, max: 260 }", metric: "aggregation: running" }, ["{ min: 160, max: 260 }"]],
    ["one bound", { kpi: "target: { max: 260 }", metric: "aggregation: sum" }, []],
    ["a mean", { kpi: "target: { min: 160, max: 260 }", metric: "aggregation: mean" }, []],
    [
      "a stretch",
      { kpi: "target: 160, stretch: { min: 1, max: 2 }", metric: "aggregation: sum" },
      ["{ min: 1, max: 2 }"],
    ],
  ])("%s", async (_, parts, expected) => {
    expect(await texts(rule, parts)).toEqual(expected);
  });

  it("is the only finding on its target", async () => {
    const parts = {
      kpi: "target: { min: 160, max: 260 }",
      metric: "aggregation: sum, bounds: { max: 100 }",
      values: BEFORE,
    };
    const { findings } = await checkFiles(oneKpi(parts));
    expect(findings.filter(({ path }) => path.at(-1) === "target").map(({ ruleId }) => ruleId)).toEqual([rule]);
  });
});

describe("measurable/total-below-zero", () => {
  const rule = "measurable/total-below-zero";
  it.each<[string, Parts, string[]]>([
    ["a sum", { kpi: "target: -250", metric: "aggregation: sum" }, ["-250"]],
    ["a running total", { kpi: "target: -250", metric: "aggregation: running" }, ["-250"]],
    ["a lower bound of a sum", { kpi: "target: { min: -250 }", metric: "aggregation: sum" }, ["{ min: -250 }"]],
    ["less of a loss", { kpi: "target: +25%, baseline: -400", metric: "aggregation: sum" }, ["+25%"]],
    ["a sum of 0", { kpi: "target: 0", metric: "aggregation: sum" }, []],
    ["a sum to reach", { kpi: "target: 250", metric: "aggregation: sum" }, []],
    ["a budget", { kpi: "target: { max: -250 }", metric: "aggregation: sum" }, []],
    ["a level below 0", { kpi: "target: -250, baseline: -400" }, []],
    ["a sum that is below its baseline", { kpi: "target: -250, baseline: -100", metric: "aggregation: sum" }, []],
    ["a draft", { kpi: "target: -250, state: draft", metric: "aggregation: sum" }, []],
  ])("%s", async (_, parts, expected) => {
    expect(await texts(rule, parts)).toEqual(expected);
  });

  it("says what to write", async () => {
    expect((await only(rule, { kpi: "target: -250", metric: "aggregation: sum" })).message).toBe(
      "A total starts at 0, above -250 clinics, so this counts as met from the first day; count losses as positive numbers with `better: lower`, and write { max: 250 } as their budget.",
    );
  });
});

describe("measurable/target-unreadable for the metric's unit", () => {
  const rule = "measurable/target-unreadable";
  it.each<[string, Parts, string[]]>([
    ["true of a number", { kpi: "target: true" }, ["true"]],
    ["true of yes or no", { kpi: "target: true", metric: "unit: boolean" }, []],
    ["true of a draft", { kpi: "target: true, state: draft" }, []],
    ["5 of yes or no", { kpi: "target: 5", metric: "unit: boolean" }, ["5"]],
    ["a change of yes or no", { kpi: "target: +10%, baseline: 1", metric: "unit: boolean" }, ["+10%"]],
    ["a stretch of yes or no", { kpi: "target: true, stretch: 2", metric: "unit: boolean" }, ["2"]],
    ["1 and 0 of yes or no", { kpi: "target: 1, stretch: 0", metric: "unit: boolean" }, []],
    ["a range of yes or no", { kpi: "target: { min: 1 }", metric: "unit: boolean" }, []],
    ["how often it is yes", { kpi: "target: 5", metric: "unit: boolean, aggregation: sum" }, []],
    ["the share of yes", { kpi: "target: 0.9", metric: "unit: boolean, aggregation: mean" }, []],
  ])("%s", async (_, parts, expected) => {
    expect(await texts(rule, parts)).toEqual(expected);
  });

  it("says what to write", async () => {
    expect((await only(rule, { kpi: "target: true" })).message).toBe(
      "`true` means done, for the unit boolean, and m is measured in clinics; write the number to reach, or `unit: boolean` at the metric.",
    );
    const { message, suggestions } = await only(rule, { kpi: "target: 5", metric: "unit: boolean" });
    expect(message).toBe(
      "m is done or not done, because its unit is boolean, and 5 is neither; write true, or another unit at the metric.",
    );
    expect(suggestions).toMatchObject([{ title: "Write true", edits: [{ text: "true" }] }]);
  });
});

describe("data/out-of-bounds for yes or no", () => {
  const rule = "data/out-of-bounds";
  const values = "2026-01-31: 0, 2026-02-28: 7, 2026-03-31: 0.5, 2026-04-30: 1";
  it.each<[string, string, string[]]>([
    ["the latest one counts", "unit: boolean", ["7", "0.5"]],
    ["they are added up", "unit: boolean, aggregation: sum", ["7", "0.5"]],
    ["bounds speak already", "unit: boolean, bounds: { max: 1 }", ["7", "0.5"]],
    ["they are totals", "unit: boolean, aggregation: running", []],
    ["the unit is another", "unit: points", []],
  ])("where %s", async (_, metric, expected) => {
    expect(await texts(rule, { kpi: "target: { min: 1 }", metric, values })).toEqual(expected);
  });
});
