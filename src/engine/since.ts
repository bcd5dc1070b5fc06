/** What a change brought: the findings that the version before it does not have. */

import type { Finding, Severity } from "../findings/finding.ts";
import type { CheckResult } from "./result.ts";

/** The result of a comparison; `kept` findings stand in both versions and are not shown. */
export interface Since {
  readonly result: CheckResult;
  readonly kept: number;
}

/**
 * The head's result with only the findings whose fingerprint the base lacks.
 *
 * Both must be results of whole workspaces under the same config and day; `shows` picks the files that are reported
 * and counted afterwards, so that what moves from one file to another is not taken for new or fixed.
 */
export function newSince(head: CheckResult, base: CheckResult, shows: (file: string) => boolean = () => true): Since {
  const before = fingerprints(base.findings);
  const now = fingerprints(head.findings);
  const shown = head.findings.filter(({ file }) => shows(file));
  const added = shown.filter(({ fingerprint }) => !before.has(fingerprint));
  const fixed = base.findings.filter(({ file, fingerprint }) => shows(file) && !now.has(fingerprint)).length;
  const count = (severity: Severity): number => added.filter((finding) => finding.severity === severity).length;
  const summary = {
    ...head.summary,
    errors: count("error"),
    warnings: count("warning"),
    infos: count("info"),
    fixable: added.filter(({ fix }) => fix !== null).length,
    new: added.length,
    fixed,
  };
  return { result: { ...head, summary, findings: added }, kept: shown.length - added.length };
}

function fingerprints(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.map(({ fingerprint }) => fingerprint));
}
