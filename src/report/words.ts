/** Words and symbols that several reports share. */

import type { CheckSummary, Mark } from "../engine/result.ts";
import type { Severity } from "../findings/finding.ts";

/** Characters of one finding's text: what an annotation holds, and more than anyone reads. */
export const MESSAGE_LENGTH = 4000;

/** How a level is shown: a shape and a word, so that colour is never needed. */
export const levels: Record<Severity, { readonly symbol: string; readonly word: string }> = {
  error: { symbol: "✖", word: "error" },
  warning: { symbol: "⚠", word: "warning" },
  info: { symbol: "ℹ", word: "info" },
};

/** How a SMART mark is shown. */
export const marks: Record<Mark, { readonly symbol: string; readonly word: string }> = {
  pass: { symbol: "✓", word: "pass" },
  warn: { symbol: "⚠", word: "warn" },
  fail: { symbol: "✖", word: "fail" },
};

/** "1 error", "2 errors", "1,600 errors". */
export function count(n: number, noun: string): string {
  return `${number(n)} ${noun}${n === 1 ? "" : "s"}`;
}

/** A whole number with its thousands grouped. */
export function number(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** "1 error, 2 warnings, 3 infos", without what is zero; empty where all are. */
export function severityCounts(summary: Pick<CheckSummary, "errors" | "warnings" | "infos">): string {
  const parts: string[] = [];
  if (summary.errors > 0) parts.push(count(summary.errors, "error"));
  if (summary.warnings > 0) parts.push(count(summary.warnings, "warning"));
  if (summary.infos > 0) parts.push(count(summary.infos, "info"));
  return parts.join(", ");
}

/** What the counts of findings leave out: new, fixed, suppressed, known; without what is zero or was not compared. */
export function otherCounts(summary: CheckSummary): readonly string[] {
  const parts: string[] = [];
  if (summary.new !== null) parts.push(`${number(summary.new)} new`);
  if (summary.fixed !== null && summary.fixed > 0) parts.push(`${number(summary.fixed)} fixed`);
  if (summary.suppressed > 0) parts.push(`${number(summary.suppressed)} suppressed`);
  if (summary.known > 0) parts.push(`${number(summary.known)} known`);
  return parts;
}

/** "3 files, 2 goals, 4 metrics, 3 KPIs". */
export function scope(summary: CheckSummary): string {
  return [
    count(summary.files, "file"),
    count(summary.goals, "goal"),
    count(summary.metrics, "metric"),
    count(summary.kpis, "KPI"),
  ].join(", ");
}

/** "12 ms", or "1.3 s" from a second on. */
export function elapsed(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
