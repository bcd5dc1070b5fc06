import { execFileSync } from "node:child_process";
import { afterEach, describe, expect, it } from "vitest";
import { Folder } from "../support/cli.ts";
import { definition, everything, NPS, type RecordFlags, ROWS, record, textIn } from "../support/record.ts";

let folder: Folder | null = null;

function at(files: Record<string, string | Uint8Array>): Folder {
  folder = new Folder(files);
  return folder;
}

afterEach(() => {
  folder?.drop();
  folder = null;
});

describe("kpi record into a data file", () => {
  it("appends the row, and says where and how the KPI stands now", async () => {
    const home = at({ "kpi.yaml": NPS, "data/m.csv": ROWS });
    expect(await record(home, "m", "71")).toEqual({
      status: 0,
      out: "Recorded 71 points for m on 2026-08-15 in data/m.csv (line 4).\n  k1: ▼ off-track → ✓ on-track, 66 → 71 of 75 points\n",
      err: "",
    });
    expect(everything(home)).toEqual({ "kpi.yaml": NPS, "data/m.csv": `${ROWS}2026-08-15,71\n` });
  });

  it("makes the file and its folder where there is none, beside the definition", async () => {
    const home = at({ "kpis/a.yaml": NPS });
    const run = await record(home, "m", "71", { date: "2026-Q2" });
    expect(run.out).toMatch(
      "Recorded 71 points for m for 2026-Q2 (counted on 2026-06-30) in the new file kpis/data/m.csv (line 2).\n",
    );
    expect(everything(home)).toEqual({ "kpis/a.yaml": NPS, "kpis/data/m.csv": "date,value\n2026-Q2,71\n" });
  });

  it("makes the file that `data` names, and tells of one that may have been meant", async () => {
    const yaml = definition("data: rows/visits.csv");
    const home = at({ "kpi.yaml": yaml, "rows/vists.csv": ROWS });
    expect(await record(home, "m", "5", { note: "first" })).toEqual({
      status: 0,
      out: "Recorded 5 for m on 2026-08-15 in the new file rows/visits.csv (line 2).\n",
      err: "kpi: rows/visits.csv is new; if rows/vists.csv holds the values of m, name it as data: in kpi.yaml.\n",
    });
    expect(textIn(home, "rows/visits.csv")).toBe("date,value,note\n2026-08-15,5,first\n");
  });

  const places: readonly (readonly [what: string, before: string, options: RecordFlags, after: string])[] = [
    [
      "an older row in its place",
      ROWS,
      { date: "2026-05-31" },
      "date,value\n2026-03-31,64\n2026-05-31,5\n2026-06-30,66\n",
    ],
    ["a period as it is written", ROWS, { date: "2026-W31" }, `${ROWS}2026-W31,5\n`],
    ["a year, which begins today or before", ROWS, { date: "2026" }, `${ROWS}2026,5\n`],
    ["tomorrow, which has begun somewhere", ROWS, { date: "2026-08-16" }, `${ROWS}2026-08-16,5\n`],
    ["line ends of Windows", ROWS.replaceAll("\n", "\r\n"), {}, `${ROWS}2026-08-15,5\n`.replaceAll("\n", "\r\n")],
    ["a byte order mark", `\uFEFF${ROWS}`, {}, `\uFEFF${ROWS}2026-08-15,5\n`],
    ["a last line without an end", ROWS.trimEnd(), {}, `${ROWS}2026-08-15,5`],
    ["an empty file", "", {}, "date,value\n2026-08-15,5\n"],
    [
      "a note in a new column",
      ROWS,
      { note: "new survey" },
      `date,value,note\n${ROWS.slice(11)}2026-08-15,5,new survey\n`,
    ],
    ["a note with marks", "date,value,note\n", { note: 'a, "b"' }, 'date,value,note\n2026-08-15,5,"a, ""b"""\n'],
    ["a note of two lines", "date,value,note\n", { note: " a \r\n b\n" }, "date,value,note\n2026-08-15,5,a b\n"],
    ["a note like a formula", "date,value,note\n", { note: "=1+1" }, "date,value,note\n2026-08-15,5,=1+1\n"],
    [
      "no note in a file with notes",
      "date,value,note\n2026-03-31,64,x\n",
      {},
      "date,value,note\n2026-03-31,64,x\n2026-08-15,5,\n",
    ],
    [
      "a row beside bad ones",
      "date,value\nsoon,1\n2026-06-30,x\n",
      {},
      "date,value\nsoon,1\n2026-06-30,x\n2026-08-15,5\n",
    ],
  ];
  it.each(places)("writes %s", async (_, before, options, after) => {
    const home = at({ "kpi.yaml": definition("cadence: quarterly"), "data/m.csv": before });
    expect(await record(home, "m", "5", options)).toMatchObject({ status: 0, err: "" });
    expect(textIn(home, "data/m.csv")).toBe(after);
  });

  const values: readonly (readonly [
    metric: string,
    header: string,
    value: string,
    options: RecordFlags,
    row: string,
    said: string,
  ])[] = [
    ["unit: EUR", "date,value", "-3.50", {}, "-3.50", "-3.5 EUR"],
    ["unit: EUR", "date,value", "+1.2E3", {}, "1200", "1,200 EUR"],
    ["unit: '%'", "date,value", "12.5", {}, "12.5", "12.5 %"],
    ["unit: boolean", "date,value", "True", {}, "1", "done"],
    ["unit: boolean", "date,value", "false", {}, "0", "not done"],
    ["unit: boolean", "date,value", "Yes", {}, "1", "done"],
    ["unit: boolean", "date,value", "no", {}, "0", "not done"],
    ["unit: boolean", "date,value", "done", {}, "1", "done"],
    ["unit: boolean, aggregation: running", "date,value", "7", {}, "7", "7 boolean"],
    ["aggregation: ratio, unit: '%'", "date,numerator,denominator", "12/40", {}, "12,40", "12 of 40 (30 %)"],
    ["aggregation: ratio, unit: '%'", "date,numerator,denominator", "-1 / 8", {}, "-1,8", "-1 of 8 (-12.5 %)"],
    ["unit: EUR", "date,value,note", "gap", { note: "meter broke" }, ",meter broke", "a known gap"],
    ["unit: EUR", "date,value,note", "None", { note: "meter broke" }, ",meter broke", "a known gap"],
    ["aggregation: ratio", "date,numerator,denominator,note", "gap", { note: "x" }, ",,x", "a known gap"],
  ];
  it.each(values)(
    "reads the value of a metric with %s and %s: %s",
    async (metric, header, value, options, row, said) => {
      const home = at({ "kpi.yaml": definition(metric), "data/m.csv": `${header}\n` });
      const run = await record(home, "m", value, options);
      expect(run).toEqual({
        status: 0,
        out: `Recorded ${said} for m on 2026-08-15 in data/m.csv (line 2).\n`,
        err: "",
      });
      expect(textIn(home, "data/m.csv")).toBe(`${header}\n2026-08-15,${row}\n`);
    },
  );

  it("names numerator and denominator in the new file of a ratio", async () => {
    const home = at({ "kpi.yaml": definition("aggregation: ratio") });
    await record(home, "m", "12/40");
    expect(textIn(home, "data/m.csv")).toBe("date,numerator,denominator\n2026-08-15,12,40\n");
  });
});

