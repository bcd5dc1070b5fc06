/** The one order in which findings are shown. */
import type { Finding, Severity } from "./finding.ts";
/** Whether a severity is as grave as another, or graver. */
export declare function isAtLeast(severity: Severity, other: Severity): boolean;
/** Compares by UTF-16 code units, so that the order is the same on every machine and in every language. */
export declare function compareText(a: string, b: string): number;
/** Orders by file, place, severity (errors first) and rule id; the message decides between equals. */
export declare function compareFindings(a: Finding, b: Finding): number;
/** The findings in the order in which they are shown, as a new list. */
export declare function sortFindings(findings: readonly Finding[]): readonly Finding[];
