import { describe, expect, it } from "vitest";
import { verdict as reviewSlowed } from "../../src/changes/verdicts/review-slowed.ts";
import { verdict as textChanged } from "../../src/changes/verdicts/text-changed.ts";
import { verdict as typeChanged } from "../../src/changes/verdicts/type-changed.ts";
import { verdict as weightChanged } from "../../src/changes/verdicts/weight-changed.ts";
import { good } from "../../src/rules/examples.ts";
import { type Edits, field, files, target, told } from "./kpi-edits.ts";
import { changesOf, type Files, placeText, review } from "./review.ts";

describe("smaller things", () => {
  const REVIEW = "review: { every: quarterly, last: 2026-07-02 }";

  it.each<[string, string, string, string]>([
    [
      "less often",
      "review: { every: yearly, last: 2026-07-02 }",
      "quarterly → yearly",
      "{ every: yearly, last: 2026-07-02 }",
    ],
    ["no longer", "tags: [customers]", "quarterly → never", "nps-2026"],
  ])("reviewed %s", async (_, to, words, place) => {
    const after = files([REVIEW, to]);
    expect(await told(reviewSlowed, good.files, after)).toEqual([
      { message: `The KPI is reviewed less often: ${words}`, place },
    ]);
    expect(await told(reviewSlowed, after, good.files)).toEqual([]);
    expect((await told(textChanged, after, good.files)).map(({ message }) => message)).toEqual([
      ...(to.startsWith("tags") ? ['The tags change: ["customers"] → none'] : []),
      to.startsWith("tags")
        ? 'The review changes: none → { every: "quarterly", last: "2026-07-02" }'
        : 'The review changes: every: "yearly" → "quarterly"',
    ]);
  });

  it("of another weight", async () => {
    expect(await told(weightChanged, good.files, files(field("weight: 0.5")))).toEqual([
      { message: "The weight in the goal changes: 1 → 0.5", place: "0.5" },
    ]);
    expect(await told(weightChanged, files(field("weight: 2")), good.files)).toEqual([
      { message: "The weight in the goal changes: 2 → 1", place: "nps-2026" },
    ]);
    expect(await told(weightChanged, good.files, files(field("weight: 1")))).toEqual([]);
  });

  it.each<[string, string, string, string]>([
    ["type: lagging", "type: [leading, output]", "lagging → leading, output", "[leading, output]"],
    ["type: lagging", "tags: [a]", "lagging → none", "nps-2026"],
  ])("of another type: %s → %s", async (from, to, words, place) => {
    const [before, after] = [files([from, from]), files([from, to])];
    expect(await told(typeChanged, before, after)).toEqual([{ message: `The type changes: ${words}`, place }]);
  });

  it("of the same type in another order", async () => {
    const type = (words: string): Files => files(["type: lagging", `type: ${words}`]);
    expect(await told(typeChanged, type("[leading, output]"), type("[output, leading]"))).toEqual([]);
    expect(await told(typeChanged, type("lagging"), type("[lagging]"))).toEqual([]);
  });

  it("of no interest: a check-in of review dates, entries and unknown words", async () => {
    const after = files(["last: 2026-07-02", "last: 2026-08-14"], field("x-team: blue"), field("changes: []"));
    for (const verdict of [reviewSlowed, weightChanged, typeChanged, textChanged]) {
      expect(await told(verdict, good.files, after)).toEqual([]);
    }
  });
});

describe("what cannot be read", () => {
  const misspelt = (from: string, to: string): Files => files([from, to]);

  it.each<[string, Files, string]>([
    ["a target", misspelt("target: 75", "target: seventy"), "Not compared: target cannot be read any more"],
    [
      "a window",
      misspelt("    timeframe: 2026\n    base", "    timeframe: 20x6\n    base"),
      "Not compared: timeframe cannot be",
    ],
    ["checkpoints", files(field("checkpoints: { a: 1 }")), "Not compared: checkpoints cannot be"],
    [
      "an aggregation",
      misspelt("unit: points\n", "unit: points\n    aggregation: average\n"),
      "Not compared: aggregation cannot",
    ],
  ])("is said of %s, by no other verdict, and is no check-in", async (_, after, words) => {
    const { changes, lane } = await review({ before: good.files, after });
    expect(changes).toMatchObject([
      { ruleId: "diff/text-changed", severity: "info", message: expect.stringContaining(words) },
    ]);
    expect(lane).toBe("definition");
    const back = await review({ before: after, after: good.files });
    expect(back.changes).toMatchObject([
      { severity: "info", message: expect.stringContaining("could not be read before") },
    ]);
  });

  it("is no check-in where a key is unknown, whatever it means", async () => {
    const { changes, lane } = await review({ before: good.files, after: files(field("targt: 70")) });
    expect({ changes, lane }).toEqual({ changes: [], lane: "definition" });
  });
});

describe("the trail of reasons", () => {
  const entry = (reason: string, date = "2026-07-01"): string =>
    `changes: [{ date: ${date}, field: target, reason: ${reason} }]`;

  it.each<[string, Edits]>([
    ["taken out", []],
    ["reworded", [field(entry("Another"))]],
    ["dated anew", [field(entry("First", "2026-08-15"))]],
  ])("warns of an entry that is %s", async (_, edits) => {
    const { changes, lane } = await review({ before: files(field(entry("First"))), after: files(...edits) });
    expect(changes).toMatchObject([
      {
        severity: "warning",
        message: 'What was said of older changes is rewritten or gone: 2026-07-01 target: "First".',
        field: "changes",
      },
    ]);
    expect(lane).toBe("definition");
  });

  it("may grow", async () => {
    const { changes, lane } = await review({ before: good.files, after: files(field(entry("First"))) });
    expect({ changes, lane }).toEqual({ changes: [], lane: "check-in" });
  });
});

