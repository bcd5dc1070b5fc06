/** Where ids of goals, metrics and KPIs, and owners, are written in a file: definitions and references. */

import type { JsonSchema, Reference } from "../definition/json-schema.ts";
import { kpiSchema } from "../definition/published.ts";
import type { EntityKind } from "../findings/finding.ts";
import { MAX_YAML_BYTES } from "../text/yaml.ts";
import { type YamlNode, yamlTrees } from "../text/yaml-tree.ts";
import { alternatives, followed } from "./schema-at.ts";

/** One place where an id is written. */
export interface Mention {
  /** What the id is of; a key under `removed` may be of a goal or a KPI. */
  readonly kind: Reference | "removed";
  readonly id: string;
  /** `removal`: a key under `removed`; `alias`: `*name` in place of an id that is written at its anchor. */
  readonly role: "definition" | "reference" | "removal" | "alias";
  readonly document: number;
  /** With its quotation marks; offsets in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** Which places below a value hold ids. */
interface Shape {
  readonly ref: Reference | null;
  readonly keys: ReadonlyMap<string, Shape>;
  /** Below keys without a name of their own. */
  readonly others: Shape | null;
  readonly items: Shape | null;
}

const DEFINED: Readonly<Record<string, EntityKind | "removed">> = {
  goals: "goal",
  metrics: "metric",
  kpis: "kpi",
  removed: "removed",
};

let whole: Shape | null | undefined;

/** All mentions of a text in order; documents that cannot be parsed have none. Never throws. */
export function mentionsIn(text: string): readonly Mention[] {
  if (text.length > MAX_YAML_BYTES) return [];
  if (whole === undefined) whole = shapeOf([kpiSchema()], kpiSchema());
  const found = new Map<number, Mention>();
  for (const [document, { root }] of yamlTrees(text).entries()) {
    if (root === null) continue;
    const add = (kind: Mention["kind"], role: Mention["role"], node: YamlNode): void => {
      const written = node.kind === "alias" ? node.target : node;
      if (written?.kind !== "scalar" || written.value === "") return;
      found.set(node.content, { kind, id: written.value, role, document, start: node.content, end: node.end });
    };
    for (const [section, entries] of pairsOf(root)) {
      const kind = DEFINED[section.value];
      if (kind === undefined) continue;
      const role = kind === "removed" ? "removal" : "definition";
      for (const [key] of pairsOf(entries)) if (key.value !== "<<") add(kind, role, key);
    }
    const refer = (kind: Reference, node: YamlNode): void =>
      add(kind, node.kind === "alias" ? "alias" : "reference", node);
    if (whole !== null) visit(root, whole, new Map(), refer);
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

/** The mention that an offset touches. */
export function mentionAt(mentions: readonly Mention[], offset: number): Mention | null {
  return mentions.find(({ start, end }) => start <= offset && offset <= end) ?? null;
}

/** Whether two mentions speak of one thing. */
export function isSame(a: Pick<Mention, "kind" | "id">, b: Pick<Mention, "kind" | "id">): boolean {
  if (a.id !== b.id) return false;
  const isRemovable = (kind: Mention["kind"]): boolean => kind === "goal" || kind === "kpi";
  return (
    a.kind === b.kind || (a.kind === "removed" && isRemovable(b.kind)) || (b.kind === "removed" && isRemovable(a.kind))
  );
}

function visit(
  node: YamlNode,
  shape: Shape,
  seen: Map<YamlNode, Set<Shape>>,
  add: (kind: Reference, node: YamlNode) => void,
): void {
  if (node.kind === "alias") {
    if (shape.ref !== null) add(shape.ref, node);
    // What aliases stand for is written once, however many there are of them.
    if (node.target === null || seen.get(node.target)?.has(shape) === true) return;
    seen.set(node.target, (seen.get(node.target) ?? new Set()).add(shape));
    visit(node.target, shape, seen, add);
    return;
  }
  if (node.kind === "scalar") {
    if (shape.ref !== null) add(shape.ref, node);
    return;
  }
  if (node.kind === "list") {
    if (shape.items !== null) for (const item of node.children) visit(item, shape.items, seen, add);
    return;
  }
  for (const [key, value] of pairsOf(node)) {
    if (key.value === "<<") {
      for (const source of value.kind === "list" ? value.children : [value]) visit(source, shape, seen, add);
      continue;
    }
    const below = shape.keys.get(key.value) ?? (shape.keys.size === 0 ? shape.others : null);
    if (below !== null) visit(value, below, seen, add);
  }
}

function pairsOf(node: YamlNode): readonly (readonly [key: YamlNode, value: YamlNode])[] {
  const map = node.kind === "alias" ? node.target : node;
  if (map?.kind !== "map") return [];
  const pairs: (readonly [YamlNode, YamlNode])[] = [];
  for (let i = 0; i + 1 < map.children.length; i += 2) {
    const key = map.children[i];
    const value = map.children[i + 1];
    if (key !== undefined && value !== undefined) pairs.push([key, value]);
  }
  return pairs;
}

/** The shape of values of some schemas; null where nothing below them is an id. */
function shapeOf(schemas: readonly JsonSchema[], root: JsonSchema): Shape | null {
  const all = schemas.flatMap((schema) => alternatives(schema, root));
  const ref = all.find((schema) => schema["x-kpi-ref"] !== undefined)?.["x-kpi-ref"] ?? null;
  const keys = new Map<string, Shape>();
  const names = new Set(all.flatMap(({ properties }) => Object.keys(properties ?? {})));
  for (const name of names) {
    const own = all.flatMap(({ properties }) => properties?.[name] ?? []);
    const shape = shapeOf(schemasIn(own, root), root);
    if (shape !== null) keys.set(name, shape);
  }
  const others = shapeIn(
    all.map(({ additionalProperties }) => additionalProperties),
    root,
  );
  const items = shapeIn(
    all.flatMap(({ items }) => items ?? []),
    root,
  );
  return ref === null && keys.size === 0 && others === null && items === null ? null : { ref, keys, others, items };
}

function shapeIn(schemas: readonly (JsonSchema | boolean | undefined)[], root: JsonSchema): Shape | null {
  const some = schemasIn(schemas, root);
  return some.length === 0 ? null : shapeOf(some, root);
}

function schemasIn(schemas: readonly (JsonSchema | boolean | undefined)[], root: JsonSchema): readonly JsonSchema[] {
  return schemas.flatMap((schema) => (typeof schema === "object" ? [followed(schema, root)] : []));
}
