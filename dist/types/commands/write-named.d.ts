/** Writes files that a person names: over none of the workspace's own, and with a plain sentence where it fails. */
import type { Workspace } from "../workspace/model.ts";
/** Writes a whole file; `shown` is its name as people know it. */
export declare function writeNamed(file: string, shown: string, text: string): void;
/** Why a file or folder cannot be written, as one sentence; anything but a failure of the file system as it is. */
export declare function notWritten(shown: string, error: unknown): unknown;
/** What must not be overwritten, relative to the root. */
interface OwnFiles {
    readonly root: string;
    readonly files: readonly string[];
    readonly configFiles: readonly string[];
}
/** Refuses to write over the definitions, the config or the data of a workspace. `workspace` is null while it is unread. */
export declare function refuseOwnFiles(outputs: readonly string[], { root, files, configFiles }: OwnFiles, workspace: Workspace | null): void;
/** The files that `--format NAME:FILE` names, absolute. */
export declare function filesIn(formats: readonly string[] | undefined, cwd: string): readonly string[];
export {};
