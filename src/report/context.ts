/** What reporters are given and what they are. */

import type { CheckResult } from "../engine/result.ts";
import type { Finding, Severity } from "../findings/finding.ts";
import { isAtLeast } from "../findings/order.ts";

/** What a report may know beside the result. */
export interface ReportContext {
  /** The text of a file of the workspace, for code frames and for the places of fixes; null where it is not at hand. */
  readonly textOf: (file: string) => string | null;
  readonly colour: boolean;
  /** Columns of the terminal; infinite where lines are not to be wrapped. */
  readonly width: number;
  /** Milliseconds; null where the report must not differ from run to run. */
  readonly elapsedMs: number | null;
  /** Whether the SMART cards are shown to people. */
  readonly smart: boolean;
  /** Only findings that fail, and nothing at all where there is none; for people and annotations, never for data. */
  readonly quiet: boolean;
  /** The least severity that fails; an error by default. */
  readonly failsFrom?: Severity;
  /** Whether the terminal knows links. */
  readonly hyperlinks?: boolean;
}

/** Names of the formats of `kpi check`. */
export type CheckFormat = "pretty" | "json" | "sarif" | "github" | "junit" | "gitlab" | "markdown";

/** Turns a result into text that ends with a line end, or into nothing; never prints. */
export type CheckReporter = (result: CheckResult, context: ReportContext) => string;

/** The findings that a report for people shows. */
export function shownFindings(
  { findings }: CheckResult,
  { quiet, failsFrom = "error" }: ReportContext,
): readonly Finding[] {
  return quiet ? findings.filter(({ severity }) => isAtLeast(severity, failsFrom)) : findings;
}
