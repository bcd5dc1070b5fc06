/** Which config file of two versions says something else under a key. */

import type { Place } from "../findings/finding.ts";
import type { KeyPath } from "../text/source.ts";
import { yamlPositions } from "../text/yaml-positions.ts";
import type { ReviewedVersion } from "./version.ts";

/** A key of a config file in two versions, as it is written there; null where it is not there. */
export interface ChangedKey {
  readonly file: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Where it stands, or stood. */
  readonly place: Place;
  readonly side: "base" | "head";
}

/** The first config file, the nearest first, whose text under `path` differs; null where none does. */
export function changedKey(base: ReviewedVersion, head: ReviewedVersion, path: KeyPath): ChangedKey | null {
  const files = new Set<string>();
  for (const { configFile, configFiles } of [head.strictness, base.strictness]) {
    if (configFile !== null) files.add(configFile);
    for (const file of configFiles) files.add(file);
  }
  for (const file of files) {
    const before = written(base.textOf(file), path);
    const after = written(head.textOf(file), path);
    if (before === after) continue;
    return { file, before, after, place: placeOfKey(file, path), side: after === null ? "base" : "head" };
  }
  return null;
}

function written(text: string | null, path: KeyPath): string | null {
  if (text === null) return null;
  const { start, end, exact } = yamlPositions(text).locate(0, path, "value");
  return exact ? text.slice(start, end) : null;
}

/** The value under a key of a config file. */
export function placeOfKey(file: string, path: KeyPath): Place {
  return { file, document: 0, path, at: "value" };
}
