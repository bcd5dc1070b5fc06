import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { verdict as backfilled } from "../../src/changes/verdicts/backfilled.ts";
import { verdict as dataAdded } from "../../src/changes/verdicts/data-added.ts";
import { verdict as historyRewritten } from "../../src/changes/verdicts/history-rewritten.ts";
import { changed, good } from "../../src/rules/examples.ts";
import { changesOf, changesOfExample, type Files, placeText, review } from "./review.ts";

type Edit = readonly [from: string, to: string];

const INLINE = "    values:\n      2025-12-31: 62\n      2026-03-31: 64\n      2026-06-30: 68\n";
const HEADER = "date,value,note\n";
const ROWS = "2025-12-31,62,\n2026-03-31,64,\n2026-06-30,68,\n";
const RATIO_HEADER = "date,numerator,denominator,note\n";
const RATIO_ROWS = "2026-03-31,40,100,\n2026-06-30,1234,4000,\n";

const files = (...edits: readonly Edit[]): Files => changed(...edits).files;
const csv = (text: string, path = "data/nps.csv"): Files => ({
  ...files([INLINE, `    data: ${path}\n`]),
  [path]: text,
});
const ratio = (rows: string): Files => ({
  ...files([INLINE, "    aggregation: ratio\n    data: data/nps.csv\n"]),
  "data/nps.csv": `${RATIO_HEADER}${rows}`,
});
const entry: Edit = [
  "    target: 75\n",
  "    target: 75\n    changes: [{ date: 2026-08-14, field: values, reason: Late answers counted }]\n",
];

interface Expected {
  readonly message: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly resolved: readonly (number | null)[];
  readonly place: string;
}

async function seen(verdict: typeof dataAdded, before: Files, after: Files): Promise<readonly Expected[]> {
  const changes = await changesOf(verdict, { before, after });
  return changes.map((change) => ({
    message: change.message,
    before: change.before,
    after: change.after,
    resolved: [change.resolvedBefore, change.resolvedAfter],
    place: placeText(change, { before, after }),
  }));
}

const ADVICE = "; say why in the note of the row.";
const GONE =
  '; keep each day that is gone, without a value and with a note that says why; or say why: add { date: 2026-08-15, field: values, reason: … } to the changes of KPI "nps-2026".';

