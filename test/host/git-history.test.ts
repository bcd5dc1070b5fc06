import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { type Repository, repositoryOf } from "../../src/host/git.ts";
import { eachContent } from "../../src/host/git-contents.ts";
import { edgesOf, type HistoryCommit, historyOf } from "../../src/host/git-history.ts";
import type { GitResult } from "../../src/host/git-process.ts";
import { Folder } from "../support/cli.ts";
import { fakeGit, gitIn, PLAIN_ENV, TestRepository } from "../support/repository.ts";

const folders: Folder[] = [];

function kept<Kept extends Folder>(folder: Kept): Kept {
  folders.push(folder);
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) folder.drop();
});

function repositoryWith(files: Readonly<Record<string, string | Uint8Array>>): TestRepository {
  return kept(new TestRepository(files));
}

function value<Value>(result: GitResult<Value>): Value {
  if (!result.ok) throw new Error(`${result.reason}: ${result.message}`);
  return result.value;
}

async function open(folder: string, env: Readonly<Record<string, string>> = PLAIN_ENV): Promise<Repository> {
  return value(await repositoryOf(folder, env, true));
}

async function history(folder: string, wants = (_: string) => true): Promise<readonly HistoryCommit[]> {
  const repository = await open(folder);
  const head = gitIn(folder, "rev-parse", "HEAD");
  return value(await historyOf(repository, head, wants));
}

/** Each commit as its subject and `path` or `-path` for what is gone. */
function shape(commits: readonly HistoryCommit[]): readonly (readonly string[])[] {
  return commits.map(({ subject, changes }) => [
    subject,
    ...changes.map(({ path, oid }) => (oid === null ? `-${path}` : path)).sort(),
  ]);
}

function cloneOf(repository: Folder, ...flags: readonly string[]): string {
  const home = kept(new Folder());
  gitIn(home.path, "clone", "-q", ...flags, `file://${repository.path}`, "clone");
  return home.join("clone");
}

