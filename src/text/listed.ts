/** Things in words. */

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/** The same, where at most `most` are named and the rest is counted: `a, b and 3 more`, with a noun where one is given. */
export function someListed(items: readonly string[], most: number, noun = ""): string {
  const more = items.length - most;
  if (more <= 0) return listed(items);
  return listed([...items.slice(0, most), `${more} more${noun === "" ? "" : ` ${noun}${more === 1 ? "" : "s"}`}`]);
}
