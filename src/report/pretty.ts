/** Findings for people: in a terminal, in a build log, in a pipe. */

import type { CheckResult } from "../engine/result.ts";
import type { Finding } from "../findings/finding.ts";
import { codeFrame } from "../findings/frame.ts";
import { LineIndex } from "../text/source.ts";
import { hyperlink, paint, paintOf, type Style, unstyled } from "./colour.ts";
import { type ReportContext, shownFindings } from "./context.ts";
import { smartCards } from "./smart.ts";
import { shorten, terminal, webAddress, withoutLogCommand } from "./untrusted.ts";
import { count, elapsed, levels, MESSAGE_LENGTH, number, otherCounts, scope, severityCounts } from "./words.ts";
import { type Word, wordsOf, wrap } from "./wrap.ts";

/** Code frames stay readable where lines are not wrapped. */
const WIDEST_FRAME = 120;
const INDENT = "    ";
/** Infos of one rule that are shown; after an import there may be hundreds, among which an error would drown. */
const MOST_INFOS = 10;
/** Findings above which a repository probably is at its beginning with the tool. */
const MANY = 100;
/** Stands under the line that a code frame draws. */
const UNDER_FRAME = "      ";

/**
 * One block for each finding (place, level, message, rule; the code; what to write instead), and a summary.
 * Of a rule with many infos the first are shown, and the others are counted.
 *
 * With `quiet` only findings that fail are shown, and nothing where there is none.
 */
export function pretty(result: CheckResult, context: ReportContext): string {
  const shown = shownFindings(result, context);
  if (context.quiet && shown.length === 0) return "";
  const files = new Map<string, LineIndex | null>();
  const { told, counted } = withoutFlood(shown);
  const blocks = told.map((finding) => block(finding, indexOf(finding.file, files, context), context));
  if (counted.size > 0) blocks.push(countedInfos(counted, context));
  if (context.smart && result.smart.length > 0) blocks.push(smartCards(result.smart, context));
  blocks.push(shown.length === 0 ? calm(result, context) : summaryOf(result, shown, context));
  return `${blocks.join("\n\n")}\n`;
}

/** The findings that are shown, and by rule how many infos are not. */
function withoutFlood(findings: readonly Finding[]): {
  readonly told: readonly Finding[];
  readonly counted: ReadonlyMap<string, number>;
} {
  const seen = new Map<string, number>();
  const counted = new Map<string, number>();
  const told = findings.filter(({ severity, ruleId }) => {
    if (severity !== "info") return true;
    const before = seen.get(ruleId) ?? 0;
    seen.set(ruleId, before + 1);
    if (before >= MOST_INFOS) counted.set(ruleId, before + 1 - MOST_INFOS);
    return before < MOST_INFOS;
  });
  return { told, counted };
}

function countedInfos(counted: ReadonlyMap<string, number>, context: ReportContext): string {
  const total = [...counted.values()].reduce((sum, one) => sum + one, 0);
  const rules = [...counted].map(([ruleId, one]) => `${number(one)} of ${terminal(ruleId)}`).join(", ");
  const { symbol } = levels.info;
  const words = wordsOf(`${count(total, "more info")}: ${rules}; --format json lists all.`, 1);
  return wrap(
    [{ text: symbol, gap: 0, style: paintOf("info", paint(context.colour)) }, ...words],
    context.width,
    INDENT,
  );
}

function indexOf(file: string, known: Map<string, LineIndex | null>, context: ReportContext): LineIndex | null {
  const found = known.get(file);
  if (found !== undefined) return found;
  const text = context.textOf(file);
  const index = text === null ? null : new LineIndex(text);
  known.set(file, index);
  return index;
}

function block(finding: Finding, lines: LineIndex | null, context: ReportContext): string {
  return [header(finding, context), ...frame(finding, lines, context), ...advice(finding, context)].join("\n");
}