describe("every commit", () => {
  it("comes with its author's day and words, and the files it changed", async () => {
    const repository = repositoryWith({ "a.txt": "1", "b.txt": "1" });
    repository.write("a.txt", "2");
    repository.git("add", "-A");
    const author = ["--author=Bén “B” <b@example.com>", "--date=2026-03-31T23:30:00-11:00"];
    repository.git("commit", "-q", ...author, "-m", "Lower it\n\nBody");
    const [first, second] = await history(repository.path);
    expect(first).toMatchObject({ parents: [], author: "Ana", date: "2026-08-01", subject: "first" });
    expect(second).toEqual({
      id: repository.git("rev-parse", "HEAD"),
      parents: [first?.id],
      date: "2026-03-31",
      author: "Bén “B”",
      subject: "Lower it",
      changes: [
        {
          path: "a.txt",
          oid: repository.git("rev-parse", "HEAD:a.txt"),
          before: repository.git("rev-parse", "HEAD~1:a.txt"),
        },
      ],
    });
  });

  it("stands after its parents, merges as seen from the first one", async () => {
    const repository = repositoryWith({ "a.txt": "1", "b.txt": "1" });
    repository.git("checkout", "-q", "-b", "side");
    repository.write("a.txt", "2");
    repository.commit("side");
    repository.git("checkout", "-q", "main");
    repository.write("b.txt", "2");
    repository.commit("main");
    repository.git("merge", "-q", "--no-ff", "-m", "merge", "side");
    repository.commit("empty");
    const commits = await history(repository.path);
    const places = new Map(commits.map(({ id }, i) => [id, i]));
    for (const [i, { parents }] of commits.entries()) for (const id of parents) expect(places.get(id)).toBeLessThan(i);
    expect(shape(commits.slice(-2))).toEqual([["merge", "a.txt"], ["empty"]]);
    expect(commits.at(-2)?.parents).toHaveLength(2);
  });

  it("tells only of files that are wanted, and of moves as gone and new", async () => {
    const repository = repositoryWith({ "a.yaml": "long enough to be a rename", "b.txt": "1" });
    repository.git("mv", "a.yaml", "c.yaml");
    repository.commit("move");
    rmSync(repository.join("c.yaml"));
    repository.commit("delete");
    expect(shape(await history(repository.path, (file) => file.endsWith(".yaml")))).toEqual([
      ["first", "a.yaml"],
      ["move", "-a.yaml", "c.yaml"],
      ["delete", "-c.yaml"],
    ]);
  });

  it("takes links and submodules for nothing", async () => {
    const inner = repositoryWith({ "x.txt": "1" });
    const repository = repositoryWith({ "a.yaml": "1" });
    symlinkSync("a.yaml", repository.join("link.yaml"));
    repository.commit("link");
    rmSync(repository.join("a.yaml"));
    symlinkSync("elsewhere", repository.join("a.yaml"));
    repository.commit("turned into one");
    repository.git("submodule", "--quiet", "add", inner.path, "sub");
    repository.commit("submodule");
    expect(shape(await history(repository.path, (file) => file !== ".gitmodules"))).toEqual([
      ["first", "a.yaml"],
      ["link", "-link.yaml"],
      ["turned into one", "-a.yaml"],
      ["submodule"],
    ]);
  });

  it("may hold any names", async () => {
    const odd = ['a "b".yaml', "c\nd.yaml", ":e.yaml", "größe/ü.yaml", "\t.yaml"];
    const repository = repositoryWith(Object.fromEntries(odd.map((name) => [name, "1"])));
    repository.write("f.yaml", "1");
    repository.git("add", "-A");
    repository.git("commit", "-q", "--author=:100644 x <x>", "-m", ":100644 000000 a b M");
    const [first, second] = await history(repository.path);
    expect(first?.changes.map(({ path }) => path).sort()).toEqual([...odd].sort());
    expect(second).toMatchObject({ author: "100644 x", subject: ":100644 000000 a b M" });
    expect(second?.changes.map(({ path }) => path)).toEqual(["f.yaml"]);
  });

  it("of a folder is told with paths relative to it, and with parents that are told as well", async () => {
    const repository = repositoryWith({ "kpi/a.yaml": "1", "kpi-b/a.yaml": "1", "x.txt": "1" });
    repository.git("checkout", "-q", "-b", "side");
    repository.write("kpi/a.yaml", "2");
    repository.commit("side");
    repository.git("checkout", "-q", "main");
    repository.write("x.txt", "2");
    repository.commit("elsewhere");
    repository.git("merge", "-q", "--no-ff", "-m", "merge", "side");
    const found = await open(repository.join("kpi"));
    const commits = value(await historyOf(found, repository.git("rev-parse", "HEAD"), () => true));
    expect(shape(commits)).toEqual([
      ["first", "a.yaml"],
      ["side", "a.yaml"],
      ["merge", "a.yaml"],
    ]);
    const known = new Set(commits.map(({ id }) => id));
    for (const { parents } of commits) for (const id of parents) expect(known.has(id)).toBe(true);
  });

  it("of a long history is there, in order", async () => {
    const repository = repositoryWith({ "a.txt": "1" });
    repository.manyCommits(2000);
    const commits = await history(repository.path);
    expect(commits.map(({ subject }) => subject)).toEqual(Array.from({ length: 2000 }, (_, i) => `number ${i}`));
  });
});

describe("what a repository's own settings cannot do", () => {
  it("run programs, or change what is told", async () => {
    const repository = repositoryWith({ "kpi/a.yaml": "1" });
    // Git asks a program about a signature, whatever it says.
    const plain = repository.git("cat-file", "commit", "HEAD");
    const signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----";
    repository.write(".git/signed", `${plain.replace(/^(committer .*)$/m, `$1\n${signature}`)}\n`);
    repository.git("reset", "-q", "--soft", repository.git("hash-object", "-w", "-t", "commit", ".git/signed"));
    const script = repository.join(".git/evil");
    writeFileSync(script, "#!/bin/sh\ntouch ran\nexit 0\n", { mode: 0o755 });
    const settings = {
      "log.showSignature": "true",
      "gpg.program": script,
      "diff.external": script,
      "core.pager": script,
      "core.fsmonitor": script,
      "diff.orderFile": "/nowhere",
      "diff.relative": "true",
      "diff.renames": "copies",
      "log.showRoot": "false",
      "log.follow": "true",
      "log.decorate": "full",
      "color.ui": "always",
      "format.pretty": "oneline",
      "log.date": "relative",
    };
    for (const [name, setting] of Object.entries(settings)) repository.git("config", name, setting);
    repository.git("log", "-1");
    expect(existsSync(repository.join("ran"))).toBe(true);
    rmSync(repository.join("ran"));
    const [first] = await history(repository.path);
    expect(first).toMatchObject({ subject: "first", date: "2026-08-01", changes: [{ path: "kpi/a.yaml" }] });
    expect(existsSync(repository.join("ran"))).toBe(false);
  });
});

