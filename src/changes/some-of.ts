/** Lists in messages: a few items, and how many more there are. */

/** Items that a message shows; the rest is counted. */
const SHOWN = 3;

/** `a, b, c, and 2 more`; only what is shown is put into words. */
export function someOf<Item>(items: readonly Item[], inWords: (item: Item) => string): string {
  const shown = items.slice(0, SHOWN).map(inWords);
  if (items.length > SHOWN) shown.push(`and ${items.length - SHOWN} more`);
  return shown.join(", ");
}
