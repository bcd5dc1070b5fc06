import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, closeSync, existsSync, openSync, readFileSync, symlinkSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { CLI, Folder, GOOD, kpi } from "../support/cli.ts";

const DAY = ["--as-of", "2026-08-15"];
let folder: Folder | null = null;

function at(files: Record<string, string | Uint8Array>): Folder {
  folder = new Folder(files);
  return folder;
}

afterEach(() => {
  folder?.drop();
  folder = null;
});

/** A file with one error: an unknown goal. */
const BROKEN = GOOD.replace("goal: happy-customers", "goal: happy-custmers");

describe("paths of several workspaces", () => {
  const two = {
    "kpi.yaml": GOOD,
    "teams/sales/kpi.config.yaml": "version: 1\n",
    "teams/sales/kpi.yaml": BROKEN,
    "teams/hr/kpi.config.yaml": "version: 1\n",
    "teams/hr/a.kpi.yaml": GOOD,
  };
  const files = ["kpi.yaml", "teams/sales/kpi.yaml", "teams/hr/a.kpi.yaml"];

  it.each([
    [files, 1, 3],
    [["kpi.yaml", "teams/hr/a.kpi.yaml"], 0, 2],
    [["teams/sales", "kpi.yaml"], 1, 2],
  ])("are checked one after the other: %j", (paths, status, reports) => {
    const run = kpi(["check", ...DAY, ...paths], { cwd: at(two).path });
    expect(run).toMatchObject({ status, err: "" });
    expect(run.out.match(/^(?:✓ 1 file, 1 goal|✖ 1 error in 1 file)/gm)).toHaveLength(reports);
    expect(run.out.includes("teams/sales/kpi.yaml:7:")).toBe(status === 1);
  });

  it("are 2 where one of them is wrong usage", () => {
    const cwd = at({ ...two, "teams/hr/kpi.config.yaml": "version: 7\n" }).path;
    expect(kpi(["check", ...DAY, ...files], { cwd }).status).toBe(2);
  });

  it.each([
    [["--format", "json"]],
    [["--format", "pretty", "--format", "sarif:kpi.sarif"]],
    [["--max-warnings", "0"]],
    [["--config", "kpi.config.yaml"]],
  ])("are refused where one report or number is for all: %j", (flags) => {
    const cwd = at({ ...two, "kpi.config.yaml": "version: 1\n" }).path;
    const run = kpi(["check", ...DAY, ...flags, ...files], { cwd });
    expect(run).toMatchObject({ status: 2, out: "" });
    expect(run.err).toContain("The paths belong to different workspaces (., teams/sales, teams/hr)");
  });
});

