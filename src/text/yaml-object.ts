/** The objects that YAML maps are read into. */

import type { YamlMap, YamlValue } from "./yaml.ts";

/**
 * A map read from YAML.
 *
 * Its prototype is empty, so `constructor` and `__proto__` are ordinary keys; unlike `Object.create(null)`,
 * instances share hidden classes, which keeps every later property access fast.
 */
export class YamlObject {
  [key: string]: YamlValue;
}
Reflect.deleteProperty(YamlObject.prototype, "constructor");
Object.setPrototypeOf(YamlObject.prototype, null);

/**
 * An empty map for keys that are in no other map, such as ids. It keeps them in a table from the start: the engine
 * would make a hidden class for each, of use to no other object.
 */
export function mapOfIds(): YamlMap {
  return Object.setPrototypeOf(Object.create(null), YamlObject.prototype);
}

/** Whether a value is a map read from YAML (neither a list nor a scalar). */
export function isYamlMap(value: unknown): value is YamlMap {
  return value instanceof YamlObject;
}

/**
 * Adds what a map lacks; what it has already stays: its own keys, and those of sources merged before.
 * The keys that are added are noted in `merged`.
 */
export function addMissing(map: YamlMap, merged: Set<string>, source: YamlMap): void {
  for (const key of Object.keys(source)) {
    const value = source[key];
    if (map[key] !== undefined || value === undefined) continue;
    map[key] = value;
    merged.add(key);
  }
}
