/** Snippets that editors offer: what a person would otherwise look up, with stops to fill in. */

import type { Snippet } from "./json-schema.ts";

/** A place to fill in, in the notation of editors; `text` stands there until then. */
function stop(order: number, text: string): string {
  return `\${${order}:${text}}`;
}

/** A place for a number: the mark keeps editors from putting it in quotes. */
function number(order: number, text: string): string {
  return `^${stop(order, text)}`;
}

/** A place with a few words to choose from. */
function pick(order: number, ...words: readonly string[]): string {
  return `\${${order}|${words.join(",")}|}`;
}

/** A handle begins with a character that YAML reserves. */
function handle(order: number): string {
  return `"${stop(order, "@owner")}"`;
}

export const NEW_GOAL: readonly Snippet[] = [
  {
    label: "new goal",
    description: "A goal with its owner and timeframe.",
    body: {
      [stop(1, "goal-id")]: { title: stop(2, "What is wanted"), owner: handle(3), timeframe: number(4, "2026") },
    },
  },
];

export const NEW_METRIC: readonly Snippet[] = [
  {
    label: "new metric",
    description: "A metric with its definition, category, unit and cadence.",
    body: {
      [stop(1, "metric-id")]: {
        title: stop(2, "What is measured"),
        definition: stop(3, "What is counted and what is not"),
        category: pick(4, "customer", "financial", "operational", "employee"),
        unit: stop(5, "visits"),
        cadence: pick(6, "monthly", "weekly", "daily", "quarterly", "yearly"),
      },
    },
  },
];

export const NEW_KPI: readonly Snippet[] = [
  {
    label: "new kpi",
    description: "A KPI with all parts that make it SMART.",
    body: {
      [stop(1, "kpi-id")]: {
        title: stop(2, "What will be reached, by when"),
        goal: stop(3, "goal-id"),
        metric: stop(4, "metric-id"),
        owner: handle(5),
        timeframe: number(6, "2026"),
        baseline: number(7, "62"),
        target: number(8, "75"),
        why: stop(9, "How this serves the goal"),
        if_off_track: stop(10, "What will be done"),
        review: { every: pick(11, "monthly", "weekly", "quarterly") },
      },
    },
  },
];

export const TIMEFRAME: readonly Snippet[] = [
  {
    label: "recurring",
    description: "A standing KPI: the target must hold in every period.",
    body: { every: pick(1, "monthly", "weekly", "quarterly", "yearly"), start: stop(2, "2026-01-01") },
  },
  {
    label: "start and end",
    description: "Two days; both belong to the window.",
    body: { start: stop(1, "2026-01-01"), end: stop(2, "2026-12-31") },
  },
];

export const TARGET: readonly Snippet[] = [
  { label: "keep at least", description: "Must stay at or above a value.", body: { min: number(1, "99.9") } },
  { label: "keep at most", description: "Must stay at or below a value.", body: { max: number(1, "3") } },
  {
    label: "keep between",
    description: "Must stay inside a range.",
    body: { min: number(1, "60"), max: number(2, "70") },
  },
  { label: "change by", description: "The baseline plus a number.", body: { by: number(1, "10") } },
];

export const SOURCE: readonly Snippet[] = [
  {
    label: "source",
    description: "The system, and how the values get here.",
    body: { system: stop(1, "GA4"), how: pick(2, "automatic", "manual", "planned") },
  },
];

export const VALUE: readonly Snippet[] = [
  { label: "value", description: "A value on a date.", body: { [stop(1, "2026-06-30")]: number(2, "68") } },
];

export const CHECKPOINT: readonly Snippet[] = [
  {
    label: "checkpoint",
    description: "A day and the value expected on it.",
    body: { date: stop(1, "2026-08-15"), value: number(2, "52000") },
  },
];

export const GUARDRAIL: readonly Snippet[] = [
  {
    label: "guardrail",
    description: "A metric and its bound.",
    body: { metric: stop(1, "refund-rate"), max: number(2, "2.5") },
  },
];

export const REVIEW: readonly Snippet[] = [
  {
    label: "review",
    description: "How often, and when last.",
    body: { every: pick(1, "monthly", "weekly", "quarterly"), last: stop(2, "2026-01-31") },
  },
];

export const CHANGE: readonly Snippet[] = [
  {
    label: "change",
    description: "What changed, when and why.",
    body: {
      date: stop(1, "2026-04-02"),
      field: stop(2, "target"),
      from: number(3, "78"),
      to: number(4, "75"),
      reason: stop(5, "reason"),
    },
  },
];

export const RETIRED: readonly Snippet[] = [
  {
    label: "retired",
    description: "When and why the KPI ended.",
    body: { on: stop(1, "2026-06-30"), reason: stop(2, "reason") },
  },
];

export const OVERRIDE: readonly Snippet[] = [
  {
    label: "override",
    description: "Other rules for some files.",
    body: { files: [stop(1, "kpis/legacy/**")], rules: { [stop(2, "relevant/why-missing")]: "off" } },
  },
];
