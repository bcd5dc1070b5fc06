/** Words for definition files that could not be read whole. */

import { someListed } from "../text/listed.ts";

/** Files that are named; more are counted. */
const MOST_NAMED = 3;

/** `a.kpi.yaml and b.kpi.yaml cannot be read whole`; the names are not yet made safe for where they go. */
export function cannotBeRead(files: readonly string[]): string {
  return `${someListed(files, MOST_NAMED)} cannot be read whole`;
}
