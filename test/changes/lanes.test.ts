/** What a check-in is, and what keeps a change set from being one. */

import { describe, expect, it } from "vitest";
import { changed, good } from "../../src/rules/examples.ts";
import { field } from "./kpi-edits.ts";
import { type Files, review } from "./review.ts";

const files = (...edits: readonly (readonly [string, string])[]): Files => changed(...edits).files;
const withConfig = (text: string): Files => ({ ...good.files, "kpi.config.yaml": `version: 1\n${text}\n` });

async function laneOf(before: Files, after: Files) {
  const { lane, changes } = await review({ before, after });
  return [lane, changes.map(({ ruleId, message }) => `${ruleId} ${message}`)];
}

describe("a check-in", () => {
  it.each<[string, Files]>([
    ["nothing", good.files],
    ["a review date", files(["last: 2026-07-02", "last: 2026-08-14"])],
    ["an entry that is new", files(field("changes: [{ date: 2026-08-14, field: owner, reason: New team }]"))],
    ["a comment", files(["version: 1\n", "# quarterly figures\nversion: 1\n"])],
  ])("may hold %s", async (_, after) => {
    expect(await laneOf(good.files, after)).toEqual(["check-in", []]);
  });

  it("may hold new values", async () => {
    const [lane, changes] = await laneOf(good.files, files(["2026-06-30: 68", "2026-06-30: 68\n      2026-08-14: 70"]));
    expect(lane).toBe("check-in");
    expect(changes).toHaveLength(1);
  });
});

describe("a change of the config is none", () => {
  it.each<[string, string, string, string]>([
    ["a stricter line", "language: en", "status: { at_risk: 0.9 }", "status.at_risk changes: 0.75 → 0.9."],
    ["a plug-in", "language: en", "plugins: [./ours.mjs]", "plugins changes: none → ./ours.mjs."],
    ["a stricter preset", "language: en", "extends: strict", "extends changes: recommended → strict."],
    [
      "another fiscal year",
      "language: en",
      'fiscal_year_starts: "04-01"',
      "fiscal_year_starts changes: 01-01 → 04-01.",
    ],
    [
      "a stricter rule",
      "language: en",
      "rules: { relevant/why-missing: error }",
      "rules.relevant/why-missing changes: none → error.",
    ],
    ["files that are left out", "language: en", "exclude: [old/**]", "exclude changes: none → old/**."],
  ])("%s", async (_, from, to, words) => {
    expect(await laneOf(withConfig(from), withConfig(to))).toEqual(["definition", [`diff/config-changed ${words}`]]);
  });

  it("and is told once where it loosens something", async () => {
    const { changes } = await review({ before: good.files, after: withConfig("status: { on_track: 0.8 }") });
    expect(changes.map(({ ruleId }) => ruleId)).not.toContain("diff/config-changed");
  });

  it("unless the config says the same in other words", async () => {
    expect(await laneOf(good.files, withConfig("status: { on_track: 0.95 } # as ever"))).toEqual(["check-in", []]);
  });
});

describe("a file that cannot be read", () => {
  const broken: Files = { "kpi.yaml": `${good.files["kpi.yaml"]}\n  ] [\n` };
  const other: Files = { ...good.files, "other.yaml": "goals: [\n" };

  it("of the head is none: nothing in it is removed", async () => {
    const found = await review({ before: good.files, after: broken });
    expect(found).toMatchObject({ lane: "definition", changes: [], unread: ["kpi.yaml"], unreadInBase: [] });
  });

  it("of the base is none: nothing in it is new", async () => {
    const found = await review({ before: broken, after: files(["target: 75", "target: 60"]) });
    expect(found).toMatchObject({ lane: "definition", changes: [], unread: [], unreadInBase: ["kpi.yaml"] });
  });

  it("leaves the others to be compared", async () => {
    const { changes } = await review({ before: other, after: { ...other, ...files(["target: 75", "target: 60"]) } });
    expect(changes.map(({ ruleId }) => ruleId)).toContain("diff/target-eased");
  });
});

describe("a KPI that is no longer retired", () => {
  const RETIRED = field('state: retired\n    retired: { on: 2026-07-01, reason: "Survey stopped" }');

  it("is compared with what it promised", async () => {
    const { changes } = await review({ before: files(RETIRED), after: files(["target: 75", "target: 60"]) });
    expect(changes.map(({ ruleId, severity }) => `${ruleId} ${severity}`)).toEqual(
      expect.arrayContaining(["diff/target-eased error", "diff/kpi-added info"]),
    );
  });
});

describe("a metric of a guardrail", () => {
  const REFUNDS: readonly [string, string] = [
    "\nkpis:",
    "  refunds:\n    title: Refunds among orders\n    values: { 2026-05-31: 2, 2026-06-30: 3.4 }\n\nkpis:",
  ];
  const GUARDED = field("guardrails: [{ metric: refunds, max: 2.5 }]");

  it("is used by the KPI: another aggregation asks for a reason on it", async () => {
    const before = files(REFUNDS, GUARDED);
    const after = files([REFUNDS[0], REFUNDS[1].replace("title:", "aggregation: min\n    title:")], GUARDED);
    const { changes } = await review({ before, after });
    expect(changes).toMatchObject([
      {
        ruleId: "diff/metric-redefined",
        severity: "error",
        kpis: ["nps-2026"],
        message: expect.stringContaining('KPI "nps-2026"'),
      },
    ]);
  });

  it("does not give the KPI new values", async () => {
    const after = files([REFUNDS[0], REFUNDS[1].replace("3.4 }", "3.4, 2026-07-31: 2 }")], GUARDED);
    const { changes } = await review({ before: files(REFUNDS, GUARDED), after });
    expect(changes).toMatchObject([{ ruleId: "diff/data-added", kpis: [] }]);
  });
});
