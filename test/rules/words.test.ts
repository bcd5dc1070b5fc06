import { describe, expect, it } from "vitest";
import { rules } from "../../src/rules/index.ts";
import { checkFiles, seen } from "../support/check.ts";
import { BAD_TITLES } from "./bad-titles.ts";
import { FAIR_GOALS, FAIR_TITLES } from "./fair-titles.ts";

const TEXT_RULES = new Set(rules.filter((rule) => rule.text === true).map((rule) => rule.id));

type Kind = "goals" | "metrics" | "kpis";

function workspace(kind: Kind, titles: readonly string[], more = ""): Record<string, string> {
  const common = kind === "metrics" ? "" : '    owner: "@ceo"\n';
  const own = kind === "kpis" ? "    goal: g\n    metric: m\n    timeframe: 2026\n    target: 5\n" : "";
  const entries = titles.map((title, i) => `  t-${i}:\n    title: ${JSON.stringify(title)}\n${common}${own}${more}`);
  return { "kpi.yaml": `version: 1\n${kind}:\n${entries.join("")}` };
}

/** What the rules on words say of each title: `rule: words`. */
async function judged(kind: Kind, titles: readonly string[], config?: string): Promise<readonly string[][]> {
  const files = workspace(kind, titles);
  const { findings } = await checkFiles(files, { config });
  return titles.map((_, i) =>
    findings
      .filter((finding) => finding.entity?.id === `t-${i}` && TEXT_RULES.has(finding.ruleId))
      .map((finding) => seen(finding, files))
      .map(({ rule, text }) => `${rule}: ${text}`),
  );
}

describe("the rules on words", () => {
  it("are those of the catalogue", () => {
    expect([...TEXT_RULES].sort()).toEqual([
      "specific/activity-not-result",
      "specific/direction-without-number",
      "specific/escape-clause",
      "specific/multiple-outcomes",
      "specific/open-ended",
      "specific/vague-term",
      "timely/relative-words",
    ]);
  });

  it.each<Kind>(["kpis", "metrics"])("are silent on fair titles of %s", async (kind) => {
    const found = await judged(kind, FAIR_TITLES);
    expect(FAIR_TITLES.flatMap((title, i) => (found[i] ?? []).map((what) => `${title} → ${what}`))).toEqual([]);
    expect(FAIR_TITLES.length).toBeGreaterThanOrEqual(120);
  });

  it("are silent on fair titles of goals", async () => {
    const found = await judged("goals", FAIR_GOALS);
    expect(FAIR_GOALS.flatMap((title, i) => (found[i] ?? []).map((what) => `${title} → ${what}`))).toEqual([]);
  });

  it("name exactly the words of bad titles", async () => {
    const found = await judged(
      "kpis",
      BAD_TITLES.map(([title]) => title),
    );
    const said = BAD_TITLES.map(([title], i) => `${title} → ${(found[i] ?? []).join("; ")}`);
    expect(said).toEqual(BAD_TITLES.map(([title, ...what]) => `${title} → ${what.join("; ")}`));
    expect(BAD_TITLES.length).toBeGreaterThanOrEqual(100);
  });
});
