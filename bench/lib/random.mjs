/** Seeded random numbers, so that a corpus is the same on every machine. */

/** A 32-bit hash of a text, used as a seed. */
export function seedOf(text) {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** A stream of random numbers that depends on its seed text only. */
export class Random {
  #state;

  constructor(seed) {
    this.#state = seedOf(seed);
  }

  /** A number from 0 (included) to 1 (excluded). */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from `low` to `high`, both included. */
  int(low, high) {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** A number from `low` to `high`. */
  between(low, high) {
    return low + this.next() * (high - low);
  }

  pick(list) {
    return list[this.int(0, list.length - 1)];
  }

  chance(probability) {
    return this.next() < probability;
  }
}

/** `value` with at most `decimals` decimals, as a double that prints that short. */
export function round(value, decimals) {
  return Number(value.toFixed(decimals));
}
