/** How wide a text is about to be where no font can be asked. */

import { displayWidth } from "../../text/display.ts";

/** Widths of groups of characters in Verdana, as a share of the font size; rounded up a little. */
const GROUPS: readonly (readonly [characters: string, width: number])[] = [
  ["ijlI1.,:;'|! ()[]", 0.42],
  ['frt/\\-"`', 0.46],
  ["mwMW%@", 0.95],
  ["ABCDEFGHJKLNOPQRSTUVXYZ&#~+=<>", 0.74],
];
const USUAL = 0.63;
const WIDE = 1.05;

const widths: ReadonlyMap<string, number> = new Map(
  GROUPS.flatMap(([characters, width]) => [...characters].map((character) => [character, width] as const)),
);

/** The width of a line in the unit of the font size; a guess that `textLength` makes true. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) {
    width += widths.get(character) ?? (displayWidth(character) > 1 ? WIDE : USUAL);
  }
  return width * size;
}
