import { describe, expect, it } from "vitest";
import type { Example } from "../../src/rules/define.ts";
import { changed, good, withFiles } from "../../src/rules/examples.ts";
import { baseline, type Edit, type Edits, field, files, metric, target, timeframe } from "./kpi-edits.ts";
import { type Files, placeText, review } from "./review.ts";

const entry = (name: string, reason = "The survey moved"): string =>
  `{ date: 2026-08-14, field: ${name}, reason: ${reason} }`;
const entries = (...names: readonly string[]): Edit => [
  '    owner: "@cx-lead"\n',
  `    owner: "@cx-lead"\n    changes: [${names.map((name) => entry(name)).join(", ")}]\n`,
];
const rows = (...lines: readonly string[]): Edit => [
  "      2026-06-30: 68\n",
  `      2026-06-30: 68\n${lines.map((line) => `      ${line}\n`).join("")}`,
];
const EASED = target("72");

/** What one verdict says, and where. */
async function told(id: string, before: Files, after: Files, asOf = "2026-08-15") {
  const { changes } = await review({ before, after, asOf });
  return changes
    .filter(({ ruleId }) => ruleId === `diff/${id}`)
    .map((change) => ({
      severity: change.severity,
      message: change.message,
      reason: change.reason,
      place: `${change.place.file} ${placeText(change, { before, after })}`,
    }));
}

describe("diff/near-deadline", () => {
  it.each<[string, string, string, string | null]>([
    [
      "at 80 % of a window of ten days",
      "{ start: 2026-08-01, end: 2026-08-10 }",
      "2026-08-08",
      "2 days before the end (2026-08-10), after 80 %",
    ],
    ["at 80 % of a year", "2026", "2026-10-19", "73 days before the end (2026-12-31), after 80 %"],
    ["a day before that", "2026", "2026-10-18", null],
    ["7 days before the end of a month", "2026-08", "2026-08-24", "7 days before the end (2026-08-31), after 77 %"],
    ["8 days before the end of a month", "2026-08", "2026-08-23", null],
    ["on the day before the last", "2026", "2026-12-30", "one day before the end (2026-12-31), after 99 %"],
    ["before it began, though it ends soon", "{ start: 2026-08-16, end: 2026-08-20 }", "2026-08-15", null],
    [
      "of what recurs, at its own end",
      "{ every: monthly, start: 2026-01-01, end: 2026-08-31 }",
      "2026-08-01",
      "30 days before the end (2026-08-31), after 87 %",
    ],
    [
      "of what recurs, at the end of one period",
      "{ every: monthly, start: 2026-01-01, end: 2026-12-31 }",
      "2026-08-30",
      null,
    ],
    ["of what recurs without an end", "{ every: monthly, start: 2020-01-01 }", "2026-08-30", null],
  ])("%s", async (_, window, asOf, words) => {
    const [before, after] = [files(timeframe(window)), files(timeframe(window), EASED)];
    expect(await told("near-deadline", before, after, asOf)).toEqual(
      words === null
        ? []
        : [
            {
              severity: "error",
              message: `This easing comes ${words} of the time; the easing has no reason yet.`,
              reason: null,
              place: "kpi.yaml 72",
            },
          ],
    );
  });

  it.each<[string, string]>([
    ["2026-12-31", "on the last day (2026-12-31)"],
    ["2027-01-01", "one day after the end (2026-12-31)"],
    ["2027-02-09", "40 days after the end (2026-12-31)"],
  ])("on %s", async (asOf, words) => {
    expect(await told("near-deadline", good.files, files(EASED), asOf)).toMatchObject([
      { message: `This easing comes ${words}; the easing has no reason yet.` },
    ]);
  });

  it.each<[string, Files, Files, string]>([
    ["a later end, by the end of the base", files(timeframe("2026-Q3")), files(timeframe("2026-H2")), "2026-H2"],
    ["a guardrail that is gone", files(field("guardrails: [{ metric: nps, min: 60 }]")), good.files, "nps-2026"],
    ["a lower baseline", good.files, files(baseline("60")), "60"],
    ["a KPI that starts again", good.files, files(["  nps-2026:", "  nps-again:"], EASED), "nps-again"],
  ])("tells %s", async (_, before, after, place) => {
    expect(await told("near-deadline", before, after, "2026-12-20")).toMatchObject([
      { severity: "error", place: `kpi.yaml ${place}` },
    ]);
  });

  it.each<[string, Files, Files]>([
    ["a higher target", good.files, files(target("80"))],
    ["an earlier end", good.files, files(timeframe("{ start: 2026-01-01, end: 2026-12-24 }"))],
    ["other words", good.files, files(["why: Promoters", "why: They"])],
    ["new values", good.files, files(rows("2026-08-14: 69"))],
    ["a KPI that is removed", good.files, files(["    type: lagging\n", "    type: lagging\n    state: draft\n"])],
    ["a new KPI", files(["    type: lagging\n", "    type: lagging\n    state: draft\n"]), files(EASED)],
  ])("is silent about %s", async (_, before, after) => {
    expect(await told("near-deadline", before, after, "2026-12-20")).toEqual([]);
  });

  it("is explained where every easing is, and says all reasons once", async () => {
    const edits: Edits = [EASED, baseline("60")];
    const at = (...names: readonly string[]) =>
      told("near-deadline", good.files, files(...edits, entries(...names)), "2026-12-20");
    expect(await at("target")).toMatchObject([{ severity: "error", reason: null }]);
    expect(await at("target", "baseline")).toMatchObject([{ severity: "warning", reason: "The survey moved" }]);
    const two: Edit = [
      '    owner: "@cx-lead"\n',
      `    owner: "@cx-lead"\n    changes: [${entry("target", "A")}, ${entry("baseline", "B")}]\n`,
    ];
    const [found] = await told("near-deadline", good.files, files(...edits, two), "2026-12-20");
    expect(found?.reason?.split("; ").sort()).toEqual(["A", "B"]);
  });

  it("comes once for a KPI, whatever is eased", async () => {
    const after = files(EASED, baseline("60"), timeframe("{ start: 2026-01-01, end: 2027-03-31 }"));
    expect(await told("near-deadline", good.files, after, "2026-12-20")).toHaveLength(1);
  });

  it("comes for every KPI that a lower line of the status eases", async () => {
    const config = (line: string): Files =>
      withFiles(good, { "kpi.config.yaml": `version: 1\nstatus: ${line}\n` }).files;
    const after = config("{ on_track: 0.8 } # We learn");
    expect(await told("near-deadline", config("{ on_track: 0.95 }"), after, "2026-12-20")).toMatchObject([
      { severity: "warning", reason: "We learn", place: "kpi.config.yaml 0.8" },
    ]);
  });
});

