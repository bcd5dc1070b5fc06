import { describe, expect, it } from "vitest";
import type { Change } from "../../src/changes/change.ts";
import { commentFor } from "../../src/changes/config-reason.ts";
import { changed, good, rowsInFile, withFiles } from "../../src/rules/examples.ts";
import { twoKpis } from "../../src/rules/second-kpi.ts";
import { type Files, type ReviewInput, review } from "./review.ts";

type Edit = readonly [from: string, to: string];

const files = (...edits: readonly Edit[]): Files => changed(...edits).files;
/** Entries in the `changes` of the KPI, the later ones below. */
const entries = (...written: readonly string[]): Edit => [
  '    owner: "@cx-lead"\n',
  `    owner: "@cx-lead"\n    changes:\n${written.map((entry) => `      - ${entry}\n`).join("")}`,
];
const entry = (field: string, date = "2026-08-14", reason = "The survey moved"): string =>
  `{ date: ${date}, field: ${JSON.stringify(field)}, reason: ${JSON.stringify(reason)} }`;

const EASED: Edit = ["target: 75", "target: 72"];
const LATER: Edit = [
  "    timeframe: 2026\n    base",
  "    timeframe: { start: 2026-01-01, end: 2027-01-31 }\n    base",
];

/** What the review says of one verdict: level, reason, message. */
async function told(id: string, input: ReviewInput) {
  const { changes } = await review(input);
  return changes.filter(({ ruleId }) => ruleId === `diff/${id}`).map(answerIn);
}

const answerIn = ({ severity, reason, message }: Change) => ({ severity, reason, message });
const explained = (reason = "The survey moved") => [expect.objectContaining({ severity: "warning", reason })];
const unexplained = (advice: string) => [
  expect.objectContaining({ severity: "error", reason: null, message: expect.stringContaining(advice) }),
];

