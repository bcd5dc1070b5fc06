import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits, type Edit, EditPlan, reorder, withLineEndsOf } from "../../src/text/edits.ts";

const edit = (start: number, end: number, text: string): Edit => ({ start, end, text });

describe("applyEdits", () => {
  it.each<[string, string, Edit[], string]>([
    ["nothing", "abc", [], "abc"],
    ["a replacement", "abc", [edit(1, 2, "X")], "aXc"],
    ["an insertion at the start and at the end", "abc", [edit(0, 0, "<"), edit(3, 3, ">")], "<abc>"],
    ["edits that are not in order", "abcdef", [edit(4, 5, "E"), edit(0, 1, "A"), edit(2, 3, "")], "AbdEf"],
    ["neighbours", "abcd", [edit(0, 2, "1"), edit(2, 4, "2")], "12"],
    ["an empty text", "", [edit(0, 0, "version: 1\n")], "version: 1\n"],
  ])("applies %s", (_, text, edits, expected) => {
    const result = applyEdits(text, edits);
    expect(result).toEqual({ text: expected, applied: edits, skipped: [] });
  });

  it.each<[string, Edit, Edit]>([
    ["that overlaps", edit(1, 4, "X"), edit(3, 5, "Y")],
    ["that overlaps from before", edit(3, 5, "Y"), edit(1, 4, "X")],
    ["inside another", edit(1, 5, "X"), edit(2, 3, "Y")],
    ["around another", edit(2, 3, "Y"), edit(1, 5, "X")],
    ["of the same characters", edit(1, 2, "X"), edit(1, 2, "X")],
    ["that inserts at the same place", edit(2, 2, "X"), edit(2, 2, "Y")],
    ["that inserts where another begins", edit(2, 4, "X"), edit(2, 2, "Y")],
    ["that inserts where another ends", edit(2, 4, "X"), edit(4, 4, "Y")],
    ["behind the end", edit(0, 1, "X"), edit(5, 9, "Y")],
    ["before the start", edit(0, 1, "X"), edit(-1, 0, "Y")],
    ["that ends before it starts", edit(0, 1, "X"), edit(4, 2, "Y")],
  ])("skips an edit %s, for the next round", (_, first, second) => {
    const text = "abcdef";
    const result = applyEdits(text, [first, second]);
    expect(result).toEqual({
      text: text.slice(0, first.start) + first.text + text.slice(first.end),
      applied: [first],
      skipped: [second],
    });
  });

  it("keeps a byte order mark in front", () => {
    expect(applyEdits("\uFEFFa: 1\n", [edit(0, 0, "version: 1\n")]).text).toBe("\uFEFFversion: 1\na: 1\n");
    expect(applyEdits("\uFEFFa: 1\n", [edit(0, 2, "b")]).text).toBe("\uFEFFb: 1\n");
  });

  const edits = fc.array(
    fc
      .record({ start: fc.nat(30), length: fc.nat(6), text: fc.string({ maxLength: 4 }) })
      .map(({ start, length, text }) => ({
        start,
        end: start + length,
        text,
      })),
    { maxLength: 12 },
  );

  it("leaves every character outside the applied edits, and loses no edit", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 25 }), edits, (text, edits) => {
        const result = applyEdits(text, edits);
        expect(result.applied.length + result.skipped.length).toBe(edits.length);
        const sorted = [...result.applied].sort((a, b) => a.start - b.start || a.end - b.end);
        let expected = "";
        let from = 0;
        for (const { start, end, text: written } of sorted) {
          expect(start).toBeGreaterThanOrEqual(from);
          expected += text.slice(from, start) + written;
          from = end;
        }
        fc.pre(!text.startsWith("\uFEFF"));
        expect(result.text).toBe(expected + text.slice(from));
      }),
    );
  });

  it("applies all edits in the end, whatever their order, where they do not touch", () => {
    const apart = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.nat(3), fc.string({ maxLength: 3 })), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(apart, fc.nat(), (pieces, turn) => {
        let at = 0;
        const edits = pieces.map(([gap, length, text]) => {
          const start = at + gap;
          at = start + length;
          return edit(start, at, text);
        });
        const text = "x".repeat(at + 1);
        const turned = [...edits.slice(turn % (edits.length + 1)), ...edits.slice(0, turn % (edits.length + 1))];
        const result = applyEdits(text, turned);
        expect(result.skipped).toEqual([]);
        expect(result.text).toBe(applyEdits(text, edits).text);
      }),
    );
  });
});

describe("EditPlan", () => {
  it("takes edits that belong together all or none", () => {
    const plan = new EditPlan("abcdef");
    expect(plan.add([edit(0, 1, "A")])).toBe(true);
    expect(plan.add([edit(4, 5, "E"), edit(0, 2, "X")])).toBe(false);
    expect(plan.add([edit(4, 5, "e"), edit(2, 3, "C")])).toBe(true);
    expect(plan.apply()).toBe("AbCdef");
  });

  it("gives up edits", () => {
    const plan = new EditPlan("abc");
    const first = edit(0, 1, "A");
    plan.add([first, edit(2, 3, "C")]);
    plan.remove([first]);
    expect(plan.apply()).toBe("abC");
  });
});

describe("withLineEndsOf", () => {
  it.each([
    ["a\r\nb\r\n", "X\r\nY\r\n"],
    ["a\nb\n", "X\nY\n"],
    ["a\r\nb\n", "X\r\nY\r\n"],
    ["a\nb\r\n", "X\nY\n"],
    ["a", "X\nY\n"],
    ["\n", "X\nY\n"],
  ])("follows the first line of %j", (text, expected) => {
    expect(withLineEndsOf(text, "X\nY\n")).toBe(expected);
    expect(withLineEndsOf(text, "X\r\nY\n")).toBe(expected);
  });
});

describe("reorder", () => {
  const pieces = (text: string) =>
    [...text.matchAll(/\d+/g)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      rank: Number(match[0]) % 100,
    }));

  it.each([
    ["3, 1;2", "1, 2;3"],
    ["1\r\n3\n\n2", "1\r\n2\n\n3"],
    ["{ 5,4 , 3}", "{ 3,4 , 5}"],
    ["1 102 2 101", "1 101 102 2"],
  ])("sorts the pieces of %j and leaves what is between", (text, expected) => {
    const change = reorder(text, pieces(text));
    expect(change).not.toBeNull();
    expect(applyEdits(text, change === null ? [] : [change]).text).toBe(expected);
  });

  it("touches nothing before the first and behind the last piece that moves", () => {
    expect(reorder("1 2 4 3 5", pieces("1 2 4 3 5"))).toEqual({ start: 4, end: 7, text: "3 4" });
  });

  it.each(["", "1", "1 1", "1 2 3"])("has nothing to do for %j", (text) => {
    expect(reorder(text, pieces(text))).toBeNull();
  });
});
