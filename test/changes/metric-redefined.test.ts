import { describe, expect, it } from "vitest";
import { verdict } from "../../src/changes/verdicts/metric-redefined.ts";
import { changed, good, withFiles } from "../../src/rules/examples.ts";
import { changesOf, changesOfExample, type Files, placeText } from "./review.ts";

type Edit = readonly [from: string, to: string];

const UNIT = "    unit: points\n";
const ROWS = "    values:\n      2025-12-31: 62\n      2026-03-31: 64\n      2026-06-30: 68\n";
const CSV = "date,value\n2025-12-31,62\n2026-03-31,64\n2026-06-30,68\n";
const RATIOS =
  "    values:\n      2026-03-31: { numerator: 40, denominator: 100 }\n      2026-06-30: { numerator: 45, denominator: 120 }\n";
const PARTS =
  "  promoters: { title: Promoters, unit: people, values: { 2026-06-30: 60 } }\n  answers: { title: Answers, unit: people, values: { 2026-06-30: 100 } }\n";

/** The good workspace with a piece in it that is the same on both sides, or not. */
const withMetric = (metric: string, ...edits: readonly Edit[]): Files =>
  changed([UNIT, `${UNIT}${metric}`], ...edits).files;
const reason = (field: string): Edit => [
  "    target: 75\n",
  `    target: 75\n    changes: [{ date: 2026-08-14, field: ${field}, reason: The tool counts otherwise }]\n`,
];

