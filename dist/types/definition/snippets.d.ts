/** Snippets that editors offer: what a person would otherwise look up, with stops to fill in. */
import type { Snippet } from "./json-schema.ts";
export declare const NEW_GOAL: readonly Snippet[];
export declare const NEW_METRIC: readonly Snippet[];
export declare const NEW_KPI: readonly Snippet[];
export declare const TIMEFRAME: readonly Snippet[];
export declare const TARGET: readonly Snippet[];
export declare const SOURCE: readonly Snippet[];
export declare const VALUE: readonly Snippet[];
export declare const CHECKPOINT: readonly Snippet[];
export declare const GUARDRAIL: readonly Snippet[];
export declare const REVIEW: readonly Snippet[];
export declare const CHANGE: readonly Snippet[];
export declare const RETIRED: readonly Snippet[];
export declare const OVERRIDE: readonly Snippet[];
