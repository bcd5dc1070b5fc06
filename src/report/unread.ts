/** Words for definition files that could not be read whole. */

import { listed } from "./progress/words.ts";

/** Files that are named; more are counted. */
const MOST_NAMED = 3;

/** `a.kpi.yaml and b.kpi.yaml cannot be read whole`; the names are not yet made safe for where they go. */
export function cannotBeRead(files: readonly string[]): string {
  const named = files.slice(0, MOST_NAMED);
  const more = files.length - named.length;
  return `${listed(more > 0 ? [...named, `${more} more`] : named)} cannot be read whole`;
}
