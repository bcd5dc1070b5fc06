/** Which files git leaves out, from the .gitignore files between the repository's root and a folder. */
import * as fs from "node:fs";
import { type Ignore } from "ignore";
interface Layer {
    readonly folder: string;
    readonly rules: Ignore;
}
/** The ignore rules that hold in one folder; immutable, so that siblings do not see each other's rules. */
export declare class IgnoreStack {
    #private;
    constructor(layers: readonly Layer[]);
    /** The rules inside `folder`, given its entries. */
    enter(folder: string, entries: readonly fs.Dirent[]): IgnoreStack;
    with(layer: Layer): IgnoreStack;
    /** Whether an absolute path is ignored; folders end with a separator. The deepest rule that speaks decides. */
    ignores(absolute: string): boolean;
}
/** The folder that holds `.git`, from `start` upward; null outside a repository. */
export declare function gitRoot(start: string): string | null;
/**
 * The rules that hold above `root`: null outside a repository, and null where the root itself is ignored,
 * because somebody who works in an ignored folder means its files.
 */
export declare function ignoredBy(root: string): IgnoreStack | null;
export {};
