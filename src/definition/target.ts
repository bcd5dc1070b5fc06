/** What must be reached or kept. */

import { z } from "zod";
import { fields } from "./common.ts";
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
}).meta({ title: "Change by a number" });

const range = fields({
  min: z
    .number()
    .meta({
      title: "At least",
      description: "The lowest value that counts as met, in the metric's unit. Of a total: the value to reach.",
      examples: [99.9],
    })
    .optional(),
  max: z
    .number()
    .meta({
      title: "At most",
      description: "The highest value that counts as met, in the metric's unit. Of a total: a budget.",
      examples: [3],
    })
    .optional(),
}).meta({ title: "Keep inside a range" });

/** A target in any of its forms. */
export function target(title: string, lead: string) {
  return z
    .union([
      // First, because editors show the message of the first branch where none fits.
      z
        .string()
        .regex(RELATIVE_TARGET)
        .meta({ examples: ["+25%", "-50%"], patternErrorMessage: TARGET_MESSAGE }),
      z.number(),
      change,
      range,
      z.literal(true),
    ])
    .meta({
      title,
      description: `${lead}

- \`75\`: reach 75; \`better\` of the metric says from which side
- \`+25%\`, \`-50%\`: relative to the baseline, a share of its size
- \`{ by: 10 }\`, \`{ by: -5 }\`: the baseline plus a number
- \`{ min: 99.9 }\`, \`{ max: 3 }\`, \`{ min: 60, max: 70 }\`: keep, must hold in the whole window; of a total (aggregation \`sum\` or \`running\`) a \`min\` is reached and a \`max\` is a budget
- \`true\`: done, for unit \`boolean\``,
      examples: [75, "+25%", true],
      defaultSnippets: TARGET,
      "x-kpi-form": "target",
    });
}
