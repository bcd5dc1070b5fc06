/** A workspace in memory with every kind of KPI, on 2026-08-15, for the reporters of progress and explain. */

import { loadConfig } from "../../../src/config/load.ts";
import { check } from "../../../src/engine/check.ts";
import type { CheckResult, SmartCard } from "../../../src/engine/result.ts";
import { progressOf } from "../../../src/progress/progress.ts";
import type { ProgressContext, ProgressReport } from "../../../src/report/progress/report.ts";
import { type Selection, selectProgress } from "../../../src/report/progress/select.ts";
import { rules } from "../../../src/rules/index.ts";
import { loadWorkspace } from "../../../src/workspace/load.ts";
import type { Workspace } from "../../../src/workspace/model.ts";
import { DEFAULT_SETTINGS } from "../../../src/workspace/settings.ts";
import { day } from "../../progress/support.ts";

export const AS_OF = "2026-08-15";

/** Tries to leave every sink. */
export const HOSTILE = "\u001b[31m<b>@octocat</b> ::error::x ##[group] | `x` =1+1 \u202e";

const values = (entries: Readonly<Record<string, number>>) => entries;
const monthly = (value: (month: number) => number) =>
  Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((month) => [`2026-0${month}`, value(month)]));

const definitions = {
  version: 1,
  goals: {
    company: { title: "The company grows", owner: "@ceo", timeframe: 2026 },
    customers: { title: "Customers stay", owner: "@cx", parent: "company", why: "They bring others." },
    product: { title: "The product works", owner: "team:product", parent: "customers" },
    idea: { title: "Something for later", owner: "@ceo" },
    over: { title: "What was done", owner: "@ceo", state: "done" },
    hostile: { title: HOSTILE, owner: "@ceo" },
    "round-a": { title: "Part of its own part", owner: "@ceo", parent: "round-b" },
    "round-b": { title: "And the other way", owner: "@ceo", parent: "round-a" },
  },
  metrics: {
    nps: {
      title: "Net Promoter Score",
      unit: "points",
      cadence: "quarterly",
      bounds: { min: -100, max: 100 },
      values: values({
        "2025-03-31": 57,
        "2025-06-30": 59,
        "2025-09-30": 60,
        "2025-12-31": 62,
        "2026-03-31": 64,
        "2026-06-30": 68,
      }),
    },
    revenue: { title: "Revenue", unit: "EUR", aggregation: "sum", values: monthly((month) => 100_000 + 2_000 * month) },
    cost: {
      title: "Cost",
      unit: "EUR",
      better: "lower",
      aggregation: "running",
      values: monthly((month) => 8_000 * month),
    },
    uptime: {
      title: "Uptime",
      unit: "%",
      aggregation: "ratio",
      cadence: "weekly",
      values: {
        "2026-05-31": { numerator: 9_995, denominator: 10_000 },
        "2026-06-28": { numerator: 9_980, denominator: 10_000 },
        "2026-07-26": { numerator: 9_999, denominator: 10_000 },
        "2026-08-09": { numerator: 9_996, denominator: 10_000 },
      },
    },
    load: {
      title: "Load time",
      unit: "seconds",
      better: "lower",
      cadence: "weekly",
      values: values({
        "2026-07-05": 2.4,
        "2026-07-12": 2.6,
        "2026-07-19": 2.3,
        "2026-07-26": 2.4,
        "2026-08-02": 2.2,
        "2026-08-09": 2.4,
      }),
    },
    answer: {
      title: "Time to answer",
      unit: "hours",
      better: "lower",
      aggregation: "mean",
      cadence: "weekly",
      values: values({ "2026-07-05": 6, "2026-08-09": 5.8 }),
    },
    margin: { title: "Margin", unit: "%", cadence: "monthly", values: values({ "2026-07-31": 68 }) },
    silent: { title: "Never measured", unit: "%" },
    export: { title: "Export exists", unit: "boolean", values: values({ "2026-04-30": 0, "2026-07-31": 1 }) },
    old: { title: "Measured long ago", unit: "visits", values: values({ "2026-01-31": 5_000, "2026-02-28": 5_200 }) },
    signups: {
      title: "Sign-ups",
      unit: "sign-ups",
      aggregation: "sum",
      cadence: "weekly",
      values: values({ "2026-07-05": 10, "2026-07-26": 12 }),
    },
    hostile: { title: HOSTILE, unit: HOSTILE, values: values({ "2026-07-31": 3 }) },
  },
  kpis: {
    "nps-2026": {
      title: "Net Promoter Score of 75 in 2026",
      goal: "customers",
      metric: "nps",
      owner: "@cx",
      timeframe: 2026,
      baseline: 62,
      target: 75,
      stretch: 80,
      weight: 2,
      type: "lagging",
      tags: ["board"],
    },
    "revenue-2026": {
      title: "Revenue of 1.3 million in 2026",
      goal: "company",
      metric: "revenue",
      owner: "@ceo",
      timeframe: 2026,
      target: 1_300_000,
      checkpoints: [{ date: "2026-06-30", value: 640_000 }],
      guardrails: [
        { metric: "margin", min: 70 },
        { metric: "silent", min: 1 },
      ],
      tags: ["board", "money"],
    },
    "cost-2026": {
      title: "Cost of at most 90 000 EUR",
      goal: "company",
      metric: "cost",
      owner: "@cfo",
      timeframe: 2026,
      target: { max: 90_000 },
    },
    "uptime-monthly": {
      title: "Up for 99.9% of every month",
      goal: "product",
      metric: "uptime",
      owner: "team:product",
      timeframe: { every: "monthly", start: "2026-05-01" },
      target: { min: 99.9 },
    },
    "load-q3": {
      title: "Loads in 2.5 seconds in Q3",
      goal: "product",
      metric: "load",
      owner: "team:product",
      timeframe: "2026-Q3",
      target: { max: 2.5 },
      compliance: 0.9,
    },
    "answer-q3": {
      title: "Answers within 4 hours in Q3",
      goal: "customers",
      metric: "answer",
      owner: "@cx",
      timeframe: "2026-Q3",
      target: 4,
      leads: "nps-2026-h2",
    },
    "nps-2026-h2": {
      title: "Score of 66 in the second half",
      goal: "customers",
      metric: "nps",
      owner: "@cx",
      timeframe: { start: "2026-06-01", end: "2026-12-31" },
      baseline: 60,
      target: 66,
    },
    "export-live": {
      title: "Customers export their data",
      goal: "product",
      metric: "export",
      owner: "@dev",
      timeframe: { start: "2026-05-01", end: "2026-07-31" },
      target: true,
    },
    "visits-2026": {
      title: "Visits grow by a quarter",
      goal: "company",
      metric: "old",
      owner: "@ana",
      timeframe: 2026,
      baseline: 4_900,
      target: "+25%",
    },
    "signups-july": {
      title: "Thirty sign-ups in July",
      goal: "company",
      metric: "signups",
      owner: "@ana",
      timeframe: { start: "2026-07-01", end: "2026-08-11" },
      target: 30,
    },
    "nps-2027": {
      title: "Score of 80 in 2027",
      goal: "customers",
      metric: "nps",
      owner: "@cx",
      timeframe: 2027,
      target: 80,
    },
    "silent-2026": {
      title: "Nobody measures this",
      goal: "product",
      metric: "silent",
      owner: "@dev",
      timeframe: 2026,
      target: 10,
    },
    wrong: {
      title: "Goes the wrong way",
      goal: "customers",
      metric: "nps",
      owner: "@cx",
      timeframe: 2026,
      baseline: 62,
      target: 50,
    },
    homeless: {
      title: "Belongs nowhere",
      goal: "nowhere",
      metric: "nps",
      owner: "@cx",
      timeframe: 2026,
      baseline: 62,
      target: 75,
    },
    hostile: {
      title: HOSTILE,
      goal: "hostile",
      metric: "hostile",
      owner: "@ceo",
      timeframe: 2026,
      baseline: 1,
      target: 5,
    },
    later: { title: "Not agreed yet", goal: "idea", state: "draft" },
    gone: {
      title: "Given up",
      goal: "over",
      metric: "nps",
      owner: "@cx",
      timeframe: 2025,
      target: 70,
      state: "retired",
      retired: { on: "2026-01-10", reason: "The survey ended" },
    },
  },
};

