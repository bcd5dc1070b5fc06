import { describe, expect, it } from "vitest";
import { placeholderIn } from "../../src/rules/words/placeholders.ts";
import { found } from "../support/check.ts";

describe("placeholders in text", () => {
  it.each([
    ["Reach TBD clinics in 2026", "TBD"],
    ["TBD. Depends on the renewal", "TBD"],
    ["Resilience index (Target: TBD once it exists)", "TBD"],
    ["FIXME ask the board", "FIXME"],
    ["TODO", "TODO"],
    ["  tbd ", "tbd"],
    ["Tba.", "Tba."],
    ["n/a", "n/a"],
    ["Not applicable", "Not applicable"],
    ["Churn of ?? percent", "??"],
    ["Why??", "??"],
    ["To be defined with sales.", "To be defined"],
    ["Definition to be confirmed by finance", "to be confirmed"],
    ["Share of sales, to be determined", "to be determined"],
    ["Counting rule still to be determined", "still to be determined"],
    ["Scope to be announced", "to be announced"],
    ["Owner to be determined and confirmed", "to be determined and confirmed"],
    ["Number of leads (to be confirmed by sales)", "to be confirmed"],
  ])("%s", (text, words) => {
    const hit = placeholderIn(text);
    expect(hit?.text).toBe(words);
    expect(text.slice(hit?.start, hit?.end)).toBe(words);
  });

  it.each([
    "Number of TODO comments per 1,000 lines",
    "TODO and FIXME comments in the code",
    "Todo list items done",
    "TBC-1 protein assays",
    "Bookings to be confirmed within a day",
    "Share of orders to be confirmed",
    "Answers, where not applicable ones are left out",
    "Is it live? Yes or no",
    "What is to be done by whom",
    "Latest date of bata deliveries",
  ])("none in: %s", (text) => {
    expect(placeholderIn(text)).toBeNull();
  });
});

describe("specific/placeholder", () => {
  const text = `version: 1
goals:
  g: { title: Grow TBD, owner: "@ceo", why: To be defined }
  later: { title: TBD, owner: "@ceo", state: draft }
metrics:
  m: { title: Visits TBC, definition: TODO }
kpis:
  k: { title: Reach 5 TBA, goal: g, metric: m, owner: "@ceo", timeframe: 2026, target: tbd, why: "Because ?? said" }
  d: { title: TBD, state: draft, why: TBD }
`;

  it("looks at titles, definitions, reasons and targets of what is decided", async () => {
    const all = await found("specific/placeholder", { "kpi.yaml": text });
    expect(all.map((finding) => [finding.message, finding.text])).toEqual([
      ["words", "TBD"],
      ["words", "To be defined"],
      ["metric", "TBC"],
      ["metric", "TODO"],
      ["words", "TBA"],
      ["placeholder", "tbd"],
      ["words", "??"],
    ]);
  });

  it("is no matter of language", async () => {
    const options = { config: "version: 1\nlanguage: de\n" };
    expect(await found("specific/placeholder", { "kpi.yaml": text }, options)).toHaveLength(7);
  });
});
