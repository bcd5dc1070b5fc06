/** The page a reviewer reads: verdict first, then what changes in meaning, what is newly wrong, how KPIs stand. */

import { reviewMarkdown } from "../review/markdown.ts";
import type { ReviewView } from "../review/view.ts";
import { markdown, markdownCode, shorten, webAddress } from "../untrusted.ts";
import { count, levels, severityCounts } from "../words.ts";
import type { ActionDiff, ActionReport } from "./model.ts";
import { portfolioLine, progressSection } from "./progress.ts";

export interface BodyOptions {
  /** UTF-16 code units at most; the body is cut at whole rows. */
  readonly limit: number;
  /** Where the report was made, when it is not this run that posts it. */
  readonly origin?: string;
}

/** Findings that are shown open; the rest is folded. */
const OPEN_FINDINGS = 10;
const MOST_FINDINGS = 100;
const MESSAGE_LENGTH = 400;
const NAME_LENGTH = 80;
const GAP = "\n\n";

/** The body of the comment, and the job summary. */
export function reportBody(report: ActionReport, options: BodyOptions): string {
  const footer = footerOf(report, options.origin);
  const failures = report.failures.map((failure) => `- ✖ ${markdown(failure)}`).join("\n");
  const verdict = failures === "" ? [] : [`**Fails because of**${GAP}${failures}`];
  const room = options.limit - footer.length - verdict.join("").length - 3 * GAP.length;
  // What changes is the reason to read on, so it may take most of the room; the rest gets what is left.
  const head = headOf(report, Math.floor(room * 0.6));
  const parts = [head];
  let left = room - head.length;
  const add = (sections: readonly string[], left_out: string): void => {
    for (const section of sections) {
      const text = section.length + GAP.length <= left ? section : left_out;
      if (text.length + GAP.length > left) return;
      parts.push(text);
      left -= text.length + GAP.length;
      if (text === left_out) return;
    }
  };
  if (report.sections.includes("findings"))
    add(findingsSections(report, left), "More findings: `kpi check` shows them.");
  if (report.sections.includes("progress")) add(progressSections(report), "More progress: `kpi progress` shows it.");
  return `${[...parts, ...verdict, footer].join(GAP)}\n`;
}

/** What a comment says where nothing changes any more. */
export function cleanBody(report: ActionReport): string {
  return `**Nothing changes in meaning; nothing new is broken.** ${portfolioLine(report)}.${GAP}${footerOf(report)}\n`;
}

/** Whether there is anything that a reviewer must see. */
export function hasNews({ diff, check, conclusion }: ActionReport): boolean {
  if (conclusion === "failure") return true;
  if (diff !== null) return diff.changes.length > 0 || diff.unread.length > 0 || check.findings.length > 0;
  return check.findings.length > 0;
}

function headOf(report: ActionReport, limit: number): string {
  const { diff, sections } = report;
  if (diff === null || !sections.includes("changes")) return withoutDiff(report);
  const context = { colour: false, width: Number.POSITIVE_INFINITY, ascii: false, quiet: false };
  return reviewMarkdown(viewOf(diff), { ...context, clauses: [brokenClause(report)], maxLength: limit }).trimEnd();
}

/** `nothing new is broken`, `2 new errors, 1 new warning`. */
function brokenClause({ check, diff }: ActionReport): string {
  const { errors, warnings } = check.counts;
  const word = diff === null ? "" : "new ";
  if (errors + warnings === 0) return diff === null ? "nothing is broken" : "nothing new is broken";
  return [
    ...(errors > 0 ? [count(errors, `${word}error`)] : []),
    ...(warnings > 0 ? [count(warnings, `${word}warning`)] : []),
  ].join(", ");
}

function withoutDiff(report: ActionReport): string {
  const clause = brokenClause(report);
  const verdict = `**${clause.charAt(0).toUpperCase()}${clause.slice(1)}.** ${portfolioLine(report)}.`;
  if (report.noBase === null) return verdict;
  return `${verdict}${GAP}Changes are not compared: ${markdown(report.noBase)}.`;
}

