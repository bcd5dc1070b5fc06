/** A review for people at a terminal: the verdict, what changes entity by entity, what moved, the counts. */

import { paint, paintOf } from "../colour.ts";
import { phrase, phrases, styled } from "../progress/phrases.ts";
import { type Word, wordsOf, wrap } from "../wrap.ts";
import type { ReviewContext } from "./context.ts";
import { changeLines, drawn, entityLine, levelSymbol, type Pen, shortLine } from "./lines.ts";
import { titlesOf, versionName } from "./names.ts";
import { type ChangeGroup, grouped, hasMoved, isFollowUp, isSuppression, isWeighty, lacksReason } from "./select.ts";
import { standingLines } from "./standing.ts";
import { unreadWords } from "./unread.ts";
import type { EffectView, ReviewView } from "./view.ts";
import { countsText, laneSentence, verdictSentence } from "./words.ts";

const INDENT = "  ";
/** Files that are named; the rest is counted. */
const FILES_SHOWN = 5;

/** The review in as many columns as the terminal has; with `quiet` only errors, and nothing where there is none. */
export function pretty(result: ReviewView, context: ReviewContext): string {
  const pen: Pen = { context, paints: paint(context.colour), titleOf: titlesOf(result, context) };
  const blocks = context.quiet ? quietBlocks(result, pen) : allBlocks(result, pen);
  return blocks.length === 0 ? "" : `${blocks.join("\n\n")}\n`;
}

function allBlocks(result: ReviewView, pen: Pen): readonly string[] {
  const { groups, moved } = grouped(result);
  const small = groups.filter(isSmall);
  const weighty = groups.filter((group) => !isSmall(group));
  return [
    head(result, pen),
    ...unread(result, pen),
    ...weighty.map((group) => groupBlock(group, pen)),
    ...(moved.length === 0 ? [] : [movedBlock(moved, weighty.length === 0, pen)]),
    ...(small.length === 0 ? [] : [smallBlock(small, pen)]),
    ...(groups.length === 0 ? [] : [summary(result, groups, pen)]),
  ];
}

function quietBlocks(result: ReviewView, pen: Pen): readonly string[] {
  const errors = result.changes.filter(({ severity }) => severity === "error");
  const { groups } = grouped({ changes: errors, effects: [] });
  return [
    ...unread(result, pen),
    ...groups.map((group) => groupBlock(group, pen)),
    ...(groups.length === 0 ? [] : [summary(result, groups, pen)]),
  ];
}

/** The verdict, the lane, and what is compared. */
function head(result: ReviewView, pen: Pen): string {
  const { context, paints } = pen;
  const name = (text: string): string => drawn(versionName(text), pen);
  const compared = `${name(result.names.base)} ${drawn("→", pen)} ${name(result.names.head)}, as of ${result.asOf}`;
  const verdict = styled(drawn(verdictSentence(result), pen), 0, paints.bold);
  const lane = [...wordsOf(laneSentence(result), 0), ...styled(compared, 2, paints.dim)];
  return `${wrap(verdict, context.width, INDENT)}\n${wrap(lane, context.width, INDENT)}`;
}

function unread(result: ReviewView, pen: Pen): readonly string[] {
  const { context, paints } = pen;
  return unreadWords(result, FILES_SHOWN).map(({ severity, words, files, more }) => {
    const named = files.map((file) => drawn(file, pen));
    if (more > 0) named.push(`and ${more} more`);
    const line: Word[] = [
      { text: levelSymbol(severity, pen), gap: 0, style: paintOf(severity, paints) },
      ...wordsOf(words, 1),
      ...phrases(named, ","),
    ];
    const advice =
      severity === "error" ? `\n${INDENT}${paints.dim("kpi check, or a note of kpi diff, says why.")}` : "";
    return wrap(line, context.width, INDENT) + advice;
  });
}

/** Only infos, and the KPI stands as before. */
function isSmall({ changes, effect }: ChangeGroup): boolean {
  return !changes.some(isWeighty) && (effect === null || !hasMoved(effect));
}

function groupBlock({ entity, changes, effect }: ChangeGroup, pen: Pen): string {
  const lines = [entityLine(entity, 0, pen, changes.some(isSuppression) ? "suppressions" : "config")];
  if (effect !== null) lines.push(...standingLines(effect, INDENT.length, pen));
  const told = new Set<string>();
  for (const change of changes) {
    if (isWeighty(change)) lines.push(...changeLines(change, told, pen));
    else lines.push(shortLine(change, false, pen));
    if (change.reason !== null) told.add(change.reason);
  }
  return lines.join("\n");
}

/** KPIs that moved though nothing about them was changed; `isAlone` where nothing stands before them. */
function movedBlock(moved: readonly EffectView[], isAlone: boolean, pen: Pen): string {
  const lines = moved.flatMap((effect) => [
    entityLine({ kind: "kpi", id: effect.id }, INDENT.length, pen),
    ...standingLines(effect, 2 * INDENT.length, pen),
  ]);
  return [pen.paints.bold(isAlone ? "Moved" : "Also moved"), ...lines].join("\n");
}

function smallBlock(groups: readonly ChangeGroup[], pen: Pen): string {
  const lines = groups.flatMap(({ changes }) => changes.map((change) => shortLine(change, true, pen)));
  return [pen.paints.bold("Smaller changes"), ...lines].join("\n");
}

/** The counts, and what to do where reasons are missing. */
function summary({ summary: counts }: ReviewView, groups: readonly ChangeGroup[], pen: Pen): string {
  const { context, paints } = pen;
  const worst = counts.errors > 0 ? "error" : counts.warnings > 0 ? "warning" : "info";
  const words: Word[] = [
    { text: levelSymbol(worst, pen), gap: 0, style: paintOf(worst, paints) },
    ...styled(countsText(counts), 1, paints.bold),
  ];
  const lines = [wrap(words, context.width, INDENT)];
  const hint = (text: string): void => {
    lines.push(wrap([phrase(INDENT, 0), ...styled(text, 0, paints.dim)], context.width, INDENT));
  };
  const shown = groups.flatMap(({ changes }) => changes.filter(isWeighty));
  const missing = shown.filter((change) => lacksReason(change) && !isFollowUp(change));
  const noun = missing.length === 1 ? "reason" : "reasons";
  if (missing.length > 0) hint(`Write the missing ${noun} where the lines above say, or take the changes back.`);
  const [first] = missing.length > 0 ? missing : shown;
  if (first !== undefined) hint(`More about a change: kpi explain ${drawn(first.ruleId, pen)}`);
  return lines.join("\n");
}
