import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { csvExport } from "../../src/export/csv.ts";
import { jsonExport } from "../../src/export/json.ts";
import type { ExportInput } from "../../src/export/model.ts";
import { openSloExport } from "../../src/export/openslo.ts";
import { importOpenSlo } from "../../src/import/openslo.ts";
import { progressOf } from "../../src/progress/progress.ts";
import { readYaml } from "../../src/text/yaml.ts";
import { loadWorkspace } from "../../src/workspace/load.ts";
import { DEFAULT_SETTINGS } from "../../src/workspace/settings.ts";
import { day, settings } from "../import/support.ts";
import { GOOD } from "../support/cli.ts";

async function workspace(text: string): Promise<ExportInput> {
  const made = await loadWorkspace({
    files: [{ path: "kpi.yaml", text }],
    settings: DEFAULT_SETTINGS,
    readData: () => null,
  });
  return { workspace: made, progress: progressOf(made, day("2026-08-15")) };
}

const EVIL = "=cmd|' /C calc'!A0";
const MORE = `${GOOD}  drafted: { title: Answer faster, state: draft }
  hostile: { title: "${EVIL}", goal: happy-customers, metric: nps, owner: "@cx", timeframe: 2026, target: "+10%", why: "-1+1", tags: ["@SUM(A1)", "\\tx"] }
`;

function table(text: string): readonly Readonly<Record<string, string>>[] {
  return parse(text, { columns: true });
}

