import { describe, expect, it } from "vitest";
import { verdict as baselineMoved } from "../../src/changes/verdicts/baseline-moved.ts";
import { verdict as deadlineExtended } from "../../src/changes/verdicts/deadline-extended.ts";
import { verdict as deadlineShortened } from "../../src/changes/verdicts/deadline-shortened.ts";
import { verdict as kpiSwitchedMetric } from "../../src/changes/verdicts/kpi-switched-metric.ts";
import { verdict as objectiveRelinked } from "../../src/changes/verdicts/objective-relinked.ts";
import { verdict as startMoved } from "../../src/changes/verdicts/start-moved.ts";
import { good } from "../../src/rules/examples.ts";
import { baseline, type Edit, type Edits, files, metric, SUM, target, timeframe, told } from "./kpi-edits.ts";
import { changesOf } from "./review.ts";

describe("deadlines", () => {
  const range = (start: string, end: string): string => `{ start: ${start}, end: ${end} }`;
  const every = (period: string, end = ""): string =>
    `{ every: ${period}, start: 2026-01-01${end === "" ? "" : `, end: ${end}`} }`;

  it.each<[string, string, string, string]>([
    ["a later day", range("2026-01-01", "2026-11-30"), "2026", "back: 2026-11-30 → 2026-12-31"],
    ["another quarter", "2026-Q3", "2026-Q4", "back: 2026-09-30 → 2026-12-31"],
    [
      "a later end of what recurs",
      every("monthly", "2026-11-30"),
      every("monthly", "2026-12-31"),
      "back: 2026-11-30 → 2026-12-31",
    ],
    ["an end that is taken away", every("monthly", "2026-12-31"), every("monthly"), "back: 2026-12-31 → no end"],
  ])("moves back to %s", async (_, from, to, words) => {
    const [before, after] = [files(timeframe(from)), files(timeframe(to))];
    expect(await told(deadlineExtended, before, after)).toEqual([
      { message: `The deadline moves ${words}`, place: to },
    ]);
    expect(await told(deadlineShortened, before, after)).toEqual([]);
    const [back] = await told(deadlineShortened, after, before);
    expect(back?.message).toMatch(/^The deadline moves forward: /);
  });

  it("is gone with the timeframe", async () => {
    const after = files(["    timeframe: 2026\n    baseline", "    baseline"]);
    expect(await told(deadlineExtended, good.files, after)).toEqual([
      { message: "The deadline moves back: 2026-12-31 → no timeframe", place: "nps-2026" },
    ]);
  });

  it.each<[string, string, string, readonly string[], readonly string[]]>([
    ["longer ones", every("monthly"), every("quarterly"), ["periods: monthly → quarterly"], []],
    ["weeks", every("monthly"), every("weekly"), [], ["periods: monthly → weekly"]],
    ["one for all", every("weekly", "2026-12-31"), "2026", ["periods: weekly → once"], []],
    [
      "longer ones, while the end moves forward",
      every("monthly"),
      every("yearly", "2030-12-31"),
      ["periods: monthly → yearly"],
      ["deadline: no end → 2030-12-31"],
    ],
    [
      "shorter ones, while the end moves back",
      "2026",
      every("monthly"),
      ["deadline: 2026-12-31 → no end"],
      ["periods: once → monthly"],
    ],
  ])("of periods: %s", async (_, from, to, later, earlier) => {
    const [before, after] = [files(timeframe(from)), files(timeframe(to))];
    const short = ({ message }: { readonly message: string }): string =>
      message.replace(/^The (periods|deadline) .*?: /, "$1: ");
    expect((await told(deadlineExtended, before, after)).map(short)).toEqual(later);
    expect((await told(deadlineShortened, before, after)).map(short)).toEqual(earlier);
  });

  it.each<[string, string, string]>([
    ["a quarter by its days", "2026-Q3", range("2026-07-01", "2026-09-30")],
    ["a half year by its days", range("2026-07-01", "2026-12-31"), "2026-H2"],
    ["a year in quotation marks", "2026", '"2026"'],
    ["the start", "2026", "2026-H2"],
    ["the order of keys", every("monthly"), "{ start: 2026-01-01, every: monthly }"],
  ])("silent about %s", async (_, from, to) => {
    for (const verdict of [deadlineExtended, deadlineShortened]) {
      expect(await told(verdict, files(timeframe(from)), files(timeframe(to)))).toEqual([]);
    }
  });
});

describe("starts", () => {
  it.each<[string, string, string, string]>([
    ["later", "2026", "2026-H2", "2026-01-01 → 2026-07-01"],
    ["earlier", "2026-Q4", "{ start: 2026-09-01, end: 2026-12-31 }", "2026-10-01 → 2026-09-01"],
    [
      "of what recurs",
      "{ every: monthly, start: 2026-01-01 }",
      "{ every: monthly, start: 2026-03-01 }",
      "2026-01-01 → 2026-03-01",
    ],
  ])("%s", async (_, from, to, words) => {
    expect(await told(startMoved, files(timeframe(from)), files(timeframe(to)))).toEqual([
      { message: `The window starts on another day: ${words}`, place: to },
    ]);
  });

  it.each<[string, string, string]>([
    ["the same day in other words", "2026-Q3", "{ start: 2026-07-01, end: 2026-09-30 }"],
    ["the end", "2026-Q3", "2026-H2"],
    ["a timeframe that nobody can read", "2026", "soon"],
  ])("silent about %s", async (_, from, to) => {
    expect(await told(startMoved, files(timeframe(from)), files(timeframe(to)))).toEqual([]);
  });
});

