/** Reads a workspace from a folder: the one part of the library that touches the disk, loaded only where it is asked for. */

import * as path from "node:path";
import { openProject, readProject } from "../commands/open.ts";
import { KNOWN_FILE, readKnown } from "../engine/known-file.ts";
import { kindOf } from "../host/files.ts";
import type { Rule } from "../rules/define.ts";
import type { LoadedWorkspace } from "./load.ts";
import { today } from "./today.ts";

/** Reads the folder as a workspace of its own, whatever lies around it. */
export async function openFolder(folder: string, rules: readonly Rule[], plugins: boolean): Promise<LoadedWorkspace> {
  const root = path.resolve(folder);
  if (kindOf(root) !== "directory") throw new TypeError(`There is no folder "${folder}".`);
  const options = { color: false, quiet: true, plugins };
  const project = await openProject([], options, { cwd: root, today: today() }, root, rules);
  const { workspace, config, configFile, configProblems, unreadable, textOf, matches } = await readProject(
    project,
    options,
    null,
  );
  const known = readKnown(textOf(KNOWN_FILE));
  return {
    ...workspace,
    config,
    configFile,
    configProblems: [...configProblems, ...known.problems],
    rules: project.rules,
    known,
    unreadable,
    textOf,
    matches,
  };
}