describe("the fields of an entry", () => {
  it.each<[string, string, Edit]>([
    ["target-eased", "target", EASED],
    ["target-eased", "Target", EASED],
    ["target-eased", "kpi.target", EASED],
    ["target-eased", "target.value", EASED],
    ["target-eased", "target and timeframe", EASED],
    ["target-eased", "timeframe, target", EASED],
    ["target-eased", "baseline/target", EASED],
    ["target-eased", "owner & target", EASED],
    ["deadline-extended", "timeframe", LATER],
    ["deadline-extended", "deadline", LATER],
    ["deadline-extended", "Deadline", LATER],
    ["deadline-extended", "due", LATER],
    ["deadline-extended", "end", LATER],
    ["deadline-extended", "timeframe.end", LATER],
    ["deadline-extended", "kpi.timeframe.end", LATER],
    ["deadline-extended", "target and timeframe", LATER],
    ["start-moved", "start", ["    timeframe: 2026\n    base", "    timeframe: 2026-H2\n    base"]],
    ["start-moved", "window", ["    timeframe: 2026\n    base", "    timeframe: 2026-H2\n    base"]],
    ["baseline-moved", "baseline.value", ["baseline: 62", "baseline: 60"]],
    ["objective-relinked", "objective", ["    goal: happy-customers", "    goal: other"]],
    ["kpi-switched-metric", "KPI.metric", ["metric: nps", "metric: other"]],
    ["kpi-removed-early", "state", ["    type: lagging\n", "    type: lagging\n    state: draft\n"]],
    ["unit-changed", "metric.unit", ["unit: points", "unit: score"]],
    ["unit-changed", "unit", ["unit: points", "unit: score"]],
    ["unit-changed", "metric", ["unit: points", "unit: score"]],
    ["unit-changed", "nps", ["unit: points", "unit: score"]],
    ["direction-flipped", "direction", ["    unit: points\n", "    unit: points\n    better: lower\n"]],
    ["metric-redefined", "aggregation", ["    unit: points\n", "    unit: points\n    aggregation: mean\n"]],
    ["metric-redefined", "metric.bounds", ["bounds: { min: -100, max: 100 }", "bounds: { min: -100 }"]],
    ["history-rewritten", "history", ["2026-06-30: 68", "2026-06-30: 70"]],
    ["history-rewritten", "values", ["2026-06-30: 68", "2026-06-30: 70"]],
    ["history-rewritten", "data", ["2026-06-30: 68", "2026-06-30: 70"]],
  ])("%s is explained by `%s`", async (id, field, edit) => {
    const after = files(edit, entries(entry(field)));
    expect(await told(id, { before: good.files, after })).toEqual(explained());
    expect(await told(id, { before: good.files, after: files(edit) })).toEqual(unexplained("say why"));
  });

  it.each<[string, Edit]>([
    ["timeframe", EASED],
    ["targets", EASED],
    ["stretch target", EASED],
    ["target", LATER],
    ["time", LATER],
    ["", EASED],
    ["constructor", EASED],
    ["__proto__", EASED],
    ["and", EASED],
  ])("`%s` explains nothing of another field", async (field, edit) => {
    const { changes } = await review({ before: good.files, after: files(edit, entries(entry(field))) });
    const asked = changes.filter(({ asksReason }) => asksReason);
    expect(asked.length).toBeGreaterThan(0);
    for (const { severity, reason } of asked) expect({ severity, reason }).toEqual({ severity: "error", reason: null });
  });

  it("says what to write, and where", async () => {
    expect(await told("target-eased", { before: good.files, after: files(EASED) })).toEqual(
      unexplained('say why: add { date: 2026-08-15, field: target, reason: … } to the changes of KPI "nps-2026".'),
    );
  });

  it("takes one entry for several fields that it names, and asks for every other one", async () => {
    const after = files(EASED, LATER, ["baseline: 62", "baseline: 60"], entries(entry("target and deadline")));
    const { changes } = await review({ before: good.files, after });
    const answers = changes.filter(({ eases }) => eases).map(({ ruleId, reason }) => [ruleId, reason]);
    expect(answers).toEqual([
      ["diff/baseline-moved", null],
      ["diff/deadline-extended", "The survey moved"],
      ["diff/target-eased", "The survey moved"],
    ]);
  });

  it("keeps the reasons of two entries apart", async () => {
    const after = files(
      EASED,
      LATER,
      entries(entry("deadline", "2026-08-14", "B"), entry("target", "2026-08-14", "A")),
    );
    expect(await told("target-eased", { before: good.files, after })).toEqual(explained("A"));
    expect(await told("deadline-extended", { before: good.files, after })).toEqual(explained("B"));
  });

  it("asks for every KPI that is eased", async () => {
    const both = twoKpis("lagging", "output").files["kpi.yaml"] ?? "";
    const after = both
      .replace("target: 75", "target: 72")
      .replace("target: { min: 600 }", "target: { min: 500 }")
      .replace('    owner: "@cx-lead"\n', `    owner: "@cx-lead"\n    changes: [${entry("target")}]\n`);
    const { changes } = await review({ before: { "kpi.yaml": both }, after: { "kpi.yaml": after } });
    const eased = changes.filter(({ ruleId }) => ruleId === "diff/target-eased");
    expect(eased.map(({ entity, severity }) => [entity?.id, severity])).toEqual([
      ["nps-2026", "warning"],
      ["answers-2026", "error"],
    ]);
  });
});

describe("a new entry", () => {
  const old = entries(entry("target", "2026-08-10", "The first time"));

  it.each<[string, Edit, unknown]>([
    ["the one that explained an earlier change is not", old, unexplained("say why")],
    [
      "one that says the same in another order of keys is not",
      entries('{ reason: "The first time", field: target, date: 2026-08-10 }'),
      unexplained("say why"),
    ],
    [
      "one beside the old one is",
      entries(entry("target", "2026-08-10", "The first time"), entry("target")),
      explained(),
    ],
    [
      "the old one written a second time is",
      entries(...Array<string>(2).fill(entry("target", "2026-08-10", "The first time"))),
      explained("The first time"),
    ],
    ["one that took the place of the old one is", entries(entry("target")), explained()],
  ])("%s", async (_, written, expected) => {
    expect(await told("target-eased", { before: files(old), after: files(EASED, written) })).toEqual(expected);
  });

  it("is none that came with another name", async () => {
    const copied = files(["  nps-2026:", "  nps-again:"], EASED, old);
    expect(await told("kpi-relaunched", { before: files(old), after: copied })).toEqual(unexplained("nps-again"));
    const renamed = files(["  nps-2026:", "  nps-again:"], ["unit: points", "unit: score"], entries(entry("unit")));
    expect(await told("unit-changed", { before: files(entries(entry("unit"))), after: renamed })).toEqual(
      unexplained('the changes of KPI "nps-again"'),
    );
    expect(await told("unit-changed", { before: good.files, after: renamed })).toEqual(explained());
  });
});

