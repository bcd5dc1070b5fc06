/** A metric tied to a goal by a target, a timeframe and an owner. */

import { z } from "zod";
import {
  cadence,
  choice,
  date,
  fields,
  idOf,
  neededText,
  owner,
  requireWhen,
  tags,
  text,
  titleText,
} from "./common.ts";
import { CHANGE, CHECKPOINT, GUARDRAIL, RETIRED, REVIEW } from "./snippets.ts";
import { target } from "./target.ts";
import { timeframe } from "./timeframe.ts";

/** What makes a KPI; a draft may still lack them. */
const PARTS = ["goal", "metric", "timeframe", "target", "owner"] as const;

const baseline = z
  .union([
    z.number(),
    fields({
      value: z.number().meta({
        title: "Value",
        description: "The value at the start, in the metric's unit.",
        examples: [48200],
      }),
      date: date({
        title: "Date",
        description:
          "The day the value was measured. Where it lies inside the window, the plan starts on it; totals start from 0 whatever it is.",
        examples: ["2026-06-30"],
      }).optional(),
      source: text({
        title: "Source",
        description: "Where the value comes from.",
        examples: ["Annual report 2025, page 12"],
      }).optional(),
    }).meta({ title: "Value with its date" }),
  ])
  .meta({
    title: "Baseline",
    description:
      "Where the KPI starts from, as a number or as `{ value: 48200, date: 2026-06-30 }`: progress is the way from here to the target. Without one, aggregation `last` takes the latest value before the window, or, for a target that is a number, the first value inside it. A relative target needs one.",
    examples: [62],
  });

const TYPES = {
  leading: "Predicts: it moves before the result does.",
  lagging: "Confirms: it shows the result afterwards.",
  input: "Counts what is put in: resources, effort.",
  output: "Counts what comes out: results.",
};

const typeWord = z.enum(Object.keys(TYPES) as (keyof typeof TYPES)[]).meta({
  enumDescriptions: Object.values(TYPES),
  markdownEnumDescriptions: Object.values(TYPES),
});

const type = z
  .union([
    typeWord,
    z
      .array(typeWord)
      .min(1)
      .max(2)
      .check(({ value, issues }) => {
        if (new Set(value).size < value.length) {
          issues.push({ code: "custom", message: "Each type stands once.", input: value });
        }
      })
      .meta({ uniqueItems: true }),
  ])
  .meta({
    title: "Type",
    description:
      "Does it predict (`leading`) or confirm (`lagging`)? Resources (`input`) or results (`output`)? One, or one of each pair: `[leading, output]`.",
    examples: ["lagging", ["leading", "output"]],
  });

const checkpoint = fields({
  date: date({
    title: "Date",
    description: "A day inside the window and before its end; dates rise from one to the next.",
    examples: ["2026-08-15"],
  }),
  value: z.number().meta({
    title: "Value",
    description: "What the plan expects on that day, in the metric's unit.",
    examples: [52000],
  }),
}).meta({ title: "Checkpoint", description: "A day and the value that the plan expects on it." });

const guardrail = fields({
  metric: idOf("metric", {
    title: "Metric",
    description: "The id of the metric that must not suffer.",
    examples: ["refund-rate"],
  }),
  min: z
    .number()
    .meta({ title: "At least", description: "It must not fall below this, in its own unit.", examples: [90] })
    .optional(),
  max: z
    .number()
    .meta({ title: "At most", description: "It must not rise above this, in its own unit.", examples: [2.5] })
    .optional(),
}).meta({ title: "Guardrail", description: "A metric that must stay inside bounds while the KPI is pursued." });

const review = fields({
  every: cadence({
    title: "Every",
    description: "How often people look at the KPI and decide.",
    examples: ["monthly"],
  }),
  last: date({
    title: "Last review",
    description: "The day of the last review. A review that is overdue is reported.",
    examples: ["2026-08-03"],
  }).optional(),
}).meta({
  title: "Review",
  description: "How often the KPI is reviewed, and when it was last.",
  examples: [{ every: "monthly", last: "2026-08-03" }],
  defaultSnippets: REVIEW,
});

