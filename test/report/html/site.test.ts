import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type SiteFile, singleFile, siteFiles } from "../../../src/report/html/site.ts";
import { json } from "../../../src/report/progress/json.ts";
import { selectProgress } from "../../../src/report/progress/select.ts";
import { readXml } from "../xml.ts";
import { FILES, inputOf, panelOf, textOf, viewOf } from "./fixture.ts";

const input = await inputOf();
const files = siteFiles(input);
const page = fileOf(files, "index.html");
const head = page.slice(0, page.indexOf("</head>"));

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';

function fileOf(all: readonly SiteFile[], path: string): string {
  const file = all.find((one) => one.path === path);
  if (file === undefined) throw new Error(`There is no ${path}.`);
  return file.text;
}

function sha256(text: string): string {
  return `sha256-${createHash("sha256").update(text, "utf8").digest("base64")}`;
}

describe("the page", () => {
  it("allows itself one style and one script, and nothing from anywhere", () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(head)?.[1] ?? "";
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? "";
    const script = /<script>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? "";
    expect(policy.split("; ")).toEqual([
      "default-src 'none'",
      `style-src '${sha256(style)}'`,
      `script-src '${sha256(script)}'`,
      "img-src data:",
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  it("has no handlers, no style attributes, and no script but its own", () => {
    const rest = page.replace(/<style>[\s\S]*?<\/style>|<script>[\s\S]*?<\/script>/g, "");
    expect(rest).not.toMatch(/\s(?:style|on\w+)=/i);
    expect(rest).not.toMatch(/<script(?! type="application\/json">)/i);
    expect(rest).not.toMatch(/\b(?:src|srcset|action|formaction|ping|background)=/i);
  });

  it("names the licence of the code that it carries", () => {
    expect(page).toMatch(/\/\*! uPlot \d+\.\d+\.\d+, Copyright \(c\) Leon Sorokin, MIT License \*\//);
  });

  it("is the same in every run, and the same as one file", async () => {
    expect(singleFile(await inputOf())).toBe(page);
  });

  it("has an element for every place that it links to", () => {
    const places = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const links = [...page.matchAll(/href="#([^"?]*)/g)].map(([, place]) => place);
    expect(links.length).toBeGreaterThan(30);
    expect(links.filter((place) => !places.has(place))).toEqual([]);
  });
});

describe("the overview", () => {
  const overview = textOf(viewOf(page, "overview"));

  it("counts, worst first", () => {
    expect(overview).toContain("1 of 5 KPIs on track or achieved; 4 need attention. Also 1 draft.");
    expect(overview).toMatch(/1 off track 3 at risk 1 on track/);
  });

  it("lists what needs attention, the worst first, with the reason and the agreed step", () => {
    const order = ["At most 8000 EUR", "Net Promoter Score of 75", "Revenue of 150000", "Up 99.9% in 2026"].map(
      (title) => overview.indexOf(title),
    );
    expect(order.every((place, i) => place > (order[i - 1] ?? 0))).toBe(true);
    expect(overview).toContain("Guardrail uptime is 99.95 %, must be at least 99.98 %.");
    expect(overview).toContain(
      "The plan was 68.45 points for Jun 30, 2026, so the pace is 0.9307; on track from 0.95. Agreed step: Call the detractors.",
    );
  });

  it("lists early warnings, reviews that are due, and stale data", () => {
    expect(overview).toContain("Reviews due 1 Net Promoter Score of 75 in 2026, due Jul 3, 2026 (43 days ago)");
    expect(overview).toContain(
      "Stale data No open KPI has gone without a value for longer than one and a half times its cadence.",
    );
  });

  it("shows goals as a tree with what they roll up to", () => {
    expect(overview).toMatch(/Grow revenue @ceo · 2026 \S+ % 5 KPIs: 1 off track, 3 at risk, 1 on track/);
  });
});

describe("the panel of a KPI", () => {
  const nps = panelOf(page, "kpi/nps-2026");

  it.each([
    "Grow revenue Customers stay Net Promoter Score of 75 in 2026",
    "at risk guardrail broken",
    "now 68 points Jun 30, 2026 target 75 points until Dec 31, 2026",
    "62 points 80 points",
    "Agreed step, now due: Call the detractors.",
    "6 values as a table",
    "Forecast expected 72.04 points on Dec 31, 2026",
    "A attainment (C − O) / (T − O) = (68 − 62) / (75 − 62) = 46.15 %",
    "✖ broken Uptime 99.95 % on Aug 10, 2026, must be at least 99.98 %",
    "Drivers Keywords ranked 174 keywords on Jul 31, 2026",
    "Apr 2, 2026 target 78 points → 75 points ▽ eased The survey changed @cx",
    "S Specific ⚠ warn",
  ])("says: %s", (text) => {
    expect(textOf(nps)).toContain(text);
  });

  it("draws the way to the target with plan, forecast, usual range and signals", () => {
    const chart = /<svg class="series"[\s\S]*?<\/svg>/.exec(nps)?.[0] ?? "";
    for (const part of ["plan", "range", "expected", "limit", "mean", "target", "stretch", "actual", "improvement"]) {
      expect(chart).toContain(`class="${part}"`);
    }
    expect(textOf(chart)).toContain("target 75 points");
  });

  it("carries the chart's data for the script", () => {
    const data = JSON.parse(/<script type="application\/json">(.*?)<\/script>/.exec(nps)?.[1] ?? "null");
    expect(data).toMatchObject({
      kind: "line",
      values: [57, 59, 60, 62, 64, 68],
      plan: [
        [20453, 62],
        [20818, 75],
      ],
    });
    expect(data.texts.at(-1)).toBe("68 points");
  });

  it("shows totals twice: added up towards the target, and each value with its usual range", () => {
    const revenue = panelOf(page, "kpi/revenue-2026");
    expect(textOf(revenue)).toMatch(/Towards the target Revenue .* Each value Revenue/);
    const [way, each] = [...revenue.matchAll(/<script type="application\/json">(.*?)<\/script>/g)].map(([, data]) =>
      JSON.parse(data ?? "null"),
    );
    expect(way.values).toEqual([0, 10000, 21000, 33500, 42500, 56500, 68750, 81750]);
    expect(textOf(revenue)).toContain("7 values as a table day value signal Jul 31, 2026 81,750 EUR Jun 30, 2026");
    expect(textOf(revenue)).not.toContain("Dec 31, 2025 0 EUR");
    expect(revenue).toContain(
      'aria-label="Towards the target: 7 values, from 10,000 EUR on Jan 31, 2026 to 81,750 EUR',
    );
    expect(each).toMatchObject({ kind: "columns", values: [10000, 11000, 12500, 9000, 14000, 12250, 13000] });
  });

  it("takes running totals apart, and leaves the first one out", () => {
    const data = [...panelOf(page, "kpi/cost-2026").matchAll(/<script type="application\/json">(.*?)<\/script>/g)];
    expect(data.map(([, text]) => JSON.parse(text ?? "null").values)).toEqual([
      [0, 4000, 5100, 6400],
      [1100, 1300],
    ]);
  });

  it("shows a record, and no bar, where something is to be kept", () => {
    const monthly = panelOf(page, "kpi/uptime-monthly");
    expect(textOf(monthly)).toContain("held in 4 of 5 months, last missed 2026-04, 3 in a row since");
    const year = panelOf(page, "kpi/uptime-2026");
    expect(textOf(year)).toContain("record held in 5 of 6 months");
    expect(monthly + year).not.toContain('class="bar"');
    expect(monthly).toContain('class="strip"');
  });

  it("says what a draft is", () => {
    expect(textOf(panelOf(page, "kpi/later"))).toMatch(/^Answer faster draft A draft: listed, not scored\./);
  });
});

describe("the other pages", () => {
  it("show metrics without a KPI first", () => {
    const metrics = textOf(viewOf(page, "metrics"));
    expect(metrics).toMatch(/Without a KPI 1 .* Keywords ranked .* Measured by KPIs 4/);
  });

  it("group KPIs by owner, those with most trouble first", () => {
    const owners = textOf(viewOf(page, "owners"));
    expect(owners).toMatch(
      /Owners @cto 3 KPIs: 1 off track, 1 at risk, 1 on track .* @ceo 1 KPI: .* @cx 1 KPI: .* no owner 0 KPIs, 1 not scored/,
    );
  });

  it("roll a goal up with its KPIs", () => {
    const goal = textOf(panelOf(page, "goal/growth"));
    expect(goal).toContain("Goals below off track Customers stay");
    expect(goal).toMatch(/Roll-up .* progress Σ weight × attainment \/ Σ weight/);
  });
});

describe("a language", () => {
  it("writes every number and date of the page", async () => {
    const german = singleFile(await inputOf(FILES, { locale: "de" }));
    expect(german).toContain('<html lang="en" data-locale="de">');
    const text = textOf(panelOf(german, "kpi/revenue-2026"));
    expect(text).toContain("now 81.750 EUR 31.07.2026 target 150.000 EUR until 31.12.2026");
    const { forecast } = input.progress.kpis.find(({ kpi }) => kpi.id === "revenue-2026")?.progress ?? {};
    const shown = (value: number): string => new Intl.NumberFormat("de").format(Number(value.toPrecision(4)));
    expect(text).toContain(`likely range ${shown(forecast?.low ?? 0)} to ${shown(forecast?.high ?? 0)} EUR`);
    expect(text).not.toMatch(/\d,\d{3}(?!\d| %)|\d{4}-\d\d-\d\d/);
    expect(textOf(panelOf(german, "kpi/nps-2026"))).toContain("(68 − 62) / (75 − 62) = 46,15 %");
  });

  it("changes neither report.json nor what report.md says of reasons", async () => {
    const german = siteFiles(await inputOf(FILES, { locale: "de" }));
    expect(fileOf(german, "report.json")).toBe(fileOf(files, "report.json"));
    expect(fileOf(german, "report.md")).toBe(fileOf(files, "report.md"));
  });
});

describe("report.json", () => {
  const report = JSON.parse(fileOf(files, "report.json"));

  it("says of KPIs and goals what kpi progress says", () => {
    const { workspace, progress, check } = input;
    const everything = { ids: [], goals: [], owners: [], tags: [], statuses: [] };
    const all = selectProgress(progress, workspace, check.smart, everything, []);
    const { kpis, goals } = JSON.parse(json(all));
    expect(report.kpis).toEqual(kpis);
    expect(report.goals).toEqual(goals);
  });

  it("lists what needs attention, reviews, and metrics without a KPI", () => {
    expect(report).toMatchObject({
      schemaVersion: 1,
      title: "Our goals",
      asOf: "2026-08-15",
      summary: { kpis: 5, drafts: 1, goals: 2, metrics: 5 },
      earlyWarnings: [],
      reviewsDue: [{ kpi: "nps-2026", due: "2026-07-03" }],
      stale: [],
      metricsWithoutKpi: ["keywords"],
    });
    expect(report.needsAttention.map(({ kpi }: { kpi: string }) => kpi)).toEqual([
      "cost-2026",
      "nps-2026",
      "revenue-2026",
      "uptime-2026",
    ]);
    expect(report.findings.length).toBe(input.check.findings.length);
  });
});

describe("report.md", () => {
  it("says what kpi progress does, and above its tables what needs attention", () => {
    const text = fileOf(files, "report.md");
    expect(text).toMatch(
      /^# Our goals\n\n\*\*5 KPIs: .*\n\n\*\*Needs attention\*\*\n\n- ▼ off-track `cost-2026`: The plan was /,
    );
    expect(text).toContain("**Reviews due**\n\n- `nps-2026`, due 3 July 2026\n\n### Grow revenue");
  });
});

describe("badges", () => {
  it("are there for every KPI and every goal, well-formed and with shape and word", () => {
    const badges = files.filter(({ path }) => path.startsWith("badges/"));
    expect(badges.map(({ path }) => path).sort()).toEqual([
      "badges/cost-2026.svg",
      "badges/goals/growth.svg",
      "badges/goals/happy.svg",
      "badges/later.svg",
      "badges/nps-2026.svg",
      "badges/revenue-2026.svg",
      "badges/uptime-2026.svg",
      "badges/uptime-monthly.svg",
    ]);
    for (const { text } of badges) expect(readXml(XML + text).name).toBe("svg");
    expect(fileOf(files, "badges/nps-2026.svg")).toContain("<title>nps-2026: at risk, 46.15 %</title>");
    expect(fileOf(files, "badges/uptime-monthly.svg")).toContain("on track, held in 4 of 5 months");
    expect(fileOf(files, "badges/later.svg")).toContain("later: draft");
  });
});

describe("an id that the check refuses", () => {
  it("names no file", async () => {
    const ids = ["../../evil", "a b", "Upper", ".git", "/etc/x", "x".repeat(65)];
    const kpis = ids.map((id) => `  ${JSON.stringify(id)}: { title: A KPI, goal: g, state: draft }\n`);
    const goals = ids.map((id) => `  ${JSON.stringify(id)}: { title: A goal }\n`);
    const made = siteFiles(
      await inputOf({ "kpi.yaml": `version: 1\ngoals:\n${goals.join("")}kpis:\n${kpis.join("")}` }),
    );
    expect(made.map(({ path }) => path)).toEqual(["index.html", "report.json", "report.md"]);
    expect(fileOf(made, "report.json")).toContain('"drafts": 6');
  });
});

describe("an empty workspace", () => {
  it("has a page too", async () => {
    const empty = singleFile(await inputOf({ "kpi.yaml": "version: 1\n" }));
    expect(textOf(empty)).toContain("No KPI is active.");
  });
});

describe("hostile texts", () => {
  const evil = `</script></noscript></title></style>"'><img src=x onerror=alert(1)><script>alert(1)</script>{{x}}\${y}`;
  const q = JSON.stringify(evil);
  const kpi = `{ title: ${q}, goal: g, metric: m, owner: "@a", timeframe: 2026, target: 5, baseline: { value: 1, source: ${q} }, why: ${q}, if_off_track: ${q}, tags: [${q}], drivers: [d], changes: [{ date: 2026-02-01, field: ${q}, from: ${q}, to: ${q}, reason: ${q}, by: ${q} }], review: { every: monthly, last: 2026-01-01 } }`;
  const text = `version: 1
goals: { g: { title: ${q}, owner: "@a", why: ${q}, resources: ${q}, activities: ${q}, stakeholders: [${q}], tags: [${q}] } }
metrics:
  m: { title: ${q}, definition: ${q}, unit: ${q}, category: customer, source: { system: ${q}, how: manual, query: ${q}, link: "https://example.com/?q=%22%3E<script>" }, values: { 2026-01-31: 1, 2026-02-28: { value: 2, note: ${q} } } }
  d: { title: ${q}, unit: ${q}, values: { 2026-01-31: 1 } }
kpis:
  a: ${kpi}
  b: { title: ${q}, state: retired, retired: { on: 2026-02-01, reason: ${q}, outcome: ${q} }, goal: g, metric: m, owner: "@a", timeframe: 2026, target: 5 }
`;

  it("stay text in every file", async () => {
    const evilFiles = siteFiles(await inputOf({ "kpi.yaml": text }, { title: evil }));
    const html = fileOf(evilFiles, "index.html");
    expect(html.split("alert(1)").length).toBeGreaterThan(30);
    expect(html).not.toMatch(/<img|<script>alert/);
    expect(html.match(/<\/?(?:script|noscript|style|title)\b/g)?.length).toBe(
      singleFile(await inputOf({ "kpi.yaml": text.replaceAll(q, "plain") }, { title: "plain" })).match(
        /<\/?(?:script|noscript|style|title)\b/g,
      )?.length,
    );
    expect(fileOf(evilFiles, "report.md")).not.toMatch(/<img|<script/);
    for (const { path, text: svg } of evilFiles) if (path.endsWith(".svg")) expect(readXml(XML + svg).name).toBe("svg");
    expect(JSON.parse(fileOf(evilFiles, "report.json")).title).toBe(evil);
  });
});

describe("whatever the values are", () => {
  const number = fc.oneof(
    fc.double({ noNaN: true, min: -1e300, max: 1e300 }),
    fc.integer({ min: -100, max: 100 }),
    fc.constantFrom(0, 1e-300, 1e300, -1e300),
  );
  const target = fc.constantFrom(
    "5",
    "+25%",
    "{ by: -5 }",
    "{ min: 1 }",
    "{ max: 3 }",
    "{ min: 1, max: 2 }",
    "true",
    "{}",
  );
  const aggregation = fc.constantFrom("last", "sum", "running", "mean", "min", "max");
  const timeframe = fc.constantFrom(
    "2026",
    "2026-Q3",
    "{ every: monthly, start: 2026-01-01 }",
    "{ start: 2026-08-15, end: 2026-08-15 }",
  );

  it("the pages can be drawn, and show no number that is none", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(number, { maxLength: 14 }),
        target,
        aggregation,
        timeframe,
        fc.constantFrom("higher", "lower"),
        async (values, wanted, how, window, better) => {
          const rows = values.map((value, i) => `2026-${String((i % 12) + 1).padStart(2, "0")}-${10 + i}: ${value}`);
          const file = `version: 1
goals: { g: { title: A goal, owner: "@a" } }
metrics: { m: { title: A metric, unit: points, aggregation: ${how}, better: ${better}, values: { ${rows.join(", ")} } } }
kpis: { k: { title: A KPI, goal: g, metric: m, owner: "@a", timeframe: ${window}, target: ${wanted}, stretch: 7 } }
`;
          const made = siteFiles(await inputOf({ "kpi.yaml": file }));
          const body = fileOf(made, "index.html").replace(/<(style|script)>[\s\S]*?<\/\1>/g, "");
          expect(body).not.toMatch(/NaN|Infinity|undefined|\[object|>null</);
        },
      ),
      { numRuns: 60 },
    );
  });
});
