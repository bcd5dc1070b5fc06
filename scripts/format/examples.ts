/** The files that the format reference shows. */

import { SCHEMA_URL } from "../../src/definition/urls.ts";

/** One KPI with everything that a check asks for. */
export const OPENING = `# yaml-language-server: $schema=${SCHEMA_URL}
version: 1

goals:
  grow-organic:
    title: Clinics find us through search
    owner: team:marketing
    timeframe: 2026

metrics:
  organic-visits:
    title: Monthly visits from organic search
    definition: Sessions in the month whose first touch is an unpaid search result, bots removed.
    category: customer
    unit: visits
    source: { system: web analytics, how: automatic }
    values:
      2026-04-30: 46900
      2026-05-31: 47300
      2026-06-30: 48200
      2026-07-31: 52600

  bounce-rate:
    title: Share of organic visits that end on the first page
    definition: Organic sessions with one page view, as a share of all organic sessions, bots removed.
    category: customer
    unit: "%"
    better: lower
    source: { system: web analytics, how: automatic }
    values:
      2026-06-30: 41.5
      2026-07-31: 40.8

kpis:
  organic-traffic-q3:
    title: Increase visits from organic search by 25% in Q3 2026
    goal: grow-organic
    metric: organic-visits
    timeframe: 2026-Q3
    target: +25%
    owner: "@ana"
    baseline: { value: 48200, date: 2026-06-30 }
    type: [leading, output]
    guardrails: [{ metric: bounce-rate, max: 45 }]
    why: More visits give sales more leads, which is how this goal is reached.
    if_off_track: Shift 10 000 EUR from new content to page-speed work.
    review: { every: monthly, last: 2026-08-03 }
`;

/** What several metrics have in common, written once. */
export const SHARED = `version: 1

x-survey: &survey
  category: customer
  unit: points
  cadence: quarterly
  source: { system: survey tool, how: automatic }

metrics:
  nps:
    <<: *survey
    title: Net Promoter Score

  booking-ease:
    <<: *survey
    title: Ease of booking, from 1 to 10
    bounds: { min: 1, max: 10 }
`;

/** Values in a definition: a number, a number with a note, a gap that is known. */
export const VALUES = `version: 1

metrics:
  organic-visits:
    title: Monthly visits from organic search
    values:
      2026-05-31: 47300
      2026-06: { value: 48200, note: "Counted again: two clinics were in it twice" }
      2026-07: { value: null, note: Tracking was off for three weeks }

  trial-rate:
    title: Share of organic visits that start a trial
    unit: "%"
    aggregation: ratio
    values:
      2026-06: { numerator: 412, denominator: 9800 }
      2026-07: { numerator: 455, denominator: 10100 }
`;

/** A data file with a gap that is known. */
export const DATA = `date,value,note
2026-05-31,47300,
2026-06,48200,
2026-07,,Tracking was off for three weeks
`;

/** A data file of a ratio. */
export const RATIO_DATA = `date,numerator,denominator
2026-06,412,9800
2026-07,455,10100
`;

/** A config with every key but `plugins` and `x-` keys. */
export const CONFIG = `# kpi.config.yaml
version: 1
extends: recommended
include: ["kpis/**/*.yaml"]
exclude: ["kpis/archive/**"]
language: en
fiscal_year_starts: 04-01
fiscal_year_named_by: start
status: { on_track: 0.95, at_risk: 0.75, warm_up: 0.1 }
limits: { kpis_per_goal: 5, kpis_per_person: 3, kpis_per_team: 15 }
rules:
  relevant/why-missing: warn
  specific/vague-term: [warn, { extra: ["world-class"] }]
overrides:
  - files: ["kpis/legacy/**"]
    rules: { relevant/why-missing: off }
`;
