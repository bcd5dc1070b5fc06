/** Sentences on a whole review: what matters, which lane it takes, what moved a status. They hold no text from files. */

import type { ReviewSummary } from "../../engine/review.ts";
import type { EntityKind } from "../../findings/finding.ts";
import type { Cause } from "../../progress/attribution.ts";
import { listed } from "../../text/listed.ts";
import { count, number } from "../words.ts";
import { changesMeaning, hasMoved, isFollowUp, isSuppression, lacksReason } from "./select.ts";
import type { ChangeView, ReviewView } from "./view.ts";

/** What moved a status. */
export const causeWords: Readonly<Record<Cause, string>> = {
  definition: "by the edit",
  data: "by new data",
  both: "by the edit and by new data",
  none: "unchanged",
};

/** `Lane: check-in, only new values`, without a full stop. */
export function laneSentence({ lane, changes }: ReviewView): string {
  if (lane === "definition") return "Lane: definition change";
  return changes.length === 0 ? "Lane: check-in" : "Lane: check-in, only new values";
}

/**
 * One sentence: `2 KPIs change meaning; 1 target is eased without a reason.` More clauses may follow its own; they
 * are not made safe.
 */
export function verdictSentence(result: ReviewView, more: readonly string[] = []): string {
  const text = [...verdictClauses(result), ...more].join("; ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function verdictClauses(result: ReviewView): readonly string[] {
  const { unread, unreadInBase } = result;
  return [
    ...changeClauses(result),
    ...(unread.length === 0 ? [] : [`${count(unread.length, "file")} cannot be read whole`]),
    ...(unreadInBase.length === 0 ? [] : [`${count(unreadInBase.length, "file")} could not be read whole before`]),
  ];
}

function changeClauses(result: ReviewView): readonly string[] {
  const { changes, lane, unread, unreadInBase } = result;
  if (changes.length === 0) {
    const isHidden = lane === "definition" || unread.length + unreadInBase.length > 0;
    const where = isHidden ? " in what can be compared" : "";
    return [`nothing changes in meaning${where}`, ...movedClauses(result)];
  }
  const clauses = lane === "check-in" ? checkInClauses(result) : definitionClauses(changes);
  return clauses.length > 0 ? clauses : ["no KPI changes meaning", count(changes.length, "smaller change")];
}

function checkInClauses(result: ReviewView): readonly string[] {
  const kpis = new Set(result.changes.flatMap((change) => change.kpis));
  if (kpis.size > 0)
    return [`${count(kpis.size, "KPI")} ${kpis.size === 1 ? "gets" : "get"} new values`, ...movedClauses(result)];
  const metrics = new Set(result.changes.map(({ entity }) => entity?.id));
  return [`${count(metrics.size, "metric")} ${metrics.size === 1 ? "gets" : "get"} new values`];
}

function movedClauses({ effects }: ReviewView): readonly string[] {
  const moved = effects.filter(({ attribution }) => attribution.before.status !== attribution.after.status).length;
  if (moved > 0) return [moved === 1 ? "1 status moves" : `${number(moved)} statuses move`];
  return effects.some(hasMoved) ? ["no status moves"] : [];
}

function definitionClauses(changes: readonly ChangeView[]): readonly string[] {
  const own = changes.filter((change) => changesMeaning(change) && !isFollowUp(change));
  const removed = own.filter(({ ruleId }) => ruleId === "diff/kpi-removed-early");
  const rest = own.filter((change) => !removed.includes(change));
  const eased = rest.filter(({ eases, entity, kpis }) => eases && entity !== null && kpis.length > 0);
  const loosened = rest.filter(({ eases, entity }) => eases && entity === null);
  const others = rest.filter((change) => lacksReason(change) && !eased.includes(change) && !loosened.includes(change));
  const added = changes.filter(
    ({ ruleId, messageId }) => ruleId === "diff/kpi-added" && (messageId === "added" || messageId === "activated"),
  ).length;
  const better = changes.filter(({ ruleId }) => ruleId === "diff/status-by-definition").length;
  return [
    ...subjectClauses(rest),
    ...removedClauses(removed),
    ...(added === 0 ? [] : [`${count(added, "KPI")} ${added === 1 ? "is" : "are"} new`]),
    ...easedClauses(eased),
    ...loosenedClauses(loosened),
    ...(eased.length === 0 ? tightenedClauses(rest) : []),
    ...suppressedClauses(own),
    ...otherClauses(others, [...removed, ...eased, ...loosened].some(lacksReason)),
    ...(better === 0
      ? []
      : [`${better === 1 ? "1 status gets" : `${number(better)} statuses get`} better by the edit alone`]),
  ];
}

/** `2 KPIs, 1 goal and the config change meaning`. */
function subjectClauses(changes: readonly ChangeView[]): readonly string[] {
  const kpis = new Set(changes.flatMap((change) => (change.entity === null ? [] : change.kpis)));
  const alone = (kind: EntityKind): number =>
    new Set(changes.flatMap(({ entity, kpis: of }) => (entity?.kind === kind && of.length === 0 ? [entity.id] : [])))
      .size;
  const counts = [
    [kpis.size, "KPI"],
    [alone("metric"), "metric"],
    [alone("goal"), "goal"],
  ] as const;
  const parts = counts.filter(([n]) => n > 0).map(([n, noun]) => count(n, noun));
  const ofConfig = changes.some((change) => change.entity === null && !isSuppression(change));
  if (ofConfig) parts.push("the config");
  const all = counts.reduce((sum, [n]) => sum + n, ofConfig ? 1 : 0);
  return all === 0 ? [] : [`${listed(parts)} ${all === 1 ? "changes" : "change"} meaning`];
}

function removedClauses(removed: readonly ChangeView[]): readonly string[] {
  if (removed.length === 0) return [];
  const what =
    removed.length === 1
      ? "1 KPI is removed before its end"
      : `${number(removed.length)} KPIs are removed before their end`;
  const without = removed.filter(lacksReason).length;
  return [what + withReasons(removed.length, without)];
}

/** Targets where nothing else is eased, else KPIs. */
function easedClauses(eased: readonly ChangeView[]): readonly string[] {
  if (eased.length === 0) return [];
  const kpisOf = (changes: readonly ChangeView[]): number => new Set(changes.flatMap(({ kpis }) => kpis)).size;
  const noun = eased.every(({ ruleId }) => ruleId === "diff/target-eased") ? "target" : "KPI";
  const all = kpisOf(eased);
  return [
    `${count(all, noun)} ${all === 1 ? "is" : "are"} eased${withReasons(all, kpisOf(eased.filter(lacksReason)))}`,
  ];
}

/** Lines of the status that are looser for all KPIs at once. */
function loosenedClauses(loosened: readonly ChangeView[]): readonly string[] {
  if (loosened.length === 0) return [];
  const kpis = new Set(loosened.flatMap(({ kpis: of }) => of)).size;
  const what = `${loosened.length === 1 ? "a line" : "lines"} of the status ${loosened.length === 1 ? "is" : "are"} loosened`;
  return [`${what} for ${count(kpis, "KPI")}${withReasons(loosened.length, loosened.filter(lacksReason).length)}`];
}

function tightenedClauses(changes: readonly ChangeView[]): readonly string[] {
  const all = new Set(changes.flatMap(({ tightens, kpis }) => (tightens ? kpis : []))).size;
  return all === 0 ? [] : [`${count(all, "KPI")} ${all === 1 ? "is" : "are"} tightened`];
}

function suppressedClauses(changes: readonly ChangeView[]): readonly string[] {
  const all = changes.filter(isSuppression).length;
  return all === 0 ? [] : [`${count(all, "suppression")} ${all === 1 ? "is" : "are"} new`];
}

function otherClauses(others: readonly ChangeView[], isMore: boolean): readonly string[] {
  if (others.length === 0) return [];
  const what = count(others.length, isMore ? "more change" : "change");
  return [`${what} ${others.length === 1 ? "has" : "have"} no reason`];
}

function withReasons(all: number, without: number): string {
  if (without === all) return " without a reason";
  return without === 0 ? " with a reason" : `, ${number(without)} without a reason`;
}

/** `1 error, 2 warnings, 3 infos: 2 eased (1 without a reason), 1 tightened`; empty where there is nothing. */
export function countsText(summary: ReviewSummary): string {
  const levels = [
    ...(summary.errors > 0 ? [count(summary.errors, "error")] : []),
    ...(summary.warnings > 0 ? [count(summary.warnings, "warning")] : []),
    ...(summary.infos > 0 ? [count(summary.infos, "info")] : []),
  ];
  const without = summary.easedWithoutReason === 0 ? "" : ` (${number(summary.easedWithoutReason)} without a reason)`;
  const kinds = [
    ...(summary.eased > 0 ? [`${number(summary.eased)} eased${without}`] : []),
    ...(summary.tightened > 0 ? [`${number(summary.tightened)} tightened`] : []),
  ];
  return kinds.length === 0 ? levels.join(", ") : `${levels.join(", ")}: ${kinds.join(", ")}`;
}
