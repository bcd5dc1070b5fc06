import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import {
  defaultBranch,
  ignoredAmong,
  listTree,
  mergeBase,
  type Repository,
  repositoryOf,
  resolveRef,
} from "../../src/host/git.ts";
import { blobId, readBlobs } from "../../src/host/git-blobs.ts";
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

function repositoryWith(files: Readonly<Record<string, string | Uint8Array>> = { "a.txt": "one\n" }): TestRepository {
  return kept(new TestRepository(files));
}

function value<Value>(result: GitResult<Value>): Value {
  if (!result.ok) throw new Error(`${result.reason}: ${result.message}`);
  return result.value;
}

async function open(folder: Folder, env = PLAIN_ENV): Promise<Repository> {
  return value(await repositoryOf(folder.path, env));
}

/** A clone beside the others. */
function cloneOf(repository: Folder, ...flags: readonly string[]): Folder {
  const home = kept(new Folder());
  gitIn(home.path, "clone", "-q", ...flags, `file://${repository.path}`, "clone");
  return kept(Object.assign(Object.create(Folder.prototype), { path: home.join("clone") }));
}

describe("finding the repository", () => {
  it("tells the top, and the folder relative to it", async () => {
    const repository = repositoryWith({ "deep/er/a.txt": "x" });
    const found = value(await repositoryOf(repository.join("deep/er"), PLAIN_ENV));
    expect(found).toMatchObject({ prefix: "deep/er/", shallow: false, gitDir: path.join(found.top, ".git") });
    expect(existsSync(path.join(found.top, "deep/er/a.txt"))).toBe(true);
    expect((await open(repository)).prefix).toBe("");
  });

  it("knows where a folder was that is gone", async () => {
    const repository = repositoryWith({ "a/b.txt": "" });
    const found = value(await repositoryOf(repository.join("a/gone/deeper"), PLAIN_ENV));
    expect(found).toMatchObject({ top: repository.path, prefix: "a/gone/deeper/" });
  });

  it("reads folder names with any characters", async () => {
    const odd = 'a "b"\nc\'d ü -e';
    const repository = repositoryWith({ [`${odd}/a.txt`]: "x" });
    expect(value(await repositoryOf(repository.join(odd), PLAIN_ENV)).prefix).toBe(`${odd}/`);
  });

  it("says that there is none", async () => {
    const folder = kept(new Folder({ "a.txt": "x" }));
    const env = { ...PLAIN_ENV, GIT_CEILING_DIRECTORIES: path.dirname(folder.path) };
    const found = await repositoryOf(folder.path, env);
    expect(found).toMatchObject({ ok: false, reason: "no-repository" });
    expect(found).toHaveProperty("message", `${folder.path} is in no git repository; run the command inside one.`);
  });

  it("says that a bare one has no files", async () => {
    const bare = cloneOf(repositoryWith(), "--bare");
    expect(await repositoryOf(bare.path, PLAIN_ENV)).toMatchObject({ ok: false, reason: "bare" });
  });

  it("says that git is missing", async () => {
    const empty = kept(new Folder());
    const found = await repositoryOf(repositoryWith().path, { ...PLAIN_ENV, PATH: empty.path });
    expect(found).toMatchObject({ ok: false, reason: "no-git" });
    expect(found).toHaveProperty("message", "git is not installed, or not in PATH; install it to compare.");
  });

  it("says how to trust a folder of somebody else", async () => {
    const repository = repositoryWith();
    const fake = kept(fakeGit('GIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec "$real" "$@"'));
    const env = { ...PLAIN_ENV, PATH: `${fake.path}:${PLAIN_ENV.PATH}` };
    const found = await repositoryOf(repository.path, env);
    expect(found).toMatchObject({ ok: false, reason: "unsafe" });
    const trusted = { ...env, GIT_CONFIG_COUNT: "1", GIT_CONFIG_KEY_0: "safe.directory", GIT_CONFIG_VALUE_0: "*" };
    expect(found).toHaveProperty("message", expect.stringContaining(`safe.directory "${repository.path}"`));
    expect(await repositoryOf(repository.path, trusted)).toMatchObject({ ok: true });
  });
});