describe("diff/history-rewritten", () => {
  it.each<[string, Files, Files, Expected]>([
    [
      "a value in the definition",
      good.files,
      files(["2026-06-30: 68", "2026-06-30: 70"]),
      {
        message: `A value that was on record is rewritten: 2026-06-30 68 points → 70 points${ADVICE}`,
        before: "68",
        after: "70",
        resolved: [68, 70],
        place: "70",
      },
    ],
    [
      "a value in a data file",
      csv(HEADER + ROWS),
      csv(HEADER + ROWS.replace("64", "64.5")),
      {
        message: `A value that was on record is rewritten: 2026-03-31 64 points → 64.5 points${ADVICE}`,
        before: "64",
        after: "64.5",
        resolved: [64, 64.5],
        place: "64.5",
      },
    ],
    [
      "a row that is deleted in the definition",
      good.files,
      files(["      2026-03-31: 64\n", ""]),
      {
        message: `A value that was on record is rewritten: 2026-03-31 64 points → gone${GONE}`,
        before: "64",
        after: null,
        resolved: [64, null],
        place: "2026-03-31",
      },
    ],
    [
      "a row that is deleted in a data file",
      csv(HEADER + ROWS),
      csv(HEADER + ROWS.replace("2026-03-31,64,\n", "")),
      {
        message: `A value that was on record is rewritten: 2026-03-31 64 points → gone${GONE}`,
        before: "64",
        after: null,
        resolved: [64, null],
        place: "2026-03-31,64,",
      },
    ],
    [
      "a row that can no longer be read",
      csv(HEADER + ROWS),
      csv(HEADER + ROWS.replace("64", "n/a")),
      {
        message: `A value that was on record is rewritten: 2026-03-31 64 points → gone${GONE}`,
        before: "64",
        after: null,
        resolved: [64, null],
        place: "2026-03-31,64,",
      },
    ],
    [
      "a row that becomes a known gap without a new note",
      files(["2026-03-31: 64", "2026-03-31: { value: 64, note: Checked }"]),
      files(["2026-03-31: 64", "2026-03-31: { value: null, note: Checked }"]),
      {
        message: `A value that was on record is rewritten: 2026-03-31 64 points → gone${GONE}`,
        before: "64",
        after: null,
        resolved: [64, null],
        place: "2026-03-31",
      },
    ],
    [
      "more rows than are shown",
      files([INLINE, "    values: { 2026-01-31: 1, 2026-02-28: 2, 2026-03-31: 3, 2026-04-30: 4, 2026-05-31: 5 }\n"]),
      files([INLINE, "    values: { 2026-01-31: 1, 2026-02-28: 20, 2026-03-31: 30, 2026-05-31: 51, 2026-06-30: 6 }\n"]),
      {
        message: `4 values that were on record are rewritten: 2026-02-28 2 points → 20 points, 2026-03-31 3 points → 30 points, 2026-04-30 4 points → gone, and 1 more${GONE}`,
        before: "2",
        after: "20",
        resolved: [2, 20],
        place: "20",
      },
    ],
    [
      "what a ratio counts, also where the value stays",
      ratio(RATIO_ROWS),
      ratio(RATIO_ROWS.replace("40,100", "20,50")),
      {
        message: `A value that was on record is rewritten: 2026-03-31 40 / 100 → 20 / 50${ADVICE}`,
        before: "40 / 100",
        after: "20 / 50",
        resolved: [0.4, 0.4],
        place: "20",
      },
    ],
    [
      "rows that moved to a file",
      good.files,
      csv(HEADER + ROWS.replace("62", "60")),
      {
        message: `A value that was on record is rewritten: 2025-12-31 62 points → 60 points${ADVICE}`,
        before: "62",
        after: "60",
        resolved: [62, 60],
        place: "60",
      },
    ],
    [
      "a data file that is gone",
      csv(HEADER + ROWS),
      files([INLINE, "    data: data/nps.csv\n"]),
      {
        message: `3 values that were on record are rewritten: 2025-12-31 62 points → gone, 2026-03-31 64 points → gone, 2026-06-30 68 points → gone${GONE}`,
        before: "62",
        after: null,
        resolved: [62, null],
        place: "2025-12-31,62,",
      },
    ],
    [
      "yes that becomes no",
      files(["unit: points", "unit: boolean"], [INLINE, "    values: { 2026-06-30: 1 }\n"]),
      files(["unit: points", "unit: boolean"], [INLINE, "    values: { 2026-06-30: 0 }\n"]),
      {
        message: `A value that was on record is rewritten: 2026-06-30 done → not done${ADVICE}`,
        before: "1",
        after: "0",
        resolved: [1, 0],
        place: "0",
      },
    ],
  ])("reports %s", async (_, before, after, expected) => {
    expect(await seen(historyRewritten, before, after)).toEqual([expected]);
  });

  it("says whose rows they are, and asks for a reason", async () => {
    const [change] = await changesOf(historyRewritten, { before: good.files, after: files(["68\n", "70\n"]) });
    expect(change).toMatchObject({
      severity: "error",
      entity: { kind: "metric", id: "nps" },
      field: "values",
      unit: "points",
      asksReason: true,
      reason: null,
      isData: false,
      kpis: ["nps-2026"],
    });
  });

  it.each<[string, Files, Files, string]>([
    [
      "a note on the row in the definition",
      good.files,
      files(["2026-06-30: 68", "2026-06-30: { value: 70, note: Late answers }"]),
      "Late answers",
    ],
    [
      "a note on the row in a data file",
      csv(HEADER + ROWS),
      csv(HEADER + ROWS.replace("64,", "65,Late answers")),
      "Late answers",
    ],
    [
      "a new note instead of an old one",
      csv(HEADER + ROWS.replace("64,", "64,Checked")),
      csv(HEADER + ROWS.replace("64,", "65,Late answers")),
      "Late answers",
    ],
    [
      "a known gap with a note where the row was",
      good.files,
      files(["2026-03-31: 64", "2026-03-31: { value: null, note: The survey failed }"]),
      "The survey failed",
    ],
    [
      "notes on all rows",
      csv(HEADER + ROWS),
      csv(HEADER + ROWS.replace("64,", "65,Late answers").replace("62,", "61,Bots removed")),
      "Bots removed; Late answers",
    ],
    [
      "one note that all rows have",
      csv(HEADER + ROWS),
      csv(HEADER + ROWS.replace("64,", "65,Late answers").replace("62,", "61,Late answers")),
      "Late answers",
    ],
    ["an entry on the KPI", good.files, files(["2026-06-30: 68", "2026-06-30: 70"], entry), "Late answers counted"],
    [
      "an entry where only some rows have a note",
      csv(HEADER + ROWS),
      {
        ...files([INLINE, "    data: data/nps.csv\n"], entry),
        "data/nps.csv": HEADER + ROWS.replace("64,", "65,Late answers").replace("62", "61"),
      },
      "Late answers counted",
    ],
  ])("takes %s as the reason", async (_, before, after, reason) => {
    const changes = await changesOf(historyRewritten, { before, after });
    expect(changes.map((change) => [change.severity, change.reason, change.message.includes("say why")])).toEqual([
      ["warning", reason, false],
    ]);
  });

  it.each<[string, Files, Files]>([
    [
      "a note that stood there already",
      csv(HEADER + ROWS.replace("64,", "64,Checked")),
      csv(HEADER + ROWS.replace("64,", "65,Checked")),
    ],
    ["a note on one row of two", csv(HEADER + ROWS), csv(HEADER + ROWS.replace("64,", "65,Late").replace("62", "61"))],
    ["a note on another row", csv(HEADER + ROWS), csv(HEADER + ROWS.replace("64,", "65,").replace("62,", "62,Late"))],
  ])("does not take %s", async (_, before, after) => {
    const changes = await changesOf(historyRewritten, { before, after });
    expect(changes.map(({ severity, reason }) => [severity, reason])).toEqual([["error", null]]);
  });

  it("takes a note for a metric that no KPI uses", async () => {
    const spare = (row: string): Files =>
      files(["metrics:\n", `metrics:\n  spare: { title: Spare parts, values: { 2026-06-30: ${row} } }\n`]);
    const changes = await changesOf(historyRewritten, {
      before: spare("3"),
      after: spare("{ value: 4, note: Counted twice }"),
    });
    expect(changes.map(({ severity, reason, kpis }) => [severity, reason, kpis])).toEqual([
      ["warning", "Counted twice", []],
    ]);
  });
});

