import { mkdirSync, rmSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Folder, GOOD } from "../support/cli.ts";
import { gitIn, TestRepository } from "../support/repository.ts";
import {
  branched,
  committed,
  compared,
  EASED,
  EASING,
  EXPLAINED,
  kept,
  other,
  printed,
  refused,
} from "./diff-support.ts";

/** An easier target with a reason of that day. */
const EXPLAINED_ON = (date: string): string =>
  `target: 72, changes: [{ date: ${date}, field: target, reason: The survey moved }]`;

const first = (repository: TestRepository): string => repository.git("rev-list", "--max-parents=0", "HEAD");

describe("without arguments", () => {
  it("compares the working tree with where the branch left main", async () => {
    const repository = branched();
    repository.write("kpi.yaml", EASED);
    repository.commit();
    repository.write("new.kpi.yaml", other("ces"));
    const { changes, json, status } = await compared(repository.path);
    expect(changes).toEqual([
      "target-eased nps-2026",
      "goal-added ces-customers",
      "metric-added ces",
      "kpi-added ces-2026",
      "status-by-definition nps-2026",
    ]);
    expect(json).toMatchObject({
      base: first(repository),
      head: "working tree",
      asOf: "2026-08-15",
      lane: "definition",
    });
    expect(status).toBe(1);
  });

  it("sees what is not committed on main itself", async () => {
    const repository = committed();
    expect((await compared(repository.path)).changes).toEqual([]);
    repository.write("kpi.yaml", EASED);
    expect((await compared(repository.path)).changes).toEqual(EASING);
    repository.git("add", "-A");
    expect((await compared(repository.path)).changes).toEqual(EASING);
    rmSync(repository.join("kpi.yaml"));
    expect((await compared(repository.path)).changes).toContain("kpi-removed-early nps-2026");
  });

  it("does not show what others did on main since", async () => {
    const repository = branched();
    repository.write("kpi.yaml", EASED);
    repository.commit();
    repository.git("switch", "-q", "main");
    repository.write("others.kpi.yaml", other("ces"));
    repository.commit();
    repository.git("switch", "-q", "topic");
    expect((await compared(repository.path)).changes).toEqual(EASING);
    expect((await compared(repository.path, ["main"])).changes).toEqual(EASING);
    expect((await compared(repository.path, ["main", "topic"])).changes).toEqual(EASING);
    const direct = await compared(repository.path, ["main"], { direct: true });
    expect(direct.changes).toContain("kpi-removed-early ces-2026");
    expect(direct.json.base).toBe(repository.git("rev-parse", "main"));
  });

  it("keeps a reason new while others go on, and when the branch takes up what they did", async () => {
    const repository = branched();
    repository.write("kpi.yaml", EASED.replace("target: 72", EXPLAINED_ON("2026-08-03")));
    repository.commit("ease", "2026-08-03");
    repository.git("switch", "-q", "main");
    repository.write("notes.md", "unrelated\n");
    repository.commit("unrelated", "2026-08-10");
    repository.git("switch", "-q", "topic");
    expect((await compared(repository.path)).status).toBe(0);
    expect((await compared(repository.path, ["main"], { direct: true })).status).toBe(0);
    repository.merge("main", "2026-08-11");
    expect((await compared(repository.path)).status).toBe(0);
    repository.write("kpi.yaml", EASED.replace("target: 72", EXPLAINED_ON("2026-07-20")));
    expect((await printed(repository.path)).out).toContain("is older than this change set (2026-08-03)");
  });

  it("takes a new reason where a shallow clone does not tell when the branch began", async () => {
    const repository = branched();
    repository.write("kpi.yaml", EASED.replace("target: 72", EXPLAINED_ON("2026-07-20")));
    repository.commit("ease", "2026-08-03");
    expect((await compared(repository.path)).status).toBe(1);
    repository.git("switch", "-q", "main");
    repository.commit("unrelated", "2026-08-10");
    repository.merge("topic", "2026-08-11");
    const clone = kept(new Folder({}));
    gitIn(clone.path, "clone", "-q", "--depth=2", `file://${repository.path}`, ".");
    expect((await compared(clone.path, ["HEAD^1"], { direct: true })).status).toBe(0);
  });

  it.each(["main", "master"])("finds the branch %s", async (name) => {
    const repository = committed();
    repository.git("branch", "-m", name);
    repository.git("switch", "-q", "-c", "topic");
    repository.write("kpi.yaml", EASED);
    expect((await compared(repository.path)).changes).toEqual(EASING);
  });

  it("takes the default branch of the place that was cloned", async () => {
    const origin = committed();
    origin.git("branch", "-m", "trunk");
    const clone = kept(new Folder());
    gitIn(clone.path, "clone", "-q", origin.path, ".");
    clone.write("kpi.yaml", EASED);
    const { changes, json } = await compared(clone.path);
    expect(changes).toEqual(EASING);
    expect(json.base).toBe(first(origin));
  });

  it("asks for a name where there is no such branch", async () => {
    const repository = committed();
    repository.git("branch", "-m", "trunk");
    expect(await refused(repository.path)).toBe(
      "This repository has no main branch that the tool can find; name the branch or commit to compare with.",
    );
  });
});

