/** How much of what GitHub shows for a step is taken already. */

import type { Severity } from "../findings/finding.ts";
import { MOST_ANNOTATIONS } from "../report/annotations.ts";

/** What a runner calls a message that it shows. */
export type Level = "error" | "warning" | "notice";

/** Counts what was told of each level. */
export class Told {
  readonly #counts: Record<Level, number> = { error: 0, warning: 0, notice: 0 };

  /** Takes one of a level; false where none is left. */
  take(level: Level): boolean {
    if (this.#counts[level] >= MOST_ANNOTATIONS) return false;
    this.#counts[level]++;
    return true;
  }

  /** How many more are shown. */
  left(severity: Severity): number {
    return MOST_ANNOTATIONS - this.#counts[severity === "info" ? "notice" : severity];
  }
}
