/** The objects that YAML maps are read into. */
import type { YamlMap, YamlValue } from "./yaml.ts";
/**
 * A map read from YAML.
 *
 * Its prototype is empty, so `constructor` and `__proto__` are ordinary keys; unlike `Object.create(null)`,
 * instances share hidden classes, which keeps every later property access fast.
 */
export declare class YamlObject {
    [key: string]: YamlValue;
}
/**
 * An empty map for keys that are in no other map, such as ids. It keeps them in a table from the start: the engine
 * would make a hidden class for each, of use to no other object.
 */
export declare function mapOfIds(): YamlMap;
/** Whether a value is a map read from YAML (neither a list nor a scalar). */
export declare function isYamlMap(value: unknown): value is YamlMap;
/**
 * Adds what a map lacks; what it has already stays: its own keys, and those of sources merged before.
 * The keys that are added are noted in `merged`.
 */
export declare function addMissing(map: YamlMap, merged: Set<string>, source: YamlMap): void;
