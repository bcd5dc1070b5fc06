import { readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { Folder, GOOD, kpi } from "../support/cli.ts";
import { fakeGit, gitIn, TestRepository } from "../support/repository.ts";

const folders: Folder[] = [];

function kept<Kept extends Folder>(folder: Kept): Kept {
  folders.push(folder);
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) folder.drop();
});

function committed(files: Readonly<Record<string, string>>): TestRepository {
  return kept(new TestRepository(files));
}

const GOALS = GOOD.slice(0, GOOD.indexOf("metrics:"));
const REST = `version: 1\n${GOOD.slice(GOOD.indexOf("metrics:"))}`;
const BROKEN = GOOD.replace("goal: happy-customers", "goal: happy-custmers");
/** A file of its own with one error that belongs to no entity. */
const SYNTAX = "version: 1\ngoals: [\n";
/** Metrics and KPIs of their own, so that files can stand beside each other. */
const other = (text: string, name: string): string => text.replaceAll("nps", name).replaceAll("happy-", `${name}-`);

interface Since {
  readonly new: number;
  readonly fixed: number;
  readonly errors: number;
  readonly findings: readonly { readonly ruleId: string; readonly file: string }[];
  readonly kept: number;
  readonly status: number | null;
}

/** The errors that are new, at a level that leaves advice out. */
function since(cwd: string, ref = "HEAD", ...more: readonly string[]): Since {
  const run = kpi(["check", "--as-of", "2026-08-15", "--format", "json", "--since", ref, ...more], { cwd });
  if (run.out === "") throw new Error(run.err);
  const { summary, findings } = JSON.parse(run.out);
  const [, all = ""] = /, (\d+) kept\.$/m.exec(run.err) ?? [];
  return { ...summary, findings, kept: Number(all), status: run.status };
}

const rulesOf = ({ findings }: Since): readonly string[] => findings.map(({ ruleId }) => ruleId);

function refused(cwd: string, ref: string, env?: Readonly<Record<string, string>>): string {
  const run = kpi(["check", "--since", ref], env === undefined ? { cwd } : { cwd, env });
  expect(run).toMatchObject({ status: 2, out: "" });
  expect(run.err).not.toMatch(/\n\s+at /);
  return run.err;
}

describe("what is new", () => {
  it("is nothing where nothing changed, and no content is read for that", () => {
    const repository = committed({ "kpi.yaml": BROKEN, "kpi.config.yaml": "version: 1\n" });
    const log = kept(fakeGit('echo "$@" >> "$(dirname "$0")/log"\nexec "$real" "$@"'));
    const env = { PATH: `${log.path}:${process.env.PATH}` };
    const run = kpi(["check", "--since", "HEAD"], { cwd: repository.path, env });
    expect(run).toMatchObject({ status: 0 });
    expect(run.err).toMatch(/^kpi: compared with HEAD \([0-9a-f]{8}\): 0 new, 0 fixed, [1-9]\d* kept\.$/m);
    expect(readFileSync(log.join("log"), "utf8")).not.toContain("cat-file");
  });

  it("is not an old problem on a line that was touched", () => {
    const repository = committed({ "kpi.yaml": BROKEN });
    repository.write("kpi.yaml", `# moved\n\n${BROKEN.replace("Net Promoter Score of 75", "NPS of 75")}`);
    expect(since(repository.path)).toMatchObject({ new: 0, fixed: 0, errors: 0, status: 0 });
  });

  it("is a link that a change in another file broke", () => {
    const repository = committed({ "goals.kpi.yaml": GOALS, "kpi.yaml": REST });
    repository.write("goals.kpi.yaml", "version: 1\n");
    const found = since(repository.path);
    expect(rulesOf(found)).toContain("ref/unknown-goal");
    expect(found.findings.find(({ ruleId }) => ruleId === "ref/unknown-goal")?.file).toBe("kpi.yaml");
    expect(found.status).toBe(1);
  });

  it("is what a file brings that git does not know yet", () => {
    const repository = committed({ "kpi.yaml": GOOD });
    repository.write("new.kpi.yaml", other(BROKEN, "ces"));
    expect(rulesOf(since(repository.path))).toContain("ref/unknown-goal");
  });

  it("is found in standard input and in named paths too", () => {
    const repository = committed({ "a.kpi.yaml": other(GOOD, "a"), "b.kpi.yaml": other(BROKEN, "b") });
    const args = ["check", "--as-of", "2026-08-15", "--since", "HEAD"];
    const stdin = [...args, "--stdin", "--stdin-filename", "a.kpi.yaml"];
    expect(kpi(stdin, { cwd: repository.path, input: other(BROKEN, "a") })).toMatchObject({ status: 1 });
    expect(kpi(stdin, { cwd: repository.path, input: other(GOOD, "a") })).toMatchObject({ status: 0 });
    repository.write("a.kpi.yaml", other(BROKEN, "a"));
    expect(kpi([...args, "b.kpi.yaml"], { cwd: repository.path })).toMatchObject({ status: 0 });
    expect(kpi([...args, "a.kpi.yaml"], { cwd: repository.path })).toMatchObject({ status: 1 });
  });
});

