/** The library as its users import it: the built file, with everything in memory. */

import * as path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { ROOT } from "./support/cli.ts";

type Library = typeof import("../src/index.ts");
const library: Library = await import(pathToFileURL(path.join(ROOT, "dist/index.js")).href);

const FILE = (target: string) => `version: 1
goals: { g: { title: Customers stay, owner: "@ceo" } }
metrics: { nps: { title: Net Promoter Score, unit: points, cadence: quarterly, values: { 2026-06-30: 68 } } }
kpis: { k: { title: Some KPI, goal: g, metric: nps, owner: "@ana", timeframe: 2026, baseline: 62, target: ${target} } }
`;
const asOf = library.parseDay("2026-08-15") ?? 0;

describe("diff", () => {
  it("reviews files in memory", async () => {
    const { changes, effects, lane, summary } = await library.diff({
      base: { "kpi.yaml": FILE("75") },
      head: { "kpi.yaml": FILE("72") },
      asOf,
    });
    expect(changes.map(({ ruleId }) => ruleId)).toEqual(["diff/status-by-definition", "diff/target-eased"]);
    expect(effects.map(({ id, attribution }) => [id, attribution.cause])).toEqual([["k", "definition"]]);
    expect([lane, summary.eased, summary.easedWithoutReason]).toEqual(["definition", 1, 1]);
  });

  it("is silent between versions that say the same", async () => {
    const { changes, lane } = await library.diff({
      base: { "kpi.yaml": FILE("75") },
      head: { "moved.kpi.yaml": FILE("75.0") },
      asOf,
    });
    expect([changes, lane]).toEqual([[], "check-in"]);
  });

  it("says what is wrong with a config", async () => {
    const head = { "kpi.yaml": FILE("75"), "kpi.config.yaml": "version: 1\nrules: { data/gpa: off }\n" };
    await expect(library.diff({ base: {}, head, asOf })).rejects.toThrow('There is no rule "data/gpa"');
  });
});

describe("progress", () => {
  it("judges a workspace in memory", async () => {
    const workspace = await library.loadWorkspace({
      files: [{ path: "kpi.yaml", text: FILE("75") }],
      settings: library.DEFAULT_SETTINGS,
    });
    const [scored] = library.progress(workspace, asOf).kpis;
    expect(scored?.progress.attainment).toBeCloseTo(6 / 13, 12);
    expect(scored?.progress.status).toBe("at-risk");
  });
});
