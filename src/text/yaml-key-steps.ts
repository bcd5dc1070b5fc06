/** Keys that came before: maps of one sort have the same keys in the same order. A memory for the hot path. */

/** How many different keys may follow one; ids would fill the memory without end. */
const MOST_BRANCHES = 16;
/** Over all steps of the process. */
const MOST_STEPS = 4096;

let steps = 0;

/**
 * A key that followed certain others in a map before.
 *
 * Following a step costs one comparison of text: the key is neither cut out of the file nor looked up in the map
 * that is being read, for the keys of one path through the steps are all different.
 */
export class KeyStep {
  /** In the form that objects keep keys in, which makes storing under it fast; never a piece of a file's text. */
  readonly key: string;
  private latest: KeyStep | null = null;
  private readonly known: KeyStep[] = [];

  constructor(key: string) {
    this.key = Object.keys({ [key]: null })[0] ?? key;
  }

  /** The step for the key in `text` from `start` up to `end`; null where it did not follow here before. */
  next(text: string, start: number, end: number): KeyStep | null {
    const { latest } = this;
    if (latest?.matches(text, start, end) === true) return latest;
    for (const step of this.known) {
      if (!step.matches(text, start, end)) continue;
      this.latest = step;
      return step;
    }
    return null;
  }

  /** Adds a step for a key that is on no step up to this one; null where the memory is full. */
  learn(key: string): KeyStep | null {
    if (this.isFull) return null;
    const step = new KeyStep(key);
    steps++;
    this.known.push(step);
    this.latest = step;
    return step;
  }

  /** Whether no further step can be added. */
  get isFull(): boolean {
    return this.known.length >= MOST_BRANCHES || steps >= MOST_STEPS;
  }

  private matches(text: string, start: number, end: number): boolean {
    const { key } = this;
    if (key.length !== end - start) return false;
    for (let i = 0; i < key.length; i++) if (key.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
    return true;
  }
}
