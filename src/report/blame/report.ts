/** What reporters of a KPI's life are given and what they are. */

import type { Life } from "../../changes/blame/life.ts";
import type { ScoredKpi } from "../../progress/progress.ts";

/** The life of one KPI, and how it stands. */
export interface BlameReport {
  readonly life: Life;
  /** The commit that was asked for, as it was named, and its id. */
  readonly ref: string;
  readonly commit: string;
  /** The day that targets are resolved and the status is judged on. */
  readonly asOf: string;
  /** How it stands; null where it is not active. */
  readonly scored: ScoredKpi | null;
  /** Why it was retired; null where it is not. */
  readonly retired: string | null;
  /** Commits at which a shallow clone ends. */
  readonly historyEnds: readonly string[];
}

/** What the text is written for. */
export interface BlameContext {
  readonly colour: boolean;
  readonly width: number;
  /** Whether the terminal shows nothing but ASCII. */
  readonly ascii: boolean;
}

/** Turns the life of a KPI into text that ends with a line end; never prints. */
export type BlameReporter = (report: BlameReport, context: BlameContext) => string;

/** Names of the formats of `kpi blame`. */
export type BlameFormat = "pretty" | "json";
