/** Reports of workspaces that are written down in a test. */

import { check } from "../../../src/engine/check.ts";
import { type Files, openFiles } from "../../../src/engine/in-memory.ts";
import { progressOf } from "../../../src/progress/progress.ts";
import type { ReportInput } from "../../../src/report/html/model.ts";
import { rules } from "../../../src/rules/index.ts";
import { parseDay } from "../../../src/workspace/day.ts";

export const AS_OF = "2026-08-15";

/** A workspace with a KPI of every kind of target, a goal below another, and a metric that no KPI measures. */
export const FILES: Files = {
  "kpi.yaml": `version: 1
goals:
  growth: { title: Grow revenue, owner: "@ceo", timeframe: 2026 }
  happy: { title: Customers stay, owner: "@cx", timeframe: 2026, parent: growth, why: They bring others. }
metrics:
  nps: { title: Net Promoter Score, unit: points, category: customer, cadence: quarterly, values: { 2025-03-31: 57, 2025-06-30: 59, 2025-09-30: 60, 2025-12-31: 62, 2026-03-31: 64, 2026-06-30: 68 } }
  revenue: { title: Revenue, unit: EUR, category: financial, aggregation: sum, values: { 2026-01: 10000, 2026-02: 11000, 2026-03: 12500, 2026-04: 9000, 2026-05: 14000, 2026-06: 12250, 2026-07: 13000 } }
  cost: { title: Hosting cost, unit: EUR, category: financial, better: lower, aggregation: running, values: { 2026-05: 4000, 2026-06: 5100, 2026-07: 6400 } }
  uptime: { title: Uptime, unit: "%", category: operational, values: { 2026-03: 99.95, 2026-04: 99.8, 2026-05: 99.99, 2026-06: 99.93, 2026-07: 99.97, 2026-08-10: 99.95 } }
  keywords: { title: Keywords ranked, unit: keywords, category: operational, values: { 2026-06: 150, 2026-07: 174 } }
kpis:
  nps-2026:
    title: Net Promoter Score of 75 in 2026
    goal: happy
    metric: nps
    owner: "@cx"
    timeframe: 2026
    baseline: 62
    target: 75
    stretch: 80
    tags: [board]
    drivers: [keywords]
    guardrails: [{ metric: uptime, min: 99.98 }]
    if_off_track: Call the detractors.
    review: { every: monthly, last: 2026-06-03 }
    changes:
      - { date: 2026-04-02, field: target, from: 78, to: 75, reason: The survey changed, by: "@cx" }
  revenue-2026: { title: "Revenue of 150000 EUR in 2026", goal: growth, metric: revenue, owner: "@ceo", timeframe: 2026, target: 150000 }
  cost-2026: { title: "At most 8000 EUR for hosting in 2026", goal: growth, metric: cost, owner: "@cto", timeframe: 2026, target: { max: 8000 } }
  uptime-monthly: { title: "Up 99.9% of every month", goal: happy, metric: uptime, owner: "@cto", timeframe: { every: monthly, start: 2026-03-01 }, target: { min: 99.9 } }
  uptime-2026: { title: "Up 99.9% in 2026", goal: happy, metric: uptime, owner: "@cto", timeframe: 2026, target: { min: 99.9 }, compliance: 0.9 }
  later: { title: Answer faster, state: draft }
`,
};

/** The input of a report on 15 August 2026. */
export async function inputOf(files: Files = FILES, given: Partial<ReportInput> = {}): Promise<ReportInput> {
  const asOf = parseDay(AS_OF) ?? 0;
  const { workspace, config, textOf } = await openFiles(files, rules);
  return {
    workspace,
    progress: progressOf(workspace, asOf),
    check: check({ workspace, config, rules, asOf, asOfGiven: true, textOf, matches: () => false }),
    asOf,
    placeOf: ({ origin }) => `${origin.file}:1`,
    shownFile: (file) => file,
    unread: [],
    title: "Our goals",
    locale: "en",
    ...given,
  };
}

/** The part of a page that holds a panel, such as that of `kpi/nps-2026`; empty where there is none. */
export function panelOf(page: string, place: string): string {
  const start = page.indexOf(`<noscript data-p="${place}">`);
  return start < 0 ? "" : page.slice(start, page.indexOf("</noscript>", start));
}

/** One view of a page, such as `overview`. */
export function viewOf(page: string, id: string): string {
  const start = page.indexOf(`<section class="view" id="${id}">`);
  const next = page.indexOf('<section class="view"', start + 1);
  return start < 0 ? "" : page.slice(start, next < 0 ? page.indexOf('<div class="view"', start) : next);
}

/** What a reader sees of markup: its text, with one space for each tag and run of spaces. */
export function textOf(markup: string): string {
  return markup
    .replace(/<script[\s\S]*?<\/script>/g, " ")
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .replace(/ ([.,;:])/g, "$1")
    .trim();
}
