/** Change sets that every reporter's golden files show. */

import type { Files } from "../../changes/review.ts";
import { portfolio, portfolioWith, type Reviewed, reviewed } from "./fixture.ts";

/** Tries to leave every sink. */
export const HOSTILE =
  "\u202e<img src=x onerror=alert(1)>\u001b[31m @octocat #1 ::error::pwned | `x` [a](javascript:b) ![i](x) " +
  "https://evil.example www.evil.example GH-2 3f2a9c1d03b7 \u200b&lt;b&gt; &#64;x ##[add-mask] <!-- kpi-as-code:v1 -->";
/** Longer than any place where it is shown. */
const LONG = "very @long ".repeat(455);

/** A double-quoted scalar: JSON is YAML. */
const quoted = (text: string): string => JSON.stringify(text);

const REASON = "the new contract keeps small customers for a year longer";
const target75 = "    target: 75\n";
const eased = (reason: string): readonly [string, string] => [
  target75,
  `    target: 72\n    changes: [{ date: 2026-08-14, field: target, reason: ${reason} }]\n`,
];

/** Sixty KPIs on sixty metrics. */
function sixty(target: (i: number) => string): Files {
  const ids = Array.from({ length: 60 }, (_, i) => i + 1);
  const metrics = ids.map(
    (i) => `  metric-${i}: { title: Metric ${i}, unit: visits, values: { 2026-07-31: ${100 + i} } }`,
  );
  const kpis = ids.map(
    (i) =>
      `  kpi-${i}: { title: KPI number ${i}, goal: grow, metric: metric-${i}, owner: "@ana", timeframe: 2026, baseline: 50, target: ${target(i)} }`,
  );
  return {
    "kpi.yaml": `version: 1\ngoals:\n  grow: { title: Grow, owner: "@ceo" }\nmetrics:\n${metrics.join("\n")}\nkpis:\n${kpis.join("\n")}\n`,
  };
}

/** By the name of their golden files. */
export const scenarios = {
  "nothing-changed": () =>
    reviewed(portfolio, { "kpis/moved.kpi.yaml": `# Moved.\n${portfolio["kpis/company.kpi.yaml"]}` }),
  "check-in": () =>
    reviewed(
      portfolio,
      portfolioWith(
        ["2026-06-30: 68 }", "2026-06-30: 68, 2026-08-14: 74 }"],
        ["2026-07-31: 3.1 }", "2026-07-31: 3.1, 2026-08-14: 2.9 }"],
      ),
    ),
  "eased-without-reason": () => reviewed(portfolio, portfolioWith([target75, "    target: 72\n"])),
  "eased-with-reason": () => reviewed(portfolio, portfolioWith(eased(REASON))),
  many: () =>
    reviewed(
      portfolio,
      portfolioWith(
        eased(REASON),
        ["2026-06-30: 68 }", "2026-06-30: 68, 2026-08-14: 74 }"],
        ["every: monthly", "every: quarterly"],
        ["rolling 90 days", "rolling 30 days"],
        ["target: -50%", "target: -40%"],
        ["target: { max: 96000 }", "target: { max: 90000 }"],
        ["target: { min: 99.9 }", "target: { min: 99 }\n    tolerance: 0.1"],
        ["    aggregation: sum\n", "    aggregation: mean\n"],
        ['title: Every euro is spent twice over, owner: "@cfo"', 'title: Every euro is well spent, owner: "@cfo"'],
        [/ {2}visits-2026[\s\S]*/.exec(portfolio["kpis/company.kpi.yaml"] ?? "")?.[0] ?? "", ""],
        ["timeframe: 2026\n    target: { min", "timeframe: 2026-H2\n    target: { min"],
      ),
    ),
  "other-lines": () =>
    reviewed(
      { ...portfolio, "kpi.config.yaml": "version: 1\nstatus: { on_track: 0.95 }\n" },
      {
        ...portfolioWith(["title: Visits of the old site, unit", "title: Visits, unit"]),
        "kpi.config.yaml": "version: 1\nstatus: { on_track: 0.75 }\n",
      },
    ),
  "sixty-kpis": () =>
    reviewed(
      sixty((i) => String(200 + i)),
      sixty((i) => (i % 3 === 0 ? String(300 + i) : String(150 + i))),
    ),
  hostile: () =>
    reviewed(
      portfolio,
      portfolioWith(
        [target75, `    target: 72\n    changes: [{ date: 2026-08-14, field: target, reason: ${quoted(HOSTILE)} }]\n`],
        ["title: Net Promoter Score of 75 by 31 December 2026", `title: ${quoted(HOSTILE)}`],
        ["unit: points", `unit: ${quoted(HOSTILE)}`],
        ["  churn-2026:\n", `  ${quoted(HOSTILE)}:\n`],
        ["target: -50%", `target: -40%\n    changes: [{ date: 2026-08-14, field: target, reason: ${quoted(LONG)} }]`],
        ["title: The service costs at most 96,000 EUR in 2026", `title: ${quoted(LONG)}`],
        ["target: { max: 96000 }", "target: { max: 99000 }"],
      ),
    ),
} satisfies Readonly<Record<string, () => Promise<Reviewed>>>;