describe("exit status and output", () => {
  it("is 0 where nothing is wrong", () => {
    const run = kpi(["check", ...DAY], { cwd: at({ "kpi.yaml": GOOD }).path });
    expect(run).toMatchObject({ status: 0, err: "" });
    expect(run.out).toContain("1 file, 1 goal, 1 metric, 1 KPI");
  });

  it("is 1 with place, frame, rule and suggestion where something is", () => {
    const run = kpi(["check", ...DAY], { cwd: at({ "kpi.yaml": BROKEN }).path });
    expect(run.status).toBe(1);
    expect(run.out).toMatch(/kpi\.yaml:7:\d+ .*error.*happy-custmers.*ref\/unknown-goal/s);
    expect(run.out).toContain("^^^^^^^^^^^^^^");
    expect(run.out).toContain("happy-customers");
  });

  it.each([
    ["error", 1],
    ["never", 0],
  ])("--fail-on %s gives %i", (level, status) => {
    expect(kpi(["check", ...DAY, "--fail-on", level], { cwd: at({ "kpi.yaml": BROKEN }).path }).status).toBe(status);
  });

  it("counts warnings for --max-warnings", () => {
    const cwd = at({ "kpi.yaml": GOOD.replace("2026-06-30: 68", "2026-12-31: 68") }).path;
    const gap = ["check", "--as-of", "2027-01-02"];
    expect(kpi(gap, { cwd }).status).toBe(0);
    const over = kpi([...gap, "--max-warnings", "0", "--quiet"], { cwd });
    expect(over).toMatchObject({ status: 1, err: "kpi: 2 warnings, and --max-warnings allows 0.\n" });
    expect(over.out).toContain("⚠ warning");
    expect(kpi([...gap, "--fail-on", "warning"], { cwd }).status).toBe(1);
  });

  it("prints only the machine format, and pretty beside a file", () => {
    const cwd = at({ "kpi.yaml": BROKEN });
    const json = JSON.parse(kpi(["check", ...DAY, "--format", "json"], { cwd: cwd.path }).out);
    expect(json).toMatchObject({ schemaVersion: 1, asOf: "2026-08-15", summary: { errors: 1, kpis: 1 } });
    expect(json.findings[0]).toMatchObject({
      ruleId: "ref/unknown-goal",
      file: "kpi.yaml",
      path: ["kpis", "nps-2026", "goal"],
    });
    const both = kpi(
      ["check", ...DAY, "--format", "pretty", "--format", "sarif:out/../kpi.sarif", "--format", "junit:kpi.xml"],
      {
        cwd: cwd.path,
      },
    );
    expect(both.out).toContain("ref/unknown-goal");
    expect(JSON.parse(readFileSync(cwd.join("kpi.sarif"), "utf8")).version).toBe("2.1.0");
    expect(readFileSync(cwd.join("kpi.xml"), "utf8")).toContain("<testsuites");
  });

  it("gives annotations and lines for people under GitHub Actions", () => {
    const run = kpi(["check", ...DAY], { cwd: at({ "kpi.yaml": BROKEN }).path, env: { GITHUB_ACTIONS: "true" } });
    expect(run.out).toMatch(/^::error file=kpi\.yaml,line=7,/m);
    expect(run.out).toContain("^^^^");
  });

  it("colours only where it is asked to", () => {
    const cwd = at({ "kpi.yaml": BROKEN }).path;
    expect(kpi(["check", ...DAY], { cwd, env: { NO_COLOR: "" } }).out).not.toContain("\u001B");
    expect(kpi(["check", ...DAY], { cwd, env: { NO_COLOR: "", FORCE_COLOR: "1" } }).out).toContain("\u001B[");
    expect(kpi(["check", ...DAY, "--no-color"], { cwd, env: { NO_COLOR: "", FORCE_COLOR: "1" } }).out).not.toContain(
      "\u001B",
    );
  });

  it("shows the SMART card", () => {
    const run = kpi(["check", ...DAY, "--smart"], { cwd: at({ "kpi.yaml": GOOD }).path });
    expect(run.out).toContain("nps-2026");
  });
});

