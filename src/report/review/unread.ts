/** What a review says of files that could not be read whole: what they hold, or held, may have changed as well. */

import type { Severity } from "../../findings/finding.ts";
import type { ReviewView } from "./view.ts";

/** A sentence that ends with the files; `more` counts those that are not named. */
export interface UnreadWords {
  readonly severity: Severity;
  readonly words: string;
  readonly files: readonly string[];
  readonly more: number;
}

/** `f2` before `f10`. */
const BY_NUMBER = new Intl.Collator("en", { numeric: true });

/** One sentence for the head, one for the base, each with at most `shown` files; none where everything could be read. */
export function unreadWords(
  { unread, unreadInBase }: Pick<ReviewView, "unread" | "unreadInBase">,
  shown: number,
): readonly UnreadWords[] {
  const told: UnreadWords[] = [];
  const tell = (severity: Severity, words: string, files: readonly string[]): void => {
    if (files.length === 0) return;
    const sorted = files.toSorted(BY_NUMBER.compare);
    told.push({ severity, words, files: sorted.slice(0, shown), more: Math.max(0, files.length - shown) });
  };
  tell("error", `Not compared, because ${unread.length === 1 ? "it" : "they"} cannot be read whole:`, unread);
  tell("warning", "Not compared with what they say now, because the base cannot be read whole:", unreadInBase);
  return told;
}
