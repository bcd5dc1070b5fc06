import { describe, expect, it } from "vitest";
import type { LocatedChange } from "../../../src/engine/review.ts";
import { shortMessage, sidesText } from "../../../src/report/review/short.ts";
import { scenarios } from "./scenarios.ts";

const [real] = (await scenarios["eased-with-reason"]()).result.changes;

/** A real change with other sides. */
function change(parts: Partial<LocatedChange>): LocatedChange {
  if (real === undefined) throw new Error("The scenario has a change");
  return { ...real, before: null, after: null, resolvedBefore: null, resolvedAfter: null, unit: null, ...parts };
}

describe("both sides of a change", () => {
  it.each<[string, Partial<LocatedChange>, string]>([
    ["numbers", { before: "75", after: "72", resolvedBefore: 75, resolvedAfter: 72, unit: "points" }, "75 → 72 points"],
    ["grouped numbers", { before: "1,500", after: "900", resolvedBefore: 1500, resolvedAfter: 900 }, "1,500 → 900"],
    [
      "what is relative",
      { before: "+10", after: "+5", resolvedBefore: 72, resolvedAfter: 67, unit: "points" },
      "+10 → +5 (72 → 67 points)",
    ],
    [
      "one side that is relative",
      { before: "+25%", after: "60250", resolvedBefore: 60250, resolvedAfter: 60250 },
      "+25% → 60250 (60,250 → 60,250)",
    ],
    ["words", { before: "last", after: "mean", unit: "points" }, "last → mean"],
    ["something new", { after: "at most 3", resolvedAfter: 3, unit: "%" }, "none → at most 3 %"],
    ["something gone", { before: "75", resolvedBefore: 75, unit: "points" }, "75 points → none"],
    ["no side", { unit: "points" }, ""],
    ["long sides", { before: "x".repeat(99), after: "y" }, `${"x".repeat(59)}… → y`],
  ])("%s", (_, parts, expected) => {
    expect(sidesText(change(parts))).toBe(expected);
  });
});

describe("a message that is too long", () => {
  it("keeps its beginning and what it says at its end", () => {
    const text = `The unit changes: ${"x".repeat(900)}; say why: add { field: unit } to the changes.`;
    const short = shortMessage(text, 100);
    expect(short).toHaveLength(100);
    expect(short).toMatch(/^The unit changes: x+…/);
    expect(short).toMatch(/; say why: add \{ field: unit \} to the changes\.$/);
    expect(shortMessage(text, 5_000)).toBe(text);
  });

  it("halves no character", () => {
    for (const limit of [10, 11, 12, 13]) expect(shortMessage("👍".repeat(20), limit)).not.toMatch(/\p{Cs}/u);
  });
});
