/** One change, and how one KPI stood and stands, as lines of a terminal. */

import type { EntityRef, Severity } from "../../findings/finding.ts";
import { displayWidth } from "../../text/display.ts";
import { hyperlink, type Paints, paintOf, type Style } from "../colour.ts";
import { phrase, spaces, styled } from "../progress/phrases.ts";
import { shorten, terminal, webAddress } from "../untrusted.ts";
import { levels } from "../words.ts";
import { type Word, wordsOf, wrap } from "../wrap.ts";
import type { ReviewContext } from "./context.ts";
import { shortMessage } from "./short.ts";
import type { ChangeView } from "./view.ts";

/** Characters of texts from files; the whole of them stands in JSON. */
const TITLE_LENGTH = 120;
const REASON_LENGTH = 400;
const MESSAGE_LENGTH = 600;

/** From this width on, texts stand in a column beside their labels. */
const COLUMN_FROM = 72;
const COLUMN = 13;
const INDENT = 2;

const ASCII_LEVELS: Readonly<Record<Severity, string>> = { error: "x", warning: "!", info: "i" };

/** What all lines of a review share. */
export interface Pen {
  readonly context: ReviewContext;
  readonly paints: Paints;
  readonly titleOf: (entity: EntityRef) => string | null;
}

/** A text of ours or of a file, safe for the terminal and with the arrows that it knows. */
export function drawn(text: string, { context }: Pen, limit = MESSAGE_LENGTH): string {
  const safe = terminal(shorten(text, limit));
  return context.ascii ? safe.replaceAll("→", "->").replaceAll("…", "...") : safe;
}

/** The shape of a level, such as `✖`. */
export function levelSymbol(severity: Severity, { context }: Pen): string {
  return context.ascii ? ASCII_LEVELS[severity] : levels[severity].symbol;
}

/** `nps-2026  Net Promoter Score of 75`; metrics and goals say what they are; `otherwise` names what is none of them. */
export function entityLine(entity: EntityRef | null, indent: number, pen: Pen, otherwise = "config"): string {
  const title = entity === null ? null : pen.titleOf(entity);
  const words = [
    phrase(spaces(indent), 0),
    ...nameWords(entity, "", pen, otherwise),
    ...(title === null ? [] : wordsOf(drawn(title, pen, TITLE_LENGTH), 2)),
  ];
  return wrap(words, pen.context.width, spaces(indent + INDENT));
}

/** Level and message; place and rule; the reason, where it is not among those already told. */
export function changeLines(change: ChangeView, told: ReadonlySet<string>, pen: Pen): readonly string[] {
  const hang = spaces(hangOf(pen));
  const { width } = pen.context;
  const message = messageWords(drawnMessage(change, pen), width - hang.length);
  const lines = [
    labelled(levelOf(change, pen), message, INDENT, pen),
    wrap([phrase(hang, 0), ...placeOf(change, 0, pen)], width, hang),
  ];
  if (change.reason !== null && !told.has(change.reason)) {
    const reason = wordsOf(drawn(change.reason, pen, REASON_LENGTH), 1);
    lines.push(wrap([phrase(hang, 0), { text: "reason:", gap: 0, style: pen.paints.green }, ...reason], width, hang));
  }
  return lines;
}

/** A change in one line, which wraps where it must; `isNamed` says of what, where no line above does. */
export function shortLine(change: ChangeView, isNamed: boolean, pen: Pen): string {
  const words = isNamed ? nameWords(change.entity, ":", pen) : [];
  const message = wordsOf(drawnMessage(change, pen), 1);
  return labelled(levelOf(change, pen), [...words, ...message, ...placeOf(change, 2, pen)], INDENT, pen);
}

/** `nps-2026`, `metric nps`, `config`. */
function nameWords(entity: EntityRef | null, ending: string, pen: Pen, otherwise = "config"): readonly Word[] {
  const { bold, dim } = pen.paints;
  if (entity === null) return [{ text: `${otherwise}${ending}`, gap: 0, style: bold }];
  const kind = entity.kind === "kpi" ? [] : [{ text: entity.kind, gap: 0, style: dim }];
  return [...kind, ...styled(`${drawn(entity.id, pen, TITLE_LENGTH)}${ending}`, kind.length, bold)];
}

/** A label and what it names, in a column of its own where there is room. */
export function labelled(label: Word, words: readonly Word[], indent: number, pen: Pen): string {
  const hang = hangOf(pen) + indent - INDENT;
  const gap = hasColumn(pen) ? hang - indent - displayWidth(label.text) : 2;
  const [first, ...rest] = words;
  if (first === undefined) return label.style(label.text);
  const moved = [{ text: first.text, gap, style: first.style }, ...rest];
  return wrap([phrase(spaces(indent), 0), label, ...moved], pen.context.width, spaces(hang));
}

/** A label of a line that is no change. */
export function plainLabel(text: string, pen: Pen): Word {
  return { text, gap: 0, style: pen.paints.dim };
}

/** YAML to copy, as in `add { date: …, reason: … } to …`, with one level of nesting. */
const YAML = /(?<=^|\s)((?:\S+: )?\{(?:[^{}]|\{[^{}]*\})*\})(?=\s|$)/;

function drawnMessage({ message }: ChangeView, pen: Pen): string {
  return drawn(shortMessage(message, MESSAGE_LENGTH), pen);
}

/** The words of a message; YAML to copy stays on one line where that has room. */
function messageWords(message: string, room: number): readonly Word[] {
  return message.split(YAML).flatMap((part, i) => {
    const isYaml = i % 2 === 1 && displayWidth(part) <= room;
    return isYaml ? [phrase(part, 1)] : wordsOf(part, 1);
  });
}

function levelOf({ severity }: ChangeView, pen: Pen): Word {
  const text = `${levelSymbol(severity, pen)} ${levels[severity].word}`;
  return { text, gap: 0, style: paintOf(severity, pen.paints) };
}

/** `kpi.yaml:34  diff/target-eased`; places in the older version say so. */
function placeOf(change: ChangeView, gap: number, { context, paints }: Pen): readonly Word[] {
  const address = webAddress(change.url);
  const rule: Style = (text) =>
    context.hyperlinks === true && address !== null ? hyperlink(paints.dim(text), address) : paints.dim(text);
  const where = `${terminal(change.file)}:${change.range.start.line}`;
  return [
    { text: where, gap, style: paints.dim },
    ...(change.side === "base" ? styled("(in the base)", 1, paints.dim) : []),
    { text: terminal(change.ruleId), gap: 2, style: rule },
  ];
}

function hasColumn({ context }: Pen): boolean {
  return context.width >= COLUMN_FROM;
}

/** Where texts start that go on in another line. */
function hangOf(pen: Pen): number {
  return hasColumn(pen) ? COLUMN : 2 * INDENT;
}
