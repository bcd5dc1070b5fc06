/** What `readYaml` should make of a text, built from the document of the `yaml` package: the write path's view. */

import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseAllDocuments,
  Scalar,
} from "yaml";
import { isYamlMap, type YamlValue } from "../../src/text/yaml.ts";

/** Documents that the `yaml` package accepts; null where it finds an error. */
export function parseReference(text: string): readonly Document.Parsed[] | null {
  const documents = parseAllDocuments(text, {
    version: "1.2",
    schema: "core",
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "silent",
    lineCounter: new LineCounter(),
  });
  if (!Array.isArray(documents)) return [];
  return documents.some(({ errors }) => errors.length > 0) ? null : documents;
}

/** The values of the documents, by the decisions of the read path: keys as text, merges, finite numbers. */
export function referenceValues(documents: readonly Document.Parsed[]): YamlValue[] {
  return documents.map((document) => toValue(document.contents, document));
}

function toValue(node: unknown, document: Document): YamlValue {
  if (isAlias(node)) return toValue(node.resolve(document), document);
  if (isSeq(node)) return node.items.map((item) => toValue(item, document));
  if (isScalar(node)) {
    if (typeof node.value === "bigint") return Number(node.value);
    if (typeof node.value === "number") return Number.isFinite(node.value) ? node.value : null;
    return node.value as YamlValue;
  }
  if (!isMap(node)) return null;
  const own = new Map<string, YamlValue>();
  const merged = new Map<string, YamlValue>();
  for (const { key, value } of node.items) {
    const name = keyOf(key, document);
    if (name === null) continue;
    if (name === "<<" && isScalar(key) && key.type === Scalar.PLAIN) addMerged(merged, value, document);
    else if (!own.has(name)) own.set(name, toValue(value, document));
  }
  const result: { [key: string]: YamlValue } = Object.create(null);
  for (const [name, value] of [...merged, ...own]) result[name] = value;
  return result;
}

function keyOf(key: unknown, document: Document): string | null {
  if (key === null) return "";
  if (isAlias(key)) return keyOf(key.resolve(document) ?? null, document);
  return isScalar(key) ? (key.source ?? "") : null;
}

function addMerged(merged: Map<string, YamlValue>, value: unknown, document: Document): void {
  const source = isAlias(value) ? (value.resolve(document) as Node | undefined) : value;
  for (const item of isSeq(source) ? source.items : [source]) {
    const map = toValue(item, document);
    if (map === null || typeof map !== "object" || Array.isArray(map)) continue;
    for (const [name, inherited] of Object.entries(map)) if (!merged.has(name)) merged.set(name, inherited);
  }
}

/** A value with prototypes and the order of keys left out, for comparison. */
export function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable);
  if (isYamlMap(value) || (typeof value === "object" && value !== null)) {
    const sorted: { [key: string]: unknown } = Object.create(null);
    for (const key of Object.keys(value).sort()) sorted[key] = comparable((value as { [key: string]: unknown })[key]);
    return sorted;
  }
  return Object.is(value, -0) ? 0 : value;
}
