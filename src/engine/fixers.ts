/** Fixes that need the text of the file: made only for findings that are reported. */

import type { FixContext, MadeFix } from "./made-fix.ts";
import { sortRows } from "./sort-rows.ts";

/** By rule; null where a person must decide. */
export const FIXERS: Readonly<Record<string, (context: FixContext) => MadeFix | null>> = {
  "data/unsorted": sortRows,
};
