import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cells, displayWidth, visible, withoutHidden } from "../../src/text/display.ts";

describe("visible", () => {
  it.each([
    ["an escape sequence", "\u001b[31mred", "␛[31mred"],
    ["a C1 control sequence", "\u009b31mred", "\\u{9B}31mred"],
    ["NUL and DEL", "a\u0000b\u007f", "a␀b␡"],
    ["a line end", "a\r\nb", "a␍␊b"],
    ["a right-to-left override", "\u202eabc", "\\u{202E}abc"],
    ["isolates", "\u2066abc\u2069", "\\u{2066}abc\\u{2069}"],
    ["a zero-width space", "on\u200btrack", "on\\u{200B}track"],
    ["a joiner between letters", "a\u200db", "a\\u{200D}b"],
    ["a soft hyphen", "a\u00adb", "a\\u{AD}b"],
    ["tag characters", "a\u{e0041}", "a\\u{E0041}"],
    ["a byte order mark", "\ufeffversion", "\\u{FEFF}version"],
    ["a Hangul filler", "\u3164", "\\u{3164}"],
    ["half a surrogate pair", "a\ud83d", "a\\u{D83D}"],
    ["an emoji with a joiner", "👩‍💻", "👩‍💻"],
    ["an emoji with a skin colour and a joiner", "👩🏽‍💻", "👩🏽‍💻"],
    ["an emoji with a variation selector", "⚠️ 1️⃣", "⚠️ 1️⃣"],
    ["a variation selector after a letter", "a\ufe0f", "a\\u{FE0F}"],
    ["a Persian word", "می‌خواهم", "می‌خواهم"],
    ["ordinary text", "Größe 量 é 👍", "Größe 量 é 👍"],
  ])("%s", (_, text, expected) => {
    expect(visible(text)).toBe(expected);
  });

  it("leaves nothing that a second pass would change", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(visible(visible(text))).toBe(visible(text));
        expect(withoutHidden(withoutHidden(text))).toMatch(/^\P{Cc}*$/u);
      }),
    );
  });
});

describe("displayWidth", () => {
  it.each([
    ["abc", 3],
    ["", 0],
    ["é", 1],
    ["e\u0301", 1],
    ["量", 2],
    ["ＡＢ", 4],
    ["한국", 4],
    ["👍", 2],
    ["👩‍💻", 2],
    ["🇩🇪", 2],
    ["⚠️", 2],
    ["⚠✖✓ℹ…│", 6],
    ["ﾊﾟ", 2],
  ])("%s takes %i columns", (text, columns) => {
    expect(displayWidth(text)).toBe(columns);
  });
});

describe("cells", () => {
  it("fills tabs up to the next stop", () => {
    const text = cells("a\tb\t\tc")
      .map((cell) => cell.text)
      .join("");
    expect(text).toBe("a   b       c");
  });

  it("covers every character of any line once", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (line) => {
        let end = 0;
        for (const cell of cells(line)) {
          expect(cell.start).toBe(end);
          end = cell.end;
        }
        expect(end).toBe(line.length);
      }),
    );
  });
});
