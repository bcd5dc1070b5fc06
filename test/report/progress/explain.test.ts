import { describe, expect, it } from "vitest";
import type { Finding } from "../../../src/findings/finding.ts";
import { progressOf } from "../../../src/progress/progress.ts";
import { calculate } from "../../../src/report/explain/calculated.ts";
import { explainId } from "../../../src/report/explain/explain.ts";
import { jsonExplanations } from "../../../src/report/explain/json.ts";
import { calculation } from "../../../src/report/explain/kpi.ts";
import type { ExplainInput, Fact } from "../../../src/report/explain/model.ts";
import { type ExplainContext, prettyExplanations } from "../../../src/report/explain/pretty.ts";
import { displayWidth } from "../../../src/text/display.ts";
import { loadWorkspace } from "../../../src/workspace/load.ts";
import type { Kpi, Workspace } from "../../../src/workspace/model.ts";
import { DEFAULT_SETTINGS } from "../../../src/workspace/settings.ts";
import { type Case, day } from "../../progress/support.ts";
import vectors from "../../progress/vectors.json" with { type: "json" };
import { countFormulas, wrongFormulas } from "./arithmetic.ts";
import { AS_OF, FILE, fixtureOf, passed } from "./fixture.ts";

const { workspace } = await fixtureOf();
const at = { line: 12, column: 5, offset: 240 };
const finding: Finding = {
  ruleId: "measurable/direction-conflict",
  messageId: "level",
  severity: "error",
  message: "The target lies below the baseline, but higher is better; write `better: lower`.",
  file: FILE,
  range: { start: at, end: at },
  entity: { kind: "kpi", id: "wrong" },
  path: ["kpis", "wrong", "target"],
  url: "https://example.com/rules",
  fingerprint: "0",
  suggestions: [],
  fix: null,
  related: [],
};
const context: ExplainContext = { colour: false, width: 100, ascii: false };
const input: ExplainInput = {
  workspace,
  progress: progressOf(workspace, day(AS_OF)),
  asOf: day(AS_OF),
  findingsOf: ({ id }) => (id === "wrong" ? [finding] : []),
  smartOf: ({ id }) => passed(id),
  placeOf: ({ id }) => `${FILE}:${id.length}`,
  shownFile: (file) => file,
};

function shown(id: string, more: Partial<ExplainContext> = {}): string {
  return prettyExplanations(explainId(id, input), { ...context, ...more });
}

