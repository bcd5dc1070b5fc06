import { describe, expect, it } from "vitest";
import { importOpenSlo } from "../../src/import/openslo.ts";
import { definitionOf, remarksOf, settings } from "./support.ts";

function read(text: string, more = {}) {
  const result = importOpenSlo([{ name: "slo.yaml", text }], settings(more));
  if (!result.ok) throw new Error(result.message);
  return result.imported;
}

const SERVICE = `apiVersion: openslo/v1
kind: Service
metadata: { name: web, displayName: Web shop, labels: { team: storefront } }
spec: { description: Where people buy. }
---
`;

const slo = (
  spec: string,
  metadata = "{ name: web-availability, displayName: Web availability, labels: { owner: team:sre } }",
) => `${SERVICE}apiVersion: openslo/v1
kind: SLO
metadata: ${metadata}
spec:
  service: web
  budgetingMethod: Occurrences
${spec.replace(/^/gm, "  ")}
`;

const RATIO = `indicator:
  metadata: { name: good-requests }
  spec:
    ratioMetric:
      counter: true
      good: { metricSource: { type: Prometheus, spec: { query: 'sum(http{code="200"})' } } }
      total: { metricSource: { type: Prometheus, spec: { query: sum(http) } } }`;
const MONTHLY = "timeWindow: [{ duration: 1M, calendar: { startTime: 2025-03-01 00:00:00, timeZone: UTC } }]";

