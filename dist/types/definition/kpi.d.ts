/** A metric tied to a goal by a target, a timeframe and an owner. */
import { z } from "zod";
declare const baseline: z.ZodUnion<readonly [z.ZodNumber, z.ZodType<{
    value: number;
    date?: string | undefined;
    source?: string | undefined;
}, {
    value: number;
    date?: string | undefined;
    source?: string | undefined;
}, z.core.$ZodTypeInternals<{
    value: number;
    date?: string | undefined;
    source?: string | undefined;
}, {
    value: number;
    date?: string | undefined;
    source?: string | undefined;
}>>]>;
declare const typeWord: z.ZodEnum<{
    input: "input";
    lagging: "lagging";
    leading: "leading";
    output: "output";
}>;
declare const checkpoint: z.ZodType<{
    date: string;
    value: number;
}, {
    date: string;
    value: number;
}, z.core.$ZodTypeInternals<{
    date: string;
    value: number;
}, {
    date: string;
    value: number;
}>>;
declare const guardrail: z.ZodType<{
    metric: string;
    min?: number | undefined;
    max?: number | undefined;
}, {
    metric: string;
    min?: number | undefined;
    max?: number | undefined;
}, z.core.$ZodTypeInternals<{
    metric: string;
    min?: number | undefined;
    max?: number | undefined;
}, {
    metric: string;
    min?: number | undefined;
    max?: number | undefined;
}>>;
declare const review: z.ZodType<{
    every: "biweekly" | "daily" | "monthly" | "quarterly" | "weekly" | "yearly";
    last?: string | undefined;
}, {
    every: "biweekly" | "daily" | "monthly" | "quarterly" | "weekly" | "yearly";
    last?: string | undefined;
}, z.core.$ZodTypeInternals<{
    every: "biweekly" | "daily" | "monthly" | "quarterly" | "weekly" | "yearly";
    last?: string | undefined;
}, {
    every: "biweekly" | "daily" | "monthly" | "quarterly" | "weekly" | "yearly";
    last?: string | undefined;
}>>;
declare const change: z.ZodType<{
    date: string;
    field: string;
    from?: unknown;
    to?: unknown;
    reason: string;
    by?: string | undefined;
}, {
    date: string;
    field: string;
    from?: unknown;
    to?: unknown;
    reason: string;
    by?: string | undefined;
}, z.core.$ZodTypeInternals<{
    date: string;
    field: string;
    from?: unknown;
    to?: unknown;
    reason: string;
    by?: string | undefined;
}, {
    date: string;
    field: string;
    from?: unknown;
    to?: unknown;
    reason: string;
    by?: string | undefined;
}>>;
export declare const kpi: z.ZodType<{
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
}, {
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
}, z.core.$ZodTypeInternals<{
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
}, {
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
}>>;
/** A KPI as it is written in a file; parts are optional because a draft may lack them. */
export type KpiDefinition = z.input<typeof kpi>;
export type BaselineInput = z.input<typeof baseline>;
export type KpiType = z.input<typeof typeWord>;
export type CheckpointInput = z.input<typeof checkpoint>;
export type GuardrailInput = z.input<typeof guardrail>;
export type ReviewInput = z.input<typeof review>;
export type ChangeInput = z.input<typeof change>;
export {};
