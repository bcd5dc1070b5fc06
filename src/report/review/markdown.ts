/** A review as Markdown, for a pull request and a job summary. */

import type { EntityRef } from "../../findings/finding.ts";
import { listed } from "../../text/listed.ts";
import { statusText } from "../progress/words.ts";
import { markdown, markdownCode, shorten, webAddress } from "../untrusted.ts";
import { count, levels } from "../words.ts";
import type { ReviewContext } from "./context.ts";
import { titlesOf, versionName } from "./names.ts";
import { restatedPace, restatedProgress } from "./restated.ts";
import { type ChangeGroup, grouped, hasMoved, isFollowUp, isWeighty, lacksReason } from "./select.ts";
import { shortMessage, sidesText } from "./short.ts";
import { unreadWords } from "./unread.ts";
import type { ChangeView, EffectView, JudgementView, ReviewView } from "./view.ts";
import { causeWords, laneSentence, verdictSentence } from "./words.ts";

/** Characters of texts from files; the whole of them stands in JSON. */
const NAME_LENGTH = 80;
const REASON_LENGTH = 300;
const MESSAGE_LENGTH = 500;
/** Files that are named; the rest is counted. */
const FILES_SHOWN = 3;
/** Restated KPIs that are shown; more of them are folded. */
const OPEN_ROWS = 10;

const HEAD = "| KPI | change | before → after | status before → after | cause | reason |\n|---|---|---|---|---|---|\n";

type TitleOf = (entity: EntityRef) => string | null;

/**
 * The verdict in bold, the lane, a row for each change that people have to look at, restated progress, and the rest
 * folded.
 */
