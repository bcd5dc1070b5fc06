import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { Folder, GOOD, kpi } from "../support/cli.ts";
import { fakeGit, PLAIN_ENV, type TestRepository } from "../support/repository.ts";
import {
  branched,
  committed,
  compared,
  diffProcess,
  EASED,
  EASING,
  hidden,
  kept,
  other,
  refused,
} from "./diff-support.ts";

/** A commit of what the last one holds, with a signature that asks to be verified. */
function signed(repository: TestRepository): string {
  const [tree = "", parent = ""] = repository.git("rev-parse", "HEAD^{tree}", "HEAD").split("\n");
  const person = "Ana <ana@example.com> 1785585600 +0000";
  const signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----";
  const text = `tree ${tree}\nparent ${parent}\nauthor ${person}\ncommitter ${person}\n${signature}\n\nsigned\n`;
  repository.write(".git/signed", text);
  return repository.git("hash-object", "-t", "commit", "-w", ".git/signed");
}

describe("programs that a repository names", () => {
  it("are not run, and nothing is written", () => {
    const repository = branched({
      "kpi.yaml": GOOD,
      "data/nps.csv": "date,value\n",
      ".gitattributes": "* filter=trap diff=trap merge=trap ident\n",
      ".gitignore": "old/\n",
    });
    const trap = repository.join("trap.sh");
    const sprung = repository.join("sprung");
    writeFileSync(trap, `#!/bin/sh\ntouch "${sprung}"\ncat\n`, { mode: 0o755 });
    repository.git("update-ref", "refs/heads/topic", signed(repository));
    const settings = `
[core]
  fsmonitor = ${trap}
  pager = ${trap}
  editor = ${trap}
  askPass = ${trap}
  sshCommand = ${trap}
  gitProxy = ${trap}
  alternateRefsCommand = ${trap}
  hooksPath = ${repository.join("hooks")}
[pager]
  log = ${trap}
  diff = ${trap}
  rev-parse = ${trap}
[filter "trap"]
  clean = ${trap}
  smudge = ${trap}
  process = ${trap}
  required = true
[diff]
  external = ${trap}
[diff "trap"]
  command = ${trap}
  textconv = ${trap}
[merge "trap"]
  driver = ${trap}
[alias]
  rev-parse = !${trap}
  cat-file = !${trap}
  ls-tree = !${trap}
[gpg]
  program = ${trap}
[log]
  showSignature = true
[credential]
  helper = !${trap}
[uploadpack]
  packObjectsHook = ${trap}
`;
    repository.write("kpi.yaml", EASED);
    repository.commit();
    mkdirSync(repository.join("hooks"));
    for (const hook of [
      "post-checkout",
      "reference-transaction",
      "post-index-change",
      "pre-auto-gc",
      "fsmonitor-watchman",
    ]) {
      writeFileSync(repository.join("hooks", hook), `#!/bin/sh\n"${trap}"\n`, { mode: 0o755 });
      writeFileSync(repository.join(".git/hooks", hook), `#!/bin/sh\n"${trap}"\n`, { mode: 0o755 });
    }
    const file = repository.join(".git/config");
    writeFileSync(file, readFileSync(file, "utf8") + settings);
    repository.write("kpi.yaml", EASED.replace("target: 72", "target: 70"));
    const state = () => ({
      files: readdirSync(repository.join(".git"), { recursive: true }).sort(),
      index: statSync(repository.join(".git/index")).mtimeMs,
    });
    const before = state();
    expect(diffProcess(repository.path, []).status).toBe(1);
    expect(diffProcess(repository.path, ["main"]).status).toBe(1);
    expect(diffProcess(repository.path, ["main", "HEAD"]).status).toBe(1);
    expect(diffProcess(repository.path, ["HEAD"]).status).toBe(1);
    expect(diffProcess(repository.path, ["HEAD~1", "topic", "--direct", "--format", "json"]).status).toBe(1);
    expect(existsSync(sprung)).toBe(false);
    expect(state()).toEqual(before);
  });

  it("are not found beside the files: git is the one in PATH", () => {
    const repository = branched();
    repository.write("kpi.yaml", EASED);
    repository.write("git", `#!/bin/sh\ntouch "${repository.join("sprung")}"\n`);
    chmodSync(repository.join("git"), 0o755);
    expect(diffProcess(repository.path, []).status).toBe(1);
    expect(existsSync(repository.join("sprung"))).toBe(false);
  });
});

describe("variables", () => {
  it("of another run of git lead nowhere else", () => {
    const repository = branched();
    repository.write("kpi.yaml", EASED);
    repository.commit();
    const elsewhere = committed({ "kpi.yaml": other("ces") });
    const trap = kept(new Folder({ "trap.sh": "#!/bin/sh\ntouch sprung\n" }));
    chmodSync(trap.join("trap.sh"), 0o755);
    const env = {
      ...PLAIN_ENV,
      GIT_DIR: elsewhere.join(".git"),
      GIT_WORK_TREE: elsewhere.path,
      GIT_COMMON_DIR: elsewhere.join(".git"),
      GIT_INDEX_FILE: elsewhere.join(".git/index"),
      GIT_OBJECT_DIRECTORY: elsewhere.join(".git/objects"),
      GIT_ALTERNATE_OBJECT_DIRECTORIES: elsewhere.join(".git/objects"),
      GIT_NAMESPACE: "other",
      GIT_PREFIX: "other/",
      GIT_REPLACE_REF_BASE: "refs/other/",
      GIT_EXTERNAL_DIFF: trap.join("trap.sh"),
      GIT_PAGER: trap.join("trap.sh"),
      PAGER: trap.join("trap.sh"),
      GIT_ASKPASS: trap.join("trap.sh"),
      GIT_SSH_COMMAND: trap.join("trap.sh"),
      GIT_EXEC_PATH: trap.path,
      GIT_TRACE: trap.join("trace"),
      GIT_TRACE2: trap.join("trace2"),
      GIT_CONFIG_PARAMETERS: "'core.fsmonitor=./trap.sh'",
      GIT_LITERAL_PATHSPECS: "0",
      GIT_ICASE_PATHSPECS: "1",
    };
    for (const args of [[], ["main", "HEAD"]]) {
      const run = diffProcess(repository.path, args, env);
      expect(run).toMatchObject({ status: 1, err: "" });
      expect(run.out).toContain("nps-2026");
      expect(run.out).not.toContain("ces");
    }
    expect(readdirSync(trap.path)).toEqual(["trap.sh"]);
  });
});

