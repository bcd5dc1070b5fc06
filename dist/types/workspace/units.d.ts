/** Numbers and units: how they are shown, and how numbers in text are read. */
/** Whether values are percentages, such as 12.5 for 12.5 %. */
export declare function isPercent(unit: string | null | undefined): boolean;
/** Whether the unit is yes or no: 1 is done. */
export declare function isBoolean(unit: string | null | undefined): boolean;
/** Whether a number is one of those that the unit boolean has: 1 for done, 0 for not done. */
export declare function isYesOrNo(value: number): boolean;
/** Whether the unit is an ISO 4217 code in capitals. */
export declare function isCurrency(unit: string | null | undefined): boolean;
/** A number in groups of three, rounded to `significant` digits (4), such as `48,200` or `0.0123`. */
export declare function formatNumber(value: number, options?: {
    readonly significant?: number;
}): string;
/** A number in full, as its author wrote it: for targets, bounds and whatever is compared word by word. */
export declare function formatExact(value: number): string;
/** A value with its unit: `60,250 visits`, `12.5 %`, `done`. A percentage below 100 never shows as 100. */
export declare function formatValue(value: number, unit?: string | null, options?: {
    readonly significant?: number;
}): string;
/** A share as a percentage: 0.4615 is `46.15 %`. Anything below 1 stays below `100 %`. */
export declare function formatPercentOfWhole(fraction: number, options?: {
    readonly significant?: number;
}): string;
/** Whether a text is written as a decimal number, even where it is too large to be one. */
export declare function isDecimal(text: string): boolean;
/** Reads a decimal number without spaces, separators or unit; null for anything else, `1e999` included. */
export declare function parseNumber(text: string): number | null;
/**
 * The number that a person meant by a text with a unit or separators: `12%`, `€1,200.50`, `1 200`, `3,5`.
 * Where a comma could part thousands or decimals it is read as thousands, as in English. Null where nothing is clear.
 */
export declare function numberMeant(text: string): string | null;
/** Text of a file between quotation marks for use in a message: at most 40 characters, hidden ones written out. */
export declare function quoteText(text: string): string;
