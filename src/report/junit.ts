/** JUnit XML, for build servers that show tests: a suite for each file, a case for each finding. */

import type { CheckResult } from "../engine/result.ts";
import type { Finding } from "../findings/finding.ts";
import { codeFrame, frameText } from "../findings/frame.ts";
import { LineIndex } from "../text/source.ts";
import type { ReportContext } from "./context.ts";
import { shorten, webAddress, xml } from "./untrusted.ts";
import { count, MESSAGE_LENGTH } from "./words.ts";

const FRAME_WIDTH = 100;
const NAME_LENGTH = 500;

/**
 * Errors and warnings are failed cases, information is a passed case with output.
 *
 * The files without findings share one passed case, so that a report is never empty.
 */
export function junit(result: CheckResult, context: ReportContext): string {
  const byFile = new Map<string, Finding[]>();
  for (const finding of result.findings) {
    const list = byFile.get(finding.file);
    if (list === undefined) byFile.set(finding.file, [finding]);
    else list.push(finding);
  }
  const suites = [...byFile].map(([file, findings]) => suite(file, findings, context));
  const clean = result.summary.files - byFile.size;
  if (clean > 0 || byFile.size === 0) suites.push(cleanSuite(Math.max(0, clean)));

  const failures = result.findings.filter(fails).length;
  const tests = result.findings.length + (clean > 0 || byFile.size === 0 ? 1 : 0);
  const time = context.elapsedMs === null ? "" : ` time="${(context.elapsedMs / 1000).toFixed(3)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="kpi check" tests="${tests}" failures="${failures}" errors="0"${time}>`,
    ...suites,
    "</testsuites>",
    "",
  ].join("\n");
}

function fails(finding: Finding): boolean {
  return finding.severity !== "info";
}

function suite(file: string, findings: readonly Finding[], context: ReportContext): string {
  const text = context.textOf(file);
  const lines = text === null ? null : new LineIndex(text);
  const names = new Map<string, number>();
  const cases = findings.map((finding) => testCase(finding, uniqueName(finding, names), lines));
  const failures = findings.filter(fails).length;
  return [
    `  <testsuite name="${xml(file)}" tests="${findings.length}" failures="${failures}" errors="0" skipped="0">`,
    ...cases,
    "  </testsuite>",
  ].join("\n");
}

/** Servers follow a case through builds by its name, so it holds the key path and no line number where it can. */
function uniqueName(finding: Finding, names: Map<string, number>): string {
  const place = finding.path.length > 0 ? finding.path.join(".") : `line ${finding.range.start.line}`;
  const name = shorten(`${finding.ruleId} at ${place}`, NAME_LENGTH);
  const repeat = (names.get(name) ?? 0) + 1;
  names.set(name, repeat);
  return repeat === 1 ? name : `${name} (${repeat})`;
}

function testCase(finding: Finding, name: string, lines: LineIndex | null): string {
  const { line, column } = finding.range.start;
  const open = `    <testcase classname="${xml(finding.file)}" name="${xml(name)}" file="${xml(finding.file)}" line="${line}">`;
  const message = xml(shorten(finding.message, MESSAGE_LENGTH));
  const body = [`${xml(finding.file)}:${line}:${column}  ${finding.severity}  ${message}`];
  if (lines !== null) {
    const frame = frameText(codeFrame(lines, finding.range, FRAME_WIDTH));
    if (frame !== "") body.push(...frame.split("\n").map(escapeRow));
  }
  for (const suggestion of finding.suggestions) body.push(`Suggestion: ${xml(suggestion.title)}`);
  const page = webAddress(finding.url);
  if (page !== null) body.push(xml(page));
  const content = body.join("\n");
  const outcome = fails(finding)
    ? `      <failure message="${message}" type="${finding.severity}">${content}</failure>`
    : `      <system-out>${content}</system-out>`;
  return [open, outcome, "    </testcase>"].join("\n");
}

/** A row of a frame keeps its indentation, which `xml` would trim. */
function escapeRow(row: string): string {
  const indent = /^ */.exec(row)?.[0] ?? "";
  return indent + xml(row.slice(indent.length));
}

function cleanSuite(files: number): string {
  const name = `${count(files, "file")} without findings`;
  return [
    '  <testsuite name="files without findings" tests="1" failures="0" errors="0" skipped="0">',
    `    <testcase classname="kpi check" name="${name}"/>`,
    "  </testsuite>",
  ].join("\n");
}
