/** Stops the whole run with one sentence where the packages of this folder are not installed. */

import { packageFile } from "./packages.ts";

/** Run once by vitest, before any test. */
export function setup(): void {
  packageFile("emulate", "package.json");
}
