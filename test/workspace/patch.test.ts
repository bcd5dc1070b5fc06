import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReadData } from "../../src/workspace/data.ts";
import { assemble } from "../../src/workspace/load.ts";
import type { Entity, Workspace } from "../../src/workspace/model.ts";
import { patch } from "../../src/workspace/patch.ts";
import { type FileContribution, readFile } from "../../src/workspace/read-file.ts";
import { DEFAULT_SETTINGS } from "../../src/workspace/settings.ts";

const CSV = "date,value\n2026-03-31,1\n2026-06-30,2\n";

/** Files `data/one.csv` and `data/m2.csv` exist. */
const readData: ReadData = (_, named, optional) => {
  if (named === "data/one.csv" || named === "data/m2.csv") return { ok: true, path: named, text: CSV, badByte: null };
  return optional ? null : { ok: false, reason: "missing", nearest: null, detail: "" };
};

const id = (letter: string) => fc.integer({ min: 0, max: 3 }).map((n) => `${letter}${n}`);

const goal = fc.record(
  { title: fc.constant("A goal"), owner: fc.constant("@ana"), parent: id("g") },
  { requiredKeys: ["title"] },
);
const metric = fc.oneof(
  fc.constant({ values: { "2026-03-31": 1, "2026-06-30": 3 } }),
  fc.constant({ values: { "2026-03-31": "many" } }),
  fc.constantFrom({ data: "data/one.csv" }, { data: "data/none.csv" }, {}),
  fc.tuple(id("m"), id("m")).map((sum) => ({ derived: { sum } })),
);
const kpi = fc.record(
  {
    goal: id("g"),
    metric: id("m"),
    timeframe: fc.constantFrom(2026, "soon"),
    drivers: fc.array(id("m"), { maxLength: 2 }),
    guardrails: fc.array(
      id("m").map((name) => ({ metric: name, max: 3 })),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: [] },
);
/** What one file may define: at most one of every id, so that no id stands twice. */
const content = (file: number) =>
  fc.record({
    version: fc.constant(1),
    goals: fc.dictionary(fc.constant(`g${file}`), goal, { maxKeys: 1 }),
    metrics: fc.dictionary(fc.constant(`m${file}`), metric, { maxKeys: 1 }),
    kpis: fc.dictionary(fc.constant(`k${file}`), kpi, { maxKeys: 1 }),
  });

const contents = fc.tuple(content(0), content(1), content(2), content(3));

async function read(file: number, value: unknown): Promise<FileContribution> {
  return readFile({ path: `f${file}.kpi.yaml`, text: JSON.stringify(value) }, DEFAULT_SETTINGS);
}

/** Everything but the order. */
function shown({ goals, metrics, kpis, links }: Workspace): unknown {
  const keyed = (map: ReadonlyMap<string, Entity>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  const users = (map: ReadonlyMap<string, readonly Entity[]>) =>
    [...map]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, list]) => [name, list.map((user) => JSON.stringify(user)).sort()]);
  const { kpisOfGoal, kpisOfMetric, goalsOfParent, usersOfMetric } = links;
  return {
    entities: [goals, metrics, kpis].map(keyed),
    links: [kpisOfGoal, kpisOfMetric, goalsOfParent, usersOfMetric].map(users),
  };
}

describe("patch", () => {
  it("gives what linking everything anew gives, but for the order", async () => {
    await fc.assert(
      fc.asyncProperty(
        contents,
        contents,
        fc.array(fc.nat({ max: 3 }), { maxLength: 6 }),
        async (first, second, steps) => {
          let files = await Promise.all(first.map((value, file) => read(file, value)));
          const workspace = await assemble(files, { settings: DEFAULT_SETTINGS, readData });
          for (const file of steps) {
            const before = files[file] ?? null;
            const after = await read(file, second[file]);
            const problems = await patch(workspace, before, after, readData);
            files = files.with(file, after);
            const anew = await assemble(files, { settings: DEFAULT_SETTINGS, readData });
            expect(shown(workspace)).toEqual(shown(anew));
            const own = anew.problems.filter(
              ({ place, entity }) => place.file === after.path || entity?.id === `m${file}`,
            );
            expect(problems.map((problem) => JSON.stringify(problem)).sort()).toEqual(
              own.map((problem) => JSON.stringify(problem)).sort(),
            );
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it("adds a new file and takes a deleted one out", async () => {
    const [a, b] = await Promise.all([
      read(0, { version: 1, goals: { g0: { title: "A goal" } }, metrics: { m0: { values: { "2026-03-31": 1 } } } }),
      read(1, {
        version: 1,
        metrics: { m1: { derived: { sum: ["m0"] } } },
        kpis: { k1: { goal: "g0", metric: "m1" } },
      }),
    ]);
    const settings = DEFAULT_SETTINGS;
    const workspace = await assemble([a], { settings, readData });
    await patch(workspace, null, b, readData);
    expect(shown(workspace)).toEqual(shown(await assemble([a, b], { settings, readData })));
    expect(workspace.metrics.get("m1")?.series?.values).toEqual([1]);
    await patch(workspace, a, null, readData);
    expect(shown(workspace)).toEqual(shown(await assemble([b], { settings, readData })));
    expect(workspace.metrics.get("m1")?.series ?? null).toBeNull();
  });
});
