/** What the words behind a number say of its unit. */
import type { TitleNumber } from "./numbers.ts";
/**
 * The factor that turns a number of a title into the metric's unit: 1 where nothing else is said or the words behind
 * it name the metric, 60 for minutes on a metric in seconds; null where it is about something else.
 */
export declare function directUnit(number: TitleNumber, plain: string, { unit, metric }: {
    readonly unit: string | undefined;
    readonly metric: string;
}): number | null;
