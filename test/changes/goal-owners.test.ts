import { describe, expect, it } from "vitest";
import { verdict as ownerChanged } from "../../src/changes/verdicts/owner-changed.ts";
import { verdict as ownerDropped } from "../../src/changes/verdicts/owner-dropped.ts";
import { changed, good } from "../../src/rules/examples.ts";
import { changesOf, changesOfExample, type Files, placeText } from "./review.ts";

type Edit = readonly [from: string, to: string];

const OF_GOAL = '    owner: "@ceo"\n';
const OF_KPI = '    owner: "@cx-lead"\n';
const SPARE: Edit = ["goals:\n", 'goals:\n  fast-answers:\n    title: Fast answers\n    owner: "team:support"\n'];

const files = (...edits: readonly Edit[]): Files => changed(...edits).files;
const reason = (field: string): Edit => [
  "    target: 75\n",
  `    target: 75\n    changes: [{ date: 2026-08-14, field: ${field}, reason: She left }]\n`,
];

async function seen(verdict: typeof ownerDropped, before: Files, after: Files) {
  const changes = await changesOf(verdict, { before, after });
  return changes.map((change) => ({
    severity: change.severity,
    message: change.message,
    entity: `${change.entity?.kind} ${change.entity?.id}`,
    values: [change.before, change.after],
    reason: change.reason,
    place: placeText(change, { before, after }),
  }));
}

describe("diff/owner-dropped", () => {
  const advice = 'say why: add { date: 2026-08-15, field: owner, reason: … } to the changes of KPI "nps-2026".';

  it.each<[string, Files, Files, Readonly<Record<string, unknown>>]>([
    [
      "a KPI without its owner",
      good.files,
      files([OF_KPI, ""]),
      {
        severity: "error",
        message: `The owner is removed: "@cx-lead"; nobody answers for it; ${advice}`,
        entity: "kpi nps-2026",
        values: ["@cx-lead", null],
        reason: null,
        place: "nps-2026",
      },
    ],
    [
      "a KPI without its owner, with a reason",
      good.files,
      files([OF_KPI, ""], reason("owner")),
      {
        severity: "warning",
        message: 'The owner is removed: "@cx-lead"; nobody answers for it.',
        entity: "kpi nps-2026",
        values: ["@cx-lead", null],
        reason: "She left",
        place: "nps-2026",
      },
    ],
    [
      "a goal without its owner",
      good.files,
      files([OF_GOAL, ""], reason("target")),
      {
        severity: "error",
        message: `The owner is removed: "@ceo"; nobody answers for it; ${advice}`,
        entity: "goal happy-customers",
        values: ["@ceo", null],
        reason: null,
        place: "happy-customers",
      },
    ],
    [
      "a goal without its owner, with a reason on its KPI",
      good.files,
      files([OF_GOAL, ""], reason("goal.owner")),
      {
        severity: "warning",
        message: 'The owner is removed: "@ceo"; nobody answers for it.',
        entity: "goal happy-customers",
        values: ["@ceo", null],
        reason: "She left",
        place: "happy-customers",
      },
    ],
    [
      "a goal without KPIs, of which nobody could say it",
      files(SPARE),
      files(SPARE, ['    owner: "team:support"\n', ""]),
      {
        severity: "warning",
        message: 'The owner is removed: "team:support"; nobody answers for it.',
        entity: "goal fast-answers",
        values: ["team:support", null],
        reason: null,
        place: "fast-answers",
      },
    ],
  ])("reports %s", async (_, before, after, expected) => {
    expect(await seen(ownerDropped, before, after)).toEqual([expected]);
    expect(await seen(ownerChanged, before, after)).toEqual([]);
  });

  it.each<[string, Files]>([
    ["another owner", files([OF_KPI, '    owner: "@support-lead"\n'])],
    ["an owner that is written badly", files([OF_KPI, "    owner: somebody\n"])],
    ["other quotation marks", files([OF_KPI, "    owner: '@cx-lead'\n"])],
    ["a KPI that is a draft now", files([OF_KPI, "    state: draft\n"])],
  ])("is silent about %s", async (_, after) => {
    expect(await seen(ownerDropped, good.files, after)).toEqual([]);
  });
});

describe("diff/owner-changed", () => {
  it.each<[string, Files, Files, string, string, string]>([
    [
      "of a KPI",
      good.files,
      files([OF_KPI, '    owner: "@support-lead"\n']),
      "kpi nps-2026",
      'The owner changes: "@cx-lead" → "@support-lead".',
      '"@support-lead"',
    ],
    [
      "of a goal",
      good.files,
      files([OF_GOAL, "    owner: team:board\n"]),
      "goal happy-customers",
      'The owner changes: "@ceo" → "team:board".',
      "team:board",
    ],
    [
      "that is added to a KPI",
      files([OF_KPI, ""]),
      good.files,
      "kpi nps-2026",
      'It has an owner now: "@cx-lead".',
      '"@cx-lead"',
    ],
    [
      "that is added to a goal",
      files([OF_GOAL, ""]),
      good.files,
      "goal happy-customers",
      'It has an owner now: "@ceo".',
      '"@ceo"',
    ],
  ])("reports an owner %s", async (_, before, after, entity, message, place) => {
    const changes = await seen(ownerChanged, before, after);
    expect(changes.map((change) => [change.severity, change.entity, change.message, change.place])).toEqual([
      ["info", entity, message, place],
    ]);
    expect(await seen(ownerDropped, before, after)).toEqual([]);
  });

  it.each<[string, Files, Files]>([
    ["an owner that is dropped", good.files, files([OF_KPI, ""])],
    ["an owner that was written badly", files([OF_KPI, "    owner: somebody\n"]), good.files],
    ["other words", good.files, files(["why: Promoters renew", "why: Promoters stay"])],
  ])("is silent about %s", async (_, before, after) => {
    expect(await seen(ownerChanged, before, after)).toEqual([]);
  });
});

describe("the examples of verdicts on owners", () => {
  it.each([
    [ownerDropped, "error"],
    [ownerChanged, "info"],
  ])("$id", async (verdict, severity) => {
    expect((await changesOfExample(verdict)).map((change) => change.severity)).toEqual([severity]);
  });
});