describe("as CSV", () => {
  it("has a row for every KPI with what it promises and how it stands", async () => {
    const [nps, drafted] = table(csvExport(await workspace(MORE)));
    expect(nps).toMatchObject({
      id: "nps-2026",
      title: "Net Promoter Score of 75",
      state: "active",
      goal: "happy-customers",
      goal_title: "Customers stay because they are happy",
      metric: "nps",
      unit: "points",
      better: "higher",
      timeframe: "2026",
      start: "2026-01-01",
      end: "2026-12-31",
      baseline: "62",
      target_written: "75",
      target_kind: "reach",
      target: "75",
      current: "68",
      current_date: "2026-06-30",
      status: "at-risk",
      file: "kpi.yaml",
    });
    expect(Number(nps?.attainment)).toBeCloseTo(6 / 13, 10);
    expect(drafted).toMatchObject({ id: "drafted", state: "draft", status: "", target: "" });
  });

  it("disarms what a spreadsheet would run", async () => {
    const text = csvExport(await workspace(MORE));
    const hostile = table(text)[2];
    expect(hostile).toMatchObject({ title: `'${EVIL}`, owner: "'@cx", why: "'-1+1", target_written: "+10%" });
    expect(text).not.toMatch(/(?:^|,)"?[=@\t]/m);
  });
});

describe("as JSON", () => {
  it("holds definitions, rows and progress, with a version", async () => {
    const exported = JSON.parse(jsonExport(await workspace(MORE)));
    expect(Object.keys(exported)).toEqual(["schemaVersion", "asOf", "goals", "metrics", "kpis"]);
    expect(exported).toMatchObject({
      schemaVersion: 1,
      asOf: "2026-08-15",
      goals: [
        {
          id: "happy-customers",
          file: "kpi.yaml",
          state: "active",
          definition: { owner: "@ceo" },
          progress: { kpis: 2 },
        },
      ],
      metrics: [
        {
          id: "nps",
          definition: { unit: "points", cadence: "quarterly" },
          dataFile: null,
          rows: [
            { date: "2026-03-31", value: 64, numerator: null, note: null },
            { date: "2026-06-30", value: 68 },
          ],
          knownGaps: [],
        },
      ],
      kpis: [
        {
          id: "nps-2026",
          state: "active",
          definition: { target: 75 },
          progress: { status: "at-risk", target: { kind: "reach", value: 75 } },
        },
        { id: "drafted", state: "draft", progress: null },
        { id: "hostile", definition: { title: EVIL } },
      ],
    });
    expect(exported.metrics[0].definition).not.toHaveProperty("values");
  });
});

const KEEP = (kpi: string, metric = 'unit: "%"') => `version: 1
goals:
  reliable: { title: "Booking: works", owner: team:sre, why: Clinics book at night. }
metrics:
  uptime: { title: Availability, ${metric}, source: { system: Prometheus, how: automatic, query: "sum(up{job=\\"web\\"})" } }
kpis:
  up: { title: Booking works, goal: reliable, metric: uptime, owner: team:sre, ${kpi} }
`;

describe("as OpenSLO", () => {
  it("makes a service of the goal and an SLO of what holds in every month", async () => {
    const { text, slos, left } = openSloExport(
      await workspace(
        KEEP("timeframe: { every: monthly, start: 2026-01-01 }, target: { min: 99.9 }, why: Patients wait."),
      ),
    );
    expect({ slos, left }).toEqual({ slos: 1, left: [] });
    const { documents, problems } = readYaml(text);
    expect(problems).toEqual([]);
    expect(documents.map(({ value }) => value)).toEqual([
      {
        apiVersion: "openslo/v1",
        kind: "Service",
        metadata: { name: "reliable", displayName: "Booking: works", labels: { team: "sre" } },
        spec: { description: "Clinics book at night." },
      },
      {
        apiVersion: "openslo/v1",
        kind: "SLO",
        metadata: { name: "up", displayName: "Booking works", labels: { team: "sre" } },
        spec: {
          description: "Patients wait.",
          service: "reliable",
          indicator: {
            metadata: { name: "uptime", displayName: "Availability" },
            spec: {
              ratioMetric: {
                rawType: "success",
                raw: { metricSource: { type: "Prometheus", spec: { query: 'sum(up{job="web"})' } } },
              },
            },
          },
          timeWindow: [
            { duration: "1M", isRolling: false, calendar: { startTime: "2026-01-01 00:00:00", timeZone: "UTC" } },
          ],
          budgetingMethod: "Occurrences",
          objectives: [{ target: 0.999 }],
        },
      },
    ]);
  });

  it("comes back as the same promise", async () => {
    for (const target of ["99.9", "95", "99.95", "57"]) {
      const { text } = openSloExport(
        await workspace(KEEP(`timeframe: { every: weekly, start: 2026-01-05 }, target: { min: ${target} }`)),
      );
      const read = importOpenSlo([{ name: "slo.yaml", text }], settings());
      const kpi = read.ok ? read.imported.entities.find(({ kind }) => kind === "kpi")?.definition : null;
      expect(kpi).toMatchObject({
        owner: "team:sre",
        timeframe: { every: "weekly", start: "2026-01-05" },
        target: { min: Number(target) },
      });
    }
  });

  it("comes back with its owner, and a ceiling as a ceiling", async () => {
    const text = KEEP("timeframe: { every: monthly, start: 2026-01-05 }, target: { max: 0.3 }").replaceAll(
      "team:sre",
      '"@org/sre"',
    );
    const read = importOpenSlo([{ name: "slo.yaml", text: openSloExport(await workspace(text)).text }], settings());
    const of = (kind: string) => (read.ok ? read.imported.entities.find((one) => one.kind === kind)?.definition : null);
    expect(of("goal")).toMatchObject({ owner: "@org/sre" });
    expect(of("metric")).toMatchObject({ title: "Availability", better: "lower" });
    expect(of("kpi")).toMatchObject({ owner: "@org/sre", target: { max: 0.3 } });
  });

  it.each<readonly [string, string, object]>([
    [
      "a ceiling in per cent",
      KEEP("timeframe: { every: yearly, start: 2026-01-01 }, target: { max: 0.5 }"),
      { target: 0.995 },
    ],
    [
      "a limit in another unit",
      KEEP("timeframe: { every: quarterly, start: 2026-01-01 }, target: { max: 200 }, compliance: 0.95", "unit: ms"),
      { op: "lte", value: 200, target: 0.95 },
    ],
    [
      "a floor in another unit",
      KEEP("timeframe: { every: monthly, start: 2026-01-01 }, target: { min: 5 }, compliance: 0.9", "unit: visits"),
      { op: "gte", value: 5, target: 0.9 },
    ],
  ])("%s", async (_, text, objective) => {
    const [, slo] = readYaml(openSloExport(await workspace(text)).text).documents;
    expect(slo?.value).toMatchObject({ spec: { objectives: [objective] } });
  });

  it.each([
    ["timeframe: 2026, target: 75", "its target is to be reached, not kept"],
    ["timeframe: 2026, target: { min: 75 }", "its timeframe does not recur; write { every: monthly, start: … }"],
    [
      "timeframe: { every: monthly, start: 2026-01-01 }, target: { min: 5, max: 9 }",
      "an objective has one bound, and its target has two",
    ],
    ["timeframe: { every: monthly, start: 2026-01-01 }, target: { min: 100 }", "an objective is a share below 100 %"],
    ["state: draft", "it is draft"],
  ])("leaves out %s", async (kpi, reason) => {
    const { text, slos, left } = openSloExport(await workspace(KEEP(kpi)));
    expect({ text, slos, left }).toEqual({ text: "", slos: 0, left: [{ id: "up", reason }] });
  });

  it("leaves out totals, and limits that must always hold", async () => {
    const every = "timeframe: { every: monthly, start: 2026-01-01 }, target: { max: 5 }";
    expect(openSloExport(await workspace(KEEP(every, "unit: EUR, aggregation: sum"))).left[0]?.reason).toBe(
      "an objective is no total",
    );
    expect(openSloExport(await workspace(KEEP(every, "unit: ms"))).left[0]?.reason).toBe(
      "an objective is a share below 1; state `compliance`, such as 0.99",
    );
  });

  it("keeps hidden characters escaped", async () => {
    const { text } = openSloExport(
      await workspace(
        KEEP('timeframe: { every: monthly, start: 2026-01-01 }, target: { min: 99 }, why: "a\\u202eb\\u001b[0m"'),
      ),
    );
    for (const hidden of ["\u202e", "\u001b"]) expect(text).not.toContain(hidden);
    expect(readYaml(text).documents[1]?.value).toMatchObject({ spec: { description: "a\u202eb\u001b[0m" } });
  });
});
