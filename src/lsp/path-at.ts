/** The key path at an offset of a text, whether or not it can be parsed. */

import type { KeyPath } from "../text/source.ts";
import { MAX_YAML_BYTES } from "../text/yaml.ts";
import { parseDocuments } from "../text/yaml-events.ts";
import { yamlPositions } from "../text/yaml-positions.ts";
import { spotAt } from "./loose-yaml.ts";

export interface PathAt {
  readonly document: number;
  readonly path: KeyPath;
  readonly at: "key" | "value";
  /** The extent of the key or value; null where the text cannot be parsed. */
  readonly extent: { readonly start: number; readonly end: number } | null;
}

/** Null outside of everything. */
export function pathAt(text: string, offset: number): PathAt | null {
  if (text.length > MAX_YAML_BYTES || parseDocuments(text).broken.length > 0) return looseAt(text, offset);
  const positions = yamlPositions(text);
  const found = positions.pathAt(offset);
  if (found === null) return null;
  const { start, end } = positions.locate(found.document, found.path, found.at);
  return { document: found.document, path: found.path, at: found.at, extent: { start, end } };
}

function looseAt(text: string, offset: number): PathAt | null {
  const spot = spotAt(text, offset);
  if (spot === null || spot.from === spot.to) return null;
  const { document, key, value, from, to } = spot;
  if (key !== null && spot.hasColon) {
    const name = text.slice(from, to).replace(/^(["'])(.*)\1$/, "$2");
    return { document, path: [...key.path, name], at: "key", extent: { start: from, end: to } };
  }
  return value === null ? null : { document, path: value.path, at: "value", extent: { start: from, end: to } };
}