const VALUE_OF_FIELD = "as it was written in the file";

const change = fields({
  date: date({ title: "Date", description: "The day of the change.", examples: ["2026-04-02"] }),
  field: neededText({
    title: "Field",
    description: "The field that changed, of this KPI or of its metric.",
    examples: ["target", "timeframe", "baseline"],
  }),
  from: z
    .unknown()
    .meta({ title: "From", description: `The value before, ${VALUE_OF_FIELD}.`, examples: [78] })
    .optional(),
  to: z
    .unknown()
    .meta({ title: "To", description: `The value after, ${VALUE_OF_FIELD}.`, examples: [75] })
    .optional(),
  reason: neededText({
    title: "Reason",
    description: "Why it was changed. Easing a target or moving a deadline asks for this.",
    examples: ["Survey moved from annual to rolling 90 days"],
  }),
  by: text({ title: "By", description: "Who decided it.", examples: ["@cx-lead"] }).optional(),
}).meta({ title: "Change", description: "What was changed, when and why." });

const retired = fields({
  on: date({ title: "On", description: "The day the KPI was retired.", examples: ["2026-06-30"] }),
  reason: neededText({
    title: "Reason",
    description: "Why it is no longer pursued.",
    examples: ["Replaced by nps-2027, which counts all regions"],
  }),
  outcome: text({
    title: "Outcome",
    description: "What came of it.",
    examples: ["Reached 71 of 75"],
  }).optional(),
}).meta({
  title: "Retired",
  description: "When and why the KPI ended; needed with `state: retired`.",
  examples: [{ on: "2026-06-30", reason: "Replaced by nps-2027" }],
  defaultSnippets: RETIRED,
});