describe("diff/data-added", () => {
  const added = (line: string): Files => files(["      2026-06-30: 68\n", `      2026-06-30: 68\n${line}`]);

  it.each<[string, Files, Files, Expected]>([
    [
      "a row in the definition",
      good.files,
      added("      2026-07-31: 71\n"),
      {
        message: "A value is added: 71 points on 2026-07-31.",
        before: null,
        after: "71",
        resolved: [null, 71],
        place: "71",
      },
    ],
    [
      "rows in a data file, in any order",
      csv(HEADER + ROWS),
      csv(`${HEADER}2026-08-14,72,\n2026-07-31,71,\n${ROWS}`),
      {
        message: "2 values are added; the newest is 72 points on 2026-08-14.",
        before: null,
        after: "72",
        resolved: [null, 72],
        place: "72",
      },
    ],
    [
      "a period, which counts on its last day",
      good.files,
      added("      2026-07: 71\n"),
      {
        message: "A value is added: 71 points on 2026-07-31.",
        before: null,
        after: "71",
        resolved: [null, 71],
        place: "71",
      },
    ],
    [
      "a row with a note",
      good.files,
      added("      2026-07-31: { value: 71, note: First of its kind }\n"),
      {
        message: "A value is added: 71 points on 2026-07-31.",
        before: null,
        after: "71",
        resolved: [null, 71],
        place: "{ value: 71, note: First of its kind }",
      },
    ],
    [
      "a ratio",
      ratio(RATIO_ROWS),
      ratio(`${RATIO_ROWS}2026-07-31,1500,5000,\n`),
      {
        message: "A value is added: 1,500 / 5,000 on 2026-07-31.",
        before: null,
        after: "1,500 / 5,000",
        resolved: [null, 0.3],
        place: "1500",
      },
    ],
    [
      "the first rows of all",
      files([INLINE, ""]),
      good.files,
      {
        message: "3 values are added; the newest is 68 points on 2026-06-30.",
        before: null,
        after: "68",
        resolved: [null, 68],
        place: "68",
      },
    ],
    [
      "rows that moved to a file at the same time",
      good.files,
      csv(`${HEADER}${ROWS}2026-07-31,71,\n`),
      {
        message: "A value is added: 71 points on 2026-07-31.",
        before: null,
        after: "71",
        resolved: [null, 71],
        place: "71",
      },
    ],
  ])("reports %s", async (_, before, after, expected) => {
    expect(await seen(dataAdded, before, after)).toEqual([expected]);
    expect(await seen(historyRewritten, before, after)).toEqual([]);
    expect(await seen(backfilled, before, after)).toEqual([]);
  });

  it("is a check-in", async () => {
    const { changes, lane } = await review({
      before: good.files,
      after: added("      2026-07-31: 71\n"),
      verdicts: [dataAdded, backfilled, historyRewritten],
    });
    expect(lane).toBe("check-in");
    expect(changes).toMatchObject([
      { severity: "info", isData: true, asksReason: false, unit: "points", field: "values", kpis: ["nps-2026"] },
    ]);
  });

  it("is silent about the rows of a new metric, which is new itself", async () => {
    const spare = files(["metrics:\n", "metrics:\n  spare: { title: Spare parts, values: { 2026-06-30: 3 } }\n"]);
    expect(await seen(dataAdded, good.files, spare)).toEqual([]);
  });
});

