/** What `kpi add` says: what was added and where, what would make it SMARTer, and what to try next. */

import { ENTITY_NAMES } from "../../definition/explain/spot.ts";
import type { CheckResult } from "../../engine/result.ts";
import type { Finding } from "../../findings/finding.ts";
import { paint, paintOf } from "../../report/colour.ts";
import type { ReportContext } from "../../report/context.ts";
import { smartCards } from "../../report/smart.ts";
import { jsonText, terminal } from "../../report/untrusted.ts";
import { levels } from "../../report/words.ts";
import { type Word, wordsOf, wrap } from "../../report/wrap.ts";
import { statedBaseline } from "./answers.ts";
import type { AddFacts } from "./facts.ts";
import type { Placed, Prepared } from "./write.ts";

/** What a report may know. */
export interface AddReport {
  readonly prepared: Prepared;
  readonly facts: AddFacts;
  /** The diff where nothing was written; null where it was. */
  readonly diff: string | null;
  /** Stands before paths, which are relative to the root. */
  readonly prefix: string;
}

/** How it is shown to people. */
export interface AddStyle {
  readonly colour: boolean;
  readonly width: number;
  readonly quiet: boolean;
}

/** For people; empty where only what fails is to be said. */
export function prettyAdded({ prepared, facts, prefix }: AddReport, style: AddStyle): string {
  if (style.quiet) return "";
  const added = prepared.placed.map(
    ({ kind, id, file, line }) => `Added ${ENTITY_NAMES[kind]} ${id} to ${terminal(prefix + file)} (line ${line}).`,
  );
  const blocks = [added.join("\n")];
  const cards = cardsOf(prepared);
  if (cards.length > 0) blocks.push(smartCards(cards, contextFor(style)));
  if (prepared.findings.length > 0) blocks.push(adviceBlock("To make it SMARTer:", prepared.findings, style));
  const next = prepared.placed.at(-1);
  if (next !== undefined) blocks.push(`Next: ${nextCommands(next, facts).join("\n      ")}`);
  return `${blocks.join("\n\n")}\n`;
}

/** For programs; `schemaVersion` 1. */
export function jsonAdded({ prepared, diff }: AddReport): string {
  const { placed, refused, findings } = prepared;
  return jsonText({
    schemaVersion: 1,
    written: diff === null && refused.length === 0,
    added: placed.map(({ kind, id, file, line }) => ({ kind, id, file, line })),
    findings: [...refused, ...findings],
    smart: cardsOf(prepared),
    diff,
  });
}

/** Findings as a list: symbol, sentence, rule. */
export function adviceBlock(title: string, findings: readonly Finding[], { colour, width }: AddStyle): string {
  const paints = paint(colour);
  const rows = findings.map(({ severity, message, ruleId }) => {
    const symbol: Word = { text: `  ${levels[severity].symbol}`, gap: 0, style: paintOf(severity, paints) };
    const rule: Word = { text: terminal(ruleId), gap: 2, style: paints.dim };
    return wrap([symbol, ...wordsOf(terminal(message), 1), rule], width, "    ");
  });
  return [paints.bold(title), ...rows].join("\n");
}

function cardsOf({ placed, result }: Prepared): CheckResult["smart"] {
  const isActive = ({ kind, definition }: Placed): boolean => kind === "kpi" && definition.state !== "draft";
  const ids = new Set(placed.filter(isActive).map(({ id }) => id));
  return result.smart.filter(({ kpi }) => ids.has(kpi));
}

function contextFor({ colour, width }: AddStyle): ReportContext {
  return { textOf: () => null, colour, width, elapsedMs: null, smart: true, quiet: false };
}

/** Ids are of one form, so that they need no quotes in a shell. */
function nextCommands({ kind, id, definition }: Placed, facts: AddFacts): readonly string[] {
  if (kind === "goal") return [`kpi add kpi --goal ${id}`, `kpi explain ${id}`];
  if (kind === "metric") return [`kpi record ${id} VALUE`, `kpi add kpi --metric ${id}`];
  if (definition.state === "draft") return [`kpi explain ${id}`];
  const metric = String(definition.metric ?? "");
  const progress = `kpi progress ${id}`;
  const found = facts.metric(metric);
  if (found === null || found.definition.derived !== undefined) return [progress];
  const value = statedBaseline(definition.baseline)?.value ?? facts.latest(metric)?.value ?? "VALUE";
  return [`kpi record ${metric} ${value}`, progress];
}