describe("diff/metric-redefined", () => {
  it.each<[string, Files, Files, string, string, string | null, string | null, string]>([
    [
      "another aggregation",
      good.files,
      withMetric("    aggregation: mean\n"),
      "The metric is computed in another way: aggregation last → mean",
      "aggregation",
      "last",
      "mean",
      "mean",
    ],
    [
      "an aggregation that is taken away",
      withMetric("    aggregation: mean\n"),
      good.files,
      "The metric is computed in another way: aggregation mean → last",
      "aggregation",
      "mean",
      "last",
      "nps",
    ],
    [
      "another scale of a ratio",
      withMetric("    aggregation: ratio\n", [ROWS, RATIOS]),
      withMetric("    aggregation: ratio\n    scale: 1000\n", [ROWS, RATIOS]),
      "The metric is computed in another way: scale 1 → 1,000",
      "scale",
      "1",
      "1,000",
      "1000",
    ],
    [
      "rows that become a formula",
      withMetric("", ["metrics:\n", `metrics:\n${PARTS}`]),
      withMetric("    derived: { ratio: [promoters, answers] }\n", ["metrics:\n", `metrics:\n${PARTS}`], [ROWS, ""]),
      "The metric is computed in another way: derived rows of its own → promoters / answers",
      "derived",
      null,
      "promoters / answers",
      "{ ratio: [promoters, answers] }",
    ],
    [
      "another formula",
      withMetric("    derived: { sum: [promoters, answers] }\n", ["metrics:\n", `metrics:\n${PARTS}`], [ROWS, ""]),
      withMetric(
        "    derived: { difference: [promoters, answers] }\n",
        ["metrics:\n", `metrics:\n${PARTS}`],
        [ROWS, ""],
      ),
      "The metric is computed in another way: derived answers + promoters → promoters - answers",
      "derived",
      "answers + promoters",
      "promoters - answers",
      "{ difference: [promoters, answers] }",
    ],
    [
      "another query",
      changed(["how: automatic }", "how: automatic, query: select score from answers where paid }"]).files,
      changed(["how: automatic }", "how: automatic, query: select score from answers }"]).files,
      'The query of the metric changes: removed "where paid"',
      "source.query",
      "select score from answers where paid",
      "select score from answers",
      "select score from answers",
    ],
    [
      "a query that is taken away",
      changed(["how: automatic }", "how: automatic, query: select 1 }"]).files,
      good.files,
      'The query of the metric changes: "select 1" → none',
      "source.query",
      "select 1",
      null,
      "{ system: survey tool, how: automatic }",
    ],
    [
      "other signs of a query",
      changed(["how: automatic }", "how: automatic, query: a.b }"]).files,
      changed(["how: automatic }", "how: automatic, query: a_b }"]).files,
      'The query of the metric changes: "a.b" → "a_b"',
      "source.query",
      "a.b",
      "a_b",
      "a_b",
    ],
    [
      "other bounds",
      good.files,
      changed(["max: 100 }", "max: 200 }"]).files,
      "The values that the metric may have change: at least -100, at most 100 → at least -100, at most 200",
      "bounds",
      "at least -100, at most 100",
      "at least -100, at most 200",
      "{ min: -100, max: 200 }",
    ],
    [
      "bounds that are taken away",
      good.files,
      changed(["    bounds: { min: -100, max: 100 }\n", ""]).files,
      "The values that the metric may have change: at least -100, at most 100 → any",
      "bounds",
      "at least -100, at most 100",
      null,
      "nps",
    ],
    [
      "rows of another file that are others",
      withFiles(changed([ROWS, "    data: a.csv\n"]), { "a.csv": CSV }).files,
      withFiles(changed([ROWS, "    data: b.csv\n"]), { "b.csv": CSV.replace("64", "70") }).files,
      "The rows come from another place, and some of the base are not there: a.csv → b.csv",
      "data",
      "a.csv",
      "b.csv",
      "b.csv",
    ],
    [
      "rows that left the definition and changed",
      good.files,
      withFiles(changed([ROWS, "    data: b.csv\n"]), { "b.csv": CSV.replace("64", "70") }).files,
      "The rows come from another place, and some of the base are not there: values → b.csv",
      "data",
      "values",
      "b.csv",
      "b.csv",
    ],
  ])("reports %s", async (_, before, after, message, field, old, now, place) => {
    const changes = await changesOf(verdict, { before, after });
    expect(changes).toHaveLength(1);
    const [change] = changes;
    expect(change).toMatchObject({
      severity: "error",
      entity: { kind: "metric", id: "nps" },
      field,
      before: old,
      after: now,
      reason: null,
      asksReason: true,
      kpis: ["nps-2026"],
      side: "head",
    });
    expect(change?.message.startsWith(`${message}; say why: add { date: 2026-08-15, field: ${field},`)).toBe(true);
    expect(change === undefined ? null : placeText(change, { before, after })).toBe(place);
  });

  it.each([
    ["aggregation", withMetric("    aggregation: mean\n", reason("aggregation"))],
    ["metric.aggregation", withMetric("    aggregation: mean\n", reason("metric.aggregation"))],
    ["metric", withMetric("    aggregation: mean\n", reason("metric"))],
    ["the id of the metric", withMetric("    aggregation: mean\n", reason("nps"))],
    ["source", changed(["how: automatic }", "how: automatic, query: b }"], reason("source")).files],
    ["query", changed(["how: automatic }", "how: automatic, query: b }"], reason("query")).files],
    [
      "values",
      withFiles(changed([ROWS, "    data: b.csv\n"], reason("values")), { "b.csv": "date,value\n2026-06-30,1\n" })
        .files,
    ],
    [
      "data",
      withFiles(changed([ROWS, "    data: b.csv\n"], reason("data")), { "b.csv": "date,value\n2026-06-30,1\n" }).files,
    ],
  ])("takes an entry about %s as the reason", async (_, after) => {
    const before = changed(["how: automatic }", "how: automatic, query: a }"]).files;
    const isOfQuery = after["kpi.yaml"]?.includes("query: b") === true;
    const changes = await changesOf(verdict, { before: isOfQuery ? before : good.files, after });
    expect(changes.map(({ severity, reason: why, message }) => [severity, why, message.includes("say why")])).toEqual([
      ["warning", "The tool counts otherwise", false],
    ]);
  });

  it("does not take an entry about something else", async () => {
    const after = withMetric("    aggregation: mean\n", reason("target"));
    expect((await changesOf(verdict, { before: good.files, after })).map(({ severity }) => severity)).toEqual([
      "error",
    ]);
  });

  it("reports every part on its own", async () => {
    const after = withMetric("    aggregation: max\n", ["max: 100 }", "max: 50 }"]);
    const changes = await changesOf(verdict, { before: good.files, after });
    expect(changes.map(({ field }) => field)).toEqual(["aggregation", "bounds"]);
  });

  it("says what is stated for the first time, and asks for nothing", async () => {
    const before = changed(["    bounds: { min: -100, max: 100 }\n", ""]).files;
    const after = changed(["how: automatic }", "how: automatic, query: select 1 }"]).files;
    const changes = await changesOf(verdict, { before, after });
    expect(changes.map(({ severity, asksReason, message }) => [severity, asksReason, message])).toEqual([
      ["info", false, 'The metric has a query now, where it had none: "select 1".'],
      ["info", false, "The metric has bounds now, where it had none: at least -100, at most 100."],
    ]);
  });

  it.each<[string, Files, Files]>([
    ["the default in words", good.files, withMetric("    aggregation: last\n    scale: 7\n")],
    [
      "a scale that is the default",
      withMetric("    aggregation: ratio\n", [ROWS, RATIOS]),
      withMetric("    aggregation: ratio\n    scale: 1\n", [ROWS, RATIOS]),
    ],
    [
      "a scale that follows from the unit",
      withMetric("    aggregation: ratio\n", [ROWS, RATIOS]),
      changed([UNIT, '    unit: "%"\n    aggregation: ratio\n'], [ROWS, RATIOS]).files,
    ],
    [
      "the order of a sum",
      withMetric("    derived: { sum: [promoters, answers] }\n", ["metrics:\n", `metrics:\n${PARTS}`], [ROWS, ""]),
      withMetric("    derived: { sum: [answers, promoters] }\n", ["metrics:\n", `metrics:\n${PARTS}`], [ROWS, ""]),
    ],
    [
      "the line ends of a query",
      changed(["how: automatic }", "how: automatic, query: select a from b }"]).files,
      changed(["how: automatic }", 'how: automatic, query: "select a\\n  from b" }']).files,
    ],
    [
      "another link of the source",
      good.files,
      changed(["how: automatic }", "how: manual, link: https://example.com }"]).files,
    ],
    ["the order of bounds", good.files, changed(["{ min: -100, max: 100 }", "{ max: 100, min: -100.0 }"]).files],
    ["rows that move to a file", good.files, withFiles(changed([ROWS, "    data: b.csv\n"]), { "b.csv": CSV }).files],
    [
      "rows that move to a file and get more",
      good.files,
      withFiles(changed([ROWS, "    data: b.csv\n"]), { "b.csv": `${CSV}2026-07-31,69\n` }).files,
    ],
    [
      "a definition that moves, and names the same file from there",
      withFiles(changed([ROWS, "    data: data/a.csv\n"]), { "data/a.csv": CSV }).files,
      { "kpis/kpi.yaml": changed([ROWS, "    data: ../data/a.csv\n"]).files["kpi.yaml"] ?? "", "data/a.csv": CSV },
    ],
    ["rows that changed where they were", good.files, changed(["68\n", "70\n"]).files],
    [
      "a data file that is gone",
      withFiles(changed([ROWS, "    data: a.csv\n"]), { "a.csv": CSV }).files,
      changed([ROWS, "    data: a.csv\n"]).files,
    ],
    ["the first rows", changed([ROWS, ""]).files, good.files],
    [
      "a metric that no KPI uses",
      withMetric("", ["metrics:\n", `metrics:\n${PARTS}`]),
      withMetric("", ["metrics:\n", `metrics:\n${PARTS.replace("unit: people", "unit: people, aggregation: sum")}`]),
    ],
    [
      "a metric that only a draft uses",
      changed(["    target: 75\n", "    target: 75\n    state: draft\n"]).files,
      withMetric("    aggregation: mean\n", ["    target: 75\n", "    target: 75\n    state: draft\n"]),
    ],
    ["a field that is written badly", good.files, withMetric("    aggregation: average\n")],
  ])("is silent about %s", async (_, before, after) => {
    expect(await changesOf(verdict, { before, after })).toEqual([]);
  });

  it("shows itself in its example", async () => {
    expect((await changesOfExample(verdict)).map(({ severity }) => severity)).toEqual(["error"]);
  });
});
