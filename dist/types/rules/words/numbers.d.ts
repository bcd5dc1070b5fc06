/** The numbers in a title: what they may mean, and how they were written. */
export interface TitleNumber {
    /** The number with its sign, currency, magnitude and percent sign. */
    readonly start: number;
    readonly end: number;
    /** What it may mean: `5M` is 5,000,000 or 5 million units, `1.200` is 1.2 or 1,200. The likeliest comes first. */
    readonly values: readonly number[];
    /** Half of the last digit that is written, in the same unit: numbers that are rounded for a title are equal within it. */
    readonly rounding: number;
    /** Written with a magnitude such as k or million. */
    readonly isShortened: boolean;
    readonly isPercent: boolean;
    /** Percentage points; basis points are hundredths of them. */
    readonly isPoints: boolean;
    /** A multiple or a ratio (`2x`, `3-fold`, `3:1`), which is neither a level nor a change. */
    readonly isMultiple: boolean;
    /** Four digits that may be a year. */
    readonly isYearLike: boolean;
    /** A sign or code of money, in capitals; null for none. */
    readonly currency: string | null;
    /** How it was written: what stands around the digits, and the separator of thousands. */
    readonly style: {
        readonly before: string;
        readonly after: string;
        readonly magnitude: number;
        readonly separator: string;
    };
}
/** Every number of a title that may be a value, from left to right; dates, labels and digits inside words are none. */
export declare function numbersIn(plain: string): readonly TitleNumber[];
/** Whether a title says how much, in digits or in words; dates, ranks and digits inside words do not count. */
export declare function saysHowMuch(plain: string): boolean;
/** Whether four digits stand for a year: "by 2030" and "in 2026", but not "2000 visits" or "to 2000". */
export declare function isYear(number: TitleNumber, plain: string): boolean;
