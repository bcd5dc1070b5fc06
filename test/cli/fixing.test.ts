import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { type FixInput, fixFiles } from "../../src/commands/check/fixing.ts";
import type { CommonOptions } from "../../src/commands/host.ts";
import { openProject, type Project, readProject } from "../../src/commands/open.ts";
import { check } from "../../src/engine/check.ts";
import type { CheckResult } from "../../src/engine/result.ts";
import { rules } from "../../src/rules/index.ts";
import { Folder } from "../support/cli.ts";
import { hostIn, type TestHost } from "../support/host.ts";

let folder: Folder | null = null;

function at(files: Record<string, string | Uint8Array>): Folder {
  folder = new Folder(files);
  return folder;
}

afterEach(() => {
  folder?.drop();
  folder = null;
});

const OPTIONS: CommonOptions = { color: true };
const GOALS = "goals:\n  g: { title: Grow, owner: team:a }\n";
const UNSORTED = "version: 1\nmetrics:\n  m: { title: Rows, values: { 2026-02-28: 2, 2026-01-31: 1 } }\n";

interface Fixed {
  readonly result: CheckResult;
  readonly host: TestHost;
}

async function fix(
  home: Folder,
  input: Partial<FixInput> = {},
  options = OPTIONS,
  host = hostIn(home.path),
): Promise<Fixed> {
  const project = await openProject([], options, host);
  const run: FixInput["run"] = async (definitions) => checked(project, definitions, options, host);
  const result = await fixFiles({ project, run, instead: new Map(), dryRun: false, ...input }, options, host);
  return { result, host };
}

async function checked(
  project: Project,
  definitions: ReadonlyMap<string, string>,
  options: CommonOptions,
  host: TestHost,
): Promise<CheckResult> {
  const { workspace, config, textOf, matches } = await readProject(project, options, host, definitions);
  return check({ workspace, config, rules, asOf: host.today, asOfGiven: true, textOf, matches });
}

function ids({ findings }: CheckResult): readonly string[] {
  return findings.map(({ ruleId }) => ruleId);
}

describe("--fix", () => {
  it("writes what was fixed and reports what is left", async () => {
    const home = at({
      "kpi.yaml": `# ours\r\n${GOALS.replaceAll("\n", "\r\n")}`,
      "m.kpi.yaml": UNSORTED,
      "ok.kpi.yaml": "version: 1\n",
    });
    const { result, host } = await fix(home);
    expect(readFileSync(home.join("kpi.yaml"), "utf8")).toBe(
      `# ours\r\nversion: 1\r\n${GOALS.replaceAll("\n", "\r\n")}`,
    );
    expect(readFileSync(home.join("m.kpi.yaml"), "utf8")).toContain("{ 2026-01-31: 1, 2026-02-28: 2 }");
    expect(ids(result)).not.toContain("schema/version");
    expect(ids(result)).not.toContain("data/unsorted");
    expect(host.seen).toEqual({ out: "", notes: "Fixed 2 findings in 2 files.\n" });
  });

  it("says nothing where nothing is fixed, and nothing with --quiet", async () => {
    const home = at({ "kpi.yaml": "version: 1\n" });
    expect((await fix(home)).host.seen).toEqual({ out: "", notes: "" });
    home.write("kpi.yaml", GOALS);
    expect((await fix(home, {}, { color: true, quiet: true })).host.seen).toEqual({ out: "", notes: "" });
    expect(readFileSync(home.join("kpi.yaml"), "utf8")).toBe(`version: 1\n${GOALS}`);
  });

  it("never writes a file that is not UTF-8", async () => {
    const bytes = Uint8Array.from([
      ...Buffer.from("goals:\n  g: { title: Caf"),
      0xe9,
      ...Buffer.from(", owner: team:a }\n"),
    ]);
    const home = at({ "kpi.yaml": bytes });
    expect(ids((await fix(home)).result)).toContain("schema/version");
    expect(new Uint8Array(readFileSync(home.join("kpi.yaml")))).toEqual(bytes);
  });

  it("hands files that are no definitions to the reader of data", async () => {
    const home = at({ "kpi.yaml": "version: 1\n", "data/m.csv": "date,value\nX\n" });
    const seen: [string[], string[]][] = [];
    const empty = await fix(home);
    const run: FixInput["run"] = async (definitions, others) => {
      seen.push([[...definitions.keys()], [...others.values()]]);
      const text = others.get("data/m.csv") ?? "date,value\nX\n";
      const at = text.indexOf("X");
      const edits = [{ file: "data/m.csv", start: at, end: at + 1, text: "2026-01-31,1" }];
      const finding = { ruleId: "data/bad-row", file: "data/m.csv", fingerprint: "a", fix: { title: "Fix", edits } };
      return { ...empty.result, findings: at < 0 ? [] : [finding as never] };
    };
    await fix(home, { run });
    expect(seen).toEqual([
      [[], []],
      [[], ["date,value\n2026-01-31,1\n"]],
    ]);
    expect(readFileSync(home.join("data/m.csv"), "utf8")).toBe("date,value\n2026-01-31,1\n");
  });

  it("says which file cannot be written", async () => {
    const home = at({ "kpi.yaml": GOALS });
    mkdirSync(home.join(`.kpi.yaml.${process.pid}.tmp`));
    await expect(fix(home)).rejects.toThrow(/^Cannot write kpi\.yaml: /);
    expect(readFileSync(home.join("kpi.yaml"), "utf8")).toBe(GOALS);
  });
});

