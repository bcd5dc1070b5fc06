/** Findings as SARIF with their files named from the top of the repository, where code scanning looks for them. */

import type { CheckResult } from "../engine/result.ts";
import type { Finding } from "../findings/finding.ts";
import { checkReporters } from "../report/formats.ts";

/** SARIF of a result whose files are named from the workspace; `prefix` leads from the top to there. */
export function sarifFromTop(result: CheckResult, prefix: string, textOf: (file: string) => string | null): string {
  return checkReporters.sarif(
    { ...result, findings: result.findings.map((finding) => moved(finding, prefix)) },
    {
      textOf: (file) => textOf(file.slice(prefix.length)),
      colour: false,
      width: 100,
      elapsedMs: null,
      smart: false,
      quiet: false,
    },
  );
}

/** A finding with `prefix` before each file that it names. */
export function moved(finding: Finding, prefix: string): Finding {
  if (prefix === "") return finding;
  const here = <Item extends { readonly file: string }>(item: Item): Item => ({ ...item, file: prefix + item.file });
  return {
    ...finding,
    file: prefix + finding.file,
    related: finding.related.map(here),
    suggestions: finding.suggestions.map((one) => ({ ...one, edits: one.edits.map(here) })),
    fix: finding.fix === null ? null : { ...finding.fix, edits: finding.fix.edits.map(here) },
  };
}
