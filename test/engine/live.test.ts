import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import { type CheckInput, check } from "../../src/engine/check.ts";
import { LiveCheck, type LiveInput } from "../../src/engine/live.ts";
import { keyOf, type Part } from "../../src/engine/part.ts";
import type { CheckResult } from "../../src/engine/result.ts";
import { type Graded, grade, Levels, runRules } from "../../src/engine/run.ts";
import { rules } from "../../src/rules/index.ts";
import type { DataFile } from "../../src/workspace/data.ts";
import { parseDay } from "../../src/workspace/day.ts";
import { assemble } from "../../src/workspace/load.ts";
import type { Workspace } from "../../src/workspace/model.ts";
import { readFile } from "../../src/workspace/read-file.ts";

const WIDE = new Set(rules.filter((rule) => rule.workspace !== undefined).map(({ id }) => id));

const GOALS = 'version: 1\ngoals:\n  grow: { title: More clinics choose us, owner: "@ceo" }\n';
const METRICS = `version: 1
metrics:
  visits: { title: Visits, unit: visits, category: customer, data: visits.csv }
  signups: { title: Sign-ups, unit: people, category: customer, values: { 2026-06-30: 5 } }
  rate: { title: Sign-ups per visit, unit: "%", category: customer, derived: { ratio: [signups, visits] } }
`;
const KPIS = `version: 1
kpis:
  visits-2026: { title: Visits of 75, goal: grow, metric: visits, owner: "@cx", timeframe: 2026, baseline: 62, target: 75 }
  rate-2026: { title: Rate of 75, goal: grow, metric: rate, owner: "@cx", timeframe: 2026, baseline: 62, target: 75 }
`;

/** A few files in memory under a live check, and the check of the same files from nothing. */
async function liveWith(start: Readonly<Record<string, string>>) {
  const texts = new Map(Object.entries(start));
  const data = new Map<string, DataFile>();
  const { config } = await loadConfig(null, { read: () => null, resolve: () => null }, rules);
  const { settings } = config;
  const readData: LiveInput["readData"] = (_, path, optional) => {
    const text = texts.get(path);
    if (text === undefined) return optional ? null : { ok: false, reason: "missing", nearest: null, detail: "" };
    const known = data.get(path) ?? { ok: true, path, text, badByte: null };
    data.set(path, known);
    return known;
  };
  const isDefinition = (path: string): boolean => path.endsWith(".yaml");
  const base: Omit<CheckInput, "workspace"> = {
    config,
    rules,
    asOf: parseDay("2026-08-15") ?? 0,
    asOfGiven: true,
    textOf: (file) => texts.get(file) ?? null,
    matches: () => false,
  };
  const judged: (Part | null)[] = [];
  const judge = (workspace: Workspace, part: Part | null): readonly Graded[] => {
    judged.push(part);
    const everything = runRules({ ...base, workspace });
    if (part === null) return everything;
    const keys = new Set(part.entities.map(keyOf));
    const old = new Set(workspace.problems);
    const ofRules = everything.filter(
      ({ problem }) =>
        !old.has(problem) && !WIDE.has(problem.ruleId) && problem.entity !== null && keys.has(keyOf(problem.entity)),
    );
    return [...ofRules, ...grade(part.problems, new Levels({ ...base, workspace }))];
  };
  const live = new LiveCheck(
    {
      settings,
      readData,
      judge,
      isWide: (rule) => WIDE.has(rule),
      forget: () => {},
      // The check runs the rules itself; what was judged stands in for what they would find.
      report: (workspace, graded) => ({
        ...check({ ...base, rules: [], workspace: { ...workspace, problems: [] } }),
        findings: graded.map(({ problem }) => problem) as unknown as CheckResult["findings"],
      }),
    },
    await Promise.all(
      [...texts].filter(([path]) => isDefinition(path)).map(([path, text]) => readFile({ path, text }, settings)),
    ),
  );
  return {
    live,
    judged,
    async write(path: string, text: string): Promise<void> {
      texts.set(path, text);
      data.delete(path);
      if (isDefinition(path)) await live.put({ path, text });
      else live.dataChanged(path);
    },
    remove(path: string): void {
      texts.delete(path);
      data.delete(path);
      if (isDefinition(path)) live.remove(path);
      else live.dataChanged(path);
    },
    /** The findings of a workspace that was never anything else. */
    async anew(): Promise<readonly string[]> {
      const paths = [...texts.keys()].filter(isDefinition).sort();
      const files = await Promise.all(paths.map((path) => readFile({ path, text: texts.get(path) ?? "" }, settings)));
      const workspace = await assemble(files, { settings, readData });
      return shown(judge(workspace, null).map(({ problem }) => problem));
    },
  };
}

