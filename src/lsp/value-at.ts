/** The value that is written at a place. */

import { isYamlMap, readYaml, type YamlValue } from "../text/yaml.ts";
import type { PathAt } from "./path-at.ts";

/** Undefined where nothing can be read there. */
export function getAt(text: string, { document, path, extent }: PathAt): YamlValue | undefined {
  let value = readYaml(text).documents[document]?.value;
  if (value === undefined && extent !== null) return text.slice(extent.start, extent.end);
  for (const segment of path) {
    if (Array.isArray(value)) value = value[Number(segment)];
    else value = isYamlMap(value) ? value[String(segment)] : undefined;
  }
  return value;
}
