/** The public JSON of `kpi check`, schemaVersion 1: keys may be added, none changed. */

import type { CheckResult, CheckSummary, SmartCard } from "../engine/result.ts";
import type { Finding, Related, Suggestion } from "../findings/finding.ts";
import type { Position, Range } from "../text/source.ts";
import { jsonText } from "./untrusted.ts";

/** The result as JSON in a fixed key order; every text is exact. */
export function json(result: CheckResult): string {
  return jsonText({
    schemaVersion: 1,
    tool: { name: result.tool.name, version: result.tool.version },
    asOf: result.asOf,
    summary: summaryOf(result.summary),
    findings: result.findings.map(findingOf),
    smart: result.smart.map(cardOf),
  });
}

function summaryOf(summary: CheckSummary): CheckSummary {
  return {
    files: summary.files,
    goals: summary.goals,
    metrics: summary.metrics,
    kpis: summary.kpis,
    errors: summary.errors,
    warnings: summary.warnings,
    infos: summary.infos,
    suppressed: summary.suppressed,
    known: summary.known,
    fixable: summary.fixable,
    new: summary.new,
    fixed: summary.fixed,
  };
}

function findingOf(finding: Finding): Finding {
  return {
    ruleId: finding.ruleId,
    messageId: finding.messageId,
    severity: finding.severity,
    message: finding.message,
    file: finding.file,
    range: rangeOf(finding.range),
    entity: finding.entity === null ? null : { kind: finding.entity.kind, id: finding.entity.id },
    path: finding.path,
    url: finding.url,
    fingerprint: finding.fingerprint,
    suggestions: finding.suggestions.map(suggestionOf),
    fix: finding.fix === null ? null : suggestionOf(finding.fix),
    related: finding.related.map(relatedOf),
  };
}

function rangeOf(range: Range): Range {
  return { start: positionOf(range.start), end: positionOf(range.end) };
}

function positionOf(position: Position): Position {
  return { line: position.line, column: position.column, offset: position.offset };
}

function suggestionOf(suggestion: Suggestion): Suggestion {
  const edits = suggestion.edits.map((edit) => ({
    file: edit.file,
    start: edit.start,
    end: edit.end,
    text: edit.text,
  }));
  return { title: suggestion.title, edits };
}

function relatedOf(related: Related): Related {
  return { file: related.file, range: rangeOf(related.range), message: related.message };
}

function cardOf(card: SmartCard): SmartCard {
  return {
    kpi: card.kpi,
    specific: card.specific,
    measurable: card.measurable,
    achievable: card.achievable,
    relevant: card.relevant,
    timeBound: card.timeBound,
  };
}