function shown(findings: readonly { readonly ruleId: string; readonly message: string }[]): readonly string[] {
  return findings.map(({ ruleId, message }) => `${ruleId}: ${message}`).sort();
}

const START = {
  "goals.yaml": GOALS,
  "kpis.yaml": KPIS,
  "metrics.yaml": METRICS,
  "visits.csv": "date,value\n2026-06-30,50\n",
};

describe("a change of a file", () => {
  type Live = Awaited<ReturnType<typeof liveWith>>;
  const changes: readonly [string, (live: Live) => Promise<void> | void][] = [
    ["an unknown key", ({ write }) => write("kpis.yaml", KPIS.replace("target: 75", "targte: 75"))],
    ["a syntax error", ({ write }) => write("kpis.yaml", "version: 1\nkpis: [\n")],
    ["a goal that others use goes", ({ write }) => write("goals.yaml", "version: 1\n")],
    ["a file goes", ({ remove }) => remove("metrics.yaml")],
    [
      "a file comes",
      ({ write }) => write("more.yaml", KPIS.replaceAll("-2026", "-more").replace("metric: rate", "metric: none")),
    ],
    ["a metric's definition", ({ write }) => write("metrics.yaml", METRICS.replace("unit: visits, ", ""))],
    ["rows that a derived metric needs", ({ write }) => write("metrics.yaml", METRICS.replace("06-30: 5", "05-31: 5"))],
    ["a bad row", ({ write }) => write("visits.csv", "date,value\n2026-06-30,many\n")],
    ["a data file goes", ({ remove }) => remove("visits.csv")],
    [
      "a data file comes",
      async ({ write }) => {
        await write("metrics.yaml", METRICS.replace("visits.csv", "other.csv"));
        await write("other.csv", "date,value\n2026-06-30,50\n2026-06-30,51\n");
      },
    ],
    [
      "back and forth",
      async ({ write, remove }) => {
        await write("goals.yaml", "version: 1\n");
        remove("kpis.yaml");
        await write("kpis.yaml", KPIS);
        await write("goals.yaml", GOALS);
      },
    ],
  ];

  it.each(changes)("%s: quick and full find what a new check finds", async (_, change) => {
    const all = await liveWith(START);
    await all.live.full();
    await change(all);
    const quick = shown((await all.live.quick()).findings);
    const expected = await all.anew();
    const narrow = (found: readonly string[]) => found.filter((text) => !WIDE.has(text.slice(0, text.indexOf(":"))));
    expect(narrow(quick)).toEqual(narrow(expected));
    expect(shown((await all.live.full()).findings)).toEqual(expected);
  });

  it("several, with quick checks between them", async () => {
    const all = await liveWith(START);
    await all.live.full();
    for (const [, change] of changes) {
      await change(all);
      await all.live.quick();
      for (const [path, text] of Object.entries(START)) await all.write(path, text);
      all.remove("more.yaml");
      await all.live.quick();
    }
    expect(shown((await all.live.quick()).findings)).toEqual(await all.anew());
    expect(shown((await all.live.full()).findings)).toEqual(await all.anew());
  });

  it("is judged with its neighbours, and nothing else", async () => {
    const many = Array.from({ length: 20 }, (_, i) => [`g${i}.yaml`, GOALS.replace("grow", `grow-${i}`)] as const);
    const all = await liveWith({ ...START, ...Object.fromEntries(many) });
    await all.live.full();
    await all.write("goals.yaml", GOALS.replace("@ceo", "@cfo"));
    await all.live.quick();
    expect(all.judged.at(-1)?.entities.map(keyOf).sort()).toEqual(["goal/grow", "kpi/rate-2026", "kpi/visits-2026"]);
    expect(all.judged.at(0)).toBeNull();
  });

  it("is full where nothing was checked before", async () => {
    const all = await liveWith(START);
    expect(shown((await all.live.quick()).findings)).toEqual(await all.anew());
    expect(all.judged[0]).toBeNull();
  });
});
