import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/findings/finding.ts";
import { checkFiles, seen } from "../support/check.ts";

interface Terms {
  readonly unit?: string;
  /** The metric's title. */
  readonly metric?: string;
  /** More fields of the KPI, as YAML. */
  readonly more?: string;
}

function workspace(title: string, target: string, { unit, metric = "Something", more = "" }: Terms): string {
  const unitLine = unit === undefined ? "" : `    unit: ${JSON.stringify(unit)}\n`;
  return `version: 1
goals:
  g: { title: Goal, owner: "@ceo" }
metrics:
  m:
    title: ${JSON.stringify(metric)}
${unitLine}kpis:
  k:
    title: ${JSON.stringify(title)}
    goal: g
    metric: m
    owner: "@ceo"
    timeframe: 2026
    target: ${target}
${more}`;
}

async function findings(text: string, rule: string, config?: string): Promise<readonly Finding[]> {
  const result = await checkFiles({ "kpi.yaml": text }, { config });
  return result.findings.filter((finding) => finding.ruleId === rule);
}

/** The text after the first edit of a suggestion. */
function applied(text: string, finding: Finding | undefined, which = 0): string {
  const edit = finding?.suggestions[which]?.edits[0];
  return edit === undefined ? text : text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}

const RULE = "specific/title-target-mismatch";
const b = (value: number): string => `    baseline: ${value}\n`;

/** Title, target, terms, and what is wrong with what belongs there. */
const WRONG: readonly (readonly [string, string, Terms, string, string | null])[] = [
  ["Increase web traffic by 20% in Q3 2026", "+25%", { unit: "visits" }, "20%", "25%"],
  ["Increase web traffic by 20% in Q3 2026", "60250", { unit: "visits", more: b(48200) }, "20%", "25%"],
  ["Increase web traffic by 25% to 60,000", "+25%", { unit: "visits", more: b(48200) }, "60,000", "60,250"],
  ["Reach 1.200.000 EUR in 2026", "1300000", { unit: "EUR" }, "1.200.000", "1.300.000"],
  ["Reach 1.200.000,50 EUR in 2026", "1300000.5", { unit: "EUR" }, "1.200.000,50", "1.300.000,5"],
  ["Increase bookings to 70 in 2026", "64", { unit: "clinics", more: b(40) }, "70", "64"],
  ["Raise employee NPS by 12 points in 2026", "{ by: 10 }", { unit: "points" }, "12", "10"],
  ["Cut monthly churn by 40% in 2026", "-50%", { unit: "%", more: b(3) }, "40%", "50%"],
  ["Keep uptime at 99.95% every month", "{ min: 99.9 }", { unit: "%" }, "99.95%", "99.9%"],
  ["Keep refunds below 3%", "{ max: 2.5 }", { unit: "%" }, "3%", "2.5%"],
  ["Keep occupancy between 60 and 75%", "{ min: 60, max: 70 }", { unit: "%" }, "75%", "70%"],
  ["Keep occupancy at 60-75%", "{ min: 60, max: 70 }", { unit: "%" }, "75%", "70%"],
  ["Reach €5m revenue in 2026", "6000000", { unit: "EUR" }, "€5m", "€6m"],
  ["Reach 5 million EUR in 2026", "6", { unit: "million EUR" }, "5 million", "6 million"],
  ["Reduce the first answer to 90 minutes", "2", { unit: "hours" }, "90", "120"],
  ["Reduce p95 latency to 250 ms", "0.2", { unit: "seconds" }, "250", "200"],
  ["Reduce CO2 by 25% by 2030 from 1990 levels", "-30%", { unit: "t" }, "25%", "30%"],
  ["Acquire 500 new customers by May 2026", "600", { unit: "customers" }, "500", "600"],
  ["Reach 25 clinics in France", "30", { unit: "clinics" }, "25", "30"],
  ["Keep 90% of orders on time", "95", { unit: "%" }, "90%", "95%"],
  ["Keep costs under 5,000", "{ max: 6000 }", { unit: "EUR" }, "5,000", "6,000"],
  ["Improve conversion to 70%", "0.8", {}, "70%", "80%"],
  ["Improve the rating to 4.5/5", "4.6", { unit: "stars" }, "4.5/5", "4.6/5"],
  ["Increase visits to 2000 a month", "2500", { unit: "visits" }, "2000", "2500"],
  [
    "Increase sales to 400 with returns below 3%",
    "500",
    { more: "    guardrails: [{ metric: m, max: 3 }]\n" },
    "400",
    "500",
  ],
  ["Cut costs by EUR 10,000", "{ by: -12000 }", { unit: "EUR" }, "EUR 10,000", "EUR 12,000"],
  ["Grow to 1 200 members", "1300", { unit: "members" }, "1 200", "1 300"],
  ["Reduce the share of invoices over 30 days to 5%", "4", { unit: "%" }, "5%", "4%"],
  ["Reduce deaths of children under 5 by 10%", "-12%", {}, "10%", "12%"],
  ["Increase donations by a further 10%", "+15%", { unit: "EUR" }, "10%", "15%"],
  ["Increase margin by 200 bps", "{ by: 1.5 }", { unit: "%" }, "200 bps", "150 bps"],
  ["Increase recall to 0.92", "0.95", {}, "0.92", "0.95"],
  ["Raise NPS of 3 regions to 50", "60", { unit: "points" }, "50", "60"],
  ["Reduce stock by 10% to 900", "800", { unit: "pallets" }, "900", "800"],
  ["Raise sales to 400, baseline 300", "{ min: 450, max: 500 }", { unit: "deals" }, "400", null],
];

