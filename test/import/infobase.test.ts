/** Real targets in prose: those of a government, where they are at hand beside the checkout. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { describe, expect, it } from "vitest";
import { readTargetPhrase } from "../../src/import/phrases.ts";
import { isYamlMap, readYaml, type YamlMap } from "../../src/text/yaml.ts";
import { CALENDAR_YEAR } from "../../src/workspace/timeframe.ts";
import { ROOT } from "../support/cli.ts";

const DATA = path.join(ROOT, "../shared/data/infobase/text");
const isHere = existsSync(DATA);
if (!isHere) console.warn("The real targets are not beside the checkout: their tests are left out.");

function targets(): readonly string[] {
  return readdirSync(DATA).flatMap((file) => {
    const [document] = readYaml(readFileSync(path.join(DATA, file), "utf8")).documents;
    const kpis = isYamlMap(document?.value) ? document.value.kpis : null;
    return isYamlMap(kpis) ? Object.values(kpis).map((kpi) => String((kpi as YamlMap).target)) : [];
  });
}

function read(text: string) {
  return readTargetPhrase(text, { decimal: "point", fiscal: CALENDAR_YEAR, unit: null, better: null });
}

describe.skipIf(!isHere)("real targets in prose", () => {
  const all = isHere ? targets() : [];
  const understood = all.filter((text) => read(text).ok);

  it("are understood where they have one meaning", () => {
    expect(all.length).toBe(253);
    expect(understood.length).toBeGreaterThanOrEqual(45);
  });

  it("hold one number each, and that is the one that is read", () => {
    for (const text of understood) {
      const numbers = text.replace(/per 1,000/, "").match(/\d+(?:\.\d+)?/g) ?? [];
      expect(numbers, text).toHaveLength(1);
      const phrase = read(text);
      const target = phrase.ok ? JSON.stringify(phrase.target) : "";
      expect(target, text).toContain(String(Number(numbers[0])).replace(/^1\.19$/, "1190000000"));
    }
  });

  it("that nobody has decided yet, or that compare with something else, are not", () => {
    const open =
      /\b(?:TBD|determined|confirmed|established|applicable|previous|baseline|average|ratio|relative|over|than it|trend)\b|\?/i;
    for (const text of understood) expect(text).not.toMatch(open);
  });
});
