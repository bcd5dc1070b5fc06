/** The zod schemas under one name, for programs that make or read definitions themselves. */
export declare const zodSchemas: {
    readonly file: import("zod").ZodType<{
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
    }, import("zod/v4/core").$ZodTypeInternals<{
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
    readonly goal: import("zod").ZodType<{
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
    }, import("zod/v4/core").$ZodTypeInternals<{
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
    readonly metric: import("zod").ZodType<{
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
    }, import("zod/v4/core").$ZodTypeInternals<{
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
    }>>;
    readonly kpi: import("zod").ZodType<{
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
    }, import("zod/v4/core").$ZodTypeInternals<{
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
    readonly config: import("zod").ZodType<{
        version?: 1 | undefined;
        extends?: string | string[] | undefined;
        include?: string[] | undefined;
        exclude?: string[] | undefined;
        language?: string | undefined;
        plugins?: string[] | undefined;
        fiscal_year_starts?: string | undefined;
        fiscal_year_named_by?: "end" | "start" | undefined;
        status?: {
            on_track?: number | undefined;
            at_risk?: number | undefined;
            warm_up?: number | undefined;
        } | undefined;
        limits?: {
            kpis_per_goal?: number | undefined;
            kpis_per_person?: number | undefined;
            kpis_per_team?: number | undefined;
        } | undefined;
        rules?: Record<string, "error" | "info" | "off" | "warn" | "warning" | ["error" | "info" | "off" | "warn" | "warning"] | ["error" | "info" | "off" | "warn" | "warning", Record<string, unknown>]> | undefined;
        overrides?: {
            files: string[];
            rules: Record<string, "error" | "info" | "off" | "warn" | "warning" | ["error" | "info" | "off" | "warn" | "warning"] | ["error" | "info" | "off" | "warn" | "warning", Record<string, unknown>]>;
        }[] | undefined;
    }, {
        version?: 1 | undefined;
        extends?: string | string[] | undefined;
        include?: string[] | undefined;
        exclude?: string[] | undefined;
        language?: string | undefined;
        plugins?: string[] | undefined;
        fiscal_year_starts?: string | undefined;
        fiscal_year_named_by?: "end" | "start" | undefined;
        status?: {
            on_track?: number | undefined;
            at_risk?: number | undefined;
            warm_up?: number | undefined;
        } | undefined;
        limits?: {
            kpis_per_goal?: number | undefined;
            kpis_per_person?: number | undefined;
            kpis_per_team?: number | undefined;
        } | undefined;
        rules?: Record<string, "error" | "info" | "off" | "warn" | "warning" | ["error" | "info" | "off" | "warn" | "warning"] | ["error" | "info" | "off" | "warn" | "warning", Record<string, unknown>]> | undefined;
        overrides?: {
            files: string[];
            rules: Record<string, "error" | "info" | "off" | "warn" | "warning" | ["error" | "info" | "off" | "warn" | "warning"] | ["error" | "info" | "off" | "warn" | "warning", Record<string, unknown>]>;
        }[] | undefined;
    }, import("zod/v4/core").$ZodTypeInternals<{
        version?: 1 | undefined;
        extends?: string | string[] | undefined;
        include?: string[] | undefined;
        exclude?: string[] | undefined;
        language?: string | undefined;
        plugins?: string[] | undefined;
        fiscal_year_starts?: string | undefined;
        fiscal_year_named_by?: "end" | "start" | undefined;
        status?: {
            on_track?: number | undefined;
            at_risk?: number | undefined;
            warm_up?: number | undefined;
        } | undefined;
        limits?: {
            kpis_per_goal?: number | undefined;
            kpis_per_person?: number | undefined;
            kpis_per_team?: number | undefined;
        } | undefined;
        rules?: Record<string, "error" | "info" | "off" | "warn" | "warning" | ["error" | "info" | "off" | "warn" | "warning"] | ["error" | "info" | "off" | "warn" | "warning", Record<string, unknown>]> | undefined;
        overrides?: {
            files: string[];
            rules: Record<string, "error" | "info" | "off" | "warn" | "warning" | ["error" | "info" | "off" | "warn" | "warning"] | ["error" | "info" | "off" | "warn" | "warning", Record<string, unknown>]>;
        }[] | undefined;
    }, {
        version?: 1 | undefined;
        extends?: string | string[] | undefined;
        include?: string[] | undefined;
        exclude?: string[] | undefined;
        language?: string | undefined;
        plugins?: string[] | undefined;
        fiscal_year_starts?: string | undefined;
        fiscal_year_named_by?: "end" | "start" | undefined;
        status?: {
            on_track?: number | undefined;
            at_risk?: number | undefined;
            warm_up?: number | undefined;
        } | undefined;
        limits?: {
            kpis_per_goal?: number | undefined;
            kpis_per_person?: number | undefined;
            kpis_per_team?: number | undefined;
        } | undefined;
        rules?: Record<string, "error" | "info" | "off" | "warn" | "warning" | ["error" | "info" | "off" | "warn" | "warning"] | ["error" | "info" | "off" | "warn" | "warning", Record<string, unknown>]> | undefined;
        overrides?: {
            files: string[];
            rules: Record<string, "error" | "info" | "off" | "warn" | "warning" | ["error" | "info" | "off" | "warn" | "warning"] | ["error" | "info" | "off" | "warn" | "warning", Record<string, unknown>]>;
        }[] | undefined;
    }>>;
};
