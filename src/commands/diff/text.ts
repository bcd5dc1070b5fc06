/** Diffs of files that a command would write. */

import { wantsColour } from "../../host/terminal.ts";
import type { CommonOptions, Host } from "../host.ts";
import { type Project, prefixOf } from "../open.ts";

/** What paths in a diff begin with, so that git takes it from the folder where the command was started. */
export function diffPrefix(project: Project, host: Host): string {
  const here = prefixOf(project, host);
  // A path that leaves its folder is refused by git; where the root lies above, the diff counts from there.
  return here.startsWith("../") ? "" : here;
}

/**
 * A diff for a file, or for standard output where it is null: exact for programs; for people, and in the log of a
 * build service, it holds nothing that acts.
 */
export async function diffFor(file: string | null, diff: string, options: CommonOptions, host: Host): Promise<string> {
  const { terminal, env } = host;
  if (file !== null || (!terminal.outIsTerminal && env.GITHUB_ACTIONS !== "true")) return diff;
  const { shownDiff } = await import("../../report/diff.ts");
  return shownDiff(diff, wantsColour(terminal.outIsTerminal, options.color, env));
}