describe("refs", () => {
  it("resolves branches, tags, ids and expressions", async () => {
    const repository = repositoryWith();
    const first = repository.git("rev-parse", "HEAD");
    repository.git("tag", "-a", "v1.0", "-m", "v1.0");
    const second = repository.commit();
    repository.git("branch", "größe/team-1");
    const found = await open(repository);
    const refs: [string, string][] = [
      ["HEAD", second],
      ["main", second],
      ["größe/team-1", second],
      ["v1.0", first],
      ["HEAD~1", first],
      ["HEAD^", first],
      ["@~1", first],
      ["main@{1}", first],
      ["v1.0^{commit}", first],
      [first, first],
      [first.slice(0, 12), first],
      ["refs/heads/main", second],
    ];
    for (const [ref, commit] of refs) expect(value(await resolveRef(found, ref)), ref).toBe(commit);
  });

  it.each([
    "--upload-pack=x",
    "-c",
    "HEAD;rm",
    "HEAD rm",
    "$(rm)",
    "`rm`",
    "main..HEAD",
    "main...HEAD",
    "HEAD:kpi.yaml",
    ":/fix",
    "^main",
    "a|b",
    "a\nb",
    "a\0b",
    "../x",
    "",
    "a".repeat(300),
  ])("refuses %j before git sees it", async (ref) => {
    const fake = kept(fakeGit('touch "$(dirname "$0")/called"'));
    const repository = { ...(await open(repositoryWith())), env: { PATH: `${fake.path}:${PLAIN_ENV.PATH}` } };
    expect(await resolveRef(repository, ref)).toMatchObject({ ok: false, reason: "bad-ref" });
    expect(existsSync(fake.join("called"))).toBe(false);
  });

  it("names the nearest for an unknown one", async () => {
    const repository = repositoryWith();
    repository.git("branch", "release-2026");
    const found = await open(repository);
    expect(await resolveRef(found, "relaese-2026")).toEqual({
      ok: false,
      reason: "unknown-ref",
      message: 'There is no branch, tag or commit "relaese-2026". Did you mean release-2026?',
    });
    expect(await resolveRef(found, "zzzzzzz")).toHaveProperty(
      "message",
      'There is no branch, tag or commit "zzzzzzz".',
    );
    expect(await resolveRef(found, "0".repeat(40))).toHaveProperty(
      "message",
      expect.stringContaining(`\`git fetch origin ${"0".repeat(40)}\``),
    );
    expect(await resolveRef(found, "origin/topic")).toHaveProperty(
      "message",
      expect.stringContaining("`git fetch origin +refs/heads/topic:refs/remotes/origin/topic`"),
    );
    expect(await resolveRef(found, "HEAD~9")).toMatchObject({ reason: "unknown-ref" });
  });

  it("asks which one is meant", async () => {
    const repository = repositoryWith();
    repository.git("branch", "v1");
    repository.git("tag", "v1");
    expect(await resolveRef(await open(repository), "v1")).toEqual({
      ok: false,
      reason: "ambiguous-ref",
      message: '"v1" names more than one thing; write refs/heads/v1 or refs/tags/v1.',
    });
    expect(await resolveRef(await open(repository), "refs/tags/v1")).toMatchObject({ ok: true });
  });

  it("asks for more digits", async () => {
    const repository = repositoryWith();
    // Among 1,500 commits some share their first four digits.
    repository.manyCommits(1500);
    const seen = new Set<string>();
    const ids = repository.git("log", "--format=%H").split("\n");
    const shared = ids.map((id) => id.slice(0, 4)).find((start) => seen.has(start) || !seen.add(start));
    expect(await resolveRef(await open(repository), shared ?? "")).toEqual({
      ok: false,
      reason: "ambiguous-ref",
      message: `Several commits begin with ${shared}; write more of its digits.`,
    });
  });

  it("wants a commit", async () => {
    const repository = repositoryWith();
    repository.git("tag", "content", repository.git("rev-parse", "HEAD:a.txt"));
    expect(await resolveRef(await open(repository), "content")).toMatchObject({ reason: "no-commit" });
  });

  it("says that there is no commit yet", async () => {
    const found = await open(kept(new TestRepository()));
    expect(await resolveRef(found, "HEAD")).toMatchObject({ ok: false, reason: "unborn" });
    expect(await resolveRef(found, "main")).toMatchObject({ ok: false, reason: "unborn" });
  });

  it("says what to fetch into a shallow clone", async () => {
    const origin = repositoryWith();
    const first = origin.git("rev-parse", "HEAD");
    origin.commit();
    const found = await open(cloneOf(origin, "--depth=1"));
    expect(found.shallow).toBe(true);
    const parent = await resolveRef(found, "HEAD~1");
    expect(parent).toMatchObject({ reason: "shallow" });
    expect(parent).toHaveProperty(
      "message",
      expect.stringMatching(/does not reach back to HEAD~1.*--deepen.*fetch-depth: 0/),
    );
    const missing = await resolveRef(found, first);
    expect(missing).toMatchObject({ reason: "shallow" });
    expect(missing).toHaveProperty("message", expect.stringContaining(`git fetch --depth=50 origin ${first}`));
  });
});