describe("diff/status-by-definition", () => {
  it.each<[string, Edits, string]>([
    ["a lower target", [EASED], "at-risk → on-track on the same data (attainment 46.15 % → 60 %)"],
    ["a target that is reached", [target("68")], "at-risk → achieved on the same data (attainment 46.15 % → 100 %)"],
    ["more time", [timeframe("{ start: 2026-01-01, end: 2027-06-30 }")], "at-risk → on-track on the same data"],
    ["a plan that rises later", [field("path: step")], "at-risk → on-track on the same data"],
    ["a window that has not begun", [timeframe("2026-Q4")], "at-risk → not-started on the same data"],
    [
      "another aggregation",
      [metric("unit: points", "aggregation: max"), target("66")],
      "at-risk → achieved on the same data",
    ],
  ])("%s", async (_, edits, words) => {
    const [found, ...others] = await told("status-by-definition", good.files, files(...edits));
    expect(others).toEqual([]);
    expect(found?.message).toContain(`The status gets better by the edit alone: ${words}`);
    expect(found).toMatchObject({ severity: "error", reason: null, place: "kpi.yaml nps-2026" });
  });

  it("comes by a lower line of the status, for every KPI that it bears on", async () => {
    const lowered = (comment: string): Example =>
      withFiles(good, { "kpi.config.yaml": `version: 1\nstatus: { on_track: 0.9 }${comment}\n` });
    expect(await told("status-by-definition", good.files, lowered("").files)).toMatchObject([{ severity: "error" }]);
    expect(await told("status-by-definition", good.files, lowered(" # We learn").files)).toMatchObject([
      { severity: "warning", reason: "We learn" },
    ]);
  });

  it.each<[string, Edits, string, string | null]>([
    ["no reason", [EASED], "error", null],
    ["a reason", [EASED, entries("target")], "warning", "The survey moved"],
    ["a reason for one of two easings", [EASED, baseline("60"), entries("target")], "error", null],
    ["a reason for both", [EASED, baseline("60"), entries("target", "baseline")], "warning", "The survey moved"],
  ])("with %s", async (_, edits, severity, reason) => {
    expect(await told("status-by-definition", good.files, files(...edits))).toMatchObject([{ severity, reason }]);
  });

  it("is said where new values come as well, as far as the edit did it", async () => {
    expect(await told("status-by-definition", good.files, files(EASED, rows("2026-08-14: 70")))).toMatchObject([
      { message: expect.stringContaining("at-risk → on-track on the same data (attainment 46.15 % → 60 %)") },
    ]);
  });

  it.each<[string, Files, Files]>([
    ["new values that do it", good.files, files(rows("2026-08-14: 74"))],
    ["a status that gets worse", good.files, files(target("90"))],
    ["an easing that moves no status", files(target("71")), files(target("70"))],
    [
      "an easing that new values outweigh, as far as the edit did nothing",
      files(target("100")),
      files(target("99"), rows("2026-08-14: 98")),
    ],
    ["a definition that could not be judged before", files(target("soon")), good.files],
    ["a new KPI", files(["    type: lagging\n", "    type: lagging\n    state: draft\n"]), good.files],
    ["what is tightened and eased to the same", good.files, files(field("tags: [a]"))],
  ])("is silent about %s", async (_, before, after) => {
    expect(await told("status-by-definition", before, after)).toEqual([]);
  });
});

