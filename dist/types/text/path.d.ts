/** Paths with `/`, relative to the workspace root, without a file system. */
/** What stands after the last point; empty where there is none. */
export declare function extname(path: string): string;
/** `named` as seen from the folder of the file `from`; null where it leaves the root. */
export declare function joined(from: string, named: string): string | null;
