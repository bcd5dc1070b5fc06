import { describe, expect, it } from "vitest";
import { verdict as guardrailEased } from "../../src/changes/verdicts/guardrail-eased.ts";
import { verdict as guardrailRemoved } from "../../src/changes/verdicts/guardrail-removed.ts";
import { verdict as planBackloaded } from "../../src/changes/verdicts/plan-backloaded.ts";
import { verdict as textChanged } from "../../src/changes/verdicts/text-changed.ts";
import { baseline, type Edit, type Edits, field, files, metric, target, timeframe, told } from "./kpi-edits.ts";
import { changesOf } from "./review.ts";

describe("guardrails", () => {
  const guardrails = (...written: readonly string[]): Edit => field(`guardrails: [${written.join(", ")}]`);
  const refunds = (bounds: string): string => `{ metric: refunds, ${bounds} }`;
  const delays = "{ metric: delays, max: 3 }";

  it.each<[string, Edits, Edits, string, string]>([
    [
      "higher",
      [guardrails(refunds("max: 2.5"))],
      [guardrails(refunds("max: 4"))],
      "at most 2.5 → refunds at most 4",
      refunds("max: 4"),
    ],
    [
      "lower",
      [guardrails(refunds("min: 9"))],
      [guardrails(refunds("min: 8"))],
      "at least 9 → refunds at least 8",
      refunds("min: 8"),
    ],
    [
      "one is gone",
      [guardrails(refunds("min: 1, max: 60250"))],
      [guardrails(refunds("min: 1"))],
      "1 to 60,250 → refunds at least 1",
      refunds("min: 1"),
    ],
    [
      "the second of two",
      [guardrails(delays, refunds("max: 2"))],
      [guardrails(delays, refunds("max: 3"))],
      "at most 2 → refunds at most 3",
      refunds("max: 3"),
    ],
    [
      "one of two on the same metric is gone",
      [guardrails(refunds("min: 1"), refunds("max: 2"))],
      [guardrails(refunds("max: 2"))],
      "1 to 2 → refunds at most 2",
      refunds("max: 2"),
    ],
    [
      "wider, though it is narrower on its other side",
      [guardrails(refunds("min: 1, max: 2"))],
      [guardrails(refunds("min: 1.5, max: 3"))],
      "1 to 2 → refunds 1.5 to 3",
      refunds("min: 1.5, max: 3"),
    ],
  ])("eased: %s", async (_, from, to, words, place) => {
    const [before, after] = [files(...from), files(...to)];
    expect(await told(guardrailEased, before, after)).toEqual([
      { message: `The guardrail leaves more room: refunds ${words}`, place },
    ]);
    expect(await told(guardrailRemoved, before, after)).toEqual([]);
  });

  it.each<[string, Edits, Edits, readonly string[], string]>([
    ["the only one", [guardrails(refunds("max: 2.5"))], [], ["refunds at most 2.5"], "nps-2026"],
    [
      "one of two",
      [guardrails(refunds("max: 2.5"), delays)],
      [guardrails(delays)],
      ["refunds at most 2.5"],
      `[${delays}]`,
    ],
    [
      "all",
      [guardrails(refunds("min: 1, max: 2"), delays)],
      [guardrails()],
      ["refunds 1 to 2", "delays at most 3"],
      "[]",
    ],
    ["for another metric", [guardrails(refunds("max: 3"))], [guardrails(delays)], ["refunds at most 3"], `[${delays}]`],
  ])("removed: %s", async (_, from, to, gone, place) => {
    expect(await told(guardrailRemoved, files(...from), files(...to))).toEqual(
      gone.map((words) => ({ message: `The guardrail is gone: ${words}`, place })),
    );
    expect(await told(guardrailEased, files(...from), files(...to))).toEqual([]);
  });

  it.each<[string, Edits, Edits]>([
    ["narrower", [guardrails(refunds("max: 3"))], [guardrails(refunds("max: 2"))]],
    ["a bound more", [guardrails(refunds("max: 3"))], [guardrails(refunds("min: 1, max: 3"))]],
    ["one more", [guardrails(refunds("max: 3"))], [guardrails(refunds("max: 3"), delays)]],
    ["the first", [], [guardrails(delays)]],
  ])("tightened: %s", async (_, from, to) => {
    const [before, after] = [files(...from), files(...to)];
    expect(await told(guardrailEased, before, after)).toEqual([]);
    expect(await told(guardrailRemoved, before, after)).toEqual([]);
    expect(await told(textChanged, before, after)).toMatchObject([
      { message: expect.stringMatching(/^The guardrails change: .*→|^The guardrails change: added/) },
    ]);
  });

  it.each<[string, Edit, Edit]>([
    ["another order", guardrails(refunds("max: 3"), delays), guardrails(delays, refunds("max: 3"))],
    [
      "another order on one metric",
      guardrails(refunds("min: 1"), refunds("max: 3")),
      guardrails(refunds("max: 3"), refunds("min: 1")),
    ],
    ["two in one", guardrails(refunds("min: 1"), refunds("max: 3")), guardrails(refunds("min: 1, max: 3"))],
    ["another form", guardrails(refunds("max: 3")), guardrails("{ max: 3.0, metric: refunds }")],
  ])("silent about %s", async (_, from, to) => {
    for (const verdict of [guardrailEased, guardrailRemoved, textChanged]) {
      expect(await told(verdict, files(from), files(to))).toEqual([]);
    }
  });
});

