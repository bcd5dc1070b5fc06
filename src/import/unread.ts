/** What was read of foreign objects, entry by entry, so that nothing of a file vanishes untold. */

/** An entry that nothing was read from. */
export interface UnreadEntry {
  /** Its keys from the object on, such as `target.note`. */
  readonly path: string;
  /** What it holds, on one line; JSON where it is more than texts and numbers. */
  readonly text: string;
}

/** Deeper values are not written out. */
const DEEPEST = 50;

/** Remembers which entries of which objects were read. */
export class ReadMarks {
  readonly #read = new WeakMap<object, Set<string>>();

  mark(map: object, key: string): void {
    const read = this.#read.get(map);
    if (read === undefined) this.#read.set(map, new Set([key]));
    else read.add(key);
  }

  /** Everything below an object that was not read; a part of which nothing was read is one entry. Told once. */
  unread(map: object): readonly UnreadEntry[] {
    return this.#unread(map, "");
  }

  #unread(map: object, above: string): readonly UnreadEntry[] {
    return Object.entries(map).flatMap(([key, value]): readonly UnreadEntry[] => {
      if (this.#read.get(map)?.has(key) === true) return [];
      const path = `${above}${key}`;
      const parts: readonly unknown[] = Array.isArray(value) ? value : [value];
      const isPart = parts.some((part) => isObject(part) && this.#isTouched(part, 0));
      const whole = isPart ? parts.filter((part) => !isObject(part)) : value;
      const text = textOf(whole);
      this.mark(map, key);
      const inside = isPart ? parts.filter(isObject).flatMap((part) => this.#unread(part, `${path}.`)) : [];
      return text === "" ? inside : [{ path, text }, ...inside];
    });
  }

  #isTouched(value: object, depth: number): boolean {
    if (this.#read.has(value)) return true;
    return (
      depth < DEEPEST && Object.values(value).some((inner) => isObject(inner) && this.#isTouched(inner, depth + 1))
    );
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** A value on one line: texts and numbers as they are, lists of them with commas, else JSON; empty for nothing. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value.replace(/[\s\u0085]+/g, " ").trim();
  if (!isObject(value)) return value === null || value === undefined ? "" : String(value);
  if (Array.isArray(value) && !value.some(isObject)) {
    return value
      .map(textOf)
      .filter((text) => text !== "")
      .join(", ");
  }
  return isEmpty(value, 0) ? "" : JSON.stringify(cut(value, 0));
}

function isEmpty(value: unknown, depth: number): boolean {
  if (!isObject(value)) return textOf(value) === "";
  return depth < DEEPEST && Object.values(value).every((inner) => isEmpty(inner, depth + 1));
}

function cut(value: unknown, depth: number): unknown {
  if (!isObject(value)) return value;
  if (depth >= DEEPEST) return "…";
  if (Array.isArray(value)) return value.map((inner) => cut(inner, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cut(inner, depth + 1)]));
}
