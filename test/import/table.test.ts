import { describe, expect, it } from "vitest";
import { readTable } from "../../src/import/csv.ts";
import { mappingFor } from "../../src/import/map.ts";
import { decimalOf, readDigits } from "../../src/import/numbers.ts";
import { CALENDAR_YEAR } from "../../src/workspace/timeframe.ts";

describe("numbers", () => {
  it.each<readonly [string, number | null, number | null, number | null]>([
    // point, comma, unclear
    ["7", 7, 7, 7],
    ["007", 7, 7, 7],
    ["1200", 1200, 1200, 1200],
    ["1.5", 1.5, 1.5, 1.5],
    ["1,5", 1.5, 1.5, 1.5],
    ["1,200", 1200, 1.2, null],
    ["1.200", 1.2, 1200, null],
    ["0.125", 0.125, 0.125, 0.125],
    ["0,125", 0.125, 0.125, 0.125],
    ["1,200.5", 1200.5, 1200.5, 1200.5],
    ["1.200,5", 1200.5, 1200.5, 1200.5],
    ["1,200,300", 1200300, 1200300, 1200300],
    ["1.200.300", 1200300, 1200300, 1200300],
    ["1 200,5", 1200.5, 1200.5, 1200.5],
    ["1e3", 1000, 1000, 1000],
    ["1e999", null, null, null],
    ["12,34,56", null, null, null],
    ["1.2.3", null, null, null],
    ["50, 000", null, null, null],
  ])("%s", (digits, point, comma, unclear) => {
    expect([readDigits(digits, "point"), readDigits(digits, "comma"), readDigits(digits, "unclear")]).toEqual([
      point,
      comma,
      unclear,
    ]);
  });

  it.each<readonly [readonly string[], boolean, string]>([
    [["1.5", "1,200"], false, "point"],
    [["1,5", "1.200"], false, "comma"],
    [["1.5", "1,5"], false, "unclear"],
    [["1,200"], false, "unclear"],
    [["1,200"], true, "point"],
    [["text", ""], true, "point"],
  ])("the decimal mark of %o", (texts, commaPartsCells, expected) => {
    expect(decimalOf(texts, commaPartsCells)).toBe(expected);
  });
});

function table(text: string) {
  const read = readTable(text);
  if (!read.ok) throw new Error(read.message);
  return { names: read.table.columns.map(({ name }) => name), rows: read.table.rows };
}

describe("reading a table", () => {
  it.each([
    ["commas", "a,b\n1,2\n"],
    ["semicolons", "a;b\n1;2\n"],
    ["tabs", "a\tb\n1\t2\n"],
    ["bars", "a|b\n1|2\n"],
    ["a byte order mark", "\uFEFFa,b\n1,2\n"],
    ["Windows line ends", "a,b\r\n1,2\r\n"],
    ["old Mac line ends", "a,b\r1,2\r"],
    ["a separator line", "sep=;\na;b\n1;2\n"],
    ["quotes", '"a","b"\n"1","2"\n'],
    ["blank lines", "\n\na,b\n\n1,2\n\n"],
    ["a title above", "Our indicators\n\na,b\n1,2\n"],
  ])("with %s", (_, text) => {
    const { names, rows } = table(text);
    expect(names).toEqual(["a", "b"]);
    expect(rows.map(({ cells }) => cells)).toEqual([["1", "2"]]);
  });

  it("names columns so that each can be named", () => {
    expect(table('Target,target,,"Two\n lines"\n1,2,3,4\n').names).toEqual(["Target", "target [2]", "#3", "Two lines"]);
  });

  it("tells the line that a row begins on", () => {
    const { rows } = table('a,b\n1,"x\ny"\n\n2,z\n3,"p\r\nq"\n4,r\n');
    expect(rows.map(({ line }) => line)).toEqual([2, 5, 6, 8]);
  });

  it.each([
    ["", /no rows/],
    ["a,b\n", /a header and no rows/],
    ['a,b\n1,"2\n3,4\n', /quotation mark/],
    ['a,b\n1,2"3"\n', /line 2 has a quotation mark/],
    [`${"x,".repeat(1500)}\n${"1,".repeat(1500)}\n`, /more than 1000 columns/],
  ])("says what is wrong with %j", (text, message) => {
    const read = readTable(text);
    expect(read.ok ? "" : read.message).toMatch(message);
  });
});

function mapped(header: string, pairs: readonly string[] = [], row = header.replace(/[^,]+/g, "x")) {
  const read = readTable(`${header}\n${row}\n${row}\n`);
  if (!read.ok) throw new Error(read.message);
  const { columns } = read.table;
  const result = mappingFor(read.table, pairs, CALENDAR_YEAR);
  if (!result.ok) return result.faults;
  const name = (index: number): string => columns[index]?.name ?? "";
  const fields = Object.fromEntries(
    Object.entries(result.mapping.fields).map(([field, index]) => [field, name(index)]),
  );
  const values = result.mapping.values.map(name);
  return { ...fields, ...(values.length > 0 ? { values } : {}), left: result.left.map((column) => column.name) };
}

