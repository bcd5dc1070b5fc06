import { afterEach, describe, expect, it } from "vitest";
import { Folder } from "../support/cli.ts";
import { answering, definition, everything, NPS, ROWS, record, textIn } from "../support/record.ts";

let folder: Folder | null = null;

function at(files: Record<string, string | Uint8Array>): Folder {
  folder = new Folder(files);
  return folder;
}

afterEach(() => {
  folder?.drop();
  folder = null;
});

describe("the date that kpi record proposes", () => {
  const QUARTER = definition("cadence: quarterly, unit: points", ["timeframe: 2026-Q2, baseline: 62, target: 75"]);
  const said =
    "kpi: Dated 2026-06-30, the last day of 2026-Q2, for which k1 still awaits the final value; --date gives another day.\n";

  it("is the last day of a window that awaits its final value, and is said", async () => {
    const home = at({ "kpi.yaml": QUARTER });
    expect(await record(home, "m", "71")).toEqual({
      status: 0,
      out: "Recorded 71 points for m on 2026-06-30 in the new file data/m.csv (line 2).\n  k1: ◔ awaiting-data → ✖ missed, 71 of 75 points, final\n",
      err: said,
    });
    expect(await record(home, "m", "72")).toMatchObject({ status: 0, err: "" });
    expect(textIn(home, "data/m.csv")).toBe("date,value\n2026-06-30,71\n2026-08-15,72\n");
  });

  it("is said even with --quiet, and taken with --yes though somebody could be asked", async () => {
    const home = at({ "kpi.yaml": QUARTER });
    expect(await record(home, "m", "71", { quiet: true, yes: true, ask: answering([]) })).toEqual({
      status: 0,
      out: "",
      err: said,
    });
  });

  it("is not asked for where the report on standard output is for programs", async () => {
    const home = at({ "kpi.yaml": QUARTER });
    expect(await record(home, "m", "71", { format: ["json"], ask: answering([]) })).toMatchObject({ err: said });
  });

  it("is the earliest of several, and names all KPIs that wait for it", async () => {
    const home = at({
      "kpi.yaml": definition("cadence: quarterly", [
        "timeframe: 2026-07, target: 5",
        "timeframe: 2026-Q2, target: 5",
        "timeframe: { start: 2026-01-01, end: 2026-06-30 }, target: 5",
      ]),
    });
    const run = await record(home, "m", "5");
    expect(run.err).toContain("Dated 2026-06-30, the last day of 2026-Q2, for which k2 and k3 still await the final");
  });

  it("is no day whose value is known to be missing", async () => {
    const home = at({ "kpi.yaml": QUARTER, "data/m.csv": "date,value,note\n2026-Q2,,broken\n" });
    await record(home, "m", "71");
    expect(textIn(home, "data/m.csv")).toBe("date,value,note\n2026-Q2,,broken\n2026-08-15,71,\n");
  });

  it("is today where no window waits, and nothing is asked", async () => {
    const home = at({ "kpi.yaml": NPS });
    expect(await record(home, "m", "71", { ask: answering([]) })).toMatchObject({ status: 0, err: "" });
    expect(await record(home, "m", "71", { ask: answering([]), asOf: "2026-07-01" })).toMatchObject({ status: 0 });
    expect(textIn(home, "data/m.csv")).toBe("date,value\n2026-07-01,71\n2026-08-15,71\n");
  });

  it("is asked for on a terminal", async () => {
    const home = at({ "kpi.yaml": QUARTER });
    const questions: unknown[] = [];
    const ask = answering(["2026-08-15"], (question) => questions.push(question));
    expect(await record(home, "m", "71", { ask })).toMatchObject({ status: 0, err: "" });
    expect(questions).toEqual([
      {
        message: "Which day is this value of m for?",
        options: [
          { value: "2026-06-30", label: "2026-06-30", hint: "last day of 2026-Q2, still awaited by k1" },
          { value: "2026-08-15", label: "2026-08-15", hint: "today" },
          { value: "other", label: "Another day or period", hint: "typed" },
        ],
      },
    ]);
    expect(textIn(home, "data/m.csv")).toBe("date,value\n2026-08-15,71\n");
  });

  it("can be typed", async () => {
    const home = at({ "kpi.yaml": QUARTER });
    const checks: unknown[] = [];
    const ask = answering(["other", " 2026-05 "], (question) => {
      const { validate } = question as { validate?: (value: string) => string | undefined };
      if (validate !== undefined) checks.push(validate("31.5.2026"), validate("2027"), validate("2026-05"));
    });
    expect(await record(home, "m", "71", { ask })).toMatchObject({ status: 0 });
    expect(checks).toEqual([
      '"31.5.2026" is no date; write 2026-05-31.',
      "2027 begins in the future; a value is recorded when its day has come.",
      undefined,
    ]);
    expect(textIn(home, "data/m.csv")).toBe("date,value\n2026-05,71\n");
  });

  it.each([[[null]], [["other", null]]])(
    "ends with 130 and without a trace where the person breaks off: %j",
    async (answers) => {
      const home = at({ "kpi.yaml": QUARTER });
      expect(await record(home, "m", "71", { ask: answering(answers) })).toEqual({
        status: 130,
        out: "",
        err: "Nothing was recorded.\n",
      });
      expect(everything(home)).toEqual({ "kpi.yaml": QUARTER });
    },
  );

  it("loses nothing of what is written while the question stands", async () => {
    const home = at({ "kpi.yaml": QUARTER });
    const ask = answering(["2026-06-30"], () => home.write("data/m.csv", "date,value\n2026-07-31,9\n"));
    expect(await record(home, "m", "71", { ask })).toMatchObject({ status: 0 });
    expect(textIn(home, "data/m.csv")).toBe("date,value\n2026-06-30,71\n2026-07-31,9\n");
    const inline = at({ "kpi.yaml": QUARTER.replace("unit:", "values: { 2026-01-31: 60 }, unit:") });
    const meanwhile = answering(["2026-06-30"], () =>
      inline.write("kpi.yaml", textIn(inline, "kpi.yaml").replace("60 }", "60, 2026-02-28: 61 }")),
    );
    await record(inline, "m", "71", { ask: meanwhile });
    expect(textIn(inline, "kpi.yaml")).toContain("values: { 2026-01-31: 60, 2026-02-28: 61, 2026-06-30: 71 }");
    home.drop();
  });

  it("refuses a day that somebody else records while the question stands", async () => {
    const home = at({ "kpi.yaml": QUARTER });
    const ask = answering(["2026-06-30"], () => home.write("data/m.csv", "date,value\n2026-Q2,9\n"));
    const run = await record(home, "m", "71", { ask });
    expect(run).toMatchObject({
      status: 2,
      err: expect.stringMatching(/^m has a row for this day already: 2026-Q2,9\./),
    });
  });

  it("stops where the metric has got another file in between", async () => {
    const home = at({ "kpi.yaml": QUARTER });
    const ask = answering(["2026-06-30"], () => {
      home.write("kpi.yaml", QUARTER.replace("unit:", "data: other.csv, unit:"));
      home.write("data/m.csv", ROWS);
    });
    const run = await record(home, "m", "71", { ask });
    expect(run).toMatchObject({ status: 2, err: "The values of m have just changed; record this one again." });
    expect(textIn(home, "data/m.csv")).toBe(ROWS);
  });
});
