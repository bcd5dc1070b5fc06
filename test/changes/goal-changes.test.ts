import { describe, expect, it } from "vitest";
import type { Verdict } from "../../src/changes/define.ts";
import { verdict as goalAdded } from "../../src/changes/verdicts/goal-added.ts";
import { verdict as goalRedefined } from "../../src/changes/verdicts/goal-redefined.ts";
import { verdict as goalRemoved } from "../../src/changes/verdicts/goal-removed.ts";
import { changed, good } from "../../src/rules/examples.ts";
import { changesOf, changesOfExample, type Files, placeText } from "./review.ts";

type Edit = readonly [from: string, to: string];

const RESOURCES = "    resources: One survey tool, a day a week of the support lead\n";
const OWNER = '    owner: "@ceo"\n';
const GOAL = `  happy-customers:
    title: Customers stay because they are happy
    owner: "@ceo"
    resources: One survey tool, a day a week of the support lead
    timeframe: 2026
`;
const SPARE: Edit = ["goals:\n", 'goals:\n  fast-answers: { title: Fast answers, owner: "@ceo" }\n'];
const DROPPED: Edit = [OWNER, `${OWNER}    state: dropped\n`];
const CALENDAR: Edit = ["    timeframe: 2026\n\nmetrics", "    timeframe: 2026\n\nmetrics"];

const files = (...edits: readonly Edit[]): Files => changed(...edits).files;
const timeframe = (words: string): Edit => [CALENDAR[0], `    timeframe: ${words}\n\nmetrics`];
const reason = (field: string): Edit => [
  "    target: 75\n",
  `    target: 75\n    changes: [{ date: 2026-08-14, field: ${field}, reason: The market changed }]\n`,
];
const removed = (id: string): Edit => [
  "version: 1\n",
  `version: 1\nremoved: { ${id}: { on: 2026-08-14, reason: The board decided } }\n`,
];

async function seen(verdict: Verdict, before: Files, after: Files) {
  const changes = await changesOf(verdict, { before, after });
  return changes.map((change) => ({
    severity: change.severity,
    message: change.message,
    before: change.before,
    after: change.after,
    reason: change.reason,
    place: placeText(change, { before, after }),
  }));
}

describe("diff/goal-added", () => {
  it.each<[string, Edit, string, string]>([
    ["a goal", SPARE, 'The goal is new: "Fast answers".', "fast-answers"],
    [
      "a goal under another",
      ["goals:\n", 'goals:\n  fast-answers: { title: Fast answers, owner: "@ceo", parent: happy-customers }\n'],
      'The goal is new, under happy-customers: "Fast answers".',
      "fast-answers",
    ],
    [
      "a goal without a title",
      ["goals:\n", 'goals:\n  fast-answers: { owner: "@ceo" }\n'],
      'The goal is new: "fast-answers".',
      "fast-answers",
    ],
  ])("reports %s", async (_, edit, message, place) => {
    expect(await seen(goalAdded, good.files, files(edit))).toEqual([
      { severity: "info", message, before: null, after: "fast-answers", reason: null, place },
    ]);
    expect(await seen(goalAdded, files(edit), good.files)).toEqual([]);
  });
});

