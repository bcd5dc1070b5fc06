import { describe, expect, it } from "vitest";
import { changed, good } from "../../src/rules/examples.ts";
import { type Edit, field, files, SUM, target, timeframe } from "./kpi-edits.ts";
import { type Files, placeText, review } from "./review.ts";

const GOOD = good.files["kpi.yaml"] ?? "";
/** The good workspace without its KPI. */
const NONE: Files = { "kpi.yaml": GOOD.slice(0, GOOD.indexOf("kpis:\n")) };
const state = (name: string): Edit => ["    type: lagging\n", `    type: lagging\n    state: ${name}\n`];
const RETIRED: Edit = [
  "    type: lagging\n",
  "    type: lagging\n    state: retired\n    retired: { on: 2026-08-14, reason: The survey moved }\n",
];
const renamed = (...edits: readonly Edit[]): Files => files(["  nps-2026:", "  nps-again:"], ...edits);
const REASON = field("changes: [{ date: 2026-08-14, field: target, reason: The survey moved }]");

/** What begins and ends, in few words; the other verdicts are told by their names alone. */
async function lives(before: Files, after: Files, asOf = "2026-08-15") {
  const { changes } = await review({ before, after, asOf });
  return changes.map((change) => ({
    id: change.ruleId.slice("diff/".length),
    severity: change.severity,
    message: change.message.replace(/; say why.*$/, ".").replace(/\.$/, ""),
    place: `${change.side} ${placeText(change, { before, after })}`,
  }));
}

const ids = (seen: readonly { readonly id: string }[]): readonly string[] => seen.map(({ id }) => id);

describe("diff/kpi-removed-early", () => {
  it.each<[string, Files, Files, string, string, string]>([
    [
      "deleted",
      good.files,
      NONE,
      "deleted while it is at-risk, and ends in 138 days (2026-12-31)",
      "error",
      "base nps-2026",
    ],
    [
      "retired",
      good.files,
      files(RETIRED),
      "retired while it is at-risk, and ends in 138 days (2026-12-31)",
      "warning",
      "head retired",
    ],
    [
      "retired without a reason",
      good.files,
      files(state("retired")),
      "retired while it is at-risk, and ends in 138 days (2026-12-31)",
      "error",
      "head retired",
    ],
    [
      "set to a draft",
      good.files,
      files(state("draft")),
      "set back to a draft while it is at-risk, and ends in 138 days (2026-12-31)",
      "error",
      "head draft",
    ],
    [
      "deleted in the last week",
      files(timeframe("{ start: 2026-01-01, end: 2026-08-22 }")),
      NONE,
      "deleted while it is off-track, and ends in 7 days (2026-08-22)",
      "error",
      "base nps-2026",
    ],
    [
      "deleted on the day before its last",
      files(timeframe("{ start: 2026-01-01, end: 2026-08-16 }")),
      NONE,
      "deleted while it is off-track, and ends tomorrow (2026-08-16)",
      "error",
      "base nps-2026",
    ],
    [
      "deleted on its last day",
      files(timeframe("{ start: 2026-01-01, end: 2026-08-15 }")),
      NONE,
      "deleted while it is off-track, and ends today (2026-08-15)",
      "error",
      "base nps-2026",
    ],
    [
      "deleted before it began",
      files(timeframe("2026-Q4")),
      NONE,
      "deleted while it is not-started, and ends in 138 days (2026-12-31)",
      "error",
      "base nps-2026",
    ],
    [
      "deleted, of what recurs without an end",
      files(timeframe("{ every: quarterly, start: 2020-01-01 }")),
      NONE,
      "deleted while it is no-data",
      "error",
      "base nps-2026",
    ],
    [
      "deleted, though nobody can read its timeframe",
      files(timeframe("soon")),
      NONE,
      "deleted while it is invalid",
      "error",
      "base nps-2026",
    ],
  ])("%s", async (_, before, after, words, severity, place) => {
    expect(await lives(before, after)).toEqual([
      { id: "kpi-removed-early", severity, message: `The KPI is ${words}`, place },
    ]);
  });

  it("tells the last status on the old data", async () => {
    const after: Files = { "kpi.yaml": (NONE["kpi.yaml"] ?? "").replace("2026-06-30: 68", "2026-06-30: 74") };
    expect(await lives(good.files, after)).toContainEqual(
      expect.objectContaining({ message: "The KPI is deleted while it is at-risk, and ends in 138 days (2026-12-31)" }),
    );
  });

  it("is no matter of an unreadable file, which is said elsewhere", async () => {
    const before: Files = { "kpi.yaml": GOOD, "more.kpi.yaml": "version: 1\n" };
    const broken: Files = { "kpi.yaml": `${GOOD}  broken: [\n`, "more.kpi.yaml": "version: 1\n" };
    const { changes, unread } = await review({ before, after: broken });
    expect(changes).toEqual([]);
    expect(unread).toEqual(["kpi.yaml"]);
  });
});

