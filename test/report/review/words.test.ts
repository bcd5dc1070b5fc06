import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { KpiEffect } from "../../../src/changes/effects.ts";
import type { Judgement } from "../../../src/progress/judge.ts";
import { restatedPace, restatedProgress } from "../../../src/report/review/restated.ts";
import { countsText, laneSentence, verdictSentence } from "../../../src/report/review/words.ts";
import { portfolio, portfolioWith, reviewed } from "./fixture.ts";
import { scenarios } from "./scenarios.ts";

/** The KPI that was judged, to be given other figures. */
const real = await realEffect();

async function realEffect(): Promise<KpiEffect> {
  const { result } = await scenarios["eased-with-reason"]();
  const [effect] = result.effects;
  if (effect === undefined) throw new Error("The scenario has an effect");
  return effect;
}

const keep = (attainment: number): Partial<Judgement> => ({
  attainment,
  target: { kind: "keep", value: null, min: 1, max: null },
});
const budget = (used: number): Partial<Judgement> => ({
  attainment: null,
  used,
  target: { kind: "budget", value: 9, min: null, max: null },
});

/** The real effect with other judgements. */
function effectWith(before: Partial<Judgement>, mid: Partial<Judgement>, after: Partial<Judgement>): KpiEffect {
  const old = { ...real.attribution.before, ...before };
  const definitionOnly = { ...real.attribution.before, ...mid };
  const now = { ...real.attribution.before, ...after };
  return { ...real, attribution: { ...real.attribution, before: old, definitionOnly, dataOnly: old, after: now } };
}

const way = (...[old, mid, now]: readonly [number | null, number | null, number | null]): KpiEffect =>
  effectWith({ attainment: old }, { attainment: mid }, { attainment: now });

describe("restated progress", () => {
  it.each([
    ["the edit alone", way(0.41, 0.72, 0.72), "41 % → 72 %: 31 points from the edit, 0 from new data"],
    ["data alone", way(0.41, 0.41, 0.72), "41 % → 72 %: 0 points from the edit, 31 from new data"],
    ["one point", way(0.41, 0.42, 0.42), "41 % → 42 %: 1 point from the edit, 0 from new data"],
    ["a loss", way(0.6, 0.4, 0.5), "60 % → 50 %: -20 points from the edit, 10 from new data"],
    ["parts that cancel out", way(0.5, 0.7, 0.5), "50 % → 50 %: 20 points from the edit, -20 from new data"],
    ["nothing", way(0.4615, 0.4615, 0.4615), "46 %, unchanged"],
    ["no more than noise", way(0.5, 0.5 + 1e-12, 0.5), "50 %, unchanged"],
    ["a small step", way(0.4615, 0.4641, 0.4641), "46.2 % → 46.4 %: 0.2 points from the edit, 0 from new data"],
    ["almost the whole way", way(0.5, 0.9999, 0.9999), "50 % → 99 %: 49 points from the edit, 0 from new data"],
    ["the last step", way(0.999, 1, 1), "99 % → 100 %: 1 point from the edit, 0 from new data"],
    ["beyond the target", way(1, 1.25, 1.25), "100 % → 125 %: 25 points from the edit, 0 from new data"],
    ["below the start", way(-0.2, -0.1, -0.001), "-20 % → 0 %: 10 points from the edit, 10 from new data"],
    ["thousands", way(1, 12.5, 12.5), "100 % → 1,250 %: 1,150 points from the edit, 0 from new data"],
    ["unknown before", way(null, 0.5, 0.72), "unknown before, and 72 % of the way now"],
    ["unknown now", way(0.41, 0.5, null), "41 % of the way before, and unknown now"],
    ["unknown between", way(0.41, null, 0.72), "41 % → 72 %: the edit and new data cannot be told apart"],
    [
      "a budget",
      effectWith(budget(0.58), budget(0.43), budget(0.5)),
      "58 % → 50 % of the budget used: -15 points from the edit, 7 from new data",
    ],
    [
      "a range",
      effectWith(keep(0.5), keep(0.75), keep(1)),
      "50 % → 100 % of values inside the range: 25 points from the edit, 25 from new data",
    ],
    [
      "another kind of target",
      effectWith({ attainment: 0.41 }, keep(0.9), keep(0.9)),
      "41 % of the way → 90 % of values inside the range, which cannot be compared",
    ],
  ])("%s", (_, effect, expected) => {
    expect(restatedProgress(effect)).toBe(expected);
  });

  it("is nothing where neither side is known", () => {
    expect(restatedProgress(way(null, 0.5, null))).toBeNull();
  });

  it("has parts that add up, and shows 100 % for no less", () => {
    const share = fc.double({ min: -20, max: 20, noNaN: true });
    fc.assert(
      fc.property(share, share, share, (old, mid, now) => {
        const text = restatedProgress(way(old, mid, now)) ?? "";
        const found = /^(\S+) % → (\S+) %: (\S+) points? from the edit, (\S+) from new data$/.exec(text);
        if (found === null) {
          expect(text).toMatch(/^-?[\d.,]+ %, unchanged$/);
          return;
        }
        const [from = 0, to = 0, edit = 0, data = 0] = found.slice(1).map((part) => Number(part.replaceAll(",", "")));
        expect(to - from).toBeCloseTo(edit + data, 8);
        if (old < 1) expect(from).toBeLessThan(100);
        if (now < 1) expect(to).toBeLessThan(100);
      }),
    );
  });

  it("stays readable for the largest numbers", () => {
    const text = restatedProgress(way(Number.MAX_VALUE, -Number.MAX_VALUE, 0)) ?? "";
    expect(text).toContain("from the edit");
    expect(text).not.toMatch(/NaN|Infinity/);
  });
});

