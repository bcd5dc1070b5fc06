/** The canonical order of keys: that of the published schema, where the keys of a team's own come last. */

import type { Canon } from "../text/yaml-order.ts";
import type { JsonSchema } from "./json-schema.ts";

/** Behind every key of the format. */
const UNKNOWN = 1000;
const OWN = 2000;

/** The canonical order in files of this schema; maps at its top whose entries are things are spaced. */
export function canonOf(schema: JsonSchema): Canon {
  return new SchemaCanon([schema], 0);
}

class SchemaCanon implements Canon {
  readonly #schemas: readonly JsonSchema[];
  readonly #depth: number;
  /** Made once for each key or shape, not once for each place in a file. */
  readonly #below = new Map<string, Canon | null>();
  #items: Canon | null | undefined;

  constructor(schemas: readonly JsonSchema[], depth: number) {
    this.#schemas = schemas.flatMap((schema) => schema.anyOf ?? [schema]);
    this.#depth = depth;
  }

  /** The sections of a file, and the goals, metrics and KPIs of a section. */
  get spaced(): boolean {
    return this.#depth < 2;
  }

  ranks(keys: readonly string[]): readonly number[] | null {
    const fitting = this.#fitting(keys);
    if (fitting === null) return null;
    const known = Object.keys(fitting);
    return keys.map((key) => {
      const place = known.indexOf(key);
      return place >= 0 ? place : key.startsWith("x-") ? OWN : UNKNOWN;
    });
  }

  below(key: string): Canon | null {
    if (key.startsWith("x-")) return null;
    const known = this.#below.get(key);
    if (known !== undefined) return known;
    const isOwn = this.#schemas.some(({ properties }) => properties !== undefined && Object.hasOwn(properties, key));
    // Ids and dates are many and alike, so they share one entry.
    const name = isOwn ? key : "";
    const found =
      this.#below.get(name) ??
      canonOrNull(
        this.#schemas.flatMap((schema) => schemasBelow(schema, key)),
        this.#depth + 1,
      );
    this.#below.set(name, found);
    return found;
  }

  items(): Canon | null {
    this.#items ??= canonOrNull(
      this.#schemas.flatMap(({ items }) => (items !== undefined && !Array.isArray(items) ? [items as JsonSchema] : [])),
      this.#depth + 1,
    );
    return this.#items;
  }

  /** Of all forms that a value may have, the one that names most of its keys; null where none has names for keys. */
  #fitting(keys: readonly string[]): Readonly<Record<string, unknown>> | null {
    let best: Readonly<Record<string, unknown>> | null = null;
    let most = -1;
    for (const { properties } of this.#schemas) {
      if (properties === undefined) continue;
      const count = keys.filter((key) => Object.hasOwn(properties, key)).length;
      if (count <= most) continue;
      best = properties;
      most = count;
    }
    return best;
  }
}

function schemasBelow({ properties, additionalProperties }: JsonSchema, key: string): readonly JsonSchema[] {
  const found = properties !== undefined && Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
  return typeof found === "object" ? [found] : [];
}

function canonOrNull(schemas: readonly JsonSchema[], depth: number): Canon | null {
  return schemas.length === 0 ? null : new SchemaCanon(schemas, depth);
}