describe("diff/kpi-closed", () => {
  const OVER = timeframe("2026-Q2");

  it.each<[string, Files, Files, string, string]>([
    ["deleted", files(OVER), NONE, "deleted after its end; its last status was missed", "base nps-2026"],
    [
      "retired",
      files(OVER),
      files(OVER, state("retired")),
      "retired after its end; its last status was missed",
      "head retired",
    ],
    [
      "a draft",
      files(OVER),
      files(OVER, state("draft")),
      "set back to a draft after its end; its last status was missed",
      "head draft",
    ],
    [
      "achieved",
      files(OVER, target("68")),
      NONE,
      "deleted after its end; its last status was achieved",
      "base nps-2026",
    ],
    [
      "what recurred until its end",
      files(timeframe("{ every: monthly, start: 2026-01-01, end: 2026-06-30 }")),
      NONE,
      "deleted after its end; its last status was missed",
      "base nps-2026",
    ],
  ])("%s", async (_, before, after, words, place) => {
    expect(await lives(before, after)).toEqual([
      { id: "kpi-closed", severity: "info", message: `The KPI is ${words}`, place },
    ]);
  });

  it("begins on the day after the last one", async () => {
    const before = files(timeframe("{ start: 2026-01-01, end: 2026-08-14 }"));
    expect(ids(await lives(before, NONE, "2026-08-14"))).toEqual(["kpi-removed-early"]);
    expect(ids(await lives(before, NONE, "2026-08-15"))).toEqual(["kpi-closed"]);
  });

  it("is a retired KPI that is deleted, whenever it ends", async () => {
    expect(await lives(files(RETIRED), NONE)).toEqual([
      { id: "kpi-closed", severity: "info", message: "The retired KPI is deleted", place: "base nps-2026" },
    ]);
  });
});

describe("diff/kpi-renamed", () => {
  it.each<[string, Files, Files]>([
    ["another id", good.files, renamed()],
    ["the same target in other words", good.files, renamed(target("{ by: 13 }"))],
    ["the same window in other words", good.files, renamed(timeframe("{ start: 2026-01-01, end: 2026-12-31 }"))],
    ["a KPI whose window is over", files(timeframe("2026-Q2")), renamed(timeframe("2026-Q2"))],
    [
      "another file",
      good.files,
      {
        "kpi.yaml": NONE["kpi.yaml"] ?? "",
        "b.kpi.yaml": `kpis:\n${(renamed()["kpi.yaml"] ?? "").split("kpis:\n")[1]}`,
      },
    ],
  ])("%s", async (_, before, after) => {
    expect(await lives(before, after)).toEqual([
      {
        id: "kpi-renamed",
        severity: "info",
        message: 'The KPI "nps-2026" is called "nps-again" now',
        place: "head nps-again",
      },
    ]);
  });

  it("compares everything else as that of one KPI", async () => {
    const after = renamed(["baseline: 62", "baseline: 60"], ["title: Net Promoter Score of 75", "title: Score of 75"]);
    const seen = await lives(good.files, after);
    expect(ids(seen)).toEqual(["baseline-moved", "kpi-renamed", "text-changed", "status-by-definition"]);
  });

  it("shows the figures of before under the old id", async () => {
    const { effects } = await review({ before: good.files, after: renamed(["baseline: 62", "baseline: 60"]) });
    expect(effects).toMatchObject([
      { id: "nps-again", oldId: "nps-2026", attribution: { before: { status: "at-risk" } } },
    ]);
  });

  it("finds its own one among several new ones", async () => {
    const two =
      (renamed()["kpi.yaml"] ?? "") +
      (renamed(target("70"))["kpi.yaml"] ?? "").split("kpis:\n")[1]?.replace("nps-again", "nps-easy");
    expect(ids(await lives(good.files, { "kpi.yaml": two }))).toEqual(["kpi-added", "kpi-renamed"]);
  });
});