describe("commits", () => {
  it("may be branches, tags, ids and expressions, and the working tree plays no part", async () => {
    const repository = committed();
    const base = repository.git("rev-parse", "HEAD");
    repository.git("tag", "-a", "v1.0", "-m", "v1.0");
    repository.git("switch", "-q", "-c", "team/größe-1");
    repository.write("kpi.yaml", EASED);
    const head = repository.commit();
    repository.write("kpi.yaml", EXPLAINED);
    for (const from of ["main", "v1.0", base, base.slice(0, 7), "HEAD~1", "HEAD^", "refs/heads/main", "@~"]) {
      const { changes, json } = await compared(repository.path, [from, "team/größe-1"]);
      expect(changes, from).toEqual(EASING);
      expect(json, from).toMatchObject({ base, head });
    }
    expect(await compared(repository.path, ["HEAD~1", "HEAD"])).toMatchObject({ status: 1, changes: EASING });
    expect(await compared(repository.path, ["HEAD~1"])).toMatchObject({ status: 0, changes: EASING });
    expect(await compared(repository.path, ["HEAD", "HEAD"])).toMatchObject({ status: 0, changes: [] });
  });

  it("work with a detached HEAD", async () => {
    const repository = branched();
    repository.write("kpi.yaml", EASED);
    repository.commit();
    repository.git("switch", "-q", "--detach", "HEAD");
    expect((await compared(repository.path)).changes).toEqual(EASING);
    expect((await compared(repository.path, ["main", "HEAD"])).changes).toEqual(EASING);
  });

  it("work from a merge: against its first parent only the branch shows", async () => {
    const repository = branched();
    repository.write("kpi.yaml", EASED);
    repository.commit();
    repository.git("switch", "-q", "main");
    repository.write("others.kpi.yaml", other("ces"));
    repository.commit();
    repository.git("merge", "-q", "--no-edit", "topic");
    expect((await compared(repository.path, ["HEAD^1", "HEAD"])).changes).toEqual(EASING);
    expect((await compared(repository.path, ["HEAD^2", "HEAD"])).changes).toContain("kpi-added ces-2026");
  });

  it("may be looked at from a linked worktree", async () => {
    const repository = committed();
    const linked = kept(new Folder());
    repository.git("worktree", "add", "-q", "-b", "topic", linked.join("topic"));
    linked.write("topic/kpi.yaml", EASED);
    expect((await compared(linked.join("topic"))).changes).toEqual(EASING);
    gitIn(linked.join("topic"), "commit", "-qam", "next");
    expect((await compared(linked.join("topic"), ["main", "topic"])).changes).toEqual(EASING);
    expect((await compared(repository.path, ["main", "topic"])).changes).toEqual(EASING);
  });

  it("may have ids of 64 digits", async () => {
    const folder = kept(new Folder({ "kpi.yaml": GOOD, "other.kpi.yaml": other("ces") }));
    gitIn(folder.path, "init", "-q", "--object-format=sha256", "-b", "main");
    gitIn(folder.path, "add", "-A");
    gitIn(folder.path, "commit", "-q", "-m", "first");
    folder.write("kpi.yaml", EASED);
    const { changes, json } = await compared(folder.path);
    expect(changes).toEqual(EASING);
    expect(json.base).toMatch(/^[0-9a-f]{64}$/);
    gitIn(folder.path, "commit", "-qam", "next");
    expect((await compared(folder.path, ["HEAD~1", "HEAD"])).changes).toEqual(EASING);
  });

  it("date the base: entries from before it are old", async () => {
    const repository = committed();
    repository.write("kpi.yaml", EXPLAINED.replace("2026-08-14", "2026-07-31"));
    expect(await compared(repository.path)).toMatchObject({ status: 1 });
    repository.write("kpi.yaml", EXPLAINED.replace("2026-08-14", "2026-08-01"));
    expect(await compared(repository.path)).toMatchObject({ status: 0 });
  });

  it("without common history are refused, and compared where that is asked for", async () => {
    const repository = committed();
    repository.git("checkout", "-q", "--orphan", "other");
    repository.write("kpi.yaml", EASED);
    repository.commit();
    expect(await refused(repository.path, ["main"])).toMatch(/^The two commits have no common history; name a commit/);
    expect((await compared(repository.path, ["main"], { direct: true })).changes).toEqual(EASING);
  });
});

