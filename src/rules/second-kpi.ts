/** The good example with a second KPI on its goal, of a type to choose. */

import type { Example } from "./define.ts";
import { changed } from "./examples.ts";

/** Both KPIs of the types given; the second measures how many customers answer. */
export function twoKpis(first: string, second: string): Example {
  return changed(
    [
      "metrics:\n",
      `metrics:
  answers:
    title: Customers who answered the survey in the quarter
    definition: Distinct customers with a complete answer.
    category: customer
    unit: customers
    cadence: quarterly
    source: { system: survey tool, how: automatic }
    values: { 2026-03-31: 612, 2026-06-30: 640 }
`,
    ],
    ["    type: lagging\n", `    type: ${first}\n`],
    [
      "    review: { every: quarterly, last: 2026-07-02 }\n",
      `    review: { every: quarterly, last: 2026-07-02 }

  answers-2026:
    title: Answers from 600 customers a quarter in 2026
    goal: happy-customers
    metric: answers
    type: ${second}
    owner: "@support-lead"
    timeframe: 2026
    target: { min: 600 }
    why: With few answers the score says little.
    if_off_track: Ask in the product as well.
    review: { every: quarterly, last: 2026-07-02 }
`,
    ],
  );
}
