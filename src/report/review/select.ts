/** What a review speaks of first, and how its changes and effects belong together. */

import type { EntityKind, EntityRef, Severity } from "../../findings/finding.ts";
import { same } from "../../progress/numbers.ts";
import type { ChangeView, EffectView, ReviewView } from "./view.ts";

/** Verdicts that say more about changes that are reported themselves, whose reason is asked for there. */
const FOLLOW_UPS: ReadonlySet<string> = new Set([
  "diff/status-by-definition",
  "diff/near-deadline",
  "diff/mixed-lanes",
]);

/** Whether a change only follows from others that are reported as well. */
export function isFollowUp({ ruleId }: ChangeView): boolean {
  return FOLLOW_UPS.has(ruleId);
}

/** Whether a change is a comment in a definition file that keeps a rule quiet. */
export function isSuppression({ ruleId, messageId }: ChangeView): boolean {
  return ruleId === "diff/rule-weakened" && messageId === "suppression";
}

/** Whether a change is more than new values or a small thing. */
export function changesMeaning({ severity, eases, tightens, isData }: ChangeView): boolean {
  return !isData && (severity !== "info" || eases || tightens);
}

/** Whether a reason is asked for and none is given. */
export function lacksReason({ asksReason, reason }: ChangeView): boolean {
  return asksReason && reason === null;
}

/** Whether people have to look at a change; the rest is told in a line. */
export function isWeighty({ severity, eases }: ChangeView): boolean {
  return severity !== "info" || eases;
}

/** Whether the status or a figure of a KPI is another one than before, or would be without the edit or the data. */
export function hasMoved({ attribution }: EffectView): boolean {
  const { before, definitionOnly, after } = attribution;
  return [definitionOnly, after].some(
    (one) =>
      one.status !== before.status ||
      differs(one.attainment, before.attainment) ||
      differs(one.used, before.used) ||
      differs(one.pace, before.pace),
  );
}

/** Whether two figures differ by more than the noise of computing them; null is unknown. */
export function differs(one: number | null, other: number | null): boolean {
  if (one === null || other === null) return one !== other;
  return !same(one, other);
}

/** All changes of one entity; those of the config have none. */
export interface ChangeGroup {
  readonly entity: EntityRef | null;
  /** Errors first; then what follows from them, and small things last. */
  readonly changes: readonly ChangeView[];
  /** How the KPI stood and stands; null for other entities, and where there is nothing to compare. */
  readonly effect: EffectView | null;
}

export interface Grouped {
  /** KPIs, metrics, goals, the config; the worst first. */
  readonly groups: readonly ChangeGroup[];
  /** KPIs that moved though nothing about them was changed. */
  readonly moved: readonly EffectView[];
}

const KINDS: Readonly<Record<EntityKind, number>> = { kpi: 0, metric: 1, goal: 2 };
const SEVERITIES: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Changes by entity; groups and changes that weigh the same stay in their order. */
export function grouped({ changes, effects }: Pick<ReviewView, "changes" | "effects">): Grouped {
  const byEntity = new Map<string, ChangeView[]>();
  for (const change of changes) {
    const key = isSuppression(change) ? SUPPRESSIONS : keyOf(change.entity);
    const known = byEntity.get(key);
    if (known === undefined) byEntity.set(key, [change]);
    else known.push(change);
  }
  const effectOf = new Map(effects.map((effect) => [keyOf({ kind: "kpi", id: effect.id }), effect]));
  const groups = [...byEntity].map(([key, own]): ChangeGroup => {
    const sorted = own.sort((a, b) => weight(a) - weight(b));
    return { entity: sorted[0]?.entity ?? null, changes: sorted, effect: effectOf.get(key) ?? null };
  });
  groups.sort((a, b) => kindOf(a) - kindOf(b) || worst(a) - worst(b));
  const moved = effects.filter((effect) => !byEntity.has(keyOf({ kind: "kpi", id: effect.id })) && hasMoved(effect));
  return { groups, moved };
}

/** The group of comments that keep rules quiet: they are of no entity, and not of the config. */
const SUPPRESSIONS = "suppressions";

function keyOf(entity: EntityRef | null): string {
  return entity === null ? "" : `${entity.kind} ${entity.id}`;
}

/** What follows from other changes stands behind them, whatever its level. */
function weight(change: ChangeView): number {
  const levels = Object.keys(SEVERITIES).length;
  if (!isWeighty(change)) return 2 * levels;
  return SEVERITIES[change.severity] + (isFollowUp(change) ? levels : 0);
}

function kindOf({ entity }: ChangeGroup): number {
  return entity === null ? Object.keys(KINDS).length : KINDS[entity.kind];
}

function worst({ changes }: ChangeGroup): number {
  return Math.min(...changes.map(({ severity }) => SEVERITIES[severity]));
}
