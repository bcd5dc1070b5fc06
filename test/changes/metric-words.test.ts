import { describe, expect, it } from "vitest";
import type { Verdict } from "../../src/changes/define.ts";
import { verdict as cadenceLowered } from "../../src/changes/verdicts/cadence-lowered.ts";
import { verdict as definitionReworded } from "../../src/changes/verdicts/definition-reworded.ts";
import { verdict as directionFlipped } from "../../src/changes/verdicts/direction-flipped.ts";
import { verdict as metricAdded } from "../../src/changes/verdicts/metric-added.ts";
import { verdict as metricRemoved } from "../../src/changes/verdicts/metric-removed.ts";
import { verdict as unitChanged } from "../../src/changes/verdicts/unit-changed.ts";
import { changed, good } from "../../src/rules/examples.ts";
import { changesOf, changesOfExample, type Files, placeText } from "./review.ts";

type Edit = readonly [from: string, to: string];

const DEFINITION = '    definition: "% promoters (9-10) minus % detractors (0-6), rolling 90 days"\n';
const UNIT = "    unit: points\n";
const CADENCE = "    cadence: quarterly\n";
const UNUSED: Edit = [
  "metrics:\n",
  "metrics:\n  spare: { title: Spare parts, unit: parts, values: { 2026-06-30: 3 } }\n",
];

const files = (...edits: readonly Edit[]): Files => changed(...edits).files;
const reason = (field: string): Edit => [
  "    target: 75\n",
  `    target: 75\n    changes: [{ date: 2026-08-14, field: ${field}, reason: It was wrong }]\n`,
];

interface Expected {
  readonly severity: string;
  readonly message: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly place: string;
}

async function seen(verdict: Verdict, before: Files, after: Files): Promise<readonly Expected[]> {
  const changes = await changesOf(verdict, { before, after });
  return changes.map((change) => ({
    severity: change.severity,
    message: change.message,
    before: change.before,
    after: change.after,
    place: placeText(change, { before, after }),
  }));
}

describe("diff/definition-reworded", () => {
  it("shows the words that differ", async () => {
    const after = files(["rolling 90 days", "calendar quarter"]);
    const [change, ...others] = await changesOf(definitionReworded, { before: good.files, after });
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      severity: "info",
      message: 'The definition says something else: "rolling 90 days" → "calendar quarter".',
      field: "definition",
      before: "% promoters (9-10) minus % detractors (0-6), rolling 90 days",
      after: "% promoters (9-10) minus % detractors (0-6), calendar quarter",
      asksReason: false,
      entity: { kind: "metric", id: "nps" },
      kpis: ["nps-2026"],
    });
  });

  it.each<[string, Files, Files, string, string]>([
    [
      "words that are added",
      good.files,
      files(["90 days", "90 days, paid plans"]),
      'The definition says something else: added "paid plans".',
      '"% promoters (9-10) minus % detractors (0-6), rolling 90 days, paid plans"',
    ],
    [
      "many places, of which three are shown",
      files([DEFINITION, "    definition: a 1 b 2 c 3 d 4 e 5\n"]),
      files([DEFINITION, "    definition: a 6 b 7 c 8 d 9 e 0\n"]),
      'The definition says something else: "1" → "6", "2" → "7", "3" → "8", and 2 more places.',
      "a 6 b 7 c 8 d 9 e 0",
    ],
    [
      "a definition that is new",
      files([DEFINITION, ""]),
      good.files,
      'The metric has a definition now: "% promoters (9-10) minus % detractors (0…".',
      '"% promoters (9-10) minus % detractors (0-6), rolling 90 days"',
    ],
    [
      "a definition that is gone",
      good.files,
      files([DEFINITION, ""]),
      'The definition of the metric is removed: "% promoters (9-10) minus % detractors (0…".',
      "nps",
    ],
  ])("reports %s", async (_, before, after, message, place) => {
    const changes = await seen(definitionReworded, before, after);
    expect(changes.map((change) => [change.severity, change.message, change.place])).toEqual([
      ["info", message, place],
    ]);
  });

  it.each<[string, Files]>([
    ["capitals and punctuation", files(["% promoters (9-10) minus", "% Promoters, 9-10, minus"])],
    ["links and markup", files(["rolling 90 days", "[rolling](https://example.com) **90 days**"])],
    [
      "another way to fold the text",
      files([
        DEFINITION,
        "    definition: >-\n      % promoters (9-10) minus\n      % detractors (0-6), rolling 90 days\n",
      ]),
    ],
    ["another field", files(["    category: customer\n", "    category: operational\n"])],
  ])("is silent about %s", async (_, after) => {
    expect(await seen(definitionReworded, good.files, after)).toEqual([]);
  });
});