describe("common history", () => {
  it("finds where a branch left another", async () => {
    const repository = repositoryWith();
    const fork = repository.git("rev-parse", "HEAD");
    repository.git("checkout", "-q", "-b", "topic");
    const topic = repository.commit("topic");
    repository.git("checkout", "-q", "main");
    const main = repository.commit("main");
    const found = await open(repository);
    expect(value(await mergeBase(found, main, topic))).toBe(fork);
    expect(value(await mergeBase(found, fork, topic))).toBe(fork);
  });

  it("says that there is none", async () => {
    const repository = repositoryWith();
    const main = repository.git("rev-parse", "HEAD");
    repository.git("checkout", "-q", "--orphan", "other");
    const other = repository.commit("other");
    expect(await mergeBase(await open(repository), main, other)).toMatchObject({ ok: false, reason: "unrelated" });
  });

  it("says that a shallow clone ends before it", async () => {
    const origin = repositoryWith();
    origin.git("checkout", "-q", "-b", "topic");
    origin.commit("topic");
    origin.git("checkout", "-q", "main");
    origin.commit("main");
    const clone = cloneOf(origin, "--depth=1", "--no-single-branch");
    const found = await open(clone);
    const [main, topic] = ["main", "topic"].map((name) => gitIn(clone.path, "rev-parse", `origin/${name}`));
    expect(await mergeBase(found, main ?? "", topic ?? "")).toMatchObject({ ok: false, reason: "shallow" });
  });

  it("knows the branch that work is merged into", async () => {
    const origin = repositoryWith();
    expect(value(await defaultBranch(await open(origin)))).toBe("refs/heads/main");
    origin.git("branch", "-m", "main", "trunk");
    expect(value(await defaultBranch(await open(cloneOf(origin))))).toBe("refs/remotes/origin/trunk");
    expect(await defaultBranch(await open(origin))).toMatchObject({ ok: false, reason: "unknown-ref" });
  });
});

describe("trees and contents", () => {
  const ODD = [
    "with space.yaml",
    "-dash.yaml",
    'quote".yaml',
    "line\nend.yaml",
    "tab\there.yaml",
    "größe.yaml",
    "*.yaml",
    ":(top)x.yaml",
  ];

  it("lists odd names, links and submodules", async () => {
    const inner = repositoryWith();
    const repository = repositoryWith(Object.fromEntries(ODD.map((name) => [`kpis/${name}`, `of ${name}`])));
    symlinkSync("kpis", repository.join("link"));
    repository.git("submodule", "--quiet", "add", inner.path, "kpis/sub");
    const commit = repository.commit();
    const found = await open(repository);
    const below = value(await listTree(found, commit, "kpis/"));
    const files = below.filter(({ kind }) => kind === "file");
    expect(files.map(({ path }) => path).sort()).toEqual([...ODD].sort());
    const others = value(await listTree(found, commit, "")).filter(({ kind }) => kind !== "file");
    expect(others.map(({ path, kind }) => [path, kind])).toEqual([
      ["kpis/sub", "submodule"],
      ["link", "link"],
    ]);
    expect(value(await listTree(found, commit, "nowhere/"))).toEqual([]);
    const blobs = value(
      await readBlobs(
        found,
        files.map(({ oid }) => oid),
        1000,
      ),
    );
    for (const { path, oid } of files) expect(blobs.get(oid)?.toString()).toBe(`of ${path}`);
  });

  it("reads many contents at once, whatever bytes they hold", async () => {
    const contents = [
      Buffer.alloc(0),
      Buffer.from("\n\n"),
      Buffer.from([0, 255, 10, 13, 0]),
      Buffer.alloc(300_000, "x\n"),
    ];
    const repository = repositoryWith(Object.fromEntries(contents.map((bytes, i) => [`f${i}`, bytes])));
    const found = await open(repository);
    const tree = value(await listTree(found, "HEAD", ""));
    const blobs = value(
      await readBlobs(
        found,
        [...tree, ...tree].map(({ oid }) => oid),
        1_000_000,
      ),
    );
    expect(tree.map(({ oid }) => blobs.get(oid))).toEqual(contents);
    expect(tree.map(({ oid }) => oid)).toEqual(contents.map((bytes) => blobId(bytes, tree[0]?.oid ?? "")));
    expect(value(await readBlobs(found, [], 1)).size).toBe(0);
  });

  it("does not read what is over the limit", async () => {
    const repository = repositoryWith({ small: "12345", large: "123456" });
    const found = await open(repository);
    const blobs = value(
      await readBlobs(
        found,
        value(await listTree(found, "HEAD", "")).map(({ oid }) => oid),
        5,
      ),
    );
    expect([...blobs.values()].map((content) => content?.toString() ?? null).sort()).toEqual(["12345", null]);
  });

  it("says how to complete a partial clone, and fetches nothing by itself", async () => {
    const origin = repositoryWith();
    origin.git("config", "uploadpack.allowFilter", "true");
    const clone = cloneOf(origin, "--filter=blob:none", "--no-checkout");
    const found = await open(clone);
    const oids = value(await listTree(found, "HEAD", "")).map(({ oid }) => oid);
    const read = await readBlobs(found, oids, 1000);
    expect(read).toMatchObject({ ok: false, reason: "missing-object" });
    expect(read).toHaveProperty("message", expect.stringContaining("git fetch --refetch --no-filter origin"));
    gitIn(clone.path, "fetch", "-q", "--refetch", "--no-filter", "origin");
    expect(value(await readBlobs(found, oids, 1000)).size).toBe(1);
  });

  it.each([
    ["broken", (file: string) => writeFileSync(file, "no object"), "corrupt"],
    ["gone", (file: string) => rmSync(file), "missing-object"],
  ])("says that an object is %s", async (_, damage, reason) => {
    const repository = repositoryWith();
    const found = await open(repository);
    const [entry] = value(await listTree(found, "HEAD", ""));
    const oid = entry?.oid ?? "";
    const file = repository.join(".git/objects", oid.slice(0, 2), oid.slice(2));
    chmodSync(file, 0o644);
    damage(file);
    const read = await readBlobs(found, [oid], 1000);
    expect(read).toMatchObject({ ok: false, reason });
    expect(read).toHaveProperty("message", expect.stringContaining("git fsck"));
  });

  it("tells which files are ignored, tracked or not", async () => {
    const repository = repositoryWith({ "in/a.kpi.yaml": "x", "in/b.kpi.yaml": "x", "c.kpi.yaml": "x" });
    repository.write(".gitignore", "a.kpi.yaml\nc.kpi.yaml\nnew*\n");
    const odd = "new (1)\n*.yaml";
    repository.write(`in/${odd}`, "x");
    const found = value(await repositoryOf(repository.join("in"), PLAIN_ENV));
    const asked = ["a.kpi.yaml", "b.kpi.yaml", odd, "newer", "none/x"];
    expect([...value(await ignoredAmong(found, asked))].sort()).toEqual(["a.kpi.yaml", odd].sort());
    const many = Array.from({ length: 500 }, (_, i) => `f${i}`);
    expect([...value(await ignoredAmong(found, [...many, odd]))]).toEqual([odd]);
    expect(value(await ignoredAmong(found, [])).size).toBe(0);
  });
});

