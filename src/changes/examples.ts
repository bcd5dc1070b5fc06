/** Builds the pairs of small workspaces that verdict pages show and tests run. */

import type { Example } from "../rules/define.ts";
import { changed, good } from "../rules/examples.ts";
import type { ChangeExample } from "./define.ts";

/** From the good workspace of the rules to a changed one: `[what stands there, what to write instead]`. */
export function edited(...changes: readonly (readonly [from: string, to: string])[]): ChangeExample {
  return between(good, changed(...changes));
}

/** From one workspace to another. */
export function between(before: Example, after: Example, asOf?: string): ChangeExample {
  return {
    get before() {
      return before.files;
    },
    get after() {
      return after.files;
    },
    ...(asOf === undefined ? {} : { asOf }),
  };
}
