/** One definition file: the three maps, and what was removed. */
import { z } from "zod";
import type { target } from "./target.ts";
import type { timeframe } from "./timeframe.ts";
export type { GoalDefinition } from "./goal.ts";
export type { BaselineInput, ChangeInput, CheckpointInput, GuardrailInput, KpiDefinition, KpiType, ReviewInput, } from "./kpi.ts";
export type { MeasuredValue, MetricDefinition } from "./metric.ts";
export type TimeframeInput = z.input<ReturnType<typeof timeframe>>;
export type TargetInput = z.input<ReturnType<typeof target>>;
export declare const definitionFile: z.ZodType<{
    version: 1;
    goals?: Record<string, {
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
    }> | undefined;
    metrics?: Record<string, {
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
            value: number | null;
            note?: string | undefined;
        } | {
            numerator: number;
            denominator: number;
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
    }> | undefined;
    kpis?: Record<string, {
        title: string;
        goal?: string | undefined;
        metric?: string | undefined;
        timeframe?: string | number | {
            start: string;
            end: string;
        } | {
            every: "monthly" | "quarterly" | "weekly" | "yearly";
            start: string;
            end?: string | undefined;
        } | undefined;
        target?: string | number | true | {
            by: number;
        } | {
            min?: number | undefined;
            max?: number | undefined;
        } | undefined;
        owner?: string | undefined;
        baseline?: number | {
            value: number;
            date?: string | undefined;
            source?: string | undefined;
        } | undefined;
        type?: "input" | "lagging" | "leading" | "output" | ("input" | "lagging" | "leading" | "output")[] | undefined;
        leads?: string | undefined;
        path?: "compound" | "flat" | "linear" | "step" | undefined;
        checkpoints?: {
            date: string;
            value: number;
        }[] | undefined;
        tolerance?: number | undefined;
        compliance?: number | undefined;
        stretch?: string | number | true | {
            by: number;
        } | {
            min?: number | undefined;
            max?: number | undefined;
        } | undefined;
        ambition?: "aspirational" | "committed" | undefined;
        contributes_to?: string | undefined;
        drivers?: string[] | undefined;
        guardrails?: {
            metric: string;
            min?: number | undefined;
            max?: number | undefined;
        }[] | undefined;
        weight?: number | undefined;
        why?: string | undefined;
        if_off_track?: string | undefined;
        review?: {
            every: "biweekly" | "daily" | "monthly" | "quarterly" | "weekly" | "yearly";
            last?: string | undefined;
        } | undefined;
        changes?: {
            date: string;
            field: string;
            from?: unknown;
            to?: unknown;
            reason: string;
            by?: string | undefined;
        }[] | undefined;
        tags?: string[] | undefined;
        state?: "active" | "draft" | "retired" | undefined;
        retired?: {
            on: string;
            reason: string;
            outcome?: string | undefined;
        } | undefined;
    }> | undefined;
    removed?: Record<string, {
        on: string;
        reason: string;
    }> | undefined;
}, {
    version: 1;
    goals?: Record<string, {
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
    }> | undefined;
    metrics?: Record<string, {
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
            value: number | null;
            note?: string | undefined;
        } | {
            numerator: number;
            denominator: number;
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
    }> | undefined;
    kpis?: Record<string, {
        title: string;
        goal?: string | undefined;
        metric?: string | undefined;
        timeframe?: string | number | {
            start: string;
            end: string;
        } | {
            every: "monthly" | "quarterly" | "weekly" | "yearly";
            start: string;
            end?: string | undefined;
        } | undefined;
        target?: string | number | true | {
            by: number;
        } | {
            min?: number | undefined;
            max?: number | undefined;
        } | undefined;
        owner?: string | undefined;
        baseline?: number | {
            value: number;
            date?: string | undefined;
            source?: string | undefined;
        } | undefined;
        type?: "input" | "lagging" | "leading" | "output" | ("input" | "lagging" | "leading" | "output")[] | undefined;
        leads?: string | undefined;
        path?: "compound" | "flat" | "linear" | "step" | undefined;
        checkpoints?: {
            date: string;
            value: number;
        }[] | undefined;
        tolerance?: number | undefined;
        compliance?: number | undefined;
        stretch?: string | number | true | {
            by: number;
        } | {
            min?: number | undefined;
            max?: number | undefined;
        } | undefined;
        ambition?: "aspirational" | "committed" | undefined;
        contributes_to?: string | undefined;
        drivers?: string[] | undefined;
        guardrails?: {
            metric: string;
            min?: number | undefined;
            max?: number | undefined;
        }[] | undefined;
        weight?: number | undefined;
        why?: string | undefined;
        if_off_track?: string | undefined;
        review?: {
            every: "biweekly" | "daily" | "monthly" | "quarterly" | "weekly" | "yearly";
            last?: string | undefined;
        } | undefined;
        changes?: {
            date: string;
            field: string;
            from?: unknown;
            to?: unknown;
            reason: string;
            by?: string | undefined;
        }[] | undefined;
        tags?: string[] | undefined;
        state?: "active" | "draft" | "retired" | undefined;
        retired?: {
            on: string;
            reason: string;
            outcome?: string | undefined;
        } | undefined;
    }> | undefined;
    removed?: Record<string, {
        on: string;
        reason: string;
    }> | undefined;
}, z.core.$ZodTypeInternals<{
    version: 1;
    goals?: Record<string, {
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
    }> | undefined;
    metrics?: Record<string, {
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
            value: number | null;
            note?: string | undefined;
        } | {
            numerator: number;
            denominator: number;
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
    }> | undefined;
    kpis?: Record<string, {
        title: string;
        goal?: string | undefined;
        metric?: string | undefined;
        timeframe?: string | number | {
            start: string;
            end: string;
        } | {
            every: "monthly" | "quarterly" | "weekly" | "yearly";
            start: string;
            end?: string | undefined;
        } | undefined;
        target?: string | number | true | {
            by: number;
        } | {
            min?: number | undefined;
            max?: number | undefined;
        } | undefined;
        owner?: string | undefined;
        baseline?: number | {
            value: number;
            date?: string | undefined;
            source?: string | undefined;
        } | undefined;
        type?: "input" | "lagging" | "leading" | "output" | ("input" | "lagging" | "leading" | "output")[] | undefined;
        leads?: string | undefined;
        path?: "compound" | "flat" | "linear" | "step" | undefined;
        checkpoints?: {
            date: string;
            value: number;
        }[] | undefined;
        tolerance?: number | undefined;
        compliance?: number | undefined;
        stretch?: string | number | true | {
            by: number;
        } | {
            min?: number | undefined;
            max?: number | undefined;
        } | undefined;
        ambition?: "aspirational" | "committed" | undefined;
        contributes_to?: string | undefined;
        drivers?: string[] | undefined;
        guardrails?: {
            metric: string;
            min?: number | undefined;
            max?: number | undefined;
        }[] | undefined;
        weight?: number | undefined;
        why?: string | undefined;
        if_off_track?: string | undefined;
        review?: {
            every: "biweekly" | "daily" | "monthly" | "quarterly" | "weekly" | "yearly";
            last?: string | undefined;
        } | undefined;
        changes?: {
            date: string;
            field: string;
            from?: unknown;
            to?: unknown;
            reason: string;
            by?: string | undefined;
        }[] | undefined;
        tags?: string[] | undefined;
        state?: "active" | "draft" | "retired" | undefined;
        retired?: {
            on: string;
            reason: string;
            outcome?: string | undefined;
        } | undefined;
    }> | undefined;
    removed?: Record<string, {
        on: string;
        reason: string;
    }> | undefined;
}, {
    version: 1;
    goals?: Record<string, {
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
    }> | undefined;
    metrics?: Record<string, {
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
            value: number | null;
            note?: string | undefined;
        } | {
            numerator: number;
            denominator: number;
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
    }> | undefined;
    kpis?: Record<string, {
        title: string;
        goal?: string | undefined;
        metric?: string | undefined;
        timeframe?: string | number | {
            start: string;
            end: string;
        } | {
            every: "monthly" | "quarterly" | "weekly" | "yearly";
            start: string;
            end?: string | undefined;
        } | undefined;
        target?: string | number | true | {
            by: number;
        } | {
            min?: number | undefined;
            max?: number | undefined;
        } | undefined;
        owner?: string | undefined;
        baseline?: number | {
            value: number;
            date?: string | undefined;
            source?: string | undefined;
        } | undefined;
        type?: "input" | "lagging" | "leading" | "output" | ("input" | "lagging" | "leading" | "output")[] | undefined;
        leads?: string | undefined;
        path?: "compound" | "flat" | "linear" | "step" | undefined;
        checkpoints?: {
            date: string;
            value: number;
        }[] | undefined;
        tolerance?: number | undefined;
        compliance?: number | undefined;
        stretch?: string | number | true | {
            by: number;
        } | {
            min?: number | undefined;
            max?: number | undefined;
        } | undefined;
        ambition?: "aspirational" | "committed" | undefined;
        contributes_to?: string | undefined;
        drivers?: string[] | undefined;
        guardrails?: {
            metric: string;
            min?: number | undefined;
            max?: number | undefined;
        }[] | undefined;
        weight?: number | undefined;
        why?: string | undefined;
        if_off_track?: string | undefined;
        review?: {
            every: "biweekly" | "daily" | "monthly" | "quarterly" | "weekly" | "yearly";
            last?: string | undefined;
        } | undefined;
        changes?: {
            date: string;
            field: string;
            from?: unknown;
            to?: unknown;
            reason: string;
            by?: string | undefined;
        }[] | undefined;
        tags?: string[] | undefined;
        state?: "active" | "draft" | "retired" | undefined;
        retired?: {
            on: string;
            reason: string;
            outcome?: string | undefined;
        } | undefined;
    }> | undefined;
    removed?: Record<string, {
        on: string;
        reason: string;
    }> | undefined;
}>>;
/** A definition file as it is written. */
export type DefinitionFile = z.input<typeof definitionFile>;