describe("programs that a repository names", () => {
  it("runs none and writes nothing", async () => {
    const repository = repositoryWith({ "a.txt": "one\n", ".gitattributes": "* filter=f diff=d\n" });
    const trap = repository.join("trap.sh");
    writeFileSync(trap, `#!/bin/sh\ntouch "${repository.join("sprung")}"\n`, { mode: 0o755 });
    mkdirSync(repository.join("hooks"));
    for (const hook of ["post-checkout", "reference-transaction", "post-index-change"]) {
      writeFileSync(repository.join("hooks", hook), `#!/bin/sh\n"${trap}"\n`, { mode: 0o755 });
    }
    for (const key of [
      "core.fsmonitor",
      "core.pager",
      "core.editor",
      "filter.f.smudge",
      "filter.f.clean",
      "diff.d.textconv",
      "diff.external",
      "core.sshCommand",
    ]) {
      repository.git("config", key, trap);
    }
    repository.git("config", "core.hooksPath", repository.join("hooks"));
    const index = statSync(repository.join(".git/index")).mtimeMs;
    const before = readdirSync(repository.join(".git"), { recursive: true }).sort();
    const found = await open(repository);
    const head = value(await resolveRef(found, "HEAD"));
    const tree = value(await listTree(found, head, ""));
    value(
      await readBlobs(
        found,
        tree.map(({ oid }) => oid),
        1000,
      ),
    );
    value(await ignoredAmong(found, ["a.txt"]));
    value(await defaultBranch(found));
    value(await mergeBase(found, head, head));
    expect(existsSync(repository.join("sprung"))).toBe(false);
    expect(readdirSync(repository.join(".git"), { recursive: true }).sort()).toEqual(before);
    expect(statSync(repository.join(".git/index")).mtimeMs).toBe(index);
  });

  it("leaves variables of the person's own git run out", async () => {
    const repository = repositoryWith();
    const other = repositoryWith({ "b.txt": "two" });
    const env = {
      ...PLAIN_ENV,
      GIT_DIR: other.join(".git"),
      GIT_INDEX_FILE: "/nowhere",
      GIT_EXTERNAL_DIFF: "/nowhere",
    };
    const found = await open(repository, env as typeof PLAIN_ENV);
    expect(value(await listTree(found, "HEAD", "")).map(({ path }) => path)).toEqual(["a.txt"]);
  });
});
