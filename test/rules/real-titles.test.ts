import { existsSync, readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../../src/rules/index.ts";
import { checkFiles } from "../support/check.ts";

/** The indicators of a government, in our format; they stay outside of the project. */
const folder = path.join(import.meta.dirname, "../../../shared/data/infobase");
const available = existsSync(folder);
if (!available) console.info(`Left out: the real titles in ${folder} are not there.`);

const TEXT_RULES = new Set(rules.filter((rule) => rule.text === true).map((rule) => rule.id));

describe.skipIf(!available)("1,329 real titles of indicators", () => {
  it("are left alone by the rules on words, except for fewer than 4 in 100", { timeout: 60_000 }, async () => {
    const files: Record<string, string> = {};
    for (const part of ["numeric", "text"]) {
      for (const name of readdirSync(path.join(folder, part))) {
        files[`${part}/${name}`] = readFileSync(path.join(folder, part, name), "utf8");
      }
    }
    const { findings, summary } = await checkFiles(files, { asOf: "2018-06-30" });
    const named = new Set(
      findings
        .filter(({ ruleId, entity }) => entity?.kind === "kpi" && TEXT_RULES.has(ruleId))
        .map(({ entity }) => entity?.id),
    );
    expect(summary.kpis).toBeGreaterThanOrEqual(1300);
    expect(named.size).toBeGreaterThan(0);
    expect(named.size / summary.kpis).toBeLessThan(0.04);
  });
});
