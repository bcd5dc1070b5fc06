/** What the config says, resolved: the part that the workspace, the rules and progress read. */
import type { FiscalYear } from "./timeframe.ts";
export interface Settings {
    readonly language: string;
    readonly fiscalYear: FiscalYear;
    /** Shares of the plan: a pace at or above `onTrack` is on track, at or above `atRisk` at risk. */
    readonly status: {
        readonly onTrack: number;
        readonly atRisk: number;
        readonly warmUp: number;
    };
    readonly limits: {
        readonly kpisPerGoal: number;
        readonly kpisPerPerson: number;
        readonly kpisPerTeam: number;
    };
}
export declare const DEFAULT_SETTINGS: Settings;
