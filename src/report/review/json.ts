/** The public JSON of `kpi diff`, schemaVersion 1: keys may be added, none changed. */

import type { Position } from "../../text/source.ts";
import { jsonText } from "../untrusted.ts";
import type { ChangeView, EffectView, JudgementView, ReviewView } from "./view.ts";

/** The review as JSON in a fixed key order; numbers are full doubles and texts exact. */
export function json(result: ReviewView): string {
  const { names, summary } = result;
  return jsonText({
    schemaVersion: 1,
    base: names.base,
    head: names.head,
    asOf: result.asOf,
    lane: result.lane,
    summary: {
      errors: summary.errors,
      warnings: summary.warnings,
      infos: summary.infos,
      eased: summary.eased,
      easedWithoutReason: summary.easedWithoutReason,
      tightened: summary.tightened,
      kpisChanged: summary.kpisChanged,
    },
    changes: result.changes.map(changeJson),
    effects: result.effects.map(effectJson),
    unread: [...result.unread],
    unreadInBase: [...result.unreadInBase],
  });
}

function changeJson(change: ChangeView) {
  const { entity, range } = change;
  return {
    ruleId: change.ruleId,
    severity: change.severity,
    entity: entity === null ? null : { kind: entity.kind, id: entity.id },
    field: change.field,
    before: change.before,
    after: change.after,
    resolvedBefore: change.resolvedBefore,
    resolvedAfter: change.resolvedAfter,
    unit: change.unit,
    reason: change.reason,
    message: change.message,
    file: change.file,
    range: { start: positionJson(range.start), end: positionJson(range.end) },
    side: change.side,
    asksReason: change.asksReason,
    eases: change.eases,
    tightens: change.tightens,
    isData: change.isData,
    messageId: change.messageId,
    kpis: [...change.kpis],
    url: change.url,
  };
}

function positionJson({ line, column, offset }: Position): Position {
  return { line, column, offset };
}

function effectJson({ id, kpi, attribution }: EffectView) {
  return {
    kpi: id,
    before: judgementJson(attribution.before),
    definitionOnly: judgementJson(attribution.definitionOnly),
    dataOnly: judgementJson(attribution.dataOnly),
    after: judgementJson(attribution.after),
    cause: attribution.cause,
    fromEdit: attribution.fromEdit,
    fromData: attribution.fromData,
    title: kpi.definition.title ?? null,
  };
}

function judgementJson({ status, attainment, pace, used, stale, target }: JudgementView) {
  return { status, attainment, pace, used, stale, target: target === null ? null : { kind: target.kind } };
}