describe("what headers propose", () => {
  it.each([
    [
      "Indicator,Unit,Target,Owner,Remarks",
      { title: "Indicator", unit: "Unit", target: "Target", owner: "Owner", left: ["Remarks"] },
    ],
    ["KPI Name,Metric,Goal,Due date", { title: "KPI Name", metric: "Metric", goal: "Goal", due: "Due date", left: [] }],
    ["Metric,Target", { title: "Metric", target: "Target", left: [] }],
    [
      "Name,Baseline 2020,Target 2030,2023,2024",
      { title: "Name", baseline: "Baseline 2020", target: "Target 2030", values: ["2023", "2024"], left: [] },
    ],
    [
      "Name,2030 target,Q1 2026,Jan 2026,2026-W31",
      { title: "Name", target: "2030 target", values: ["Q1 2026", "Jan 2026", "2026-W31"], left: [] },
    ],
    ["Name,Actual 2024,2025 (actual)", { title: "Name", values: ["Actual 2024", "2025 (actual)"], left: [] }],
    ["Name,2016-17,2017-18", { title: "Name", left: ["2016-17", "2017-18"] }],
    ["Name,2010-10,2010-11", { title: "Name", values: ["2010-10", "2010-11"], left: [] }],
    ["Indicator,Date,Value", { title: "Indicator", date: "Date", value: "Value", left: [] }],
    ["Indicator,Year,Target", { title: "Indicator", timeframe: "Year", target: "Target", left: [] }],
    [
      "TITLE,target_value,responsible_person",
      { title: "TITLE", target: "target_value", owner: "responsible_person", left: [] },
    ],
    [
      "Indicator (short),Target (%),Baseline (days)",
      { title: "Indicator (short)", target: "Target (%)", baseline: "Baseline (days)", left: [] },
    ],
  ])("%s", (header, expected) => {
    expect(mapped(header)).toEqual(expected);
  });

  it("looks at the cells where a header may mean two things", () => {
    expect(mapped("KPI,Goal", [], "Visits,95%")).toEqual({ title: "KPI", target: "Goal", left: [] });
    expect(mapped("KPI,Start,Target", [], "Visits,40,60")).toEqual({
      title: "KPI",
      baseline: "Start",
      target: "Target",
      left: [],
    });
    expect(mapped("KPI,Start,Target", [], "Visits,2026-01-01,60")).toEqual({
      title: "KPI",
      start: "Start",
      target: "Target",
      left: [],
    });
  });

  it("leaves open which of several targets is meant", () => {
    expect(mapped("Name,Target 2025,Target 2030")).toEqual([
      'Several columns may be the target (Target 2025, Target 2030); write --map "target=Target 2025" with the one that is meant.',
    ]);
    expect(mapped("Name,Target 2025,Target 2030", ["target=Target 2030"])).toEqual({
      title: "Name",
      target: "Target 2030",
      left: ["Target 2025"],
    });
  });
});

describe("--map", () => {
  it.each<readonly [string, readonly string[], object]>([
    ["Wording,Aim", ["title=Wording,target=Aim"], { title: "Wording", target: "Aim", left: [] }],
    ["Wording,Aim", ["title = wording", "target=#2"], { title: "Wording", target: "Aim", left: [] }],
    ['"Wording, long",Aim', ["title=Wording, long,target=Aim"], { title: "Wording, long", target: "Aim", left: [] }],
    ["Name,Target,Owner", ["owner="], { title: "Name", target: "Target", left: ["Owner"] }],
    ["Name,Target,Target", ["target=target [2]"], { title: "Name", target: "Target [2]", left: ["Target"] }],
    ["Name,2023,2024,2025", ["values=2024,values=2025"], { title: "Name", values: ["2024", "2025"], left: ["2023"] }],
    ["Name,Indicator", ["title=Name"], { title: "Name", left: ["Indicator"] }],
  ])("%s with %o", (header, pairs, expected) => {
    expect(mapped(header, pairs)).toEqual(expected);
  });

  it.each<readonly [string, readonly string[], RegExp]>([
    ["Name,Target", ["targt=Target"], /There is no field "targt"; did you mean target\?/],
    ["Name,Target", ["zzzzzz=Target"], /There is no field "zzzzzz"; fields are title, id/],
    ["Name,Target", ["target=Targt"], /There is no column "Targt"; did you mean "Target"\?/],
    ["Name,Target", ["target"], /has no "="/],
    ["Aaa,Bbb", [], /No column is known to hold titles; write --map "title=…" with one of: Aaa, Bbb\./],
    ["Name,Target", ["values=Target"], /"Target" is no period/],
    ["Name,Target", ["target=#7"], /There is no column "#7"/],
  ])("%s with %o says what is wrong", (header, pairs, message) => {
    expect([mapped(header, pairs)].flat().join("\n")).toMatch(message);
  });
});
