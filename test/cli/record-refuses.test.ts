import { readdirSync, readFileSync, symlinkSync } from "node:fs";
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

describe("what kpi record refuses", () => {
  const HEADER = "date,value\n";
  const refusals: readonly (readonly [
    id: string,
    value: string,
    options: RecordFlags,
    files: Record<string, string>,
    message: string | RegExp,
  ])[] = [
    ["mm", "5", {}, {}, 'There is no metric "mm"; did you mean m?'],
    [
      "mm",
      "5",
      {},
      { "kpi.yaml": NPS, "bad.kpi.yaml": "version: 1\ngoals: [\n" },
      'There is no metric "mm" in what can be read, but bad.kpi.yaml cannot be read whole; run kpi check first.',
    ],
    ["revenue", "5", {}, {}, 'There is no metric "revenue"; those defined here are m.'],
    ["k1", "5", {}, { "kpi.yaml": NPS }, '"k1" is a KPI; values are recorded for its metric m.'],
    ["m", "1,200", {}, {}, '"1,200" is no plain number; write 1200.'],
    ["m", "5%", {}, {}, '"5%" is no plain number; write 5.'],
    ["m", "many", {}, {}, '"many" is no number; write digits only, with a point for decimals, such as 1200.5.'],
    ["m", "1e999", {}, {}, '"1e999" is too large for a number; write a smaller one.'],
    ["m", "NaN", {}, {}, /is no number/],
    ["m", "", {}, {}, "There is no value; write a number, such as 1200.5."],
    ["m", "true", {}, {}, /"true" is no number/],
    ...["7", "0.5", "maybe", ""].map(
      (typed) =>
        [
          "m",
          typed,
          {},
          { "kpi.yaml": definition("unit: boolean") },
          `m is done or not done, because its unit is boolean; write true or false (yes, no, done, 1 or 0 will do) instead of "${typed}".`,
        ] as const,
    ),
    [
      "m",
      "12/40",
      {},
      {},
      'm takes one number, not "12/40"; only metrics with the aggregation ratio take a numerator and a denominator.',
    ],
    ["m", "gap", {}, {}, 'A gap is recorded with its reason; write --note "why there is no value" beside gap.'],
    ["m", "5", { note: " \n" }, {}, "--note wants a text; write one, or leave the flag out."],
    ["m", "5", { date: "30.6.2026" }, {}, '--date: "30.6.2026" is no date; write 2026-06-30.'],
    ["m", "5", { date: "2026-02-30" }, {}, '--date: "2026-02-30" is no day of the calendar; write a date that exists.'],
    [
      "m",
      "5",
      { date: "2026-08-17" },
      {},
      "--date: 2026-08-17 is in the future; a value is recorded when its day has come.",
    ],
    [
      "m",
      "5",
      { date: "2026-Q4" },
      {},
      "--date: 2026-Q4 begins in the future; a value is recorded when its day has come.",
    ],
    ["m", "5", { format: ["jsn"] }, {}, 'There is no format "jsn"; did you mean json?'],
    [
      "m",
      "5",
      { dryRun: true, format: ["json"] },
      {},
      "--dry-run prints a diff on standard output; write the report to a file: --format json:FILE.",
    ],
    [
      "m",
      "101",
      {},
      { "kpi.yaml": NPS },
      "101 is above what m can be: its bounds are -100 to 100. Correct the value, or the bounds in its definition.",
    ],
    [
      "m",
      "-1",
      {},
      { "kpi.yaml": definition("bounds: { min: 0 }") },
      /^-1 is below what m can be: its bounds are at least 0\./,
    ],
    [
      "m",
      "1",
      {},
      { "kpi.yaml": definition("bounds: { max: 0 }") },
      /^1 is above what m can be: its bounds are at most 0\./,
    ],
    [
      "m",
      "9/8",
      {},
      { "kpi.yaml": definition("aggregation: ratio, unit: '%', bounds: { max: 100 }") },
      /^112.5 is above what m can be/,
    ],
    [
      "m",
      "30",
      {},
      { "kpi.yaml": definition("aggregation: ratio") },
      'm is a ratio, which is added up from numerators and denominators; write both, such as 12/40, instead of "30".',
    ],
    ["m", "1/2/3", {}, { "kpi.yaml": definition("aggregation: ratio") }, /^m is a ratio/],
    ["m", "1,200/4", {}, { "kpi.yaml": definition("aggregation: ratio") }, '"1,200" is no plain number; write 1200.'],
    [
      "m",
      "1/",
      {},
      { "kpi.yaml": definition("aggregation: ratio") },
      "There is no denominator; write a number, such as 1200.5.",
    ],
    ["m", "1/0", {}, { "kpi.yaml": definition("aggregation: ratio") }, /^The denominator is 0, which gives no rate/],
    ["m", "1e300/1e-300", {}, { "kpi.yaml": definition("aggregation: ratio") }, /^This rate is too large for a number/],
    [
      "m",
      "1/2",
      {},
      { "kpi.yaml": definition("aggregation: ratio"), "data/m.csv": HEADER },
      "A ratio needs the columns date,numerator,denominator, and data/m.csv has date,value; change its header and its rows first.",
    ],
    [
      "m",
      "5",
      {},
      { "kpi.yaml": definition("derived: { sum: [a, b] }") },
      "m is computed from a and b; record those instead.",
    ],
    [
      "m",
      "5",
      { date: "2026-06" },
      { "data/m.csv": ROWS },
      "m has a row for this day already: 2026-06-30,66. To correct it, edit line 3 of data/m.csv; for another day, add --date.",
    ],
    [
      "m",
      "5",
      {},
      { "data/m.csv": `${HEADER}2026-08-15,x\n` },
      /^m has a row for this day already: 2026-08-15,x\. .* line 2 of/,
    ],
    ["m", "5", {}, { "data/m.csv": `${HEADER}2026-08-15,"x\n` }, /^m has a row for this day already: 2026-08-15,"x\. /],
    [
      "m",
      "5",
      {},
      { "kpi.yaml": definition("values: { 2026-08-15: 7 }") },
      /^m has a row for this day already: 2026-08-15: 7\. To correct it, edit line 5 of kpi.yaml;/,
    ],
    [
      "m",
      "5",
      {},
      { "data/m.csv": "datum;wert\n" },
      /^data\/m.csv: The cells of this data file are separated by semicolons/,
    ],
    ["m", "5", {}, { "data/m.csv": "2026-01-31,5\n" }, /^data\/m.csv: This data file has no header; write date,value/],
    [
      "m",
      "5",
      { note: "x" },
      { "data/m.csv": `${HEADER}2026-01-31,1,200\n` },
      /^data\/m.csv has no note column, and some of its rows have more cells/,
    ],
    [
      "m",
      "5",
      {},
      { "kpi.yaml": definition("aggregation: most") },
      "The definition of m has errors in aggregation, which `kpi check` shows; correct them first.",
    ],
    [
      "m",
      "5",
      {},
      { "kpi.yaml": definition("data: ../m.csv") },
      "The data file ../m.csv lies outside the workspace, where nothing is written; correct the path.",
    ],
    [
      "m",
      "5",
      {},
      { "data/m.csv": `version https://git-lfs.github.com/spec/v1\noid sha256:${"a1".repeat(32)}\nsize 12345\n` },
      "The data file data/m.csv is only a pointer of git LFS; fetch the file itself with: git lfs pull",
    ],
    [
      "m",
      "5",
      {},
      { "kpi.yaml": definition("values: *v").replace("metrics:", "x-rows: &v { 2026-06: 1 }\nmetrics:") },
      /^The values of m in kpi.yaml cannot take a row: they come from an alias/,
    ],
    [
      "m",
      "5",
      {},
      {
        "kpi.yaml": definition("values: &v { 2026-06: 1 }").concat("x-again: *v\n"),
      },
      /an alias shows them elsewhere too/,
    ],
    [
      "m",
      "5",
      {},
      { "kpi.yaml": definition("<<: *b").replace("metrics:", "x-base: &b { values: { 2026-06: 1 } }\nmetrics:") },
      /cannot take a row/,
    ],
  ];
  it.each(refusals)("%s %s %j", async (id, value, options, files, message) => {
    const home = at({ "kpi.yaml": definition("unit: EUR"), ...files });
    const before = everything(home);
    const run = await record(home, id, value, options);
    expect(run).toMatchObject({ status: 2, out: "" });
    if (typeof message === "string") expect(run.err).toBe(message);
    else expect(run.err).toMatch(message);
    expect(everything(home)).toEqual(before);
  });

  it("places that take no file", async () => {
    const home = at({ "kpi.yaml": definition("unit: EUR"), data: "a file" });
    expect((await record(home, "m", "5")).err).toBe(
      "data is a file, where the folder of the data file data/m.csv would be.",
    );
    const folders = at({ "kpi.yaml": definition("unit: EUR"), "data/m.csv/x": "" });
    expect((await record(folders, "m", "5")).err).toBe("The data file data/m.csv cannot be read: it is a folder.");
    home.drop();
  });

  it("a workspace without files", async () => {
    expect((await record(at({}), "m", "5")).err).toMatch(/^There are no KPI files/);
  });

  it("files that are not UTF-8, whose bytes would be lost", async () => {
    const latin = Buffer.from("date,value,note\n2026-06-30,5,caf\xe9\n", "latin1");
    const home = at({ "kpi.yaml": definition("unit: EUR"), "data/m.csv": latin });
    expect((await record(home, "m", "5")).err).toBe("data/m.csv is not UTF-8; save it as UTF-8 first.");
    expect(readFileSync(home.join("data/m.csv"))).toEqual(latin);
  });

  it("links that leave the workspace or lead nowhere", async () => {
    const outside = new Folder({ "m.csv": ROWS });
    const home = at({
      "kpi.yaml": definition("data: m.csv"),
      "a.kpi.yaml": "version: 1\nmetrics: { far: { title: Far, data: far/x.csv } }\n",
    });
    symlinkSync(outside.join("m.csv"), home.join("m.csv"));
    symlinkSync(outside.path, home.join("far"));
    expect((await record(home, "m", "5")).err).toMatch(/^m.csv is a link that leaves the workspace/);
    expect((await record(home, "far", "5")).err).toMatch(/^far\/x.csv is a link that leaves the workspace/);
    expect(readdirSync(outside.path)).toEqual(["m.csv"]);
    outside.drop();
    expect((await record(home, "m", "5")).err).toMatch(/^m.csv is a link to a file that does not exist/);
  });

  it("a row that would bring a finding for another metric of the same file", async () => {
    const other = "version: 1\nmetrics: { n: { title: Narrow, data: data/m.csv, bounds: { max: 100 } } }\n";
    const home = at({ "kpi.yaml": definition("unit: EUR"), "n.kpi.yaml": other, "data/m.csv": ROWS });
    const run = await record(home, "m", "101");
    expect(run.err).toMatch(/^Nothing was recorded, because it would bring a finding: 101 on 2026-08-15 is above/);
    expect(textIn(home, "data/m.csv")).toBe(ROWS);
  });
});
