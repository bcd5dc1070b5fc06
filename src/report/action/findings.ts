/** What is wrong in the files: new findings where something was compared, else all. */

import { shorten } from "../untrusted.ts";
import { count, levels, severityCounts } from "../words.ts";
import { lines, link, placeText, row, sentence, tableHead } from "./cells.ts";
import type { ActionReport } from "./model.ts";
import { openAndFolded, type Section } from "./page.ts";

/** Findings that stand open. */
const OPEN_ROWS = 5;
const MESSAGE_LENGTH = 300;

/** A table of findings, the most severe first; those beyond what a report holds are counted. */
export function findingsSection({ check: { findings, counts }, diff }: ActionReport): Section {
  const beyond = Math.max(0, counts.errors + counts.warnings + counts.infos - findings.length);
  const name = diff === null ? "Findings" : "New findings";
  const blocks = openAndFolded(findings.map(findingRow), {
    title: `**${name}**: ${severityCounts(counts)}\n\n`,
    head: tableHead("where", "what to change"),
    open: OPEN_ROWS,
    summary: (n) => count(n, "more finding"),
  });
  const last = blocks.at(-1);
  if (last !== undefined && beyond > 0) {
    return {
      blocks: [...blocks.slice(0, -1), { ...last, tail: `${last.tail}\n\n${leftOut(beyond)}` }],
      more: leftOutWith(beyond),
    };
  }
  return { blocks, more: leftOut };
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
  const [first] = suggestions;
  const advice = first === undefined ? "" : `→ ${sentence(first.title, MESSAGE_LENGTH)}`;
  const where = `${levels[severity].symbol} ${placeText(file, range.start.line)}`;
  return row(
    where,
    lines(sentence(message, MESSAGE_LENGTH), advice, `<sub>${link(shorten(ruleId, MESSAGE_LENGTH), url)}</sub>`),
  );
}

function leftOut(rows: number): string {
  return `**${count(rows, "more finding")}**: \`kpi check\` shows ${rows === 1 ? "it" : "them"}.`;
}

function leftOutWith(beyond: number): (rows: number) => string {
  return (rows) => leftOut(rows + beyond);
}
