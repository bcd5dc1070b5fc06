/** A quantifiable measure, recorded over time. It needs no goal and no target. */

import { z } from "zod";
import {
  cadence,
  choice,
  date,
  fields,
  formed,
  idOf,
  neededText,
  requireWhen,
  tags,
  text,
  titleText,
} from "./common.ts";
import { DATE_OR_PERIOD, LINK } from "./patterns.ts";
import { SOURCE, VALUE } from "./snippets.ts";

const source = fields({
  system: neededText({
    title: "System",
    description: "Where the values come from: the name of a tool, table or report.",
    examples: ["GA4", "billing database"],
  }),
  how: choice(
    {
      automatic: "A program writes the values.",
      manual: "A person reads and enters the values.",
      planned: "Not measured yet.",
    },
    { title: "How", description: "How the values get here.", examples: ["automatic"] },
  ),
  link: formed("link", LINK, {
    title: "Link",
    description: "The address of the report or dashboard; `http` or `https` only.",
    examples: ["https://example.com/reports/12"],
    patternErrorMessage: "A link begins with https:// or http:// and has no spaces.",
  }).optional(),
  query: text({
    title: "Query",
    description:
      "The query or filter that gives the number. Changing it redefines the metric, which a review will ask about.",
    examples: ["select count(*) from signups where plan = 'clinic'"],
  }).optional(),
}).meta({
  title: "Source",
  description:
    "Where the values come from and how. A metric that a KPI uses should say so: then anybody can check a number.",
  examples: [{ system: "GA4", how: "automatic", link: "https://example.com/reports/12" }],
  defaultSnippets: SOURCE,
});

const NOTE = {
  title: "Note",
  description: "Why the value is missing, unusual or was corrected.",
  examples: ["Tracking was off for three days"],
};

const fraction = fields({
  numerator: z.number().meta({ title: "Numerator", description: "The part that counts.", examples: [45] }),
  denominator: z.number().meta({ title: "Denominator", description: "What it is a part of; not 0.", examples: [1200] }),
  note: text(NOTE).optional(),
}).meta({ title: "Ratio" });

const noted = fields({
  value: z
    .number()
    .nullable()
    .meta({
      title: "Value",
      description:
        "The value, in the metric's unit; `null` where it is known to be missing, with a note that says why.",
      examples: [62, null],
    }),
  note: text(NOTE).optional(),
})
  .check(({ value, issues }) => {
    if (value.value === null && value.note === undefined) {
      issues.push({ code: "custom", message: "A known gap needs a note.", path: ["note"], input: value });
    }
  })
  .meta({ title: "Value with a note", allOf: [requireWhen("value", null, "then", ["note"])] });

const measured = z
  .union([z.number().meta({ title: "Value", description: "The value, in the metric's unit." }), noted, fraction])
  .meta({
    title: "Value",
    description:
      "The value on this date: a number, `{ numerator, denominator }` for a ratio, or `{ value: null, note }` for a known gap.",
    examples: [62],
    "x-kpi-form": "value",
  });

const period = z.string().regex(DATE_OR_PERIOD).meta({
  title: "date",
  patternErrorMessage: "Write a real day such as 2026-06-30, or a period such as 2026-06, 2026-W26, 2026-Q2 or 2026.",
  "x-kpi-form": "period",
});

function part(description: string) {
  return idOf("metric", { title: "Metric", description, examples: ["signups"] });
}

const derived = z
  .union([
    fields({
      ratio: z.tuple([part("The numerator."), part("The denominator.")]).meta({
        title: "Ratio",
        description: "The first metric divided by the second, on the dates that both have.",
        examples: [["signups", "visits"]],
      }),
    }).meta({ title: "Ratio of two metrics" }),
    fields({
      sum: z
        .array(part("A part of the sum."))
        .min(1)
        .meta({
          title: "Sum",
          description: "All metrics added up, on the dates that all have.",
          examples: [["revenue-north", "revenue-south"]],
        }),
    }).meta({ title: "Sum of metrics" }),
    fields({
      difference: z.tuple([part("What is subtracted from."), part("What is subtracted.")]).meta({
        title: "Difference",
        description: "The first metric less the second, on the dates that both have.",
        examples: [["revenue", "cost"]],
      }),
    }).meta({ title: "Difference of two metrics" }),
  ])
  .meta({
    title: "Derived from",
    description:
      "The metric is computed from others instead of having data of its own: `{ ratio: [a, b] }`, `{ sum: [a, b] }` or `{ difference: [a, b] }`. It may not lead back to itself.",
    examples: [{ ratio: ["signups", "visits"] }, { sum: ["revenue-north", "revenue-south"] }],
  });

/** Where values come from: one of these, never two. */
const SOURCES_OF_VALUES = ["data", "values", "derived"] as const;

const EXCLUSIVE = "A metric takes its values from one place: data, values or derived. Keep one of them.";

