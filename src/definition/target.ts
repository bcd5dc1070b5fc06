/** What must be reached or kept. */

import { z } from "zod";
import { fields, formed } from "./common.ts";
import { RELATIVE_TARGET } from "./patterns.ts";
import { TARGET } from "./snippets.ts";

const TARGET_MESSAGE =
  "A target is a number such as 75, a change such as +25% or { by: 10 }, a range such as { min: 99.9 } or { max: 3 }, or true.";

const change = fields({
  by: z.number().meta({
    title: "Change",
    description: "How far from the baseline, in the metric's unit; negative goes down.",
    examples: [10, -5],
  }),
}).meta({ title: "Change by a number", description: "The baseline plus this number, in the metric's unit." });

const range = fields({
  min: z
    .number()
    .meta({
      title: "At least",
      description: "The lowest value that counts as met, in the metric's unit.",
      examples: [99.9],
    })
    .optional(),
  max: z
    .number()
    .meta({
      title: "At most",
      description: "The highest value that counts as met, in the metric's unit.",
      examples: [3],
    })
    .optional(),
}).meta({
  title: "Keep inside a range",
  description:
    "Must hold during the whole window; both bounds count as met. On a metric with aggregation `sum`, `min` is reached and `max` is a budget.",
});

/** A target in any of its forms. */
export function target(title: string, lead: string) {
  return z
    .union([
      z.number().meta({ title: "Level", description: "The value to reach, in the metric's unit." }),
      formed(null, RELATIVE_TARGET, {
        title: "Relative change",
        description: "A change of the baseline in percent; the sign is part of it: `+25%`, `-50%`.",
        examples: ["+25%", "-50%"],
        patternErrorMessage: TARGET_MESSAGE,
      }),
      change,
      range,
      z.literal(true).meta({ title: "Done", description: "For a metric with unit `boolean`: 1 means done." }),
    ])
    .meta({
      title,
      description: `${lead}

- \`75\`: reach 75; \`better\` of the metric says from which side
- \`+25%\`, \`-50%\`: relative to the baseline
- \`{ by: 10 }\`, \`{ by: -5 }\`: the baseline plus a number
- \`{ min: 99.9 }\`, \`{ max: 3 }\`, \`{ min: 60, max: 70 }\`: keep, must hold in the whole window
- \`true\`: done, for unit \`boolean\``,
      examples: [75, "+25%", { by: 10 }, { min: 99.9 }, { min: 60, max: 70 }, true],
      defaultSnippets: TARGET,
      "x-kpi-form": "target",
    });
}
