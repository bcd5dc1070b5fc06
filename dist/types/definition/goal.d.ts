/** What the organisation wants. A goal may be qualitative; its KPIs make it measurable. */
import type { z } from "zod";
export declare const goal: z.ZodType<{
    title: string;
    owner: string;
    timeframe?: string | number | {
        start: string;
        end: string;
    } | {
        every: "monthly" | "quarterly" | "weekly" | "yearly";
        start: string;
        end?: string | undefined;
    } | undefined;
    parent?: string | undefined;
    why?: string | undefined;
    resources?: string | undefined;
    activities?: string | undefined;
    stakeholders?: string[] | undefined;
    tags?: string[] | undefined;
    state?: "active" | "done" | "draft" | "dropped" | undefined;
}, {
    title: string;
    owner: string;
    timeframe?: string | number | {
        start: string;
        end: string;
    } | {
        every: "monthly" | "quarterly" | "weekly" | "yearly";
        start: string;
        end?: string | undefined;
    } | undefined;
    parent?: string | undefined;
    why?: string | undefined;
    resources?: string | undefined;
    activities?: string | undefined;
    stakeholders?: string[] | undefined;
    tags?: string[] | undefined;
    state?: "active" | "done" | "draft" | "dropped" | undefined;
}, z.core.$ZodTypeInternals<{
    title: string;
    owner: string;
    timeframe?: string | number | {
        start: string;
        end: string;
    } | {
        every: "monthly" | "quarterly" | "weekly" | "yearly";
        start: string;
        end?: string | undefined;
    } | undefined;
    parent?: string | undefined;
    why?: string | undefined;
    resources?: string | undefined;
    activities?: string | undefined;
    stakeholders?: string[] | undefined;
    tags?: string[] | undefined;
    state?: "active" | "done" | "draft" | "dropped" | undefined;
}, {
    title: string;
    owner: string;
    timeframe?: string | number | {
        start: string;
        end: string;
    } | {
        every: "monthly" | "quarterly" | "weekly" | "yearly";
        start: string;
        end?: string | undefined;
    } | undefined;
    parent?: string | undefined;
    why?: string | undefined;
    resources?: string | undefined;
    activities?: string | undefined;
    stakeholders?: string[] | undefined;
    tags?: string[] | undefined;
    state?: "active" | "done" | "draft" | "dropped" | undefined;
}>>;
/** A goal as it is written in a file. */
export type GoalDefinition = z.input<typeof goal>;