/** Title, target and terms that agree, or cannot be compared. */
const RIGHT: readonly (readonly [string, string, Terms])[] = [
  ["Increase web traffic from organic searches by 25% in the next quarter", "+25%", { unit: "visits" }],
  ["Increase web traffic by 25% to 60,250", "60250", { unit: "visits", more: b(48200) }],
  ["Increase web traffic by 25% to 60k", "+25%", { unit: "visits", more: b(48200) }],
  ["Increase web traffic by 20%", "60250", { unit: "visits" }],
  ["Increase web traffic to 60,000", "+25%", { unit: "visits" }],
  ["Raise the Net Promoter Score from 62 to 75", "75", { unit: "points", more: b(62) }],
  ["Raise the Net Promoter Score to 62 or more", "75", { unit: "points", more: b(62) }],
  ["Cut monthly churn by 1.5 percentage points", "-50%", { unit: "%", more: b(3) }],
  ["Cut monthly churn by 1.5%", "{ by: -1.5 }", { unit: "%" }],
  ["Keep occupancy between 60 and 70%", "{ min: 60, max: 70 }", { unit: "%" }],
  ["Reach $5m revenue", "6000000", { unit: "EUR" }],
  ["Reach 5 million EUR", "5", { unit: "million EUR" }],
  ["Increase revenue to 500,000 EUR", "500", { unit: "kEUR" }],
  ["Increase revenue to 1.2bn", "1234567890", { unit: "EUR" }],
  ["Reduce the first answer to 120 minutes", "2", { unit: "hours" }],
  ["Reduce onboarding to 2 days", "16", { unit: "hours" }],
  ["Reduce p95 latency to 200ms", "200", { unit: "ms" }],
  ["Expand to 5 new markets", "40", { unit: "clinics" }],
  ["Reduce accidents at 5 sites", "{ max: 40 }", { unit: "accidents" }],
  ["Increase the share of 18 to 25 year olds by 5%", "+5%", { unit: "%" }],
  ["Achieve 3 consecutive months of NPS at 75", "75", { unit: "points" }],
  ["Improve conversion to 80%", "0.8", {}],
  ["Increase the LTV:CAC ratio to 3:1", "4", {}],
  ["Increase revenue from 2024 to 2026", "5", { unit: "EUR" }],
  ["Increase visits to 2,000", "2000", { unit: "visits" }],
  ["Raise NPS to 80", "75", { unit: "points", more: "    stretch: 80\n" }],
  ["Increase the number of 5-star reviews to 300", "300", {}],
  ["Increase cooking classes of 12 pupils to 20", "20", { unit: "classes" }],
  ["Maintain ISO 9001 at 4 sites", "4", { unit: "sites" }],
  ["Reduce errors to 3 per 1000 bookings", "3", { unit: "errors per 1000 bookings" }],
  ["Increase margin by 150 bps", "{ by: 1.5 }", { unit: "%" }],
  ["Increase capacity to 1.5 GW", "1500", { unit: "MW" }],
  ["Reduce injuries to zero", "0", {}],
  ["Reduce injuries to 0", "0", {}],
  ["Grow revenue by 5%", "{ by: 10 }", { unit: "EUR" }],
  ["Win rate of 30%", "40", { unit: "%" }],
  ["Net Promoter Score of 80", "75", { unit: "points" }],
  ["Increase revenue (by 20%)", "+25%", {}],
  ["Increase followers by 2x", "5000", {}],
  ["Reach 64 clinics", "{ min: 70, max: 60 }", { unit: "clinics" }],
  ["Launch in 5 countries", "true", { unit: "boolean" }],
];

describe(RULE, () => {
  it.each(WRONG)("%s, target %s", async (title, target, terms, words, right) => {
    const text = workspace(title, target, terms);
    const all = await findings(text, RULE);
    expect(all.map((finding) => seen(finding, { "kpi.yaml": text }).text)).toEqual([words]);
    expect(all[0]?.suggestions[0]?.edits[0]?.text ?? null).toBe(right);
    if (right !== null) expect(await findings(applied(text, all[0]), RULE)).toEqual([]);
  });

  it.each(RIGHT)("is silent on: %s, target %s", async (title, target, terms) => {
    expect(await findings(workspace(title, target, terms), RULE)).toEqual([]);
  });

  it("says both numbers, and what a relative target comes to", async () => {
    const [one] = await findings(
      workspace("Increase web traffic by 20%", "+25%", { unit: "visits", more: b(48200) }),
      RULE,
    );
    expect(one?.message).toBe("The title says 20%, the target +25% (60,250); write the same number in both.");
  });

  it("leaves retired KPIs alone, and is information on drafts", async () => {
    const title = "Increase traffic by 20%";
    const retired = "    state: retired\n    retired: { on: 2026-07-01, reason: Sold }\n";
    expect(await findings(workspace(title, "+25%", { more: retired }), RULE)).toEqual([]);
    const [draft] = await findings(workspace(title, "+25%", { more: "    state: draft\n" }), RULE);
    expect(draft?.severity).toBe("info");
  });

  it("looks for a team's own verbs", async () => {
    const config = `version: 1\nrules:\n  ${RULE}: [warn, { extra: [land] }]\n`;
    const text = workspace("Land 40 deals", "50", { unit: "deals" });
    expect(await findings(text, RULE)).toEqual([]);
    expect(await findings(text, RULE, config)).toHaveLength(1);
  });
});

