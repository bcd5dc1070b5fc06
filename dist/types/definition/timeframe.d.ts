/** When a goal or KPI holds: a calendar label, two days, or a window that recurs. */
import { z } from "zod";
/** A timeframe in any of its forms; `use` says what it means for the thing it belongs to. */
export declare function timeframe(use: string): z.ZodUnion<readonly [z.ZodString, z.ZodInt, z.ZodType<{
    start: string;
    end: string;
}, {
    start: string;
    end: string;
}, z.core.$ZodTypeInternals<{
    start: string;
    end: string;
}, {
    start: string;
    end: string;
}>>, z.ZodType<{
    every: "monthly" | "quarterly" | "weekly" | "yearly";
    start: string;
    end?: string | undefined;
}, {
    every: "monthly" | "quarterly" | "weekly" | "yearly";
    start: string;
    end?: string | undefined;
}, z.core.$ZodTypeInternals<{
    every: "monthly" | "quarterly" | "weekly" | "yearly";
    start: string;
    end?: string | undefined;
}, {
    every: "monthly" | "quarterly" | "weekly" | "yearly";
    start: string;
    end?: string | undefined;
}>>]>;
