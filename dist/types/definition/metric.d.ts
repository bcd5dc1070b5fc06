/** A quantifiable measure, recorded over time. It needs no goal and no target. */
import { z } from "zod";
declare const measured: z.ZodUnion<readonly [z.ZodNumber, z.ZodType<{
    value: number | null;
    note?: string | undefined;
}, {
    value: number | null;
    note?: string | undefined;
}, z.core.$ZodTypeInternals<{
    value: number | null;
    note?: string | undefined;
}, {
    value: number | null;
    note?: string | undefined;
}>>, z.ZodType<{
    numerator: number;
    denominator: number;
    note?: string | undefined;
}, {
    numerator: number;
    denominator: number;
    note?: string | undefined;
}, z.core.$ZodTypeInternals<{
    numerator: number;
    denominator: number;
    note?: string | undefined;
}, {
    numerator: number;
    denominator: number;
    note?: string | undefined;
}>>]>;
export declare const metric: z.ZodType<{
    title: string;
    definition?: string | undefined;
    category?: "customer" | "employee" | "financial" | "operational" | undefined;
    unit?: string | undefined;
    better?: "higher" | "lower" | undefined;
    aggregation?: "last" | "max" | "mean" | "min" | "ratio" | "running" | "sum" | undefined;
    scale?: number | undefined;
    cadence?: "biweekly" | "daily" | "monthly" | "quarterly" | "weekly" | "yearly" | undefined;
    bounds?: {
        min?: number | undefined;
        max?: number | undefined;
    } | undefined;
    source?: {
        system: string;
        how: "automatic" | "manual" | "planned";
        link?: string | undefined;
        query?: string | undefined;
    } | undefined;
    data?: string | undefined;
    values?: Record<string, number | {
        numerator: number;
        denominator: number;
        note?: string | undefined;
    } | {
        value: number | null;
        note?: string | undefined;
    }> | undefined;
    derived?: {
        ratio: [string, string];
    } | {
        sum: string[];
    } | {
        difference: [string, string];
    } | undefined;
    baseline_until?: string | undefined;
    tags?: string[] | undefined;
}, {
    title: string;
    definition?: string | undefined;
    category?: "customer" | "employee" | "financial" | "operational" | undefined;
    unit?: string | undefined;
    better?: "higher" | "lower" | undefined;
    aggregation?: "last" | "max" | "mean" | "min" | "ratio" | "running" | "sum" | undefined;
    scale?: number | undefined;
    cadence?: "biweekly" | "daily" | "monthly" | "quarterly" | "weekly" | "yearly" | undefined;
    bounds?: {
        min?: number | undefined;
        max?: number | undefined;
    } | undefined;
    source?: {
        system: string;
        how: "automatic" | "manual" | "planned";
        link?: string | undefined;
        query?: string | undefined;
    } | undefined;
    data?: string | undefined;
    values?: Record<string, number | {
        numerator: number;
        denominator: number;
        note?: string | undefined;
    } | {
        value: number | null;
        note?: string | undefined;
    }> | undefined;
    derived?: {
        ratio: [string, string];
    } | {
        sum: string[];
    } | {
        difference: [string, string];
    } | undefined;
    baseline_until?: string | undefined;
    tags?: string[] | undefined;
}, z.core.$ZodTypeInternals<{
    title: string;
    definition?: string | undefined;
    category?: "customer" | "employee" | "financial" | "operational" | undefined;
    unit?: string | undefined;
    better?: "higher" | "lower" | undefined;
    aggregation?: "last" | "max" | "mean" | "min" | "ratio" | "running" | "sum" | undefined;
    scale?: number | undefined;
    cadence?: "biweekly" | "daily" | "monthly" | "quarterly" | "weekly" | "yearly" | undefined;
    bounds?: {
        min?: number | undefined;
        max?: number | undefined;
    } | undefined;
    source?: {
        system: string;
        how: "automatic" | "manual" | "planned";
        link?: string | undefined;
        query?: string | undefined;
    } | undefined;
    data?: string | undefined;
    values?: Record<string, number | {
        numerator: number;
        denominator: number;
        note?: string | undefined;
    } | {
        value: number | null;
        note?: string | undefined;
    }> | undefined;
    derived?: {
        ratio: [string, string];
    } | {
        sum: string[];
    } | {
        difference: [string, string];
    } | undefined;
    baseline_until?: string | undefined;
    tags?: string[] | undefined;
}, {
    title: string;
    definition?: string | undefined;
    category?: "customer" | "employee" | "financial" | "operational" | undefined;
    unit?: string | undefined;
    better?: "higher" | "lower" | undefined;
    aggregation?: "last" | "max" | "mean" | "min" | "ratio" | "running" | "sum" | undefined;
    scale?: number | undefined;
    cadence?: "biweekly" | "daily" | "monthly" | "quarterly" | "weekly" | "yearly" | undefined;
    bounds?: {
        min?: number | undefined;
        max?: number | undefined;
    } | undefined;
    source?: {
        system: string;
        how: "automatic" | "manual" | "planned";
        link?: string | undefined;
        query?: string | undefined;
    } | undefined;
    data?: string | undefined;
    values?: Record<string, number | {
        numerator: number;
        denominator: number;
        note?: string | undefined;
    } | {
        value: number | null;
        note?: string | undefined;
    }> | undefined;
    derived?: {
        ratio: [string, string];
    } | {
        sum: string[];
    } | {
        difference: [string, string];
    } | undefined;
    baseline_until?: string | undefined;
    tags?: string[] | undefined;
}>>;
/** A metric as it is written in a file. */
export type MetricDefinition = z.input<typeof metric>;
export type MeasuredValue = z.input<typeof measured>;
export {};
