/** Which definition files could not be read whole. */

import type { Workspace } from "./model.ts";

/** Files with a syntax problem, each once: something in them is missing from the workspace. */
export function unreadFiles({ problems }: Pick<Workspace, "problems">): readonly string[] {
  const files = new Set<string>();
  for (const { ruleId, place } of problems) if (ruleId === "yaml/syntax") files.add(place.file);
  return [...files];
}
