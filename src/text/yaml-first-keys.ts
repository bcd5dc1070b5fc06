/** Finds the first key of a name in a map, for keys that stand twice. */

import { EVENT_ID, getScalarValue } from "js-yaml";
import type { YamlEvent } from "./yaml-events.ts";
import type { YamlLayout } from "./yaml-layout.ts";
import { IS_KEY } from "./yaml-layout.ts";

/** Reads the keys of each map with duplicates once, so that many duplicates cost no more than the map is long. */
export class FirstKeys {
  private readonly text: string;
  private readonly events: readonly YamlEvent[];
  private readonly layout: YamlLayout;
  private readonly byMap = new Map<number, Map<string, number>>();

  constructor(text: string, events: readonly YamlEvent[], layout: YamlLayout) {
    this.text = text;
    this.events = events;
    this.layout = layout;
  }

  /** Event index of the first key of that name in the map that `second` is a key of; undefined where it is an alias. */
  find(name: string, second: number): number | undefined {
    const map = this.layout.parent[second] ?? 0;
    let keys = this.byMap.get(map);
    if (keys === undefined) {
      keys = this.keysOf(map);
      this.byMap.set(map, keys);
    }
    const first = keys.get(name);
    return first === second ? undefined : first;
  }

  private keysOf(map: number): Map<string, number> {
    const { close, slot } = this.layout;
    const keys = new Map<string, number>();
    for (let child = map + 1; child < (close[map] ?? 0); child = (close[child] ?? child) + 1) {
      const event = this.events[child];
      if (slot[child] !== IS_KEY || event?.type !== EVENT_ID.SCALAR) continue;
      const name = getScalarValue(this.text, event);
      if (!keys.has(name)) keys.set(name, child);
    }
    return keys;
  }
}