describe("diff/mixed-lanes", () => {
  it.each<[string, Edits, readonly unknown[]]>([
    ["an easing and a new value", [EASED, rows("2026-08-14: 69")], [{ severity: "info", place: "kpi.yaml nps-2026" }]],
    [
      "an easing and a value that is filled in",
      [EASED, ["      2026-03-31: 64\n", "      2026-03-15: 63\n      2026-03-31: 64\n"]],
      [{ severity: "info" }],
    ],
    ["an easing with its reason", [EASED, entries("target"), rows("2026-08-14: 69")], [{ severity: "info" }]],
    ["an easing alone", [EASED], []],
    ["a new value alone", [rows("2026-08-14: 69")], []],
    ["a higher target and a new value", [target("80"), rows("2026-08-14: 69")], []],
    ["other words and a new value", [["why: Promoters", "why: They"], rows("2026-08-14: 69")], []],
    ["an easing and a value that is rewritten", [EASED, ["2026-06-30: 68", "2026-06-30: 69"]], []],
  ])("%s", async (_, edits, expected) => {
    expect(await told("mixed-lanes", good.files, files(...edits))).toMatchObject(expected);
  });

  it("is silent where the new value is that of another metric", async () => {
    const OTHER: Edit = ["\nkpis:\n", "  csat:\n    title: Satisfaction\n    values:\n      2026-06-30: 70\n\nkpis:\n"];
    const before = files(OTHER);
    const after = changed(
      OTHER,
      ["      2026-06-30: 70\n", "      2026-06-30: 70\n      2026-08-14: 71\n"],
      EASED,
    ).files;
    expect(await told("mixed-lanes", before, after)).toEqual([]);
  });

  it("makes the whole a definition change", async () => {
    const lane = async (...edits: Edits) => (await review({ before: good.files, after: files(...edits) })).lane;
    expect(await lane(rows("2026-08-14: 69"), ["last: 2026-07-02", "last: 2026-08-14"])).toBe("check-in");
    expect(await lane(EASED, rows("2026-08-14: 69"))).toBe("definition");
    expect(await lane(["      2026-03-31: 64\n", "      2026-03-15: 63\n      2026-03-31: 64\n"])).toBe("definition");
  });
});