describe("baselines", () => {
  const THERE: Edit = ["      2026-06-30: 68\n", "      2026-06-30: 68\n      2026-08-01: 70\n"];

  it.each<[string, Edits, Edits, string, string]>([
    ["down", [], [baseline("60")], "62 points → 60 points; attainment rises from 46.15 % to 53.33 %", "60"],
    ["up", [], [baseline("65")], "62 points → 65 points; attainment falls from 46.15 % to 30 %", "65"],
    [
      "to what is found",
      [baseline("60")],
      [baseline("")],
      "60 points → 62 points; attainment falls from 53.33 % to 46.15 %",
      "nps-2026",
    ],
    [
      "from what is found",
      [baseline("")],
      [baseline("60")],
      "62 points → 60 points; attainment rises from 46.15 % to 53.33 %",
      "60",
    ],
    [
      "from what was found, whatever is found now",
      [baseline(""), THERE],
      [baseline("{ value: 61 }"), THERE, ["2025-12-31: 62", "2025-12-31: 10"]],
      "62 points → 61 points; attainment rises from 61.54 % to 64.29 %",
      "{ value: 61 }",
    ],
    [
      "of a range, where it counts for nothing",
      [target("{ min: 60 }")],
      [target("{ min: 60 }"), baseline("60")],
      "62 points → 60 points",
      "60",
    ],
    [
      "of a total, where it counts for nothing",
      [SUM, target("300")],
      [SUM, target("300"), baseline("60")],
      "62 points → 60 points",
      "60",
    ],
    [
      "of a mean that had none",
      [metric("unit: points", "aggregation: mean"), baseline("")],
      [metric("unit: points", "aggregation: mean")],
      "none → 62 points; attainment falls from 88 % to 30.77 %",
      "62",
    ],
  ])("move %s", async (_, from, to, words, place) => {
    expect(await told(baselineMoved, files(...from), files(...to))).toEqual([
      { message: `The baseline moves: ${words}`, place },
    ]);
  });

  it("ease only where attainment rises", async () => {
    const eases = async (to: string) =>
      (await changesOf(baselineMoved, { before: good.files, after: files(baseline(to)) })).map(
        (change) => change.eases,
      );
    expect(await eases("60")).toEqual([true]);
    expect(await eases("65")).toEqual([false]);
  });

  it.each<[string, Edits, Edits]>([
    ["another form", [], [baseline("{ value: 62 }")]],
    ["a source", [], [baseline("{ value: 62, source: Annual report }")]],
    ["what is found anyway", [], [baseline("")]],
    ["other data", [baseline("")], [baseline(""), ["2025-12-31: 62", "2025-12-31: 60"]]],
    ["the same share in per cent", [metric("unit: fraction"), baseline("0.62")], [metric('unit: "%"')]],
  ])("silent about %s", async (_, from, to) => {
    expect(await told(baselineMoved, files(...from), files(...to))).toEqual([]);
  });
});

describe("links", () => {
  const OTHERS: Edit = [
    "\nkpis:\n",
    "  csat: { title: Customer satisfaction, unit: points, values: { 2026-06-30: 70 } }\n\nkpis:\n",
  ];

  it("to another metric", async () => {
    const [before, after] = [files(OTHERS), files(OTHERS, ["metric: nps", "metric: csat"], target("80"))];
    expect(await told(kpiSwitchedMetric, before, after)).toEqual([
      { message: "The KPI is measured by another metric: nps → csat (target 75 points → 80 points)", place: "csat" },
    ]);
  });

  it("to no metric", async () => {
    expect(await told(kpiSwitchedMetric, good.files, files(["    metric: nps\n", ""]))).toEqual([
      { message: "The KPI is measured by another metric: nps → none (target 75 points → 75)", place: "nps-2026" },
    ]);
  });

  it("to another goal", async () => {
    expect(await told(objectiveRelinked, good.files, files(["    goal: happy-customers", "    goal: brand"]))).toEqual([
      { message: "The KPI belongs to another goal: happy-customers → brand", place: "brand" },
    ]);
    expect(await told(objectiveRelinked, good.files, files(["    goal: happy-customers\n", ""]))).toEqual([
      { message: "The KPI belongs to another goal: happy-customers → none", place: "nps-2026" },
    ]);
  });

  it("are the same in quotation marks", async () => {
    const after = files(["metric: nps", 'metric: "nps"'], ["    goal: happy-customers", "    goal: 'happy-customers'"]);
    expect(await told(kpiSwitchedMetric, good.files, after)).toEqual([]);
    expect(await told(objectiveRelinked, good.files, after)).toEqual([]);
  });
});