/** `file:line:col  level  message  rule-id`, wrapped at words under the first one. */
function header(finding: Finding, context: ReportContext): string {
  const paints = paint(context.colour);
  const { symbol, word } = levels[finding.severity];
  const place = placeOf(finding.file, finding.range.start);
  const level = `${symbol} ${word}`;
  const address = webAddress(finding.url);
  const rule: Style = (text) =>
    context.hyperlinks === true && address !== null ? hyperlink(paints.dim(text), address) : paints.dim(text);
  const words: Word[] = [
    { text: place, gap: 0, style: paints.bold },
    { text: level, gap: 2, style: paintOf(finding.severity, paints) },
    ...wordsOf(terminal(shorten(finding.message, MESSAGE_LENGTH)), 2),
    { text: terminal(finding.ruleId), gap: 2, style: rule },
  ];
  return wrap(words, context.width, INDENT);
}

function placeOf(file: string, start: { readonly line: number; readonly column: number }): string {
  return `${terminal(file)}:${start.line}:${start.column}`;
}

function frame(finding: Finding, lines: LineIndex | null, context: ReportContext): readonly string[] {
  if (lines === null) return [];
  const paints = paint(context.colour);
  return codeFrame(lines, finding.range, Math.min(context.width, WIDEST_FRAME)).map(({ kind, gutter, text }) => {
    const painted = kind === "mark" ? paintOf(finding.severity, paints)(text) : withoutLogCommand(text).trimEnd();
    return paints.dim(text === "" ? gutter.trimEnd() : gutter) + painted;
  });
}

/** What to write instead, what `--fix` would do, and the other places. */
function advice(finding: Finding, context: ReportContext): readonly string[] {
  const paints = paint(context.colour);
  const row = (label: string, style: Style, words: readonly Word[]): string =>
    wrap([{ text: `${UNDER_FRAME}= ${label}`, gap: 0, style }, ...words], context.width, `${UNDER_FRAME}  `);
  const rows: string[] = [];
  for (const { title } of finding.suggestions) rows.push(row("suggestion:", paints.green, wordsOf(terminal(title), 1)));
  if (finding.fix !== null) rows.push(row("fixed by --fix:", paints.green, wordsOf(terminal(finding.fix.title), 1)));
  for (const place of finding.related) {
    const where: Word = { text: placeOf(place.file, place.range.start), gap: 1, style: paints.bold };
    rows.push(row("see", paints.blue, [where, ...wordsOf(terminal(place.message), 2)]));
  }
  return rows;
}

/** One line for a result without findings. */
function calm(result: CheckResult, context: ReportContext): string {
  const { summary } = result;
  const nothing = summary.new === null ? "no findings" : "no new findings";
  const rest = summary.new === null ? otherCounts(summary) : otherCounts(summary).slice(1);
  const time = context.elapsedMs === null ? "" : ` (${elapsed(context.elapsedMs)})`;
  const text = `${scope(summary)}: ${[nothing, ...rest].join(", ")}${time}`;
  const tick: Word = { text: "✓", gap: 0, style: paint(context.colour).green };
  return wrap([tick, ...wordsOf(text, 1)], context.width, "  ");
}

/** The counts on one line, and where to read more. */
function summaryOf(result: CheckResult, shown: readonly Finding[], context: ReportContext): string {
  const { summary } = result;
  const paints = paint(context.colour);
  const worst = summary.errors > 0 ? "error" : summary.warnings > 0 ? "warning" : "info";
  const other = [...otherCounts(summary)];
  if (summary.fixable > 0) other.push(`${number(summary.fixable)} fixable with --fix`);
  const rest = other.length === 0 ? "" : ` (${other.join(", ")})`;
  const time = context.elapsedMs === null ? "" : `, ${elapsed(context.elapsedMs)}`;
  const words: Word[] = [
    { text: levels[worst].symbol, gap: 0, style: paintOf(worst, paints) },
    { text: severityCounts(summary), gap: 1, style: paints.bold },
    ...wordsOf(`in ${count(summary.files, "file")}${rest}${time}`, 1),
  ];
  const rows = [wrap(words, context.width, "  ")];
  const first = shown[0];
  if (first !== undefined) rows.push(advise(`More about a rule: kpi explain ${terminal(first.ruleId)}`, context));
  if (shown.length > MANY && summary.known === 0 && summary.new === null)
    rows.push(advise("To see only what is new from now on: kpi check --update-known", context));
  return rows.join("\n");
}

function advise(sentence: string, context: ReportContext): string {
  const words = wordsOf(sentence, 1);
  return paint(context.colour).dim(wrap([{ text: " ", gap: 0, style: unstyled }, ...words], context.width, "  "));
}
