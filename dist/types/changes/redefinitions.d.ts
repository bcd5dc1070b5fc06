/** What a metric means: how its rows become one number, and where they come from. */
import type { MetricPair } from "./pairs.ts";
/** One part of a metric's meaning that is another one now. */
export interface Redefinition {
    readonly path: readonly [string, ...string[]];
    /** As people write it; null where nothing is stated. */
    readonly before: string | null;
    readonly after: string | null;
    readonly resolvedBefore: number | null;
    readonly resolvedAfter: number | null;
}
/** Every part that differs, with what holds where nothing is stated. */
export declare function redefinitions(pair: MetricPair): readonly Redefinition[];
