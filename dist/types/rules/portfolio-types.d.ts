/** What the rules on leading and lagging KPIs share. */
import type { Goal, Kpi } from "../workspace/model.ts";
import { type RuleContext } from "./define.ts";
export type KpiType = "leading" | "lagging" | "input" | "output";
/** The types of a KPI, one or two; none where it states none. */
export declare function typesOf(kpi: Kpi): readonly KpiType[];
/** Reports a goal with at least two typed active KPIs of which none has the wanted type. */
export declare function reportWithout(wanted: "leading" | "lagging", goal: Goal, context: RuleContext): void;