describe("what is fixed", () => {
  it("is counted", () => {
    const repository = committed({ "kpi.yaml": BROKEN, "syntax.kpi.yaml": SYNTAX, "old.kpi.yaml": other(BROKEN, "x") });
    repository.write("kpi.yaml", GOOD);
    const { fixed, ...first } = since(repository.path);
    expect(first).toMatchObject({ new: 0, errors: 0, status: 0 });
    expect(fixed).toBeGreaterThan(0);
    rmSync(repository.join("old.kpi.yaml"));
    rmSync(repository.join("syntax.kpi.yaml"));
    const second = since(repository.path);
    expect(second.new).toBe(0);
    expect(second.fixed).toBeGreaterThan(fixed + 1);
  });
});

describe("what only moved", () => {
  it("is not new: entities in other files", () => {
    const repository = committed({ "kpi.yaml": BROKEN });
    repository.write("kpi.yaml", GOALS);
    repository.write("kpis/team/rest.yaml", REST.replace("goal: happy-customers", "goal: happy-custmers"));
    expect(since(repository.path)).toMatchObject({ new: 0, fixed: 0 });
  });

  it("is not new: files under another name, even what belongs to no entity", () => {
    const repository = committed({ "kpi.yaml": GOOD, "a.kpi.yaml": SYNTAX, "b.kpi.yaml": SYNTAX });
    renameSync(repository.join("a.kpi.yaml"), repository.join("c.kpi.yaml"));
    expect(since(repository.path)).toMatchObject({ new: 0, fixed: 0, errors: 0 });
    repository.write("d.kpi.yaml", SYNTAX);
    expect(since(repository.path)).toMatchObject({ new: 1, errors: 1 });
  });

  it("is new where a moved file leaves its data behind", () => {
    const text = GOOD.replace(/values: \{.*?\}/, "data: data/nps.csv");
    const csv = "date,value\n2026-03-31,64\n2026-06-30,68\n";
    const repository = committed({ "kpis/a.yaml": text, "kpis/data/nps.csv": csv });
    expect(since(repository.path)).toMatchObject({ new: 0, errors: 0 });
    repository.write("kpis/team/a.yaml", text);
    rmSync(repository.join("kpis/a.yaml"));
    expect(rulesOf(since(repository.path))).toContain("ref/data-file");
  });
});

