/** Whether two values of definitions are the same. */
/** Deep equality of plain data; the order of keys does not matter, and a key without a value is no key. */
export declare function isSame(a: unknown, b: unknown): boolean;
