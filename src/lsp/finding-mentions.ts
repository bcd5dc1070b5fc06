/** Mentions of all files of a workspace; a file is read again only where its text has changed. */

import type { LiveWorkspace } from "./live-workspace.ts";
import { isSame, type Mention, mentionsIn } from "./mentions.ts";

/** A mention with its file, relative to the root. */
export interface Found extends Mention {
  readonly file: string;
}

interface Read {
  readonly text: string;
  readonly mentions: readonly Mention[];
}

const read = new WeakMap<LiveWorkspace, Map<string, Read>>();

/** The mentions of one file as it is now. */
export function mentionsOf(workspace: LiveWorkspace, file: string): readonly Mention[] {
  const files = read.get(workspace) ?? new Map<string, Read>();
  read.set(workspace, files);
  const text = workspace.currentText(file) ?? "";
  const known = files.get(file);
  if (known?.text === text) return known.mentions;
  const mentions = mentionsIn(text);
  files.set(file, { text, mentions });
  return mentions;
}

/** Every mention of the same id in all definition files, in the order of files. */
export function mentionsEverywhere(workspace: LiveWorkspace, of: Pick<Mention, "kind" | "id">): readonly Found[] {
  return workspace.files.flatMap((file) => {
    if (workspace.currentText(file)?.includes(of.id) !== true) return [];
    return mentionsOf(workspace, file).flatMap((mention) => (isSame(mention, of) ? [withFile(mention, file)] : []));
  });
}

function withFile(mention: Mention, file: string): Found {
  const { kind, id, role, document, start, end } = mention;
  return { kind, id, role, document, start, end, file };
}
