/** The example company as CSV and back: what a spreadsheet can hold comes back in meaning. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { csvExport } from "../../src/export/csv.ts";
import type { Imported } from "../../src/import/model.ts";
import { progressOf } from "../../src/progress/progress.ts";
import { loadWorkspace } from "../../src/workspace/load.ts";
import type { Kpi, Workspace } from "../../src/workspace/model.ts";
import { DEFAULT_SETTINGS } from "../../src/workspace/settings.ts";
import { day, importCsv, remarksOf } from "../import/support.ts";

const FOLDER = new URL("../../examples/kpis/", import.meta.url);
const AS_OF = day("2026-08-15");

let workspace: Workspace;
let imported: Imported;

beforeAll(async () => {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith(".kpi.yaml"));
  workspace = await loadWorkspace({
    files: names.map((path) => ({ path, text: readFileSync(new URL(path, FOLDER), "utf8") })),
    settings: DEFAULT_SETTINGS,
    readData: (_, named) => {
      const file = new URL(named, FOLDER);
      return existsSync(file) ? { ok: true, path: named, text: readFileSync(file, "utf8"), badByte: null } : null;
    },
  });
  imported = importCsv(csvExport({ workspace, progress: progressOf(workspace, AS_OF) }));
});

function written(kind: "goal" | "metric" | "kpi"): ReadonlyMap<string, Readonly<Record<string, unknown>>> {
  return new Map(imported.entities.filter((one) => one.kind === kind).map(({ id, definition }) => [id, definition]));
}

/** Parts of a definition, as both sides have them. */
function parts(definition: object, names: readonly string[]): Readonly<Record<string, unknown>> {
  const all = new Map(Object.entries(definition));
  return Object.fromEntries(names.map((name) => [name, all.get(name)]));
}

const scored = (): readonly Kpi[] => [...workspace.kpis.values()].filter(({ state }) => state === "active");

describe("the examples as CSV and back", () => {
  it("have the goals that KPIs serve", () => {
    const used = new Set([...workspace.kpis.values()].map(({ definition }) => definition.goal));
    const expected = [...workspace.goals.values()].filter(({ id }) => used.has(id));
    expect(expected.length).toBeGreaterThan(5);
    expect([...written("goal")].map(([id, { title }]) => `${id}: ${title}`).sort()).toEqual(
      expected.map(({ id, definition }) => `${id}: ${definition.title}`).sort(),
    );
  });

  it("have the metrics that KPIs are judged by", () => {
    const names = ["title", "definition", "category", "unit", "better", "cadence"];
    const used = new Set([...workspace.kpis.values()].map(({ definition }) => definition.metric));
    for (const { id, definition } of [...workspace.metrics.values()].filter((metric) => used.has(metric.id))) {
      expect([id, parts(written("metric").get(id) ?? {}, names)]).toEqual([
        id,
        { ...parts(definition, names), cadence: definition.cadence ?? "monthly" },
      ]);
      expect(written("metric").get(id)?.aggregation).toBe(definition.aggregation ?? "last");
    }
  });

  it("have the KPIs with their words, owners and windows", () => {
    const names = ["title", "goal", "metric", "owner", "type", "timeframe", "why", "if_off_track", "tags", "state"];
    for (const { id, definition } of scored()) {
      expect([id, parts(written("kpi").get(id) ?? {}, names)]).toEqual([id, parts(definition, names)]);
    }
  });

  it("resolve to the same targets and baselines", async () => {
    const maps = { goals: written("goal"), metrics: written("metric"), kpis: written("kpi") };
    const entries = Object.entries(maps).map(([name, map]) => [name, Object.fromEntries(map)] as const);
    const text = JSON.stringify({ version: 1, ...Object.fromEntries(entries) });
    const back = await loadWorkspace({
      files: [{ path: "kpi.yaml", text }],
      settings: DEFAULT_SETTINGS,
      readData: () => null,
    });
    const after = new Map(progressOf(back, AS_OF).kpis.map((one) => [one.kpi.id, one.progress]));
    for (const { kpi, progress } of progressOf(workspace, AS_OF).kpis) {
      const { target, baseline } = after.get(kpi.id) ?? {};
      // What is done or not begins at 0 without saying so.
      const from = kpi.target?.kind === "done" ? null : progress.baseline.value;
      expect([kpi.id, target, baseline?.value]).toEqual([kpi.id, progress.target, from]);
    }
  });

  it("have drafts and retired KPIs as drafts, and nothing else is open", () => {
    const others = [...workspace.kpis.values()].filter(({ state }) => state !== "active");
    expect(imported.drafts.map(({ id }) => id).sort()).toEqual(others.map(({ id }) => id).sort());
    expect(remarksOf(imported, "not-understood")).toEqual([
      "line 6 | state | retired | write draft or active, or retired: { on: …, reason: … }",
    ]);
  });
});
