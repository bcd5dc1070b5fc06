/** The worked cases of progress, and real indicators, as files in a folder through `kpi progress --format json`. */

import { existsSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { progressCommand } from "../../src/commands/progress.ts";
import vectors from "../progress/vectors.json" with { type: "json" };
import { Folder } from "../support/cli.ts";
import { run } from "../support/in-process.ts";

type Row = readonly [string, number] | readonly [string, number, number];

interface Vector {
  readonly id: string;
  readonly note: string;
  readonly metric: Readonly<Record<string, unknown>>;
  readonly kpi: Readonly<Record<string, unknown>>;
  readonly rows: readonly Row[];
  readonly as_of: string;
  readonly expect: Readonly<Record<string, number | string | boolean | null>>;
}

interface KpiJson {
  readonly id: string;
  readonly status: string;
  readonly current: { readonly value: number } | null;
  readonly target: { readonly value: number | null } | null;
  readonly [figure: string]: unknown;
}

const progressVectors = vectors.progress as unknown as readonly Vector[];
const folders: Folder[] = [];
afterAll(() => {
  for (const folder of folders) folder.drop();
});

/** A complete workspace around a case; JSON is YAML, so that every number stays as it is. */
function fileOf({ metric, kpi, rows }: Vector): string {
  const values = Object.fromEntries(
    rows.map((row) => [row[0], row.length === 3 ? { numerator: row[1], denominator: row[2] } : row[1]]),
  );
  return JSON.stringify({
    version: 1,
    goals: { g: { title: "A goal", owner: "@ana" } },
    metrics: { m: { title: "A metric", ...metric, values } },
    kpis: { k: { title: "A KPI", goal: "g", metric: "m", owner: "@ana", ...kpi } },
  });
}

async function jsonOf(cwd: string, asOf: string): Promise<readonly KpiJson[]> {
  const { status, out } = await run(({ color }, host) => progressCommand([], { color, format: ["json"], asOf }, host), {
    cwd,
  });
  expect(status).toBe(0);
  return JSON.parse(out).kpis;
}

function figureOf(kpi: KpiJson, name: string): unknown {
  if (name === "current") return kpi.current?.value ?? null;
  if (name === "target") return kpi.target?.value ?? null;
  expect(kpi, `${name} is a key of the JSON`).toHaveProperty(name);
  return kpi[name];
}

describe("worked cases through the command line", () => {
  it.each(progressVectors)("$id $note", async (vector) => {
    const folder = new Folder({ "kpi.yaml": fileOf(vector) });
    folders.push(folder);
    const [kpi, ...others] = await jsonOf(folder.path, vector.as_of);
    if (kpi === undefined) throw new Error("The KPI is not in the report");
    expect(others).toEqual([]);
    for (const [name, wanted] of Object.entries(vector.expect)) {
      const actual = figureOf(kpi, name);
      if (typeof wanted !== "number") expect(actual, name).toBe(wanted);
      else expect(Math.abs((actual as number) - wanted), name).toBeLessThanOrEqual(vectors.tolerance);
    }
  });
});

/** Real indicators of a government, with the outcome of a plain comparison; optional, outside the repository. */
const infobase = path.join(import.meta.dirname, "../../../shared/data/infobase");
const present = existsSync(infobase);
if (!present) console.info(`Skipped: real indicators, because there is no ${path.basename(infobase)} folder.`);

describe.skipIf(!present)("real indicators through the command line", () => {
  it("get the status of a plain comparison, every one", async () => {
    const kpis = await jsonOf(path.join(infobase, "numeric"), "2018-06-30");
    const statuses = new Map(kpis.map(({ id, status }) => [id, status]));
    const [, ...rows] = readFileSync(path.join(infobase, "official.csv"), "utf8").trim().split(/\r?\n/);
    const compared = rows.map((row) => row.split(","));
    expect(compared).toHaveLength(769);
    expect(compared.filter(([id = "", plain]) => statuses.get(id) !== plain)).toEqual([]);
  });
});
