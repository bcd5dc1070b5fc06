/** Edits of the good workspace that bear on its KPI, and what one verdict says of them. */

import { expect } from "vitest";
import type { Verdict } from "../../src/changes/define.ts";
import { changed } from "../../src/rules/examples.ts";
import { changesOf, type Files, placeText } from "./review.ts";

/** What stands there, and what to write instead. */
export type Edit = readonly [from: string, to: string];
/** Edits, one after the other. */
export type Edits = readonly Edit[];

/** The good workspace with edits. */
export const files = (...edits: Edits): Files => changed(...edits).files;
/** Another target. */
export const target = (to: string): Edit => ["target: 75", `target: ${to}`];
/** A field more on the KPI. */
export const field = (line: string): Edit => ["    target: 75\n", `    target: 75\n    ${line}\n`];
/** Another timeframe of the KPI. */
export const timeframe = (to: string): Edit => [
  "    timeframe: 2026\n    baseline",
  `    timeframe: ${to}\n    baseline`,
];
/** Another baseline; none where it is empty. */
export const baseline = (to: string): Edit => ["    baseline: 62\n", to === "" ? "" : `    baseline: ${to}\n`];
/** The metric with these lines in place of its unit. */
export const metric = (...lines: readonly string[]): Edit => [
  "    unit: points\n",
  lines.map((line) => `    ${line}\n`).join(""),
];
/** No baseline, stated or found before the window. */
export const NOTHING_BEFORE: Edits = [baseline(""), ["      2025-12-31: 62\n", ""]];
/** Lower is better. */
export const LOWER = metric("unit: points", "better: lower");
/** Values add up. */
export const SUM = metric("unit: points", "aggregation: sum");
/** Values add up, and lower is better. */
export const BUDGET = metric("unit: points", "aggregation: sum", "better: lower");

/** The message of the only change without what it asks for, and the text that it points at. */
export async function told(verdict: Verdict, before: Files, after: Files) {
  const changes = await changesOf(verdict, { before, after });
  return changes.map((change) => {
    const [message = ""] = change.message.split("; say why: add ");
    expect(change.asksReason && change.reason === null).toBe(message !== change.message);
    expect(change.severity).toBe(message === change.message ? "info" : "error");
    expect(change.entity).toEqual({ kind: "kpi", id: "nps-2026" });
    expect(change.kpis).toEqual(["nps-2026"]);
    return { message: message.replace(/\.$/, ""), place: placeText(change, { before, after }) };
  });
}