describe("diff/kpi-relaunched", () => {
  it.each<[string, Files, Files, string, string]>([
    ["with a lower target", good.files, renamed(target("70")), "75 points by 2026-12-31", "70 points by 2026-12-31"],
    [
      "with more time",
      good.files,
      renamed(timeframe("{ start: 2026-01-01, end: 2027-06-30 }")),
      "75 points by 2026-12-31",
      "75 points by 2027-06-30",
    ],
    [
      "with another kind of target",
      good.files,
      renamed(target("{ min: 80 }")),
      "75 points by 2026-12-31",
      "at least 80 points by 2026-12-31",
    ],
    [
      "with longer periods",
      files(SUM, timeframe("{ every: monthly, start: 2026-01-01 }")),
      renamed(SUM, timeframe("{ every: yearly, start: 2026-01-01 }")),
      "75 points",
      "75 points",
    ],
    [
      "while the old one is retired",
      good.files,
      {
        "kpi.yaml":
          (files(state("retired"))["kpi.yaml"] ?? "") + (renamed(target("70"))["kpi.yaml"] ?? "").split("kpis:\n")[1],
      },
      "75 points by 2026-12-31",
      "70 points by 2026-12-31",
    ],
  ])("%s", async (_, before, after, old, now) => {
    const seen = await lives(before, after);
    expect(seen[0]).toEqual({
      id: "kpi-relaunched",
      severity: "error",
      message: `KPI "nps-2026" (${old}) starts again as "nps-again" (${now})`,
      place: "head nps-again",
    });
    expect(ids(seen)).not.toContain("kpi-removed-early");
    expect(ids(seen)).not.toContain("kpi-added");
  });

  it.each<[string, Files]>([
    ["an entry of the new one", renamed(REASON, target("70"))],
    [
      "the line of the old one",
      renamed(target("70"), [
        "version: 1\n",
        "version: 1\nremoved: { nps-2026: { on: 2026-08-14, reason: The survey moved } }\n",
      ]),
    ],
    [
      "the reason why the old one is retired",
      {
        "kpi.yaml": (files(RETIRED)["kpi.yaml"] ?? "") + (renamed(target("70"))["kpi.yaml"] ?? "").split("kpis:\n")[1],
      },
    ],
  ])("takes %s as the reason", async (_, after) => {
    const { changes } = await review({ before: good.files, after });
    expect(changes.find(({ ruleId }) => ruleId === "diff/kpi-relaunched")).toMatchObject({
      severity: "warning",
      reason: "The survey moved",
    });
  });

  it.each<[string, Files, Files, readonly string[]]>([
    [
      "of an old one that is over",
      files(timeframe("2026-Q2")),
      renamed(timeframe("2026-Q4"), target("70")),
      ["kpi-added", "kpi-closed"],
    ],
    ["with a higher target by the same day", good.files, renamed(target("80")), ["kpi-added", "kpi-removed-early"]],
    [
      "on another metric",
      good.files,
      renamed(
        target("70"),
        ["metric: nps", "metric: csat"],
        ["\nkpis:\n", "  csat: { title: Satisfaction, unit: points, values: { 2026-06-30: 70 } }\n\nkpis:\n"],
      ),
      ["kpi-added", "kpi-removed-early", "metric-added"],
    ],
    ["as a draft", good.files, renamed(target("70"), state("draft")), ["kpi-added", "kpi-removed-early"]],
    [
      "beside the old one",
      good.files,
      { "kpi.yaml": GOOD + (renamed(target("70"))["kpi.yaml"] ?? "").split("kpis:\n")[1] },
      ["kpi-added"],
    ],
  ])("is not told: %s", async (_, before, after, expected) => {
    expect(ids(await lives(before, after))).toEqual(expected);
  });

  it("pairs with the one on the same goal", async () => {
    const other = (renamed(target("72"))["kpi.yaml"] ?? "").split("kpis:\n")[1] ?? "";
    const elsewhere = other.replace("goal: happy-customers", "goal: brand").replace("nps-again", "nps-brand");
    const after = { "kpi.yaml": `${NONE["kpi.yaml"]}kpis:\n${elsewhere}${other}` };
    const { changes } = await review({ before: good.files, after });
    expect(changes.filter(({ ruleId }) => ruleId === "diff/kpi-relaunched").map(({ entity }) => entity?.id)).toEqual([
      "nps-again",
    ]);
  });
});

