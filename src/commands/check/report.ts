/** How the result of a check reaches its reader. */

import type { CheckResult } from "../../engine/result.ts";
import type { Finding, Suggestion } from "../../findings/finding.ts";
import { wantsColour } from "../../host/terminal.ts";
import { type CheckFormat, checkReporters } from "../../report/formats.ts";
import type { Host } from "../host.ts";
import { type Project, prefixOf } from "../open.ts";
import { deliver, type Output } from "../outputs.ts";
import { type CheckOptions, failLevel, failsFrom } from "./options.ts";

/** Formats that name files from where the command was started, because people and CI click on them there. */
const PREFIXED: ReadonlySet<CheckFormat> = new Set(["pretty", "github", "gitlab", "sarif", "junit", "markdown"]);

/** Writes every report; `started` is when the command began. */
export function reportCheck(
  result: CheckResult,
  outputs: readonly Output<CheckFormat>[],
  project: Project,
  options: CheckOptions,
  host: Host,
  started: number,
): void {
  const { terminal, env } = host;
  const prefix = prefixOf(project, host);
  const prefixed = prefix === "" ? result : withPrefix(result, prefix);
  const textOf = (file: string): string | null => project.textOf(file);
  deliver(
    outputs,
    ({ format, file }) =>
      checkReporters[format](PREFIXED.has(format) ? prefixed : result, {
        textOf: PREFIXED.has(format) && prefix !== "" ? (name) => textOf(name.slice(prefix.length)) : textOf,
        colour: file === null && wantsColour(terminal.outIsTerminal, options.color, env),
        width: terminal.width,
        elapsedMs: host.now() - started,
        smart: options.smart === true,
        quiet: options.quiet === true,
        failsFrom: failsFrom(result, failLevel(options)),
      }),
    host,
  );
}

/** The same result with paths from the folder the command was started in. */
function withPrefix(result: CheckResult, prefix: string): CheckResult {
  const suggestion = ({ title, edits }: Suggestion): Suggestion => ({
    title,
    edits: edits.map(({ file, start, end, text }) => ({ file: prefix + file, start, end, text })),
  });
  // Written out: a spread makes a hidden class an object, and there may be many.
  const moved = (finding: Finding): Finding => ({
    ruleId: finding.ruleId,
    messageId: finding.messageId,
    severity: finding.severity,
    message: finding.message,
    file: prefix + finding.file,
    range: finding.range,
    entity: finding.entity,
    path: finding.path,
    url: finding.url,
    fingerprint: finding.fingerprint,
    suggestions: finding.suggestions.map(suggestion),
    fix: finding.fix === null ? null : suggestion(finding.fix),
    related: finding.related.map(({ file, range, message }) => ({ file: prefix + file, range, message })),
  });
  return { ...result, findings: result.findings.map(moved) };
}

/** A line a phase, in milliseconds. */
export function timing(phases: Readonly<Record<string, number>>): string {
  return Object.entries(phases)
    .map(([name, ms]) => `${name.padEnd(8)}${ms.toFixed(1).padStart(9)} ms\n`)
    .join("");
}
