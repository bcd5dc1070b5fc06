/** GitLab's Code Quality report: one array, shown in merge requests. */

import type { CheckResult } from "../engine/result.ts";
import type { Severity } from "../findings/finding.ts";
import { jsonText, plain, shorten } from "./untrusted.ts";
import { MESSAGE_LENGTH } from "./words.ts";

const severities: Record<Severity, string> = { error: "major", warning: "minor", info: "info" };

/** The findings as Code Quality issues; every fingerprint occurs once, as GitLab shows one issue for each. */
export function gitlab(result: CheckResult): string {
  const used = new Map<string, number>();
  return jsonText(
    result.findings.map((finding) => {
      const repeat = used.get(finding.fingerprint) ?? 0;
      used.set(finding.fingerprint, repeat + 1);
      return {
        description: shorten(plain(finding.message), MESSAGE_LENGTH),
        check_name: plain(finding.ruleId),
        fingerprint: repeat === 0 ? finding.fingerprint : `${finding.fingerprint}-${repeat}`,
        severity: severities[finding.severity],
        location: {
          path: finding.file,
          lines: { begin: finding.range.start.line, end: finding.range.end.line },
        },
      };
    }),
  );
}