describe("plans", () => {
  const checkpoint = (date: string, value: number): Edit => field(`checkpoints: [{ date: ${date}, value: ${value} }]`);
  const mean = metric("unit: points", "aggregation: mean");
  const words = (text: string): string => `The plan expects less on the way: ${text}`;

  it.each<[string, Edits, Edits, string, string]>([
    [
      "a lower checkpoint",
      [checkpoint("2026-09-30", 72)],
      [checkpoint("2026-09-30", 66)],
      "72 points → 66 points on 2026-09-30",
      "[{ date: 2026-09-30, value: 66 }]",
    ],
    [
      "a later checkpoint",
      [checkpoint("2026-08-31", 72)],
      [checkpoint("2026-10-31", 72)],
      "72 points → 69.99 points on 2026-08-31",
      "[{ date: 2026-10-31, value: 72 }]",
    ],
    [
      "no checkpoint any more",
      [checkpoint("2026-09-30", 74)],
      [],
      "74 points → 71.72 points on 2026-09-30",
      "nps-2026",
    ],
    ["a path that rises in the end", [], [field("path: step")], "74.96 points → 62 points on 2026-12-30", "step"],
    [
      "a path that is no longer flat",
      [mean],
      [mean, field("path: linear")],
      "75 points → 70.12 points on 2026-08-16",
      "linear",
    ],
    [
      "a later day of the baseline",
      [],
      [baseline("{ value: 62, date: 2026-08-01 }")],
      "70.12 points → 63.28 points on 2026-08-16",
      "{ value: 62, date: 2026-08-01 }",
    ],
    [
      "where lower is better",
      [metric("unit: points", "better: lower"), checkpoint("2026-09-30", 52), target("50")],
      [metric("unit: points", "better: lower"), checkpoint("2026-09-30", 58), target("50")],
      "52 points → 58 points on 2026-09-30",
      "[{ date: 2026-09-30, value: 58 }]",
    ],
    [
      "a budget that may be spent at once",
      [metric("unit: points", "aggregation: sum", "better: lower"), target("365")],
      [metric("unit: points", "aggregation: sum", "better: lower"), field("path: flat"), target("365")],
      "228 points → 365 points on 2026-08-16",
      "flat",
    ],
  ])("backloaded: %s", async (_, from, to, text, place) => {
    const [before, after] = [files(...from), files(...to)];
    expect(await told(planBackloaded, before, after)).toEqual([{ message: words(text), place }]);
    expect(await told(textChanged, before, after)).toEqual([]);
  });

  it.each<[string, Edits, Edits]>([
    ["a higher checkpoint", [checkpoint("2026-09-30", 66)], [checkpoint("2026-09-30", 72)]],
    ["a checkpoint that is over", [checkpoint("2026-07-31", 70)], [checkpoint("2026-07-31", 70.0000000001)]],
    ["the default path in words", [], [field("path: linear")]],
    ["a checkpoint on the line", [], [checkpoint("2026-08-15", 62 + (13 * 227) / 365)]],
    ["an earlier day of the baseline", [baseline("{ value: 62, date: 2026-08-01 }")], []],
    ["another target", [checkpoint("2026-09-30", 72)], [checkpoint("2026-09-30", 66), target("74")]],
    ["another end", [], [timeframe("{ start: 2026-01-01, end: 2027-03-31 }"), field("path: step")]],
    ["another baseline", [], [baseline("60"), field("path: step")]],
    ["a range, which has no plan", [target("{ min: 60 }")], [target("{ min: 60 }\n    path: step")]],
    [
      "a budget that is spread",
      [metric("unit: points", "aggregation: sum", "better: lower"), field("path: flat")],
      [metric("unit: points", "aggregation: sum", "better: lower")],
    ],
    ["a metric that is redefined", [], [mean]],
  ])("not backloaded: %s", async (_, from, to) => {
    expect(await told(planBackloaded, files(...from), files(...to))).toEqual([]);
  });

  it("looks only at days that are still to come", async () => {
    const past = [files(checkpoint("2026-07-31", 72)), files(checkpoint("2026-08-15", 72.5))] as const;
    const [before, after] = past;
    expect(await changesOf(planBackloaded, { before, after, asOf: "2026-07-01" })).toHaveLength(1);
    expect(await changesOf(planBackloaded, { before, after, asOf: "2026-12-31" })).toEqual([]);
  });

  it("takes an entry for the plan, the path or the checkpoints", async () => {
    for (const name of ["plan", "path", "checkpoints", "checkpoint"]) {
      const entry = field(`changes: [{ date: 2026-08-14, field: ${name}, reason: The survey moved }]`);
      const after = files(checkpoint("2026-09-30", 66), entry);
      const [change] = await changesOf(planBackloaded, { before: files(checkpoint("2026-09-30", 72)), after });
      expect(change).toMatchObject({ severity: "warning", reason: "The survey moved" });
    }
  });
});
