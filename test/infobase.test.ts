/** Real definitions: 1,329 indicators of a government, where they are at hand beside the checkout. */

import { existsSync } from "node:fs";
import * as path from "node:path";
import { describe, expect, it } from "vitest";
import { kpi, ROOT } from "./support/cli.ts";

const DATA = path.join(ROOT, "../shared/data/infobase");
const isHere = existsSync(DATA);
if (!isHere) console.warn("The real definitions are not beside the checkout: their tests are left out.");

interface Result {
  readonly summary: Readonly<Record<string, number>>;
  readonly findings: readonly { ruleId: string; messageId: string; range: object; suggestions: readonly object[] }[];
}

function check(folder: string): Result {
  return JSON.parse(kpi(["check", path.join(DATA, folder), "--as-of", "2018-06-30", "--format", "json"]).out);
}

const SHAPE = /^(yaml|schema|ref|config)\//;

describe.skipIf(!isHere)("real definitions", () => {
  it("numeric targets have no finding of shape", () => {
    const { summary, findings } = check("numeric");
    expect(summary.kpis).toBeGreaterThan(850);
    expect(findings.filter(({ ruleId }) => SHAPE.test(ruleId))).toEqual([]);
  });

  it("prose targets get exact findings", () => {
    const { findings } = check("text");
    const targets = findings.filter(
      ({ ruleId, messageId }) =>
        ruleId === "measurable/target-unreadable" || (ruleId === "specific/placeholder" && messageId === "placeholder"),
    );
    expect(targets.length).toBeGreaterThan(200);
    expect(findings.filter(({ ruleId }) => /^(yaml|config)\//.test(ruleId))).toEqual([]);
  });
});
