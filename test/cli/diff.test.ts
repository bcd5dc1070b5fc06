import { existsSync, readFileSync, rmSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { GOOD, kpi, type Run } from "../support/cli.ts";
import { PLAIN_ENV, type TestRepository } from "../support/repository.ts";
import { branched, committed, compared, EASED, EXPLAINED, other, printed } from "./diff-support.ts";

const AS_OF = ["--as-of", "2026-08-15"];

/** Another process, as a person or a build starts it. */
function diff(repository: TestRepository, ...args: readonly string[]): Run {
  return kpi(["diff", ...AS_OF, ...args], { cwd: repository.path, env: PLAIN_ENV });
}

/** A branch whose working tree holds one file in place of the good one. */
function withFile(text: string): TestRepository {
  const repository = branched();
  repository.write("kpi.yaml", text);
  return repository;
}

describe("exit status", () => {
  const RAISED = GOOD.replace("target: 75", "target: 80");
  const REDEFINED = GOOD.replace('owner: "@ceo" }', 'owner: "@ceo", timeframe: 2026 }');

  it.each<[string, string, Readonly<Record<"never" | "error" | "warning" | "eased", number>>]>([
    ["nothing", GOOD, { never: 0, error: 0, warning: 0, eased: 0 }],
    ["a higher target", RAISED, { never: 0, error: 0, warning: 0, eased: 0 }],
    ["an easing with a reason", EXPLAINED, { never: 0, error: 0, warning: 1, eased: 1 }],
    ["an easing without one", EASED, { never: 0, error: 1, warning: 1, eased: 1 }],
    ["a warning that eases nothing", REDEFINED, { never: 0, error: 0, warning: 1, eased: 0 }],
    ["a file that cannot be read", "kpis: [", { never: 0, error: 1, warning: 1, eased: 1 }],
  ])("of %s", async (_, text, expected) => {
    const { path } = withFile(text);
    for (const [failOn, status] of Object.entries(expected)) {
      expect((await compared(path, [], { failOn })).status, failOn).toBe(status);
    }
    expect((await compared(path)).status).toBe(expected.error);
  });

  it("is that of the process", () => {
    const repository = withFile(EXPLAINED);
    expect(diff(repository).status).toBe(0);
    expect(diff(repository, "--fail-on", "eased").status).toBe(1);
    expect(diff(repository, "HEAD", "--quiet", "--direct", "--format", "pretty", "--format", "json:x.json")).toEqual({
      status: 0,
      out: "",
      err: "",
    });
    expect(existsSync(repository.join("x.json"))).toBe(true);
  });

  it.each<[string, readonly string[], string]>([
    ["a level", ["--fail-on", "always"], 'kpi: --fail-on wants one of eased, warning, error, never, not "always".\n'],
    ["a format", ["--format", "sarif"], 'kpi: There is no format "sarif"; write one of pretty, json, markdown\n'],
    ["a day", ["--as-of", "tomorrow"], 'kpi: --as-of wants a day such as 2026-08-15, not "tomorrow".\n'],
    ["a branch", ["mian"], 'kpi: There is no branch, tag or commit "mian". Did you mean main?\n'],
    [
      "three versions",
      ["main", "HEAD", "HEAD"],
      "kpi: too many arguments for 'diff'. Expected 2 arguments but got 3.\n",
    ],
    ["a flag", ["--reverse"], "kpi: unknown option '--reverse'\n"],
    ["a place to write to", ["--format", "json:nowhere/x.json"], "kpi: Cannot write "],
  ])("2 for %s that cannot be used", (_, args, message) => {
    const run = diff(withFile(EASED), ...args);
    expect({ status: run.status, out: run.out }).toEqual({ status: 2, out: "" });
    expect(run.err.startsWith(message), run.err).toBe(true);
    expect(run.err).not.toMatch(/\n\s+at /);
  });
});

describe("formats", () => {
  it("for people say the verdict first, then what changes and why", async () => {
    const { out, err } = await printed(withFile(EXPLAINED).path);
    expect(err).toBe("");
    expect(out.split("\n")[0]).toBe(
      "1 KPI changes meaning; 1 target is eased with a reason; 1 status gets better by the edit alone.",
    );
    expect(out).toContain("Lane: definition change");
    expect(out).toContain("The target is eased: 75 points → 72 points");
    expect(out).toContain("The survey moved");
    expect(out).toMatch(/→ working tree, as of 2026-08-15$/m);
  });

  it("for machines are the only thing on standard output", async () => {
    const { out, err } = await printed(withFile(EASED).path, [], { format: ["json"] });
    expect(err).toBe("");
    expect(JSON.parse(out)).toMatchObject({
      schemaVersion: 1,
      head: "working tree",
      asOf: "2026-08-15",
      lane: "definition",
      summary: { errors: 2, warnings: 0, infos: 0, eased: 1, easedWithoutReason: 1, tightened: 0, kpisChanged: 1 },
      changes: [
        { ruleId: "diff/status-by-definition", severity: "error" },
        {
          ruleId: "diff/target-eased",
          severity: "error",
          entity: { kind: "kpi", id: "nps-2026" },
          field: "target",
          before: "75",
          after: "72",
          resolvedBefore: 75,
          resolvedAfter: 72,
          unit: "points",
          reason: null,
          file: "kpi.yaml",
        },
      ],
      effects: [{ kpi: "nps-2026", before: { status: "at-risk" }, cause: "definition" }],
    });
  });

  it("go to files whole, beside what is shown", async () => {
    const repository = withFile(EASED);
    const run = await printed(repository.path, [], { format: ["pretty", "json:changes.json", "markdown:changes.md"] });
    expect(run.status).toBe(1);
    expect(run.out).toContain("The target is eased");
    expect(JSON.parse(readFileSync(repository.join("changes.json"), "utf8"))).toMatchObject({ summary: { eased: 1 } });
    expect(readFileSync(repository.join("changes.md"), "utf8")).toMatch(/^\*\*1 KPI changes meaning;/);
    const silent = await printed(repository.path, [], { format: ["pretty:changes.txt"] });
    expect(silent).toMatchObject({ status: 1, out: "", err: "" });
    expect(readFileSync(repository.join("changes.txt"), "utf8")).toBe(run.out);
  });

  it("hold the findings where the config of the head is wrong", async () => {
    const repository = withFile(EASED);
    repository.write("kpi.config.yaml", "version: 1\nrulez: {}\n");
    const pretty = await printed(repository.path);
    expect(pretty.status).toBe(2);
    expect(pretty.out).toContain("kpi.config.yaml:2:1");
    expect(pretty.out).toContain("did you mean `rules`?");
    const json = await printed(repository.path, [], { format: ["json"] });
    expect(json.status).toBe(2);
    expect(JSON.parse(json.out)).toMatchObject({ findings: [{ ruleId: "config/invalid" }] });
    const markdown = await printed(repository.path, [], { format: ["markdown:wrong.md"] });
    expect(markdown).toMatchObject({ status: 2, out: "" });
    expect(readFileSync(repository.join("wrong.md"), "utf8")).toContain("config/invalid");
    repository.commit();
    expect(await printed(repository.path, ["main", "HEAD"])).toMatchObject({ status: 2, out: pretty.out });
  });

  it("are quiet about everything but errors where that is asked for", async () => {
    expect(await printed(withFile(GOOD).path, [], { quiet: true })).toMatchObject({ status: 0, out: "", err: "" });
    expect(await printed(withFile(EXPLAINED).path, [], { quiet: true })).toMatchObject({ status: 0, out: "", err: "" });
    const { status, out } = await printed(withFile(EASED).path, [], { quiet: true });
    expect(status).toBe(1);
    expect(out).toContain("The target is eased");
    expect((await printed(withFile("kpis: [").path, [], { quiet: true })).out).toContain("kpi.yaml");
  });

  it("say in words what cannot be read", async () => {
    const { out, status } = await printed(withFile("kpis: [").path);
    expect(status).toBe(1);
    expect(out).toMatch(/^Nothing changes in meaning in what can be compared; 1 file cannot be read whole\.$/m);
    expect(out).toMatch(/Not compared, because it cannot be read whole: kpi\.yaml/);
  });
});

describe("two lanes", () => {
  it("are told first: new values, review dates and notes are a check-in", async () => {
    const text = GOOD.replace("2026-06-30: 68 }", "2026-06-30: 68, 2026-08-14: 69 }").replace(
      "last: 2026-07-02",
      "last: 2026-08-14",
    );
    const run = await printed(withFile(text).path);
    expect(run.status).toBe(0);
    expect(run.out).toMatch(/^Lane: check-in, only new values/m);
    expect(JSON.parse((await printed(withFile(text).path, [], { format: ["json"] })).out)).toMatchObject({
      lane: "check-in",
      summary: { warnings: 0 },
    });
  });
});

describe("what a person does next", () => {
  it("reads the page of a verdict", () => {
    const run = kpi(["explain", "diff/target-eased"]);
    expect(run.status).toBe(0);
    for (const words of [
      "diff/target-eased",
      "without a reason: error",
      "An example",
      "target: 75",
      "The target is eased",
    ]) {
      expect(run.out.replace(/\s+/g, " ")).toContain(words.replace("target: 75", "75 points → 72 points"));
    }
    expect(kpi(["explain", "diff/target-easd"])).toMatchObject({
      status: 2,
      err: 'kpi: There is no verdict "diff/target-easd"; did you mean diff/target-eased?\n',
    });
  });

  it("follows the message, and the change passes", async () => {
    const repository = withFile(EASED);
    const [, entry = "", id = ""] =
      /add\s+(\{ date: .* \})\s+to\s+the\s+changes\s+of\s+KPI\s+"([^"]+)"/.exec((await printed(repository.path)).out) ??
      [];
    expect(id).toBe("nps-2026");
    const written = EASED.replace("target: 72", `target: 72, changes: [${entry.replace("…", "The survey moved")}]`);
    repository.write("kpi.yaml", written);
    expect(await printed(repository.path)).toMatchObject({ status: 0, err: "" });
  });

  it("works in a folder below, from elsewhere, and with two folders", () => {
    const repository = branched({ "team/kpi.yaml": GOOD, "team/kpi.config.yaml": "version: 1\n", "x/y.txt": "" });
    repository.write("team/kpi.yaml", EASED);
    repository.write("copy/kpi.yaml", other("ces"));
    const inTeam = kpi(["diff", ...AS_OF, "-C", "team"], { cwd: repository.path, env: PLAIN_ENV });
    expect(inTeam.status).toBe(1);
    const folders = kpi(["diff", ...AS_OF, "./team", "./copy"], { cwd: repository.path, env: PLAIN_ENV });
    expect(folders.out).toContain("ces-2026");
  });

  it("shows paths as they resolve from where it was started", () => {
    const eased = EASED.replace("version: 1\n", "version: 1\n# moved\n");
    const repository = branched({ "kpi.yaml": GOOD, "kpi.config.yaml": "version: 1\n", "sub/deep/x.txt": "" });
    repository.write("kpi.yaml", eased);
    repository.write("broken.kpi.yaml", "kpis: [");
    repository.write("before/kpi.yaml", GOOD);
    repository.write("after/kpi.yaml", eased);
    const shown = (cwd: string, ...args: readonly string[]): string =>
      kpi(["diff", ...AS_OF, ...args], { cwd, env: PLAIN_ENV }).out;
    const deep = shown(repository.join("sub/deep"), "main");
    expect(deep).toContain(" ../../kpi.yaml:8  diff/target-eased");
    expect(deep).toContain(" ../../broken.kpi.yaml");
    const above = ["-C", repository.path];
    expect(shown(repository.join("sub"), ...above)).toContain(" ../kpi.yaml:8  diff/target-eased");
    expect(shown(repository.path, "before", "after")).toContain(" after/kpi.yaml:8  diff/target-eased");
    rmSync(repository.join("after/kpi.yaml"));
    expect(shown(repository.path, "before", "after")).toContain(" before/kpi.yaml:7 (in the base)");
    expect(shown(repository.join("sub"), "main", "--format", "markdown")).toContain("`kpi.yaml:8`");
    expect(JSON.parse(shown(repository.join("sub"), "main", "--format", "json")).changes[0].file).toBe("kpi.yaml");
  });

  it("finds nothing written into the repository", () => {
    const repository = committed();
    repository.write("kpi.yaml", EASED);
    const before = repository.git("status", "--porcelain");
    diff(repository);
    diff(repository, "HEAD", "main");
    expect(repository.git("status", "--porcelain")).toBe(before);
    expect(existsSync(repository.join("kpi.yaml"))).toBe(true);
    rmSync(repository.join("kpi.yaml"));
    expect(diff(repository).out).toContain("kpi.yaml:7 (in the base)");
  });
});
