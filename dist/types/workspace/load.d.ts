/** Files → one linked model. Whatever is wrong becomes a problem; everything else is still read. */
import { type ReadData } from "./data.ts";
import type { Workspace } from "./model.ts";
import { type FileContribution, type SourceFile } from "./read-file.ts";
import type { Settings } from "./settings.ts";
export type { SourceFile } from "./read-file.ts";
export interface LoadInput {
    /** In path order. An iterable, so that files need not all be in memory before the first is parsed. */
    readonly files: Iterable<SourceFile>;
    readonly settings: Settings;
    /** Reads a data file named in a definition; absent: no data files. */
    readonly readData?: ReadData;
    /** Told after each file, for a progress bar, and what the file says. */
    readonly onFile?: (path: string, contribution: FileContribution) => void;
}
/** Reads all files into one workspace. Never throws on content. */
export declare function loadWorkspace(input: LoadInput): Promise<Workspace>;
/**
 * Links what the files say. They are handed in in path order and read with the same settings; none is changed, so
 * that those of files that stay as they are can be linked again.
 */
export declare function assemble(files: readonly FileContribution[], input: Pick<LoadInput, "settings" | "readData">): Promise<Workspace>;
