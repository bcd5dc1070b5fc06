/** The review: what differs in meaning between two versions, verdict by verdict. */

import type { EntityRef, Problem, Severity } from "../findings/finding.ts";
import { fill, type Level, RANK } from "../rules/define.ts";
import type { Day } from "../workspace/day.ts";
import type { Kpi, Workspace } from "../workspace/model.ts";
import type { Change } from "./change.ts";
import type { ChangeContext, DerivedContext, Reported, Verdict } from "./define.ts";
import { effectsOf, type KpiEffect } from "./effects.ts";
import type { Versions } from "./kpi-pair.ts";
import { type Pairs, pairsOf } from "./pairs.ts";
import { Reasons } from "./reasons.ts";
import { judgedBy } from "./users.ts";
import { verdicts as allVerdicts } from "./verdicts/index.ts";
import { type ReviewedVersion, versionsOf } from "./version.ts";

export interface CompareInput {
  readonly base: ReviewedVersion;
  readonly head: ReviewedVersion;
  readonly asOf: Day;
  /** The day of the base: entries dated earlier explain older changes. Null where it has none, such as a folder. */
  readonly notBefore: Day | null;
  /** All of them by default. */
  readonly verdicts?: readonly Verdict[];
}

/** check-in: only new values, review dates and notes. */
export type Lane = "check-in" | "definition";

export interface Comparison {
  readonly lane: Lane;
  readonly changes: readonly Change[];
  readonly effects: readonly KpiEffect[];
  /** Files of the head of which a part could not be read, so that their entities were not compared. */
  readonly unread: readonly string[];
  /** Files of the base of which a part could not be read, so that nothing can be said of what they held. */
  readonly unreadInBase: readonly string[];
}

/** Compares two versions. Never throws on content. */
export function compare(input: CompareInput): Comparison {
  const { base, head, asOf, verdicts = allVerdicts } = input;
  const versions = versionsOf(base, head);
  const pairs = pairsOf(versions, asOf);
  const effects = effectsOf(versions, pairs, asOf);
  const reasons = new Reasons(base, head, asOf, input.notBefore, pairs.oldIds);
  const changes: Change[] = [];
  const contextFor = (verdict: Verdict): ChangeContext => ({
    base,
    head,
    asOf,
    pairs,
    reasons,
    report: (reported) => {
      if (verdict.id !== SPEAKS_OF_UNREADABLE && isObscured(reported, versions)) return;
      const change = changeOf(verdict, reported, head.workspace);
      if (change !== null) changes.push(change);
    },
  });
  for (const verdict of verdicts) lookAt(verdict, pairs, contextFor(verdict));
  const own = changes.slice();
  const kpi = (id: string): Kpi | null => head.workspace.kpis.get(id) ?? null;
  for (const verdict of verdicts) {
    const context: DerivedContext = { ...contextFor(verdict), changes: own, effects, kpi };
    verdict.derived?.(context);
  }
  const { unread } = pairs;
  const isUnderstood = unread.base.size === 0 && unread.head.size === 0 && !hasNewFaults(versions);
  return {
    lane: isUnderstood ? laneOf(changes) : "definition",
    changes,
    effects: worthShowing(effects, changes),
    unread: [...unread.head],
    unreadInBase: [...unread.base],
  };
}

/** The verdict that says of a field that it cannot be read; all others have nothing to compare. */
const SPEAKS_OF_UNREADABLE = "diff/text-changed";

/** Whether the field was written so that it cannot be read, on one side at least: that is no change of meaning. */
function isObscured({ entity, field }: Reported, { base, head }: Versions): boolean {
  if (entity === null) return false;
  const collection = `${entity.kind}s` as const;
  const [name = ""] = field.split(".");
  return [base, head].some((version) => version[collection].get(entity.id)?.faulty?.has(name) === true);
}

function lookAt(verdict: Verdict, pairs: Pairs, context: ChangeContext): void {
  if (verdict.kpi !== undefined) for (const pair of pairs.kpis) verdict.kpi(pair, context);
  if (verdict.metric !== undefined) for (const pair of pairs.metrics) verdict.metric(pair, context);
  if (verdict.goal !== undefined) for (const pair of pairs.goals) verdict.goal(pair, context);
  verdict.workspace?.(context);
}

function changeOf(verdict: Verdict, reported: Reported, head: Workspace): Change | null {
  const message = verdict.messages[reported.message];
  if (message === undefined) throw new Error(`Verdict ${verdict.id} has no message "${reported.message}".`);
  const { answer, entity } = reported;
  const isUnexplained = answer !== undefined && answer.text === null;
  const level = isUnexplained ? "error" : typeof message === "string" ? verdict.level : message.level;
  const severity = lower(level, reported.severity);
  if (severity === "off") return null;
  const words = fill(typeof message === "string" ? message : message.text, reported.data ?? {});
  return {
    ruleId: verdict.id,
    messageId: reported.message,
    severity,
    message: isUnexplained ? `${words}; ${answer.advice}.` : `${words}.`,
    entity: entity === null ? null : { kind: entity.kind, id: entity.id },
    field: reported.field,
    before: reported.before,
    after: reported.after,
    resolvedBefore: reported.resolvedBefore ?? null,
    resolvedAfter: reported.resolvedAfter ?? null,
    unit: reported.unit ?? null,
    reason: answer?.text ?? null,
    asksReason: answer !== undefined,
    eases: reported.eases ?? verdict.eases ?? false,
    tightens: reported.tightens ?? verdict.tightens ?? false,
    isData: verdict.isData ?? false,
    kpis: reported.kpis ?? kpisOf(entity, head),
    place: reported.place,
    side: reported.side ?? "head",
  };
}

/** The KPI itself, or the active ones that the metric bears on. */
function kpisOf(entity: EntityRef | null, head: Workspace): readonly string[] {
  if (entity === null || entity.kind === "goal") return [];
  if (entity.kind === "kpi") return [entity.id];
  return judgedBy(entity.id, head).map(({ id }) => id);
}

function lower(level: Level, ceiling: Severity | undefined): Level {
  return ceiling !== undefined && RANK[level] > RANK[ceiling] ? ceiling : level;
}

function laneOf(changes: readonly Change[]): Lane {
  return changes.every(({ isData }) => isData) ? "check-in" : "definition";
}

/** Whether something stands in the newer version that cannot be understood, other than in its data. */
function hasNewFaults({ base, head }: Versions): boolean {
  const keyOf = ({ ruleId, message, place }: Problem): string =>
    JSON.stringify([ruleId, message, "path" in place ? place.path : null]);
  const isFault = ({ ruleId }: Problem): boolean => !ruleId.startsWith("data/");
  const old = new Set(base.problems.filter(isFault).map(keyOf));
  return head.problems.some((problem) => isFault(problem) && !old.has(keyOf(problem)));
}

/** KPIs that a change names, and those whose figures moved. */
function worthShowing(effects: readonly KpiEffect[], changes: readonly Change[]): readonly KpiEffect[] {
  const named = new Set(changes.flatMap(({ kpis }) => kpis));
  return effects.filter(({ id, attribution }) => {
    if (named.has(id)) return true;
    const { before, definitionOnly, dataOnly, after } = attribution;
    return [definitionOnly, dataOnly, after].some(
      (one) => one.status !== before.status || one.attainment !== before.attainment || one.pace !== before.pace,
    );
  });
}
