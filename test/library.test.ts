/** The library as its users import it: the built files, with workspaces in memory and in folders. */

import { readFileSync } from "node:fs";
import * as path from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { Folder, kpi, ROOT } from "./support/cli.ts";

type Library = typeof import("../src/index.ts");
const ENTRY = path.join(ROOT, "dist/index.js");
const library: Library = await import(pathToFileURL(ENTRY).href);
const { check, defineRule, diff, loadWorkspace, placeOf, progress, refOf } = library;

const FILE = (target: string) => `version: 1
goals: { g: { title: Customers stay, owner: "@ceo" } }
metrics: { nps: { title: Net Promoter Score, unit: points, cadence: quarterly, data: data/nps.csv } }
kpis: { k: { title: Some KPI, goal: g, metric: nps, owner: "@ana", timeframe: 2026, baseline: 62, target: ${target} } }
`;
const ROWS = "date,value\n2026-06-30,68\n";
const IMPORT = /(?:^|[;}\n])import(?:[^"'();]*from)? ?"([^"\n]+)"/g;
const DAY = { asOf: "2026-08-15" };

type Texts = Readonly<Record<string, string>>;

/** The workspace of these files beside a data file. */
function inMemory(texts: Texts) {
  return loadWorkspace({
    files: Object.entries({ "data/nps.csv": ROWS, ...texts }).map(([path, text]) => ({ path, text })),
  });
}

let folder: Folder | null = null;
afterEach(() => {
  folder?.drop();
  folder = null;
});

/** The same in a folder. */
function onDisk(texts: Texts): string {
  folder = new Folder({ "data/nps.csv": ROWS, ...texts });
  return folder.path;
}

describe("a workspace", () => {
  const files = {
    "kpi.yaml": FILE("75 %"),
    "old/a.kpi.yaml": "version: 1\nkpis: { b: { title: Another } }\n",
    "none/b.kpi.yaml": "version: 1\nkpis: { c: { title: Not included } }\n",
    "kpi.config.yaml":
      'version: 1\ninclude: ["**/*.yaml"]\nexclude: ["none/**"]\nextends: ./team.yaml\noverrides: [{ files: ["old/**"], rules: { relevant/goal-missing: off } }]\n',
    "team.yaml": "version: 1\nrules: { specific/definition-missing: off }\n",
  };

  it("gives the findings of `kpi check`, from a folder and from memory", async () => {
    const cwd = onDisk(files);
    const { findings } = JSON.parse(kpi(["check", "--format", "json", "--as-of", DAY.asOf], { cwd }).out);
    expect(findings.length).toBeGreaterThan(5);
    const read = await loadWorkspace({ folder: cwd });
    expect(check(read, DAY).findings).toEqual(findings);
    expect(read.unreadable).toEqual([]);
    expect(check(await inMemory(files), DAY).findings).toEqual(findings);
  });

  it("with a wrong config has findings about that alone", async () => {
    const workspace = await inMemory({
      "kpi.yaml": "a: [",
      "kpi.config.yaml": "version: 1\nrules: { data/gpa: off }\n",
    });
    expect(check(workspace, DAY).findings.map(({ ruleId }) => ruleId)).toEqual(["config/unknown-rule"]);
    expect(() => diff(workspace, workspace, DAY)).toThrow('kpi.config.yaml: There is no rule "data/gpa"');
  });

  it("is judged by rules of one's own, whose levels the config sets", async () => {
    const rule = defineRule({
      id: "acme/tagged",
      summary: "Every KPI has a tag.",
      letter: null,
      level: "info",
      messages: { untagged: "Add a tag to {id}." },
      kpi: (one, context) =>
        context.report({ message: "untagged", data: { id: one.id }, place: placeOf(one), entity: refOf(one) }),
    });
    const files = [
      { path: "kpi.yaml", text: FILE("75") },
      { path: "kpi.config.yaml", text: "version: 1\nrules: { acme/tagged: error }\n" },
    ];
    const { findings } = check(await loadWorkspace({ files }, { rules: [rule] }), DAY);
    expect(findings.filter(({ severity, ruleId }) => severity === "error" && ruleId === "acme/tagged")).toHaveLength(1);
    await expect(loadWorkspace({ files }, { rules: [{ ...rule, id: "data/gap" }] })).rejects.toThrow(
      'The rules cannot be used: the id "data/gap" is taken',
    );
  });

  it("runs plug-ins of a folder only where that is asked for", async () => {
    const cwd = onDisk({
      "kpi.yaml": FILE("75"),
      "kpi.config.yaml": "version: 1\nplugins: [./own.mjs]\nrules: { acme/never: error }\n",
      "own.mjs": "throw new Error('plug-in was run')",
    });
    expect((await loadWorkspace({ folder: cwd })).configProblems).toEqual([]);
    const { configProblems } = await loadWorkspace({ folder: cwd }, { plugins: true });
    expect(configProblems.map(({ message }) => message)).toEqual([
      "The plug-in ./own.mjs cannot be loaded: plug-in was run",
    ]);
  });
});

describe("progress", () => {
  it("judges a workspace", async () => {
    const [scored] = progress(await inMemory({ "kpi.yaml": FILE("75") }), DAY).kpis;
    expect(scored?.progress.attainment).toBeCloseTo(6 / 13, 12);
    expect(scored?.progress.status).toBe("at-risk");
  });

  it("takes a day as a number, and today for none", async () => {
    const workspace = await inMemory({ "kpi.yaml": FILE("75") });
    const asOf = library.parseDay(DAY.asOf) ?? 0;
    expect(progress(workspace, { asOf })).toEqual(progress(workspace, DAY));
    expect(progress(workspace).asOf).toBeGreaterThan(asOf - 1000);
  });
});

describe("diff", () => {
  it("reviews two workspaces", async () => {
    const base = await inMemory({ "kpi.yaml": FILE("75") });
    const { changes, effects, lane, summary } = diff(base, await inMemory({ "kpi.yaml": FILE("72") }), DAY);
    expect(changes.map(({ ruleId }) => ruleId)).toEqual(["diff/status-by-definition", "diff/target-eased"]);
    expect(effects.map(({ id, attribution }) => [id, attribution.cause])).toEqual([["k", "definition"]]);
    expect([lane, summary.eased, summary.easedWithoutReason]).toEqual(["definition", 1, 1]);
  });

  it("is silent between versions that say the same", async () => {
    const base = await inMemory({ "kpi.yaml": FILE("75") });
    const { changes, lane } = diff(base, await inMemory({ "moved.kpi.yaml": FILE("75.0") }), DAY);
    expect([changes, lane]).toEqual([[], "check-in"]);
  });

  it("reads a folder beside files in memory, and what the config overrides", async () => {
    const cwd = onDisk({
      "kpi.yaml": FILE("75"),
      "kpi.config.yaml": 'version: 1\noverrides: [{ files: ["kpi.yaml"], rules: { diff/target-eased: error } }]\n',
    });
    const base = await loadWorkspace({ folder: cwd });
    const { changes, names } = diff(base, await inMemory({ "kpi.yaml": FILE("72") }), {
      ...DAY,
      notBefore: "2026-08-01",
      names: { base: "main", head: "draft" },
    });
    expect(changes.find(({ ruleId }) => ruleId === "diff/target-eased")?.severity).toBe("error");
    expect(names).toEqual({ base: "main", head: "draft" });
  });
});

describe("a wrong argument is answered with what to pass", () => {
  const source = '{ folder: "kpis" } or { files: [{ path: "kpi.yaml", text: "version: 1" }] }';
  const file = (name: string) => ({ files: [{ path: name, text: "" }] });

  it.each<[string, unknown, string]>([
    ["nothing", undefined, `loadWorkspace reads ${source}.`],
    ["a text", "kpis", `loadWorkspace reads ${source}.`],
    ["a bare list", [{ path: "kpi.yaml", text: "" }], `loadWorkspace reads ${source}.`],
    ["both", { folder: ".", files: [] }, `loadWorkspace reads ${source}.`],
    ["a folder that is no text", { folder: 1 }, `loadWorkspace reads ${source}.`],
    ["a folder that is not there", { folder: "/none/at/all" }, 'There is no folder "/none/at/all".'],
    ["a map of texts", { files: { "kpi.yaml": "" } }, `The files are a list: ${source}.`],
    ["a file without text", { files: [{ path: "kpi.yaml" }] }, "Each file is { path:"],
    ["an absolute path", file("/kpi.yaml"), 'The path "/kpi.yaml" does not begin at the root'],
    ["a path of Windows", file("kpis\\a.yaml"), 'The path "kpis\\\\a.yaml" does not begin'],
    ["a path with a point", file("./kpi.yaml"), 'The path "./kpi.yaml" does not begin'],
    ["a path twice", { files: [...file("a.yaml").files, ...file("a.yaml").files] }, 'Two files have the path "a.yaml"'],
  ])("%s", async (_, given, message) => {
    const error: unknown = await loadWorkspace(given as Parameters<typeof loadWorkspace>[0]).catch((it) => it);
    expect(error).toBeInstanceOf(TypeError);
    expect(String(error)).toContain(message);
  });

  it("plug-ins in memory", async () => {
    await expect(loadWorkspace({ files: [] }, { plugins: true })).rejects.toThrow("Plug-ins are loaded from a folder");
  });

  it.each([
    ["check", check],
    ["progress", progress],
    ["diff", diff],
  ])("%s", async (name, call) => {
    const workspace = await loadWorkspace({ files: [] });
    const called = call as (...given: readonly unknown[]) => unknown;
    const before = name === "diff" ? [workspace] : [];
    for (const wrong of [undefined, {}, loadWorkspace({ files: [] })]) {
      expect(() => called(...before, wrong)).toThrow(
        `${name} wants a workspace: const workspace = await loadWorkspace`,
      );
    }
    expect(() => called(...before, workspace, 20_680)).toThrow('The options are an object: { asOf: "2026-08-15" }.');
    for (const asOf of ["15.08.2026", new Date(0), null, Number.NaN]) {
      expect(() => called(...before, workspace, { asOf })).toThrow('asOf is a day such as "2026-08-15", not ');
    }
  });
});

describe("at import", () => {
  it("nothing of the file system is loaded", () => {
    const open = [ENTRY];
    const found = new Set<string>();
    for (const file of open) {
      for (const [, target = ""] of readFileSync(file, "utf8").matchAll(IMPORT)) {
        const next = path.resolve(path.dirname(file), target);
        if (!target.startsWith(".")) found.add(target);
        else if (!open.includes(next)) open.push(next);
      }
    }
    expect(open.length).toBeGreaterThan(1);
    expect([...found].sort()).toEqual(["node:module", "zod"]);
  });
});