describe("the day of an entry", () => {
  it.each<[string, string, string | undefined, unknown]>([
    ["after the base", "2026-08-12", "2026-08-11", explained()],
    ["on the day of the base", "2026-08-11", "2026-08-11", explained()],
    ["before the base, in a folder that has no day", "2025-01-01", undefined, explained()],
    ["on the day of a review that looks back before the base", "2026-08-15", "2026-11-20", explained()],
    [
      "before the base",
      "2026-08-10",
      "2026-08-11",
      unexplained(
        'the entry of 2026-08-10 in the changes of KPI "nps-2026" is older than this change set (2026-08-11); date it 2026-08-15.',
      ),
    ],
  ])("%s", async (_, date, notBefore, expected) => {
    const after = files(EASED, entries(entry("target", date)));
    const input = { before: good.files, after, ...(notBefore === undefined ? {} : { notBefore }) };
    expect(await told("target-eased", input)).toEqual(expected);
  });

  it("may be that of any of several entries", async () => {
    const after = files(EASED, entries(entry("target", "2026-08-01", "Old"), entry("target", "2026-08-12", "New")));
    expect(await told("target-eased", { before: good.files, after, notBefore: "2026-08-11" })).toEqual(
      explained("New"),
    );
  });

  it("is asked of entries for a metric too", async () => {
    const after = files(["unit: points", "unit: score"], entries(entry("unit", "2026-08-10")));
    expect(await told("unit-changed", { before: good.files, after, notBefore: "2026-08-11" })).toEqual(
      unexplained("the entry of 2026-08-10"),
    );
  });
});

describe("an entry that is there already", () => {
  it("is not new because it has another date", async () => {
    const before = files(entries(entry("target", "2026-07-01")));
    const after = files(EASED, entries(entry("target", "2026-08-14")));
    expect(await told("target-eased", { before, after })).toEqual(unexplained("say why"));
  });

  it("may be said again, beside the older one", async () => {
    const before = files(entries(entry("target", "2026-07-01")));
    const after = files(EASED, entries(entry("target", "2026-07-01"), entry("target", "2026-08-14")));
    expect(await told("target-eased", { before, after })).toEqual(explained());
  });

  it("is none where it has no words: that is a finding of the check", async () => {
    const after = files(EASED, entries(entry("target", "2026-08-14", " ")));
    expect(await told("target-eased", { before: good.files, after })).toEqual(unexplained("say why"));
    expect(await told("text-changed", { before: good.files, after })).toMatchObject([
      { severity: "info", message: expect.stringContaining("Not compared: changes cannot be read") },
    ]);
  });
});

describe("a change of a metric", () => {
  const TWO = `
  nps-again:
    title: Net Promoter Score of 60 in every quarter
    goal: happy-customers
    metric: nps
    owner: "@support-lead"
    timeframe: 2026
    target: { min: 60 }
`;
  const withSecond = (text: string | undefined, more: string): Files => ({ "kpi.yaml": `${text}${TWO}${more}` });

  it.each<[string, string, unknown]>([
    ["any KPI that uses it", `    changes: [${entry("unit")}]\n`, explained()],
    [
      "a draft, which promises nothing",
      `    changes: [${entry("unit")}]\n    state: draft\n`,
      unexplained('the changes of KPI "nps-2026"'),
    ],
  ])("is explained by an entry of %s", async (_, more, expected) => {
    const before = withSecond(good.files["kpi.yaml"], "");
    const after = withSecond(files(["unit: points", "unit: score"])["kpi.yaml"], more);
    expect(await told("unit-changed", { before, after })).toEqual(expected);
  });

  it("is not explained by an entry of a KPI on another metric", async () => {
    const both = twoKpis("lagging", "output").files["kpi.yaml"] ?? "";
    const after = both
      .replace("unit: points", "unit: score")
      .replace('    owner: "@support-lead"\n', `    owner: "@support-lead"\n    changes: [${entry("unit")}]\n`);
    expect(await told("unit-changed", { before: { "kpi.yaml": both }, after: { "kpi.yaml": after } })).toEqual(
      unexplained('the changes of KPI "nps-2026"'),
    );
  });

  it("is explained by an entry of a KPI on a metric that is derived from it", async () => {
    const derived: Edit = [
      "\nkpis:\n",
      `  promoters: { title: Promoters, unit: people, values: { 2026-06-30: 5 } }
  share: { title: Share of promoters, unit: "%", derived: { ratio: [promoters, nps] } }

kpis:
  share-2026:
    title: A share of half
    goal: happy-customers
    metric: share
    owner: "@ana"
    timeframe: 2026
    target: 50
`,
    ];
    const before = files(derived);
    const after = files(
      derived,
      ["unit: people", "unit: customers"],
      ["    target: 50\n", `    target: 50\n    changes: [${entry("unit")}]\n`],
    );
    expect(await told("unit-changed", { before, after })).toEqual(explained());
  });
});