describe("which files", () => {
  it("shows findings of the named paths and resolves links over all", () => {
    const [head = "", tail = ""] = GOOD.split("kpis:\n");
    const cwd = at({
      "base.kpi.yaml": head,
      "kpis/team/a.yaml": `version: 1\nkpis:\n${tail}`,
      "other.kpi.yaml": BROKEN.replaceAll("nps", "x"),
    }).path;
    expect(kpi(["check", ...DAY, "kpis"], { cwd })).toMatchObject({ status: 0 });
    expect(kpi(["check", ...DAY], { cwd }).status).toBe(1);
  });

  it("leaves out git-ignored files unless they are named", () => {
    const cwd = at({
      "kpi.yaml": GOOD,
      ".gitignore": "build/\n*.draft.kpi.yaml\n",
      "build/x.kpi.yaml": "a: [",
      "y.draft.kpi.yaml": "b: [",
    });
    execFileSync("git", ["init", "-q", cwd.path]);
    expect(kpi(["check", ...DAY], { cwd: cwd.path }).status).toBe(0);
    expect(kpi(["check", ...DAY, "build/x.kpi.yaml"], { cwd: cwd.path }).status).toBe(1);
    expect(kpi(["check", ...DAY, "build"], { cwd: cwd.path }).status).toBe(1);
    expect(kpi(["check", ...DAY], { cwd: cwd.join("build") }).status).toBe(1);
  });

  it("never enters node_modules, and follows no link out of the workspace", () => {
    const outside = new Folder({ "secret.kpi.yaml": "a: [" });
    const cwd = at({ "kpi.yaml": GOOD, "node_modules/p/x.kpi.yaml": "a: [" });
    symlinkSync(outside.join("secret.kpi.yaml"), cwd.join("link.kpi.yaml"));
    symlinkSync(outside.path, cwd.join("folder"));
    symlinkSync(cwd.path, cwd.join("self"));
    expect(kpi(["check", ...DAY], { cwd: cwd.path })).toMatchObject({ status: 0 });
    outside.drop();
  });

  it("takes a folder with its own config as another workspace", () => {
    const cwd = at({ "kpi.yaml": GOOD, "inner/kpi.config.yaml": "version: 1\n", "inner/kpi.yaml": BROKEN });
    expect(kpi(["check", ...DAY], { cwd: cwd.path }).status).toBe(0);
    const inner = kpi(["check", ...DAY, "inner"], { cwd: cwd.path });
    expect(inner.status).toBe(1);
    expect(inner.out).toContain("inner/kpi.yaml:7:");
    expect(kpi(["check", ...DAY, "inner", "kpi.yaml"], { cwd: cwd.path })).toMatchObject({ status: 1 });
  });

  it("finds the config from a folder below, up to the git root", () => {
    const cwd = at({
      "kpi.config.yaml": "version: 1\nrules:\n  ref/unknown-goal: off\n",
      "deep/er/a.kpi.yaml": BROKEN,
    });
    execFileSync("git", ["init", "-q", cwd.path]);
    expect(kpi(["check", ...DAY], { cwd: cwd.join("deep/er") }).status).toBe(0);
    expect(kpi(["check", ...DAY, "-C", "deep"], { cwd: cwd.path }).status).toBe(0);
  });

  it("reads include, exclude and overrides", () => {
    const config = (more: string) => `version: 1\n${more}`;
    const files = {
      "src/kpi/a.yml": GOOD,
      "src/kpi/old/b.yml": BROKEN.replaceAll("nps", "b").replaceAll("happy", "sad"),
    };
    const cwd = at(files);
    cwd.write("kpi.config.yaml", config('include: ["src/kpi/**/*.yml"]\nexclude: ["**/old/**"]\n'));
    expect(kpi(["check", ...DAY], { cwd: cwd.path })).toMatchObject({ status: 0 });
    cwd.write("kpi.config.yaml", config('include: ["src/kpi/**/*.yml"]\n'));
    expect(kpi(["check", ...DAY], { cwd: cwd.path }).status).toBe(1);
    cwd.write(
      "kpi.config.yaml",
      config(
        'include: ["src/kpi/**/*.yml"]\noverrides:\n  - files: ["**/old/**"]\n    rules: { ref/unknown-goal: info }\n',
      ),
    );
    expect(kpi(["check", ...DAY], { cwd: cwd.path }).status).toBe(0);
  });

  it("never takes a config, or what it extends, for definitions", () => {
    const cwd = at({
      "kpi.yaml": GOOD,
      "kpi.config.yaml": 'version: 1\ninclude: ["**/*.yaml"]\nextends: ./team.yaml\n',
      "team.yaml": "version: 1\nextends: ./shared/base.yaml\n",
      "shared/base.yaml": "version: 1\nlanguage: en\n",
    }).path;
    expect(kpi(["check", ...DAY], { cwd })).toMatchObject({ status: 0, err: "" });
    expect(kpi(["check", ...DAY, "team.yaml"], { cwd }).status).toBe(0);
    expect(kpi(["fmt", "--check"], { cwd }).out).toBe("kpi.yaml\n");
    expect(kpi(["check", "--stdin", "--stdin-filename", "team.yaml"], { cwd, input: "a: 1" })).toMatchObject({
      status: 2,
      err: "kpi: --stdin holds definitions, and team.yaml is a config; save it and leave out --stdin.\n",
    });
  });

  it("checks standard input in place of a file", () => {
    const cwd = at({ "kpi.yaml": GOOD }).path;
    const run = kpi(["check", ...DAY, "--stdin", "--stdin-filename", "kpi.yaml"], { cwd, input: BROKEN });
    expect(run.status).toBe(1);
    expect(run.out).toContain("kpi.yaml:7:");
    expect(kpi(["check", ...DAY, "--stdin"], { cwd: at({}).path, input: GOOD }).status).toBe(0);
  });
});

