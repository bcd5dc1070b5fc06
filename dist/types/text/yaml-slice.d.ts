/** From the characters of a scalar's value back to the characters they were written with. */
import type { ScalarEvent } from "js-yaml";
/** Source offsets of characters `from` up to `to` (UTF-16 units) of a scalar's value; both are kept inside it. */
export declare function sliceScalar(text: string, event: ScalarEvent, from: number, to: number): {
    start: number;
    end: number;
} | null;