describe("kpi record into inline values", () => {
  const block = (rows: string): string =>
    `version: 1\nmetrics:\n  m:\n    title: A metric\n    values:\n${rows}\n    unit: x\n`;
  const places: readonly (readonly [what: string, before: string, options: RecordFlags, after: string])[] = [
    ["a flow map", definition("values: { 2026-06: 1 }"), {}, definition("values: { 2026-06: 1, 2026-08-15: 5 }")],
    [
      "its right place",
      definition("values: { 2026-06: 1 }"),
      { date: "2026-05" },
      definition("values: { 2026-05: 5, 2026-06: 1 }"),
    ],
    ["an empty map", definition("values: {}"), {}, definition("values: { 2026-08-15: 5 }")],
    [
      "quoted keys",
      definition('values: {"2026-06": 1}'),
      { date: "2026-07" },
      definition('values: {"2026-06": 1, "2026-07": 5}'),
    ],
    [
      "a note",
      definition("values: { 2026-06: 1 }"),
      { date: "2026-07", note: 'a: "b" #' },
      definition('values: { 2026-06: 1, 2026-07: { value: 5, note: "a: \\"b\\" #" } }'),
    ],
    ["a block map", block("      2026-06: 1 # one"), {}, block("      2026-06: 1 # one\n      2026-08-15: 5")],
    [
      "a block map with comments",
      block("      # the first\n      2026-04: 1\n      # the second\n      2026-06: 2"),
      { date: "2026-05" },
      block("      # the first\n      2026-04: 1\n      2026-05: 5\n      # the second\n      2026-06: 2"),
    ],
    [
      "an older row before all",
      block("      2026-04: 1"),
      { date: "2026-03" },
      block("      2026-03: 5\n      2026-04: 1"),
    ],
    [
      "rows that are not in order",
      block("      2026-06: 1\n      2026-04: 2"),
      { date: "2026-05" },
      block("      2026-06: 1\n      2026-04: 2\n      2026-05: 5"),
    ],
    ["a year", block("      2024: 1"), { date: "2025" }, block("      2024: 1\n      2025: 5")],
    [
      "rows of several lines",
      block("      2026-04:\n        value: 1\n        note: a\n      2026-06: 2"),
      { date: "2026-05" },
      block("      2026-04:\n        value: 1\n        note: a\n      2026-05: 5\n      2026-06: 2"),
    ],
  ];
  it.each(places)("writes into %s", async (_, before, options, after) => {
    const home = at({ "kpi.yaml": before });
    const line = after.split("\n").findIndex((one, index) => one !== before.split("\n")[index]) + 1;
    const run = await record(home, "m", "5", options);
    expect(run.out).toContain(`in kpi.yaml (line ${line}).\n`);
    expect(textIn(home, "kpi.yaml")).toBe(after);
    await record(at({ "kpi.yaml": before.replaceAll("\n", "\r\n") }), "m", "5", options);
    expect(textIn(folder ?? home, "kpi.yaml")).toBe(after.replaceAll("\n", "\r\n"));
  });

  it("writes ratios and gaps", async () => {
    const home = at({
      "kpi.yaml": definition("aggregation: ratio, values: { 2026-06: { numerator: 1, denominator: 2 } }"),
    });
    await record(home, "m", "12/40", { date: "2026-07" });
    await record(home, "m", "gap", { date: "2026-05", note: "why" });
    expect(textIn(home, "kpi.yaml")).toContain(
      'values: { 2026-05: { value: null, note: "why" }, 2026-06: { numerator: 1, denominator: 2 }, 2026-07: { numerator: 12, denominator: 40 } }',
    );
  });

  it("writes into the document of the metric", async () => {
    const other = "version: 1\nmetrics: { a: { title: Another, values: { 2026-06: 1 } } }\n---\n";
    const home = at({ "kpi.yaml": other + definition("values: { 2026-06: 1 }") });
    await record(home, "m", "5");
    expect(textIn(home, "kpi.yaml")).toBe(other + definition("values: { 2026-06: 1, 2026-08-15: 5 }"));
  });
});

