import { describe, expect, it } from "vitest";
import { edited } from "../support/life.ts";
import { type Edit, FILE, life, NONE, reason, type Told, told } from "./life.ts";

const CREATED = "c0 kpi-added id null → nps-2026";

describe("what a version changed", () => {
  it.each<[string, readonly Edit[], readonly string[]]>([
    ["an eased target", [["target: 75", "target: 72"]], ["target-eased target 75 → 72 eased no reason"]],
    [
      "an eased target with its reason",
      [["target: 75", "target: 72"], reason("target", "Another survey")],
      ["target-eased target 75 → 72 eased Another survey"],
    ],
    ["a raised target", [["target: 75", "target: 78"]], ["target-raised target 75 → 78 tightened"]],
    [
      "a later end",
      [["timeframe: 2026", "timeframe: { start: 2026-01-01, end: 2027-03-31 }"]],
      ["deadline-extended timeframe 2026-12-31 → 2027-03-31 eased no reason"],
    ],
    [
      "another start and an earlier end",
      [["timeframe: 2026", "timeframe: 2026-Q2"]],
      [
        "deadline-shortened timeframe 2026-12-31 → 2026-06-30 tightened",
        "start-moved timeframe 2026-01-01 → 2026-04-01 no reason",
      ],
    ],
    [
      "a baseline that makes it easier",
      [["baseline: 62", "baseline: 60"]],
      ["baseline-moved baseline 62 → 60 eased no reason"],
    ],
    [
      "a baseline that makes it harder",
      [["baseline: 62", "baseline: 64"]],
      ["baseline-moved baseline 62 → 64 no reason"],
    ],
    ["another metric", [["metric: nps", "metric: csat"]], ["kpi-switched-metric metric nps → csat no reason"]],
    ["another goal", [["goal: happy", "goal: brand"]], ["objective-relinked goal happy → brand no reason"]],
    ["another unit", [["unit: points", "unit: score"]], ["unit-changed unit points → score no reason"]],
    [
      "another direction",
      [["    unit: points", "    better: lower\n    unit: points"]],
      ["direction-flipped better higher → lower no reason"],
    ],
    [
      "another aggregation",
      [["    unit: points", "    aggregation: mean\n    unit: points"]],
      ["metric-redefined aggregation last → mean no reason"],
    ],
    ["a new guardrail", [["    target: 75", "    guardrails: [{ metric: csat, min: 5 }]\n    target: 75"]], []],
    ["a metric that is gone", [["  nps:\n", "  gone:\n"]], ["metric-removed id nps → null"]],
    [
      "a title, an owner and a reason",
      [
        ["Score of 75", "Score: 75"],
        ["@cx", "@other"],
        ["target: 75", "why: So\n    target: 75"],
      ],
      [],
    ],
    [
      "another format",
      [
        ["target: 75", "target: 75.0 # as before"],
        ["timeframe: 2026", 'timeframe: "2026"'],
      ],
      [],
    ],
    ["new values", [["2026-06-30: 68", "2026-06-30: 68, 2026-07-31: 70"]], []],
  ])("%s", async (_, edits, changes) => {
    expect(told(await life(FILE, edited(FILE, ...edits)))).toEqual([
      CREATED,
      ...changes.map((change) => `c1 ${change}`),
    ]);
  });

  it("tells both numbers of relative targets, in the rows of the newest version", async () => {
    const relative = edited(FILE, ["    baseline: 62\n", ""], ["target: 75", "target: +25%"]);
    const { entries } = await life(relative, edited(relative, ["+25%", "+20%"]));
    expect(entries.map(({ changes: [change] }) => [change?.resolvedBefore, change?.resolvedAfter])).toEqual([
      [null, 75],
      [75, 72],
    ]);
  });

  it.each<[string, readonly (string | (Told & { text: string }))[], readonly string[]]>([
    [
      "a draft that becomes active",
      [edited(FILE, ["    target", "    state: draft\n    target"]), FILE],
      [CREATED, "c1 kpi-added state draft → active"],
    ],
    [
      "one that is retired before its end",
      [
        FILE,
        edited(FILE, [
          "    target",
          "    state: retired\n    retired: { on: 2026-02-10, reason: No survey }\n    target",
        ]),
      ],
      [CREATED, "c1 kpi-removed-early state active → retired No survey"],
    ],
    [
      "one that is retired after its end",
      [FILE, { day: "2027-02-01", text: edited(FILE, ["    target", "    state: retired\n    target"]) }],
      [CREATED, "c1 kpi-closed state active → retired"],
    ],
    [
      "one that is deleted, with a reason, and comes back",
      [FILE, `${NONE}removed: { nps-2026: { on: 2026-02-10, reason: No survey } }\n`, FILE],
      [CREATED, "c1 kpi-removed-early state active → deleted No survey", "c2 kpi-added id null → nps-2026"],
    ],
    [
      "one whose target changes while it is a draft",
      [
        edited(FILE, ["    target: 75", "    state: draft\n    target: 75"]),
        edited(FILE, ["    target: 75", "    state: draft\n    target: 60"]),
      ],
      [CREATED],
    ],
  ])("%s", async (_, texts, changes) => {
    expect(told(await life(...texts))).toEqual(changes);
  });

  it("leaves out what happened to the metric before the KPI was there", async () => {
    const before = edited(FILE.slice(0, FILE.indexOf("kpis:")), ["unit: points", "unit: score"]);
    expect(told(await life({ text: FILE, parents: [before] }))).toEqual([CREATED]);
  });
});