describe("parts of a definition", () => {
  it.each<[string, Edits, Edits, string, boolean]>([
    [
      "a checkpoint that asks for more",
      [field("checkpoints: [{ date: 2026-09-30, value: 70 }]")],
      [field("checkpoints: [{ date: 2026-09-30, value: 73 }]")],
      "The checkpoints change: 2026-09-30: 70 → 73.",
      true,
    ],
    [
      "a narrower guardrail",
      [field("guardrails: [{ metric: refunds, max: 3 }]")],
      [field("guardrails: [{ metric: refunds, max: 2.5 }]")],
      "The guardrails change: refunds: { max: 3 } → { max: 2.5 }.",
      true,
    ],
    ["tags", [field("tags: [a, b]")], [field("tags: [b, c]")], 'The tags change: removed "a", added "c".', false],
    [
      "tags in another order",
      [field("tags: [a, b]")],
      [field("tags: [b, a]")],
      "The tags change: in another order.",
      false,
    ],
    [
      "a title by its end only",
      [],
      [["by 31 December 2026", "by 31 December 2027"]],
      'The title changes: "2026" → "2027".',
      false,
    ],
  ])("say %s before and after", async (_, from, to, message, tightens) => {
    const changes = await changesOf(textChanged, { before: files(...from), after: files(...to) });
    expect(changes).toMatchObject([{ severity: "info", message, tightens, eases: false }]);
  });

  it("are one change each, with both sides", async () => {
    const after = files(["why: Promoters", "why: They"], field("stretch: 80"));
    const changes = await changesOf(textChanged, { before: good.files, after });
    expect(changes.map(({ field: name, before, after: now }) => [name, before, now])).toEqual([
      ["why", "Promoters renew and bring other customers.", "They renew and bring other customers."],
      ["stretch", null, "80"],
    ]);
  });
});

describe("texts", () => {
  it.each<[string, "kpi" | "metric" | "goal", Edits, string, string]>([
    [
      "a title",
      "kpi",
      [["title: Net Promoter Score of 75 by 31 December 2026", "title: A score of 75"]],
      'The title changes: "Net Promoter" → "A", removed "by 31 December 2026".',
      "A score of 75",
    ],
    [
      "a reason",
      "kpi",
      [["why: Promoters renew", "why: They renew"]],
      'The why changes: "Promoters" → "They".',
      "They renew and bring other customers.",
    ],
    [
      "a plan B that is gone",
      "kpi",
      [["    if_off_track: Call the ten largest detractors within a week.\n", ""]],
      'The if_off_track changes: "Call the ten largest detractors within a…" → none.',
      "nps-2026",
    ],
    ["links between KPIs", "kpi", [field("leads: other")], 'The leads changes: none → "other".', "other"],
    [
      "the title of a metric",
      "metric",
      [["title: Net Promoter Score\n", "title: NPS\n"]],
      'The title changes: "Net Promoter Score" → "NPS".',
      "NPS",
    ],
    [
      "a category",
      "metric",
      [["category: customer", "category: operational"]],
      'The category changes: "customer" → "operational".',
      "operational",
    ],
    [
      "a source",
      "metric",
      [["system: survey tool", "system: other tool"]],
      'The source changes: system: "survey tool" → "other tool".',
      "{ system: other tool, how: automatic }",
    ],
    [
      "a metric that is measured more often",
      "metric",
      [["cadence: quarterly", "cadence: monthly"]],
      'The cadence changes: "quarterly" → "monthly".',
      "monthly",
    ],
    [
      "the title of a goal",
      "goal",
      [["title: Customers stay because they are happy", "title: Customers stay"]],
      'The title changes: "Customers stay because they are happy" → "Customers stay".',
      "Customers stay",
    ],
    [
      "resources",
      "goal",
      [["resources: One survey tool", "resources: Two survey tools"]],
      'The resources change: "One" → "Two", "tool" → "tools".',
      "Two survey tools, a day a week of the support lead",
    ],
    [
      "a goal that is done",
      "goal",
      [["    resources", "    state: done\n    resources"]],
      'The state changes: none → "done".',
      "done",
    ],
  ])("%s", async (_, kind, edits, message, place) => {
    const after = files(...edits);
    const changes = await changesOf(textChanged, { before: good.files, after });
    expect(changes).toMatchObject([{ severity: "info", message, entity: { kind }, asksReason: false, eases: false }]);
    expect(changes.map((change) => placeText(change, { before: good.files, after }))).toEqual([place]);
  });

  it.each<[string, Edits, Edits]>([
    [
      "quotation marks",
      [],
      [["why: Promoters renew and bring other customers.", 'why: "Promoters renew and bring other customers."']],
    ],
    ["another way to break lines", [], [["why: Promoters renew and", "why: >-\n      Promoters renew\n      and"]]],
    ["an empty line and a comment", [], [["    target: 75\n", "\n    # agreed in March\n    target: 75\n"]]],
    ["another order of fields", [], [["    metric: nps\n    type: lagging\n", "    type: lagging\n    metric: nps\n"]]],
    ["unknown words", [], [field("x-note: anything")]],
    [
      "what other verdicts say",
      [],
      [target("80"), ["baseline: 62", "baseline: 60"], ["    goal: happy-customers", "    goal: other"]],
    ],
  ])("silent about %s", async (_, from, to) => {
    expect(await changesOf(textChanged, { before: files(...from), after: files(...to) })).toEqual([]);
  });
});