describe("texts", () => {
  const ODD = "\u001b]0;x\u0007\u001b[31m\u202eevil\u2066\u200b ::error::x ##[group]";

  it("show what they hide, in every format", () => {
    const quoted = JSON.stringify(ODD);
    const before = GOOD.replace("title: Net Promoter Score of 75", "title: Score");
    const after = EASED.replace("title: Net Promoter Score of 75", `title: ${quoted}`)
      .replace("title: Net Promoter Score,", `title: ${quoted},`)
      .replace("unit: points", `unit: ${quoted}`)
      .replace("definition: Promoters less detractors", `definition: ${quoted}`)
      .replace('owner: "@cx"', `owner: ${JSON.stringify(`@cx${ODD}`)}`)
      .replace("goal: happy-customers", `goal: ${quoted}`)
      .replace(
        "target: 72",
        `target: 72, changes: [{ date: 2026-08-14, field: target, reason: ${quoted} }], tags: [${quoted}]`,
      );
    const repository = branched({ "kpi.yaml": before });
    repository.write("kpi.yaml", after);
    repository.write("odd.kpi.yaml", `kpis: { ${quoted}: { title: ${quoted}, state: draft } }\n`);
    repository.write(
      "kpi.config.yaml",
      `version: 1\nstatus: { on_track: 0.8 } # \u202e${ODD.slice(1, 8)}\n`.replaceAll("\u0007", ""),
    );
    for (const format of ["pretty", "markdown", "json"]) {
      const run = diffProcess(repository.path, ["--format", format]);
      expect(run.out.length, format).toBeGreaterThan(200);
      expect(run.out).not.toMatch(/^\s*::|##\[/m);
    }
    const coloured = kpi(["diff", "--as-of", "2026-08-15"], {
      cwd: repository.path,
      env: { ...PLAIN_ENV, NO_COLOR: "", FORCE_COLOR: "1" },
    });
    expect(coloured.out).toContain("\u001b[");
    expect(hidden(stripVTControlCharacters(coloured.out))).toEqual([]);
    expect(coloured.out).not.toContain("\u001b[31m\u202e");
  });

  it("of a message that refuses show it too", () => {
    const repository = branched();
    for (const args of [[ODD], [`./${ODD}`], [`main..${ODD}`], ["--fail-on", ODD]]) {
      const run = kpi(["diff", ...args], { cwd: repository.path, env: PLAIN_ENV });
      expect(run, args.join(" ")).toMatchObject({ status: 2, out: "" });
      expect(hidden(run.err), args.join(" ")).toEqual([]);
    }
  });
});

describe("names of versions", () => {
  const NAMES = [
    "--upload-pack=touch x",
    "--output=x",
    "-h",
    ";touch x",
    "$(touch x)",
    "`touch x`",
    "main;touch x",
    "main|touch x",
    "main&touch x",
    "main\ntouch x",
    "main x",
    "main:kpi.yaml",
    ":/first",
    "^main",
    "@{-1}..main",
    "x".repeat(300),
    "",
  ];

  it("that could be commands are refused before git sees them", async () => {
    const repository = branched();
    const log = kept(fakeGit('for word in "$@"; do echo "$word" >> "$(dirname "$0")/log"; done\nexec "$real" "$@"'));
    const env = { ...PLAIN_ENV, PATH: `${log.path}:${PLAIN_ENV.PATH}` };
    for (const name of NAMES) {
      for (const versions of [[name], [name, "main"], ["main", name]]) {
        expect(await refused(repository.path, versions, {}, env), name).toMatch(
          /cannot name a commit; write one branch, tag or commit, such as main, v1\.2 or HEAD~1\.$|apart: kpi diff/,
        );
      }
    }
    const seen = readFileSync(log.join("log"), "utf8").split("\n");
    expect(seen).toContain("main^{commit}");
    for (const name of NAMES) expect(seen).not.toContain(`${name}^{commit}`);
    expect(existsSync(repository.join("x"))).toBe(false);
  });

  it.each(["--upload-pack=touch x", ";touch x", "$(touch x)"])("reach no shell: %s", (name) => {
    const repository = branched();
    const run = diffProcess(repository.path, ["--", "main", name]);
    expect({ status: run.status, out: run.out }).toEqual({ status: 2, out: "" });
    expect(run.err).toContain(`kpi: "${name}" cannot name a commit;`);
    expect(existsSync(repository.join("x"))).toBe(false);
  });

  it("that git takes for options are branches here", async () => {
    const repository = branched();
    repository.write("kpi.yaml", EASED);
    repository.commit();
    execFileSync("git", ["update-ref", "refs/heads/--all", "HEAD"], { cwd: repository.path, env: PLAIN_ENV });
    expect((await compared(repository.path, ["main", "refs/heads/--all"])).changes).toEqual(EASING);
  });
});
