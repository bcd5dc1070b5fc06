/** Documents without any finding of shape. */

import { goal, kpi, metric } from "./documents.ts";

/** Every field of the format at least once. */
export const FULL = `# yaml-language-server: $schema=../schemas/v1/kpi.schema.json
version: 1
x-templates: { team: growth }
goals:
  company-growth:
    title: Grow revenue from small clinics
    owner: "@ceo"
    timeframe: FY2026
  grow-organic:
    title: Clinics find us through search
    parent: company-growth
    owner: team:marketing
    why: Paid acquisition cost doubled in 2025.
    timeframe: 2026
    resources: 1 SEO engineer, 30 000 EUR content budget
    activities: Weekly articles
    stakeholders: [board, sales]
    tags: [growth]
    state: active
metrics:
  organic-visits:
    title: Monthly visits from organic search
    definition: Sessions in the month whose first touch is an unpaid search result, bots removed.
    category: customer
    unit: visits
    better: higher
    aggregation: last
    cadence: monthly
    source: { system: GA4, how: automatic, link: https://example.com/reports/12, query: sessions }
    bounds: { min: 0 }
    data: data/organic-visits.csv
    baseline_until: 2025-12-31
    tags: [web]
  nps:
    title: Net Promoter Score
    bounds: { min: -100, max: 100 }
    values:
      2025-12-31: 62
      2026-Q1: 64
      2026-W26: { value: 68, note: provisional }
      2026-07: { value: null, note: Survey was not sent }
  falls:
    title: Falls per 1,000 patient-days
    aggregation: ratio
    scale: 1000
    better: lower
    values: { 2026: { numerator: 4, denominator: 5120, note: audited } }
  conversion: { title: Conversion, derived: { ratio: [signups, organic-visits] } }
  total: { title: Total, derived: { sum: [nps] } }
  margin: { title: Margin, derived: { difference: [revenue, cost] } }
kpis:
  organic-traffic-q3:
    title: Increase web traffic from organic search by 25% in Q3 2026
    goal: grow-organic
    metric: organic-visits
    type: [leading, output]
    owner: "@ana"
    timeframe: 2026-Q3
    baseline: { value: 48200, date: 2026-06-30, source: GA4 }
    target: +25%
    stretch: { by: 20000 }
    ambition: aspirational
    path: linear
    checkpoints: [{ date: 2026-08-15, value: 52000, x-note: half-way }]
    leads: nps-2026
    contributes_to: nps-2026
    drivers: [nps]
    guardrails: [{ metric: nps, min: 60 }, { metric: falls, max: 2.5 }]
    weight: 2
    why: More visits give sales more leads.
    if_off_track: Shift 10 000 EUR to page-speed work.
    review: { every: monthly, last: 2026-08-03 }
    tags: [web]
    x-sponsor: board
  nps-2026:
    title: Net Promoter Score of 75 by 31 December 2026
    goal: company-growth
    metric: nps
    type: lagging
    owner: ana@example.com
    timeframe: { every: quarterly, start: 2026-01-01, end: 2026-12-31 }
    baseline: 62
    target: { min: 60, max: 70 }
    tolerance: 1
    compliance: 0.9
    changes:
      - { date: 2026-04-02, field: target, from: 78, to: { min: 60, max: 70 }, reason: Survey moved, by: "@cx-lead" }
  old:
    title: An older score
    goal: company-growth
    metric: nps
    owner: "@acme/cx.team"
    timeframe: { start: 2026-01-01, end: 2026-06-30 }
    target: 70
    state: retired
    retired: { on: 2026-06-30, reason: Replaced, outcome: Reached 69 of 70 }
removed:
  older: { on: 2026-06-30, reason: The product was sold }
`;

const forms = (field: string, sources: readonly string[]): readonly (readonly [string, string])[] =>
  sources.map((source) => [`${field}: ${source}`, kpi({ [field]: source })]);

export const GOOD: readonly (readonly [name: string, text: string])[] = [
  ["every field", FULL],
  ["nothing but the version", "version: 1\n"],
  ["empty maps", "version: 1\ngoals: {}\nmetrics: {}\nkpis: {}\nremoved: {}\n"],
  [
    "ids that JavaScript knows",
    "version: 1\nmetrics:\n  constructor: { title: Abc }\n  valueof: { title: Abc }\n  1e3: { title: Abc }\n  2026: { title: Abc }\n",
  ],
  ["an id of 64 characters", `version: 1\nmetrics:\n  ${"a".repeat(64)}: { title: Abc }\n`],
  [
    "keys of one's own everywhere",
    "version: 1\nx-a: 1\ngoals:\n  g: { title: Abc, owner: team:a, x-b: [], timeframe: { start: 2026-01-01, end: 2026-02-01, x-c: {} } }\n",
  ],
  ...forms("target", [
    "75",
    "-3.5",
    "0",
    "1e3",
    "+25%",
    "-0.5%",
    "{ by: -5 }",
    "{ min: 99.9 }",
    "{ max: 3 }",
    "{ min: 60, max: 70 }",
    "{}",
    "true",
  ]),
  ...forms("timeframe", [
    "2026",
    '"2026"',
    "1900",
    "2999",
    "2026-H1",
    "2026-Q4",
    "2026-12",
    "2026-W01",
    "2026-W53",
    "FY2026",
    "FY2026-Q1",
  ]),
  ...forms("timeframe", ["{ start: 2024-02-29, end: 2024-03-01 }", "{ every: weekly, start: 2026-01-01 }"]),
  ...forms("owner", ['"@ana"', '"@acme/growth"', '"@ana_b-c"', "team:marketing", "team:a.b", "ana@example.com"]),
  ...forms("type", ["leading", "[lagging]", "[input, lagging]", "[leading, lagging]"]),
  ...forms("baseline", ["0", "-3", "{ value: 1 }"]),
  ...forms("compliance", ["0", "1"]),
  ...forms("title", ["abc", `"${"a".repeat(250)}"`, '"😀😀😀"', `"${"😀".repeat(250)}"`]),
  ["a goal that is done", goal({ state: "done" })],
  ["a metric without a unit", metric({ unit: null })],
  ["guardrail without bounds", kpi({ guardrails: "[{ metric: m }]" })],
];
