/** Values of foreign files, looked at without trust in their shape. */

import { LineIndex } from "../text/source.ts";
import { isYamlMap, readYaml, type YamlMap, type YamlValue } from "../text/yaml.ts";

/** A file to import, named as in messages. */
export interface ImportFile {
  readonly name: string;
  readonly text: string;
}

/** A map, or an empty one where the value is something else. */
export function mapAt(map: YamlMap, key: string): YamlMap {
  const value = Object.hasOwn(map, key) ? map[key] : undefined;
  return isYamlMap(value) ? value : EMPTY;
}

const EMPTY = {} as YamlMap;

/** A text or number as text, on one line; empty where there is none. */
export function textAt(map: YamlMap, key: string): string {
  const value = Object.hasOwn(map, key) ? map[key] : undefined;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value === "string" ? value.replace(/[\s\u0085]+/g, " ").trim() : "";
}

/** The first key that has a text. */
export function firstTextAt(map: YamlMap, keys: readonly string[]): string {
  for (const key of keys) {
    const text = textAt(map, key);
    if (text !== "") return text;
  }
  return "";
}

/** The maps of a list. */
export function mapsAt(map: YamlMap, key: string): readonly YamlMap[] {
  const value = Object.hasOwn(map, key) ? map[key] : undefined;
  return Array.isArray(value) ? value.filter(isYamlMap) : [];
}

/** A number; null where there is none. */
export function numberAt(map: YamlMap, key: string): number | null {
  const value = Object.hasOwn(map, key) ? map[key] : undefined;
  return typeof value === "number" ? value : null;
}

/** The values of all documents of some files, lists of objects opened; or what is wrong with the first bad one. */
export function yamlObjects(
  files: readonly ImportFile[],
):
  | { readonly ok: true; readonly objects: readonly { readonly file: string; readonly value: YamlValue }[] }
  | { readonly ok: false; readonly message: string } {
  const objects: { file: string; value: YamlValue }[] = [];
  for (const { name, text } of files) {
    const { documents, problems } = readYaml(text);
    const problem = problems[0];
    if (problem !== undefined) {
      return {
        ok: false,
        message: `${name}:${new LineIndex(text).position(problem.start).line} cannot be read: ${problem.message}`,
      };
    }
    for (const { value } of documents) {
      if (value === undefined || value === null) continue;
      for (const one of Array.isArray(value) ? value : [value]) objects.push({ file: name, value: one });
    }
  }
  return { ok: true, objects };
}
