/** The file system behind a small interface: every read of the product goes through here. */
/** A file's text, or why it could not be read. `encoding` comes with the text that could be made of it. */
export type ReadResult = {
    readonly ok: true;
    readonly text: string;
    readonly badByte: number | null;
} | {
    readonly ok: false;
    readonly reason: "missing" | "denied" | "directory" | "too-large" | "failed";
    readonly detail: string;
};
/** Reads a file as UTF-8. Bytes that are not UTF-8 become U+FFFD and the first one's position is told. */
export declare function readText(file: string): ReadResult;
/** Text of bytes that should be UTF-8, and the offset of the first character that is not. */
export interface Decoded {
    readonly text: string;
    readonly badByte: number | null;
}
/** The same reading for bytes that do not come from a file on disk. */
export declare function decodeBytes(bytes: Buffer): Decoded;
/** The same of a file that is null where it is over `limit` bytes and was not read: a text of that kind, without content. */
export declare function decodeWithin(limit: number, bytes: Buffer | null): Decoded;
export type FileKind = "file" | "directory" | "missing" | "other";
/**
 * What lies at a path, links followed. A path that runs through a file or a circle of links leads nowhere, and so does
 * one that no file can have.
 */
export declare function kindOf(file: string): FileKind;
/** Whether two paths lead to one file that is there, links followed. */
export declare function isSameFile(one: string, other: string): boolean;
/** Whether `file` lies in `folder` (or is it), by their text; links are not followed. */
export declare function isInside(folder: string, file: string): boolean;
/** Whether `file` exists and, with all links followed, still lies in `folder`. */
export declare function staysInside(folder: string, file: string): boolean;
/** `path` relative to `root`, with `/`. */
export declare function relativeTo(root: string, file: string): string;
/** The nearest folder from a path upward that exists; the path itself where it is a folder. */
export declare function existingFolder(start: string): string;
/** The nearest folder from `start` upward to (and with) `stop` that holds `name`; null where there is none. */
export declare function findUpward(start: string, name: string, stop: string | null): string | null;
export interface WalkOptions {
    /** Decides by the path relative to the root, with `/`. */
    readonly accept: (file: string) => boolean;
    /** A folder (other than the root) with a file of this name is another workspace and is not entered. */
    readonly boundary: string;
    readonly respectGitIgnore: boolean;
}
/** Every accepted file below `root`, sorted by path. Links to folders and links that leave the root are not followed. */
export declare function walk(root: string, options: WalkOptions): readonly string[];
/** Lists folders once, so that asking for many files beside each other costs one system call. */
export declare class FolderCache {
    #private;
    has(file: string): boolean;
    /** The names in a folder; none where it does not exist. */
    names(folder: string): ReadonlySet<string>;
}
/** Writes a file whole or not at all: a temporary file beside it, then a rename. Throws with a reason that names no file. */
export declare function writeWhole(file: string, text: string): void;
