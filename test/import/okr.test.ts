import { describe, expect, it } from "vitest";
import type { ImportSettings } from "../../src/import/model.ts";
import { readOkrJson } from "../../src/import/okr.ts";
import { importOkrs } from "../../src/import/table.ts";
import { day, definitionOf, importCsv, remarksOf, settings } from "./support.ts";

function read(value: unknown, more: Partial<ImportSettings> = {}) {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const result = readOkrJson({ name: "okrs.json", text }, settings(more));
  if (!result.ok) throw new Error(result.message);
  return importOkrs(result.okrs, settings(more));
}

const OKRS = {
  objectives: [
    {
      id: "happy",
      title: "Customers stay because they are happy",
      owner: "@ceo",
      quarter: "Q3 2026",
      description: "Every tenth left last year.",
      keyResults: [
        {
          title: "Raise NPS",
          start: 62,
          target: 75,
          current: 68,
          updatedAt: "2026-07-31T10:00:00Z",
          owner: "cx@example.com",
          unit: "points",
        },
        { title: "Cut first response time", startValue: 8, targetValue: 4, unit: "hours", due: "2026-08-31" },
        { title: "Publish the help centre", type: "milestone" },
        { title: "Keep uptime", target: "at least 99.9 %", type: "percentage" },
        { title: "Undecided", target: "TBD" },
      ],
      children: [{ title: "Support is quick", owner: { name: "Support", handle: "@support" }, keyResults: [] }],
    },
  ],
};

