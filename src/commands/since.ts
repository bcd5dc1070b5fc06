/** `kpi check --since REF`: both versions are checked whole, and what only the newer one has is shown. */

import { type CheckInput, check } from "../engine/check.ts";
import type { CheckResult } from "../engine/result.ts";
import { newSince } from "../engine/since.ts";
import { mergeBase, repositoryOf, resolveRef } from "../host/git.ts";
import { answerOf } from "./answer.ts";
import type { Host } from "./host.ts";
import { withoutPointers } from "./version/pointers.ts";
import { type HeadVersion, openVersion } from "./version.ts";

/**
 * Checks the working tree and the commit where it left REF, under the working tree's config, and keeps what is new.
 *
 * REF itself may have moved on since; what others did there is neither ours to fix nor ours to be praised for.
 */
export async function checkSince(
  ref: string,
  head: HeadVersion,
  input: CheckInput,
  host: Host,
  quiet: boolean,
): Promise<CheckResult> {
  const repository = answerOf(await repositoryOf(head.root, host.env));
  const commit = answerOf(await resolveRef(repository, ref));
  const base = answerOf(await mergeBase(repository, commit, answerOf(await resolveRef(repository, "HEAD"))));
  const version = await openVersion(repository, base, head);
  const now = check({ ...input, shows: undefined });
  const { workspace } = await withoutPointers(version, version.workspace, head);
  const then = version.isSame ? now : check({ ...input, workspace, textOf: version.textOf, shows: undefined });
  const { result, kept } = newSince(now, then, input.shows);
  if (!quiet) {
    const id = base.slice(0, 8);
    const place = base === commit ? `${ref} (${id})` : `${id}, where this branch left ${ref}`;
    const { new: added, fixed } = result.summary;
    host.terminal.note(`kpi: compared with ${place}: ${added} new, ${fixed} fixed, ${kept} kept.\n`);
  }
  return result;
}
