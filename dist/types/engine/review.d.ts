/** The review of a change set: a comparison with levels, places and counts. */
import type { Change } from "../changes/change.ts";
import { type CompareInput, type Lane } from "../changes/compare.ts";
import type { KpiEffect } from "../changes/effects.ts";
import type { Config } from "../config/resolve.ts";
import type { Range } from "../text/source.ts";
/** What the versions are called in reports: a commit's id, a folder, `working tree`. */
export interface ReviewNames {
    readonly base: string;
    readonly head: string;
}
export interface ReviewInput extends CompareInput {
    readonly names: ReviewNames;
    /** The base's config: a change set must not loosen the review of itself. */
    readonly config: Config;
    readonly matches: (globs: readonly string[], file: string) => boolean;
    /** Files that differ and that nobody could compare, such as those of submodules; none by default. */
    readonly unread?: readonly string[];
}
/** A change with its place in a file of the version that `side` names. */
export interface LocatedChange extends Change {
    readonly file: string;
    readonly range: Range;
    readonly url: string;
}
export interface ReviewSummary {
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
    /** Changes that make a KPI easier to reach. */
    readonly eased: number;
    readonly easedWithoutReason: number;
    readonly tightened: number;
    /** KPIs that any change bears on. */
    readonly kpisChanged: number;
}
export interface ReviewResult {
    readonly names: ReviewNames;
    readonly asOf: string;
    readonly lane: Lane;
    readonly summary: ReviewSummary;
    /** By file and line. */
    readonly changes: readonly LocatedChange[];
    readonly effects: readonly KpiEffect[];
    /** Files that could not be read whole, or not at all, and so were not compared. */
    readonly unread: readonly string[];
    /** Files of the base that could not be read whole. */
    readonly unreadInBase: readonly string[];
}
/** Compares two versions and reports what changes in meaning. */
export declare function review(input: ReviewInput): ReviewResult;