describe("what is removed", () => {
  const text = twoKpis("lagging", "output").files["kpi.yaml"] ?? "";
  const without = text.slice(0, text.indexOf("\n  answers-2026:"));
  const removed = (map: string, rest = without): Files => ({
    "kpi.yaml": rest.replace("version: 1\n", `version: 1\nremoved: { ${map} }\n`),
  });
  const advice =
    "say why: retire it with state: retired instead, or add removed: { answers-2026: { on: 2026-08-15, reason: … } } at the top level of a file.";

  it.each<[string, Files, unknown]>([
    ["a deleted KPI", { "kpi.yaml": without }, unexplained(advice)],
    ["a deleted KPI with its line", removed("answers-2026: { on: 2026-08-14, reason: The survey moved }"), explained()],
    [
      "a deleted KPI with its line in another file",
      {
        "kpi.yaml": without,
        "gone.kpi.yaml": "removed: { answers-2026: { on: 2026-08-14, reason: The survey moved } }",
      },
      explained(),
    ],
    ["the line of another KPI", removed("nps-2026: { on: 2026-08-14, reason: The survey moved }"), unexplained(advice)],
  ])("%s", async (_, after, expected) => {
    expect(await told("kpi-removed-early", { before: { "kpi.yaml": text }, after })).toEqual(expected);
  });

  it("needs a new line where the id was removed once before", async () => {
    const old = "answers-2026: { on: 2026-01-10, reason: The survey moved }";
    const again = "answers-2026: { on: 2026-08-14, reason: Nobody answers }";
    const before = removed(old, text);
    expect(await told("kpi-removed-early", { before, after: removed(old) })).toEqual(unexplained(advice));
    expect(await told("kpi-removed-early", { before, after: removed(again) })).toEqual(explained("Nobody answers"));
  });

  it.each<[string, string, unknown]>([
    ["with its reason", "retired: { on: 2026-08-14, reason: The survey moved }", explained()],
    ["without one", "retired: { on: 2026-08-14 }", unexplained("say why in retired: { on, reason }.")],
    ["with an empty one", 'retired: { on: 2026-08-14, reason: "  " }', unexplained("say why in retired")],
    ["without a word", "tags: [old]", unexplained("say why in retired")],
  ])("a KPI that is retired %s", async (_, line, expected) => {
    const after = files(["    type: lagging\n", `    type: lagging\n    state: retired\n    ${line}\n`]);
    expect(await told("kpi-removed-early", { before: good.files, after })).toEqual(expected);
  });
});