describe("what kpi record prints", () => {
  it("JSON in a fixed order", async () => {
    const home = at({ "kpi.yaml": NPS, "data/m.csv": ROWS });
    const run = await record(home, "m", "71", { date: "2026-07", note: "x", format: ["json"] });
    expect(JSON.parse(run.out)).toEqual({
      schemaVersion: 1,
      asOf: "2026-08-15",
      metric: "m",
      date: "2026-07",
      day: "2026-07-31",
      value: 71,
      numerator: null,
      denominator: null,
      unit: "points",
      note: "x",
      file: "data/m.csv",
      line: 4,
      created: false,
      kpis: [{ id: "k1", before: { status: "off-track", value: 66 }, after: { status: "on-track", value: 71 } }],
    });
    const ratio = at({ "kpi.yaml": definition("aggregation: ratio, unit: '%'") });
    const { out } = await record(ratio, "m", "12/40", { format: ["pretty", "json:out.json"] });
    expect(out).toMatch(/^Recorded 12 of 40/);
    expect(JSON.parse(textIn(ratio, "out.json"))).toMatchObject({
      value: 30,
      numerator: 12,
      denominator: 40,
      created: true,
    });
    home.drop();
  });

  it("a diff with --dry-run that git applies, and writes nothing", async () => {
    for (const files of [{}, { "data/m.csv": ROWS }] as Record<string, string>[]) {
      const home = at({ "kpi.yaml": NPS, ...files });
      const before = everything(home);
      const run = await record(home, "m", "71", { dryRun: true });
      expect(run.err).toMatch(/^Would record 71 points for m on 2026-08-15 in .*data\/m\.csv \(line \d\)\.\n$/);
      expect(everything(home)).toEqual(before);
      execFileSync("git", ["apply", "-"], { cwd: home.path, input: run.out });
      const applied = everything(home);
      await record(home, "m", "71", { date: "2026-07-01" });
      expect(applied["data/m.csv"]).toBe(`${files["data/m.csv"] ?? "date,value\n"}2026-08-15,71\n`);
      home.drop();
    }
  });

  it("how every KPI stands that the row moves, also through a derived metric", async () => {
    const home = at({
      "kpi.yaml": `version: 1
goals: { g: { title: A goal, owner: "@ceo" } }
metrics:
  orders: { title: Orders, cadence: monthly, aggregation: sum, values: { 2026-07: 30 } }
  visits: { title: Visits, cadence: monthly, aggregation: sum, values: { 2026-07: 100, 2026-06: 100 } }
  rate: { title: Rate, unit: "%", derived: { ratio: [orders, visits] } }
  live: { title: Live, unit: boolean, cadence: monthly }
kpis:
  conversion: { title: Convert, goal: g, metric: rate, owner: "@a", timeframe: 2026, target: 40 }
  steady: { title: Keep, goal: g, metric: orders, owner: "@a", timeframe: 2026, target: { max: 90 } }
  draft: { title: Later, state: draft, metric: orders }
  broken: { title: Broken, goal: g, metric: orders, owner: "@a", timeframe: 2026, target: { min: 5, max: 3 } }
  launch: { title: Launch, goal: g, metric: live, owner: "@a", timeframe: 2026, target: true }
`,
    });
    const run = await record(home, "orders", "50", { date: "2026-06" });
    expect(run.out.split("\n").slice(1)).toEqual([
      "  steady: ✓ on-track → ▼ off-track, 30 → 80 of 90",
      "  broken: ⊘ invalid, no value lies inside its range",
      "  conversion: ▲ at-risk → ★ achieved, 30 → 40 of 40 %",
      "",
    ]);
    expect((await record(home, "live", "true")).out).toContain("launch: ? no-data → ★ achieved, done\n");
    expect((await record(home, "orders", "1", { date: "2025-06" })).out).toContain(
      "steady: ▼ off-track, 80 of 90, unchanged\n",
    );
  });

  it("nothing that a terminal would act on", async () => {
    const home = at({
      "kpi.yaml": definition('unit: "\\e]0;x\\a"', ["timeframe: 2026, target: 75"]),
      "data/m.csv": `date,value,note\n2026-06-30,5,\u001b[31m\n`,
    });
    const run = await record(home, "m", "5", { note: "\u001b[2J" });
    const refused = await record(home, "m", "5", { date: "2026-06" });
    const shown = await record(home, "m", "5", { date: "2026-07", dryRun: true, isTerminal: true });
    for (const { out, err } of [run, refused, shown]) expect(out + err).not.toMatch(/[^\P{Cc}\n]/u);
    expect(textIn(home, "data/m.csv")).toContain("\u001b[2J");
  });
});
