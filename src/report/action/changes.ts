/** What changes in meaning, as rows of a table, and in words. */

import type { EntityRef } from "../../findings/finding.ts";
import { statusText } from "../progress/words.ts";
import { restatedPace, restatedProgress } from "../review/restated.ts";
import { type ChangeGroup, grouped, hasMoved, isFollowUp, isWeighty, lacksReason } from "../review/select.ts";
import { shortMessage, sidesText } from "../review/short.ts";
import type { ChangeView, EffectView, JudgementView, ReviewView } from "../review/view.ts";
import { causeWords } from "../review/words.ts";
import { shorten } from "../untrusted.ts";
import { count } from "../words.ts";
import { entityName, inline, levelAndRule, lines, placeText, row, tableHead, titleText } from "./cells.ts";
import type { ActionDiff } from "./model.ts";
import { folded, openAndFolded, rowsOf, type Section } from "./page.ts";
import { messagesOf, withoutAdvice } from "./reasons.ts";

const REASON_LENGTH = 200;
const MESSAGE_LENGTH = 400;
/** The field of changes that follow from a status that moved. */
const STATUS = "status";
const HEAD = tableHead("KPI", "change, before → after, reason", "status before → after, cause");
/** Rows that stand open. */
const OPEN_ROWS = 8;

/**
 * The table: a row for each change that people have to look at, then what follows from them, then the KPIs that
 * something else has moved.
 */
export function changesSection(view: ReviewView, ended: ActionDiff["ended"]): Section {
  const endedOf = new Map(ended.map((one) => [one.kpi, one]));
  const { groups } = grouped(view);
  const inTable = new Set(groups.flatMap(({ entity, changes }) => (changes.some(isWeighty) ? [keyOf(entity)] : [])));
  const moved = view.effects.filter(
    (effect) => hasMoved(effect) && !inTable.has(keyOf({ kind: "kpi", id: effect.id })),
  );
  const causes = groups.filter(({ changes }) => changes.some((change) => isWeighty(change) && !isFollowUp(change)));
  const followers = groups.filter((group) => !causes.includes(group));
  const rows = [
    ...[...causes, ...followers].flatMap((group) => rowsOfGroup(group, view.effects, endedOf)),
    ...moved.map((effect) => movedRow(effect, view.changes)),
  ];
  return {
    blocks: openAndFolded(rowsOf(rows), { head: HEAD, open: OPEN_ROWS, summary: (n) => count(n, "more change") }),
    beyond: 0,
    more: leftOut,
  };
}

/** Every change that people have to look at in a sentence, with its place; folded. */
export function wordsSection(view: ReviewView): Section {
  const messageOf = messagesOf(view);
  const weighty = sorted(view).filter(isWeighty);
  const rows = rowsOf(weighty.map((change) => inWords(change, messageOf(change))));
  return { blocks: weighty.length === 0 ? [] : [folded(() => "In words", rows)], beyond: 0, more: () => MORE_IN_WORDS };
}

/** New values, words and other small things; folded. */
export function smallSection(view: ReviewView): Section {
  const small = sorted(view).filter((change) => !isWeighty(change));
  const rows = rowsOf(small.map((change) => inWords(change, change.message)));
  return {
    blocks: small.length === 0 ? [] : [folded((n) => count(n, "smaller change"), rows)],
    beyond: 0,
    more: leftOut,
  };
}

/** KPIs that have a row of their own in the table. */
export function kpisInTable({ changes, effects }: ReviewView): ReadonlySet<string> {
  const weighty = changes.filter((change) => change.entity?.kind === "kpi" && isWeighty(change));
  return new Set([...weighty.map(({ entity }) => entity?.id ?? ""), ...effects.filter(hasMoved).map(({ id }) => id)]);
}

function sorted(view: Pick<ReviewView, "changes" | "effects">): readonly ChangeView[] {
  return grouped(view).groups.flatMap(({ changes }) => changes);
}

/** Title, status and cause stand in the first row of an entity. */
function rowsOfGroup(
  { entity, changes, effect }: ChangeGroup,
  effects: readonly EffectView[],
  endedOf: ReadonlyMap<string, ActionDiff["ended"][number]>,
): readonly string[] {
  const ended = entity?.kind === "kpi" && effect === null ? endedOf.get(entity.id) : undefined;
  const title = ended === undefined ? effect?.kpi.definition.title : ended.title;
  const told = new Set<string>();
  const weighty = changes.filter(isWeighty);
  // The status has a column of its own, so it needs a row only where nothing else has one.
  const others = weighty.filter((change) => effect === null || change.field !== STATUS);
  return (others.length > 0 ? others : weighty.slice(0, 1)).map((change, i) => {
    const bearing = effect !== null ? [effect] : effects.filter(({ id }) => change.kpis.includes(id));
    return row(
      lines(entityName(entity), i === 0 ? titleText(title ?? null) : ""),
      lines(nameAndLink(change), detailOf(change), reasonOf(change, told)),
      i > 0 ? "" : ended === undefined ? standingOf(bearing, entity) : `last: ${statusText(ended.status)}`,
    );
  });
}

