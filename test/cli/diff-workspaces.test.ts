import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import * as path from "node:path";
import { describe, expect, it } from "vitest";
import { Folder, GOOD } from "../support/cli.ts";
import { branched, committed, compared, EASED, EASING, EXPLAINED, kept, other, refused } from "./diff-support.ts";

const CONFIG = "kpi.config.yaml";
const config = (...lines: readonly string[]): string => `version: 1\n${lines.map((line) => `${line}\n`).join("")}`;
const GOALS = GOOD.slice(0, GOOD.indexOf("metrics:"));
const REST = GOOD.slice(GOOD.indexOf("metrics:"));

describe("the root", () => {
  it("is the nearest folder with a config, in commits too", async () => {
    const repository = branched({
      [`product/${CONFIG}`]: config('exclude: ["old/**"]'),
      "product/kpi.yaml": GOOD,
      "product/old/kpi.yaml": GOOD,
      "kpi.yaml": other("ces"),
    });
    repository.write("product/kpi.yaml", EASED);
    repository.write("product/old/kpi.yaml", "version: 1\n");
    repository.write("kpi.yaml", other("ces", EASED));
    for (const cwd of ["product", "product/old"]) {
      const { changes, json } = await compared(repository.join(cwd));
      expect(changes).toEqual(EASING);
      expect(json.changes).toMatchObject([{ file: "kpi.yaml" }, { file: "kpi.yaml" }]);
    }
    expect((await compared(repository.path)).changes).toEqual([
      "target-eased ces-2026",
      "status-by-definition ces-2026",
    ]);
    repository.commit();
    expect((await compared(repository.join("product"), ["main", "topic"])).changes).toEqual(EASING);
  });

  it("is the folder itself where there is no config", async () => {
    const repository = branched({ "team/kpi.yaml": GOOD, "kpi.yaml": other("ces") });
    repository.write("team/kpi.yaml", EASED);
    repository.write("kpi.yaml", other("ces", EASED));
    expect((await compared(repository.join("team"))).changes).toEqual(EASING);
  });

  it("may be new with this branch", async () => {
    const repository = branched({ "kpi.yaml": GOOD });
    mkdirSync(repository.join("team"));
    repository.write(`team/${CONFIG}`, config());
    repository.write("team/kpi.yaml", other("ces"));
    expect((await compared(repository.join("team"))).changes).toEqual([
      "goal-added ces-customers",
      "metric-added ces",
      "kpi-added ces-2026",
    ]);
  });
});

describe("which files belong to it", () => {
  const files = { "kpi.yaml": GOOD, "kpis/ces.yaml": other("ces") };
  const GONE = ["goal-removed ces-customers", "metric-removed ces", "kpi-removed-early ces-2026"];
  const NEW = ["goal-added ces-customers", "metric-added ces", "kpi-added ces-2026"];

  it.each<[string, string | null, string | null, readonly string[]]>([
    ["a file that is excluded now", null, 'exclude: ["kpis/**"]', GONE],
    ["a file that is no longer excluded", 'exclude: ["kpis/**"]', null, NEW],
    ["a file that is not included now", null, "include: [kpi.yaml]", GONE],
    ["a file that is included now", "include: [kpi.yaml]", 'include: ["**/*.yaml"]', NEW],
    ["the same files in other words", null, 'include: ["**/*.yaml"]', []],
  ])("tells %s", async (_, from, to, expected) => {
    const repository = branched(from === null ? files : { ...files, [CONFIG]: config(from) });
    if (to === null) rmSync(repository.join(CONFIG));
    else repository.write(CONFIG, config(to));
    const told = new Set([...expected, `config-changed ${/(?:in|ex)clude/.exec(`${from}${to}`)?.[0]}`]);
    expect(new Set((await compared(repository.path)).changes)).toEqual(told);
    repository.commit();
    expect(new Set((await compared(repository.path, ["main", "HEAD"])).changes)).toEqual(told);
  });

  it("leaves out what git ignores, tracked or not", async () => {
    const repository = committed({ "kpi.yaml": GOOD, "kpis/ces.yaml": other("ces") });
    repository.write(".gitignore", "kpis/\n");
    repository.git("switch", "-q", "-c", "topic");
    repository.commit();
    repository.write("kpis/ces.yaml", other("ces", EASED));
    repository.write("kpis/more.yaml", other("csat"));
    expect((await compared(repository.path)).changes).toEqual([]);
  });
});

