/** Writes files that a person names: over none of the workspace's own, and with a plain sentence where it fails. */

import * as path from "node:path";
import { KNOWN_FILE } from "../engine/known-file.ts";
import { isSameFile, relativeTo, writeWhole } from "../host/files.ts";
import { WriteFailure, writeFailure } from "../host/write-failure.ts";
import { terminal } from "../report/untrusted.ts";
import type { Workspace } from "../workspace/model.ts";
import { UsageError } from "./errors.ts";

/** Writes a whole file; `shown` is its name as people know it. */
export function writeNamed(file: string, shown: string, text: string): void {
  try {
    writeWhole(file, text);
  } catch (error) {
    throw notWritten(shown, error);
  }
}

/** Why a file or folder cannot be written, as one sentence; anything but a failure of the file system as it is. */
export function notWritten(shown: string, error: unknown): unknown {
  const failure = writeFailure(error);
  if (!(failure instanceof WriteFailure)) return error;
  const folder = terminal(path.dirname(shown));
  const reason = failure.code === "ENOENT" ? `there is no folder ${folder}; make it first` : failure.message;
  return new UsageError(`Cannot write ${terminal(shown)}: ${reason}.`);
}

/** What must not be overwritten, relative to the root. */
interface OwnFiles {
  readonly root: string;
  readonly files: readonly string[];
  readonly configFiles: readonly string[];
}

/** Refuses to write over the definitions, the config or the data of a workspace. `workspace` is null while it is unread. */
export function refuseOwnFiles(
  outputs: readonly string[],
  { root, files, configFiles }: OwnFiles,
  workspace: Workspace | null,
): void {
  if (outputs.length === 0) return;
  const data = [...(workspace?.metrics.values() ?? [])].flatMap(({ dataFile }) => dataFile ?? []);
  const kinds: readonly (readonly [names: readonly string[], what: string])[] = [
    [files, "holds definitions"],
    [configFiles, "is the config"],
    [[KNOWN_FILE], "holds the known findings"],
    [data, "holds values of a metric"],
  ];
  for (const output of outputs) {
    for (const [names, what] of kinds) {
      if (!names.some((name) => isSameFile(path.join(root, name), output))) continue;
      const shown = terminal(relativeTo(root, output));
      throw new UsageError(
        `${shown} ${what} of this workspace, and is not overwritten; name a file that is not part of it.`,
      );
    }
  }
}

/** The files that `--format NAME:FILE` names, absolute. */
export function filesIn(formats: readonly string[] | undefined, cwd: string): readonly string[] {
  return (formats ?? []).flatMap((flag) => {
    const file = /^\w+:(.+)$/s.exec(flag)?.[1];
    return file === undefined ? [] : [path.resolve(cwd, file)];
  });
}
