/** Reasons that were given after the change, such as in the next commit of the same pull request. */

import type { Change } from "../change.ts";
import { Reasons } from "../reasons.ts";
import { reviewed, subjectOf } from "./changes.ts";
import type { LifeStep, StepChange } from "./life.ts";

/** Other names under which a reason for a change may stand. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  "diff/target-eased": ["target"],
  "diff/plan-backloaded": ["checkpoints", "path", "plan"],
  "diff/kpi-relaunched": ["target", "timeframe", "id"],
};

/** The reason that a later version gives for a change, up to the next change of the same field; null for none. */
export function laterReason(
  change: Change,
  at: number,
  steps: readonly LifeStep[],
  changes: readonly (readonly StepChange[])[],
): { readonly reason: string; readonly commit: string | null } | null {
  const step = steps[at];
  if (step === undefined) return null;
  const subject = subjectOf(change);
  for (let i = at + 1; i < steps.length; i++) {
    const later = steps[i];
    if (later === undefined || changes[i]?.some((other) => subjectOf(other.change) === subject)) return null;
    const reason = reasonIn(later, change, step);
    if (reason !== null) return { reason, commit: later.commit?.id ?? null };
  }
  return null;
}

function reasonIn(later: LifeStep, change: Change, { kpi, before, day }: LifeStep): string | null {
  const [base] = before;
  if (base === undefined || change.entity === null) return null;
  const reasons = new Reasons(reviewed(base), reviewed(later.after), day, null);
  const { field, entity, ruleId } = change;
  if (entity.kind === "metric") return reasons.metric(entity.id, [field, field.split(".")[0] ?? field]).text;
  const after = later.after.kpis.get(later.kpi);
  if (after === undefined) return ruleId === "diff/kpi-removed-early" ? reasons.removal(entity).text : null;
  const old = base.kpis.get(kpi) ?? null;
  return reasons.kpi(old, after, [field, ...(ALSO[ruleId] ?? [])]).text;
}
