import { readdirSync } from "node:fs";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import type { AddOptions } from "../../src/commands/add/finish.ts";
import { blockEntry, flowEntry, oneLine } from "../../src/commands/add/yaml.ts";
import { readYaml, type YamlValue } from "../../src/text/yaml.ts";
import { Folder, GOOD } from "../support/cli.ts";
import { add, expectCanonical, KPI_FLAGS, read, readAt, WORKSPACE } from "./add-support.ts";

let folder: Folder | null = null;

function at(files: Record<string, string | Uint8Array> = {}): Folder {
  folder = new Folder(files);
  return folder;
}

afterEach(() => {
  folder?.drop();
  folder = null;
});

/** The text without what was added, which stands in it as one piece. */
function expectOnlyAdded(after: string, before: string, added: string): void {
  const start = after.indexOf(added);
  expect(start).toBeGreaterThanOrEqual(0);
  expect(after.slice(0, start) + after.slice(start + added.length)).toBe(before);
}

describe("the file that it goes to", () => {
  it("keeps everything around the new entry as it is", async () => {
    const home = at({ "kpi.yaml": WORKSPACE });
    const { out } = await add(home, ["kpi", "nps-2026"], KPI_FLAGS);
    expect(out).toMatch(/^Added KPI nps-2026 to kpi\.yaml \(line 28\)/);
    const added = `
  nps-2026:
    title: Net Promoter Score of 75 in 2026
    goal: happy-customers
    metric: nps
    timeframe: 2026
    target: 75
    owner: "@cx-lead"
    baseline: 62
`;
    expectOnlyAdded(read(home), WORKSPACE, added);
    await add(home, ["goal", "grow"], { title: "Grow", owner: "@ceo" });
    expect(read(home)).toContain(
      '    owner: "@ceo"\n  # More goals come in autumn.\n\n  grow:\n    title: Grow\n    owner: "@ceo"\n\nmetrics:\n',
    );
  });

  it("keeps CRLF, a byte order mark and a missing last line end", async () => {
    const before = `\uFEFF${WORKSPACE.replace("# The end.\n", "").trimEnd().replaceAll("\n", "\r\n")}`;
    const home = at({ "kpi.yaml": before });
    await add(home, ["kpi", "nps-2026"], KPI_FLAGS);
    const after = read(home);
    expect(after.startsWith(before)).toBe(true);
    expect(after).toMatch(/\r\n {4}baseline: 62$/);
    expect(after.replaceAll("\r\n", "")).not.toContain("\n");
  });

  it("puts a new map in its place where the file is in canonical order, else at the end", async () => {
    const metrics =
      "# Ours.\nversion: 1\n\n# Measured.\nmetrics:\n  nps:\n    title: Net Promoter Score\n\n# The end.\n";
    const home = at({ "kpi.yaml": metrics });
    await add(home, ["goal", "g"], { title: "Grow", owner: "@a" });
    const goals = 'goals:\n  g:\n    title: Grow\n    owner: "@a"\n\n';
    expect(read(home)).toBe(metrics.replace("# Measured", `${goals}# Measured`));
    await add(home, ["kpi", "k"], { title: "Answer faster", draft: true });
    expectCanonical(read(home));
    home.write("kpi.yaml", metrics.replace("title:", "title:  "));
    await add(home, ["goal", "g"], { title: "Grow", owner: "@a" });
    expect(read(home)).toMatch(/\n\ngoals:\n {2}g:\n {4}title: Grow\n {4}owner: "@a"\n\n# The end\.\n$/);
  });

  it.each([
    ["kpis: {}\n", "kpis: { k: { title: Answer faster, state: draft } }\n"],
    [
      "kpis: { a: { title: Aha, state: draft } } # c\n",
      "kpis: { a: { title: Aha, state: draft }, k: { title: Answer faster, state: draft } } # c\n",
    ],
    ["kpis:\n", "kpis:\n  k:\n    title: Answer faster\n    state: draft\n"],
    [
      "kpis: # soon\n  # the first\n",
      "kpis: # soon\n  # the first\n  k:\n    title: Answer faster\n    state: draft\n",
    ],
    [
      "kpis:\n    a:\n        title: Aha\n        state: draft\n    b:\n        title: Bee\n        state: draft\n",
      "kpis:\n    a:\n        title: Aha\n        state: draft\n    b:\n        title: Bee\n        state: draft\n    k:\n      title: Answer faster\n      state: draft\n",
    ],
  ])("adds to %j", async (kpis, expected) => {
    const home = at({ "kpi.yaml": `version: 1\n${kpis}` });
    expect((await add(home, ["kpi", "k"], { title: "Answer faster", draft: true })).status).toBe(0);
    expect(read(home)).toBe(`version: 1\n${expected}`);
  });

  it.each([
    ["", /^# yaml-language-server: .*\nversion: 1\n\nkpis:\n {2}k:\n {4}title: Answer faster\n {4}state: draft\n$/],
    ["# Ours.\n", /^# Ours\.\nversion: 1\n\nkpis:\n {2}k:\n/],
    ["{ version: 1 }\n", /^{ version: 1, kpis: { k: { title: Answer faster, state: draft } } }\n$/],
    ["---\nversion: 1\n---\nversion: 1\nkpis:\n  a: { title: Aha, state: draft }\n", /Aha, state: draft }\n\n {2}k:\n/],
  ])("begins a map in %j", async (text, expected) => {
    const home = at({ "kpi.yaml": text });
    expect((await add(home, ["kpi", "k"], { title: "Answer faster", draft: true })).status).toBe(0);
    expect(read(home)).toMatch(expected);
  });

  it.each([
    ["version: 1\nkpis: &k { a: { title: Aha, state: draft } }\nx-more: *k\n", /is an alias or no map/],
    ["version: 1\nkpis: [\n", /kpi\.yaml cannot be read as YAML; run kpi check kpi\.yaml/],
  ])("leaves %j alone", async (text, message) => {
    const home = at({ "kpi.yaml": text });
    const { status, notes } = await add(home, ["kpi", "k"], { title: "Answer faster", draft: true });
    expect(status).toBe(2);
    expect(notes).toMatch(message);
    expect(read(home)).toBe(text);
  });

  it("leaves a file alone that is not UTF-8", async () => {
    const home = at({ "kpi.yaml": Buffer.from("version: 1 # caf\xe9\n", "latin1") });
    const { status, notes } = await add(home, ["goal", "g"], { title: "Grow", owner: "@a" });
    expect({ status, notes }).toMatchObject({ status: 2, notes: expect.stringContaining("not UTF-8") });
  });

  const SPREAD = {
    "kpis/a.yaml": "version: 1\ngoals:\n  g1: { title: One, owner: team:a }\n  g2: { title: Two, owner: team:a }\n",
    "kpis/b.yaml":
      "version: 1\ngoals:\n  g3: { title: Three, owner: team:a }\nmetrics:\n  m1: { title: One }\n  m2: { title: Two }\n",
    "kpis/c.yaml":
      "version: 1\nmetrics:\n  m3: { title: Three }\nkpis:\n  k1: { title: One, goal: g3, metric: m3, owner: team:a, timeframe: 2026, target: 1 }\n",
  };
  const flags = { title: "Another", owner: "team:a", metric: "m1", timeframe: "2026", target: "5" };

  it.each<[what: readonly ["goal" | "metric" | "kpi", string], flags: Partial<AddOptions>, file: string]>([
    [["goal", "g4"], { title: "Four", owner: "team:a" }, "kpis/a.yaml"],
    [["metric", "m4"], { title: "Four" }, "kpis/b.yaml"],
    [["kpi", "k2"], { ...flags, goal: "g3" }, "kpis/c.yaml"],
    [["kpi", "k2"], { ...flags, goal: "g1" }, "kpis/a.yaml"],
    [["kpi", "k2"], { title: "Draft", draft: true }, "kpis/c.yaml"],
    [["kpi", "k2"], { ...flags, goal: "g1", file: "kpis/b.yaml" }, "kpis/b.yaml"],
    [["kpi", "k2"], { ...flags, goal: "g1", file: "new.kpi.yaml" }, "new.kpi.yaml"],
  ])("%j is written beside its like", async (what, given, file) => {
    const home = at(SPREAD);
    const { out } = await add(home, what, given);
    expect(out).toContain(` ${what[1]} to ${file} (line `);
    expect(read(home, file)).toContain(what[1]);
  });

  it.each([
    ["../out.kpi.yaml", "lies outside the workspace"],
    ["kpis", "is a folder"],
    ["notes.yaml", "is no file that kpi check reads; name it kpi.yaml or *.kpi.yaml"],
    ["other/kpi.yaml", "is no file that kpi check reads"],
  ])("refuses --file %s", async (file, message) => {
    const home = at({ ...SPREAD, "other/kpi.config.yaml": "version: 1\n" });
    const { status, notes } = await add(home, ["goal", "g4"], { title: "Four", owner: "team:a", file });
    expect(status).toBe(2);
    expect(notes).toContain(message);
  });

  it("goes by the include of the config", async () => {
    const home = at({ "kpi.config.yaml": 'version: 1\ninclude: ["okr/*.yaml"]\n' });
    const goal = { title: "Grow", owner: "@a" };
    expect((await add(home, ["goal", "g"], goal)).notes).toContain("name one with --file");
    expect((await add(home, ["goal", "g"], { ...goal, file: "okr/goals.yaml" })).status).toBe(0);
    expectCanonical(read(home, "okr/goals.yaml"));
    expect(readdirSync(home.join("okr"))).toEqual(["goals.yaml"]);
  });
});

describe("hostile answers", () => {
  it.each([
    ["x: y # z", '"x: y # z"'],
    ["yes", "yes"],
    ["2026", '"2026"'],
    ["1e3", '"1e3"'],
    ["12:30", '"12:30"'],
    ["@here we go", '"@here we go"'],
    ["- item", '"- item"'],
    ["🎯 Reach 75 👩‍💻", "🎯 Reach 75 👩‍💻"],
    ['it\'s "so" \\n', 'it\'s "so" \\n'],
    ["{ a: 1 }", '"{ a: 1 }"'],
    ["*alias", '"*alias"'],
    ["null", '"null"'],
    ["key: ", '"key:"'],
    ["a\nb\tc", "a b c"],
    ["safe \u202E reversed", '"safe \\u202e reversed"'],
    ["\u001b[31mred", '"\\u001b[31mred"'],
    ["Grow by 5% (net), [all] regions & teams", "Grow by 5% (net), [all] regions & teams"],
  ])("%j as a reason is written %s", async (why, source) => {
    const home = at({ "kpi.yaml": GOOD });
    const { status } = await add(home, ["goal", "g"], { title: "Grow", owner: "@a", why });
    expect(status).toBe(0);
    expect(read(home)).toContain(`    why: ${source === "yes" ? '"yes"' : source}\n`);
    expect(readAt(read(home), "goals", "g", "why")).toBe(why.replace(/\s*[\n\t]\s*/g, " ").trim());
  });

  it("a title of 300 characters is refused, one of 250 is not", async () => {
    const home = at();
    const { notes } = await add(home, ["goal", "g"], { title: "x".repeat(300), owner: "@a" });
    expect(notes).toContain("`title` has 300 characters: write 3 to 250.");
    expect((await add(home, ["goal", "g"], { title: "é".repeat(250), owner: "@a" })).status).toBe(0);
  });

  it("text from files cannot act on a terminal", async () => {
    const odd = 'version: 1\ngoals:\n  "g\\e[31m": { title: Odd, owner: "@a" }\n';
    const { notes } = await add(at({ "kpi.yaml": odd }), ["kpi"], { ...KPI_FLAGS, goal: "g\u001b[32m" });
    expect(notes).not.toContain("\u001b");
  });
});

describe("any answer", () => {
  const pieces = [
    "a",
    " ",
    ":",
    "#",
    "-",
    "'",
    '"',
    "\\",
    "{",
    "]",
    ",",
    "&",
    "*",
    "!",
    "|",
    "%",
    "@",
    "?",
    "~",
    "1",
    ".",
    "e",
  ];
  const hidden = ["\u0081", "\u202e", "\ufeff", "\u2028", "\u{e0041}", "\u200d", "🎯"];
  const text = fc
    .oneof(fc.string({ unit: "binary" }), fc.string({ unit: fc.constantFrom(...pieces, ...hidden) }))
    .map(oneLine)
    .filter((line) => line !== "");
  const read = (source: string): YamlValue | undefined => {
    const { documents, problems } = readYaml(source);
    expect(problems).toEqual([]);
    return documents[0]?.value;
  };

  it("reads back as it was typed", () => {
    fc.assert(
      fc.property(text, text, (title, system) => {
        const definition = { title, source: { system, how: "manual" } };
        const expected = JSON.stringify({ m: definition });
        expect(JSON.stringify(read(blockEntry("metric", "m", definition)))).toBe(expected);
        expect(JSON.stringify(read(`{ ${flowEntry("metric", "m", definition)} }`))).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });
});
