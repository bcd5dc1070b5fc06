/** The good example with a second KPI on its metric, for the rules on targets that share one. */

import type { Example } from "./define.ts";
import { changed } from "./examples.ts";

/** Both KPIs measure the Net Promoter Score; the second one has this title, timeframe and target. */
export function twoKpisOnOneMetric(title: string, timeframe: string, target: string): Example {
  return changed([
    "    review: { every: quarterly, last: 2026-07-02 }\n",
    `    review: { every: quarterly, last: 2026-07-02 }

  nps-second:
    title: ${title}
    goal: happy-customers
    metric: nps
    owner: "@support-lead"
    timeframe: ${timeframe}
    baseline: 62
    target: ${target}
    why: The support team answers for it too.
    if_off_track: Ask the customers who left.
    review: { every: quarterly, last: 2026-07-02 }
`,
  ]);
}
