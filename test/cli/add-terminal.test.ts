import { readdirSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { Folder, GOOD } from "../support/cli.ts";
import { BREAK_OFF, ENTER, person } from "./add-script.ts";
import { add, expectCanonical, KPI_FLAGS, read, readAt, WORKSPACE } from "./add-support.ts";

let folder: Folder | null = null;

function at(files: Record<string, string | Uint8Array> = {}): Folder {
  folder = new Folder(files);
  return folder;
}

afterEach(() => {
  folder?.drop();
  folder = null;
});

describe("kpi add on a terminal", () => {
  const NEW_METRIC = {
    "Specific: what is measured?": "Net Promoter Score",
    "Specific: what is counted": "Promoters less detractors",
    "Measurable: in which unit?": "points",
    "Measurable: which direction": ENTER,
    "Measurable: how do the values": ENTER,
    "Measurable: how often is there": "quarterly",
    "Relevant: which side": "customer",
    "Measurable: where do the values": "survey tool",
    "Measurable: how do they get": "manual",
  };
  const NEW_GOAL = {
    "Specific: what is wanted?": "Customers stay",
    "Achievable: what is available": ENTER,
    "Relevant: why is it wanted?": "Every tenth customer left",
    "Time-bound: when does it hold?": "2026",
  };
  const NEW_KPI = {
    "Specific: what will be reached": "Net Promoter Score of 75 in 2026",
    "Measurable: what is the target?": "75",
    "Measurable: where does it start": "62",
    "Relevant: how does reaching": "Promoters renew",
    "Relevant: what will be done": ENTER,
    "Time-bound: in which timeframe?": "2026",
    "Time-bound: how often": ENTER,
    "Add it?": "add",
  };

  it("makes a KPI with its goal and metric in an empty folder", async () => {
    const home = at();
    const ask = person({
      ...NEW_METRIC,
      ...NEW_GOAL,
      ...NEW_KPI,
      "Id of the": ["nps-2026", "nps", "happy-customers"],
      "Who answers": ["@ceo", "@ceo"],
    });
    const { status, out, notes } = await add(home, ["kpi"], {}, ask);
    expect(status).toBe(0);
    expect(ask.seen.complaints).toEqual([]);
    expect(out).toMatch(
      /^Added goal happy-customers to kpi\.yaml \(line \d+\)\.\nAdded metric nps .*\nAdded KPI nps-2026 /,
    );
    expect(notes).toContain("│  Achievable? From 62 to 75 points: +21 %.\n");
    expect(ask.seen.initial["Id of the goal, which other files and commands use:"]).toBe("customers-stay");
    const text = read(home);
    expectCanonical(text);
    expect(readAt(text, "kpis", "nps-2026")).toEqual({
      title: "Net Promoter Score of 75 in 2026",
      goal: "happy-customers",
      metric: "nps",
      timeframe: 2026,
      target: 75,
      owner: "@ceo",
      baseline: 62,
      why: "Promoters renew",
      review: { every: "quarterly" },
    });
    expect(readAt(text, "metrics", "nps")).toEqual({
      title: "Net Promoter Score",
      definition: "Promoters less detractors",
      category: "customer",
      unit: "points",
      cadence: "quarterly",
      source: { system: "survey tool", how: "manual" },
    });
  });

  it("asks in the order of SMART, offers what is there, and skips what flags say", async () => {
    const home = at({ "kpi.yaml": WORKSPACE });
    const ask = person({
      ...NEW_KPI,
      "Specific: which metric": "nps",
      "Relevant: which goal": "happy-customers",
      "Measurable: where does it start": ENTER,
      "Who answers": "@cx-lead",
    });
    const { status } = await add(home, ["kpi", "nps-2026"], { why: "They renew" }, ask);
    expect(status).toBe(0);
    expect(ask.seen.questions.map((question) => question.split(/[:?]/)[0])).toEqual([
      ...["Specific", "Specific", "Measurable", "Measurable", "Relevant", "Relevant", "Time-bound", "Time-bound"],
      "Who answers for the KPI",
      "Add it",
    ]);
    expect(ask.seen.choices).toMatchObject({
      "Specific: which metric shows it?": ["nps", "a new metric"],
      "Relevant: which goal does it serve?": ["happy-customers", "a new goal"],
      "Time-bound: in which timeframe?": ["2026", "2026-Q3", "another one"],
      "Who answers for the KPI?": ["@ceo", "@cx-lead", "somebody else"],
    });
    expect(ask.seen.initial["Measurable: where does it start from?"]).toBe("{ value: 68, date: 2026-06-30 }");
    expect(read(home)).toContain("    baseline: { value: 68, date: 2026-06-30 }\n    why: They renew\n");
    expect(read(home)).toContain("# More goals come in autumn.");
  });

  it("says what is wrong with an answer while it is typed", async () => {
    const ask = person({
      ...NEW_KPI,
      "Specific: what will be reached": ["", "ab", "Net Promoter Score of 75 in 2026"],
      "Id of the": ["nps-2025", "Nps", "nps-2026"],
      "Specific: which metric": "nps",
      "Measurable: what is the target?": ["lots", "1,200", "75"],
      "Measurable: where does it start": ["80", "62"],
      "Relevant: which goal": "happy-customers",
      "Time-bound: in which timeframe?": ["another one", "2026-Q5", "2026-Q4"],
      "Who answers": ["somebody else", "ana", '"@ana"'],
    });
    const { status } = await add(at({ "kpi.yaml": WORKSPACE }), ["kpi"], {}, ask);
    expect(status).toBe(0);
    expect(ask.seen.complaints).toEqual([
      expect.stringMatching(/^Write something such as Net Promoter Score/),
      "`title` has 2 characters: write 3 to 250.",
      expect.stringMatching(/^There is a KPI "nps-2025" already/),
      expect.stringMatching(/^"Nps" is no id/),
      expect.stringMatching(/^`target` says "lots"/),
      expect.stringMatching(/write 1200 without separators/),
      expect.stringMatching(/^This cannot be judged: its target lies on the worse side of where it starts\. Write/),
      expect.stringMatching(/there is no period 2026-Q5/),
      expect.stringMatching(/^`owner`: write a person as "@ana"/),
    ]);
    expect(readAt(read(folder as Folder), "kpis", "nps-2026")).toMatchObject({ owner: "@ana", timeframe: "2026-Q4" });
  });

  it("shows what would make it SMARTer, and lets an answer be changed, before it is added", async () => {
    const ask = person({
      ...NEW_KPI,
      "Specific: what will be reached": ["TBD", "Significantly increase the score", "Reach 75 points in 2026"],
      "Id of the": ENTER,
      "Specific: which metric": "nps",
      "Relevant: which goal": "happy-customers",
      "Who answers": "@ceo",
      "It cannot be added": "change",
      "Add it?": ["change", "add"],
      "Which answer?": ["title", "title"],
    });
    const { status, notes } = await add(at({ "kpi.yaml": WORKSPACE }), ["kpi"], {}, ask);
    expect(status).toBe(0);
    expect(notes).toMatch(/│ {2}kpi\.yaml, line 28:\n│ {4}tbd:\n│ {6}title: TBD\n/);
    expect(notes).toContain("specific/placeholder");
    expect(notes).toMatch(/│ {2}This would make it SMARTer:\n│ {4}⚠ "Significantly" means something else/);
    expect(ask.seen.choices["It cannot be added like this."]).toEqual(["Change an answer", "Add nothing"]);
    expect(readAt(read(folder as Folder), "kpis", "tbd", "title")).toBe("Reach 75 points in 2026");
  });

  it("needs a baseline for a change, where the data have none", async () => {
    const home = at({ "kpi.yaml": WORKSPACE.replace(/ {4}values:\n(?: {6}.*\n)+/, "") });
    const ask = person({
      ...NEW_KPI,
      "Id of the": ENTER,
      "Specific: which metric": "nps",
      "Measurable: what is the target?": "+10%",
      "Measurable: where does it start": ["", "60"],
      "Relevant: which goal": "happy-customers",
      "Who answers": "@ceo",
    });
    const { status, notes } = await add(home, ["kpi"], {}, ask);
    expect(status).toBe(0);
    expect(ask.seen.complaints).toEqual([expect.stringContaining("its target is relative and there is no baseline")]);
    expect(notes).toContain("Achievable? From 60 to 66 points: +10 %.");
  });

  it("asks with --yes only for what nothing is proposed for", async () => {
    const ask = person({
      "Specific: what will": "Reach 75",
      "Measurable: what is the target?": "75",
      "Add it?": "add",
    });
    const { status } = await add(at({ "kpi.yaml": GOOD }), ["kpi"], { yes: true }, ask);
    expect(status).toBe(0);
    expect(ask.seen.questions).toHaveLength(3);
  });

  it("asks for the title of a draft only", async () => {
    const ask = person({ "Specific: what will": "Answer faster", "Id of the": ENTER, "Add it?": "add" });
    expect((await add(at(), ["kpi"], { draft: true }, ask)).status).toBe(0);
    expect(read(folder as Folder)).toMatch(/kpis:\n {2}answer-faster:\n {4}title: Answer faster\n {4}state: draft\n$/);
  });

  it("asks nothing where flags say all that is needed, and nothing for programs", async () => {
    const ask = person({});
    const home = at({ "kpi.yaml": GOOD });
    expect((await add(home, ["kpi", "k"], KPI_FLAGS, ask)).status).toBe(0);
    const { status, notes } = await add(home, ["kpi"], { format: ["json"] }, ask);
    expect({ status, notes }).toMatchObject({ status: 2, notes: expect.stringContaining("still needs --title") });
    expect(ask.seen.questions).toEqual([]);
  });

  it.each([
    ["the first question", { "Specific: what will": BREAK_OFF }],
    ["an id", { ...NEW_KPI, "Id of the": BREAK_OFF }],
    ["a list", { ...NEW_KPI, "Id of the": ENTER, "Specific: which metric": BREAK_OFF }],
    [
      "a new metric",
      { ...NEW_KPI, "Id of the": ENTER, "Specific: which metric": "+", "Specific: what is measured": BREAK_OFF },
    ],
    [
      "the last question",
      {
        ...NEW_KPI,
        "Id of the": ENTER,
        "Specific: which metric": "nps",
        "Relevant: which goal": "happy-customers",
        "Who answers": "@ceo",
        "Add it?": BREAK_OFF,
      },
    ],
  ])("writes nothing where Ctrl-C ends %s", async (_, replies) => {
    const home = at({ "kpi.yaml": WORKSPACE });
    const { status, out, notes } = await add(home, ["kpi"], {}, person(replies));
    expect({ status, out }).toEqual({ status: 130, out: "" });
    expect(notes).toMatch(/kpi: Nothing was added\.\n$/);
    expect(read(home)).toBe(WORKSPACE);
    expect(readdirSync(home.path)).toEqual(["kpi.yaml"]);
  });
});
