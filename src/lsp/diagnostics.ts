/** Findings as an editor shows them, file by file, and only where they differ from what it shows already. */

import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import type { Finding, Severity } from "../findings/finding.ts";
import { plain, shorten, webAddress } from "../report/untrusted.ts";
import { MESSAGE_LENGTH } from "../report/words.ts";
import { hasMark, shownRange } from "./positions.ts";
import { uriOf } from "./uris.ts";

/** Findings of one file that are shown; editors grow slow with more, and nobody reads them. */
const MOST_SHOWN = 1_000;

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

export interface DiagnosticContext {
  /** Address of a file that is relative to the root. */
  readonly uriOf: (file: string) => string;
  /** Whether positions in a file have to leave out a byte order mark. */
  readonly hasMark: (file: string) => boolean;
}

/** A context for files of a workspace; open documents have no mark that their editor does not show. */
export function contextOf(
  workspace: {
    absolute: (file: string) => string;
    isEdited: (file: string) => boolean;
    currentText: (file: string) => string | null;
  },
  openUri: (file: string) => string | undefined,
): DiagnosticContext {
  return {
    uriOf: (file) => openUri(workspace.absolute(file)) ?? uriOf(workspace.absolute(file)),
    hasMark: (file) => !workspace.isEdited(file) && hasMark(workspace.currentText(file)),
  };
}

/** One finding; its message holds nothing that could act in the editor. */
export function diagnosticOf(finding: Finding, context: DiagnosticContext): Diagnostic {
  const href = webAddress(finding.url);
  return {
    range: shownRange(finding.range, context.hasMark(finding.file)),
    severity: SEVERITIES[finding.severity],
    code: finding.ruleId,
    ...(href === null ? {} : { codeDescription: { href } }),
    source: "kpi",
    message: shorten(plain(finding.message), MESSAGE_LENGTH),
    relatedInformation: finding.related.map(({ file, range, message }) => ({
      location: { uri: context.uriOf(file), range: shownRange(range, context.hasMark(file)) },
      message: shorten(plain(message), MESSAGE_LENGTH),
    })),
    data: { fingerprint: finding.fingerprint },
  };
}

/** The findings of one file; what is above the limit is told in one line at its top. */
export function diagnosticsOf(findings: readonly Finding[], context: DiagnosticContext): Diagnostic[] {
  const shown = findings.slice(0, MOST_SHOWN).map((finding) => diagnosticOf(finding, context));
  const more = findings.length - shown.length;
  if (more > 0) {
    const start = { line: 0, character: 0 };
    const message = `${more} more findings in this file are not shown here; \`kpi check\` lists all.`;
    shown.push({ range: { start, end: start }, severity: DiagnosticSeverity.Information, source: "kpi", message });
  }
  return shown;
}

/** Remembers what was published for each file of one workspace. */
export class Published {
  #shown = new Map<string, string>();

  /**
   * The files whose findings differ from those that were published last, and those in `always`, with what to publish;
   * these come first.
   */
  update(
    findings: readonly Finding[],
    always: ReadonlySet<string>,
    shows: (file: string) => boolean,
  ): readonly { readonly file: string; readonly findings: readonly Finding[] }[] {
    const byFile = new Map<string, Finding[]>();
    for (const file of always) byFile.set(file, []);
    const hidden = new Set<string>();
    for (const finding of findings) {
      const { file } = finding;
      const list = byFile.get(file);
      if (list !== undefined) list.push(finding);
      else if (hidden.has(file)) continue;
      else if (shows(file)) byFile.set(file, [finding]);
      else hidden.add(file);
    }
    const shown = new Map<string, string>();
    const changed: { file: string; findings: readonly Finding[] }[] = [];
    for (const [file, list] of byFile) {
      const signature = list.map(signatureOf).join("\n");
      if (signature !== "") shown.set(file, signature);
      if (always.has(file) || this.#shown.get(file) !== signature) changed.push({ file, findings: list });
    }
    for (const file of this.#shown.keys()) if (!byFile.has(file)) changed.push({ file, findings: [] });
    this.#shown = shown;
    return changed;
  }

  /** Forgets everything; gives the files whose findings have to be taken back. */
  clear(): readonly string[] {
    const files = [...this.#shown.keys()];
    this.#shown = new Map();
    return files;
  }
}

/** What two findings that look the same have in common. */
function signatureOf({ fingerprint, severity, message, range: { start, end }, related }: Finding): string {
  const others = related
    .map((other) => `${other.file} ${other.range.start.line} ${other.range.start.column}`)
    .join(" ");
  return `${fingerprint} ${severity} ${start.line} ${start.column} ${end.line} ${end.column} ${message} ${others}`;
}
