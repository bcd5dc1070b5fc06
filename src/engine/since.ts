/** What a change brought: the findings that the version before it does not have. */

import type { Finding } from "../findings/finding.ts";
import { withFindings } from "./check.ts";
import type { CheckResult } from "./result.ts";

/** The result of a comparison; `kept` findings stand in both versions and are not shown. */
export interface Since {
  readonly result: CheckResult;
  readonly kept: number;
}

/**
 * The head's result with only the findings whose fingerprint the base lacks.
 *
 * Both must be results of whole workspaces under the same config, day and known findings; `shows` picks the files
 * that are reported and counted afterwards, so that what moves from one file to another is not taken for new or
 * fixed. What is suppressed or known now is not fixed.
 */
export function newSince(head: CheckResult, base: CheckResult, shows: (file: string) => boolean = () => true): Since {
  const before = fingerprints(base.findings);
  const now = fingerprints([...head.findings, ...head.suppressed, ...head.known]);
  const isShown = ({ file }: Finding): boolean => shows(file);
  const shown = head.findings.filter(isShown);
  const added = shown.filter(({ fingerprint }) => !before.has(fingerprint));
  const fixed = base.findings.filter((finding) => isShown(finding) && !now.has(finding.fingerprint)).length;
  const suppressed = head.suppressed.filter(isShown);
  const known = head.known.filter(isShown);
  const result = withFindings({ ...head, suppressed, known }, added);
  const counts = { suppressed: suppressed.length, known: known.length, new: added.length, fixed };
  return { result: { ...result, summary: { ...result.summary, ...counts } }, kept: shown.length - added.length };
}

function fingerprints(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.map(({ fingerprint }) => fingerprint));
}
