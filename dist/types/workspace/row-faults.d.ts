/** What can be wrong with a row of data, each in one sentence; the same for inline rows and data files. */
import { type Day } from "./day.ts";
import type { RowColumn, RowProblem } from "./series.ts";
/** A fault of one part of a row, before it is known where the row stands. */
export interface RowFault {
    readonly ruleId: RowProblem["ruleId"];
    readonly messageId: string;
    readonly message: string;
    readonly column: RowColumn | null;
    readonly suggestion?: {
        readonly title: string;
        readonly replace?: string;
    };
    readonly related?: string | number;
}
/** The cell or key is no date and no period. */
export declare function badDate(text: string): RowFault;
/** The text is no number; `replaceable` where the suggested number may stand in its place. */
export declare function badNumber(text: string, column: RowColumn, replaceable: boolean): RowFault;
/** A value of another type than a number or text. */
export declare function noNumber(content: unknown, column: RowColumn, replaceable: boolean): RowFault;
/** A value is missing and nothing says why; `gap` says how a known gap is written. */
export declare function valueMissing(column: RowColumn, gap: string): RowFault;
/** A plain value among rows with numerator and denominator. */
export declare function mixedRow(): RowFault;
/** A second row of one date. */
export declare function duplicateDate(day: Day, first: string | number): RowFault;
/** A ratio that has no value. */
export declare function zeroDenominator(day: Day): RowFault;
/** Numerator and denominator are numbers, but their ratio is none. */
export declare function rateTooLarge(day: Day): RowFault;
/** A value outside the metric's bounds; its row still counts. */
export declare function outOfBounds(day: Day, value: number, side: "below" | "above", bound: number, column: RowColumn): RowFault;
/** The first row that is older than the one written before it. */
export declare function unsortedRow(day: Day, previous: Day): RowFault;
/** Any other fault of a row; `replace` is the text that may stand in place of the part. */
export declare function badRow(messageId: string, message: string, column: RowColumn | null, replace?: string): RowFault;
