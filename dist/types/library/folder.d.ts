/** Reads a workspace from a folder: the one part of the library that touches the disk, loaded only where it is asked for. */
import type { Rule } from "../rules/define.ts";
import type { LoadedWorkspace } from "./load.ts";
/** Reads the folder as a workspace of its own, whatever lies around it. */
export declare function openFolder(folder: string, rules: readonly Rule[], plugins: boolean): Promise<LoadedWorkspace>;