describe("an SLO", () => {
  it("becomes a metric in per cent and a KPI that must hold in every month, for the goal of its service", () => {
    const imported = read(slo(`${RATIO}\n${MONTHLY}\nobjectives: [{ target: 0.999 }]`));
    expect(imported.entities.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      "goal web",
      "metric web-availability",
      "kpi web-availability",
    ]);
    expect(definitionOf(imported, "goal", "web")).toEqual({
      title: "Web shop is reliable for its users",
      owner: "team:storefront",
      why: "Where people buy.",
    });
    expect(definitionOf(imported, "metric", "web-availability")).toEqual({
      title: "Web availability",
      unit: "%",
      aggregation: "ratio",
      bounds: { min: 0, max: 100 },
      source: { system: "Prometheus", how: "automatic", query: 'good: sum(http{code="200"}); total: sum(http)' },
    });
    expect(definitionOf(imported, "kpi", "web-availability")).toEqual({
      title: "Web availability of at least 99.9 %",
      goal: "web",
      metric: "web-availability",
      owner: "team:sre",
      timeframe: { every: "monthly", start: "2025-03-01" },
      target: { min: 99.9 },
    });
    expect(remarksOf(imported)).toEqual([]);
  });

  it.each([
    ["target: 0.99", 99],
    ["target: 0.9995", 99.95],
    ["target: 0.57", 57],
    ["targetPercent: 99.99", 99.99],
  ])("with %s keeps at least %s per cent", (target, min) => {
    expect(
      definitionOf(read(slo(`${RATIO}\n${MONTHLY}\nobjectives: [{ ${target} }]`)), "kpi", "web-availability").target,
    ).toEqual({ min });
  });

  it.each<readonly [string, unknown, RegExp | null]>([
    ["{ duration: 1w, isRolling: false }", { every: "weekly", start: "2026-01-01" }, null],
    [
      "{ duration: 1Q, calendar: { startTime: 2025-04-01 12:30:00, timeZone: UTC } }",
      { every: "quarterly", start: "2025-04-01" },
      null,
    ],
    ["{ duration: 1Y, isRolling: false }", { every: "yearly", start: "2026-01-01" }, null],
    [
      "{ duration: 28d, isRolling: true }",
      { every: "monthly", start: "2026-01-01" },
      /28d .* rolls over 28d; here it must hold in every month/,
    ],
    [
      "{ duration: 1M, calendar: { startTime: 2025-04-01 00:00:00, timeZone: America/New_York } }",
      { every: "monthly", start: "2025-04-01" },
      /America\/New_York .* without a time zone/,
    ],
    [
      "{ duration: 5d, isRolling: true }",
      undefined,
      /timeWindow \| 5d \| periods are weeks, months, quarters and years/,
    ],
  ])("in the window %s", (window, timeframe, remark) => {
    const imported = read(slo(`${RATIO}\ntimeWindow: [${window}]\nobjectives: [{ target: 0.99 }]`));
    expect(definitionOf(imported, "kpi", "web-availability").timeframe).toEqual(timeframe);
    expect(definitionOf(imported, "kpi", "web-availability").state).toBe(timeframe === undefined ? "draft" : undefined);
    if (remark === null) expect(remarksOf(imported)).toEqual([]);
    else expect(remarksOf(imported).join("\n")).toMatch(remark);
  });

  it("over a rolling window has values of that window, which do not add up", () => {
    const imported = read(
      slo(`${RATIO}\ntimeWindow: [{ duration: 28d, isRolling: true }]\nobjectives: [{ target: 0.99 }]`),
    );
    const metric = definitionOf(imported, "metric", "web-availability");
    expect(metric.definition).toBe("Measured over the last 28d.");
    expect(metric).not.toHaveProperty("aggregation");
  });

  it("with several objectives is one metric with several KPIs, or one metric for each threshold", () => {
    const ratio = read(
      slo(`${RATIO}\n${MONTHLY}\nobjectives: [{ displayName: Good, target: 0.95 }, { target: 0.99 }]`),
    );
    expect(ratio.entities.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      "goal web",
      "metric web-availability",
      "kpi web-availability-good",
      "kpi web-availability-objective-2",
    ]);
    const threshold =
      "indicator: { spec: { thresholdMetric: { metricSource: { metricSourceRef: prom, spec: { query: p99 } } } } }";
    const objectives =
      "objectives: [{ displayName: Fast, op: lte, value: 200, target: 0.9 }, { displayName: Slow, op: lt, value: 1000, target: 0.99 }]";
    const imported = read(slo(`${threshold}\n${MONTHLY}\n${objectives}`));
    expect(definitionOf(imported, "metric", "web-availability-fast")).toEqual({
      title: "Web availability: Fast",
      definition: "Good is a value of at most 200.",
      unit: "%",
      bounds: { min: 0, max: 100 },
      source: { system: "prom", how: "automatic", query: "p99" },
    });
    expect(definitionOf(imported, "metric", "web-availability-slow").definition).toBe("Good is a value below 1000.");
  });

  it("finds its SLI and its data source in other documents, and takes nothing of the connection", () => {
    const text = `${slo(`indicatorRef: good-requests\n${MONTHLY}\nobjectives: [{ target: 0.99 }]`)}---
apiVersion: openslo/v1
kind: SLI
metadata: { name: good-requests }
spec:
  description: Good requests.
  ratioMetric:
    rawType: success
    raw: { metricSource: { metricSourceRef: dd, spec: { query: ratio, apiKey: s3cret } } }
---
apiVersion: openslo/v1
kind: DataSource
metadata: { name: dd }
spec: { type: Datadog, connectionDetails: { key: s3cret } }
`;
    const imported = read(text);
    expect(definitionOf(imported, "metric", "web-availability")).toMatchObject({
      definition: "Good requests.",
      source: { system: "Datadog", how: "automatic", query: "ratio" },
    });
    expect(JSON.stringify(imported)).not.toContain("s3cret");
  });

  it("without an owner is a draft, unless one is named", () => {
    const text = slo(`${RATIO}\n${MONTHLY}\nobjectives: [{ target: 0.99 }]`, "{ name: web-availability }");
    expect(definitionOf(read(text), "kpi", "web-availability")).toMatchObject({ state: "draft" });
    expect(remarksOf(read(text))).toEqual([
      "SLO web-availability in slo.yaml | owner | it is a draft without an owner; say who with --owner",
    ]);
    expect(definitionOf(read(text, { owner: "@ana" }), "kpi", "web-availability")).toMatchObject({ owner: "@ana" });
  });

  it.each([
    ["target: 1", /target \| 1 \| a target is a share from 0 to below 1/],
    ["target: nine nines", /target \| nine nines/],
    ["op: lt", /a target is a share/],
  ])("with %s is a draft", (objective, remark) => {
    const imported = read(slo(`${RATIO}\n${MONTHLY}\nobjectives: [{ ${objective} }]`));
    expect(definitionOf(imported, "kpi", "web-availability")).toMatchObject({ state: "draft" });
    expect(remarksOf(imported).join("\n")).toMatch(remark);
  });

  it("keeps beside the draft what is not understood", () => {
    const imported = read(
      slo(
        `indicatorRef: nowhere\ntimeWindow: [{ duration: 3d, calendar: { startTime: soon } }]\nobjectives: [{ target: 99 }]`,
        "{ name: web-availability, labels: { owner: Ana & Ben } }",
      ),
    );
    expect(definitionOf(imported, "kpi", "web-availability")).toEqual({
      title: "web-availability",
      goal: "web",
      metric: "web-availability",
      state: "draft",
      "x-imported": { timeWindow: "3d", startTime: "soon", target: "99", owner: "Ana & Ben" },
    });
    expect(definitionOf(imported, "metric", "web-availability")["x-imported"]).toEqual({ indicatorRef: "nowhere" });
    expect(remarksOf(imported, "not-understood").map((line) => line.split(" | ").slice(1, 3).join(": "))).toEqual([
      "indicatorRef: nowhere",
      "timeWindow: 3d",
      "startTime: soon",
      "target: 99",
      "owner: Ana & Ben",
    ]);
  });

  it("tells of keys that no reader knows, without their values", () => {
    const more = `${RATIO}\n${MONTHLY}\nobjectives: [{ target: 0.99, op: lt }]\nnotes: { secret: s3cret }`;
    const imported = read(slo(more));
    expect(remarksOf(imported)).toEqual([
      "SLO web-availability in slo.yaml | spec.objectives.op | no part of a goal, metric or KPI is known for it",
      "SLO web-availability in slo.yaml | spec.notes | no part of a goal, metric or KPI is known for it",
    ]);
    expect(JSON.stringify(imported)).not.toContain("s3cret");
  });

  it("whose source counts failures has a ceiling", () => {
    const failures = "indicator: { spec: { ratioMetric: { rawType: failure, raw: { metricSource: { type: x } } } } }";
    const imported = read(slo(`${failures}\n${MONTHLY}\nobjectives: [{ target: 0.995 }]`));
    expect(definitionOf(imported, "kpi", "web-availability")).toMatchObject({
      title: "Web availability of at most 0.5 %",
      target: { max: 0.5 },
    });
    expect(definitionOf(imported, "metric", "web-availability").better).toBe("lower");
  });

  it("says how time slices are counted", () => {
    const objectives = "objectives: [{ target: 0.99, timeSliceTarget: 0.95, timeSliceWindow: 1m }]";
    const imported = read(slo(`${RATIO}\n${MONTHLY}\n${objectives}`).replace("Occurrences", "Timeslices"));
    expect(definitionOf(imported, "metric", "web-availability").definition).toBe(
      "Counted in time slices of 1m, each good from 0.95 on.",
    );
  });
});