describe("settings", () => {
  const YEARS = GOOD.replace("timeframe: 2026", "timeframe: FY2026");
  const both = { "kpi.yaml": YEARS, "ces.kpi.yaml": other("ces"), [CONFIG]: config("fiscal_year_starts: 01-01") };

  it("of the fiscal year move every window that follows from it, and no other", async () => {
    const repository = branched(both);
    repository.write(CONFIG, config("fiscal_year_starts: 04-01"));
    const expected = ["start-moved nps-2026", "deadline-extended nps-2026", "config-changed fiscal_year_starts"];
    const { changes, json, status } = await compared(repository.path);
    expect(new Set(changes.filter((one) => !one.startsWith("status-by")))).toEqual(new Set(expected));
    expect(json.changes).toContainEqual(
      expect.objectContaining({ ruleId: "diff/start-moved", before: "2026-01-01", after: "2026-04-01" }),
    );
    expect(status).toBe(1);
    repository.commit();
    expect((await compared(repository.path, ["main", "HEAD"])).changes).toEqual(changes);
    repository.write("kpi.yaml", YEARS.replace("FY2026", "{ start: 2026-04-01, end: 2027-03-31 }"));
    expect((await compared(repository.path, ["HEAD"])).changes).toEqual([]);
  });

  it("of the status are those of each version", async () => {
    const repository = branched({ "kpi.yaml": GOOD, [CONFIG]: config() });
    repository.write(CONFIG, config("status: { on_track: 0.8 } # We learn"));
    const { changes, json, status } = await compared(repository.path);
    expect(changes).toEqual(["threshold-loosened status.on_track", "status-by-definition nps-2026"]);
    expect(json.effects).toMatchObject([
      { kpi: "nps-2026", before: { status: "at-risk" }, after: { status: "on-track" } },
    ]);
    expect(status).toBe(0);
  });
});

describe("moves", () => {
  it.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>]>([
    ["a file that is renamed", { "kpi.yaml": GOOD }, { "kpis/scores.yaml": GOOD }],
    ["a file that is renamed and written anew", { "kpi.yaml": GOOD }, { "a.kpi.yml": `# Scores\n\n${GOOD}` }],
    [
      "entities that are spread over files",
      { "kpi.yaml": GOOD },
      { "goals.kpi.yaml": GOALS, "kpis/rest.yaml": `version: 1\n${REST}` },
    ],
    [
      "files that become one",
      { "goals.kpi.yaml": GOALS, "kpis/rest.yaml": `version: 1\n${REST}` },
      { "kpi.yaml": GOOD },
    ],
    [
      "a file with Windows line ends and a byte order mark",
      { "kpi.yaml": GOOD },
      { "kpi.yaml": `\uFEFF${GOOD.replaceAll("\n", "\r\n")}` },
    ],
    [
      "a file of several documents",
      { "a.kpi.yaml": GOOD, "b.kpi.yaml": other("ces") },
      { "kpi.yaml": `${GOOD}---\n${other("ces")}` },
    ],
  ])("are silent: %s", async (_, before, after) => {
    const repository = branched(before);
    for (const file of Object.keys(before)) if (!(file in after)) rmSync(repository.join(file));
    for (const [file, text] of Object.entries(after)) repository.write(file, text);
    expect(await compared(repository.path)).toMatchObject({ status: 0, changes: [], json: { effects: [] } });
    repository.commit();
    expect(await compared(repository.path, ["main", "HEAD"])).toMatchObject({
      status: 0,
      changes: [],
      json: { effects: [] },
    });
  });

  it("do not hide what changes on the way", async () => {
    const repository = branched();
    rmSync(repository.join("kpi.yaml"));
    repository.write("kpis/scores.yaml", EASED);
    const { changes, json } = await compared(repository.path);
    expect(changes).toEqual(EASING);
    expect(json.changes).toMatchObject([{ file: "kpis/scores.yaml" }, { file: "kpis/scores.yaml" }]);
  });
});