describe("OKRs in JSON", () => {
  const imported = read(OKRS);

  it("objectives are goals", () => {
    expect(definitionOf(imported, "goal", "happy")).toEqual({
      title: "Customers stay because they are happy",
      owner: "@ceo",
      why: "Every tenth left last year.",
      timeframe: "2026-Q3",
    });
    expect(definitionOf(imported, "goal", "support-is-quick")).toEqual({
      title: "Support is quick",
      owner: "@support",
      parent: "happy",
    });
  });

  it("key results are KPIs with a metric each, with owner and time of their objective", () => {
    expect(definitionOf(imported, "kpi", "raise-nps")).toEqual({
      title: "Raise NPS",
      goal: "happy",
      metric: "raise-nps",
      owner: "cx@example.com",
      timeframe: "2026-Q3",
      baseline: 62,
      target: 75,
    });
    expect(imported.data).toEqual([
      {
        metric: "raise-nps",
        records: [
          ["date", "value"],
          ["2026-07-31", "68"],
        ],
      },
    ]);
    expect(definitionOf(imported, "kpi", "keep-uptime")).toMatchObject({ owner: "@ceo", target: { min: 99.9 } });
  });

  it("where it begins and ends tells which direction is better", () => {
    expect(definitionOf(imported, "kpi", "cut-first-response-time")).toMatchObject({
      baseline: 8,
      target: 4,
      timeframe: { start: "2026-01-01", end: "2026-08-31" },
    });
    expect(definitionOf(imported, "metric", "cut-first-response-time")).toMatchObject({
      unit: "hours",
      better: "lower",
    });
    expect(definitionOf(imported, "metric", "raise-nps")).not.toHaveProperty("better");
  });

  it("a milestone is done or not", () => {
    expect(definitionOf(imported, "kpi", "publish-the-help-centre")).toMatchObject({ target: true });
    expect(definitionOf(imported, "metric", "publish-the-help-centre")).toMatchObject({ unit: "boolean" });
  });

  it("what is not decided is a draft", () => {
    expect(definitionOf(imported, "kpi", "undecided")).toMatchObject({
      state: "draft",
      "x-imported": { target: "TBD" },
    });
    expect(remarksOf(imported, "not-understood")).toEqual([
      "objective 1, key result 5 | target | TBD | it is not decided yet",
    ]);
  });

  it.each<readonly [string, unknown]>([
    ["a list", [{ name: "Grow", owner: "@a", krs: [{ name: "Visits", from: 1, to: 2, year: 2026 }] }]],
    [
      "one objective",
      { objective: "Grow", owner: "@a", key_results: [{ description: "Visits", initial: 1, goal: 2, period: "2026" }] },
    ],
    [
      "other names",
      {
        okrs: [
          {
            title: "Grow",
            owner: "@a",
            end: "2026-12-31",
            "Key Results": [{ text: "Visits", "Start Value": "1", "Target Value": "2" }],
          },
        ],
      },
    ],
    [
      "a byte order mark",
      `\uFEFF${JSON.stringify([{ title: "Grow", owner: "@a", year: 2026, results: [{ title: "Visits", start: 1, target: 2 }] }])}`,
    ],
  ])("in %s", (_, value) => {
    expect(definitionOf(read(value), "kpi", "visits")).toEqual({
      title: "Visits",
      goal: "grow",
      metric: "visits",
      owner: "@a",
      timeframe: 2026,
      baseline: 1,
      target: 2,
    });
  });

  it("a history has a date for each value; a current value without one needs --date", () => {
    const history = [
      {
        title: "Grow",
        owner: "@a",
        year: 2026,
        krs: [{ title: "Visits", target: 2, history: [{ date: "2026-01-31", value: 1 }] }],
      },
    ];
    expect(read(history).data[0]?.records[1]).toEqual(["2026-01-31", "1"]);
    const current = [{ title: "Grow", owner: "@a", year: 2026, krs: [{ title: "Visits", target: 2, current: 1 }] }];
    expect(remarksOf(read(current))).toEqual([
      "objective 1, key result 1 | current | 1 | its day is not known; say it with --date",
    ]);
    expect(read(current, { valueDay: day("2026-06-30") }).data[0]?.records[1]).toEqual(["2026-06-30", "1"]);
  });

  const objective = (...keyResults: readonly unknown[]) => [
    { title: "Happy clinics", owner: "@ana", period: "2026-Q3", keyResults },
  ];

  it("a key result in one sentence says its target there", () => {
    const imported = read(objective("Increase NPS from 62 to 75", "Reduce churn to 2 %", "Answer every call"));
    expect(definitionOf(imported, "kpi", "increase-nps-from-62-to-75")).toEqual({
      title: "Increase NPS from 62 to 75",
      goal: "happy-clinics",
      metric: "increase-nps-from-62-to-75",
      owner: "@ana",
      timeframe: "2026-Q3",
      baseline: 62,
      target: 75,
    });
    expect(definitionOf(imported, "kpi", "reduce-churn-to-2")).toMatchObject({ target: 2 });
    expect(definitionOf(imported, "metric", "reduce-churn-to-2")).toMatchObject({ unit: "%", better: "lower" });
    expect(definitionOf(imported, "kpi", "answer-every-call")).toMatchObject({
      state: "draft",
      "x-imported": { target: "Answer every call" },
    });
    expect(remarksOf(imported)).toHaveLength(1);
  });

  it.each<readonly [string, object, object, readonly string[]]>([
    [
      "an amount with its unit",
      { start: [62], target: { value: 75, unit: "points" } },
      { baseline: 62, target: 75 },
      [],
    ],
    [
      "an amount with more beside it",
      { target: { value: 75, note: "agreed in May" } },
      { target: 75 },
      ["objective 1, key result 1 | target.note | agreed in May | no part of a goal or KPI is known for it"],
    ],
    [
      "an object that says nothing known",
      { start: 62, target: { a: 1 } },
      { state: "draft", baseline: 62, "x-imported": { target: '{"a":1}' } },
      ['objective 1, key result 1 | target | {"a":1} | it says more than one amount'],
    ],
    [
      "several numbers",
      { target: [70, 75] },
      { state: "draft", "x-imported": { target: "70, 75" } },
      ["objective 1, key result 1 | target | 70, 75 | it holds several numbers, or a comparison that has no form"],
    ],
    [
      "a baseline of something that is done",
      { start: 3, target: "done" },
      { target: true, "x-imported": { baseline: "3" } },
      ["objective 1, key result 1 | baseline | 3 | what is done or not begins nowhere"],
    ],
  ])("reads %s as far as it is clear", (_, parts, expected, remarks) => {
    const imported = read(objective({ title: "Net Promoter Score", ...parts }));
    expect(definitionOf(imported, "kpi", "net-promoter-score")).toMatchObject(expected);
    expect(remarksOf(imported)).toEqual(remarks);
  });

  it("an objective whose title is no title leaves drafts", () => {
    const imported = read([{ title: "O", owner: "@ana", why: "Because.", krs: [{ title: "Visits", target: 5 }] }]);
    expect(imported.entities.map(({ kind }) => kind)).toEqual(["metric", "kpi"]);
    expect(definitionOf(imported, "kpi", "visits")).toMatchObject({ state: "draft", "x-imported": { goal: "O" } });
    expect(remarksOf(imported, "left-out")).toEqual([
      "objective 1 | title | O | the title of a goal has at least 3 characters",
      "objective 1 | owner | @ana | its goal is left out",
      "objective 1 | why | Because. | its goal is left out",
    ]);
  });

  it("what is not understood of an objective stays beside it", () => {
    const imported = read([{ title: "Grow", owner: "Ana & Ben", period: "soon", parent: "elsewhere" }], {
      owner: "@ceo",
    });
    expect(definitionOf(imported, "goal", "grow")).toEqual({
      title: "Grow",
      owner: "@ceo",
      "x-imported": { owner: "Ana & Ben", parent: "elsewhere", timeframe: "soon" },
    });
    expect(remarksOf(imported, "not-understood")).toHaveLength(3);
  });

  it("keys that mean nothing here are told with what they hold", () => {
    const odd = [
      {
        title: "Grow",
        owner: "@a",
        year: 2026,
        colour: "red",
        krs: [{ title: "Visits", target: 2, colour: "blue", progress: 5 }],
      },
    ];
    expect(remarksOf(read({ objectives: odd, cycle: { name: "Spring" } }))).toEqual([
      "objective 1, key result 1 | colour | blue | no part of a goal or KPI is known for it",
      "objective 1, key result 1 | progress | 5 | it is worked out from targets and values here",
      "objective 1 | colour | red | no part of a goal or KPI is known for it",
      'cycle | {"name":"Spring"} | no part of a goal or KPI is known for it',
    ]);
  });

  it.each([
    ["{", /okrs\.json is no JSON/],
    ["[]", /holds no objectives; write/],
    ["5", /holds no objectives/],
    ['[{"owner":"@a"}]', /holds no objectives/],
    [`${'[{"title":"Deep","children":'.repeat(2000)}[]${"}]".repeat(2000)}`, null],
  ] as const)("%.40s", (text, message) => {
    const result = readOkrJson({ name: "okrs.json", text }, settings());
    if (message === null) expect(result.ok).toBe(true);
    else expect(result.ok ? "" : result.message).toMatch(message);
  });
});