describe("the other version", () => {
  it("is where the branch began, not where REF is now", () => {
    const repository = committed({ "kpi.yaml": GOOD, "b.kpi.yaml": other(BROKEN, "b") });
    repository.git("checkout", "-q", "-b", "topic");
    repository.write("c.kpi.yaml", other(BROKEN, "c"));
    repository.commit("topic");
    repository.git("checkout", "-q", "main");
    repository.write("b.kpi.yaml", other(GOOD, "b"));
    repository.commit("main");
    repository.git("checkout", "-q", "topic");
    expect(since(repository.path, "main")).toMatchObject({ new: since(repository.path, "HEAD~1").new, fixed: 0 });
    expect(since(repository.path, "main").findings.every(({ file }) => file === "c.kpi.yaml")).toBe(true);
    const run = kpi(["check", "--since", "main"], { cwd: repository.path });
    expect(run.err).toMatch(/compared with [0-9a-f]{8}, where this branch left main: /);
  });

  it("is judged by the config of today, so that a rule that is switched on does not make old findings new", () => {
    const repository = committed({
      "kpi.yaml": BROKEN,
      "kpi.config.yaml": "version: 1\nrules: { ref/unknown-goal: off }\n",
    });
    repository.write("kpi.config.yaml", "version: 1\nextends: strict\n");
    expect(since(repository.path)).toMatchObject({ new: 0, errors: 0 });
  });

  it("has the files that its own config chose", () => {
    const repository = committed({
      "shared/base.yaml": 'version: 1\ninclude: ["src/**/*.yml"]\n',
      "team/kpi.config.yaml": 'version: 1\nextends: ../shared/base.yaml\nexclude: ["**/old/**"]\n',
      "team/src/a.yml": BROKEN,
      "team/src/old/b.yml": other(BROKEN, "b"),
    });
    const cwd = repository.join("team");
    repository.write("shared/base.yaml", 'version: 1\ninclude: ["src/*/*.yml", "src/*.yml"]\n');
    expect(since(cwd)).toMatchObject({ new: 0, fixed: 0 });
    repository.write("team/kpi.config.yaml", "version: 1\nextends: ../shared/base.yaml\n");
    const found = since(cwd);
    expect(rulesOf(found)).toContain("ref/unknown-goal");
    expect(found.findings.every(({ file }) => file === "src/old/b.yml")).toBe(true);
  });

  it("leaves out what the working tree leaves out: ignored files, other workspaces, node_modules", () => {
    const broken = (name: string): string => other(BROKEN, name);
    const repository = committed({
      "kpi.yaml": GOOD,
      "build/a.kpi.yaml": broken("a"),
      "inner/kpi.config.yaml": "version: 1\n",
      "inner/b.kpi.yaml": broken("b"),
      "node_modules/p/c.kpi.yaml": broken("c"),
    });
    repository.write(".gitignore", "build/\n");
    expect(since(repository.path)).toMatchObject({ new: 0, fixed: 0 });
  });

  it("reads file names with any characters", () => {
    const names = ["with space", "-dash", 'quote"s', "line\nend", "größe", "$(x)", "*", ":(top)x"];
    const files = Object.fromEntries(names.map((name, i) => [`${name}.kpi.yaml`, other(BROKEN, `n${i}`)]));
    const repository = committed(files);
    for (const [file, text] of Object.entries(files)) repository.write(file, `# changed\n${text}`);
    expect(since(repository.path)).toMatchObject({ new: 0, fixed: 0 });
    repository.write("-dash.kpi.yaml", (files["-dash.kpi.yaml"] ?? "").replace("metric: n1", "metric: none"));
    expect(rulesOf(since(repository.path))).toContain("ref/unknown-metric");
  });

  it("follows links inside the workspace", () => {
    const csv = "date,value\n2026-03-31,64\n2026-06-30,many\n";
    const repository = committed({
      "shared/a.yml": GOOD.replace(/values: \{.*?\}/, "data: data/nps.csv"),
      "numbers/nps.csv": csv,
    });
    symlinkSync("shared/a.yml", repository.join("a.kpi.yaml"));
    symlinkSync("numbers", repository.join("data"));
    symlinkSync("nowhere.yml", repository.join("dead.kpi.yaml"));
    repository.commit();
    expect(since(repository.path)).toMatchObject({ new: 0, fixed: 0 });
    expect(since(repository.path).kept).toBeGreaterThan(0);
    repository.write("shared/a.yml", `${readFileSync(repository.join("shared/a.yml"), "utf8")}\n# changed\n`);
    expect(since(repository.path)).toMatchObject({ new: 0, fixed: 0 });
    repository.write("numbers/nps.csv", csv.replace("64", "few"));
    expect(rulesOf(since(repository.path))).toEqual(["data/bad-row"]);
  });

  it("takes the files of submodules as they are", () => {
    const inner = committed({ "b.kpi.yaml": other(BROKEN, "b") });
    const repository = committed({ "kpi.yaml": GOOD });
    repository.git("submodule", "--quiet", "add", inner.path, "sub");
    repository.commit();
    repository.write("kpi.yaml", BROKEN);
    const found = since(repository.path);
    expect(found.findings.every(({ file }) => file === "kpi.yaml")).toBe(true);
    expect(found.kept).toBeGreaterThan(0);
  });

  it("takes files as they are of which it has only a pointer of git LFS", () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${"a1".repeat(32)}\nsize 12345\n`;
    const broken = "date,value\n2026-03-31,64\n2026-06-30,many\n";
    const repository = committed({
      "kpi.yaml": GOOD.replace(/values: \{.*?\}/, "data: data/nps.csv"),
      "data/nps.csv": pointer,
      "b.kpi.yaml": pointer,
    });
    expect(since(repository.path)).toMatchObject({ new: 0, fixed: 0 });
    repository.write("data/nps.csv", broken);
    repository.write("b.kpi.yaml", other(BROKEN, "b"));
    const found = since(repository.path);
    expect(found).toMatchObject({ new: 0, fixed: 0 });
    expect(found.kept).toBeGreaterThan(1);
  });

  it("has its own data, but not data that git ignores", () => {
    const text = GOOD.replace(/values: \{.*?\}/, "data: data/nps.csv");
    const csv = "date,value\n2026-03-31,64\n2026-06-30,68\n";
    const repository = committed({ "kpi.yaml": text, "data/nps.csv": csv });
    repository.write("data/nps.csv", csv.replace("68", "many"));
    expect(rulesOf(since(repository.path))).toContain("data/bad-row");
    rmSync(repository.join("data/nps.csv"));
    expect(rulesOf(since(repository.path))).toContain("ref/data-file");
    repository.commit("without data");
    expect(since(repository.path)).toMatchObject({ new: 0 });
    repository.write(".gitignore", "data/\n");
    repository.write("data/nps.csv", csv.replace("68", "many"));
    expect(since(repository.path)).toMatchObject({ new: 0, fixed: 0 });
  });

  it("may hold a file that is too large or not UTF-8", () => {
    const repository = kept(new TestRepository());
    repository.write("kpi.yaml", GOOD);
    repository.write("large.kpi.yaml", `version: 1\n${"# long\n".repeat(1_600_000)}`);
    repository.write("bytes.kpi.yaml", Buffer.from([0x23, 0xff, 0xfe, 0x0a]));
    repository.commit();
    repository.write("large.kpi.yaml", `version: 1\n${"# other\n".repeat(1_400_000)}`);
    repository.write("bytes.kpi.yaml", Buffer.from([0x23, 0x23, 0xff, 0xfe, 0x0a]));
    expect(since(repository.path)).toMatchObject({ new: 0, fixed: 0 });
  });
});

describe("shallow clones", () => {
  it("work as far as they reach, and say what to fetch beyond", () => {
    const origin = committed({ "kpi.yaml": GOOD });
    origin.commit();
    const home = kept(new Folder());
    gitIn(home.path, "clone", "-q", "--depth=1", `file://${origin.path}`, "clone");
    const clone = home.join("clone");
    expect(since(clone)).toMatchObject({ new: 0 });
    expect(refused(clone, "HEAD~1")).toMatch(/shallow clone does not reach back to HEAD~1; .*fetch-depth: 0/);
    expect(refused(clone, "release")).toMatch(/fetch it first with `git fetch --depth=50 origin release`/);
    gitIn(clone, "fetch", "-q", "--deepen=1");
    expect(since(clone, "HEAD~1")).toMatchObject({ new: 0 });
  });
});

