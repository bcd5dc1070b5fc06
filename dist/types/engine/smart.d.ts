/** The SMART card: five marks for every KPI. */
import type { Finding } from "../findings/finding.ts";
import type { Rule } from "../rules/define.ts";
import type { Workspace } from "../workspace/model.ts";
import type { SmartCard } from "./result.ts";
/** Fail where a rule of the letter raised an error, warn for a warning, else pass; the KPI's metric counts for it. */
export declare function smartCards(workspace: Workspace, findings: readonly Finding[], rules: readonly Rule[]): readonly SmartCard[];
