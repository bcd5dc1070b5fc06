/** Whether two values of definitions are the same. */

/** Deep equality of plain data; the order of keys does not matter, and a key without a value is no key. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, i) => isSame(item, b[i]));
  }
  const first = a as Readonly<Record<string, unknown>>;
  const second = b as Readonly<Record<string, unknown>>;
  const keys = keysOf(first);
  if (keys.length !== keysOf(second).length) return false;
  return keys.every((key) => Object.hasOwn(second, key) && isSame(first[key], second[key]));
}

/** Whether the same fields of two definitions were written so that they cannot be read. */
export function sameFaults(a: { readonly faulty: ReadonlySet<string> | null }, b: typeof a): boolean {
  return isSame([...(a.faulty ?? [])].sort(), [...(b.faulty ?? [])].sort());
}

function keysOf(object: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(object).filter((key) => object[key] !== undefined && !key.startsWith("x-"));
}
