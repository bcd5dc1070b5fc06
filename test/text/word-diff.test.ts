import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recodings, rewordings } from "../../src/text/word-diff.ts";

const words = (before: string, after: string): readonly string[] =>
  rewordings(before, after).map(({ removed, added }) => `${removed} → ${added}`);

describe("rewordings", () => {
  it.each([
    ["the same text", "Sessions of a month", "Sessions of a month"],
    ["capitals", "Sessions of a month", "sessions of a Month"],
    ["punctuation", "Sessions, of a month.", "Sessions (of a month)"],
    ["dashes and apostrophes", "first-touch “unpaid” result", "first touch 'unpaid' result"],
    ["emphasis and code", "Sessions, bots removed", "**Sessions**, _bots_ `removed`"],
    ["a link around words", "Sessions in GA4", "Sessions in [GA4](https://example.com/reports/12)"],
    ["a link by reference", "Sessions in GA4", "Sessions in [GA4][1]\n\n[1]: https://example.com"],
    ["another address", "See https://example.com/a for more", "See https://example.com/b for more"],
    ["an address between angle brackets", "See more", "See <https://example.com/a> more"],
    ["simple HTML", "Sessions of a month", "<b>Sessions</b> of <span class='x'>a</span> month"],
    ["headings, lists and quotations", "Counted bots removed", "# Counted\n\n- bots\n> removed"],
    ["line ends and spaces", "Sessions of a month", "Sessions\r\n  of a\tmonth\n"],
    ["another form of the same letters", "Cafe\u0301 visits", "Café visits"],
  ])("is silent about %s", (_, before, after) => {
    expect(rewordings(before, after)).toEqual([]);
    expect(rewordings(after, before)).toEqual([]);
  });

  it.each([
    ["words", "rolling 90 days of visits", "calendar quarter of visits", ["rolling 90 days → calendar quarter"]],
    ["words that are added", "Sessions", "Sessions, bots removed", [" → bots removed"]],
    ["words that are removed", "Sessions, bots removed", "Sessions", ["bots removed → "]],
    ["several places", "paid visits by month", "unpaid visits by week", ["paid → unpaid", "month → week"]],
    ["the parts of a range", "promoters (9-10)", "promoters (8-10)", ["9 → 8"]],
    ["a decimal", "1.5 days", "15 days", ["1.5 → 15"]],
    ["a sign", "above 5", "above -5", ["5 → -5"]],
    ["another minus is the same sign", "above -5", "above −5", []],
    ["a comparison", "< 5 days", "> 5 days", ["< → >"]],
    ["per cent", "5 of all", "5 % of all", [" → %"]],
    ["a currency", "5 $", "5 €", ["$ → €"]],
    ["a quotient", "signups visits", "signups / visits", [" → /"]],
    ["all of it", "", "Sessions", [" → Sessions"]],
  ])("shows %s", (_, before, after, expected) => {
    expect(words(before, after)).toEqual(expected);
  });

  it("shows what stands between the words of a piece", () => {
    expect(words("count", "count (unpaid,  bots\nremoved)")).toEqual([" → unpaid, bots removed"]);
  });

  it("says where texts differ too much for a list from where to where they differ", () => {
    const text = (word: string): string =>
      ["same", ...Array.from({ length: 900 }, (_, i) => `${word}${i}`), "end"].join(" ");
    const [only, ...more] = rewordings(text("a"), text("b"));
    expect(more).toEqual([]);
    expect(only?.removed.startsWith("a0 a1 ")).toBe(true);
    expect(only?.removed.endsWith(" a899")).toBe(true);
    expect(only?.added.startsWith("b0 ")).toBe(true);
  });

  it("never throws, and is silent about a text and itself", () => {
    const text = fc.oneof(fc.string({ unit: "binary", maxLength: 60 }), fc.string({ maxLength: 60 }));
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(rewordings(a, a)).toEqual([]);
        expect(rewordings(a, `${a} `)).toEqual([]);
        for (const { removed, added } of rewordings(a, b)) expect(removed).not.toBe(added);
      }),
    );
  });
});

describe("recodings", () => {
  it.each([
    ["spaces and line ends", "select a\n  from b", "select a from b", []],
    ["names", "select a_b", "select a.b", ["a_b → a.b"]],
    ["single signs", "count(*)", "count(1)", ["* → 1"]],
    ["capitals", "where x = 'A'", "where x = 'a'", ["A → a"]],
    ["the end", "select a where paid", "select a", ["where paid → "]],
  ])("looks at %s", (_, before, after, expected) => {
    expect(recodings(before, after).map(({ removed, added }) => `${removed} → ${added}`)).toEqual(expected);
  });
});