describe("--fix-dry-run", () => {
  it("prints the diff that --fix is, and writes nothing", async () => {
    const files = {
      "kpi.yaml": GOALS.replaceAll("\n", "\r\n"),
      "kpis/m m.yaml": UNSORTED.trimEnd(),
      "ok.kpi.yaml": "version: 1\n",
    };
    const home = at(files);
    const { host, result } = await fix(home, { dryRun: true });
    expect(host.seen.notes).toBe("Would fix 2 findings in 2 files.\n");
    expect(ids(result)).not.toContain("schema/version");
    for (const [file, text] of Object.entries(files)) expect(readFileSync(home.join(file), "utf8")).toBe(text);
    execFileSync("git", ["init", "-q", home.path]);
    execFileSync("git", ["apply", "--whitespace=nowarn", "-"], { cwd: home.path, input: host.seen.out });
    expect(readFileSync(home.join("kpi.yaml"), "utf8")).toBe(`version: 1\r\n${GOALS.replaceAll("\n", "\r\n")}`);
    expect(readFileSync(home.join("kpis/m m.yaml"), "utf8")).toBe(
      "version: 1\nmetrics:\n  m: { title: Rows, values: { 2026-01-31: 1, 2026-02-28: 2 } }",
    );
    expect((await fix(home, { dryRun: true })).host.seen).toEqual({ out: "", notes: "" });
  });

  it("names files from the folder the command was started in", async () => {
    const home = at({ "team/kpi.yaml": GOALS });
    const below = hostIn(home.join("team"), { startedIn: home.path });
    expect((await fix(home, { dryRun: true }, OPTIONS, below)).host.seen.out).toContain(
      "--- a/team/kpi.yaml\n+++ b/team/kpi.yaml\n",
    );
    mkdirSync(home.join("team/deep"));
    const above = hostIn(home.join("team"), { startedIn: home.join("team/deep") });
    expect((await fix(home, { dryRun: true }, OPTIONS, above)).host.seen.out).toContain(
      "--- a/kpi.yaml\n+++ b/kpi.yaml\n",
    );
  });

  it("takes texts that stand in for files", async () => {
    const home = at({ "kpi.yaml": "version: 1\n" });
    const { host } = await fix(home, { dryRun: true, instead: new Map([["new.kpi.yaml", GOALS]]) });
    expect(host.seen.out).toBe(
      `--- a/new.kpi.yaml\n+++ b/new.kpi.yaml\n@@ -1,2 +1,3 @@\n+version: 1\n goals:\n   g: { title: Grow, owner: team:a }\n`,
    );
  });

  it.each([
    ["on a terminal", { isTerminal: true }],
    ["in the log of a build", { env: { GITHUB_ACTIONS: "true" } }],
  ])("shows nothing that acts %s", async (_, more) => {
    const home = at({ "kpi.yaml": 'goals:\n  ::error::x: { title: "a\u202Eb" }\n  g: { title: "##[error]" }\n' });
    const { host } = await fix(home, { dryRun: true }, { color: false }, hostIn(home.path, more));
    expect(host.seen.out).toContain(
      '@@ -1,3 +1,4 @@\n+version: 1\n goals:\n   : :error::x: { title: "a\\u{202E}b" }\n   g: { title: "##⟦error]" }\n',
    );
  });

  it("colours lines on a terminal", async () => {
    const home = at({ "kpi.yaml": GOALS });
    const { host } = await fix(home, { dryRun: true }, OPTIONS, hostIn(home.path, { isTerminal: true }));
    expect(host.seen.out).toContain("\u001b[32m+version: 1\u001b[39m\n");
  });
});
