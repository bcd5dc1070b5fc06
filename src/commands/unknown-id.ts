/** What is said of an id that nothing has. */

import { cannotBeRead } from "../report/unread.ts";
import { terminal } from "../report/untrusted.ts";
import { nearestTo } from "../text/nearest.ts";
import { quoteText } from "../workspace/units.ts";

/** What an id was looked for in. */
export interface Searched {
  /** What was looked for: `metric`. */
  readonly what: string;
  readonly known: Iterable<string>;
  /** Definition files that could not be read whole: the id may stand in one of them. */
  readonly unread: readonly string[];
  /** Advice where no known id is near. */
  readonly otherwise: string;
  /** What may be done instead where one is. */
  readonly besides?: string;
}

/** Which file to mend first where one cannot be read, else which id is probably meant; safe for a terminal. */
export function unknownId(id: string, { what, known, unread, otherwise, besides }: Searched): string {
  const missing = `There is no ${what} ${quoteText(id)}`;
  if (unread.length > 0) {
    return terminal(`${missing} in what can be read, but ${cannotBeRead(unread)}; run kpi check first.`);
  }
  const nearest = nearestTo(id, known);
  if (nearest === null) return terminal(`${missing}; ${otherwise}`);
  return terminal(`${missing}; did you mean ${nearest}?${besides === undefined ? "" : ` ${besides}`}`);
}
