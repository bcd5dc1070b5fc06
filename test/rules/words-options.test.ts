import { describe, expect, it } from "vitest";
import { z } from "zod";
import { optionsOf, type Rule } from "../../src/rules/define.ts";
import { rules } from "../../src/rules/index.ts";
import type { WordOptions } from "../../src/rules/words/phrases.ts";
import { checkFiles, found } from "../support/check.ts";

const kpi = (title: string, more = ""): Record<string, string> => ({
  "kpi.yaml": `version: 1\nkpis:\n  k:\n    title: ${JSON.stringify(title)}\n    owner: "@ceo"\n    goal: g\n    metric: m\n    timeframe: 2026\n    target: 5\n${more}`,
});
const metric = (title: string): Record<string, string> => ({
  "kpi.yaml": `version: 1\nmetrics:\n  m:\n    title: ${JSON.stringify(title)}\n`,
});
const goal = (title: string, more = ""): Record<string, string> => ({
  "kpi.yaml": `version: 1\ngoals:\n  g:\n    title: ${JSON.stringify(title)}\n    owner: "@ceo"\n${more}`,
});
const config = (text: string): { config: string } => ({ config: `version: 1\n${text}` });

/** The defaults of a rule with word lists. */
function defaultsOf(rule: Pick<Rule, "options"> | undefined): WordOptions {
  return (rule?.options?.defaults ?? {}) as WordOptions;
}

const withOptions = rules.filter((rule) => rule.options !== undefined);

describe.each(withOptions.map((rule) => [rule.id, rule] as const))("options of %s", (_, rule) => {
  const { defaults, schema } = rule.options ?? { defaults: null, schema: () => z.never() };

  it("have a schema that gives the defaults", () => {
    expect(schema(z).parse({})).toEqual(defaults);
    expect(optionsOf(rule, null)).toEqual(defaults);
  });

  it("reject what is no option", () => {
    expect(schema(z).safeParse({ words: "one" }).success).toBe(false);
    expect(schema(z).safeParse({ wordz: [] }).success).toBe(false);
  });
});

describe("word lists", () => {
  it("belong to every rule on words, and to the one on numbers in titles", () => {
    const ids = withOptions.filter((rule) => "words" in defaultsOf(rule)).map((rule) => rule.id);
    expect(ids.sort()).toEqual(
      [...rules.filter((rule) => rule.text === true).map((rule) => rule.id), "specific/title-target-mismatch"].sort(),
    );
    for (const rule of withOptions.filter(({ id }) => ids.includes(id))) {
      const { words, extra } = defaultsOf(rule);
      expect(new Set(words.map((word) => word.toLowerCase())).size).toBe(words.length);
      expect(extra).toEqual([]);
    }
  });

  it("are laid under what is configured", () => {
    const rule = rules.find(({ id }) => id === "specific/vague-term");
    const defaults = rule?.options?.defaults as WordOptions;
    expect(optionsOf({ options: rule?.options }, { extra: ["synergy"] })).toEqual({
      words: defaults.words,
      extra: ["synergy"],
      except: [],
    });
  });

  it("are extended by `extra`", async () => {
    const files = kpi("Sales through synergy of about 5 brands, snappy [beta] 20% growth");
    const options = config('rules:\n  specific/vague-term: [warn, { extra: ["Synergy", "snappy", "# growth"] }]\n');
    const texts = (await found("specific/vague-term", files, options)).map(({ text }) => text);
    expect(texts).toEqual(["synergy", "about 5", "snappy", "20% growth"]);
  });

  it("are replaced and emptied by `words`", async () => {
    const files = kpi("Adequate and snappy support");
    const replaced = config("rules:\n  specific/vague-term: [warn, { words: [snappy] }]\n");
    expect((await found("specific/vague-term", files, replaced)).map(({ text }) => text)).toEqual(["snappy"]);
    const emptied = config("rules:\n  specific/vague-term: [warn, { words: [] }]\n");
    expect(await found("specific/vague-term", files, emptied)).toEqual([]);
  });

  it("leave alone what `except` names, which must be of the list", async () => {
    const files = kpi("Adequate and significant support");
    const without = (word: string) => config(`rules:\n  specific/vague-term: [warn, { except: [${word}] }]\n`);
    expect((await found("specific/vague-term", files, without("adequate"))).map(({ text }) => text)).toEqual([
      "significant",
    ]);
    const { schema } = rules.find(({ id }) => id === "specific/vague-term")?.options ?? { schema: () => z.any() };
    expect(schema(z).safeParse({ except: ["adequat"] }).success).toBe(false);
  });

  it("take every character of a word literally", async () => {
    const options = config('rules:\n  specific/open-ended: [warn, { words: ["(a|b)+", "c++"] }]\n');
    expect(await found("specific/open-ended", kpi("Lines of ab and aab code"), options)).toEqual([]);
    expect(await found("specific/open-ended", kpi("Lines of c++ code"), options)).toMatchObject([{ text: "c++" }]);
  });
});

