/** The order of a map's entries: the canonical one, as far as anchors stay before their aliases. */

import { nodesOf, type YamlNode, type YamlTree } from "./yaml-tree.ts";

/** What a format says about the value at one place of a document. */
export interface Canon {
  /** A sort place for every key of a map, equal places keep their order; null where all keys keep it. */
  ranks(keys: readonly string[]): readonly number[] | null;
  /** Entries of several lines are set apart by a blank line. */
  readonly spaced: boolean;
  /** What is known about the value of a key; null where nothing is. */
  below(key: string): Canon | null;
  /** What is known about the items of a list. */
  items(): Canon | null;
}

/** A key of a map with its value. */
export interface Pair {
  readonly key: YamlNode;
  readonly value: YamlNode;
}

/** The entries of a map as they are written. */
export function pairsOf(map: YamlNode): readonly Pair[] {
  const pairs: Pair[] = [];
  for (let i = 0; i + 1 < map.children.length; i += 2) {
    const key = map.children[i];
    const value = map.children[i + 1];
    if (key !== undefined && value !== undefined) pairs.push({ key, value });
  }
  return pairs;
}

/** Numbers of the entries in the order they shall have. */
export function canonicalOrder(pairs: readonly Pair[], canon: Canon | null, tree: YamlTree): readonly number[] {
  const written = pairs.map((_, index) => index);
  if (tree.repeatsAnchors || pairs.some(({ key }) => key.kind !== "scalar")) return written;
  const ranks = canon?.ranks(pairs.map(({ key }) => key.value)) ?? null;
  if (ranks === null) return written;
  const rank = (index: number): number => (isMerge(pairs[index]) ? -1 : (ranks[index] ?? 0));
  const sorted = [...written].sort((a, b) => rank(a) - rank(b));
  if (!tree.hasAliases || sorted.every((index, place) => index === place)) return sorted;
  return withAnchorsFirst(sorted, usesOf(pairs)) ?? written;
}

function isMerge(pair: Pair | undefined): boolean {
  return pair !== undefined && pair.key.value === "<<" && pair.key.style === "plain";
}

/** An entry with an anchor, and one with an alias of it. */
interface Use {
  readonly source: number;
  readonly user: number;
}

function usesOf(pairs: readonly Pair[]): readonly Use[] {
  const uses: Use[] = [];
  for (const [user, { value }] of pairs.entries()) {
    for (const node of nodesOf(value)) {
      const target = node.target?.start ?? -1;
      const source = pairs.findIndex(({ key, value }) => key.start <= target && target < value.end);
      if (source >= 0 && source !== user) uses.push({ source, user });
    }
  }
  return uses;
}

/** Entries that are needed earlier than they would stand come together before the first that needs one. */
function withAnchorsFirst(sorted: readonly number[], uses: readonly Use[]): readonly number[] | null {
  const isMet =
    (order: readonly number[]) =>
    ({ source, user }: Use): boolean =>
      order.indexOf(source) < order.indexOf(user);
  const late = uses.filter((use) => !isMet(sorted)(use));
  const moved = new Set(late.map(({ source }) => source));
  const users = new Set(late.map(({ user }) => user));
  const rest = sorted.filter((index) => !moved.has(index));
  const first = rest.findIndex((index) => users.has(index));
  const place = first < 0 ? rest.length : first;
  const order = [...rest.slice(0, place), ...[...moved].sort((a, b) => a - b), ...rest.slice(place)];
  return uses.every(isMet(order)) ? order : null;
}