export const FILE = "kpi.yaml";
/** JSON is YAML; line ends in it would only make goldens longer. */
export const TEXT = JSON.stringify(definitions);

export interface Fixture {
  readonly workspace: Workspace;
  readonly result: CheckResult;
  readonly report: ProgressReport;
}

export const ALL: Selection = { ids: [], goals: [], owners: [], tags: [], statuses: [] };

/** The workspace of a text with its check and its progress. */
export async function fixtureOf(text = TEXT, selection: Partial<Selection> = {}): Promise<Fixture> {
  const { config } = await loadConfig(null, { read: () => null, resolve: () => null }, rules);
  const workspace = await loadWorkspace({ files: [{ path: FILE, text }], settings: DEFAULT_SETTINGS });
  const result = check({
    workspace,
    config,
    rules,
    asOf: day(AS_OF),
    asOfGiven: true,
    textOf: () => text,
    matches: () => false,
  });
  const progress = progressOf(workspace, day(AS_OF));
  return { workspace, result, report: selectProgress(progress, workspace, result.smart, { ...ALL, ...selection }, []) };
}

/** A SMART card that does not depend on any rule. */
export function passed(kpi: string): SmartCard {
  return { kpi, specific: "pass", measurable: "pass", achievable: "pass", relevant: "warn", timeBound: "pass" };
}

export const context: ProgressContext = { colour: false, width: 100, ascii: false, quiet: null };
