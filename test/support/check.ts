/** Checks small workspaces in memory and shows findings as the source text they stand on. */

import { checkExample } from "../../src/engine/example.ts";
import type { CheckResult } from "../../src/engine/result.ts";
import type { Finding } from "../../src/findings/finding.ts";
import type { Example } from "../../src/rules/define.ts";
import { rules } from "../../src/rules/index.ts";

export interface Seen {
  readonly rule: string;
  readonly message: string;
  /** The text that the range covers. */
  readonly text: string;
  readonly line: number;
  readonly file: string;
}

/** A finding as rule, message id and sliced source text. */
export function seen(finding: Finding, files: Readonly<Record<string, string>>): Seen {
  const source = files[finding.file] ?? "";
  return {
    rule: finding.ruleId,
    message: finding.messageId,
    text: source.slice(finding.range.start.offset, finding.range.end.offset),
    line: finding.range.start.line,
    file: finding.file,
  };
}

export async function checkFiles(
  files: Readonly<Record<string, string>>,
  options: { readonly asOf?: string; readonly today?: string; readonly config?: string } = {},
): Promise<CheckResult> {
  const example: Example = {
    files,
    ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
    ...(options.today === undefined ? {} : { today: options.today }),
  };
  return checkExample(example, rules, options.config);
}

/** What one rule reports on some files. */
export async function found(
  rule: string,
  files: Readonly<Record<string, string>>,
  options: { readonly asOf?: string; readonly today?: string; readonly config?: string } = {},
): Promise<readonly Seen[]> {
  const result = await checkFiles(files, options);
  return result.findings.filter((finding) => finding.ruleId === rule).map((finding) => seen(finding, files));
}
