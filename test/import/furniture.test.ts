import { describe, expect, it } from "vitest";
import { definitionOf, importCsv, remarksOf } from "./support.ts";

const HEAD = "No;Objective;Indicator;Unit;Target;Due;Owner";
const FULL = ["1;Grow;Visits;visits;75;2026;@ana", "2;Grow;Nights;nights;80;2026;@ana"];

/** The titles of the metrics, and what was left out or not understood. */
function imported(rows: readonly string[], pairs: readonly string[] = [], isOkr = false) {
  const made = importCsv(`${[HEAD, ...rows].join("\n")}\n`, {}, pairs, isOkr);
  const titles = made.entities.filter(({ kind }) => kind === "metric").map(({ definition }) => definition.title);
  return { made, titles, remarks: remarksOf(made) };
}

const ALONE = "it stands alone in its row, as headings and notes do";

describe("what is no indicator is left out, and told", () => {
  it.each<readonly [string, string, string]>([
    ["a heading", ";;CUSTOMERS;;;;", `line 3 | CUSTOMERS | ${ALONE}; fill another cell where it is an indicator`],
    [
      "a heading with a number",
      "II.;;Customers;;;;",
      `line 3 | Customers | ${ALONE}; fill another cell where it is an indicator`,
    ],
    ["a short line", "Customers", `line 3 | Customers | ${ALONE}; fill another cell where it is an indicator`],
    [
      "a note",
      "Source: the survey of 2025;;;;;;",
      `line 3 | Source: the survey of 2025 | ${ALONE}; fill another cell where it is an indicator`,
    ],
    [
      "a note that was cut",
      ";;Source: the survey;in 2025;;;",
      "line 3 | Source: the survey | it is a note, by its first word",
    ],
    ["a total", ";;Total;;155;;", "line 3 | Total | it sums up other rows, by its name"],
    [
      "a total in the first column",
      "Grand total;;;;155;;",
      "line 3 | Grand total | it sums up other rows, by its name",
    ],
    [
      "the total of a part",
      ";;Sub-total customers:;;155;;",
      "line 3 | Sub-total customers: | it sums up other rows, by its name",
    ],
    ["an average", ";;Average (weighted);;77,5;;", "line 3 | Average (weighted) | it sums up other rows, by its name"],
    ["a German total", ";;Summe;;155;;", "line 3 | Summe | it sums up other rows, by its name"],
    ["the header again", HEAD, "line 3 | Indicator | it repeats the header"],
    [
      "a row that is cut at a comma of a text",
      "3;Grow;Guests; returning;;40;2026;@ana",
      'line 3 | Guests | it has more cells than the header; put quotation marks around a cell that holds ";"',
    ],
  ])("%s", (_, row, remark) => {
    const { titles, remarks } = imported([FULL[0] ?? "", row, FULL[1] ?? ""]);
    expect(titles).toEqual(["Visits", "Nights"]);
    expect(remarks).toEqual([remark]);
  });

  it.each([
    ["a total of something", ";;Total sales;EUR;75;2026;@ana", "Total sales"],
    ["an average of something", ";;Average age;years;75;2026;@ana", "Average age"],
    ["a title and a unit", ";;Guests;guests;;;", "Guests"],
    ["a title and a goal", ";Grow;Guests;;;;", "Guests"],
    ["empty cells beyond the header", ";;Guests;guests;;;;;;", "Guests"],
  ])("but %s is an indicator", (_, row, title) => {
    expect(imported([...FULL, row]).titles).toEqual(["Visits", "Nights", title]);
  });

  it("a title beside numbers that nothing is known of is an indicator", () => {
    const made = importCsv("Indicator,2015-16,2016-17,Flag\nVisits,1,2,x\nNights,1,2,x\n");
    expect(made.entities).toHaveLength(2);
  });

  it("rows of one cell are indicators where all are", () => {
    const titles = importCsv("Indicator,Target,Owner,Due\nVisits,,,\nNights,,,\nGuests,5,,\n").entities.map(
      ({ definition }) => definition.title,
    );
    expect(titles).toContain("Visits");
  });

  it("blank rows between groups are nothing", () => {
    const { titles, remarks } = imported([FULL[0] ?? "", ";;;;;;", "", FULL[1] ?? ""]);
    expect([titles, remarks]).toEqual([["Visits", "Nights"], []]);
  });
});