describe("OKRs in a table", () => {
  const CSV = `Objective,Key Result,Start,Target,Current,Unit,Due,Owner
Customers stay,,,,,,2026-12-31,@ceo
Customers stay,Raise NPS,62,75,68,points,2026-12-31,@cx
Customers stay,Cut churn,5%,3%,4%,,2026-12-31,@cx
`;

  it("have the same meaning", () => {
    const imported = importCsv(CSV, { valueDay: day("2026-06-30") }, [], true);
    expect(definitionOf(imported, "goal", "customers-stay")).toEqual({
      title: "Customers stay",
      owner: "@ceo",
      timeframe: 2026,
    });
    expect(definitionOf(imported, "kpi", "cut-churn")).toMatchObject({
      baseline: 5,
      target: 3,
      goal: "customers-stay",
    });
    expect(definitionOf(imported, "metric", "cut-churn")).toMatchObject({ unit: "%", better: "lower" });
    expect(imported.data.map(({ metric }) => metric)).toEqual(["raise-nps", "cut-churn"]);
    expect(remarksOf(imported)).toEqual([]);
  });

  it("read as plain indicators, a falling target is no guess", () => {
    const imported = importCsv(CSV, { valueDay: day("2026-06-30") });
    expect(definitionOf(imported, "kpi", "cut-churn")).toMatchObject({ state: "draft" });
  });
});
