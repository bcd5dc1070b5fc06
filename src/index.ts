/** The library: the same pure functions that the command line uses. No side effects at import. */

export type { Change } from "./changes/change.ts";
export type { Lane } from "./changes/compare.ts";
export type { KpiEffect } from "./changes/effects.ts";
export type { PresetName } from "./config/presets.ts";
export type { Config, Entry, Override, RuleConfig } from "./config/resolve.ts";
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
export type { KnownEntry, KnownFile } from "./engine/known-file.ts";
export type { CheckResult, CheckSummary, Mark, RuleSummary, SmartCard } from "./engine/result.ts";
export type { LocatedChange, ReviewNames, ReviewResult, ReviewSummary } from "./engine/review.ts";
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
export { check, type DayOptions, type DiffOptions, diff, progress } from "./library/calls.ts";
export {
  type LoadedWorkspace,
  type LoadOptions,
  loadWorkspace,
  type SourceText,
  type WorkspaceSource,
} from "./library/load.ts";
export type { EarlyWarning } from "./progress/early-warning.ts";
export type { KpiProgress } from "./progress/evaluate.ts";
export type { ProgressSummary, ScoredKpi, WorkspaceProgress } from "./progress/progress.ts";
export type { GoalProgress, StatusCounts } from "./progress/rollup.ts";
export type { Status } from "./progress/status.ts";
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
export { type Day, formatDay, parseDay } from "./workspace/day.ts";
export type { Goal, Kpi, Links, Metric, Workspace } from "./workspace/model.ts";
export type { Settings } from "./workspace/settings.ts";
export { zodSchemas } from "./zod-schemas.ts";
