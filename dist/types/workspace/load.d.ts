/** Files → one linked model. Whatever is wrong becomes a problem; everything else is still read. */
import { type ReadData } from "./data.ts";
import type { Workspace } from "./model.ts";
import type { Settings } from "./settings.ts";
/** A definition file: its path relative to the root, and its text or why there is none. */
export interface SourceFile {
    readonly path: string;
    readonly text: string;
    /** The offset of the first character that was not UTF-8. */
    readonly badByte?: number | null;
}
export interface LoadInput {
    /** In path order. An iterable, so that files need not all be in memory before the first is parsed. */
    readonly files: Iterable<SourceFile>;
    readonly settings: Settings;
    /** Reads a data file named in a definition; absent: no data files. */
    readonly readData?: ReadData;
    /** Told after each file, for a progress bar. */
    readonly onFile?: (path: string) => void;
}
/** Reads all files into one workspace. Never throws on content. */
export declare function loadWorkspace(input: LoadInput): Promise<Workspace>;
