/** Which config file of two versions says something else under a key. */
import type { Place } from "../findings/finding.ts";
import type { KeyPath } from "../text/source.ts";
import type { ReviewedVersion } from "./version.ts";
/** A key of a config file in two versions, as it is written there; null where it is not there. */
export interface ChangedKey {
    readonly file: string;
    readonly before: string | null;
    readonly after: string | null;
    /** Where it stands, or stood. */
    readonly place: Place;
    readonly side: "base" | "head";
}
/** The first config file, the nearest first, whose text under `path` differs; null where none does. */
export declare function changedKey(base: ReviewedVersion, head: ReviewedVersion, path: KeyPath): ChangedKey | null;
/** The value under a key of a config file. */
export declare function placeOfKey(file: string, path: KeyPath): Place;
