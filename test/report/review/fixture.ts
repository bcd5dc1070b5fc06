/** Reviews of small workspaces in memory, as the reporters get them. */

import type { ReviewedVersion } from "../../../src/changes/version.ts";
import { loadConfig } from "../../../src/config/load.ts";
import { type ReviewResult, review } from "../../../src/engine/review.ts";
import type { ReviewContext } from "../../../src/report/review/formats.ts";
import { rules } from "../../../src/rules/index.ts";
import { type Files, version } from "../../changes/review.ts";
import { day } from "../../progress/support.ts";

export const context: ReviewContext = { colour: false, width: 80, ascii: false, quiet: false };

const noConfig = { read: () => null, resolve: () => null };
const { config } = await loadConfig(null, noConfig, rules);

/** Titles as the command line looks them up: in the newer version, then in the older one. */
function titlesIn(...versions: readonly ReviewedVersion[]): NonNullable<ReviewContext["titleOf"]> {
  return ({ kind, id }) => {
    for (const { workspace } of versions) {
      const entity =
        kind === "kpi"
          ? workspace.kpis.get(id)
          : kind === "metric"
            ? workspace.metrics.get(id)
            : workspace.goals.get(id);
      if (entity?.definition.title !== undefined) return entity.definition.title;
    }
    return null;
  };
}

export interface Reviewed {
  readonly result: ReviewResult;
  readonly context: ReviewContext;
}

/** What the review of two sets of files is, with every verdict and the default levels. */
export async function reviewed(before: Files, after: Files, asOf = "2026-08-15"): Promise<Reviewed> {
  const [base, head] = [await version(before), await version(after)];
  const result = review({
    base,
    head,
    asOf: day(asOf),
    notBefore: null,
    names: { base: "4f2a9c1d03b7e6a8c5d4f3b2a1908f7e6d5c4b3a", head: "working tree" },
    config,
    matches: () => false,
  });
  return { result, context: { ...context, titleOf: titlesIn(head, base) } };
}

/** A text with pieces exchanged; each must occur, so that no case can silently stay as it was. */
export function edit(text: string, ...changes: readonly (readonly [from: string, to: string])[]): string {
  let edited = text;
  for (const [from, to] of changes) {
    if (!edited.includes(from)) throw new Error(`There is no ${JSON.stringify(from)}`);
    edited = edited.replace(from, () => to);
  }
  return edited;
}

const KPIS = `version: 1
goals:
  happy-customers: { title: Customers stay because they are happy, owner: "@ceo", timeframe: 2026 }
  sound-money: { title: Every euro is spent twice over, owner: "@cfo", timeframe: 2026 }
  old-brand: { title: People know the old name, owner: "@ceo", timeframe: 2026 }

metrics:
  nps:
    title: Net Promoter Score
    definition: "% promoters minus % detractors, rolling 90 days"
    unit: points
    cadence: quarterly
    values: { 2025-12-31: 62, 2026-03-31: 64, 2026-06-30: 68 }
  churn:
    title: Customers who leave in a month
    unit: "%"
    better: lower
    values: { 2026-01-31: 4, 2026-06-30: 3.4, 2026-07-31: 3.1 }
  cost:
    title: Cost of running the service
    unit: EUR
    better: lower
    aggregation: sum
    values: { 2026-01-31: 8000, 2026-03-31: 26000, 2026-06-30: 24000 }
  uptime:
    title: Share of minutes in which the service answers
    unit: "%"
    values: { 2026-05-31: 99.95, 2026-06-30: 99.8, 2026-07-31: 99.99 }
  visits: { title: Visits of the old site, unit: visits, values: { 2026-07-31: 4000 } }

kpis:
  nps-2026:
    title: Net Promoter Score of 75 by 31 December 2026
    goal: happy-customers
    metric: nps
    owner: "@cx-lead"
    timeframe: 2026
    baseline: 62
    target: 75
    review: { every: monthly, last: 2026-07-02 }
  churn-2026:
    title: Half as many customers leave at the end of 2026 as at its beginning
    goal: happy-customers
    metric: churn
    owner: "@cx-lead"
    timeframe: { start: 2026-02-01, end: 2026-12-31 }
    baseline: 4
    target: -50%
  cost-2026:
    title: The service costs at most 96,000 EUR in 2026
    goal: sound-money
    metric: cost
    owner: "@cfo"
    timeframe: 2026
    target: { max: 96000 }
  uptime-2026:
    title: The service answers in 99.9 % of all minutes
    goal: happy-customers
    metric: uptime
    owner: team:platform
    timeframe: 2026
    target: { min: 99.9 }
  visits-2026:
    title: 5,000 visits of the old site
    goal: old-brand
    metric: visits
    owner: "@ceo"
    timeframe: 2026
    baseline: 3000
    target: 5000
`;

/** A workspace with KPIs of every kind of target. */
export const portfolio: Files = { "kpis/company.kpi.yaml": KPIS };

/** The same with pieces of its text exchanged. */
export function portfolioWith(...changes: readonly (readonly [from: string, to: string])[]): Files {
  return { "kpis/company.kpi.yaml": edit(KPIS, ...changes) };
}