describe("an explanation", () => {
  it.each([
    "nps-2026",
    "revenue-2026",
    "cost-2026",
    "uptime-monthly",
    "load-q3",
    "answer-q3",
    "export-live",
    "visits-2026",
    "wrong",
    "silent-2026",
    "later",
    "gone",
    "hostile",
    "company",
    "nps",
    "uptime",
  ])("of %s", async (id) => {
    await expect(shown(id)).toMatchFileSnapshot(`golden/explain-${id}.golden.txt`);
  });

  it("in a narrow terminal, and in ASCII", async () => {
    await expect(shown("nps-2026", { width: 60 })).toMatchFileSnapshot("golden/explain-60.golden.txt");
    await expect(shown("load-q3", { ascii: true })).toMatchFileSnapshot("golden/explain-ascii.golden.txt");
  });

  it("in colour, escapes written out", async () => {
    const text = shown("nps-2026", { colour: true }).replaceAll("\u001b", "␛");
    await expect(text).toMatchFileSnapshot("golden/explain-colour.golden.txt");
  });

  it("as JSON", async () => {
    const text = jsonExplanations(explainId("hostile", input), input);
    await expect(text).toMatchFileSnapshot("golden/explain.golden.json");
  });

  it("shows every entity of an id", () => {
    expect(explainId("hostile", input).map(({ entity }) => entity.kind)).toEqual(["goal", "kpi", "metric"]);
    expect(explainId("none", input)).toEqual([]);
  });

  it("lets nothing hostile through", () => {
    const text = shown("hostile");
    expect(text).not.toMatch(/\u202e|(?:^|\s)::|##\[/);
    expect(text).not.toContain("\u001b");
  });

  it.each([40, 60, 80, 100, 140])("is no wider than %i columns", (width) => {
    for (const id of workspace.kpis.keys()) {
      if (id === "hostile") continue;
      expect(
        shown(id, { width })
          .split("\n")
          .filter((line) => displayWidth(line) > width),
      ).toEqual([]);
    }
  });
});

describe("an explanation of a small workspace", () => {
  const explained = async (text: string): Promise<string> => {
    const files = [{ path: FILE, text: `version: 1\ngoals: { g: { title: A goal, owner: "@ana" } }\n${text}` }];
    const small = await loadWorkspace({ files, settings: DEFAULT_SETTINGS });
    const own = { ...input, workspace: small, progress: progressOf(small, day(AS_OF)) };
    return prettyExplanations([...explainId("k", own), ...explainId("d", own)], { ...context, width: 300 });
  };
  const DERIVED = (how: string): string => `metrics:
  a: { title: Metric a, values: { 2026-06-30: 1, 2026-07-31: 2 } }
  b: { title: Metric b, values: { 2026-06-30: 0, 2026-07-31: 4 } }
  d: { title: Metric d, ${how} }
kpis: { k: { title: A KPI, goal: g, metric: d, owner: "@ana", timeframe: 2026, baseline: 1, target: 2, stretch: +300% } }
`;

  it("fits a derived metric whose aggregation cannot work", async () => {
    const text = await explained(DERIVED("aggregation: ratio, derived: { sum: [a, b] }"));
    expect(text).toContain("all of them in the window, computed from other metrics");
    expect(text).toContain("C  current   unknown: the values have no numerators and denominators");
    expect(text).toContain("or a derived metric as { ratio: [a, b] }");
  });

  it("says which dates a derived ratio loses", async () => {
    const text = await explained(DERIVED("derived: { ratio: [a, b] }"));
    expect(text).toMatch(/left out +1 date on which the denominator is 0/);
  });

  it.each([
    ["2026-02-01", "there is only 1 value"],
    ["2026-01-01", "there is no value"],
    ["2026-04-01", "there are only 3 values"],
  ])("says that limits until %s are not followed, because %s", async (until, why) => {
    const rows = [1, 2, 3, 4, 5, 6].map((month) => `2026-0${month}-28: ${month}`).join(", ");
    const metric = `metrics: { d: { title: Metric d, baseline_until: ${until}, values: { ${rows} } } }\n`;
    const text = (await explained(metric)).replace(/\n +/g, " ");
    expect(text).toContain(`${until}, which is not followed: up to that day ${why}, and limits take at least 6`);
    expect(text).toContain("from 6 of 6 values, provisional below 12 values");
  });

  it("says of a growing guardrail that its lower bound is not reached yet", async () => {
    const text = await explained(`metrics:
  d: { title: Metric d, values: { 2026-06-30: 30 } }
  s: { title: A total, aggregation: sum, values: { 2026-01-31: 4, 2026-06-30: 5 } }
  e: { title: Never measured }
kpis: { k: { title: A KPI, goal: g, metric: d, owner: "@ana", timeframe: 2026, baseline: 1, target: 50, guardrails: [{ metric: s, min: 20 }, { metric: s, max: 8 }, { metric: s, min: 9 }, { metric: e, max: 3 }] } }
`);
    const section = /^Guardrails\n((?: .*\n)+)/m
      .exec(text)?.[1]
      ?.trimEnd()
      .split("\n")
      .map((row) => row.trim());
    expect(section).toEqual([
      "s  not reached yet: 9, must be at least 20",
      "s  broken: 9, must be at most 8",
      "s  holds: 9, must be at least 9",
      "e  unknown: no value, must be at most 3",
    ]);
  });

  it.each([
    ["there is 1", "2026-06-30: 5"],
    ["there are 2", "2026-05-31: 5, 2026-06-30: 5"],
  ])("counts the values of a total: %s", async (words, values) => {
    const text = await explained(`metrics: { d: { title: A total, aggregation: sum, values: { ${values} } } }
kpis: { k: { title: A KPI, goal: g, metric: d, owner: "@ana", timeframe: 2026, target: 50 } }
`);
    expect(text).toContain(`it takes at least 3 values in the window, and ${words}`);
  });

  it("groups the number of earlier periods and values that are not listed", async () => {
    const text = await explained(`metrics: { d: { title: A level, cadence: weekly, values: { 2026-06-30: 5 } } }
kpis: { k: { title: A KPI, goal: g, metric: d, owner: "@ana", timeframe: { every: weekly, start: 1990-01-01 }, target: { min: 5 } } }
`);
    expect(text).toMatch(/and 1,\d{3} older/);
  });

  it("resolves a relative stretch", async () => {
    expect(await explained(DERIVED("derived: { sum: [a, b] }"))).toContain("+300% = 4, shown and never scored");
  });
});

interface Vector extends Case {
  readonly id: string;
  readonly note: string;
  readonly expect: Readonly<Record<string, number | string | boolean | null>>;
}

const progressVectors = vectors.progress as unknown as readonly Vector[];

async function workspaceOf({ metric, kpi, rows }: Vector): Promise<Workspace> {
  const values = Object.fromEntries(
    rows.map((row) => [row[0], row.length === 3 ? { numerator: row[1], denominator: row[2] } : row[1]]),
  );
  const text = JSON.stringify({
    version: 1,
    goals: { g: { title: "A goal", owner: "@ana" } },
    metrics: { m: { title: "A metric", ...metric, values } },
    kpis: { k: { title: "A KPI", goal: "g", metric: "m", owner: "@ana", ...kpi } },
  });
  return loadWorkspace({ files: [{ path: FILE, text }], settings: DEFAULT_SETTINGS });
}

/** Which step shows which figure of a worked case. */
const STEPS: Readonly<Record<string, string>> = {
  current: "C  current",
  target: "T  target",
  attainment: "A  attainment",
  planned: "P  plan",
  pace: "   pace",
  elapsed: "   elapsed",
  used: "   used",
  compliance: "A  attainment",
  status: "   status",
};

describe("the calculation of the worked cases", () => {
  it("is read as formulas by the test", () => {
    const text = calculation(calculate(workspace, workspace.kpis.get("nps-2026") as Kpi, day(AS_OF)))
      .map((fact) => fact.text)
      .join("\n");
    expect(countFormulas(text)).toBe(4);
    expect(wrongFormulas("A / E = 46.15 % / 49.59 % = 0.9308")).toHaveLength(1);
  });

  it.each(progressVectors)("$id $note", async (vector) => {
    const workspace = await workspaceOf(vector);
    const kpi = workspace.kpis.get("k");
    if (kpi === undefined) throw new Error("The KPI could not be read");
    const steps = new Map<string, Fact>(
      calculation(calculate(workspace, kpi, day(vector.as_of))).map((fact) => [fact.label, fact]),
    );
    for (const [figure, wanted] of Object.entries(vector.expect)) {
      const step = steps.get(STEPS[figure] ?? "");
      if (step === undefined || step.value === undefined) {
        expect(wanted === null || !(figure in STEPS) || vector.expect.status === "invalid", figure).toBe(true);
      } else if (typeof wanted === "number") expect(step.value, figure).toBeCloseTo(wanted, 6);
      else if (wanted !== null) expect(step.value, figure).toBe(wanted);
    }
    const status = steps.get("   status")?.text ?? "";
    expect(status).toMatch(/^[a-z-]+, because .{5}/);
    expect(status).not.toMatch(/undefined|NaN|null/);
    expect([...steps.values()].flatMap(({ text }) => wrongFormulas(text))).toEqual([]);
  });
});
