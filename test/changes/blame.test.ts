import { describe, expect, it } from "vitest";
import { type Life, type LifeStep, lifeOf } from "../../src/changes/blame.ts";
import { parseDay } from "../../src/workspace/day.ts";
import type { Workspace } from "../../src/workspace/model.ts";
import { version } from "./review.ts";

const FILE = `version: 1
goals:
  happy: { title: Customers stay, owner: "@ceo" }
  brand: { title: People know us, owner: "@ceo" }
metrics:
  nps:
    title: Net Promoter Score
    unit: points
    values: { 2025-12-31: 60, 2026-03-31: 64, 2026-06-30: 68 }
  csat:
    title: Satisfaction
    unit: points
kpis:
  nps-2026:
    title: Net Promoter Score of 75
    goal: happy
    metric: nps
    owner: "@cx"
    timeframe: 2026
    baseline: 62
    target: 75
`;

type Edit = readonly [from: string, to: string];

/** The file with parts of it exchanged, each of which must be there. */
function edited(text: string, ...edits: readonly Edit[]): string {
  return edits.reduce((now, [from, to]) => {
    if (!now.includes(from)) throw new Error(`"${from}" is not there`);
    return now.replace(from, to);
  }, text);
}

const reason = (field: string, words: string): Edit => [
  "    target: ",
  `    changes: [{ date: 2026-04-02, field: ${field}, reason: ${words} }]\n    target: `,
];
const NONE = "version: 1\n";

async function workspaceOf(text: string): Promise<Workspace> {
  return (await version({ "kpi.yaml": text })).workspace;
}

interface Told {
  readonly day?: string;
  readonly kpi?: string;
  readonly parents?: readonly string[];
  readonly isEdge?: boolean;
}

/** Steps from the first text to the last one; each comes from the one before unless it says otherwise. */
async function stepsOf(texts: readonly (string | (Told & { readonly text: string }))[]): Promise<readonly LifeStep[]> {
  const steps: LifeStep[] = [];
  let last: string | null = null;
  for (const [i, given] of texts.entries()) {
    const told: Told & { text: string } = typeof given === "string" ? { text: given } : given;
    const day = told.day ?? `2026-0${i + 1}-10`;
    const parents: readonly string[] = told.parents ?? (last === null ? [] : [last]);
    steps.push({
      kpi: told.kpi ?? "nps-2026",
      commit: { id: `c${i}`, date: day, author: "Ana", subject: `change ${i}` },
      day: parseDay(day) ?? 0,
      file: "kpi.yaml",
      before: await Promise.all(parents.map(workspaceOf)),
      after: await workspaceOf(told.text),
      isEdge: told.isEdge ?? false,
    });
    last = told.text;
  }
  return steps;
}

async function life(...texts: readonly (string | (Told & { readonly text: string }))[]): Promise<Life> {
  const steps = await stepsOf(texts);
  const last = steps.at(-1);
  if (last === undefined) throw new Error("A life has a version");
  const mainline = steps.map(({ commit, after }) => ({ date: commit?.date ?? "", workspace: after }));
  return lifeOf({ kpi: last.kpi, steps, now: last.after, mainline, asOf: parseDay("2026-08-15") ?? 0 });
}

/** Every change as `commit rule field before → after direction reason`. */
function told({ entries }: Life): readonly string[] {
  return entries.flatMap(({ commit, changes }) =>
    changes.map(({ ruleId, field, before, after, direction, reason: why, asksReason }) => {
      const words = why ?? (asksReason ? "no reason" : null);
      return [commit?.id, ruleId.slice(5), field, `${before} → ${after}`, direction, words].filter(Boolean).join(" ");
    }),
  );
}

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

describe("the drift", () => {
  const target = (written: string): string => edited(FILE, ["target: 75", `target: ${written}`]);
  const lower = (text: string): string => edited(text, ["    unit: points", "    better: lower\n    unit: points"]);

  it.each<[string, string, string, object]>([
    ["nothing", FILE, FILE, { way: "same", change: 0, percent: 0 }],
    ["easier", FILE, target("72"), { way: "easier", change: -3, percent: -4 }],
    ["harder", FILE, target("90"), { way: "harder", change: 15, percent: 20 }],
    ["lower is better", lower(target("50")), lower(target("60")), { way: "easier", change: 10, percent: 20 }],
    ["from zero", lower(target("0")), lower(target("5")), { way: "easier", change: 5, percent: null }],
    ["a range", target("{ min: 60, max: 70 }"), target("{ min: 55, max: 70 }"), { way: "easier", change: null }],
    ["both bounds", target("{ min: 60, max: 70 }"), target("{ min: 55, max: 65 }"), { way: "both" }],
    ["another kind", FILE, target("{ min: 60 }"), { way: "easier", change: null, percent: null }],
    ["another metric", FILE, edited(FILE, ["metric: nps", "metric: csat"]), { way: null, change: null }],
    ["another direction", FILE, lower(FILE), { way: null, change: null }],
    ["another unit", FILE, edited(FILE, ["unit: points", "unit: score"]), { way: null, change: null }],
  ])("of %s", async (_, first, last, drift) => {
    expect((await life(first, last)).drift?.target).toMatchObject(drift);
  });

  it("counts days, easings and tightenings since it was first active", async () => {
    const draft = edited(FILE, ["    target", "    state: draft\n    target"]);
    const later = edited(FILE, ["timeframe: 2026", "timeframe: { start: 2026-01-01, end: 2027-01-10 }"]);
    const { drift } = await life(draft, FILE, target("70"), target("74"), later);
    expect(drift).toMatchObject({
      since: { id: "c1" },
      deadlineDays: 10,
      easings: 2,
      easingsWithoutReason: 2,
      tightenings: 2,
      target: { way: "same" },
    });
  });

  it("goes to the last version of one that is gone", async () => {
    const found = await life(FILE, target("70"), NONE);
    expect(found).toMatchObject({ now: null, last: { target: "70" }, drift: { target: { change: -5 } } });
  });

  it("is none for one that was never active", async () => {
    expect((await life(edited(FILE, ["    target", "    state: draft\n    target"]))).drift).toBeNull();
  });

  it("knows no days where a window has no end", async () => {
    const open = edited(FILE, ["timeframe: 2026", "timeframe: { every: monthly, start: 2026-01-01 }"]);
    expect((await life(FILE, open)).drift).toMatchObject({ deadlineDays: null, last: { end: null } });
  });
});

describe("where the history ends", () => {
  it("a KPI is first seen, not created, and once", async () => {
    const other = edited(FILE, ["@cx", "@b"]);
    const found = await life(
      { text: FILE, isEdge: true },
      { text: other, parents: [], isEdge: true },
      edited(other, ["target: 75", "target: 70"]),
    );
    expect(found.entries.map(({ isEdge, changes }) => [isEdge, changes.length])).toEqual([
      [true, 0],
      [false, 1],
    ]);
    expect(found.drift).toMatchObject({ since: { id: "c0" }, target: { change: -5 } });
  });
});

describe("targets over time", () => {
  it("are those of the line that others are merged into, while they compare", async () => {
    const csat = edited(FILE, ["metric: nps", "metric: csat"]);
    const { levels } = await life(
      csat,
      FILE,
      edited(FILE, ["@cx", "@b"]),
      edited(FILE, ["target: 75", "target: 70"]),
      NONE,
    );
    expect(levels).toEqual([
      { date: "2026-02-10", target: 75 },
      { date: "2026-04-10", target: 70 },
      { date: "2026-05-10", target: null },
    ]);
  });
});
