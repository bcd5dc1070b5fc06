/** Small pieces that terminal reports are put together from. */

import { displayWidth } from "../../text/display.ts";
import { type Style, unstyled } from "../colour.ts";
import { type Word, wordsOf } from "../wrap.ts";
import { GAP } from "./layout.ts";

/** The words of a text in one style. */
export function styled(text: string, gap: number, style: Style): readonly Word[] {
  return wordsOf(text, gap).map((word) => ({ text: word.text, gap: word.gap, style }));
}

/** Words that stay on one line. */
export function phrase(text: string, gap: number): Word {
  return { text, gap, style: unstyled };
}

/** Parts that stay on one line each. */
export function phrases(parts: readonly string[], separator: string, gap = 1): readonly Word[] {
  return parts.map((part, i) => phrase(i < parts.length - 1 ? part + separator : part, i === 0 ? gap : 1));
}

/** Cells of a row, with a gap between them. */
export function joined(parts: readonly string[]): string {
  return parts.join(spaces(GAP)).trimEnd();
}

/** Filled up with spaces on the right. */
export function pad(text: string, width: number): string {
  return text + spaces(width - displayWidth(text));
}

/** Filled up with spaces on the left. */
export function padStart(text: string, width: number): string {
  return spaces(width - displayWidth(text)) + text;
}

/** As many spaces; none for negative counts. */
export function spaces(count: number): string {
  return " ".repeat(Math.max(0, count));
}
