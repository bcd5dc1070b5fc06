/** Findings as annotations for a GitHub workflow. */

import type { CheckResult } from "../engine/result.ts";
import type { Finding } from "../findings/finding.ts";
import { type Annotation, annotationLines } from "./annotations.ts";
import { type ReportContext, shownFindings } from "./context.ts";

/** One command a line, the most severe level first; nothing where there is no finding. */
export function github(result: CheckResult, context: ReportContext): string {
  const lines = annotationLines(shownFindings(result, context).map(findingAnnotation), "kpi check lists all of them");
  return lines.map((line) => `${line}\n`).join("");
}

/** A finding with everything that it advises. */
export function findingAnnotation(finding: Finding): Annotation {
  const { start, end } = finding.range;
  return {
    severity: finding.severity,
    title: finding.ruleId,
    message: messageOf(finding),
    file: finding.file,
    startLine: start.line,
    endLine: end.line,
    columns: start.line === end.line ? { start: start.column, end: end.column } : null,
  };
}

function messageOf(finding: Finding): string {
  const advice = finding.suggestions.map((suggestion) => `Suggestion: ${suggestion.title}`);
  if (finding.fix !== null) advice.push(`Fix: ${finding.fix.title} (kpi check --fix)`);
  const places = finding.related.map((place) => `See ${place.file}:${place.range.start.line}: ${place.message}`);
  return [finding.message, ...advice, ...places].join("\n");
}
