/** Where the values of a YAML file stand in its text. Built once per file that has findings. */

import { EVENT_ID, getScalarValue, SCALAR_STYLE } from "js-yaml";
import type { KeyPath } from "./source.ts";
import type { ParsedYaml } from "./yaml-events.ts";
import { parseDocuments } from "./yaml-events.ts";
import type { YamlLayout } from "./yaml-layout.ts";
import { IS_KEY, layOut } from "./yaml-layout.ts";
import { sliceScalar } from "./yaml-slice.ts";

/** Looks up offsets (UTF-16 units, `end` behind the last character) of key paths, and key paths of offsets. */
export interface YamlPositions {
  /**
   * The extent of a key or a value, without tag and anchor; where the path is not there, that of its nearest ancestor.
   * Block collections end with their last child; an empty value stands right behind its colon.
   * Items of lists and the root have no key: their value stands for it.
   */
  locate(document: number, path: KeyPath, at: "key" | "value"): { start: number; end: number; exact: boolean };
  /** The source of characters `from` up to `to` of a scalar's value, as it reads after unquoting and unfolding. */
  slice(document: number, path: KeyPath, from: number, to: number): { start: number; end: number };
  /** The innermost node that touches an offset; null outside of all documents' roots. */
  pathAt(offset: number): { document: number; path: KeyPath; at: "key" | "value" } | null;
}

/** Parses a text once more, for positions; works with every text that `readYaml` takes values from. */
export function yamlPositions(text: string): YamlPositions {
  return new Positions(text);
}

interface Found {
  /** Event index of the value. */
  readonly value: number;
  /** Event index of its key; -1 for items and roots. */
  readonly key: number;
  readonly exact: boolean;
}

interface MapEntries {
  /** Event index of the key that counts, by the key's text. */
  readonly keys: Map<string, number>;
  /** Event indexes of what `<<` merges, in order. */
  readonly merges: number[];
}

class Positions implements YamlPositions {
  private readonly text: string;
  private readonly parsed: ParsedYaml;
  private readonly layout: YamlLayout;
  private readonly entries = new Map<number, MapEntries>();
  private readonly items = new Map<number, number[]>();
  private targets: Map<number, number> | null = null;

  constructor(text: string) {
    this.text = text;
    this.parsed = parseDocuments(text);
    this.layout = layOut(text, this.parsed);
  }

  locate(document: number, path: KeyPath, at: "key" | "value"): { start: number; end: number; exact: boolean } {
    const found = this.find(document, path);
    if (found === null) return { ...this.extent(this.layout.documents[document] ?? -1), exact: false };
    const index = at === "key" && found.key >= 0 ? found.key : found.value;
    const { start, end } = this.extent(index);
    return { start, end, exact: found.exact };
  }

  slice(document: number, path: KeyPath, from: number, to: number): { start: number; end: number } {
    const found = this.find(document, path);
    const event = found?.exact === true ? this.parsed.events[this.follow(found.value)] : undefined;
    const sliced = event?.type === EVENT_ID.SCALAR ? sliceScalar(this.text, event, from, to) : null;
    if (sliced !== null) return sliced;
    const { start, end } = this.locate(document, path, "value");
    return { start, end };
  }

  pathAt(offset: number): { document: number; path: KeyPath; at: "key" | "value" } | null {
    const { start, end, parent, slot } = this.layout;
    let index = this.lastStarting(offset);
    // At its end, what ends there inside a collection is further in than the collection.
    while (this.isPop(index) && start[index] === offset) index--;
    if (this.isPop(index)) index = slot[index] ?? -1;
    while (index >= 0 && !(this.isNode(index) && (end[index] ?? 0) >= offset)) index = parent[index] ?? -1;
    if (index < 0) return null;

    const isKey = this.isKey(index);
    const path: (string | number)[] = [];
    let node = index;
    for (let above = parent[node] ?? -1; above >= 0; above = parent[node] ?? -1) {
      const own = slot[node] ?? 0;
      if (this.isMap(above)) {
        const key = own === IS_KEY ? node : own;
        const name = this.keyText(key);
        if (name === null) path.length = 0;
        else if (name !== "<<" || !this.isPlain(key)) path.unshift(name);
        else if (typeof path[0] === "number") path.shift();
      } else if (this.parsed.events[above]?.type === EVENT_ID.SEQUENCE) {
        path.unshift(own);
      }
      node = above;
    }
    return { document: slot[node] ?? 0, path, at: isKey ? "key" : "value" };
  }

  private find(document: number, path: KeyPath): Found | null {
    const opened = this.layout.documents[document];
    if (opened === undefined || !this.isNode(opened + 1)) return null;
    let value = opened + 1;
    let key = -1;
    for (const segment of path) {
      const next = this.child(this.follow(value), segment);
      if (next === null) return { value, key, exact: false };
      ({ value, key } = next);
    }
    return { value, key, exact: true };
  }

