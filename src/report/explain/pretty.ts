/** An explanation for people at a terminal: labels in one column, sentences that wrap beside them. */

import { displayWidth } from "../../text/display.ts";
import { type Paints, paint, type Style, unstyled } from "../colour.ts";
import { statusStyle, statusText } from "../progress/words.ts";
import { terminal } from "../untrusted.ts";
import { wordsOf, wrap } from "../wrap.ts";
import type { Explanation, Fact, Section } from "./model.ts";

export interface ExplainContext {
  readonly colour: boolean;
  readonly width: number;
  /** Whether the terminal shows nothing but ASCII. */
  readonly ascii: boolean;
}

const KINDS = { goal: "goal", metric: "metric", kpi: "KPI" } as const;
/** Lines longer than this are hard to read. */
const WIDEST = 110;
const INDENT = "  ";
/** Below this width a sentence stands under its label. */
const NARROW = 72;
const LONGEST_LABEL = 26;

/** All that is known about the entities of one id. */
export function prettyExplanations(explanations: readonly Explanation[], context: ExplainContext): string {
  return `${explanations.map((explanation) => block(explanation, context)).join("\n\n")}\n`;
}

function block({ entity, title, status, facts, sections }: Explanation, context: ExplainContext): string {
  const paints = paint(context.colour);
  const head = `${paints.bold(terminal(entity.id))}  ${paints.dim(KINDS[entity.kind])}`;
  const lines = [head];
  if (title !== "") lines.push(...wrapped(shown(title, context), context, ""));
  if (status !== null) {
    const word = statusText(status.word, context.ascii) + (status.stale ? " (stale)" : "");
    const words = [
      { text: word, gap: 0, style: statusStyle(status.word, paints, status.stale) },
      ...wordsOf(shown(status.text, context), 2),
    ];
    lines.push(wrap(words, width(context), INDENT));
  }
  const parts = [lines.join("\n")];
  if (facts.length > 0) parts.push(factLines(facts, context, paints));
  for (const section of sections) parts.push(sectionLines(section, context, paints));
  return parts.join("\n\n");
}

function sectionLines({ heading, facts }: Section, context: ExplainContext, paints: Paints): string {
  return `${paints.bold(shown(heading, context))}\n${factLines(facts, context, paints)}`;
}

function factLines(facts: readonly Fact[], context: ExplainContext, paints: Paints): string {
  const labels = facts.map(({ label }) => labelText(label, context));
  const widest = labels.reduce((most, label) => Math.max(most, displayWidth(label)), 0);
  const column = Math.min(widest, LONGEST_LABEL);
  const isNarrow = context.width < NARROW;
  return facts
    .map(({ text }, i) => {
      const label = labels[i] ?? "";
      const sentence = shown(text, context);
      if (widest === 0) return wrapped(sentence, context, INDENT).join("\n");
      if (isNarrow) return stacked(label, sentence, context, paints.dim);
      const [first = "", ...rest] = wrapped(sentence, context, " ".repeat(INDENT.length + column + 2));
      const gap = " ".repeat(Math.max(0, column - displayWidth(label)) + 2);
      return [`${INDENT}${paints.dim(label)}${gap}${first.trimStart()}`, ...rest].join("\n");
    })
    .join("\n");
}

function stacked(label: string, sentence: string, context: ExplainContext, style: Style): string {
  if (label === "") return wrapped(sentence, context, INDENT.repeat(2)).join("\n");
  const words = [{ text: `${INDENT}${label.trim()}:`, gap: 0, style }, ...wordsOf(sentence, 1)];
  return wrap(words, width(context), INDENT.repeat(2));
}

/** Leading spaces of a label keep it under the ones with a symbol. */
function labelText(label: string, context: ExplainContext): string {
  const start = /^ */.exec(label)?.[0] ?? "";
  return start + shown(label.slice(start.length), context, true);
}

function wrapped(text: string, context: ExplainContext, indent: string): readonly string[] {
  const words = [{ text: indent, gap: 0, style: unstyled }, ...wordsOf(text, 0)];
  return wrap(words, width(context), indent).split("\n");
}

function width(context: ExplainContext): number {
  return Math.min(context.width, WIDEST);
}

const ASCII: Readonly<Record<string, string>> = {
  "−": "-",
  "×": "*",
  Σ: "sum of",
  "≤": "<=",
  "≥": ">=",
  "→": "->",
  "✖": "x",
  "⚠": "!",
  ℹ: "i",
};

/** Text that is safe for a terminal; `keepsSpaces` for labels whose symbol stands apart. */
function shown(text: string, { ascii }: ExplainContext, keepsSpaces = false): string {
  const safe = keepsSpaces ? text.split("  ").map(terminal).join("  ") : terminal(text);
  return ascii ? safe.replace(/[−×Σ≤≥→✖⚠ℹ]/g, (symbol) => ASCII[symbol] ?? symbol) : safe;
}
