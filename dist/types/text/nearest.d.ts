/** Did you mean: the nearest of some names. */
/**
 * The nearest name by edit distance (at most a third of the length, at least two edits), where a name
 * that ends in `/name` counts as one edit away; null where none is near, or where nothing is in common.
 */
export declare function nearestTo(name: string, names: Iterable<string>): string | null;