describe("diff/kpi-added", () => {
  it.each<[string, Files, Files, string]>([
    ["new", NONE, good.files, "new: 75 points in 2026"],
    [
      "new, relative to data",
      NONE,
      files(target("+25%"), ["    baseline: 62\n", ""]),
      "new: +25% (77.5 points) in 2026",
    ],
    [
      "new, and it recurs",
      NONE,
      files(target("{ min: 60 }"), timeframe("{ every: monthly, start: 2026-01-01 }")),
      "new: at least 60 points in every month from 2026-01-01",
    ],
    ["new, as a draft", NONE, files(state("draft")), "new, as a draft"],
    ["new, as a retired one", NONE, files(RETIRED), "new, as a retired one"],
    ["a draft that becomes active", files(state("draft")), good.files, "no longer a draft: 75 points in 2026"],
    ["a retired one that comes back", files(RETIRED), good.files, "no longer retired: 75 points in 2026"],
  ])("%s", async (_, before, after, words) => {
    expect(await lives(before, after)).toEqual([
      { id: "kpi-added", severity: "info", message: `The KPI is ${words}`, place: "head nps-2026" },
    ]);
  });
});

describe("drafts", () => {
  const draft = (...edits: readonly Edit[]): Files => files(state("draft"), ...edits);

  it.each<[string, Files, Files, string, string]>([
    ["deleted", draft(), NONE, "The draft is deleted", "base nps-2026"],
    ["retired", draft(), files(RETIRED), "The draft is retired", "head nps-2026"],
  ])("%s", async (_, before, after, message, place) => {
    expect(await lives(before, after)).toEqual([{ id: "draft-removed", severity: "info", message, place }]);
  });

  it("may change as they like", async () => {
    const after = draft(target("10"), timeframe("2030"), ["    baseline: 62\n", ""], ['    owner: "@cx-lead"\n', ""]);
    expect(await lives(draft(), after)).toMatchObject(
      ["owner", "timeframe", "baseline", "target"].map((field) => ({
        id: "text-changed",
        severity: "info",
        message: expect.stringContaining(`The ${field} changes`),
      })),
    );
  });

  it("are no way around a reason: what becomes active is compared from then on", async () => {
    expect(ids(await lives(draft(), files(target("70"))))).toEqual(["kpi-added"]);
    expect(ids(await lives(files(target("75")), files(target("70"))))).toContain("target-eased");
  });
});

describe("retired KPIs", () => {
  it("may be described further", async () => {
    const outcome: Edit = ["reason: The survey moved }", "reason: The survey moved, outcome: 71 points }"];
    expect(await lives(files(RETIRED), files(RETIRED, outcome))).toMatchObject([{ id: "text-changed" }]);
  });

  it("say nothing where nothing changes", async () => {
    expect(await lives(files(RETIRED), changed(RETIRED, ["version: 1\n", "# retired\nversion: 1\n"]).files)).toEqual(
      [],
    );
  });
});
