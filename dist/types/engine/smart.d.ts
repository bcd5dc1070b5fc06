/** The SMART card: five marks for every KPI. */
import type { Rule } from "../rules/define.ts";
import type { Workspace } from "../workspace/model.ts";
import type { SmartCard } from "./result.ts";
import type { Graded } from "./run.ts";
/** Fail where a rule of the letter raised an error, warn for a warning, else pass; the KPI's metric counts for it. */
export declare function smartCards(workspace: Workspace, graded: readonly Graded[], rules: readonly Rule[]): readonly SmartCard[];
