/** Did you mean: the nearest of some names. */

import leven from "leven";

/** Above this many names only those with the same first character are compared. */
const MANY = 5_000;

/**
 * The nearest name by edit distance (at most a third of the length, at least two edits), where a name
 * that ends in `/name` counts as one edit away; null where none is near, or where nothing is in common.
 */
export function nearestTo(name: string, names: Iterable<string>): string | null {
  const candidates = [...names];
  const many = candidates.length > MANY;
  let best: string | null = null;
  // Two edits turn any two letters into any other two.
  let distance = (name.length < 3 ? 1 : Math.max(2, Math.floor(name.length / 3))) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) >= distance && !candidate.endsWith(`/${name}`)) continue;
    if (many && candidate.charCodeAt(0) !== name.charCodeAt(0)) continue;
    const d = candidate.endsWith(`/${name}`) ? 1 : leven(name, candidate, { maxDistance: distance });
    if (d < distance && d < Math.max(name.length, candidate.length)) {
      best = candidate;
      distance = d;
    }
  }
  return best;
}
