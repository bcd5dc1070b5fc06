/** The library: the same pure functions that the command line uses. No side effects at import. */

export type { Change } from "./changes/change.ts";
export type { Lane } from "./changes/compare.ts";
export type { KpiEffect } from "./changes/effects.ts";
export type { PresetName } from "./config/presets.ts";
export type { Config, Entry, Layer, Override, RuleConfig } from "./config/resolve.ts";
export { resolveConfig } from "./config/resolve.ts";
export type { ConfigDefinition } from "./config/schema.ts";
export type {
  BaselineInput,
  ChangeInput,
  CheckpointInput,
  DefinitionFile,
  GoalDefinition,
  GuardrailInput,
  KpiDefinition,
  KpiType,
  MeasuredValue,
  MetricDefinition,
  ReviewInput,
  TargetInput,
  TimeframeInput,
} from "./definition/file.ts";
export { type CheckInput, check } from "./engine/check.ts";
export type { Files } from "./engine/in-memory.ts";
export type { CheckResult, CheckSummary, Mark, RuleSummary, SmartCard } from "./engine/result.ts";
export type { LocatedChange, ReviewNames, ReviewResult, ReviewSummary } from "./engine/review.ts";
export { type ReviewFilesInput, reviewFiles as diff } from "./engine/review-files.ts";
export type {
  EntityKind,
  EntityRef,
  Finding,
  Place,
  Problem,
  Related,
  Severity,
  Suggestion,
  TextEdit,
} from "./findings/finding.ts";
export { progressOf as progress } from "./progress/progress.ts";
export { type CustomRule, defineRule } from "./rules/custom.ts";
export {
  type Example,
  type Letter,
  type Level,
  type Message,
  placeOf,
  type Report,
  type Rule,
  type RuleContext,
  refOf,
} from "./rules/define.ts";
export { rules } from "./rules/index.ts";
export type { KeyPath, Position, Range } from "./text/source.ts";
export { formatDay, parseDay } from "./workspace/day.ts";
export { type LoadInput, loadWorkspace, type SourceFile } from "./workspace/load.ts";
export type { Goal, Kpi, Links, Metric, Workspace } from "./workspace/model.ts";
export { DEFAULT_SETTINGS, type Settings } from "./workspace/settings.ts";
export { zodSchemas } from "./zod-schemas.ts";
