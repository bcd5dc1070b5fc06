/** What a check hands to whoever shows it: types only. */

import type { Finding } from "../findings/finding.ts";

/** One SMART mark: fail where a rule of that letter raised an error, warn for a warning, else pass. */
export type Mark = "pass" | "warn" | "fail";

/** The five SMART marks of one KPI. */
export interface SmartCard {
  readonly kpi: string;
  readonly specific: Mark;
  readonly measurable: Mark;
  readonly achievable: Mark;
  readonly relevant: Mark;
  readonly timeBound: Mark;
}

/** What a report needs to know about a rule. `description` is plain text of one or more sentences. */
export interface RuleSummary {
  readonly id: string;
  readonly summary: string;
  readonly letter: "S" | "M" | "A" | "R" | "T" | null;
  readonly level: "error" | "warning" | "info" | "off";
  readonly url: string;
  readonly description: string;
}

/** Counts of one check; `new` and `fixed` are null where nothing was compared. */
export interface CheckSummary {
  readonly files: number;
  readonly goals: number;
  readonly metrics: number;
  readonly kpis: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly suppressed: number;
  readonly known: number;
  readonly fixable: number;
  readonly new: number | null;
  readonly fixed: number | null;
}

/** The outcome of one check, in the order in which it is shown. `rules` are those that may appear in `findings`. */
export interface CheckResult {
  readonly asOf: string;
  readonly tool: { readonly name: string; readonly version: string };
  readonly summary: CheckSummary;
  readonly findings: readonly Finding[];
  /** Taken out by comments, and by kpi.known.json. */
  readonly suppressed: readonly Finding[];
  readonly known: readonly Finding[];
  readonly smart: readonly SmartCard[];
  readonly rules: readonly RuleSummary[];
}