/** A KPI that new values or something elsewhere has moved. */
function movedRow(effect: EffectView, changes: readonly ChangeView[]): string {
  const [first, ...others] = changes.filter((change) => change.kpis.includes(effect.id) && !isWeighty(change));
  const kpi: EntityRef = { kind: "kpi", id: effect.id };
  return row(
    lines(entityName(kpi), titleText(effect.kpi.definition.title ?? null)),
    lines(
      ...(first === undefined ? [] : [nameAndLink(first), detailOf(first)]),
      others.length === 0 ? "" : `and ${count(others.length, "smaller change")}`,
    ),
    standingOf([effect], kpi),
  );
}

function nameAndLink(change: ChangeView): string {
  return levelAndRule(change.severity, nameOf(change), change.url);
}

/** `target eased`. */
function nameOf({ ruleId }: ChangeView): string {
  return ruleId.slice(ruleId.indexOf("/") + 1).replaceAll("-", " ");
}

/** `75 → 72 points`; the field where the name of the change does not say it; words where there are no sides. */
function detailOf(change: ChangeView): string {
  if (change.field === STATUS) return "";
  const sides = isFollowUp(change) ? "" : sidesText(change);
  if (sides === "") return inline(shortMessage(withoutAdvice(change), REASON_LENGTH));
  if (change.isData) return inline(sides.replace(/^none → /, ""));
  const isNamed = nameOf(change).includes(change.field);
  return isNamed ? inline(sides) : `${inline(shorten(change.field, REASON_LENGTH))}: ${inline(sides)}`;
}

/** How the KPIs of a change stood and stand; several are counted, and one says which it is where that is not clear. */
function standingOf(effects: readonly EffectView[], entity: EntityRef | null): string {
  const [first, ...others] = effects;
  if (first === undefined) return "";
  if (others.length === 0) {
    const which = entity?.kind === "kpi" ? "" : `${entityName({ kind: "kpi", id: first.id })}: `;
    const pace = restatedPace(first);
    return lines(`${which}${statusMove(first)}`, restatedProgress(first) ?? "", pace === null ? "" : `pace ${pace}`);
  }
  const moved = effects.filter(({ attribution }) => attribution.cause !== "none").length;
  return `${moved} of ${count(effects.length, "KPI")} ${moved === 1 ? "moves" : "move"}`;
}

/** `▲ at-risk → ✓ on-track by the edit`, with what stood between where both edit and data moved it. */
function statusMove({ attribution: { before, definitionOnly, after, cause } }: EffectView): string {
  if (cause === "none") return `${statusOf(before)}, ${causeWords.none}`;
  const between = cause === "both" ? [definitionOnly] : [];
  return `${[before, ...between, after].map(statusOf).join(" → ")} ${causeWords[cause]}`;
}

function statusOf({ status, stale }: JudgementView): string {
  return `${statusText(status)}${stale ? " (stale)" : ""}`;
}

/** Each reason once for an entity; what only follows from other changes is answered for with them. */
function reasonOf(change: ChangeView, told: Set<string>): string {
  const { reason } = change;
  if (reason === null) return lacksReason(change) && !isFollowUp(change) ? "**no reason**" : "";
  if (told.has(reason)) return "reason: the same";
  told.add(reason);
  return `reason: ${inline(shorten(reason, REASON_LENGTH))}`;
}

/** A whole change as a row of a list. */
function inWords(change: ChangeView, words: string): string {
  const place = placeText(change.file, change.range.start.line);
  const side = change.side === "base" ? " in the base" : "";
  const message = inline(shortMessage(words, MESSAGE_LENGTH));
  return `- ${nameAndLink(change)}, ${entityName(change.entity)}: ${message} ${place}${side}`;
}

function keyOf(entity: EntityRef | null): string {
  return entity === null ? "" : `${entity.kind} ${entity.id}`;
}

const MORE_IN_WORDS = "More in words: `kpi diff`.";

function leftOut(rows: number): string {
  return `**${count(rows, "more change")}**: \`kpi diff\` shows ${rows === 1 ? "it" : "them"}.`;
}