describe("merged cells", () => {
  const rows = (first: string, second: string) =>
    [first, "", second, ""].map((goal, index) => `${index};${goal};Indicator ${index};x;5;2026;@ana`);

  it("are not filled down by themselves; what to write is said", () => {
    const { made, remarks } = imported(rows("Grow", "Save"));
    expect(remarks).toEqual([
      'goal | "Objective" stands in 2 of 4 rows, as merged cells do; where it holds for the rows below, too, write --map "fill=Objective"',
      "line 3 | it is a draft without a goal (--goal)",
      "line 5 | it is a draft without a goal (--goal)",
    ]);
    expect(definitionOf(made, "kpi", "indicator-1")).not.toHaveProperty("goal");
  });

  it("are filled down where somebody says so", () => {
    const { made, remarks } = imported(rows("Grow", "Save"), ["fill=Objective"]);
    expect(remarks).toEqual([]);
    expect(
      ["indicator-0", "indicator-1", "indicator-2", "indicator-3"].map((id) => definitionOf(made, "kpi", id).goal),
    ).toEqual(["grow", "grow", "save", "save"]);
  });

  it("may be headings in rows of their own", () => {
    const lines = [";Grow;;;;;", "1;;Visits;x;5;2026;@ana", ";Save;;;;;", "2;;Energy;x;5;2026;@ana"];
    expect(imported(lines).remarks.slice(0, 2)).toEqual([
      `line 2 | Grow | ${ALONE}; where it holds for the rows below, write --map "fill=Objective"`,
      `line 4 | Save | ${ALONE}; where it holds for the rows below, write --map "fill=Objective"`,
    ]);
    const { made, titles, remarks } = imported(lines, ["fill=Objective"]);
    expect([titles, remarks]).toEqual([["Visits", "Energy"], []]);
    expect(definitionOf(made, "kpi", "energy")).toMatchObject({ goal: "save" });
  });

  it("totals and headers between groups are not filled from", () => {
    const lines = [rows("Grow", "Save")[0] ?? "", ";Total;;;5;;", HEAD, rows("", "")[1] ?? ""];
    const { made } = imported(lines, ["fill=Objective"]);
    expect(definitionOf(made, "kpi", "indicator-1")).toMatchObject({ goal: "grow" });
  });

  it("may hold the title of a history", () => {
    const text = "Indicator,Date,Value\nVisits,2024,1\n,2025,2\nNights,2024,3\n,2025,4\n";
    expect(remarksOf(importCsv(text))[0]).toContain('write --map "fill=Indicator"');
    expect(importCsv(text, {}, ["fill=Indicator"]).data.map(({ records }) => records.length)).toEqual([3, 3]);
  });

  it("are objectives in tables of OKRs", () => {
    const text =
      "Objective,Key Result,Start,Target,Quarter,Owner\nGrow,,,,,@ceo\n,Visits,1,5,2026-Q4,@ana\n,Nights,1,5,2026-Q4,@ana\n";
    const made = importCsv(text, {}, ["fill=Objective"], true);
    expect(made.entities.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      "goal grow",
      "metric visits",
      "metric nights",
      "kpi visits",
      "kpi nights",
    ]);
    expect(definitionOf(made, "kpi", "nights")).toMatchObject({ goal: "grow" });
  });

  it.each([
    ["a goal that stands twice", rows("Grow", "Grow")],
    ["one group", rows("Grow", "")],
    ["none at the top", rows("", "Grow")],
  ])("are not seen in %s", (_, lines) => {
    expect(imported(lines).remarks.filter((remark) => remark.includes("merged"))).toEqual([]);
  });
});