describe("folders", () => {
  const two = (): Folder => kept(new Folder({ "a/kpi.yaml": GOOD, "b/kpi.yaml": EASED }));

  it("are workspaces of their own", async () => {
    const folder = two();
    for (const versions of [
      ["./a", "./b"],
      ["a", "b"],
      ["a/", "./b/."],
      [folder.join("a"), folder.join("b")],
    ]) {
      const { status, changes, json, err } = await compared(folder.path, versions);
      // A name without a dot could be a commit; there is no repository, so it is a folder.
      expect({ status, changes, err }).toEqual({ status: 1, changes: EASING, err: "" });
      expect(json).toMatchObject({ base: versions[0], head: versions[1] });
    }
    expect((await compared(folder.join("a"), [".", "../b"])).changes).toEqual(EASING);
    expect((await compared(folder.join("a"), ["../b", "."])).changes).toEqual(["target-raised nps-2026"]);
  });

  it("do not belong to the workspace that they lie in", async () => {
    const repository = committed({
      "kpi.config.yaml": 'version: 1\nexclude: ["a/**"]\n',
      "a/kpi.yaml": GOOD,
      "b/kpi.yaml": EASED,
    });
    expect((await compared(repository.path, ["./a", "./b"])).changes).toEqual(EASING);
    expect((await compared(repository.join("a"), [".", "../b"])).changes).toEqual(EASING);
  });

  it("have configs of their own; that of the base counts", async () => {
    const config = "version: 1\nrules: { diff/target-eased: warn, diff/status-by-definition: warn }\n";
    const [before, after] = [two(), two()];
    before.write("a/kpi.config.yaml", config);
    before.write("b/kpi.config.yaml", config);
    after.write("b/kpi.config.yaml", config);
    expect(await compared(before.path, ["./a", "./b"])).toMatchObject({ status: 0, changes: EASING });
    expect(await compared(after.path, ["./a", "./b"])).toMatchObject({ status: 1 });
  });

  it("have no day, so that entries of any day count", async () => {
    const folder = two();
    folder.write("b/kpi.yaml", EXPLAINED.replace("2026-08-14", "2020-01-01"));
    expect(await compared(folder.path, ["./a", "./b"])).toMatchObject({ status: 0 });
  });

  it("give way to a commit of the same name, unless they are written as paths", async () => {
    const repository = branched();
    repository.write("main/kpi.yaml", EXPLAINED);
    repository.write("kpi.yaml", EASED);
    const { json } = await compared(repository.path, ["main"]);
    expect(json.base).toBe(first(repository));
    expect(await compared(repository.path, ["./main", "."])).toMatchObject({
      status: 0,
      json: { base: "./main", head: "." },
    });
  });

  it("are compared with commits, whichever is older", async () => {
    const repository = branched();
    repository.write("../moved/kpi.yaml", EASED);
    const moved = repository.join("../moved");
    try {
      expect(await compared(repository.path, ["main", "../moved"])).toMatchObject({
        changes: EASING,
        json: { base: first(repository), head: "../moved" },
      });
      expect(await compared(repository.path, ["../moved", "main"])).toMatchObject({
        changes: ["target-raised nps-2026"],
        json: { base: "../moved", head: first(repository) },
      });
      expect((await compared(repository.path, ["../moved"])).changes).toEqual(["target-raised nps-2026"]);
    } finally {
      rmSync(moved, { recursive: true });
    }
  });

  it("may be empty", async () => {
    const folder = two();
    mkdirSync(folder.join("empty"));
    expect((await compared(folder.path, ["./empty", "./a"])).changes).toContain("kpi-added nps-2026");
    expect((await compared(folder.path, ["./a", "./empty"])).changes).toContain("kpi-removed-early nps-2026");
  });
});

