/** The one order in which findings are shown. */

import type { Finding, Severity } from "./finding.ts";

const rank: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Whether a severity is as grave as another, or graver. */
export function isAtLeast(severity: Severity, other: Severity): boolean {
  return rank[severity] <= rank[other];
}

/** Compares by UTF-16 code units, so that the order is the same on every machine and in every language. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Orders by file, place, severity (errors first) and rule id; the message decides between equals. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.file, b.file) ||
    a.range.start.offset - b.range.start.offset ||
    rank[a.severity] - rank[b.severity] ||
    compareText(a.ruleId, b.ruleId) ||
    compareText(a.message, b.message)
  );
}

/** The findings in the order in which they are shown, as a new list. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(compareFindings);
}