describe("data files", () => {
  const WITH_DATA = GOOD.replace("values: { 2026-03-31: 64, 2026-06-30: 68 }", "data: data/nps.csv");
  const BY_DEFAULT = WITH_DATA.replace(", data: data/nps.csv", "");
  const ROWS = "date,value\n2026-03-31,64\n2026-06-30,68\n";
  const before = { "kpi.yaml": WITH_DATA, "data/nps.csv": ROWS };

  it.each<[string, Readonly<Record<string, string>>]>([
    ["line ends", { "data/nps.csv": ROWS.replaceAll("\n", "\r\n") }],
    ["a byte order mark", { "data/nps.csv": `\uFEFF${ROWS}` }],
    ["another order", { "data/nps.csv": "date,value\n2026-06-30,68\n2026-03-31,64\n" }],
    ["more digits, and notes", { "data/nps.csv": "date,value,note\n2026-03-31,64.0,Wave 1\n2026-06-30,68,\n" }],
    [
      "another place",
      { "data/nps.csv": "", "rows/scores.csv": ROWS, "kpi.yaml": WITH_DATA.replace("data/nps", "rows/scores") },
    ],
    ["the place that needs no words", { "kpi.yaml": BY_DEFAULT }],
    ["the definition", { "data/nps.csv": "", "kpi.yaml": GOOD }],
    [
      "another folder, with the file that names it",
      { "kpi.yaml": "", "data/nps.csv": "", "kpis/scores.yaml": WITH_DATA, "kpis/data/nps.csv": ROWS },
    ],
  ])("may take %s", async (_, after) => {
    const repository = branched(before);
    for (const [file, text] of Object.entries(after)) {
      if (text === "") rmSync(repository.join(file));
      else repository.write(file, text);
    }
    expect(await compared(repository.path)).toMatchObject({
      status: 0,
      changes: [],
      json: { lane: "check-in", effects: [] },
    });
    repository.commit();
    expect(await compared(repository.path, ["main", "HEAD"])).toMatchObject({
      status: 0,
      changes: [],
      json: { effects: [] },
    });
  });

  it.each<[string, string, readonly string[], number | null, string]>([
    ["a new row", `${ROWS}2026-08-14,70\n`, ["data-added nps"], 4, "check-in"],
    [
      "a new row behind Windows line ends",
      `${ROWS}2026-08-14,70\n`.replaceAll("\n", "\r\n"),
      ["data-added nps"],
      4,
      "check-in",
    ],
    ["a rewritten row", ROWS.replace("64", "60"), ["history-rewritten nps"], 2, "definition"],
    ["a row that is gone", "date,value\n2026-06-30,68\n", ["history-rewritten nps"], 2, "definition"],
    ["a row that is filled in", ROWS.replace("2026-06", "2026-05-31,66\n2026-06"), ["backfilled nps"], 3, "definition"],
  ])("tell %s, and where", async (_, rows, changes, line, lane) => {
    const repository = branched(before);
    repository.write("data/nps.csv", rows);
    for (const versions of [[], ["main", "HEAD"]]) {
      const found = await compared(repository.path, versions);
      expect(found.changes).toEqual(changes);
      expect(found.json).toMatchObject({ lane, changes: [{ file: "data/nps.csv", range: { start: { line } } }] });
      repository.commit();
    }
  });

  it("are judged as they were in each version", async () => {
    const repository = branched(before);
    repository.write("data/nps.csv", `${ROWS}2026-08-14,74\n`);
    repository.write("kpi.yaml", WITH_DATA.replace("target: 75", "target: 72"));
    const { json } = await compared(repository.path);
    expect(json.effects).toMatchObject([
      {
        before: { status: "at-risk", attainment: expect.closeTo(6 / 13, 9) },
        definitionOnly: { status: "on-track", attainment: expect.closeTo(0.6, 9) },
        dataOnly: { attainment: expect.closeTo(12 / 13, 9) },
        after: { status: "achieved" },
        cause: "both",
      },
    ]);
  });

  it("that are gone are told", async () => {
    const repository = branched(before);
    rmSync(repository.join("data/nps.csv"));
    expect((await compared(repository.path)).changes).toEqual(["history-rewritten nps"]);
  });

  it("that git ignores are the same in every version", async () => {
    const repository = branched({ "kpi.yaml": WITH_DATA, ".gitignore": "data/\n" });
    repository.write("data/nps.csv", ROWS);
    expect((await compared(repository.path)).changes).toEqual([]);
  });
});

