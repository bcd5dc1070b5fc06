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

/** Whether a value is a map read from YAML (neither a list nor a scalar). */
export function isYamlMap(value: unknown): value is YamlMap {
  return value instanceof YamlObject;
}
