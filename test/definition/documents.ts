/** Small documents for tests, written as a user writes them. */

import { parseDocument } from "yaml";

/** The value of a YAML text, with maps without a prototype, as the reader of files makes them. */
export function read(text: string): unknown {
  const document = parseDocument(text, { version: "1.2", schema: "core" });
  const [error] = document.errors;
  if (error !== undefined) throw new Error(`The test's YAML cannot be read: ${error.message}`);
  return withoutPrototypes(document.toJS());
}

export function withoutPrototypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPrototypes);
  if (typeof value !== "object" || value === null) return value;
  const map: Record<string, unknown> = Object.create(null);
  for (const [key, child] of Object.entries(value)) map[key] = withoutPrototypes(child);
  return map;
}

/** Lines of fields; null leaves one out. */
type Fields = Readonly<Record<string, string | null>>;

const GOAL: Fields = { title: "Clinics find us", owner: "team:marketing" };
const METRIC: Fields = { title: "Net Promoter Score", unit: "points" };
const KPI: Fields = {
  title: "Net Promoter Score of 75",
  goal: "g",
  metric: "m",
  owner: '"@ana"',
  timeframe: "2026",
  target: "75",
};

function block(defaults: Fields, changes: Fields): string {
  return Object.entries({ ...defaults, ...changes })
    .filter(([, source]) => source !== null)
    .map(([key, source]) => `    ${key}:${source === "" ? "" : ` ${source}`}\n`)
    .join("");
}

/** A file with one good KPI `k`, but for these fields. */
export function kpi(changes: Fields, metric: Fields = {}): string {
  return `version: 1\nmetrics:\n  m:\n${block(METRIC, metric)}kpis:\n  k:\n${block(KPI, changes)}`;
}

/** A file with one good metric `m`, but for these fields. */
export function metric(changes: Fields): string {
  return `version: 1\nmetrics:\n  m:\n${block(METRIC, changes)}`;
}

/** A file with one good goal `g`, but for these fields. */
export function goal(changes: Fields): string {
  return `version: 1\ngoals:\n  g:\n${block(GOAL, changes)}`;
}