describe("the config that counts", () => {
  const lenient = config("rules: { diff/target-eased: warn, diff/status-by-definition: off }");

  it("is that of the base", async () => {
    const repository = branched({ "kpi.yaml": GOOD, [CONFIG]: lenient });
    repository.write("kpi.yaml", EASED);
    expect(await compared(repository.path)).toMatchObject({
      status: 0,
      changes: ["target-eased nps-2026"],
      json: { changes: [{ severity: "warning", reason: null }] },
    });
    rmSync(repository.join(CONFIG));
    expect((await compared(repository.path)).changes).toEqual([
      "config-changed rules.diff/target-eased",
      "config-changed rules.diff/status-by-definition",
      "target-eased nps-2026",
    ]);
  });

  it("is not that of the head, which shows itself", async () => {
    const repository = branched({ "kpi.yaml": GOOD, [CONFIG]: config() });
    repository.write("kpi.yaml", EASED);
    repository.write(CONFIG, lenient);
    const { changes, status, json } = await compared(repository.path);
    expect(changes).toEqual([
      "rule-weakened rules.diff/target-eased",
      "rule-weakened rules.diff/status-by-definition",
      ...EASING,
    ]);
    expect(json.summary).toMatchObject({ errors: 4 });
    expect(status).toBe(1);
  });

  it("may say so for some files", async () => {
    const override =
      'overrides: [{ files: ["kpis/**"], rules: { diff/target-eased: off, diff/status-by-definition: off } }]';
    const repository = branched({ "kpi.yaml": GOOD, "kpis/ces.yaml": other("ces"), [CONFIG]: config(override) });
    repository.write("kpi.yaml", EASED);
    repository.write("kpis/ces.yaml", other("ces", EASED));
    expect((await compared(repository.path)).changes).toEqual(EASING);
  });

  it("is the one that is named, for both versions", async () => {
    const repository = branched({ "kpi.yaml": GOOD });
    const elsewhere = kept(new Folder({ "lenient.yaml": lenient }));
    const options = { config: elsewhere.join("lenient.yaml") };
    repository.write("kpi.yaml", EASED);
    expect(await compared(repository.path, [], options)).toMatchObject({
      status: 0,
      changes: ["target-eased nps-2026"],
    });
    repository.commit();
    expect(await compared(repository.path, ["main", "HEAD"], options)).toMatchObject({
      status: 0,
      changes: ["target-eased nps-2026"],
    });
  });

  it("may be a package, which no commit holds", async () => {
    const repository = branched({
      "kpi.yaml": GOOD,
      [CONFIG]: config('extends: "@acme/kpis"'),
      ".gitignore": "node_modules\n",
    });
    repository.write(`node_modules/@acme/kpis/${CONFIG}`, lenient);
    repository.write("kpi.yaml", EASED);
    repository.commit();
    expect(await compared(repository.path)).toMatchObject({ status: 0, changes: ["target-eased nps-2026"] });
    expect(await compared(repository.path, ["main", "HEAD"])).toMatchObject({
      status: 0,
      changes: ["target-eased nps-2026"],
    });
  });

  it("runs no plug-in, and does not miss the rules of one", async () => {
    const plugin =
      'import { writeFileSync } from "node:fs";\nwriteFileSync(new URL("ran", import.meta.url), "");\nexport default { rules: [] };\n';
    const named = config("plugins: [./plug.mjs]", "rules: { acme/own-rule: error }");
    const repository = branched({ "kpi.yaml": GOOD, [CONFIG]: named, "plug.mjs": plugin });
    repository.write("kpi.yaml", EASED);
    repository.commit();
    expect((await compared(repository.path)).changes).toEqual(EASING);
    expect((await compared(repository.path, ["main", "HEAD"])).changes).toEqual(EASING);
    expect(existsSync(repository.join("ran"))).toBe(false);
  });
});

