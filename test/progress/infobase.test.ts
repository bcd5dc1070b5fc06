import { existsSync, readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { describe, expect, it } from "vitest";
import { progressOf } from "../../src/progress/progress.ts";
import { loadWorkspace } from "../../src/workspace/load.ts";
import { DEFAULT_SETTINGS } from "../../src/workspace/settings.ts";
import { day } from "./support.ts";

/** Real indicators of a government, with the outcome of a plain comparison; optional, outside the repository. */
const folder = path.join(import.meta.dirname, "../../../shared/data/infobase");
const present = existsSync(folder);
if (!present) console.info(`Skipped: real indicators, because there is no ${path.basename(folder)} folder.`);

describe.skipIf(!present)("real indicators", () => {
  it("get the status of a plain comparison, every one", async () => {
    const numeric = path.join(folder, "numeric");
    const files = readdirSync(numeric)
      .filter((name) => name.endsWith(".yaml"))
      .sort()
      .map((name) => ({ path: name, text: readFileSync(path.join(numeric, name), "utf8") }));
    const workspace = await loadWorkspace({ files, settings: DEFAULT_SETTINGS });
    const { kpis } = progressOf(workspace, day("2018-06-30"));
    const statuses = new Map(kpis.map(({ kpi, progress }) => [kpi.id, progress.status]));
    const [, ...rows] = readFileSync(path.join(folder, "official.csv"), "utf8").trim().split(/\r?\n/);
    const compared = rows.map((row) => row.split(","));
    expect(compared).toHaveLength(769);
    const different = compared
      .filter(([id = "", plain]) => statuses.get(id) !== plain)
      .map(([id = "", plain]) => `${id}: ${statuses.get(id)} instead of ${plain}`);
    expect(different).toEqual([]);
  });
});