describe("languages", () => {
  const title = "Adequate sales, etc.";

  it.each(["en", "en-GB"])("%s: judged", async (language) => {
    expect(await found("specific/vague-term", kpi(title), config(`language: ${language}\n`))).toHaveLength(1);
  });

  it.each(["de", "fr-CA", "enm"])("%s: left alone", async (language) => {
    const { findings } = await checkFiles(kpi(title), config(`language: ${language}\n`));
    const text = new Set(rules.filter((rule) => rule.text === true).map((rule) => rule.id));
    expect(findings.filter((finding) => text.has(finding.ruleId))).toEqual([]);
  });
});

describe("levels", () => {
  const levels = async (files: Record<string, string>, options = {}): Promise<readonly string[]> => {
    const { findings } = await checkFiles(files, options);
    return findings.filter(({ ruleId }) => ruleId === "specific/vague-term").map(({ severity }) => severity);
  };

  it("are information on metrics, a warning on KPIs and goals", async () => {
    expect(await levels(metric("Adequate stock"))).toEqual(["info"]);
    expect(await levels(goal("Adequate stock"))).toEqual(["warning"]);
    expect(await levels(kpi("Adequate stock"))).toEqual(["warning"]);
  });

  it("never rise above a warning under strict", async () => {
    const strict = config("extends: strict\n");
    expect(await levels(metric("Adequate stock"), strict)).toEqual(["warning"]);
    expect(await levels(kpi("Adequate stock"), strict)).toEqual(["warning"]);
  });

  it("are information on drafts, and nothing is said of what is over", async () => {
    expect(await levels(kpi("Adequate stock", "    state: draft\n"))).toEqual(["info"]);
    expect(await levels(goal("Adequate stock", "    state: draft\n"))).toEqual(["info"]);
    for (const state of ["done", "dropped"])
      expect(await levels(goal("Adequate stock", `    state: ${state}\n`))).toEqual([]);
    const retired = "    state: retired\n    retired: { on: 2026-07-01, reason: Sold }\n";
    expect(await levels(kpi("Adequate stock", retired))).toEqual([]);
  });
});

describe("specific/activity-not-result", () => {
  const work = (unit: string, target: string): Record<string, string> => ({
    "kpi.yaml": `version: 1\nmetrics:\n  m: { title: Live, unit: ${unit} }\nkpis:\n  k: { title: Launch the new app, goal: g, metric: m, owner: "@ceo", timeframe: 2026, target: ${target} }\n`,
  });

  it("accepts work whose end is the result", async () => {
    expect(await found("specific/activity-not-result", work("boolean", "true"))).toEqual([]);
    expect(await found("specific/activity-not-result", work("boolean", "1"))).toEqual([]);
    expect(await found("specific/activity-not-result", work("clinics", "5"))).toMatchObject([{ text: "Launch" }]);
  });
});