describe("bad use: one clear sentence and exit 2", () => {
  it.each<[string, string[], RegExp]>([
    ["an unknown flag", ["check", "--fial-on", "error"], /unknown option '--fial-on'[\s\S]*--fail-on/],
    ["an unknown command", ["chekc"], /unknown command 'chekc'[\s\S]*check/],
    ["an unknown path", ["check", "nowhere.yaml"], /There is no file or folder "nowhere.yaml"/],
    ["an unknown folder", ["check", "-C", "nowhere"], /There is no folder "nowhere"/],
    ["an unknown config", ["check", "--config", "nope.yaml"], /There is no config file "nope.yaml"/],
    ["an unknown format", ["check", "--format", "jsno"], /There is no format "jsno"; did you mean json\?/],
    ["two machine formats on one stream", ["check", "--format", "json", "--format", "sarif"], /Only one format/],
    [
      "two reports in one file",
      ["check", "--format", "json:a", "--format", "markdown:./a"],
      /json and --format markdown name one file/,
    ],
    ["a flag before a command that has none", ["--format", "json", "init"], /--format does not go with kpi init/],
    ["an unknown flag before a command", ["--fial", "check"], /unknown option '--fial'/],
    ["an empty format file", ["check", "--format", "json:"], /names no file/],
    ["a level that is none", ["check", "--fail-on", "fatal"], /--fail-on wants one of error, warning, info, never/],
    ["a number that is none", ["check", "--max-warnings", "few"], /--max-warnings wants a whole number/],
    ["a day that is none", ["check", "--as-of", "2026-02-30"], /--as-of wants a day such as/],
    ["a name without standard input", ["check", "--stdin-filename", "a"], /goes with --stdin/],
    ["an unknown rule", ["explain", "data/stael"], /did you mean data\/stale\?/],
    [
      "a report in a folder that is not there",
      ["check", "--format", "json:no/such/dir/x.json"],
      /^kpi: Cannot write no\/such\/dir\/x\.json: there is no folder no\/such\/dir; make it first\.$/m,
    ],
    [
      "a drawing in a folder that is not there",
      ["graph", "--format", "dot:no/x.dot"],
      /^kpi: Cannot write no\/x\.dot: there is no folder no; make it first\.$/m,
    ],
    [
      "a report over definitions",
      ["progress", "--format", "json:kpi.yaml"],
      /^kpi: kpi\.yaml holds definitions of this workspace, and is not overwritten/m,
    ],
    [
      "a report where a folder is",
      ["check", "--format", "json:sub"],
      /Cannot write sub: it is a folder; name a file in it\.\n$/,
    ],
  ])("%s", (_, args, message) => {
    const run = kpi(args, { cwd: at({ "kpi.yaml": GOOD, "sub/notes.txt": "" }).path });
    expect(run.status).toBe(2);
    expect(run.err).toMatch(message);
    expect(run.err).not.toMatch(/\n\s+at /);
    expect(run.out).toBe("");
  });

  it("says how to start where there is nothing to check", () => {
    const run = kpi(["check"], { cwd: at({ "readme.md": "x" }).path });
    expect(run.status).toBe(2);
    expect(run.err).toMatch(/^kpi: There are no KPI files in this folder\.[\s\S]*\nTo start: kpi init writes/);
  });

  it("calls a named folder without files no success, whatever lies elsewhere", () => {
    const cwd = at({
      "kpi.yaml": GOOD,
      "teams/kpi.yaml": "a: [",
      "data/nps.csv": "date,value\n",
      "none/x.md": "",
    }).path;
    for (const folder of ["teams", "none"]) {
      const run = kpi(["check", folder], { cwd });
      expect([run.status, run.out]).toEqual([2, ""]);
      expect(run.err).toMatch(
        new RegExp(
          `^kpi: There are no KPI files in ${folder}\\. Files are kpi\\.yaml at the root, .* chooses others\\.\n$`,
        ),
      );
    }
    expect(kpi(["check", "data", "."], { cwd }).status).toBe(0);
    expect(kpi(["check", "data"], { cwd }).status).toBe(0);
  });

  it("names the config's own choice of files", () => {
    const config = 'version: 1\ninclude: ["goals/*.yaml"]\n';
    const cwd = at({ "kpi.config.yaml": config, "goals/a.yaml": GOOD, "kpis/b.yaml": GOOD }).path;
    expect(kpi(["check", "kpis"], { cwd }).err).toBe(
      "kpi: There are no KPI files in kpis. Files are goals/*.yaml, as `include` in kpi.config.yaml says.\n",
    );
  });

  it("prints a config's mistakes in the chosen format", () => {
    const cwd = at({
      "kpi.yaml": GOOD,
      "kpi.config.yaml": "version: 1\nruls:\n  data/stale: off\nrules:\n  data/stael: off\n",
    });
    const run = kpi(["check", "--format", "json"], { cwd: cwd.path });
    const findings = JSON.parse(run.out).findings;
    expect(run.status).toBe(2);
    expect(findings.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual(["config/invalid", "config/unknown-rule"]);
    for (const command of ["config", "rules", "graph"]) {
      const other = kpi([command, "--format", "json"], { cwd: cwd.path });
      expect([other.status, other.err, JSON.parse(other.out).findings]).toEqual([2, "", findings]);
    }
    expect(kpi(["graph"], { cwd: cwd.path })).toMatchObject({
      status: 2,
      out: "",
      err: expect.stringContaining("ruls"),
    });
  });

  it.skipIf(process.getuid?.() === 0)("names a file that may not be read, and checks the rest", () => {
    const cwd = at({ "kpi.yaml": BROKEN, "secret.kpi.yaml": GOOD });
    chmodSync(cwd.join("secret.kpi.yaml"), 0);
    const run = kpi(["check", ...DAY], { cwd: cwd.path });
    expect(run.status).toBe(2);
    expect(run.err).toContain("secret.kpi.yaml cannot be read: you may not read it.");
    expect(run.out).toContain("ref/unknown-goal");
  });

  it("names a folder in a file's place, and checks the rest", () => {
    const cwd = at({ "kpi.yaml": BROKEN, "odd.kpi.yaml/inner.txt": "x" });
    expect(kpi(["check", ...DAY], { cwd: cwd.path }).out).toContain("ref/unknown-goal");
  });

  it("says so where standard output takes nothing", () => {
    const cwd = at({ "kpi.yaml": GOOD });
    const unwritable = openSync(cwd.join("kpi.yaml"), "r");
    const run = spawnSync(process.execPath, [CLI, "check"], { cwd: cwd.path, stdio: ["ignore", unwritable, "pipe"] });
    closeSync(unwritable);
    expect(run.status).toBe(2);
    expect(run.stderr.toString()).toMatch(/^kpi: Cannot write the output: bad file descriptor\.\n$/);
  });

  it("writes no half report", () => {
    const cwd = at({ "kpi.yaml": GOOD });
    kpi(["check", "--format", "json:no/x.json"], { cwd: cwd.path });
    expect(existsSync(cwd.join("no"))).toBe(false);
  });
});

describe("help", () => {
  it.each([["check"], ["rules"], ["explain"], ["config"], ["schema"], ["diff"], ["blame"], ["graph"], ["record"]])(
    "kpi %s --help shows examples",
    (command) => {
      const run = kpi([command, "--help"]);
      expect(run.status).toBe(0);
      expect(run.out).toMatch(new RegExp(`Examples:\\n {2}\\$ .*kpi ${command}`));
    },
  );

  it("shows the help and exits 2 without a command", () => {
    const run = kpi([]);
    expect(run.status).toBe(2);
    expect(run.err).toContain("Usage: kpi");
  });
});

describe("flags before the command", () => {
  it("mean the same as behind it, whose own win", () => {
    const home = at({ "inner/kpi.yaml": GOOD });
    const { out, ...rest } = kpi(["-C", "inner", "--as-of", "2026-01-01", "--format", "json", "check", ...DAY], {
      cwd: home.path,
    });
    expect(rest).toMatchObject({ status: 0, err: "" });
    expect(JSON.parse(out)).toMatchObject({ asOf: "2026-08-15", summary: { kpis: 1 } });
    expect(kpi(["-C", "inner", "--quiet", "check"], { cwd: home.path })).toMatchObject({ status: 0, out: "" });
    expect(kpi(["--no-color", "-C", "nowhere", "check", "-C", "inner", ...DAY], { cwd: home.path }).status).toBe(0);
  });

  it("add to the formats behind it, and reach commands of two words", () => {
    const home = at({ "inner/kpi.yaml": GOOD });
    kpi(["--format", "json:a.json", "-C", "inner", "check", "--format", "markdown:a.md"], { cwd: home.path });
    expect([home.join("inner/a.json"), home.join("inner/a.md")].map((file) => existsSync(file))).toEqual([true, true]);
    const added = kpi(["-C", "inner", "add", "goal", "--title", "Grow", "--owner", "@a", "--yes"], { cwd: home.path });
    expect(added.status).toBe(0);
  });
});

describe("suggestions", () => {
  it("complete a label with the year of the day that is judged", () => {
    const text = GOOD.replace("timeframe: 2026", "timeframe: Q3");
    const run = kpi(["check", "--as-of", "2031-08-15"], { cwd: at({ "kpi.yaml": text }).path });
    expect(run.out).toContain("2031-Q3");
  });
});

describe("paths", () => {
  const data = GOOD.replace("values: { 2026-03-31: 64, 2026-06-30: 68 }", "data: nps.csv");
  const files = {
    "kpi.yaml": data,
    "nps.csv": "date,value\n2026-03-31,64\n2026-06-30,many\n",
    "other.kpi.yaml": BROKEN,
  };

  it("choose whose findings are shown, data files too", () => {
    const run = kpi(["check", "nps.csv", ...DAY, "--format", "json"], { cwd: at(files).path });
    expect(run.status).toBe(1);
    const found: readonly { file: string; ruleId: string }[] = JSON.parse(run.out).findings;
    expect(found.map(({ file, ruleId }) => [file, ruleId])).toEqual([["nps.csv", "data/bad-row"]]);
  });

  it("may name the config, which holds no definitions", () => {
    const cwd = at({ "kpi.yaml": GOOD, "kpi.config.yaml": "version: 1\n" }).path;
    expect(kpi(["check", "kpi.config.yaml", ...DAY], { cwd })).toMatchObject({ status: 0 });
  });
});