export const kpi = fields({
  title: titleText({
    title: "Title",
    description:
      "What will be reached, in one line of 3 to 250 characters. The best titles name the number and the date.",
    examples: ["Net Promoter Score of 75 by 31 December 2026"],
  }),
  goal: idOf("goal", {
    title: "Goal",
    description: "The id of the goal that this KPI measures. A number without a goal is a plain metric.",
    examples: ["grow-organic"],
  }).optional(),
  metric: idOf("metric", {
    title: "Metric",
    description: "The id of the metric that is measured. Several KPIs may share one.",
    examples: ["organic-visits"],
  }).optional(),
  timeframe: timeframe("When the target must be reached, or hold.").optional(),
  target: target("Target", "What must be reached or kept, in the metric's unit.").optional(),
  owner: owner(
    "Who answers when the number is off: one person or one team. Write a handle in quotes, because YAML reserves a leading `@`.",
  ).optional(),
  baseline: baseline.optional(),
  type: type.optional(),
  leads: idOf("kpi", {
    title: "Leads",
    description: "The id of the KPI that this leading one predicts. Trouble here is then an early warning there.",
    examples: ["revenue-2026"],
  }).optional(),
  path: choice(
    {
      linear: "In equal steps to the target.",
      compound: "By an equal percentage each day; for growth rates.",
      flat: "The target from the first day on.",
      step: "Nothing until a checkpoint or the end, then all at once.",
    },
    {
      title: "Path",
      description:
        "How the plan runs from baseline to target. Default: `linear` for aggregation last, sum and running, `flat` for mean, ratio, min and max, `step` for a target of `true`.",
      examples: ["compound"],
    },
  ).optional(),
  checkpoints: z
    .array(checkpoint)
    .meta({
      title: "Checkpoints",
      description:
        "Points that the plan goes through instead of a straight line, for seasonal or late results. Dates rise and lie inside the window, before its end. Only with the path `linear` or `step`.",
      examples: [[{ date: "2026-08-15", value: 52000 }]],
      defaultSnippets: CHECKPOINT,
    })
    .optional(),
  tolerance: z
    .number()
    .min(0)
    .meta({
      title: "Tolerance",
      description:
        "How far outside a range target still counts as at risk instead of off track, in the metric's unit. Range targets only. Default: 0.",
      default: 0,
      examples: [0.1],
    })
    .optional(),
  compliance: z
    .number()
    .min(0)
    .max(1)
    .meta({
      title: "Compliance",
      description:
        "Which share of the values must lie inside a range target, from 0 to 1. Default: 1, all of them. Range targets on aggregation `last` only.",
      examples: [0.95],
      default: 1,
    })
    .optional(),
  stretch: target("Stretch target", "A second, harder target. It is shown, never scored.").optional(),
  ambition: choice(
    {
      committed: "Will be reached; missing it is a failure.",
      aspirational: "Set beyond what is known to be possible; the ambition rules stay silent.",
    },
    {
      title: "Ambition",
      description: "How sure the target is meant to be. Default: `committed`.",
      examples: ["aspirational"],
      default: "committed",
    },
  ).optional(),
  contributes_to: idOf("kpi", {
    title: "Contributes to",
    description: "The id of the KPI that this one adds up to, together with its siblings.",
    examples: ["revenue-2026"],
  }).optional(),
  drivers: z
    .array(idOf("metric", { title: "Driver", description: "The id of a metric.", examples: ["keyword-top10"] }))
    .meta({
      title: "Drivers",
      description: "Ids of metrics that move this KPI. They are shown beside it, not scored.",
      examples: [["keyword-top10"]],
    })
    .optional(),
  guardrails: z
    .array(guardrail)
    .meta({
      title: "Guardrails",
      description:
        "Metrics that must not suffer while this KPI is pursued. A broken one turns the goal off track; it never changes progress.",
      examples: [[{ metric: "refund-rate", max: 2.5 }]],
      defaultSnippets: GUARDRAIL,
    })
    .optional(),
  weight: z
    .number()
    .gt(0)
    .meta({
      title: "Weight",
      description: "How much this KPI counts in its goal's progress, relative to its siblings. Default: 1.",
      examples: [2],
      default: 1,
    })
    .optional(),
  why: text({
    title: "Why",
    description: "How reaching the target serves the goal. One sentence.",
    examples: ["More visits give sales more leads, which is how this goal is reached."],
  }).optional(),
  if_off_track: text({
    title: "If off track",
    description: "What will be done when the number falls behind, decided while there is time to think.",
    examples: ["Shift 10 000 EUR from new content to page-speed work."],
  }).optional(),
  review: review.optional(),
  changes: z
    .array(change)
    .meta({
      title: "Changes",
      description:
        "The reason trail: one entry for every easing of the target, the window or the baseline. Reviews ask for it.",
      examples: [
        [{ date: "2026-04-02", field: "target", from: 78, to: 75, reason: "Survey moved to rolling 90 days" }],
      ],
      defaultSnippets: CHANGE,
    })
    .optional(),
  tags: tags("KPI").optional(),
  state: choice(
    {
      draft: "Being written: needs only a title, is listed but not scored.",
      active: "Agreed and scored.",
      retired: "Ended early; needs `retired` with a date and a reason.",
    },
    {
      title: "State",
      description: "Where the KPI stands. Default: `active`.",
      examples: ["draft"],
      default: "active",
    },
  ).optional(),
  retired: retired.optional(),
})
  .check(({ value, issues }) => {
    const missing = value.state === "draft" ? [] : PARTS.filter((key) => value[key] === undefined);
    const needed = value.state === "retired" && value.retired === undefined ? [...missing, "retired"] : missing;
    for (const key of needed) issues.push({ code: "custom", message: `Missing: ${key}.`, path: [key], input: value });
  })
  .meta({
    title: "KPI",
    description:
      "A metric tied to a goal by a target and a timeframe, with an owner. With `state: draft` a `title` is enough.",
    allOf: [requireWhen("state", "draft", "else", PARTS), requireWhen("state", "retired", "then", ["retired"])],
  });

/** A KPI as it is written in a file; parts are optional because a draft may lack them. */
export type KpiDefinition = z.input<typeof kpi>;
export type BaselineInput = z.input<typeof baseline>;
export type KpiType = z.input<typeof typeWord>;
export type CheckpointInput = z.input<typeof checkpoint>;
export type GuardrailInput = z.input<typeof guardrail>;
export type ReviewInput = z.input<typeof review>;
export type ChangeInput = z.input<typeof change>;