describe("restated pace", () => {
  it.each([
    ["moves alone", effectWith({ pace: 0.93 }, { pace: 1.21 }, { pace: 1.21 }), "0.93 → 1.21"],
    ["is new", effectWith({ pace: null }, { pace: 1 }, { pace: 1 }), "none → 1"],
    ["stays", effectWith({ pace: 1 }, { pace: 1 }, { pace: 1 }), null],
    ["follows progress", effectWith({ pace: 1, attainment: 0.4 }, { pace: 2 }, { pace: 2 }), null],
  ])("%s", (_, effect, expected) => {
    expect(restatedPace(effect)).toBe(expected);
  });
});

describe("verdict and lane", () => {
  const target = (n: string): readonly [string, string] => ["    target: 75\n", `    target: ${n}\n`];
  const churn: readonly [string, string] = ["target: -50%", "target: -40%"];

  it.each<[string, readonly (readonly [string, string])[], string, string]>([
    ["nothing", [], "Nothing changes in meaning.", "Lane: check-in"],
    [
      "new values",
      [["2026-06-30: 68 }", "2026-06-30: 68, 2026-08-14: 68.5 }"]],
      "1 KPI gets new values; no status moves.",
      "Lane: check-in, only new values",
    ],
    ["a raised target", [target("78")], "1 KPI changes meaning; 1 KPI is tightened.", "Lane: definition change"],
    [
      "a title",
      [["title: The service costs at most", "title: The service costs no more than"]],
      "No KPI changes meaning; 1 smaller change.",
      "Lane: definition change",
    ],
    [
      "two eased targets",
      [target("72"), churn],
      "2 KPIs change meaning; 2 targets are eased without a reason; 2 statuses get better by the edit alone.",
      "Lane: definition change",
    ],
    [
      "a later deadline",
      [["timeframe: 2026\n    baseline: 62", "timeframe: { start: 2026-01-01, end: 2027-03-31 }\n    baseline: 62"]],
      "1 KPI changes meaning; 1 KPI is eased without a reason; 1 status gets better by the edit alone.",
      "Lane: definition change",
    ],
    [
      "another goal",
      [
        ["metric: nps", "metric: nps # as before"],
        ["goal: sound-money", "goal: happy-customers"],
      ],
      "1 KPI changes meaning; 1 change has no reason.",
      "Lane: definition change",
    ],
    [
      "a retired KPI",
      [
        [
          "    target: 5000\n",
          '    target: 5000\n    state: retired\n    retired: { on: 2026-08-15, reason: "The site is gone" }\n',
        ],
      ],
      "1 KPI is removed before its end with a reason.",
      "Lane: definition change",
    ],
    [
      "a new KPI",
      [
        [
          "  cost-2026:\n",
          '  nps-h2: { title: Sixty points, goal: happy-customers, metric: nps, owner: "@ana", timeframe: 2026-H2, target: 60 }\n  cost-2026:\n',
        ],
      ],
      "1 KPI is new.",
      "Lane: definition change",
    ],
  ])("%s", async (_, edits, verdict, lane) => {
    const { result: found } = await reviewed(portfolio, portfolioWith(...edits));
    expect(verdictSentence(found)).toBe(verdict);
    expect(laneSentence(found)).toBe(lane);
  });

  it("names files that were not compared, and takes more clauses", async () => {
    const { result: found } = await reviewed(portfolio, portfolio);
    expect(verdictSentence({ ...found, unread: ["a.yaml"] }, ["nothing new is broken"])).toBe(
      "Nothing changes in meaning in what can be compared; 1 file cannot be read whole; nothing new is broken.",
    );
    expect(verdictSentence({ ...found, unreadInBase: ["a.yaml", "b.yaml"] })).toBe(
      "Nothing changes in meaning in what can be compared; 2 files could not be read whole before.",
    );
  });

  it("counts what each level holds", () => {
    const none = { errors: 0, warnings: 0, infos: 0, eased: 0, easedWithoutReason: 0, tightened: 0, kpisChanged: 0 };
    expect(countsText({ ...none, infos: 1 })).toBe("1 info");
    expect(countsText({ ...none, errors: 2, warnings: 1200, eased: 3, easedWithoutReason: 2, tightened: 1 })).toBe(
      "2 errors, 1,200 warnings: 3 eased (2 without a reason), 1 tightened",
    );
  });
});
