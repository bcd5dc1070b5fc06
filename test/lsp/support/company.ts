/** A small workspace of several files, without any finding on 2026-08-15. */

export const GOALS = `version: 1
goals:
  happy-customers:
    title: Customers stay because they are happy
    owner: "@ceo"
    why: Winning a new customer costs five times as much as keeping one.
  grow-organic:
    title: Clinics find us through search
    parent: happy-customers
    owner: team:marketing
    timeframe: 2026
`;

export const METRICS = `version: 1
metrics:
  nps:
    title: Net Promoter Score
    definition: "% promoters (9-10) minus % detractors (0-6)"
    category: customer
    unit: points
    cadence: quarterly
    source: { system: survey tool, how: manual }
    bounds: { min: -100, max: 100 }
    values:
      2025-12-31: 62
      2026-03-31: 64
      2026-06-30: 68
  visits:
    title: Monthly visits from organic search
    definition: Sessions whose first touch is an unpaid search result, bots removed.
    category: customer
    unit: visits
    source: { system: GA4, how: automatic }
  signups:
    title: New accounts
    definition: Accounts created in the month, test accounts removed.
    category: operational
    unit: accounts
    source: { system: billing, how: automatic }
    values: { 2026-06: 120, 2026-07: 131 }
  signup-rate:
    title: Sign-ups by visit
    definition: New accounts divided by visits of the month.
    category: operational
    unit: "%"
    derived: { ratio: [signups, visits] }
`;

export const VISITS = "date,value\n2026-06-30,48200\n2026-07-31,52000\n";

export const KPIS = `version: 1
kpis:
  nps-2026:
    title: Net Promoter Score of 75
    goal: happy-customers
    metric: nps
    type: lagging
    owner: "@cx"
    timeframe: 2026
    baseline: 62
    target: 75
    why: Promoters renew.
    if_off_track: Call detractors.
    review: { every: quarterly, last: 2026-07-02 }
    guardrails:
      - metric: signup-rate
        min: 0.1
  traffic-q3:
    title: Increase web traffic from organic search by 25%
    goal: "grow-organic"
    metric: visits
    type: [leading, output]
    leads: nps-2026
    contributes_to: nps-2026
    owner: "@ana"
    timeframe: 2026-Q3
    baseline: { value: 48200, date: 2026-06-30 }
    target: +25%
    why: More visits give sales more leads.
    drivers: [signups, signup-rate]
    if_off_track: Shift budget to page-speed work.
    review: { every: monthly, last: 2026-08-03 }
`;

/** The files of the workspace by path. */
export const COMPANY: Readonly<Record<string, string>> = {
  "goals.kpi.yaml": GOALS,
  "kpis/metrics.yaml": METRICS,
  "kpis/data/visits.csv": VISITS,
  "kpis/kpis.yaml": KPIS,
};