export function reviewMarkdown(result: ReviewView, context: ReviewContext): string {
  const { groups, moved } = grouped(result);
  const titleOf = titlesOf(result, context);
  const weighty = groups.flatMap(({ changes }) => changes.filter(isWeighty));
  const small = groups.flatMap(({ changes }) => changes.filter((change) => !isWeighty(change)));
  const rows = groups.flatMap((group) => tableRows(group, result.effects, titleOf));
  const blocks = [
    `**${verdictSentence(result)}**`,
    lane(result),
    ...unread(result),
    rows.length === 0 ? "" : HEAD + rows.join("\n"),
    restated([...groups.flatMap(restatedRow), ...moved.map((effect) => movedRow(effect, titleOf))]),
    folded(inWords(weighty), weighty.map(sentence)),
    folded(count(small.length, "smaller change"), small.map(sentence)),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function lane(result: ReviewView): string {
  const name = (text: string): string => markdownCode(shorten(versionName(text), NAME_LENGTH));
  return `${laneSentence(result)} · ${name(result.names.base)} → ${name(result.names.head)} · as of ${result.asOf}`;
}

function unread(result: ReviewView): readonly string[] {
  return unreadWords(result, FILES_SHOWN).map(({ severity, words, files, more }) => {
    const named = files.map((file) => markdownCode(shorten(file, NAME_LENGTH)));
    if (more > 0) named.push(`${more} more`);
    const advice = severity === "error" ? " `kpi check`, or a note of `kpi diff`, says why." : "";
    return `${levels[severity].symbol} ${words} ${listed(named)}.${advice}`;
  });
}

/** Title, status and cause stand in the first row of an entity. */
function tableRows(
  { entity, changes, effect }: ChangeGroup,
  effects: readonly EffectView[],
  titleOf: TitleOf,
): readonly string[] {
  const told = new Set<string>();
  // The status has a column of its own.
  const rows = changes.filter((change) => isWeighty(change) && (effect === null || change.field !== "status"));
  return rows.map((change, i) => {
    const title = i === 0 && entity !== null ? titleOf(entity) : null;
    const bearing = effect !== null ? [effect] : effects.filter(({ id }) => change.kpis.includes(id));
    const [status, cause] = i === 0 ? standingCells(bearing, entity) : ["", ""];
    const cells = [
      title === null ? nameOf(entity) : `${nameOf(entity)}<br>${markdown(shorten(title, NAME_LENGTH))}`,
      `${levels[change.severity].symbol} ${ruleLink(change)}`,
      sidesCell(change),
      status,
      cause,
      reasonCell(change, told),
    ];
    return `| ${cells.join(" | ")} |`;
  });
}

/** How the KPIs of a change stood and stand; several are counted, and one says which it is where that is not clear. */
function standingCells(
  effects: readonly EffectView[],
  entity: EntityRef | null,
): readonly [status: string, cause: string] {
  const [first, ...others] = effects;
  if (first === undefined) return ["", ""];
  if (others.length === 0) {
    const which = entity?.kind === "kpi" ? "" : `${nameOf({ kind: "kpi", id: first.id })}: `;
    return [which + statusMove(first), causeWords[first.attribution.cause]];
  }
  const moved = effects.filter(({ attribution }) => attribution.cause !== "none").length;
  return [`${moved} of ${count(effects.length, "KPI")} ${moved === 1 ? "moves" : "move"}`, ""];
}

/** `▲ at-risk → ✓ on-track`, with what stood between where both edit and data moved it. */
function statusMove({ attribution: { before, definitionOnly, after, cause } }: EffectView): string {
  if (cause === "none") return statusOf(before);
  const between = cause === "both" ? [definitionOnly] : [];
  return [before, ...between, after].map(statusOf).join(" → ");
}

function statusOf({ status, stale }: JudgementView): string {
  return `${statusText(status)}${stale ? " (stale)" : ""}`;
}

function sidesCell(change: ChangeView): string {
  const sides = sidesText(change);
  return sides === "" ? "" : `${markdown(change.field)}: ${markdown(sides)}`;
}

function reasonCell(change: ChangeView, told: Set<string>): string {
  const { reason } = change;
  if (reason === null) return lacksReason(change) ? "**missing**" : "";
  if (told.has(reason)) return "the same";
  told.add(reason);
  return markdown(shorten(reason, REASON_LENGTH));
}

/** Of a KPI with rows in the table, where its status stands. */
function restatedRow({ entity, changes, effect }: ChangeGroup): readonly string[] {
  if (effect === null || entity === null) return [];
  const isInTable = changes.some(isWeighty);
  if (!isInTable && !hasMoved(effect)) return [];
  const text = isInTable ? progressText(effect) : standingText(effect);
  return text === "" ? [] : [`- ${nameOf(entity)} ${text}`];
}

function movedRow(effect: EffectView, titleOf: TitleOf): string {
  const entity: EntityRef = { kind: "kpi", id: effect.id };
  const title = titleOf(entity);
  const name = title === null ? "" : ` ${markdown(shorten(title, NAME_LENGTH))}`;
  return `- ${nameOf(entity)}${name}: ${standingText(effect)}`;
}

/** `▲ at-risk → ✓ on-track by new data; 46 % → 60 %: 0 points from the edit, 14 from new data`. */
function standingText(effect: EffectView): string {
  const status = `${statusMove(effect)}${effect.attribution.cause === "none" ? "," : ""} ${causeWords[effect.attribution.cause]}`;
  return [status, progressText(effect)].filter((text) => text !== "").join("; ");
}

function progressText(effect: EffectView): string {
  const pace = restatedPace(effect);
  return [restatedProgress(effect) ?? "", pace === null ? "" : `pace ${pace}`].filter((text) => text !== "").join("; ");
}

function restated(rows: readonly string[]): string {
  if (rows.length > OPEN_ROWS) return folded(`Progress of ${count(rows.length, "KPI")}, restated`, rows);
  return rows.length === 0 ? "" : `**Progress, restated**\n\n${rows.join("\n")}`;
}

function inWords(changes: readonly ChangeView[]): string {
  const missing = changes.filter((change) => lacksReason(change) && !isFollowUp(change)).length;
  if (missing === 0) return "In words";
  return `In words, and what to write for ${missing === 1 ? "the missing reason" : `${missing} missing reasons`}`;
}

/** A whole change as a row of a list. */
function sentence(change: ChangeView): string {
  const place = markdownCode(`${shorten(change.file, NAME_LENGTH)}:${change.range.start.line}`);
  const side = change.side === "base" ? " in the base" : "";
  const message = markdown(shortMessage(change.message, MESSAGE_LENGTH));
  return `- ${levels[change.severity].symbol} ${nameOf(change.entity)} ${message} (${ruleLink(change)}, ${place}${side})`;
}

function ruleLink({ ruleId, url }: ChangeView): string {
  const name = markdown(ruleId.slice(ruleId.indexOf("/") + 1).replaceAll("-", " "));
  const address = webAddress(url);
  return address === null ? name : `[${name}](${address})`;
}

/** An id as code; metrics and goals say what they are. */
function nameOf(entity: EntityRef | null): string {
  if (entity === null) return "config";
  const id = markdownCode(shorten(entity.id, NAME_LENGTH));
  return entity.kind === "kpi" ? id : `${entity.kind} ${id}`;
}

function folded(summary: string, rows: readonly string[]): string {
  if (rows.length === 0) return "";
  return `<details>\n<summary>${summary}</summary>\n\n${rows.join("\n")}\n\n</details>`;
}
