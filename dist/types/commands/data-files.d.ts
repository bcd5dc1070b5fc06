/** Reads data files for the workspace: only inside the root, links resolved. */
import { type FolderCache } from "../host/files.ts";
import type { ReadData } from "../workspace/data.ts";
/** Data paths are relative to the folder of the definition file that names them. */
export declare function dataReader(root: string, folders: FolderCache): ReadData;
/** The same reader with texts (by path from the root) in place of what is on disk. */
export declare function withTexts(read: ReadData, texts: ReadonlyMap<string, string>): ReadData;
