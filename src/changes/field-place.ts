/** Where a field of a definition stands, also where it was taken away. */

import type { Place } from "../findings/finding.ts";
import { placeOf } from "../rules/define.ts";
import type { KeyPath } from "../text/source.ts";
import type { Entity } from "../workspace/model.ts";

/** The place of a field's value, be it unreadable; of the nearest field around it that is there, or else of the entity's key. */
export function placeOfField(entity: Entity, path: KeyPath): Place {
  const there: (string | number)[] = [];
  let value: unknown = entity.definition;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) break;
    value = (value as Readonly<Record<string | number, unknown>>)[key];
    if (value === undefined) break;
    there.push(key);
  }
  const [field] = path;
  if (there.length === 0 && field !== undefined && entity.faulty?.has(String(field))) there.push(field);
  return there.length === 0 ? placeOf(entity) : placeOf(entity, { path: there });
}

/** Whether a field can be compared: where it was written badly on one side, that is a finding and no change. */
export function isReadable(field: string, ...sides: readonly Entity[]): boolean {
  return sides.every(({ faulty }) => faulty?.has(field) !== true);
}