describe("diff/goal-removed", () => {
  const line = "removed: { happy-customers: { on: 2026-08-15, reason: … } }";

  it.each<[string, Files, Files, Readonly<Record<string, unknown>>]>([
    [
      "a goal that is deleted",
      good.files,
      files([GOAL, ""]),
      {
        severity: "error",
        message: `The goal is deleted; one active KPI served it; say why: add ${line} at the top level of a file.`,
        before: "active",
        after: "deleted",
        reason: null,
        place: "happy-customers",
      },
    ],
    [
      "a goal that is deleted, with its reason",
      good.files,
      files([GOAL, ""], removed("happy-customers")),
      {
        severity: "warning",
        message: "The goal is deleted; one active KPI served it.",
        before: "active",
        after: "deleted",
        reason: "The board decided",
        place: "happy-customers",
      },
    ],
    [
      "a goal that is deleted, with the reason of another",
      good.files,
      files([GOAL, ""], removed("fast-answers")),
      {
        severity: "error",
        message: `The goal is deleted; one active KPI served it; say why: add ${line} at the top level of a file.`,
        before: "active",
        after: "deleted",
        reason: null,
        place: "happy-customers",
      },
    ],
    [
      "a goal that is dropped",
      good.files,
      files(DROPPED),
      {
        severity: "error",
        message:
          'The goal is dropped; one active KPI served it; say why: add { date: 2026-08-15, field: goal, reason: … } to the changes of KPI "nps-2026".',
        before: "active",
        after: "dropped",
        reason: null,
        place: "dropped",
      },
    ],
    [
      "a goal that is dropped, with an entry on its KPI",
      good.files,
      files(DROPPED, reason("goal.state")),
      {
        severity: "warning",
        message: "The goal is dropped; one active KPI served it.",
        before: "active",
        after: "dropped",
        reason: "The market changed",
        place: "dropped",
      },
    ],
    [
      "a goal that is dropped, with its reason among what is removed",
      good.files,
      files(DROPPED, removed("happy-customers")),
      {
        severity: "warning",
        message: "The goal is dropped; one active KPI served it.",
        before: "active",
        after: "dropped",
        reason: "The board decided",
        place: "dropped",
      },
    ],
    [
      "a goal that is dropped when its KPI serves another one",
      files(SPARE),
      files(SPARE, DROPPED, ["goal: happy-customers", "goal: fast-answers"]),
      {
        severity: "error",
        message: `The goal is dropped; one active KPI served it; say why: add ${line} at the top level of a file.`,
        before: "active",
        after: "dropped",
        reason: null,
        place: "dropped",
      },
    ],
    [
      "a goal without KPIs that is deleted",
      files(SPARE),
      good.files,
      {
        severity: "info",
        message: "The goal is deleted; no active KPI served it.",
        before: "active",
        after: "deleted",
        reason: null,
        place: "fast-answers",
      },
    ],
    [
      "a goal that only drafts served",
      files(["    target: 75\n", "    target: 75\n    state: draft\n"]),
      files(["    target: 75\n", "    target: 75\n    state: draft\n"], DROPPED),
      {
        severity: "info",
        message: "The goal is dropped; no active KPI served it.",
        before: "active",
        after: "dropped",
        reason: null,
        place: "dropped",
      },
    ],
  ])("reports %s", async (_, before, after, expected) => {
    expect(await seen(goalRemoved, before, after)).toEqual([expected]);
  });

  it("says what it bears on", async () => {
    const changes = await changesOf(goalRemoved, { before: good.files, after: files([GOAL, ""]) });
    expect(changes).toMatchObject([
      { entity: { kind: "goal", id: "happy-customers" }, side: "base", asksReason: true, kpis: ["nps-2026"] },
    ]);
  });

  it("does not take a removal that was explained before", async () => {
    const before = files(removed("happy-customers"));
    const after = files([GOAL, ""], removed("happy-customers"));
    expect((await changesOf(goalRemoved, { before, after })).map(({ severity }) => severity)).toEqual(["error"]);
  });

  it.each<[string, Files, Files]>([
    ["a goal that is done", good.files, files([OWNER, `${OWNER}    state: done\n`])],
    ["a goal that was dropped before", files(DROPPED), files(DROPPED, ["resources: One", "resources: Another"])],
    [
      "a goal that moves to another file",
      good.files,
      { "kpi.yaml": files([GOAL, ""])["kpi.yaml"] ?? "", "kpis/goals.yaml": `version: 1\ngoals:\n${GOAL}` },
    ],
    [
      "a goal in a file that cannot be read",
      { "kpi.yaml": `${files([GOAL, ""])["kpi.yaml"]}\n---\nversion: 1\ngoals:\n${GOAL}` },
      { "kpi.yaml": `${files([GOAL, ""])["kpi.yaml"]}\n---\nversion: 1\ngoals: [\n` },
    ],
  ])("is silent about %s", async (_, before, after) => {
    expect(await seen(goalRemoved, before, after)).toEqual([]);
  });
});

