/** One definition file: the three maps, and what was removed. */

import { z } from "zod";
import { date, fields, idKey, neededText } from "./common.ts";
import { goal } from "./goal.ts";
import { kpi } from "./kpi.ts";
import { metric } from "./metric.ts";
import { NEW_GOAL, NEW_KPI, NEW_METRIC } from "./snippets.ts";
import type { target } from "./target.ts";
import type { timeframe } from "./timeframe.ts";

export type { GoalDefinition } from "./goal.ts";
export type {
  BaselineInput,
  ChangeInput,
  CheckpointInput,
  GuardrailInput,
  KpiDefinition,
  KpiType,
  ReviewInput,
} from "./kpi.ts";
export type { MeasuredValue, MetricDefinition } from "./metric.ts";
export type TimeframeInput = z.input<ReturnType<typeof timeframe>>;
export type TargetInput = z.input<ReturnType<typeof target>>;

const removal = fields({
  on: date({ title: "On", description: "The day it was deleted.", examples: ["2026-06-30"] }),
  reason: neededText({
    title: "Reason",
    description: "Why it was deleted.",
    examples: ["The product was sold"],
  }),
}).meta({ title: "Removal", description: "When and why a goal or KPI was deleted." });

export const definitionFile = fields({
  version: z.literal(1).meta({
    title: "Version",
    description: "The version of the format. Any other number is an error.",
    examples: [1],
    errorMessage: "This version of the format is 1: write version: 1.",
  }),
  goals: z
    .record(idKey("goal-id"), goal)
    .meta({
      title: "Goals",
      description:
        "What the organisation wants, by id. Ids are unique for their kind across all files; a goal and a KPI may share one.",
      examples: [{ "grow-organic": { title: "Clinics find us through search", owner: "team:marketing" } }],
      defaultSnippets: NEW_GOAL,
    })
    .optional(),
  metrics: z
    .record(idKey("metric-id"), metric)
    .meta({
      title: "Metrics",
      description: "What is measured, by id. A metric needs no goal and no target.",
      examples: [{ nps: { title: "Net Promoter Score", unit: "points", cadence: "quarterly" } }],
      defaultSnippets: NEW_METRIC,
    })
    .optional(),
  kpis: z
    .record(idKey("kpi-id"), kpi)
    .meta({
      title: "KPIs",
      description: "Metrics tied to goals by a target, a timeframe and an owner, by id.",
      examples: [
        {
          "nps-2026": {
            title: "Net Promoter Score of 75 by 31 December 2026",
            goal: "company-growth",
            metric: "nps",
            owner: "@cx-lead",
            timeframe: 2026,
            baseline: 62,
            target: 75,
          },
        },
      ],
      defaultSnippets: NEW_KPI,
    })
    .optional(),
  removed: z
    .record(idKey("id"), removal)
    .meta({
      title: "Removed",
      description: "Why goals or KPIs were deleted, by their id. Reviews ask for it.",
      examples: [{ "old-signups": { on: "2026-06-30", reason: "The product was sold" } }],
    })
    .optional(),
}).meta({
  title: "KPI-as-code definitions",
  description: "Goals, metrics and KPIs. Any file may hold any of the three maps; ids resolve across all files.",
});

/** A definition file as it is written. */
export type DefinitionFile = z.input<typeof definitionFile>;
