/** Markdown for a pull request, a wiki or a job summary. */

import type { CheckResult, CheckSummary, SmartCard } from "../engine/result.ts";
import type { Finding } from "../findings/finding.ts";
import type { ReportContext } from "./context.ts";
import { markdown, markdownCode, shorten, webAddress } from "./untrusted.ts";
import { count, levels, marks, otherCounts, scope, severityCounts } from "./words.ts";

/** Characters of one cell's text; the whole of it stands in the other formats. */
const CELL_LENGTH = 500;

/**
 * The verdict first, then errors and warnings, then SMART cards where they are wanted, and information folded.
 *
 * It holds no time of its own, so that two runs with one outcome give one text.
 */
export function markdownReport(result: CheckResult, context: ReportContext): string {
  const main = result.findings.filter((finding) => finding.severity !== "info");
  const infos = result.findings.filter((finding) => finding.severity === "info");
  const parts = [verdict(result)];
  if (main.length > 0) parts.push(findingsTable(main));
  if (context.smart && result.smart.length > 0) parts.push(`### SMART\n\n${smartTable(result.smart)}`);
  if (infos.length > 0) parts.push(folded(`ℹ ${count(infos.length, "info")}`, findingsTable(infos)));
  return `${parts.join("\n\n")}\n`;
}

function verdict(result: CheckResult): string {
  const { summary } = result;
  const details = otherCounts(summary);
  const rest = details.length === 0 ? "" : ` (${details.join(", ")})`;
  const checked = `${scope(summary)}, as of ${markdown(result.asOf)}.`;
  if (result.findings.length === 0) return `**✓ No ${summary.new === null ? "" : "new "}findings**${rest}: ${checked}`;
  return `**${symbolOf(summary)} ${severityCounts(summary)}**${rest}: ${checked}${fixable(summary)}`;
}

function fixable(summary: CheckSummary): string {
  if (summary.fixable === 0) return "";
  return ` \`kpi check --fix\` repairs ${summary.fixable === 1 ? "one of them" : `${summary.fixable} of them`}.`;
}

function symbolOf(summary: CheckSummary): string {
  if (summary.errors > 0) return levels.error.symbol;
  return summary.warnings > 0 ? levels.warning.symbol : levels.info.symbol;
}

/** Findings as a table: level, place, what to write instead, rule. */
export function findingsTable(findings: readonly Finding[]): string {
  const rows = findings.map((finding) => {
    const { symbol, word } = levels[finding.severity];
    const place = `${finding.file}:${finding.range.start.line}:${finding.range.start.column}`;
    return `| ${symbol} ${word} | ${markdownCode(place)} | ${message(finding)} | ${ruleLink(finding)} |`;
  });
  return ["| level | where | what to change | rule |", "|---|---|---|---|", ...rows].join("\n");
}

function message(finding: Finding): string {
  const text = [markdown(shorten(finding.message, CELL_LENGTH))];
  for (const suggestion of finding.suggestions) {
    text.push(`Suggestion: ${markdown(shorten(suggestion.title, CELL_LENGTH))}`);
  }
  if (finding.fix !== null) {
    text.push(`Fixed by \`kpi check --fix\`: ${markdown(shorten(finding.fix.title, CELL_LENGTH))}`);
  }
  for (const place of finding.related) {
    const where = `${place.file}:${place.range.start.line}:${place.range.start.column}`;
    text.push(`See ${markdownCode(where)}: ${markdown(shorten(place.message, CELL_LENGTH))}`);
  }
  return text.join("<br>");
}

function ruleLink(finding: Finding): string {
  const address = webAddress(finding.url);
  const name = markdown(finding.ruleId);
  return address === null ? name : `[${name}](${address})`;
}

/** The SMART cards as a table, a shape in every cell. */
export function smartTable(cards: readonly SmartCard[]): string {
  const rows = cards.map((card) => {
    const cells = [card.specific, card.measurable, card.achievable, card.relevant, card.timeBound];
    return `| ${markdownCode(card.kpi)} | ${cells.map((mark) => marks[mark].symbol).join(" | ")} |`;
  });
  const legend = `${marks.pass.symbol} pass, ${marks.warn.symbol} warning, ${marks.fail.symbol} error`;
  return ["| KPI | S | M | A | R | T |", "|---|:-:|:-:|:-:|:-:|:-:|", ...rows, "", legend].join("\n");
}

function folded(summary: string, body: string): string {
  return `<details>\n<summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
