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
import { folded, openAndFolded, type Section } from "./page.ts";
import { messageOf, withoutAdvice } from "./reasons.ts";

const REASON_LENGTH = 200;
const MESSAGE_LENGTH = 400;
/** Rows that stand open. */
const OPEN_ROWS = 8;

/** What a change is, and where its KPI stands because of it. */
interface ChangeRow {
  readonly name: string;
  readonly change: string;
  readonly standing: string;
  /** Null where no reason is asked for. */
  readonly reason: string | null;
}

/** The table: a row for each change that people have to look at, then for each KPI that something else has moved. */
export function changesSection(view: ReviewView): Section {
  const { groups } = grouped(view);
  const weighty = groups.flatMap((group) => rowsOf(group, view.effects));
  const inTable = new Set(groups.flatMap(({ entity, changes }) => (changes.some(isWeighty) ? [keyOf(entity)] : [])));
  const moved = view.effects.filter(({ id }) => !inTable.has(keyOf({ kind: "kpi", id }))).filter(hasMoved);
  const rows = [...weighty, ...moved.map((effect) => movedRow(effect, view.changes))];
  const asks = rows.some(({ reason }) => reason !== null);
  const head = tableHead("KPI", "change, before → after", "status before → after, cause", ...(asks ? ["reason"] : []));
  const texts = rows.map(({ name, change, standing, reason }) =>
    row(name, change, standing, ...(asks ? [reason ?? ""] : [])),
  );
  return {
    blocks: openAndFolded(texts, { head, open: OPEN_ROWS, summary: (n) => count(n, "more change") }),
    more: leftOut,
  };
}

/** Every change that people have to look at in a sentence, with its place; folded. */
export function wordsSection(view: ReviewView): Section {
  const weighty = sorted(view).filter(isWeighty);
  const listed = weighty.map((change) => inWords(change, messageOf(change, view)));
  return { blocks: weighty.length === 0 ? [] : [folded("In words", listed)], more: leftOut };
}

/** New values, words and other small things; folded. */
export function smallSection({ changes, effects }: ReviewView): Section {
  const small = sorted({ changes, effects }).filter((change) => !isWeighty(change));
  const summary = count(small.length, "smaller change");
  return {
    blocks:
      small.length === 0
        ? []
        : [
            folded(
              summary,
              small.map((change) => inWords(change, change.message)),
            ),
          ],
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
function rowsOf({ entity, changes, effect }: ChangeGroup, effects: readonly EffectView[]): readonly ChangeRow[] {
  const told = new Set<string>();
  // The status has a column of its own.
  const shown = changes.filter((change) => isWeighty(change) && (effect === null || change.field !== "status"));
  return shown.map((change, i) => {
    const bearing = effect !== null ? [effect] : effects.filter(({ id }) => change.kpis.includes(id));
    return {
      name: lines(entityName(entity), i === 0 ? titleText(effect?.kpi.definition.title ?? null) : ""),
      change: lines(levelAndRule(change.severity, nameOf(change), change.url), detailOf(change)),
      standing: i === 0 ? standingOf(bearing, entity) : "",
      reason: change.asksReason ? reasonOf(change, told) : null,
    };
  });
}

/** A KPI that new values or something elsewhere has moved. */
function movedRow(effect: EffectView, changes: readonly ChangeView[]): ChangeRow {
  const small = changes.filter((change) => change.kpis.includes(effect.id) && !isWeighty(change));
  const [first, ...others] = small;
  const what = first === undefined ? [] : [levelAndRule(first.severity, nameOf(first), first.url), detailOf(first)];
  return {
    name: lines(entityName({ kind: "kpi", id: effect.id }), titleText(effect.kpi.definition.title ?? null)),
    change: lines(...what, others.length === 0 ? "" : `and ${count(others.length, "smaller change")}`),
    standing: standingOf([effect], { kind: "kpi", id: effect.id }),
    reason: null,
  };
}

/** `target eased`. */
function nameOf({ ruleId }: ChangeView): string {
  return ruleId.slice(ruleId.indexOf("/") + 1).replaceAll("-", " ");
}

/** `75 → 72 points`; the field where the name of the change does not say it; words where there are no sides. */
function detailOf(change: ChangeView): string {
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

function reasonOf(change: ChangeView, told: Set<string>): string {
  const { reason } = change;
  if (reason === null) return lacksReason(change) ? "**missing**" : "";
  if (told.has(reason)) return "the same";
  told.add(reason);
  return inline(shorten(reason, REASON_LENGTH));
}

/** A whole change as a row of a list. */
function inWords(change: ChangeView, words: string): string {
  const place = placeText(change.file, change.range.start.line);
  const side = change.side === "base" ? " in the base" : "";
  const message = inline(shortMessage(words, MESSAGE_LENGTH));
  const rule = levelAndRule(change.severity, nameOf(change), change.url);
  return `- ${rule}, ${entityName(change.entity)}: ${message} ${place}${side}`;
}

function keyOf(entity: EntityRef | null): string {
  return entity === null ? "" : `${entity.kind} ${entity.id}`;
}

function leftOut(rows: number): string {
  return `**${count(rows, "more change")}**: \`kpi diff\` shows ${rows === 1 ? "it" : "them"}.`;
}
