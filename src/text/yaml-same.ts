/** Whether two YAML texts mean the same, whatever their layout and the order of their keys. */

import type { YamlNode, YamlTree } from "./yaml-tree.ts";

/** Compares values, quotes, tags, anchors and aliases; keys of a map may stand in any order. */
export function sameTrees(first: readonly YamlTree[], second: readonly YamlTree[]): boolean {
  const roots = rootsOf(first);
  const others = rootsOf(second);
  return roots.length === others.length && roots.every((root, index) => sameNodes(root, others[index] ?? null));
}

function rootsOf(trees: readonly YamlTree[]): readonly (YamlNode | null)[] {
  return trees.map(({ root }) => root);
}

function sameNodes(a: YamlNode | null, b: YamlNode | null): boolean {
  if (a === null || b === null) return a === b;
  const isAlike =
    a.kind === b.kind &&
    a.style === b.style &&
    a.value === b.value &&
    a.tag === b.tag &&
    a.anchor === b.anchor &&
    a.children.length === b.children.length &&
    a.target?.anchor === b.target?.anchor;
  if (!isAlike) return false;
  return a.kind === "map"
    ? sameMaps(a, b)
    : a.children.every((child, index) => sameNodes(child, b.children[index] ?? null));
}

/** Keys that are scalars are looked up by their text; the others keep their order among themselves. */
function sameMaps(a: YamlNode, b: YamlNode): boolean {
  const other = entriesOf(b);
  const own = entriesOf(a);
  if (own.size !== other.size) return false;
  for (const [name, [key, value]] of own) {
    const [otherKey, otherValue] = other.get(name) ?? [];
    if (otherKey === undefined || otherValue === undefined) return false;
    if (!sameNodes(key, otherKey) || !sameNodes(value, otherValue)) return false;
  }
  return true;
}

function entriesOf(map: YamlNode): ReadonlyMap<string, readonly [key: YamlNode, value: YamlNode]> {
  const entries = new Map<string, readonly [YamlNode, YamlNode]>();
  for (let i = 0; i + 1 < map.children.length; i += 2) {
    const key = map.children[i];
    const value = map.children[i + 1];
    if (key === undefined || value === undefined) continue;
    const name = key.kind === "scalar" ? `${key.style} ${key.value}` : `${i}`;
    entries.set(name, [key, value]);
  }
  return entries;
}
