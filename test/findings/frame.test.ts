import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeFrame, frameText } from "../../src/findings/frame.ts";
import { displayWidth } from "../../src/text/display.ts";
import { LineIndex } from "../../src/text/source.ts";

/** The frame of the part between « and », which are not in the text. */
function frame(marked: string, width = 80): string {
  const start = marked.indexOf("«");
  const end = marked.indexOf("»") - 1;
  const lines = new LineIndex(marked.replace(/[«»]/g, ""));
  return `\n${frameText(codeFrame(lines, lines.range(start, end), width))}\n`;
}

describe("codeFrame", () => {
  it("shows the line before and after", () => {
    expect(frame("one\ntwo\n  th«re»e\nfour\nfive\n")).toBe(`
    2 │ two
    3 │   three
      │     ^^
    4 │ four
`);
  });

  it("has no line before the first and none after the last", () => {
    expect(frame("«one»\n")).toBe(`
    1 │ one
      │ ^^^
`);
  });

  it("underlines several lines to the end of the first", () => {
    expect(frame("a: «>\n  long\n  text»\nb: 1\n")).toBe(`
    1 │ a: >
      │    ^
    2 │   long
`);
  });

  it("marks an empty range once, also at the end of a line and of the text", () => {
    expect(frame("a:«»\nb: 1\n")).toBe(`
    1 │ a:
      │   ^
    2 │ b: 1
`);
    expect(frame("a: 1\n«»")).toBe(`
    1 │ a: 1
    2 │
      │ ^
`);
  });

  it("reads CRLF and CR as line ends", () => {
    expect(frame("one\r\n«two»\rthree\r\n")).toBe(`
    1 │ one
    2 │ two
      │ ^^^
    3 │ three
`);
  });

  it("fills tabs and gives wide characters their columns", () => {
    expect(frame("\ttitle: 売上 «売上» 👩‍💻 x\n")).toBe(`
    1 │     title: 売上 売上 👩‍💻 x
      │                 ^^^^
`);
  });

  it("writes hidden characters out and underlines what is shown", () => {
    expect(frame("t: «\u202ea\u001b[31m» b\n")).toBe(`
    1 │ t: \\u{202E}a␛[31m b
      │    ^^^^^^^^^^^^^^
`);
  });

  it("cuts long lines around the range, and their neighbours at the same place", () => {
    const before = "0123456789".repeat(8);
    expect(frame(`${before}\n${before}«range»${before}\nshort\n`, 50)).toBe(`
    1 │ …678901234567890123456789
    2 │ …678901234567890123456789range01234567890…
      │                          ^^^^^
    3 │ …
`);
  });

  it("keeps the start of a range that is longer than the screen", () => {
    const before = "0123456789".repeat(8);
    expect(frame(`${before}«${"x".repeat(90)}»${before}\n`, 40)).toBe(`
    1 │ …90123456789xxxxxxxxxxxxxxxxxxx…
      │             ^^^^^^^^^^^^^^^^^^^^
`);
  });

  it("wastes no columns past the end of a long line", () => {
    expect(frame(`${"0123456789".repeat(8)}«end»\n`, 40)).toBe(`
    1 │ …2345678901234567890123456789end
      │                              ^^^
`);
  });

  it("widens the gutter with the line numbers", () => {
    const many = "x\n".repeat(99999);
    expect(frame(`${many}«y»\n`)).toBe(`
   99999 │ x
  100000 │ y
         │ ^
`);
  });

  it("gives no rows outside the text", () => {
    const position = { line: 9, column: 1, offset: 99 };
    expect(codeFrame(new LineIndex("a\n"), { start: position, end: position }, 80)).toEqual([]);
  });

  it("looks at little of a line of megabytes", () => {
    const text = `${"a".repeat(5_000_000)}NEEDLE${"b".repeat(5_000_000)}`;
    const lines = new LineIndex(text);
    const shown = frameText(codeFrame(lines, lines.range(5_000_000, 5_000_006), 60));
    expect(shown).toContain("aNEEDLEb");
    expect(shown.length).toBeLessThan(130);
  });

  it("never throws, and no row is wider than the screen", () => {
    const text = fc.string({
      unit: fc.constantFrom("a", "\t", "\n", "\r", "量", "👩‍💻", "\u202e", "\u001b", "e\u0301", "\ud83d"),
      maxLength: 200,
    });
    fc.assert(
      fc.property(text, fc.nat(400), fc.nat(400), fc.integer({ min: 24, max: 120 }), (source, start, length, width) => {
        const lines = new LineIndex(source);
        const rows = codeFrame(lines, lines.range(start, start + length), width);
        for (const row of rows) {
          expect(displayWidth(row.gutter + row.text)).toBeLessThanOrEqual(width);
          expect(row.text).toMatch(/^\P{Cc}*$/u);
        }
        expect(rows.filter((row) => row.kind === "mark")).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  });
});
