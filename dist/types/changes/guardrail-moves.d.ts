/** How the guardrails of a KPI changed. */
import type { KpiDefinition } from "../definition/file.ts";
import type { KpiPair } from "./kpi-pair.ts";
type Guardrail = NonNullable<KpiDefinition["guardrails"]>[number];
/** What all guardrails on one metric keep together; an infinite bound does not bind. */
export interface Guarded {
    readonly metric: string;
    readonly min: number;
    readonly max: number;
    /** The number of the first of them among the guardrails of its version. */
    readonly index: number;
}
export interface GuardrailMoves {
    readonly removed: readonly Guarded[];
    /** A bound moved outward or was taken away. */
    readonly eased: readonly {
        readonly before: Guarded;
        readonly after: Guarded;
    }[];
    /** One was added, or a bound moved inward. */
    readonly tightened: boolean;
}
/** Guardrails are told apart by their metric; their order, and whether one or two of them hold both bounds, is nothing. */
export declare function guardrailMoves({ before, after }: KpiPair): GuardrailMoves;
/** The bounds of a guardrail: `refund-rate at most 2.5`. */
export declare function guardrailInWords({ metric, min, max }: Pick<Guardrail, "metric" | "min" | "max">): string;
export {};