describe("bad use: one clear sentence and exit 2", () => {
  it.each([
    ["--upload-pack=x", /cannot name a commit/],
    ["HEAD;rm", /cannot name a commit/],
    ["", /cannot name a commit/],
    ["main..topic", /write one branch, tag or commit/],
    ["mian", /There is no branch, tag or commit "mian". Did you mean main\?/],
  ])("%j", (ref, message) => {
    expect(refused(committed({ "kpi.yaml": GOOD }).path, ref)).toMatch(message);
  });

  it("outside a repository, without git, and before the first commit", () => {
    const folder = kept(new Folder({ "kpi.yaml": GOOD }));
    expect(refused(folder.path, "HEAD")).toMatch(/is in no git repository/);
    const repository = committed({ "kpi.yaml": GOOD });
    expect(refused(repository.path, "HEAD", { PATH: folder.path })).toMatch(/git is not installed/);
    const empty = kept(new TestRepository());
    empty.write("kpi.yaml", GOOD);
    expect(refused(empty.path, "HEAD")).toMatch(/no commit yet/);
  });

  it.each([[["--fix"]], [["--fix-dry-run"]], [["--update-known"]]])("with %j", (flags) => {
    const { path } = committed({ "kpi.yaml": GOOD });
    expect(kpi(["check", "--since", "HEAD", ...flags], { cwd: path })).toMatchObject({ status: 2, out: "" });
  });
});
