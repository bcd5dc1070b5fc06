/** Breaks styled words into lines of a terminal. */

import { displayWidth } from "../text/display.ts";
import { type Style, unstyled } from "./colour.ts";

/** One word, the spaces before it where it does not begin a line, and its style. */
export interface Word {
  readonly text: string;
  readonly gap: number;
  readonly style: Style;
}

/** The words of a text without style; `gap` is the number of spaces before the first one. */
export function wordsOf(text: string, gap: number): readonly Word[] {
  const words = text.split(" ").filter((word) => word !== "");
  return words.map((word, index) => ({ text: word, gap: index === 0 ? gap : 1, style: unstyled }));
}

/**
 * The words in lines of at most `width` columns, all but the first indented. A word is never broken: that would
 * spoil paths and addresses, and could put the start of a workflow command at the start of a line.
 */
export function wrap(words: readonly Word[], width: number, indent: string): string {
  let text = "";
  let column = 0;
  for (const word of words) {
    const size = displayWidth(word.text);
    if (column > 0 && column + word.gap + size > width) {
      text += `\n${indent}`;
      column = indent.length;
    } else {
      text += " ".repeat(column === 0 ? 0 : word.gap);
      column += column === 0 ? 0 : word.gap;
    }
    text += word.style(word.text);
    column += size;
  }
  return text;
}