describe("a merge", () => {
  const eased = edited(FILE, ["target: 75", "target: 72"]);
  const longer = edited(FILE, ["timeframe: 2026", "timeframe: { start: 2026-01-01, end: 2027-03-31 }"]);
  const both = edited(longer, ["target: 75", "target: 72"]);

  it("says nothing that one of its sides has said", async () => {
    const found = await life(
      FILE,
      { text: eased, parents: [FILE] },
      { text: longer, parents: [FILE] },
      { text: both, parents: [longer, eased] },
    );
    expect(
      told(found)
        .slice(1)
        .map((line) => line.slice(0, 2)),
    ).toEqual(["c1", "c2"]);
  });

  it("answers for what none of its sides said", async () => {
    const evil = edited(both, ["target: 72", "target: 60"]);
    const found = await life(
      FILE,
      { text: eased, parents: [FILE] },
      { text: longer, parents: [FILE] },
      { text: evil, parents: [longer, eased] },
    );
    expect(told(found).slice(3)).toEqual(["c3 target-eased target 75 → 60 eased no reason"]);
  });
});

describe("another id", () => {
  const renamed = edited(FILE, ["  nps-2026:\n", "  nps-new:\n"]);
  const relaunched = edited(renamed, ["target: 75", "target: 70"]);

  it.each([
    ["renamed", renamed, "kpi-renamed id nps-2026 → nps-new", "tightened"],
    ["relaunched", relaunched, "kpi-relaunched target 75 → 70 eased no reason", "eased"],
  ])("of one that is %s is told from both sides", async (_, text, change) => {
    const later = await life(FILE, { text, kpi: "nps-new" });
    expect(told(later)).toEqual([CREATED, `c1 ${change}`]);
    expect(later.entries[1]?.changes[0]).toMatchObject({ otherId: "nps-2026" });
    expect(later.now?.id).toBe("nps-new");
    const earlier = await life(FILE, text);
    expect(told(earlier)).toEqual([CREATED, `c1 ${change}`]);
    expect(earlier.entries[1]).toMatchObject({ facts: null, changes: [{ otherId: "nps-new" }] });
    expect(earlier.now).toBeNull();
    expect(earlier.last?.id).toBe("nps-2026");
  });

  it("carries the drift on", async () => {
    const { drift, levels } = await life(FILE, { text: relaunched, kpi: "nps-new" });
    expect(drift).toMatchObject({
      first: { id: "nps-2026" },
      last: { id: "nps-new" },
      target: { change: -5 },
      easings: 1,
    });
    expect(levels.map(({ target }) => target)).toEqual([75, 70]);
  });
});

describe("a reason that comes later", () => {
  const eased = edited(FILE, ["target: 75", "target: 72"]);
  const entry = reason("target", "Another survey");

  it("explains the change, and tells where it was given", async () => {
    const found = await life(FILE, eased, edited(eased, ["@cx", "@b"]), edited(eased, entry));
    expect(told(found)).toEqual([CREATED, "c1 target-eased target 75 → 72 eased Another survey"]);
    expect(found.entries[1]?.changes[0]?.reasonCommit).toBe("c3");
    expect(found.drift?.easingsWithoutReason).toBe(0);
  });

  it("explains no change before the one that it came with", async () => {
    const found = await life(FILE, eased, edited(FILE, ["target: 75", "target: 70"], entry));
    expect(told(found).slice(1)).toEqual([
      "c1 target-eased target 75 → 72 eased no reason",
      "c2 target-eased target 72 → 70 eased Another survey",
    ]);
    expect(found.drift).toMatchObject({ easings: 2, easingsWithoutReason: 1 });
  });

  it("explains nothing else", async () => {
    const found = await life(FILE, eased, edited(eased, reason("baseline", "Other")));
    expect(found.entries[1]?.changes[0]).toMatchObject({ reason: null, reasonCommit: null });
  });

  it.each([
    [
      "of the metric",
      edited(FILE, ["unit: points", "unit: score"]),
      (text: string) => edited(text, reason("unit", "Late")),
    ],
    ["of a deletion", NONE, () => `${NONE}removed: { nps-2026: { on: 2026-05-01, reason: Late } }\n`],
  ])("%s", async (_, text, explained) => {
    const found = await life(FILE, text, explained(text));
    expect(found.entries[1]?.changes[0]).toMatchObject({ reason: "Late", reasonCommit: "c2" });
  });
});