describe("a config that is wrong", () => {
  const WRONG = config("rulez: {}");

  it("in the head is reported, with the status of wrong usage", async () => {
    const repository = branched({ "kpi.yaml": GOOD });
    repository.write(CONFIG, WRONG);
    repository.write("kpi.yaml", EASED);
    repository.commit();
    for (const versions of [[], ["main"], ["main", "HEAD"]]) {
      const { status, json } = await compared(repository.path, versions);
      expect(status).toBe(2);
      expect(json).toMatchObject({
        findings: [{ ruleId: "config/invalid", file: CONFIG, range: { start: { line: 2 } } }],
      });
    }
  });

  it("in the base stops nobody from mending it", async () => {
    const repository = branched({ "kpi.yaml": GOOD, [CONFIG]: WRONG });
    repository.write(CONFIG, config("rules: {}"));
    expect(await compared(repository.path)).toMatchObject({ status: 0, changes: [] });
    repository.write("kpi.yaml", EASED);
    expect(await compared(repository.path)).toMatchObject({ status: 1, changes: EASING });
    const folder = kept(new Folder({ "a/kpi.yaml": GOOD, [`a/${CONFIG}`]: WRONG, "b/kpi.yaml": EASED }));
    expect(await compared(folder.path, ["./a", "./b"])).toMatchObject({ status: 1, changes: EASING });
    expect(await compared(folder.path, ["./b", "./a"])).toMatchObject({ status: 2 });
  });

  it("and named does not exist", async () => {
    const { path: folder } = branched();
    expect(await refused(folder, [], { config: "nowhere.yaml" })).toBe('There is no config file "nowhere.yaml".');
  });
});

describe("known findings", () => {
  const entry = (name: string): string =>
    `    {"fingerprint": "${name.repeat(16)}", "rule": "relevant/why-missing", "entity": "kpi/nps-2026", "path": "kpis", "message": "Say why"}`;
  const known = (...names: readonly string[]): string =>
    `{\n  "version": 1,\n  "known": [\n${names.map(entry).join(",\n")}\n  ]\n}\n`;

  it("are new where the base does not have them", async () => {
    const repository = branched({ "kpi.yaml": GOOD, "kpi.known.json": known("a") });
    expect((await compared(repository.path)).changes).toEqual([]);
    repository.write("kpi.known.json", known("a", "b"));
    expect(await compared(repository.path)).toMatchObject({ status: 0, changes: ["rule-weakened known"] });
    repository.commit();
    const { changes, json } = await compared(repository.path, ["main", "HEAD"]);
    expect(changes).toEqual(["rule-weakened known"]);
    expect(json.changes).toMatchObject([{ before: "1", after: "2", range: { start: { line: 5 } } }]);
    expect((await compared(repository.path, ["HEAD", "HEAD"])).changes).toEqual([]);
  });
});

describe("files that cannot be read", () => {
  it("are told, whatever else is compared, and fail", async () => {
    const repository = branched({ "kpi.yaml": GOOD, "ces.kpi.yaml": other("ces") });
    repository.write("kpi.yaml", "version: 1\nkpis: [\n");
    repository.write("ces.kpi.yaml", other("ces", EXPLAINED));
    const { status, changes, json } = await compared(repository.path);
    expect(changes).toEqual(["target-eased ces-2026", "status-by-definition ces-2026"]);
    expect(json.unread).toEqual(["kpi.yaml"]);
    expect(status).toBe(1);
    expect(await compared(repository.path, [], { failOn: "never" })).toMatchObject({ status: 0 });
    repository.commit();
    expect(await compared(repository.path, ["main", "HEAD"])).toMatchObject({
      status: 1,
      json: { unread: ["kpi.yaml"] },
    });
  });

  it("in the base are told, and do not hinder", async () => {
    const repository = branched({ "kpi.yaml": "version: 1\nkpis: [\n", "ces.kpi.yaml": other("ces") });
    repository.write("kpi.yaml", GOOD);
    const { status, changes, json } = await compared(repository.path);
    expect({ status, changes }).toEqual({ status: 0, changes: [] });
    expect(json).toMatchObject({ lane: "definition", unread: [], unreadInBase: ["kpi.yaml"] });
  });

  it("are folders with the name of a file", async () => {
    const repository = branched();
    renameSync(repository.join("kpi.yaml"), repository.join("was.yaml"));
    mkdirSync(path.join(repository.path, "kpi.yaml"));
    expect((await compared(repository.path)).changes).toContain("kpi-removed-early nps-2026");
  });
});