describe("notes of rows", () => {
  const OLD = "date,value,note\n2026-03-31,64,\n2026-06-30,68,Wave 2\n";
  const csv = (from: string, to: string): Files => rowsInFile(OLD.replace(from, () => to)).files;

  it.each<[string, Files, Files, unknown]>([
    [
      "in a definition",
      good.files,
      files(["2026-06-30: 68", "2026-06-30: { value: 70, note: Late answers counted }"]),
      explained("Late answers counted"),
    ],
    ["in a data file", csv("", ""), csv("68,Wave 2", "70,Late answers counted"), explained("Late answers counted")],
    ["that stood there before", csv("", ""), csv("68,", "70,"), unexplained("say why in the note of the row")],
    ["on another row", csv("", ""), csv("64,\n2026-06-30,68", "64,Checked\n2026-06-30,70"), unexplained("say why")],
    ["of a gap", csv("", ""), csv("68,Wave 2", ",The survey was broken"), explained("The survey was broken")],
  ])("%s", async (_, before, after, expected) => {
    expect(await told("history-rewritten", { before, after })).toEqual(expected);
  });
});

describe("comments in a config", () => {
  const BEFORE = "version: 1\n# Our lines\nstatus:\n  on_track: 0.95 # The default\n  at_risk: 0.75\n";

  it.each<[string, string, string | null]>([
    ["behind the value", "status:\n  on_track: 0.8 # We learn\n", "We learn"],
    ["behind a list in one line", "status: { on_track: 0.8, at_risk: 0.75 } # We learn\n", "We learn"],
    ["above the line", "status:\n  # We learn\n  on_track: 0.8\n", "We learn"],
    ["above the line, in several lines", "status:\n  # We\n  # learn\n  on_track: 0.8\n", "We learn"],
    ["with several signs", "status:\n  on_track: 0.8 ## We learn\n", "We learn"],
    ["with Windows line ends", "status:\r\n  # We learn\r\n  on_track: 0.8\r\n", "We learn"],
    ["beside an old one", "# Our lines\nstatus:\n  # The default\n  # We learn\n  on_track: 0.8\n", "We learn"],
    [
      "above, where behind stands only an old one",
      "status:\n  # We learn\n  on_track: 0.8 # The default\n",
      "We learn",
    ],
    ["only an old one, behind", "status:\n  on_track: 0.8 # The default\n", null],
    ["only an old one, above", "status:\n  # Our lines\n  on_track: 0.8\n", null],
    ["none", "status:\n  on_track: 0.8\n", null],
    ["an empty one", "status:\n  on_track: 0.8 #\n", null],
    ["with an empty line between", "status:\n  # We learn\n\n  on_track: 0.8\n", null],
    ["on the next line", "status:\n  on_track: 0.8\n  # We learn\n", null],
    ["on a neighbour", "status:\n  on_track: 0.8\n  at_risk: 0.75 # We learn\n", null],
    ["above the map", "# We learn\nstatus:\n  on_track: 0.8\n", null],
    ["a sign inside a text", 'language: "a # b"\nstatus:\n  on_track: 0.8\n', null],
    [
      "for the editor",
      "# yaml-language-server: $schema=x\nstatus: { on_track: 0.8 } # kpi-disable-line config/a -- b\n",
      null,
    ],
  ])("%s", (_, after, expected) => {
    expect(commentFor(after, BEFORE, ["status", "on_track"])).toBe(expected);
  });

  it.each<[string, string, string | null]>([
    ["above the map that held it", "# We learn\nstatus:\n  at_risk: 0.75\n", "We learn"],
    ["behind the map that held it", "status: { at_risk: 0.75 } # We learn\n", "We learn"],
    ["above everything, where the map is gone too", "# We learn\nversion: 1\n", "We learn"],
    ["above nothing", "# We learn\n", "We learn"],
    ["in an empty file", "", null],
    ["at a key of another map", "version: 1\nlimits: {} # We learn\n", null],
  ])("for a line that is gone: %s", (_, after, expected) => {
    expect(commentFor(after, BEFORE, ["status", "on_track"])).toBe(expected);
  });

  it("explain every line on its own", async () => {
    const config = (text: string): Files => withFiles(good, { "kpi.config.yaml": text }).files;
    const after = config("version: 1\nstatus:\n  on_track: 0.8 # We learn\n  at_risk: 0.6\n");
    const { changes } = await review({ before: config("version: 1\n"), after });
    const loosened = changes.filter(({ ruleId }) => ruleId === "diff/threshold-loosened");
    expect(loosened.map(({ field, severity, reason }) => [field, severity, reason])).toEqual([
      ["status.on_track", "warning", "We learn"],
      ["status.at_risk", "error", null],
    ]);
  });
});