describe("diff/unit-changed", () => {
  it.each<[string, Files, Files, Expected]>([
    [
      "another unit",
      good.files,
      files([UNIT, "    unit: score\n"]),
      {
        severity: "error",
        message:
          'The unit changes: "points" → "score"; say why: add { date: 2026-08-15, field: unit, reason: … } to the changes of KPI "nps-2026".',
        before: "points",
        after: "score",
        place: "score",
      },
    ],
    [
      "another unit with its reason",
      good.files,
      files([UNIT, "    unit: score\n"], reason("unit")),
      {
        severity: "warning",
        message: 'The unit changes: "points" → "score".',
        before: "points",
        after: "score",
        place: "score",
      },
    ],
    [
      "a unit that is gone",
      good.files,
      files([UNIT, ""], reason("metric.unit")),
      {
        severity: "warning",
        message: 'The unit changes: "points" → none.',
        before: "points",
        after: null,
        place: "nps",
      },
    ],
    [
      "a unit that is new",
      files([UNIT, ""]),
      good.files,
      {
        severity: "info",
        message: 'The unit is stated, where none was stated before: "points".',
        before: null,
        after: "points",
        place: "points",
      },
    ],
    [
      "a metric that no KPI uses",
      files(UNUSED),
      files(UNUSED, ["unit: parts", "unit: boxes"]),
      {
        severity: "info",
        message: 'The unit changes: "parts" → "boxes"; no active KPI uses the metric.',
        before: "parts",
        after: "boxes",
        place: "boxes",
      },
    ],
  ])("reports %s", async (_, before, after, expected) => {
    expect(await seen(unitChanged, before, after)).toEqual([expected]);
  });

  it.each<[string, Files]>([
    ["other quotation marks", files([UNIT, "    unit: 'points'\n"])],
    ["a unit that cannot be read", files([UNIT, "    unit: [points]\n"])],
  ])("is silent about %s", async (_, after) => {
    expect(await seen(unitChanged, good.files, after)).toEqual([]);
  });
});

describe("diff/direction-flipped", () => {
  const flipped = "    unit: points\n    better: lower\n";

  it.each<[string, Files, Files, Expected]>([
    [
      "the other direction",
      good.files,
      files([UNIT, flipped]),
      {
        severity: "error",
        message:
          'The direction flips: higher is better → lower is better; say why: add { date: 2026-08-15, field: better, reason: … } to the changes of KPI "nps-2026".',
        before: "higher",
        after: "lower",
        place: "lower",
      },
    ],
    [
      "the other direction with its reason",
      good.files,
      files([UNIT, flipped], reason("direction")),
      {
        severity: "warning",
        message: "The direction flips: higher is better → lower is better.",
        before: "higher",
        after: "lower",
        place: "lower",
      },
    ],
    [
      "a direction that is taken away",
      files([UNIT, flipped]),
      files(reason("better")),
      {
        severity: "warning",
        message: "The direction flips: lower is better → higher is better.",
        before: "lower",
        after: "higher",
        place: "nps",
      },
    ],
    [
      "a metric that no KPI uses",
      files(UNUSED),
      files(UNUSED, ["unit: parts", "unit: parts, better: lower"]),
      {
        severity: "info",
        message: "The direction flips: higher is better → lower is better; no active KPI uses the metric.",
        before: "higher",
        after: "lower",
        place: "lower",
      },
    ],
  ])("reports %s", async (_, before, after, expected) => {
    expect(await seen(directionFlipped, before, after)).toEqual([expected]);
  });

  it.each<[string, Files]>([
    ["the default in words", files([UNIT, "    unit: points\n    better: higher\n"])],
    ["a direction that cannot be read", files([UNIT, "    unit: points\n    better: lowest\n"])],
  ])("is silent about %s", async (_, after) => {
    expect(await seen(directionFlipped, good.files, after)).toEqual([]);
  });
});

