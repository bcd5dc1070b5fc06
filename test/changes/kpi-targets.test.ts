import { describe, expect, it } from "vitest";
import type { Change } from "../../src/changes/change.ts";
import type { Verdict } from "../../src/changes/define.ts";
import { verdict as targetEased } from "../../src/changes/verdicts/target-eased.ts";
import { verdict as targetRaised } from "../../src/changes/verdicts/target-raised.ts";
import {
  BUDGET,
  baseline,
  type Edits,
  field,
  files,
  LOWER,
  metric,
  NOTHING_BEFORE,
  SUM,
  target,
  told,
} from "./kpi-edits.ts";
import { changesOf, type Files } from "./review.ts";

async function resolved(verdict: Verdict, before: Files, after: Files): Promise<readonly Partial<Change>[]> {
  const changes = await changesOf(verdict, { before, after });
  return changes.map(({ resolvedBefore, resolvedAfter, unit }) => ({ resolvedBefore, resolvedAfter, unit }));
}

describe("targets", () => {
  it.each<[string, Edits, Edits, string, string]>([
    ["lower, where higher is better", [], [target("72")], "75 points → 72 points", "72"],
    ["higher, where lower is better", [LOWER, target("40")], [LOWER, target("45")], "40 points → 45 points", "45"],
    ["relative", [target("+25%")], [target("+20%")], "+25% (77.5 points) → +20% (74.4 points)", "+20%"],
    ["in another form", [target("+25%")], [target("75")], "+25% (77.5 points) → 75 points", "75"],
    [
      "by less",
      [target("{ by: 13 }")],
      [target("{ by: 10 }")],
      "+13 points (75 points) → +10 points (72 points)",
      "{ by: 10 }",
    ],
    [
      "relative, and its baseline falls",
      [target("+25%")],
      [target("+25%"), baseline("60")],
      "+25% (77.5 points) → +25% (75 points)",
      "+25%",
    ],
    [
      "kept lower",
      [target("{ min: 60 }")],
      [target("{ min: 55 }")],
      "at least 60 points → at least 55 points",
      "{ min: 55 }",
    ],
    [
      "kept higher",
      [target("{ max: 60 }")],
      [target("{ max: 65 }")],
      "at most 60 points → at most 65 points",
      "{ max: 65 }",
    ],
    [
      "kept without one of its bounds",
      [target("{ min: 50, max: 60 }")],
      [target("{ min: 50 }")],
      "50 to 60 points → at least 50 points",
      "{ min: 50 }",
    ],
    ["a larger budget", [BUDGET, target("300")], [BUDGET, target("310")], "300 points → 310 points", "310"],
    [
      "a larger budget in bounds",
      [SUM, target("{ max: 300 }")],
      [SUM, target("{ max: 310 }")],
      "at most 300 points → at most 310 points",
      "{ max: 310 }",
    ],
    [
      "a smaller total",
      [SUM, target("300")],
      [SUM, target("{ min: 290 }")],
      "300 points → at least 290 points",
      "{ min: 290 }",
    ],
    [
      "in per cent, now a fraction",
      [metric('unit: "%"'), target("70")],
      [metric("unit: fraction"), target("0.65")],
      "70 % → 0.65 fraction",
      "0.65",
    ],
    [
      "a fraction where lower is better, now in per cent",
      [metric("unit: share", "better: lower"), baseline("0.8"), target("0.035")],
      [metric('unit: "%"', "better: lower"), baseline("80"), target("4")],
      "0.035 share → 4 %",
      "4",
    ],
    [
      "of a unit that had the wrong name",
      [metric("unit: fraction"), target("75")],
      [metric('unit: "%"'), target("72")],
      "75 fraction → 72 %",
      "72",
    ],
    [
      "kept in per cent, now as a fraction",
      [metric('unit: "%"'), target("{ min: 60, max: 70 }")],
      [metric("unit: fraction"), target("{ min: 0.6, max: 0.75 }")],
      "60 to 70 % → 0.6 to 0.75 fraction",
      "{ min: 0.6, max: 0.75 }",
    ],
  ])("eased: %s", async (_, from, to, words, place) => {
    const [before, after] = [files(...from), files(...to)];
    expect(await told(targetEased, before, after)).toEqual([{ message: `The target is eased: ${words}`, place }]);
    expect(await told(targetRaised, before, after)).toEqual([]);
    const [back] = await told(targetRaised, after, before);
    expect(back?.message).toMatch(/^The target is harder to reach: /);
    expect(await told(targetEased, after, before)).toEqual([]);
  });

  it.each<[string, Edits, Edits, string]>([
    ["reach → keep", [], [target("{ min: 75 }")], "75 points → at least 75 points"],
    ["keep → reach", [target("{ min: 60 }")], [target("90")], "at least 60 points → 90 points"],
    ["keep → budget", [target("{ max: 60 }")], [SUM, target("{ max: 50 }")], "at most 60 points → at most 50 points"],
    ["reach → budget", [SUM, target("300")], [BUDGET, target("200")], "300 points → 200 points"],
  ])("eased: another kind, %s", async (_, from, to, words) => {
    expect(await told(targetEased, files(...from), files(...to))).toMatchObject([
      { message: `The target is of another kind, which counts as eased: ${words}` },
    ]);
    expect(await told(targetRaised, files(...from), files(...to))).toEqual([]);
  });

  it.each<[string, Edits, Edits, string, string]>([
    ["taken away", [], [["    target: 75\n", ""]], "75 points → no target", "nps-2026"],
    ["relative to nothing", NOTHING_BEFORE, [...NOTHING_BEFORE, target("+25%")], "75 points → +25%", "+25%"],
  ])("eased: it can no longer be compared, because it is %s", async (_, from, to, words, place) => {
    const [before, after] = [files(...from), files(...to)];
    expect(await told(targetEased, before, after)).toEqual([
      { message: `The target can no longer be compared, which counts as eased: ${words}`, place },
    ]);
    expect(await told(targetEased, after, before)).toEqual([]);
  });

  it("compares what cannot be resolved by its own numbers", async () => {
    const unknown = (words: string): Files => files(target(words), ...NOTHING_BEFORE);
    expect(await told(targetEased, unknown("+25%"), unknown("+20%"))).toMatchObject([
      { message: "The target is eased: +25% → +20%" },
    ]);
    expect(await told(targetRaised, unknown("{ by: 5 }"), unknown("{ by: 6 }"))).toMatchObject([
      { message: "The target is harder to reach: +5 points → +6 points" },
    ]);
    expect(await told(targetEased, unknown("+25%"), unknown("{ by: 5 }"))).toHaveLength(1);
    expect(await told(targetEased, unknown("+25%"), unknown("+25.0%"))).toEqual([]);
  });

  it("may be eased and raised at once, by its two bounds", async () => {
    const [before, after] = [files(target("{ min: 60, max: 70 }")), files(target("{ min: 65, max: 75 }"))];
    const words = "60 to 70 points → 65 to 75 points";
    expect(await told(targetEased, before, after)).toMatchObject([{ message: `The target is eased: ${words}` }]);
    expect(await told(targetRaised, before, after)).toMatchObject([
      { message: `The target is harder to reach: ${words}` },
    ]);
  });

  it("tells both numbers with the unit of now", async () => {
    expect(await resolved(targetEased, files(target("+25%")), files(target("+20%")))).toEqual([
      { resolvedBefore: 77.5, resolvedAfter: 74.4, unit: "points" },
    ]);
    expect(await resolved(targetEased, files(target("{ min: 60 }")), files(target("{ min: 50 }")))).toEqual([
      { resolvedBefore: null, resolvedAfter: null, unit: "points" },
    ]);
  });

  it.each<[string, Edits, Edits]>([
    ["the same number by another way", [], [target("{ by: 13 }")]],
    ["the same number in per cent", [baseline("60")], [baseline("60"), target("+25%")]],
    ["more digits", [], [target("75.0")]],
    ["quotation marks", [target("+25%")], [target('"+25%"')]],
    ["the bounds in another order", [target("{ min: 1, max: 2 }")], [target("{ max: 2, min: 1 }")]],
    ["a total and its lower bound", [SUM, target("300")], [SUM, target("{ min: 300 }")]],
    ["a budget and its upper bound", [BUDGET, target("300")], [BUDGET, target("{ max: 300 }")]],
    ["the same share in per cent", [metric("unit: fraction"), target("0.7")], [metric('unit: "%"'), target("70")]],
    [
      "the same bounds in per cent",
      [metric("unit: fraction"), target("{ min: 0.6, max: 0.7 }")],
      [metric('unit: "%"'), target("{ min: 60, max: 70 }")],
    ],
    ["another name for the unit", [], [metric("unit: score")]],
    ["another stretch target", [field("stretch: 90")], [field("stretch: 80")]],
    ["another metric", [], [["metric: nps", "metric: csat"], target("20")]],
  ])("silent about %s", async (_, from, to) => {
    for (const verdict of [targetEased, targetRaised]) {
      expect(await told(verdict, files(...from), files(...to))).toEqual([]);
    }
  });

  it.each<[string, Edits, Edits, string, string]>([
    [
      "tolerance",
      [target("{ min: 60 }\n    tolerance: 1")],
      [target("{ min: 60 }\n    tolerance: 2")],
      "The tolerance of the target is wider: 1 → 2",
      "2",
    ],
    [
      "tolerance where there was none",
      [target("{ min: 60 }")],
      [target("{ min: 60 }\n    tolerance: 2")],
      "The tolerance of the target is wider: 0 → 2",
      "2",
    ],
    [
      "tolerance in another unit",
      [metric('unit: "%"'), target("{ min: 60 }\n    tolerance: 2")],
      [metric("unit: fraction"), target("{ min: 0.6 }\n    tolerance: 0.03")],
      "The tolerance of the target is wider: 2 → 0.03",
      "0.03",
    ],
    [
      "compliance",
      [target("{ min: 60 }\n    compliance: 0.95")],
      [target("{ min: 60 }\n    compliance: 0.9")],
      "Fewer values have to comply with the target: 0.95 → 0.9",
      "0.9",
    ],
    [
      "compliance where all had to",
      [target("{ min: 60 }")],
      [target("{ min: 60 }\n    compliance: 0.9")],
      "Fewer values have to comply with the target: 1 → 0.9",
      "0.9",
    ],
    [
      "ambition",
      [],
      [field("ambition: aspirational")],
      "The target is less binding: committed → aspirational",
      "aspirational",
    ],
  ])("eased by its %s", async (_, from, to, message, place) => {
    const [before, after] = [files(...from), files(...to)];
    expect(await told(targetEased, before, after)).toEqual([{ message, place }]);
    expect(await told(targetRaised, before, after)).toEqual([]);
    const [back] = await told(targetRaised, after, before);
    expect(back?.message).toMatch(/^The target counts more strictly, by its (?:tolerance|compliance|ambition): /);
  });

  it.each<[string, Edits, Edits]>([
    ["defaults in words", [], [field("tolerance: 0\n    compliance: 1\n    ambition: committed")]],
    [
      "the same tolerance in another unit",
      [metric('unit: "%"'), target("{ min: 60 }\n    tolerance: 2")],
      [metric("unit: fraction"), target("{ min: 0.6 }\n    tolerance: 0.02")],
    ],
  ])("silent about %s", async (_, from, to) => {
    for (const verdict of [targetEased, targetRaised]) {
      expect(await told(verdict, files(...from), files(...to))).toEqual([]);
    }
  });
});