export const metric = fields({
  title: titleText({
    title: "Title",
    description: "What is measured, in one line of 3 to 250 characters. No target and no date: those belong in a KPI.",
    examples: ["Monthly visits from organic search"],
  }),
  definition: text({
    title: "Definition",
    description:
      "What is counted and what is not, so exactly that two people would count the same. Say what happens to bots, refunds, duplicates.",
    examples: ["Sessions in the month whose first touch is an unpaid search result, bots removed."],
  }).optional(),
  category: choice(
    {
      financial: "Money: revenue, cost, margin, cash.",
      customer: "What customers do and think: acquisition, retention, satisfaction.",
      operational: "How the work runs: speed, quality, availability.",
      employee: "The people who do the work: engagement, retention, learning.",
    },
    {
      title: "Category",
      description: "Which side of the organisation it shows. A balanced set of KPIs has some of each.",
      examples: ["customer"],
    },
  ).optional(),
  unit: text({
    title: "Unit",
    description:
      'What one is: `"%"` (values such as 12.5, not 0.125), a currency code (ISO 4217) such as `EUR`, `boolean` (1 = done, 0 = not), or a noun such as `visits`.',
    examples: ["%", "EUR", "visits", "boolean"],
  }).optional(),
  better: choice(
    { higher: "More is better.", lower: "Less is better: churn, cost, waiting time." },
    {
      title: "Better",
      description: "Which direction is good. Default: `higher`.",
      examples: ["lower"],
      default: "higher",
    },
  ).optional(),
  aggregation: choice(
    {
      last: "The latest value counts: a level such as a score or a headcount.",
      sum: "Values add up over the window: revenue, signups.",
      running: "Each value already is the total of the window so far (year to date).",
      mean: "The average of the values.",
      ratio: "Sum of numerators divided by sum of denominators, never the mean of rates.",
      min: "The lowest value of the window.",
      max: "The highest value of the window.",
    },
    {
      title: "Aggregation",
      description:
        "How the values inside a window become one number. Default: `last`; a derived ratio is always a `ratio`.",
      examples: ["sum"],
      default: "last",
    },
  ).optional(),
  scale: z
    .number()
    .gt(0)
    .meta({
      title: "Scale",
      description:
        "What a ratio is multiplied by. Default: 100 for unit `%`, else 1. Write 1000 for “per 1,000 patient-days”, 1000000 for ppm.",
      examples: [1000],
    })
    .optional(),
  cadence: cadence({
    title: "Cadence",
    description: "How often a value is expected; late values are reported. Default: `monthly`.",
    examples: ["weekly"],
    default: "monthly",
  }).optional(),
  bounds: fields({
    min: z
      .number()
      .meta({ title: "Lowest", description: "No value can be below this.", examples: [0] })
      .optional(),
    max: z
      .number()
      .meta({ title: "Highest", description: "No value can be above this.", examples: [100] })
      .optional(),
  })
    .meta({
      title: "Bounds",
      description: "Between which numbers values can lie at all; others are reported as mistakes. Not a target.",
      examples: [{ min: 0 }, { min: -100, max: 100 }],
    })
    .optional(),
  source: source.optional(),
  data: text({
    title: "Data file",
    description:
      "A CSV file with the values, relative to this file and inside the workspace: header `date,value[,note]`, or `date,numerator,denominator[,note]` for a ratio. Default: `data/<id>.csv` beside this file, where it exists. At most 50 MB and 1,000,000 rows.",
    examples: ["data/organic-visits.csv"],
  }).optional(),
  values: z
    .record(period, measured)
    .meta({
      title: "Values",
      description:
        "A small history inside the file, from date or period to value, instead of `data`. A period (`2026-07`, `2026-W31`, `2026-Q3`, `2026`) means its last day.",
      examples: [{ "2026-03-31": 64, "2026-06-30": 68 }],
      defaultSnippets: VALUE,
    })
    .optional(),
  derived: derived.optional(),
  baseline_until: date({
    title: "Baseline until",
    description:
      "Freezes the limits of the behaviour chart: they are computed from the values up to this day. Use it after a lasting change.",
    examples: ["2025-12-31"],
  }).optional(),
  tags: tags("metric").optional(),
})
  .check(({ value, issues }) => {
    const given = SOURCES_OF_VALUES.filter((key) => value[key] !== undefined);
    if (given.length > 1) issues.push({ code: "custom", message: EXCLUSIVE, path: given.slice(1), input: value });
  })
  .meta({
    title: "Metric",
    description:
      "A quantifiable measure, recorded over time. Needs a `title`; a metric without a KPI is never an error.",
    dependencies: {
      data: { type: "object", properties: { values: false, derived: false }, errorMessage: EXCLUSIVE },
      values: { type: "object", properties: { derived: false }, errorMessage: EXCLUSIVE },
    },
  });

/** A metric as it is written in a file. */
export type MetricDefinition = z.input<typeof metric>;
export type MeasuredValue = z.input<typeof measured>;
