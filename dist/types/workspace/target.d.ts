/** What a KPI is to reach or keep, as written; what it resolves to against a baseline belongs to progress. */
export type Direction = "higher" | "lower";
export type Target = 
/** Reach a value. */
{
    readonly kind: "number";
    readonly value: number;
}
/** Relative to the baseline, in percent of its size: 25 for `+25%`. */
 | {
    readonly kind: "percent";
    readonly percent: number;
}
/** The baseline plus a number. */
 | {
    readonly kind: "by";
    readonly by: number;
}
/** Keep inside bounds that count as inside; both null is the empty range `{}`, which progress calls invalid. */
 | {
    readonly kind: "range";
    readonly min: number | null;
    readonly max: number | null;
}
/** Done, for the unit `boolean`. */
 | {
    readonly kind: "done";
};
/** Reads the forms of format.md; null for everything else. Impossible ranges are read, so that a rule can name them. */
export declare function parseTarget(input: unknown): Target | null;
/** A target in words, numbers in full: `75 points`, `+25%`, `-5 points`, `at most 3`, `60 to 70 %`, `done`. */
export declare function targetText(target: Target, unit?: string | null): string;
