/** SARIF 2.1.0, for code scanning services and editors. */

import type { CheckResult, RuleSummary } from "../engine/result.ts";
import type { Finding, Severity, Suggestion, TextEdit } from "../findings/finding.ts";
import { LineIndex, type Range } from "../text/source.ts";
import type { ReportContext } from "./context.ts";
import { jsonText, plain, shorten, webAddress } from "./untrusted.ts";
import { MESSAGE_LENGTH, number } from "./words.ts";

/** Code scanning shows no more results of a run. */
export const SARIF_RESULTS = 5000;
const DESCRIPTION_LENGTH = 1000;
const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

const levels: Record<Severity, "error" | "warning" | "note"> = { error: "error", warning: "warning", info: "note" };
const problemSeverities: Record<Severity, string> = { error: "error", warning: "warning", info: "recommendation" };
const rank: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** One run with one tool; past the limit the least severe results are left out, and a notification says so. */
export function sarif(result: CheckResult, context: ReportContext): string {
  const rules = descriptors(result);
  const indexes = new Map(rules.map((rule, index) => [rule.id, index]));
  const shown = mostSevere(result.findings);
  const places = new Places(context.textOf);
  return jsonText({
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: result.tool.name,
            version: result.tool.version,
            rules: rules.map(descriptor),
          },
        },
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: notifications(result.findings.length, shown.length),
          },
        ],
        originalUriBaseIds: { "%SRCROOT%": { description: { text: "The root of the workspace." } } },
        columnKind: "utf16CodeUnits",
        results: shown.map((finding) => resultOf(finding, indexes.get(finding.ruleId) ?? -1, places)),
        properties: { asOf: result.asOf },
      },
    ],
  });
}

/** The rules of the result, and one for each id that only a finding names. */
function descriptors(result: CheckResult): readonly RuleSummary[] {
  const rules = [...result.rules];
  const known = new Set(rules.map((rule) => rule.id));
  for (const { ruleId, severity, url } of result.findings) {
    if (known.has(ruleId)) continue;
    known.add(ruleId);
    rules.push({ id: ruleId, summary: ruleId, letter: null, level: severity, url, description: ruleId });
  }
  return rules;
}

function descriptor(rule: RuleSummary): object {
  const summary = sarifText(rule.summary || rule.id, DESCRIPTION_LENGTH);
  const description = sarifText(rule.description || rule.summary || rule.id, DESCRIPTION_LENGTH);
  const helpUri = webAddress(rule.url);
  const severity = rule.level === "off" ? "info" : rule.level;
  const configuration =
    rule.level === "off" ? { enabled: false, level: "none" } : { enabled: true, level: levels[severity] };
  return {
    id: rule.id,
    shortDescription: { text: summary },
    fullDescription: { text: description },
    ...(helpUri === null ? {} : { helpUri }),
    help: { text: helpUri === null ? description : `${description} ${helpUri}` },
    defaultConfiguration: configuration,
    properties: { tags: tags(rule), "problem.severity": problemSeverities[severity] },
  };
}

/** The group of the rule, and SMART where it counts for a letter. */
function tags(rule: RuleSummary): readonly string[] {
  const group = rule.id.split("/")[0] ?? rule.id;
  return rule.letter === null ? [group] : [group, "SMART"];
}

function mostSevere(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= SARIF_RESULTS) return findings;
  const kept = [...findings].sort((a, b) => rank[a.severity] - rank[b.severity]).slice(0, SARIF_RESULTS);
  const keep = new Set(kept);
  return findings.filter((finding) => keep.has(finding));
}

function notifications(all: number, shown: number): readonly object[] {
  if (shown === all) return [];
  const text = `${number(shown)} of ${number(all)} findings are listed here, the most severe ones; kpi check lists all.`;
  return [{ level: "warning", message: { text } }];
}

