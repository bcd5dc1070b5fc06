/** How the guardrails of a KPI changed. */

import type { KpiDefinition } from "../definition/file.ts";
import { formatExact } from "../workspace/units.ts";
import type { KpiPair } from "./kpi-pair.ts";

type Guardrail = NonNullable<KpiDefinition["guardrails"]>[number];

/** What all guardrails on one metric keep together; an infinite bound does not bind. */
export interface Guarded {
  readonly metric: string;
  readonly min: number;
  readonly max: number;
  /** The number of the first of them among the guardrails of its version. */
  readonly index: number;
}

export interface GuardrailMoves {
  readonly removed: readonly Guarded[];
  /** A bound moved outward or was taken away. */
  readonly eased: readonly { readonly before: Guarded; readonly after: Guarded }[];
  /** One was added, or a bound moved inward. */
  readonly tightened: boolean;
}

/** Guardrails are told apart by their metric; their order, and whether one or two of them hold both bounds, is nothing. */
export function guardrailMoves({ before, after }: KpiPair): GuardrailMoves {
  const [old, now] = [guardedBy(before.kpi.definition), guardedBy(after.kpi.definition)];
  const removed: Guarded[] = [];
  const eased: { before: Guarded; after: Guarded }[] = [];
  let tightened = [...now.keys()].some((metric) => !old.has(metric));
  for (const [metric, was] of old) {
    const is = now.get(metric);
    if (is === undefined) {
      removed.push(was);
      continue;
    }
    if (is.min < was.min || is.max > was.max) eased.push({ before: was, after: is });
    if (is.min > was.min || is.max < was.max) tightened = true;
  }
  return { removed, eased, tightened };
}

function guardedBy({ guardrails }: Partial<KpiDefinition>): ReadonlyMap<string, Guarded> {
  const guarded = new Map<string, Guarded>();
  for (const [index, { metric, min, max }] of (guardrails ?? []).entries()) {
    const known = guarded.get(metric);
    guarded.set(metric, {
      metric,
      min: Math.max(known?.min ?? Number.NEGATIVE_INFINITY, min ?? Number.NEGATIVE_INFINITY),
      max: Math.min(known?.max ?? Number.POSITIVE_INFINITY, max ?? Number.POSITIVE_INFINITY),
      index: known?.index ?? index,
    });
  }
  return guarded;
}

/** The bounds of a guardrail: `refund-rate at most 2.5`. */
export function guardrailInWords({ metric, min, max }: Pick<Guardrail, "metric" | "min" | "max">): string {
  const [low, high] = [bound(min), bound(max)];
  if (low !== null && high !== null) return `${metric} ${low} to ${high}`;
  if (low !== null) return `${metric} at least ${low}`;
  return high === null ? `${metric} without bounds` : `${metric} at most ${high}`;
}

function bound(value: number | null | undefined): string | null {
  return value === undefined || value === null || !Number.isFinite(value) ? null : formatExact(value);
}
