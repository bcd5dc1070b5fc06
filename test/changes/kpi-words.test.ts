import { describe, expect, it } from "vitest";
import { verdict as reviewSlowed } from "../../src/changes/verdicts/review-slowed.ts";
import { verdict as textChanged } from "../../src/changes/verdicts/text-changed.ts";
import { verdict as typeChanged } from "../../src/changes/verdicts/type-changed.ts";
import { verdict as weightChanged } from "../../src/changes/verdicts/weight-changed.ts";
import { good } from "../../src/rules/examples.ts";
import { type Edits, field, files, target, told } from "./kpi-edits.ts";
import { changesOf, type Files, placeText } from "./review.ts";

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
      to.startsWith("tags") ? "tags, review change" : "review changes",
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

describe("texts", () => {
  it.each<[string, "kpi" | "metric" | "goal", Edits, string, string]>([
    [
      "a title",
      "kpi",
      [["title: Net Promoter Score of 75 by 31 December 2026", "title: A score of 75"]],
      'The title changes: "Net Promoter Score of 75 by 31 December …" → "A score of 75".',
      "A score of 75",
    ],
    [
      "a reason",
      "kpi",
      [["why: Promoters renew", "why: They renew"]],
      "why changes.",
      "They renew and bring other customers.",
    ],
    [
      "a plan B that is gone",
      "kpi",
      [["    if_off_track: Call the ten largest detractors within a week.\n", ""]],
      "if_off_track changes.",
      "nps-2026",
    ],
    [
      "several fields",
      "kpi",
      [["why: Promoters", "why: They"], field("tags: [a]\n    stretch: 80")],
      "why, tags, stretch change.",
      "They renew and bring other customers.",
    ],
    ["links between KPIs", "kpi", [field("leads: other")], "leads changes.", "other"],
    [
      "the title of a metric",
      "metric",
      [["title: Net Promoter Score\n", "title: NPS\n"]],
      'The title changes: "Net Promoter Score" → "NPS".',
      "NPS",
    ],
    ["a category", "metric", [["category: customer", "category: operational"]], "category changes.", "operational"],
    [
      "a source",
      "metric",
      [["system: survey tool", "system: other tool"]],
      "source changes.",
      "{ system: other tool, how: automatic }",
    ],
    [
      "a metric that is measured more often",
      "metric",
      [["cadence: quarterly", "cadence: monthly"]],
      "cadence changes.",
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
      "resources changes.",
      "Two survey tools, a day a week of the support lead",
    ],
    ["a goal that is done", "goal", [["    resources", "    state: done\n    resources"]], "state changes.", "done"],
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
