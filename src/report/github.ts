/** Annotations for a GitHub workflow, as the commands that the runner reads from the output. */

import type { CheckResult } from "../engine/result.ts";
import type { Finding, Severity } from "../findings/finding.ts";
import type { ReportContext } from "./context.ts";
import { shorten, workflowCommandData, workflowCommandProperty } from "./untrusted.ts";
import { MESSAGE_LENGTH, number } from "./words.ts";

/** GitHub shows ten annotations of a level for a step; the tenth says how many there are beside. */
const ANNOTATIONS_PER_LEVEL = 9;

const commands: Record<Severity, string> = { error: "error", warning: "warning", info: "notice" };
const order: readonly Severity[] = ["error", "warning", "info"];

/** One command a line, the most severe level first; nothing where there is no finding. */
export function github(result: CheckResult, context: ReportContext): string {
  const lines: string[] = [];
  for (const severity of context.quiet ? order.slice(0, 1) : order) {
    const findings = result.findings.filter((finding) => finding.severity === severity);
    for (const finding of findings.slice(0, ANNOTATIONS_PER_LEVEL)) lines.push(annotation(finding));
    const more = findings.length - ANNOTATIONS_PER_LEVEL;
    if (more > 0) lines.push(remainder(severity, more));
  }
  return lines.map((line) => `${line}\n`).join("");
}

function annotation(finding: Finding): string {
  const { start, end } = finding.range;
  const properties = [`file=${workflowCommandProperty(finding.file)}`, `line=${Math.max(1, start.line)}`];
  properties.push(`endLine=${Math.max(1, end.line)}`);
  // The runner refuses columns where a range has several lines.
  if (start.line === end.line) properties.push(`col=${start.column}`, `endColumn=${end.column}`);
  properties.push(`title=${workflowCommandProperty(finding.ruleId)}`);
  return `::${commands[finding.severity]} ${properties.join(",")}::${workflowCommandData(message(finding))}`;
}

function message(finding: Finding): string {
  const advice = finding.suggestions.map((suggestion) => `Suggestion: ${suggestion.title}`);
  if (finding.fix !== null) advice.push(`Fix: ${finding.fix.title} (kpi check --fix)`);
  const places = finding.related.map((place) => `See ${place.file}:${place.range.start.line}: ${place.message}`);
  return shorten([finding.message, ...advice, ...places].join("\n"), MESSAGE_LENGTH);
}

function remainder(severity: Severity, more: number): string {
  const noun = `more ${severity}${more === 1 ? "" : "s"}`;
  const text = `${number(more)} ${noun} than GitHub shows here; kpi check lists all of them.`;
  return `::${commands[severity]} title=kpi check::${workflowCommandData(text)}`;
}