describe("diff/goal-redefined", () => {
  const parent: Edit = [OWNER, `${OWNER}    parent: fast-answers\n`];

  it.each<[string, Files, Files, Readonly<Record<string, unknown>>]>([
    [
      "another timeframe",
      good.files,
      files(timeframe("2026-H2")),
      {
        message: "The timeframe of the goal changes: 2026 → 2026-07-01 to 2026-12-31.",
        before: "2026",
        after: "2026-07-01 to 2026-12-31",
        place: "2026-H2",
      },
    ],
    [
      "a timeframe that is taken away",
      good.files,
      files([CALENDAR[0], "\nmetrics"]),
      {
        message: "The timeframe of the goal changes: 2026 → no timeframe.",
        before: "2026",
        after: null,
        place: "happy-customers",
      },
    ],
    [
      "the same label in another fiscal year",
      { ...files(timeframe("FY2026")), "kpi.config.yaml": "version: 1\n" },
      { ...files(timeframe("FY2026")), "kpi.config.yaml": "version: 1\nfiscal_year_starts: 04-01\n" },
      {
        message: "The timeframe of the goal changes: 2026 → 2026-04-01 to 2027-03-31.",
        before: "2026",
        after: "2026-04-01 to 2027-03-31",
        place: "FY2026",
      },
    ],
    [
      "a parent",
      files(SPARE),
      files(SPARE, parent),
      {
        message: "The parent of the goal changes: none → fast-answers.",
        before: null,
        after: "fast-answers",
        place: "fast-answers",
      },
    ],
    [
      "a parent that is taken away",
      files(SPARE, parent),
      files(SPARE),
      {
        message: "The parent of the goal changes: fast-answers → none.",
        before: "fast-answers",
        after: null,
        place: "happy-customers",
      },
    ],
    [
      "a parent that has another id",
      files(SPARE, parent),
      files(
        ["goals:\n", 'goals:\n  quick-answers: { title: Fast answers, owner: "@ceo" }\n'],
        [OWNER, `${OWNER}    parent: quick-answers\n`],
      ),
      {
        message: "The parent of the goal changes: fast-answers → quick-answers.",
        before: "fast-answers",
        after: "quick-answers",
        place: "quick-answers",
      },
    ],
  ])("reports %s", async (_, before, after, expected) => {
    expect(await seen(goalRedefined, before, after)).toEqual([{ severity: "warning", reason: null, ...expected }]);
    const changes = await changesOf(goalRedefined, { before, after });
    expect(changes.map(({ asksReason, kpis }) => [asksReason, kpis])).toEqual([[false, ["nps-2026"]]]);
  });

  it("reports both", async () => {
    const changes = await changesOf(goalRedefined, {
      before: files(SPARE),
      after: files(SPARE, parent, timeframe("2026-H2")),
    });
    expect(changes.map(({ field }) => field)).toEqual(["timeframe", "parent"]);
  });

  it.each<[string, Files]>([
    ["the same days in other words", files(timeframe("{ start: 2026-01-01, end: 2026-12-31 }"))],
    ["a timeframe that cannot be read", files(timeframe("next year"))],
    ["other words", files([RESOURCES, "    resources: Two survey tools\n"])],
    ["another owner", files([OWNER, '    owner: "@cto"\n'])],
  ])("is silent about %s", async (_, after) => {
    expect(await seen(goalRedefined, good.files, after)).toEqual([]);
  });
});

describe("the examples of verdicts on goals", () => {
  it.each([
    [goalAdded, "info"],
    [goalRemoved, "error"],
    [goalRedefined, "warning"],
  ])("$id", async (verdict, severity) => {
    expect((await changesOfExample(verdict)).map((change) => change.severity)).toEqual([severity]);
  });
});