function resultOf(finding: Finding, ruleIndex: number, places: Places): object {
  const related = finding.related.map((place, index) => ({
    id: index + 1,
    ...physical(place.file, regionOf(place.range)),
    message: { text: sarifText(place.message) || "Related place" },
  }));
  const fixes = [...(finding.fix === null ? [] : [finding.fix]), ...finding.suggestions]
    .filter((suggestion) => suggestion.edits.length > 0)
    .map((suggestion) => fixOf(suggestion, places));
  return {
    ruleId: finding.ruleId,
    ruleIndex,
    level: levels[finding.severity],
    message: { text: messageOf(finding) },
    locations: [{ ...physical(finding.file, regionOf(finding.range)), ...logical(finding) }],
    ...(related.length === 0 ? {} : { relatedLocations: related }),
    partialFingerprints: { "kpiFingerprint/v1": finding.fingerprint },
    ...(fixes.length === 0 ? {} : { fixes }),
  };
}

/** The message, with a link to every related place: code scanning shows only places that the message links to. */
function messageOf(finding: Finding): string {
  const links = finding.related.map((place, index) => {
    const text = plain(place.message) || "Related place";
    return `[${text.replace(/[[\]\\]/g, "\\$&").replace(PLACEHOLDER, "{{$1}}")}](${index + 1})`;
  });
  const message = sarifText(finding.message) || finding.ruleId;
  return links.length === 0 ? message : `${message} See: ${links.join(", ")}.`;
}

/** `{0}` would be replaced by an argument; other braces are left alone, as readers do not undo doubled ones. */
const PLACEHOLDER = /\{(\d+)\}/g;

/** Plain text in which nothing is a placeholder or an embedded link. */
function sarifText(text: string, limit = MESSAGE_LENGTH): string {
  return shorten(plain(text), limit).replace(PLACEHOLDER, "{{$1}}").replace(/\]\(/g, "] (");
}

function physical(file: string, region: object): { readonly physicalLocation: object } {
  return { physicalLocation: { artifactLocation: artifact(file), region } };
}

function artifact(file: string): object {
  return { uri: relativeUri(file), uriBaseId: "%SRCROOT%" };
}

/** A file of the workspace as a relative reference; what no address can hold becomes U+FFFD. */
export function relativeUri(file: string): string {
  const segments = file.replace(/\p{Cs}/gu, "\ufffd").split("/");
  return segments.map((segment) => encodeURIComponent(segment)).join("/");
}

function regionOf(range: Range): object {
  return {
    startLine: Math.max(1, range.start.line),
    startColumn: Math.max(1, range.start.column),
    endLine: Math.max(1, range.end.line),
    endColumn: Math.max(1, range.end.column),
  };
}

function logical(finding: Finding): object {
  if (finding.entity === null) return {};
  const { kind, id } = finding.entity;
  return { logicalLocations: [{ name: id, fullyQualifiedName: `${kind}/${id}`, kind }] };
}

function fixOf(suggestion: Suggestion, places: Places): object {
  const byFile = new Map<string, TextEdit[]>();
  for (const edit of suggestion.edits) {
    const edits = byFile.get(edit.file);
    if (edits === undefined) byFile.set(edit.file, [edit]);
    else edits.push(edit);
  }
  return {
    description: { text: sarifText(suggestion.title) || "Fix" },
    artifactChanges: [...byFile].map(([file, edits]) => ({
      artifactLocation: artifact(file),
      replacements: edits.map((edit) => replacement(edit, places)),
    })),
  };
}

function replacement(edit: TextEdit, places: Places): object {
  const deletedRegion = places.region(edit);
  return edit.text === "" ? { deletedRegion } : { deletedRegion, insertedContent: { text: edit.text } };
}

/** Looks up lines of edits; every file is indexed once, and only if an edit needs it. */
class Places {
  readonly #textOf: (file: string) => string | null;
  readonly #indexes = new Map<string, LineIndex | null>();

  constructor(textOf: (file: string) => string | null) {
    this.#textOf = textOf;
  }

  region(edit: TextEdit): object {
    const index = this.#index(edit.file);
    if (index === null) return { charOffset: edit.start, charLength: Math.max(0, edit.end - edit.start) };
    return regionOf(index.range(edit.start, edit.end));
  }

  #index(file: string): LineIndex | null {
    const known = this.#indexes.get(file);
    if (known !== undefined) return known;
    const text = this.#textOf(file);
    const index = text === null ? null : new LineIndex(text);
    this.#indexes.set(file, index);
    return index;
  }
}