describe("diff/cadence-lowered", () => {
  it.each<[string, Files, Files, string, string]>([
    ["a slower cadence", good.files, files([CADENCE, "    cadence: yearly\n"]), "quarterly → yearly", "yearly"],
    ["slower than the default", files([CADENCE, ""]), good.files, "monthly → quarterly", "quarterly"],
    [
      "the default, where it is slower",
      files([CADENCE, "    cadence: daily\n"]),
      files([CADENCE, ""]),
      "daily → monthly",
      "nps",
    ],
    [
      "two weeks for one",
      files([CADENCE, "    cadence: weekly\n"]),
      files([CADENCE, "    cadence: biweekly\n"]),
      "weekly → biweekly",
      "biweekly",
    ],
  ])("reports %s", async (_, before, after, words, place) => {
    const changes = await changesOf(cadenceLowered, { before, after });
    expect(changes.map(({ severity, message, asksReason }) => [severity, message, asksReason])).toEqual([
      ["info", `The metric is measured less often: ${words}.`, false],
    ]);
    expect(changes.map((change) => placeText(change, { before, after }))).toEqual([place]);
    expect(changes.map(({ before: old, after: now }) => `${old} → ${now}`)).toEqual([words]);
  });

  it.each<[string, Files, Files]>([
    ["a faster cadence", good.files, files([CADENCE, "    cadence: weekly\n"])],
    ["the default in words", files([CADENCE, ""]), files([CADENCE, "    cadence: monthly\n"])],
    [
      "a cadence that cannot be read",
      files([CADENCE, "    cadence: daily\n"]),
      files([CADENCE, "    cadence: often\n"]),
    ],
  ])("is silent about %s", async (_, before, after) => {
    expect(await seen(cadenceLowered, before, after)).toEqual([]);
  });
});

describe("diff/metric-added and diff/metric-removed", () => {
  const ratio: Edit = ["metrics:\n", "metrics:\n  share: { title: Share of spares, derived: { ratio: [nps, nps] } }\n"];
  const empty: Edit = ["metrics:\n", "metrics:\n  spare: { title: Spare parts, unit: parts }\n"];
  const two: Edit = [
    "metrics:\n",
    "metrics:\n  spare: { title: Spare parts, values: { 2026-05-31: 1, 2026-06-30: 3 } }\n",
  ];

  it.each<[Edit, string, string, string]>([
    [UNUSED, "spare", '"Spare parts", with one value', '"Spare parts", with one value'],
    [two, "spare", '"Spare parts", with 2 values', '"Spare parts", with 2 values'],
    [empty, "spare", '"Spare parts", no value yet', '"Spare parts"'],
    [ratio, "share", '"Share of spares", computed from other metrics', '"Share of spares"'],
  ])("%j is new, or gone", async (edit, id, added, removed) => {
    const [without, having] = [good.files, files(edit)];
    expect(await seen(metricAdded, without, having)).toEqual([
      { severity: "info", message: `The metric is new: ${added}.`, before: null, after: id, place: id },
    ]);
    expect(await seen(metricRemoved, having, without)).toEqual([
      { severity: "info", message: `The metric is deleted: ${removed}.`, before: id, after: null, place: id },
    ]);
    expect(await seen(metricAdded, having, without)).toEqual([]);
    expect(await seen(metricRemoved, without, having)).toEqual([]);
  });

  it("names the KPIs that it bears on", async () => {
    const renamed = files(["  nps:\n", "  score:\n"], ["metric: nps", "metric: score"]);
    const input = { before: good.files, after: renamed };
    expect((await changesOf(metricAdded, input)).map(({ kpis }) => kpis)).toEqual([["nps-2026"]]);
    expect((await changesOf(metricRemoved, input)).map(({ kpis }) => kpis)).toEqual([["nps-2026"]]);
  });

  it("is silent about a metric that moves to another file", async () => {
    const spare = "version: 1\nmetrics:\n  spare: { title: Spare parts, unit: parts, values: { 2026-06-30: 3 } }\n";
    const after = { "kpi.yaml": good.files["kpi.yaml"] ?? "", "kpis/spare.yaml": spare };
    expect(await seen(metricAdded, files(UNUSED), after)).toEqual([]);
    expect(await seen(metricRemoved, files(UNUSED), after)).toEqual([]);
  });

  it("says nothing of what stands in a file that cannot be read", async () => {
    const after = { "kpi.yaml": `${good.files["kpi.yaml"]}\n---\n: [\n` };
    const before = {
      "kpi.yaml": `${good.files["kpi.yaml"]}\n---\nversion: 1\nmetrics: { spare: { title: Spare parts } }\n`,
    };
    expect(await seen(metricRemoved, before, after)).toEqual([]);
  });
});

describe("the examples of verdicts on metrics", () => {
  it.each([
    [definitionReworded, "info"],
    [unitChanged, "error"],
    [directionFlipped, "error"],
    [cadenceLowered, "info"],
    [metricAdded, "info"],
    [metricRemoved, "info"],
  ])("$id", async (verdict, severity) => {
    expect((await changesOfExample(verdict)).map((change) => change.severity)).toEqual([severity]);
  });
});
