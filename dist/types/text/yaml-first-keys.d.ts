/** Finds the first key of a name in a map, for keys that stand twice. */
import type { YamlEvent } from "./yaml-events.ts";
import type { YamlLayout } from "./yaml-layout.ts";
/** Reads the keys of each map with duplicates once, so that many duplicates cost no more than the map is long. */
export declare class FirstKeys {
    private readonly text;
    private readonly events;
    private readonly layout;
    private readonly byMap;
    constructor(text: string, events: readonly YamlEvent[], layout: YamlLayout);
    /** Event index of the first key of that name in the map that `second` is a key of; undefined where it is an alias. */
    find(name: string, second: number): number | undefined;
    private keysOf;
}