describe("specific/direction-without-number", () => {
  const rule = "specific/direction-without-number";

  /** Title, target, terms, and the titles that are proposed. */
  const cases: readonly (readonly [string, string, Terms, readonly string[]])[] = [
    ["Increase web traffic", "60250", { unit: "visits" }, ["Increase web traffic to 60 250 visits"]],
    [
      "Increase web traffic",
      "+25%",
      { unit: "visits", more: b(48200) },
      ["Increase web traffic to 60 250 visits", "Increase web traffic by 25%"],
    ],
    ["Increase web traffic", "+25%", { unit: "visits" }, ["Increase web traffic by 25%"]],
    ["Reduce churn by 31 December 2026", "-50%", { unit: "%" }, ["Reduce churn by 50% by 31 December 2026"]],
    ["Reduce churn in Q3 2026.", "{ by: -2 }", { unit: "points" }, ["Reduce churn by 2 points in Q3 2026."]],
    [
      "Improve uptime (all regions)",
      "{ min: 99.9 }",
      { unit: "%" },
      ["Improve uptime to at least 99.9% (all regions)"],
    ],
    ["Reduce waiting time", "{ max: 3 }", { unit: "days" }, ["Reduce waiting time to at most 3 days"]],
    ["Improve humidity", "{ min: 40, max: 60 }", { unit: "%" }, ["Improve humidity to between 40 and 60%"]],
    ["Improve NPS in 2026", "75", { unit: 'a: "b" #' }, ["Improve NPS to 75 in 2026"]],
    ["Increase sales", "-10%", { unit: "EUR" }, []],
  ];

  it.each(cases)("%s, target %s", async (title, target, terms, proposed) => {
    const text = workspace(title, target, terms);
    const [finding] = await findings(text, rule);
    const titles = finding?.suggestions.map((_, i) => applied(text, finding, i));
    expect(titles).toEqual(proposed.map((better) => workspace(better, target, terms)));
    for (const better of titles ?? []) {
      expect(await findings(better, rule)).toEqual([]);
      expect(await findings(better, RULE)).toEqual([]);
    }
  });

  it("inserts into titles of any style", async () => {
    const styles = [
      "title: Increase web\n      traffic",
      "title: 'Increase web traffic'",
      "title: >-\n      Increase web\n      traffic",
    ];
    for (const style of styles) {
      const text = workspace("X", "+25%", { unit: "visits" }).replace('title: "X"', style);
      const [finding] = await findings(text, rule);
      expect(applied(text, finding)).toContain("traffic by 25%");
      expect(await findings(applied(text, finding), rule)).toEqual([]);
    }
  });
});

describe("timely/relative-words", () => {
  const rule = "timely/relative-words";

  it.each([
    ["Increase traffic by 25% in the next quarter", "Increase traffic by 25% by 31 December 2026"],
    ["Net Promoter Score of 75 by end of year", "Net Promoter Score of 75 by 31 December 2026"],
    ["Reach 500 members this year", "Reach 500 members by 31 December 2026"],
    ["Next quarter: 500 members", "By 31 December 2026: 500 members"],
    ["Cut waste by 10% over the next 2 years, all sites", "Cut waste by 10% by 31 December 2026, all sites"],
  ])("%s", async (title, better) => {
    const text = workspace(title, "500", {});
    const [finding] = await findings(text, rule);
    expect(applied(text, finding)).toBe(workspace(better, "500", {}));
    expect(await findings(applied(text, finding), rule)).toEqual([]);
  });

  it("gives advice only where there is no one last day", async () => {
    const text = workspace("Reach 500 members this year", "500", {});
    const recurring = text.replace("timeframe: 2026", "timeframe: { every: yearly, start: 2026-01-01 }");
    const [finding] = await findings(recurring, rule);
    expect(finding?.suggestions).toEqual([{ title: "Write the date or the period", edits: [] }]);
  });

  it("is the only thing said of the planner's favourite title", async () => {
    const text = workspace("Increase web traffic from organic searches by 25% in the next quarter", "+25%", {
      unit: "visits",
      more: b(48200),
    });
    const result = await checkFiles({ "kpi.yaml": text });
    const about = result.findings.filter((finding) => finding.path.at(-1) === "title");
    expect(about.map(({ ruleId, severity }) => [ruleId, severity])).toEqual([[rule, "info"]]);
  });
});
