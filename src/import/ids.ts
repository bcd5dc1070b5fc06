/** Ids for what is imported: made from titles, and unique. */

import { slug } from "../definition/explain/traps/names.ts";
import { ID_LENGTH } from "../definition/patterns.ts";

/** Gives every text an id that no other has; the first come, the plain one. */
export class IdMaker {
  readonly #taken: Set<string>;
  readonly #fallback: string;
  /** The next number to try behind a stem, so that a thousand equal titles are no million tries. */
  readonly #next = new Map<string, number>();

  constructor(taken: Iterable<string>, fallback: string) {
    this.#taken = new Set(taken);
    this.#fallback = fallback;
  }

  /** An id from a text: whole words, as many as fit. */
  make(text: string): string {
    const whole = slug(text);
    const stem = whole === "" ? this.#fallback : whole.length < ID_LENGTH ? whole : whole.replace(/-[^-]*$/, "");
    if (!this.#taken.has(stem)) return this.#take(stem);
    for (let number = this.#next.get(stem) ?? 2; ; number++) {
      const id = `${stem.slice(0, ID_LENGTH - String(number).length - 1).replace(/-$/, "")}-${number}`;
      if (this.#taken.has(id)) continue;
      this.#next.set(stem, number + 1);
      return this.#take(id);
    }
  }

  #take(id: string): string {
    this.#taken.add(id);
    return id;
  }
}
