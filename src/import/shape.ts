/** Values of foreign files, looked at without trust in their shape. */

import { LineIndex } from "../text/source.ts";
import { isYamlMap, readYaml, type YamlMap, type YamlValue } from "../text/yaml.ts";
import type { Remark } from "./model.ts";
import { ReadMarks, textOf } from "./unread.ts";

/** A file to import, named as in messages. */
export interface ImportFile {
  readonly name: string;
  readonly text: string;
}

const EMPTY = {} as YamlMap;

/** Looks into foreign maps without trust in their shape, and remembers what was read. */
export class ForeignReader {
  readonly #marks = new ReadMarks();

  /** A map, or an empty one where the value is something else. */
  map(map: YamlMap, key: string): YamlMap {
    const value = own(map, key);
    return isYamlMap(value) ? value : EMPTY;
  }

  /** The maps of a list. */
  maps(map: YamlMap, key: string): readonly YamlMap[] {
    const value = own(map, key);
    return Array.isArray(value) ? value.filter(isYamlMap) : [];
  }

  /** A text or number that fits, as text on one line; empty where there is none. */
  text(map: YamlMap, key: string, fits: (text: string) => boolean = () => true): string {
    const text = textAt(map, key);
    if (text === "" || !fits(text)) return "";
    this.#marks.mark(map, key);
    return text;
  }

  /** The first key that has a text. */
  firstText(map: YamlMap, keys: readonly string[]): string {
    for (const key of keys) {
      const text = this.text(map, key);
      if (text !== "") return text;
    }
    return "";
  }

  /** A number; null where there is none. */
  number(map: YamlMap, key: string): number | null {
    const value = own(map, key);
    if (typeof value !== "number") return null;
    this.#marks.mark(map, key);
    return value;
  }

  /** A value of any shape, all of which counts as read. */
  value(map: YamlMap, key: string): YamlValue | undefined {
    this.#marks.mark(map, key);
    return own(map, key);
  }

  /** The keys below a map that nothing was read from, with their paths. */
  unread(map: YamlMap): readonly string[] {
    return [...new Set(this.#marks.unread(map).map(({ path }) => path))];
  }
}

function own(map: YamlMap, key: string): YamlValue | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

/** A text or number as text, on one line; empty where there is none. */
export function textAt(map: YamlMap, key: string): string {
  const value = own(map, key);
  return value === undefined || typeof value === "object" ? "" : textOf(value);
}

/** Tells of keys that no reader knows, without their values, which may hold secrets. */
export function unreadRemarks(
  reader: ForeignReader,
  map: YamlMap,
  place: string,
  subject: string,
  known: string,
): readonly Remark[] {
  const message = `no part of ${known} is known for it`;
  return reader.unread(map).map((field): Remark => ({ kind: "left-out", place, subject, field, text: null, message }));
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