function findingsSections({ check, diff }: ActionReport, room: number): readonly string[] {
  const { findings, counts } = check;
  if (findings.length === 0) return [];
  const head = "| level | where | what to change |\n|---|---|---|";
  const rows: string[] = [];
  let length = head.length;
  for (const finding of findings.slice(0, MOST_FINDINGS)) {
    const row = findingRow(finding);
    length += row.length + 1;
    if (length > room * 0.7) break;
    rows.push(row);
  }
  const all = counts.errors + counts.warnings + counts.infos;
  const more = all - rows.length;
  const title = diff === null ? "Findings" : "New findings";
  const rest = more > 0 ? `${count(more, "more finding")}: \`kpi check\` shows ${more === 1 ? "it" : "them"}.` : "";
  const isLong = rows.length > OPEN_FINDINGS;
  const open = [head, ...rows.slice(0, isLong ? OPEN_FINDINGS : rows.length)].join("\n");
  const folded = isLong
    ? [fold(`${count(rows.length - OPEN_FINDINGS, "finding")} more`, [head, ...rows.slice(OPEN_FINDINGS)].join("\n"))]
    : [];
  const summary = severityCounts(counts);
  return [`**${title}**: ${summary}${GAP}${open}`, ...folded, ...(rest === "" ? [] : [rest])];
}

function findingRow({
  severity,
  file,
  range,
  message,
  suggestions,
  ruleId,
  url,
}: ActionReport["check"]["findings"][number]): string {
  const { symbol, word } = levels[severity];
  const [first] = suggestions;
  const address = webAddress(url);
  const rule = address === null ? markdown(ruleId) : `[${markdown(ruleId)}](${address})`;
  const advice = first === undefined ? "" : `<br>${markdown(shorten(first.title, MESSAGE_LENGTH))}`;
  const place = markdownCode(`${shorten(file, NAME_LENGTH)}:${range.start.line}`);
  return `| ${symbol} ${word} | ${place} | ${markdown(shorten(message, MESSAGE_LENGTH))}${advice}<br>${rule} |`;
}

function progressSections(report: ActionReport): readonly string[] {
  const [table, ...rest] = progressSection(report);
  if (table === undefined) return report.diff === null ? [] : [`All in all: ${portfolioLine(report)}.`];
  const title = report.diff === null ? "Needs attention" : "How they stand";
  return [
    `**${title}**${GAP}${table}`,
    ...rest,
    ...(report.diff === null ? [] : [`All in all: ${portfolioLine(report)}.`]),
  ];
}

function footerOf({ tool, asOf, run, sha, workspace }: ActionReport, origin?: string): string {
  const address = webAddress(run.url);
  const name = `run ${run.id}${run.attempt > 1 ? `.${run.attempt}` : ""}`;
  const link = address === null ? name : `[${name}](${address})`;
  const where = workspace === "." ? "" : ` · ${markdownCode(shorten(workspace, NAME_LENGTH))}`;
  const from = origin === undefined ? "" : ` · ${origin}`;
  return `<sub>kpi-as-code ${markdown(tool.version)} · as of ${markdown(asOf)} · ${markdownCode(sha.slice(0, 10))}${where} · ${link}${from}</sub>`;
}

function viewOf(diff: ActionDiff): ReviewView {
  return {
    names: { base: diff.base, head: diff.head },
    asOf: diff.asOf,
    lane: diff.lane,
    summary: diff.summary,
    changes: diff.changes,
    effects: diff.effects.map(({ kpi, title, ...attribution }) => ({
      id: kpi,
      kpi: { definition: title === null ? {} : { title } },
      attribution,
    })),
    unread: diff.unread,
  };
}

function fold(summary: string, body: string): string {
  return `<details>\n<summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
