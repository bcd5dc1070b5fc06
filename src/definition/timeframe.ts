/** When a goal or KPI holds: a calendar label, two days, or a window that recurs. */

import { z } from "zod";
import { choice, date, fields } from "./common.ts";
import { FIRST_YEAR, LAST_YEAR, TIMEFRAME } from "./patterns.ts";
import { TIMEFRAME as SNIPPETS } from "./snippets.ts";

const TIMEFRAME_MESSAGE =
  "A timeframe is a period such as 2026, 2026-H2, 2026-Q3, 2026-07, 2026-W31, FY2026 or FY2026-Q2, two days such as { start: 2026-07-01, end: 2026-10-31 }, or recurring such as { every: monthly, start: 2026-01-01 }.";

const window = fields({
  start: date({
    title: "First day",
    description: "The first day of the window, as `YYYY-MM-DD`. It belongs to the window.",
    examples: ["2026-07-01"],
  }),
  end: date({
    title: "Last day",
    description: "The last day of the window, as `YYYY-MM-DD`. It belongs to the window.",
    examples: ["2026-10-31"],
  }),
}).meta({ title: "From day to day" });

const recurring = fields({
  every: choice(
    {
      weekly: "Each week, from Monday to Sunday.",
      monthly: "Each calendar month.",
      quarterly: "Each calendar quarter.",
      yearly: "Each calendar year.",
    },
    {
      title: "Period",
      description:
        "The calendar period in which the target must hold each time. The one that holds today is scored; earlier ones are its record.",
      examples: ["monthly"],
    },
  ),
  start: date({
    title: "First day",
    description: "The day from which the target holds, as `YYYY-MM-DD`. The first period may be a part of one.",
    examples: ["2026-01-01"],
  }),
  end: date({
    title: "Last day",
    description: "The last day, as `YYYY-MM-DD`. Leave it out for a KPI that stands until it is retired.",
    examples: ["2027-12-31"],
  }).optional(),
}).meta({ title: "Recurring" });

/** A timeframe in any of its forms; `use` says what it means for the thing it belongs to. */
export function timeframe(use: string) {
  return z
    .union([
      // First, because editors show the message of the first branch where none fits.
      z
        .string()
        .regex(TIMEFRAME)
        .meta({
          examples: ["2026-Q3", "2026-H2", "2026-07", "2026-W31", "FY2026", "FY2026-Q2"],
          patternErrorMessage: TIMEFRAME_MESSAGE,
        }),
      z.int().min(FIRST_YEAR).max(LAST_YEAR),
      window,
      recurring,
    ])
    .meta({
      title: "Timeframe",
      description: `${use}

- \`2026\`, \`2026-H2\`, \`2026-Q3\`, \`2026-07\`, \`2026-W31\`: calendar periods; weeks start on Monday
- \`FY2026\`, \`FY2026-Q2\`: fiscal, see \`fiscal_year_starts\` and \`fiscal_year_named_by\` in the config
- \`{ start: 2026-07-01, end: 2026-10-31 }\`: both days belong to it
- \`{ every: monthly, start: 2026-01-01 }\`: recurring; the target must hold in every period`,
      examples: [2026, "2026-Q3"],
      defaultSnippets: SNIPPETS,
      "x-kpi-form": "timeframe",
    });
}