describe("a bare repository", () => {
  const bare = (): Folder => {
    const repository = branched({ "kpi.yaml": GOOD, "data/x.csv": "date,value\n2026-06-30,1\n" });
    repository.write("kpi.yaml", EASED);
    repository.commit();
    repository.git("switch", "-q", "main");
    const folder = kept(new Folder());
    gitIn(folder.path, "clone", "-q", "--bare", repository.path, ".");
    return folder;
  };

  it("holds commits to compare", async () => {
    const { path } = bare();
    expect(await compared(path, ["main", "topic"])).toMatchObject({ status: 1, changes: EASING });
    expect(await compared(path, ["topic", "main"], { direct: true })).toMatchObject({
      changes: ["target-raised nps-2026"],
    });
    expect(await compared(path, [null, "topic"])).toMatchObject({ changes: EASING });
    expect(await compared(path, ["main"])).toMatchObject({ status: 0, changes: [] });
    expect(await compared(path)).toMatchObject({ status: 0, changes: [] });
  });
});

describe("what cannot be found", () => {
  it("is a ref with a slip", async () => {
    const repository = committed();
    repository.git("branch", "release-2026");
    expect(await refused(repository.path, ["relaese-2026"])).toBe(
      'There is no branch, tag or commit "relaese-2026". Did you mean release-2026?',
    );
    expect(await refused(repository.path, ["main", "HEAD~5"])).toBe(
      "There is no HEAD~5: the history of HEAD does not reach there.",
    );
  });

  it("is a folder with a slip", async () => {
    const repository = committed({ "before/kpi.yaml": GOOD });
    expect(await refused(repository.path, ["./befor", "."])).toBe('There is no folder "./befor". Did you mean before?');
    expect(await refused(repository.path, ["befor", "."])).toBe(
      'There is no branch, tag or commit "befor". Did you mean the folder before?',
    );
    expect(await refused(repository.path, ["../nothing/like/it", "."])).toBe(
      'There is no folder "../nothing/like/it".',
    );
    expect(await refused(repository.path, ["./before/kpi.yaml"])).toBe(
      '"./before/kpi.yaml" is a file; name the folder of a workspace, or a commit.',
    );
  });

  it("is any file", async () => {
    const repository = committed({ "kpi.yaml": GOOD, "docs/notes.txt": "Notes\n" });
    const sentence =
      "There are no KPI files in either version. Files are kpi.yaml at the root, *.kpi.yaml anywhere and everything under kpis/; `include` in kpi.config.yaml chooses others.";
    expect(await refused(repository.join("docs"))).toBe(sentence);
    expect(await refused(repository.join("docs"), ["main", "HEAD"])).toBe(sentence);
    expect(await refused(repository.path, ["./docs", "./docs"])).toBe(sentence);
  });

  it("is half of a comparison", async () => {
    const repository = committed();
    expect(await refused(repository.path, [null, "."])).toBe(
      "A folder is compared with another folder or with a commit; name both: kpi diff BASE HEAD",
    );
    for (const range of ["main..HEAD", "main...HEAD"]) {
      expect(await refused(repository.path, [range])).toBe("Name the two versions apart: kpi diff main HEAD");
    }
  });

  it("is a file of a commit", async () => {
    const repository = committed();
    repository.git("tag", "content", "HEAD:kpi.yaml");
    expect(await refused(repository.path, ["content"])).toMatch(/names a file or a folder in git, not a commit/);
    expect(await refused(repository.path, ["HEAD:kpi.yaml"])).toMatch(/cannot name a commit; write one branch, tag or/);
  });

  it("is a repository", async () => {
    const { path } = kept(new Folder({ "kpi.yaml": GOOD }));
    expect(await refused(path)).toBe(`${path} is in no git repository; run the command inside one.`);
    const why = `Commits cannot be compared here, because ${path} is in no git repository.`;
    expect(await refused(path, ["main"])).toBe(`There is no folder "main". ${why}`);
    expect(await refused(path, ["main", "HEAD"])).toBe(`There is no folder "HEAD". ${why}`);
  });

  it("is a folder with a slip outside a repository", async () => {
    const { path } = kept(new Folder({ "before/kpi.yaml": GOOD, "after/kpi.yaml": EASED }));
    const why = `Commits cannot be compared here, because ${path} is in no git repository.`;
    expect(await refused(path, ["before", "aftr"])).toBe(`There is no folder "aftr". Did you mean after? ${why}`);
    expect(await refused(path, ["befor", "after"])).toBe(`There is no folder "befor". Did you mean before? ${why}`);
    expect((await compared(path, ["before", "after"])).changes).toEqual(EASING);
  });

  it("is the first commit", async () => {
    const repository = kept(new TestRepository());
    repository.write("kpi.yaml", GOOD);
    for (const versions of [[], ["main"], ["HEAD"]]) {
      expect(await refused(repository.path, versions)).toBe(
        "This repository has no commit yet; there is nothing to compare with before the first one.",
      );
    }
  });

  it("is left out of a shallow clone, and what to fetch is said", async () => {
    const origin = branched();
    origin.write("kpi.yaml", EASED);
    origin.commit();
    const clone = kept(new Folder());
    gitIn(clone.path, "init", "-q");
    gitIn(clone.path, "remote", "add", "origin", `file://${origin.path}`);
    gitIn(clone.path, "fetch", "-q", "--depth=1", "origin", "topic");
    gitIn(clone.path, "checkout", "-q", "FETCH_HEAD");
    const fetch = "fetch it with `git fetch --depth=50 origin +refs/heads/main:refs/remotes/origin/main`";
    const inActions = "or in GitHub Actions give actions/checkout `fetch-depth: 0`.";
    expect(await refused(clone.path)).toBe(`This shallow clone has no main branch; ${fetch}, ${inActions}`);
    expect(await refused(clone.path, ["HEAD~1"])).toBe(
      `This shallow clone does not reach back to HEAD~1; fetch more with \`git fetch --deepen=50\`, ${inActions}`,
    );
    expect(await refused(clone.path, ["main"])).toContain("git fetch --depth=50 origin main");
    gitIn(clone.path, "fetch", "-q", "--depth=1", "origin", "+refs/heads/main:refs/remotes/origin/main");
    expect(await refused(clone.path)).toMatch(/^This shallow clone ends before the commit that both sides come from;/);
    gitIn(clone.path, "fetch", "-q", "--unshallow", "origin", "topic");
    expect((await compared(clone.path)).changes).toEqual(EASING);
  });
});