  private child(index: number, segment: string | number): { value: number; key: number } | null {
    const type = this.parsed.events[index]?.type;
    if (type === EVENT_ID.MAPPING) {
      const key = this.findKey(index, String(segment), new Set());
      return key === null ? null : { value: (this.layout.close[key] ?? key) + 1, key };
    }
    if (type !== EVENT_ID.SEQUENCE) return null;
    const item = this.itemsOf(index)[Number(segment)];
    return item === undefined ? null : { value: item, key: -1 };
  }

  /** A key of the map itself, or of what it merges: earlier sources first. */
  private findKey(map: number, name: string, seen: Set<number>): number | null {
    if (seen.has(map)) return null;
    seen.add(map);
    const { keys, merges } = this.entriesOf(map);
    const own = keys.get(name);
    if (own !== undefined) return own;
    for (const merge of merges) {
      const source = this.follow(merge);
      const isList = this.parsed.events[source]?.type === EVENT_ID.SEQUENCE;
      for (const item of isList ? this.itemsOf(source) : [source]) {
        const map = this.follow(item);
        const key = this.isMap(map) ? this.findKey(map, name, seen) : null;
        if (key !== null) return key;
      }
    }
    return null;
  }

  private entriesOf(map: number): MapEntries {
    const known = this.entries.get(map);
    if (known !== undefined) return known;
    const { close } = this.layout;
    const entries: MapEntries = { keys: new Map(), merges: [] };
    this.entries.set(map, entries);
    for (let key = map + 1; key < (close[map] ?? 0); ) {
      const value = (close[key] ?? key) + 1;
      const name = this.keyText(key);
      if (name === "<<" && this.isPlain(key)) entries.merges.push(value);
      else if (name !== null && !entries.keys.has(name)) entries.keys.set(name, key);
      key = (close[value] ?? value) + 1;
    }
    return entries;
  }

  private itemsOf(sequence: number): number[] {
    const known = this.items.get(sequence);
    if (known !== undefined) return known;
    const { close } = this.layout;
    const items: number[] = [];
    this.items.set(sequence, items);
    for (let item = sequence + 1; item < (close[sequence] ?? 0); item = (close[item] ?? item) + 1) items.push(item);
    return items;
  }

  private keyText(key: number): string | null {
    const event = this.parsed.events[this.follow(key)];
    return event?.type === EVENT_ID.SCALAR ? getScalarValue(this.text, event) : null;
  }

  /** What an alias stands for; the index itself for everything else, and for aliases that lead nowhere. */
  private follow(index: number): number {
    if (this.parsed.events[index]?.type !== EVENT_ID.ALIAS) return index;
    this.targets ??= this.findTargets();
    return this.targets.get(index) ?? index;
  }

  private findTargets(): Map<number, number> {
    const targets = new Map<number, number>();
    let anchors = new Map<string, number>();
    for (const [index, event] of this.parsed.events.entries()) {
      if (event.type === EVENT_ID.DOCUMENT) anchors = new Map();
      if (event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP || event.anchorStart < 0) continue;
      const name = this.text.slice(event.anchorStart, event.anchorEnd);
      if (event.type !== EVENT_ID.ALIAS) anchors.set(name, index);
      else {
        const target = anchors.get(name);
        const isOpen = target !== undefined && (this.layout.close[target] ?? 0) > index;
        if (target !== undefined && !isOpen) targets.set(index, target);
      }
    }
    return targets;
  }

  private lastStarting(offset: number): number {
    const { start } = this.layout;
    let low = 0;
    let high = start.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((start[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  private extent(index: number): { start: number; end: number } {
    return { start: this.layout.start[index] ?? 0, end: this.layout.end[index] ?? 0 };
  }

  private isNode(index: number): boolean {
    const type = this.parsed.events[index]?.type;
    return type !== undefined && type !== EVENT_ID.DOCUMENT && type !== EVENT_ID.POP;
  }

  private isMap(index: number): boolean {
    return this.parsed.events[index]?.type === EVENT_ID.MAPPING;
  }

  private isKey(index: number): boolean {
    return this.layout.slot[index] === IS_KEY && this.isMap(this.layout.parent[index] ?? -1);
  }

  private isPlain(index: number): boolean {
    const event = this.parsed.events[index];
    return event?.type === EVENT_ID.SCALAR && event.style === SCALAR_STYLE.PLAIN;
  }

  private isPop(index: number): boolean {
    return this.parsed.events[index]?.type === EVENT_ID.POP;
  }
}
