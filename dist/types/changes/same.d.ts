/** Whether two values of definitions are the same. */
/** Deep equality of plain data; the order of keys does not matter, and a key without a value is no key. */
export declare function isSame(a: unknown, b: unknown): boolean;
/** Whether the same fields of two definitions were written so that they cannot be read. */
export declare function sameFaults(a: {
    readonly faulty: ReadonlySet<string> | null;
}, b: typeof a): boolean;
