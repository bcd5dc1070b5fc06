import { describe, expect, it } from "vitest";
import { readTable } from "../../src/import/csv.ts";
import { mappingFor } from "../../src/import/map.ts";
import { decimalOf, readDigits } from "../../src/import/numbers.ts";
import { CALENDAR_YEAR, type FiscalYear } from "../../src/workspace/timeframe.ts";

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
    ["a title above, and tabs", "Our indicators\n\na\tb\n1\t2\n"],
    ["a title with a comma above, and semicolons", "Indicators, 2026\n\na;b\n1;2\n"],
  ])("with %s", (_, text) => {
    const { names, rows } = table(text);
    expect(names).toEqual(["a", "b"]);
    expect(rows.map(({ cells }) => cells)).toEqual([["1", "2"]]);
  });

  it("names columns so that each can be named", () => {
    expect(table('Target,target,,"Two\n lines"\n1,2,3,4\n').names).toEqual(["Target", "target [2]", "#3", "Two lines"]);
  });

  it.each<readonly [string, string, readonly string[]]>([
    ["2025,,2026,", "Target,Actual,Target,Actual", ["2025 Target", "2025 Actual", "2026 Target", "2026 Actual"]],
    ["KPI,2025,,Owner", ",Target,Actual,", ["KPI", "2025 Target", "2025 Actual", "Owner"]],
    ["KPI,Actual,,Owner", ",2024,2025,", ["KPI", "Actual 2024", "Actual 2025", "Owner"]],
    [",2025,2026,", "KPI,Target,Target,Owner", ["KPI", "2025 Target", "2026 Target", "Owner"]],
  ])("puts headers in two rows together: %s above %s", (above, below, names) => {
    const read = table(`${above}\n${below}\n1,2,3,4\n`);
    expect(read.names).toEqual(names);
    expect(read.rows.map(({ line }) => line)).toEqual([3]);
  });

  it.each([
    ["KPI,,Unit,Owner", "Visits,5,visits,@ana"],
    ["KPI,2025,,Owner", "Visits,5,6,@ana"],
    ["KPI,2025,,Owner", ",5,6,"],
    ["KPI,2025,,Owner", ",Target,,"],
    [",KPI,Unit,Target", "A,Visits,,75"],
    ["KPI,2025,,Owner,Unit", ",Target,Actual,Name,"],
  ])("takes no row of values for headers: %s above %s", (above, below) => {
    expect(table(`${above}\n${below}\n1,2,3,4\n`).rows).toHaveLength(2);
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

const APRIL: FiscalYear = { month: 4, day: 1, namedBy: "start" };

function mapped(
  header: string,
  pairs: readonly string[] = [],
  row = header.replace(/[^,]+/g, "x"),
  fiscal = CALENDAR_YEAR,
) {
  const read = readTable(`${header}\n${row}\n${row}\n`);
  if (!read.ok) throw new Error(read.message);
  const { columns } = read.table;
  const result = mappingFor(read.table, pairs, fiscal);
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
    ["Name,Actual 2015-16,Actual 2016-17", { title: "Name", left: ["Actual 2015-16", "Actual 2016-17"] }],
    ["Name,Target 2016-17", { title: "Name", target: "Target 2016-17", left: [] }],
    ["Name,Target 2030 (%)", { title: "Name", target: "Target 2030 (%)", left: [] }],
    ["Name,Target for the end of 2030", { title: "Name", target: "Target for the end of 2030", left: [] }],
    ["Name,Actual result 2024,2025 (%)", { title: "Name", values: ["Actual result 2024", "2025 (%)"], left: [] }],
    ["Name,2025 (planned),Forecast 2026", { title: "Name", left: ["2025 (planned)", "Forecast 2026"] }],
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

  it.each([
    [
      "Performance indicator,Expected result,Responsible,Unit of measure,Target 2017,Date to achieve target,Actual result 2016-17",
      {
        title: "Performance indicator",
        goal: "Expected result",
        owner: "Responsible",
        unit: "Unit of measure",
        target: "Target 2017",
        due: "Date to achieve target",
        value: "Actual result 2016-17",
        left: [],
      },
    ],
    [
      "Outcome statement,Objectively verifiable indicators,Means of verification,Baseline value,Baseline year,End of project target,Responsible officer,Assumptions",
      {
        goal: "Outcome statement",
        title: "Objectively verifiable indicators",
        source: "Means of verification",
        baseline: "Baseline value",
        "baseline-date": "Baseline year",
        target: "End of project target",
        owner: "Responsible officer",
        left: ["Assumptions"],
      },
    ],
    [
      "Perspective,Strategic Objective,KPI Name,KPI Formula,Target Value (2030),Data collection frequency,Data Source,Lead department,Status",
      {
        category: "Perspective",
        goal: "Strategic Objective",
        title: "KPI Name",
        definition: "KPI Formula",
        target: "Target Value (2030)",
        cadence: "Data collection frequency",
        source: "Data Source",
        owner: "Lead department",
        left: ["Status"],
      },
    ],
    [
      "Objective,Key results,DRI,Start value,Current value,Target value,Due by,Confidence,Score",
      {
        goal: "Objective",
        title: "Key results",
        owner: "DRI",
        baseline: "Start value",
        value: "Current value",
        target: "Target value",
        due: "Due by",
        left: ["Confidence", "Score"],
      },
    ],
    [
      "N°,Résultat attendu,Indicateur,Unité de mesure,Valeur de référence (2023),Cible 2026,Responsable,Source des données,Fréquence,Réalisé 2024",
      {
        goal: "Résultat attendu",
        title: "Indicateur",
        unit: "Unité de mesure",
        baseline: "Valeur de référence (2023)",
        target: "Cible 2026",
        owner: "Responsable",
        source: "Source des données",
        cadence: "Fréquence",
        values: ["Réalisé 2024"],
        left: ["N°"],
      },
    ],
    [
      "Ziel,Kennzahl,Maßeinheit,Ausgangswert 2024,Zielwert 2026,Ist-Wert 2025,Verantwortlich,Datenquelle,Messhäufigkeit,Fällig",
      {
        goal: "Ziel",
        title: "Kennzahl",
        unit: "Maßeinheit",
        baseline: "Ausgangswert 2024",
        target: "Zielwert 2026",
        values: ["Ist-Wert 2025"],
        owner: "Verantwortlich",
        source: "Datenquelle",
        cadence: "Messhäufigkeit",
        due: "Fällig",
        left: [],
      },
    ],
  ])("of real tables: %s", (header, expected) => {
    expect(mapped(header)).toEqual(expected);
  });

  it.each([
    ...["Expected outcome", "Intended outcome", "Desired outcome", "Expected results", "Strategic priority"].map(
      (header) => [header, "goal"] as const,
    ),
    ...["Objective statement", "Departmental Result", "Corporate objectives"].map(
      (header) => [header, "goal"] as const,
    ),
    ...["Actual result", "Actual results", "Most recent value", "Latest figure"].map(
      (header) => [header, "value"] as const,
    ),
    ...["Person responsible", "Accountable Officer", "Lead agency", "Department responsible", "Measure owner"].map(
      (header) => [header, "owner"] as const,
    ),
    ...["MoV", "Sources of verification", "Source of information"].map((header) => [header, "source"] as const),
    ...["Frequency of data collection", "Reporting frequency", "Measurement Frequency"].map(
      (header) => [header, "cadence"] as const,
    ),
    ...["Target value", "Final target", "LOP target"].map((header) => [header, "target"] as const),
    ...["Indicator definition", "Calculation method", "Method of calculation"].map(
      (header) => [header, "definition"] as const,
    ),
    ...["Expected completion date", "Achieve by"].map((header) => [header, "due"] as const),
    ["Lead/lag", "type"] as const,
    ["Desired trend", "better"] as const,
  ])("%s is the %s", (header, field) => {
    expect(mapped(`KPI,${header}`)).toEqual({ title: "KPI", [field]: header, left: [] });
  });

  it.each([
    "Milestone",
    "Milestone 2025",
    "Annual target",
    "Progress",
    "Status",
    "Aim",
    "Output",
    "Impact",
    "Data owner",
    "Comments",
  ])("%s stays open", (header) => {
    expect(mapped(`KPI,${header}`)).toEqual({ title: "KPI", left: [header] });
  });

  it("takes the more telling of two columns", () => {
    expect(mapped("KPI,Outcome,Objective,Lead,Accountable,Reporting frequency,Data collection frequency")).toEqual({
      title: "KPI",
      goal: "Objective",
      owner: "Accountable",
      cadence: "Data collection frequency",
      left: ["Outcome", "Lead", "Reporting frequency"],
    });
  });

  it.each<readonly [string, string, object]>([
    ["KPI,Reason,Why", "", { why: "Why", left: ["Reason"] }],
    ["KPI,Month,Date,Value", "", { date: "Date", left: ["Month"] }],
    ["KPI,Objective,Goal", "", { goal: "Goal", left: ["Objective"] }],
    ["KPI,Objective,Goal", "Visits,Grow,95", { goal: "Objective", left: ["Goal"] }],
    ["KPI,State", "Visits,Bavaria", { left: ["State"] }],
    ["KPI,State", "Visits,draft", { state: "State", left: [] }],
    ["KPI,Goal title,Metric title", "", { goal: "Goal title", metric: "Metric title", left: [] }],
    ["KPI,Goal,Goal title,Metric,Metric title", "", { "goal-title": "Goal title", "metric-title": "Metric title" }],
    ["KPI,target_min,target_max,if_off_track", "", { "target-min": "target_min", "if-off-track": "if_off_track" }],
  ])("the own name of a field is the best header: %s", (header, row, expected) => {
    expect(mapped(header, [], row === "" ? undefined : row)).toMatchObject(expected);
  });

  it("reads spans of two years as fiscal years only where the config states one", () => {
    const header = "Name,2010-11,2015-16,2016-2017,FY 2017/18";
    expect(mapped(header)).toEqual({ title: "Name", left: header.split(",").slice(1) });
    expect(mapped(header, [], undefined, APRIL)).toEqual({
      title: "Name",
      values: header.split(",").slice(1),
      left: [],
    });
    expect(mapped("Name,2010-11,2011-12", [], undefined, APRIL)).toEqual({
      title: "Name",
      left: ["2010-11", "2011-12"],
    });
    expect(mapped("Name,2010-2011,2011-2012", [], undefined, APRIL)).toMatchObject({ left: [] });
    expect(mapped("Name,2010-2011,2012-2013", [], undefined, APRIL)).toMatchObject({
      left: ["2010-2011", "2012-2013"],
    });
  });

  it("looks at the cells where a header may mean two things", () => {
    expect(mapped("KPI,Results", [], "Visits,People come because of the bridge")).toEqual({
      title: "KPI",
      left: ["Results"],
    });
    expect(mapped("KPI,Results", [], "Visits,n/a")).toEqual({ title: "KPI", value: "Results", left: [] });
    expect(mapped("KPI,Expected result", [], "Visits,95")).toEqual({
      title: "KPI",
      target: "Expected result",
      left: [],
    });
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
    expect(mapped("Name,Target,Target 2030")).toEqual([
      'Several columns may be the target (Target, Target 2030); write --map "target=Target" with the one that is meant.',
    ]);
    expect([mapped("Name,Target 2025 ($),Target 2030")].flat()[0]).toContain('write --map "target=#2"');
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
    [
      "Name,Target",
      ["values=Target"],
      /^"Target" is no period, so that its values have no date; write --map "value=Target" --date DAY, with the day that they are from\.$/,
    ],
    ["Name,Achieved,Date", ["values=Achieved"], /write --map "value=Achieved": its values have the dates of "Date"\.$/],
    [
      "Name,Actual result 2016-17",
      ["values=Actual result 2016-17"],
      /^"Actual result 2016-17" may be a fiscal year, so that its values have no date; write --map "value=Actual result 2016-17" --date 2017-03-31, with the day that they are from, or say in the config when your fiscal year starts, with fiscal_year_starts\.$/,
    ],
    [
      "Name,2015-16,2016-17",
      ["values=2015-16,values=2016-17"],
      /^"2015-16", "2016-17" may be fiscal years, so that their values have no date; write --map "value=2015-16" --date 2016-03-31/,
    ],
    ["Name,Target", ["target=#7"], /There is no column "#7"/],
  ])("%s with %o says what is wrong", (header, pairs, message) => {
    expect([mapped(header, pairs)].flat().join("\n")).toMatch(message);
  });
});
