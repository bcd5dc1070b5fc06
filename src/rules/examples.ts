/** Builds the small workspaces that rule pages show and tests run: a good one, and changes to it. */

import type { Example } from "./define.ts";

const GOOD = `version: 1

goals:
  happy-customers:
    title: Customers stay because they are happy
    owner: "@ceo"
    resources: One survey tool, a day a week of the support lead
    timeframe: 2026

metrics:
  nps:
    title: Net Promoter Score
    definition: "% promoters (9-10) minus % detractors (0-6), rolling 90 days"
    category: customer
    unit: points
    cadence: quarterly
    bounds: { min: -100, max: 100 }
    source: { system: survey tool, how: automatic }
    values:
      2025-12-31: 62
      2026-03-31: 64
      2026-06-30: 68

kpis:
  nps-2026:
    title: Net Promoter Score of 75 by 31 December 2026
    goal: happy-customers
    metric: nps
    type: lagging
    owner: "@cx-lead"
    timeframe: 2026
    baseline: 62
    target: 75
    why: Promoters renew and bring other customers.
    if_off_track: Call the ten largest detractors within a week.
    review: { every: quarterly, last: 2026-07-02 }
`;

/** The good workspace as it is. */
export const good: Example = { files: { "kpi.yaml": GOOD } };

/**
 * The good workspace with pieces of its text exchanged: `[what stands there, what to write instead]`.
 * Throws where a piece is not found, so that an example cannot silently stay good.
 */
export function changed(...changes: readonly (readonly [from: string, to: string])[]): Example {
  return lazily(() => {
    let text = GOOD;
    for (const [from, to] of changes) {
      if (!text.includes(from)) throw new Error(`The example holds no ${JSON.stringify(from)}`);
      text = text.replace(from, () => to);
    }
    return { "kpi.yaml": text };
  });
}

/** An example with other files beside it. */
export function withFiles(example: Example, files: Readonly<Record<string, string>>): Example {
  return lazily(() => ({ ...example.files, ...files }), example.asOf);
}

const INLINE_ROWS = "    values:\n      2025-12-31: 62\n      2026-03-31: 64\n      2026-06-30: 68\n";

/** The good example with its rows in a data file; `named` is the path that the metric states. */
export function rowsInFile(rows: string, named = "data/nps.csv"): Example {
  return withFiles(changed([INLINE_ROWS, `    data: ${named}\n`]), { "data/nps.csv": rows });
}

/** Examples are made when somebody looks at them: a check looks at none. */
function lazily(make: () => Example["files"], asOf?: string): Example {
  let made: Example["files"] | null = null;
  return {
    get files() {
      made ??= make();
      return made;
    },
    ...(asOf === undefined ? {} : { asOf }),
  };
}

/** An example judged on another day. */
export function on(asOf: string, example: Example): Example {
  return lazily(() => example.files, asOf);
}