describe("files of OpenSLO", () => {
  it("may hold a list of objects, and what is not read is told", () => {
    const inner = slo(`${RATIO}\n${MONTHLY}\nobjectives: [{ target: 0.99 }]`).split("---\n")[1] ?? "";
    const list = `- ${inner.trimEnd().replaceAll("\n", "\n  ")}\n- { apiVersion: openslo/v1, kind: AlertPolicy, metadata: { name: page-me } }\n- { apiVersion: openslo/v2alpha, kind: SLO, metadata: { name: new } }\n- 5\n`;
    const imported = read(list);
    expect(imported.entities.some(({ kind }) => kind === "kpi")).toBe(true);
    expect(remarksOf(imported, "left-out")).toEqual([
      "AlertPolicy page-me in slo.yaml | kind | AlertPolicy | alerting has no place in a KPI",
      "SLO new in slo.yaml | apiVersion | openslo/v2alpha | only openslo/v1 is read",
      "slo.yaml | 5 | it is no object of OpenSLO",
    ]);
  });

  it.each([
    ["a: [1", /slo\.yaml:\d+ cannot be read/],
    ["a: 1", /no SLO with apiVersion openslo\/v1/],
    ["", /no SLO/],
    ["apiVersion: openslo/v1\nkind: SLO\nmetadata: 5\nspec: []\n", /no SLO/],
  ])("%j says what is wrong", (text, message) => {
    const result = importOpenSlo([{ name: "slo.yaml", text }], settings());
    expect(result.ok ? "" : result.message).toMatch(message);
  });

  it("survive values of any shape", () => {
    const odd = `apiVersion: openslo/v1
kind: SLO
metadata: { name: odd, labels: [1], displayName: { a: 1 } }
spec: { service: [x], indicator: 5, timeWindow: { duration: 1M }, objectives: [1, { target: [0.9] }], alertPolicies: nine }
`;
    expect(definitionOf(read(odd, { goal: "Reliable", owner: "@ana" }), "kpi", "odd")).toMatchObject({
      state: "draft",
    });
  });
});
