/** What the config says, resolved: the part that the workspace, the rules and progress read. */

import type { FiscalYear } from "./timeframe.ts";

export interface Settings {
  /** The year that a label without one probably means, such as `Q3`; only suggestions use it. */
  readonly year?: number;
  readonly language: string;
  readonly fiscalYear: FiscalYear;
  /** Shares of the plan: a pace at or above `onTrack` is on track, at or above `atRisk` at risk. */
  readonly status: { readonly onTrack: number; readonly atRisk: number; readonly warmUp: number };
  readonly limits: { readonly kpisPerGoal: number; readonly kpisPerPerson: number; readonly kpisPerTeam: number };
}

export const DEFAULT_SETTINGS: Settings = {
  language: "en",
  fiscalYear: { month: 1, day: 1, namedBy: "start" },
  status: { onTrack: 0.95, atRisk: 0.75, warmUp: 0.1 },
  limits: { kpisPerGoal: 5, kpisPerPerson: 3, kpisPerTeam: 15 },
};
