/** What is wrong in the files: new findings where something was compared, else all. */

import { count, levels, severityCounts } from "../words.ts";
import { link, placeText, sentence } from "./cells.ts";
import type { ActionReport } from "./model.ts";
import { openAndFolded, type Row, type Section } from "./page.ts";

type ReportFinding = ActionReport["check"]["findings"][number];

/** Rows that stand open. */
const OPEN_ROWS = 5;
/** Places of one message that are named. */
const PLACES = 3;
const MESSAGE_LENGTH = 300;

/** A list of findings, the most severe first, for places are too long for a table on a phone; those beyond what a report holds are counted. */
export function findingsSection({ check: { findings, counts }, diff }: ActionReport): Section {
  const beyond = Math.max(0, counts.errors + counts.warnings + counts.infos - findings.length);
  const blocks = openAndFolded(alike(findings).map(rowOf), {
    title: `**${diff === null ? "Findings" : "New findings"}**: ${severityCounts(counts)}\n\n`,
    head: "",
    open: OPEN_ROWS,
    summary: (n) => count(n, "more finding"),
  });
  return { blocks, beyond, more: leftOut };
}

/** Findings that say the same of several places. */
function alike(findings: readonly ReportFinding[]): readonly (readonly ReportFinding[])[] {
  const groups = new Map<string, ReportFinding[]>();
  for (const finding of findings) {
    const { severity, ruleId, message, suggestions } = finding;
    const key = JSON.stringify([severity, ruleId, message, suggestions[0]?.title ?? ""]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()];
}

function rowOf(group: readonly ReportFinding[]): Row {
  const [finding] = group;
  if (finding === undefined) return { text: "", counts: 0 };
  const { severity, message, suggestions, ruleId, url } = finding;
  const places = group.slice(0, PLACES).map(({ file, range }) => placeText(file, range.start.line));
  const rest = group.length - places.length;
  const [advice] = suggestions;
  const where = [...places, ...(rest === 0 ? [] : [`and ${count(rest, "more place")}`])].join(", ");
  const what = sentence(message, MESSAGE_LENGTH);
  const instead = advice === undefined ? "" : ` → ${sentence(advice.title, MESSAGE_LENGTH)}`;
  const text = `- ${levels[severity].symbol} ${where}: ${what}${instead} (${link(ruleId, url)})`;
  return { text, counts: group.length };
}

function leftOut(findings: number): string {
  return `**${count(findings, "more finding")}**: \`kpi check\` shows ${findings === 1 ? "it" : "them"}.`;
}
