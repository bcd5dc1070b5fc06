/** Numbers such as `1,200` in a flow map: YAML ends the value at the comma and reads `200` as a key without a value. */
import type { YamlEvent } from "./yaml-events.ts";
/** A number in pieces, put together again. */
interface SplitNumber {
    /** The key it is the value of. */
    readonly key: string;
    readonly value: number;
    readonly start: number;
    readonly end: number;
    /** The event behind the last piece. */
    readonly next: number;
}
/** The number whose second piece is the key at `index`; null where the key is no piece of a number. */
export declare function splitNumber(text: string, events: readonly YamlEvent[], index: number): SplitNumber | null;
export {};
