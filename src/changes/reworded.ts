/** Two texts for a message: only the words that differ. */

import { type Rewording, recodings, rewordings } from "../text/word-diff.ts";
import { quoteText } from "../workspace/units.ts";

/** Pieces that a message shows; the rest is counted. */
const SHOWN = 3;

/** `"rolling 90 days" → "calendar quarter", added "bots removed"`; null where both say the same in words. */
export function rewordedText(before: string, after: string): string | null {
  return piecesText(rewordings(before, after));
}

/** The same of a query or a formula, where every sign counts. */
export function recodedText(before: string, after: string): string | null {
  return piecesText(recodings(before, after));
}

function piecesText(found: readonly Rewording[]): string | null {
  if (found.length === 0) return null;
  const shown = found.slice(0, SHOWN).map(pieceText);
  const more = found.length - shown.length;
  if (more > 0) shown.push(more === 1 ? "and one more place" : `and ${more} more places`);
  return shown.join(", ");
}

function pieceText({ removed, added }: Rewording): string {
  if (removed === "") return `added ${quoteText(added)}`;
  if (added === "") return `removed ${quoteText(removed)}`;
  return `${quoteText(removed)} → ${quoteText(added)}`;
}
