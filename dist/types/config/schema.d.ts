/** The shape of `kpi.config.yaml`. */
import { z } from "zod";
export declare const level: z.ZodEnum<{
    error: "error";
    info: "info";
    off: "off";
    warn: "warn";
    warning: "warning";
}>;
declare const ruleSetting: z.ZodUnion<readonly [z.ZodEnum<{
    error: "error";
    info: "info";
    off: "off";
    warn: "warn";
    warning: "warning";
}>, z.ZodTuple<[z.ZodEnum<{
    error: "error";
    info: "info";
    off: "off";
    warn: "warn";
    warning: "warning";
}>], null>, z.ZodTuple<[z.ZodEnum<{
    error: "error";
    info: "info";
    off: "off";
    warn: "warn";
    warning: "warning";
}>, z.ZodRecord<z.ZodString, z.ZodUnknown>], null>]>;
/** The config with any rule ids. */
export declare const configDefinition: z.ZodType<{
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
}, z.core.$ZodTypeInternals<{
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
/** The config as it is written in a file. */
export type ConfigDefinition = z.input<typeof configDefinition>;
export type RuleSetting = z.input<typeof ruleSetting>;
export {};
