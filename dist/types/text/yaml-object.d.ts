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
/** Whether a value is a map read from YAML (neither a list nor a scalar). */
export declare function isYamlMap(value: unknown): value is YamlMap;
