/** What must be reached or kept. */
import { z } from "zod";
/** A target in any of its forms. */
export declare function target(title: string, lead: string): z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodType<{
    by: number;
}, {
    by: number;
}, z.core.$ZodTypeInternals<{
    by: number;
}, {
    by: number;
}>>, z.ZodType<{
    min?: number | undefined;
    max?: number | undefined;
}, {
    min?: number | undefined;
    max?: number | undefined;
}, z.core.$ZodTypeInternals<{
    min?: number | undefined;
    max?: number | undefined;
}, {
    min?: number | undefined;
    max?: number | undefined;
}>>, z.ZodLiteral<true>]>;
