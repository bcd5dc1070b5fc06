/** Lists in messages: a few items, and how many more there are. */
/** `a, b, c, and 2 more`; only what is shown is put into words. */
export declare function someOf<Item>(items: readonly Item[], inWords: (item: Item) => string): string;