describe("diff/backfilled", () => {
  it.each<[string, Files, Files, Expected]>([
    [
      "a row among the old ones",
      good.files,
      files(["      2026-03-31: 64\n", "      2026-03-15: 63\n      2026-03-31: 64\n"]),
      {
        message: "A value is filled in among older ones: 63 points on 2026-03-15.",
        before: null,
        after: "63",
        resolved: [null, 63],
        place: "63",
      },
    ],
    [
      "a known gap that gets its value",
      csv(`${HEADER}2026-02-28,,The survey failed\n${ROWS}`),
      csv(`${HEADER}2026-02-28,63,\n${ROWS}`),
      {
        message: "A value is filled in among older ones: 63 points on 2026-02-28.",
        before: null,
        after: "63",
        resolved: [null, 63],
        place: "63",
      },
    ],
    [
      "rows before all others, of which three are shown",
      csv(HEADER + ROWS),
      csv(`${HEADER}2025-01-31,1,\n2025-02-28,2,\n2025-03-31,3,\n2025-04-30,4,\n${ROWS}`),
      {
        message:
          "4 values are filled in among older ones: 1 points on 2025-01-31, 2 points on 2025-02-28, 3 points on 2025-03-31, and 1 more.",
        before: null,
        after: "1",
        resolved: [null, 1],
        place: "1",
      },
    ],
  ])("reports %s", async (_, before, after, expected) => {
    expect(await seen(backfilled, before, after)).toEqual([expected]);
    expect(await seen(historyRewritten, before, after)).toEqual([]);
    expect(await seen(dataAdded, before, after)).toEqual([]);
  });

  it("is no check-in", async () => {
    const after = files(["      2026-03-31: 64\n", "      2026-03-15: 63\n      2026-03-31: 64\n"]);
    const { changes, lane } = await review({ before: good.files, after, verdicts: [dataAdded, backfilled] });
    expect(lane).toBe("definition");
    expect(changes).toMatchObject([{ severity: "info", isData: false, asksReason: false, kpis: ["nps-2026"] }]);
  });
});

