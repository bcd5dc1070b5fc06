/** Where a panel of the report is found. */

import type { Entity } from "../../workspace/model.ts";

/** The place of an entity in the report, as it stands behind `#`. */
export function placeOf({ kind, id }: Pick<Entity, "kind" | "id">): string {
  return `${kind}/${id}`;
}
