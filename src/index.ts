/** The library: the same pure functions that the command line uses. No side effects at import. */

export { type CheckInput, check } from "./engine/check.ts";
export type { CheckResult, CheckSummary, Mark, RuleSummary, SmartCard } from "./engine/result.ts";
export type {
  EntityKind,
  EntityRef,
  Finding,
  Problem,
  Related,
  Severity,
  Suggestion,
  TextEdit,
} from "./findings/finding.ts";
export { defineRule, type Letter, type Level, placeOf, type Rule, type RuleContext, refOf } from "./rules/define.ts";
export { rules } from "./rules/index.ts";
export type { KeyPath, Position, Range } from "./text/source.ts";
export { type LoadInput, loadWorkspace, type SourceFile } from "./workspace/load.ts";
export type { Goal, Kpi, Links, Metric, Workspace } from "./workspace/model.ts";
