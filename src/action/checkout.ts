/** What a path of the checkout really is: whoever wrote the files there may have put links between them. */

import { lstatSync } from "node:fs";
import * as path from "node:path";
import { isInside, staysInside } from "../host/files.ts";

/**
 * Whether a path inside the checkout lies somewhere else once its links are followed. The file itself need not exist;
 * a path that is not inside was named by the workflow, which may name any.
 */
export function leadsOut(checkout: string, file: string): boolean {
  if (!isInside(checkout, file)) return false;
  let nearest = file;
  while (lstatSync(nearest, { throwIfNoEntry: false }) === undefined) nearest = path.dirname(nearest);
  return !staysInside(checkout, nearest);
}