describe("what is no change of rows", () => {
  const parts = (more: string): Files =>
    files(
      ["metrics:\n", `metrics:\n  north: { title: North, values: { 2026-06-30: 1${more} } }\n`],
      [INLINE, "    derived: { sum: [north] }\n"],
    );

  it.each<[string, Files, Files]>([
    ["rows in another order", csv(HEADER + ROWS), csv(`${HEADER}2026-06-30,68,\n2026-03-31,64,\n2025-12-31,62,\n`)],
    ["numbers that are written differently", good.files, files(["2026-06-30: 68", "2026-06-30: 68.0"])],
    ["dates that are written as periods", good.files, files(["2026-06-30: 68", "2026-Q2: 68"])],
    [
      "other line ends and a byte order mark",
      csv(HEADER + ROWS),
      csv(`\ufeff${HEADER + ROWS}`.replaceAll("\n", "\r\n")),
    ],
    ["rows that move to a file", good.files, csv(HEADER + ROWS)],
    ["rows that move from a file", csv(HEADER + ROWS), good.files],
    ["rows that move to another file", csv(HEADER + ROWS), csv(HEADER + ROWS, "data/score.csv")],
    ["notes alone", csv(HEADER + ROWS), csv(HEADER + ROWS.replace("64,", "64,Checked"))],
    [
      "a known gap",
      good.files,
      files([
        "      2026-06-30: 68\n",
        "      2026-06-30: 68\n      2026-07-31: { value: null, note: The survey failed }\n",
      ]),
    ],
    [
      "a row that cannot be read",
      good.files,
      files(["      2026-06-30: 68\n", "      2026-06-30: 68\n      2026-07-31: soon\n"]),
    ],
    [
      "another scale of a ratio",
      ratio(RATIO_ROWS),
      {
        ...files([INLINE, "    aggregation: ratio\n    scale: 1000\n    data: data/nps.csv\n"]),
        "data/nps.csv": RATIO_HEADER + RATIO_ROWS,
      },
    ],
    [
      "a ratio that comes to the value that stood there",
      csv("date,value\n2026-06-30,0.3\n"),
      csv("date,numerator,denominator\n2026-06-30,3,10\n"),
    ],
    ["another unit", good.files, files(["unit: points", "unit: score"])],
    ["rows that become a formula", good.files, parts("")],
  ])("%s", async (_, before, after) => {
    for (const verdict of [historyRewritten, backfilled, dataAdded]) {
      expect(await seen(verdict, before, after)).toEqual([]);
    }
  });

  it("leaves the rows of a derived metric to its parts", async () => {
    const { changes } = await review({
      before: parts(""),
      after: parts(", 2026-07-31: 2"),
      verdicts: [historyRewritten, backfilled, dataAdded],
    });
    expect(changes.map(({ ruleId, entity }) => [ruleId, entity?.id])).toEqual([["diff/data-added", "north"]]);
  });
});

describe("properties of changed rows", () => {
  const days = ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"];
  const rows = fc.dictionary(fc.constantFrom(...days), fc.integer({ min: 0, max: 3 }));
  const written = (values: Readonly<Record<string, number>>): Files =>
    files([
      INLINE,
      `    values: { ${Object.entries(values)
        .map(([day, value]) => `${day}: ${value}`)
        .join(", ")} }\n`,
    ]);

  it("every row is kept, rewritten, filled in or added, and nothing else is said", async () => {
    await fc.assert(
      fc.asyncProperty(rows, rows, async (old, now) => {
        const newest = Object.keys(old).sort().at(-1) ?? "";
        const fresh = Object.keys(now).filter((day) => old[day] === undefined);
        const { changes } = await review({
          before: written(old),
          after: written(now),
          verdicts: [historyRewritten, backfilled, dataAdded],
        });
        expect(new Set(changes.map(({ ruleId }) => ruleId))).toEqual(
          new Set([
            ...(Object.keys(old).some((day) => old[day] !== now[day]) ? ["diff/history-rewritten"] : []),
            ...(fresh.some((day) => day < newest) ? ["diff/backfilled"] : []),
            ...(fresh.some((day) => day > newest) ? ["diff/data-added"] : []),
          ]),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe("the examples of verdicts on rows", () => {
  it.each([
    [historyRewritten, "error"],
    [backfilled, "info"],
    [dataAdded, "info"],
  ])("$id", async (verdict, severity) => {
    expect((await changesOfExample(verdict)).map((change) => change.severity)).toEqual([severity]);
  });
});