describe("where a history ends", () => {
  it("is told of shallow clones only", async () => {
    const origin = repositoryWith({ "a.txt": "1" });
    for (let i = 0; i < 4; i++) origin.commit(`next ${i}`);
    const edge = origin.git("rev-parse", "HEAD~1");
    for (const flags of [["--depth=2"], ["--depth=2", "--bare"]]) {
      const clone = cloneOf(origin, ...flags);
      const edges = value(await edgesOf(await open(clone)));
      expect(edges.has(edge)).toBe(true);
      const [first] = await history(clone);
      expect(first).toMatchObject({ id: edge, parents: [], changes: [{ path: "a.txt" }] });
    }
    expect(value(await edgesOf(await open(origin.path))).size).toBe(0);
  });

  it("is a sentence where git cannot tell it", async () => {
    const repository = repositoryWith({ "a.txt": "1" });
    const head = repository.git("rev-parse", "HEAD");
    const old = kept(fakeGit('echo "fatal: unrecognized argument: --diff-merges=first-parent" >&2\nexit 128'));
    const found = { ...(await open(repository.path)), env: { PATH: `${old.path}:${PLAIN_ENV.PATH}` } };
    expect(await historyOf(found, head, () => true)).toEqual({
      ok: false,
      reason: "failed",
      message: "This git is too old to tell the history of a KPI; install version 2.31 or newer.",
    });
    const tree = repository.git("rev-parse", "HEAD^{tree}");
    rmSync(repository.join(".git/objects", tree.slice(0, 2), tree.slice(2)), { force: true });
    expect(await historyOf(await open(repository.path), head, () => true)).toMatchObject({ reason: "corrupt" });
  });
});

describe("contents", () => {
  const oidsOf = (repository: TestRepository, ...files: readonly string[]): readonly string[] =>
    files.map((file) => repository.git("rev-parse", `HEAD:${file}`));

  async function contents(repository: TestRepository, oids: Iterable<string>, limit = 1_000_000) {
    const taken: (readonly [string, string | null])[] = [];
    const failed = await eachContent(await open(repository.path), oids, limit, (oid, content) =>
      taken.push([oid, content === null ? null : content.toString("latin1")]),
    );
    return { failed, taken };
  }

  it("come in the order that they are asked for, each once, whatever bytes they hold", async () => {
    const files = {
      a: "one\n",
      b: "",
      c: "two\0\n\nblob 3\n",
      d: "x".repeat(300_000),
      e: new Uint8Array([255, 0, 10, 128]),
    };
    const repository = repositoryWith(files);
    const oids = oidsOf(repository, "d", "b", "a", "e", "c");
    const { failed, taken } = await contents(repository, [...oids, ...oids]);
    expect(failed).toBeNull();
    expect(taken.map(([oid]) => oid)).toEqual(oids);
    expect(taken.map(([, text]) => text)).toEqual([files.d, "", files.a, "\xff\0\n\x80", files.c]);
    expect(await contents(repository, [])).toEqual({ failed: null, taken: [] });
  });

  it("that are too large are told as such, and the others are read", async () => {
    const repository = repositoryWith({ a: "12345", b: "123456", c: "x".repeat(200_000), d: "1" });
    const { taken } = await contents(repository, oidsOf(repository, "a", "b", "c", "d"), 5);
    expect(taken.map(([, text]) => text)).toEqual(["12345", null, null, "1"]);
  });

  it("that are missing are a sentence", async () => {
    const repository = repositoryWith({ a: "1", b: "2" });
    const [a = ""] = oidsOf(repository, "a");
    const gone = "0".repeat(39).concat("1");
    const { failed } = await contents(repository, [a, gone]);
    const message = `The repository lacks the content ${gone} of a file; look at it with: git fsck`;
    expect(failed).toEqual({ ok: false, reason: "missing-object", message });
    const tree = repository.git("rev-parse", "HEAD^{tree}");
    expect((await contents(repository, [tree, a])).failed).toMatchObject({ reason: "missing-object" });
  });

  it("that a partial clone lacks are a sentence, and nothing is fetched", async () => {
    const origin = repositoryWith({ a: "1" });
    origin.git("config", "uploadpack.allowFilter", "true");
    const clone = cloneOf(origin, "--no-checkout", "--filter=blob:none");
    const repository = await open(clone);
    const oid = origin.git("rev-parse", "HEAD:a");
    const failed = await eachContent(repository, [oid], 10, () => {});
    expect(failed).toMatchObject({ ok: false, reason: "missing-object" });
    expect(readFileSync(`${clone}/.git/config`, "utf8")).toContain("promisor");
  });
});
