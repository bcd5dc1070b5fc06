/** Files whose content git keeps elsewhere: in submodules, in git LFS, outside a sparse checkout. */

import { createHash } from "node:crypto";
import { existsSync, rmSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { GOOD } from "../support/cli.ts";
import { lifeIn } from "../support/life.ts";
import { gitIn, type TestRepository } from "../support/repository.ts";
import { branched, committed, compared, diffProcess, EASED, EASING, other, printed } from "./diff-support.ts";

const NOTHING = { status: 0, changes: [], json: { lane: "check-in", unread: [] }, err: "" };

function idOf(content: string): string {
  return createHash("sha256").update(content).digest("hex");
}

function pointerTo(content: string): string {
  return `version https://git-lfs.github.com/spec/v1\noid sha256:${idOf(content)}\nsize ${Buffer.byteLength(content)}\n`;
}

/** Puts a content where `git lfs fetch` puts it. */
function store(repository: TestRepository, content: string, held = content): void {
  const id = idOf(content);
  repository.write(`.git/lfs/objects/${id.slice(0, 2)}/${id.slice(2, 4)}/${id}`, held);
}

describe("a submodule that moves", () => {
  function bumped(files: Readonly<Record<string, string>>, later: Readonly<Record<string, string>>) {
    const inner = committed(files);
    const repository = committed({ "kpi.yaml": GOOD });
    repository.git("submodule", "--quiet", "add", inner.path, "kpis");
    repository.commit();
    repository.git("switch", "-q", "-c", "topic");
    for (const [file, text] of Object.entries(later)) repository.write(`kpis/${file}`, text);
    const from = gitIn(repository.join("kpis"), "rev-parse", "HEAD");
    gitIn(repository.join("kpis"), "commit", "-q", "-a", "-m", "next");
    const to = gitIn(repository.join("kpis"), "rev-parse", "HEAD");
    return { repository, ids: [from.slice(0, 8), to.slice(0, 8)] as const };
  }

  it("is not compared, and how to do that is said", async () => {
    const { repository, ids } = bumped({ "ces.yaml": other("ces") }, { "ces.yaml": other("ces", EASED) });
    const advice = `compare it with: kpi diff -C kpis --direct ${ids.join(" ")}`;
    const expected = {
      status: 1,
      changes: [],
      json: { lane: "definition", unread: ["kpis/ces.yaml"] },
      err: `kpi: kpis is a submodule that moves from ${ids.join(" to ")}; ${advice}\n`,
    };
    expect(await compared(repository.path)).toMatchObject(expected);
    repository.commit();
    expect(await compared(repository.path)).toMatchObject(expected);
    expect(await compared(repository.path, ["main", "HEAD"])).toMatchObject(expected);
    expect(await compared(repository.path, ["HEAD"])).toMatchObject(NOTHING);
    const told = diffProcess(repository.path, ["main"]);
    expect(told.out).toContain("cannot be read whole: kpis/ces.yaml");
    // A clone without its submodules has nothing of them on either side.
    rmSync(repository.join("kpis"), { recursive: true });
    expect(await compared(repository.path)).toMatchObject(NOTHING);
  });

  it("counts where only data lie in it", async () => {
    const rows = "date,value\n2026-03-31,64\n2026-06-30,68\n";
    const { repository } = bumped({ "nps.csv": rows }, { "nps.csv": rows.replace("68", "70") });
    repository.write("kpi.yaml", GOOD.replace(/values: \{.*?\}/, "data: kpis/nps.csv"));
    repository.commit();
    repository.git("branch", "-f", "main", "HEAD");
    gitIn(repository.join("kpis"), "checkout", "-q", "HEAD~1");
    const expected = { status: 1, changes: [], json: { unread: ["kpis/nps.csv"] } };
    expect(await compared(repository.path)).toMatchObject(expected);
    repository.commit();
    expect(await compared(repository.path, ["main", "HEAD"])).toMatchObject(expected);
  });

  it("counts where files of the repository take its place", async () => {
    const { repository } = bumped({ "ces.yaml": other("ces") }, { "ces.yaml": other("ces", EASED) });
    repository.git("rm", "-q", "-f", "kpis");
    repository.write("kpis/ces.yaml", other("ces", EASED));
    expect(await compared(repository.path)).toMatchObject({
      status: 1,
      changes: [],
      json: { unread: ["kpis/ces.yaml"] },
      err: "kpi: kpis is a submodule in one version only and cannot be compared.\n",
    });
  });
});

describe("git LFS", () => {
  const ROWS = "date,value\n2026-03-31,64\n2026-06-30,68\n";
  const MORE = `${ROWS}2026-08-14,74\n`;
  const WITH_DATA = GOOD.replace(/values: \{.*?\}/, "data: data/nps.csv");

  /** A branch on which one file holds another text than on `main`; the other files are those of the good workspace. */
  function changed(file: string, before: string, after: string): TestRepository {
    const repository = branched({ "kpi.yaml": WITH_DATA, "data/nps.csv": ROWS, [file]: before });
    repository.write(file, after);
    return repository;
  }

  it.each<[string, string, string]>([
    ["is another one", pointerTo(ROWS), pointerTo(MORE)],
    ["is new", ROWS, pointerTo(MORE)],
    ["is gone", pointerTo(ROWS), MORE],
  ])("keeps rows from being compared where the pointer %s", async (_, before, after) => {
    const repository = changed("data/nps.csv", before, after);
    const expected = { status: 1, changes: [], json: { lane: "definition", unread: ["data/nps.csv"], effects: [] } };
    expect(await compared(repository.path)).toMatchObject(expected);
    // What an edit does is told on the rows that are at hand.
    repository.write("kpi.yaml", WITH_DATA.replace("target: 75", "target: 80"));
    expect((await compared(repository.path)).changes).toEqual(["target-raised nps-2026"]);
    repository.write("kpi.yaml", WITH_DATA);
    repository.commit();
    expect(await compared(repository.path, ["main", "HEAD"])).toMatchObject(expected);
  });

  it.each<[string, string, string]>([
    ["is another one", pointerTo(WITH_DATA), pointerTo(EASED)],
    ["is new", WITH_DATA, pointerTo(EASED)],
    ["is gone", pointerTo(EASED), WITH_DATA],
  ])("keeps definitions from being compared where the pointer %s", async (_, before, after) => {
    const repository = branched({ "kpi.yaml": before, "ces.kpi.yaml": other("ces"), "data/nps.csv": ROWS });
    repository.write("kpi.yaml", after);
    repository.write("ces.kpi.yaml", other("ces", GOOD.replace("target: 75", "target: 80")));
    const expected = { status: 1, changes: ["target-raised ces-2026"], json: { unread: ["kpi.yaml"] } };
    expect(await compared(repository.path)).toMatchObject(expected);
    repository.commit();
    expect(await compared(repository.path, ["main", "HEAD"])).toMatchObject(expected);
  });

  it("says where the file lacks, and what to fetch", async () => {
    const repository = changed("data/nps.csv", pointerTo(ROWS), pointerTo(MORE));
    const id = repository.git("rev-parse", "--short=8", "main");
    const start = "kpi: data/nps.csv is only a pointer of git LFS in";
    expect((await printed(repository.path)).err).toBe(
      `${start} ${id}; fetch the file itself with: git lfs fetch origin ${id}\n` +
        `${start} the working tree; fetch the file itself with: git lfs pull\n`,
    );
  });

  it.each<[string, string, string]>([
    ["the same pointer", pointerTo(ROWS), pointerTo(ROWS)],
    ["the content of the pointer", pointerTo(ROWS), ROWS],
    ["the pointer to the content", ROWS, pointerTo(ROWS)],
  ])("changes nothing where a file is %s", async (_, before, after) => {
    const repository = changed("data/nps.csv", before, after);
    expect(await compared(repository.path)).toMatchObject(NOTHING);
    repository.write("kpi.kpi.yaml", before === ROWS ? other("ces") : pointerTo(other("ces")));
    repository.commit();
    repository.git("branch", "-f", "main", "HEAD");
    repository.write("kpi.kpi.yaml", after === ROWS ? other("ces") : pointerTo(other("ces")));
    expect(await compared(repository.path)).toMatchObject(NOTHING);
  });

  it("is read where the clone has the content, and nothing else in its place", async () => {
    const repository = changed("data/nps.csv", pointerTo(ROWS), MORE);
    store(repository, ROWS, ROWS.replace("68", "69"));
    expect((await compared(repository.path)).json).toMatchObject({ unread: ["data/nps.csv"] });
    store(repository, ROWS);
    const added = { status: 0, changes: ["data-added nps"], json: { lane: "check-in", unread: [] }, err: "" };
    expect(await compared(repository.path)).toMatchObject(added);
    repository.write("data/nps.csv", pointerTo(MORE));
    store(repository, MORE);
    repository.commit();
    expect(await compared(repository.path, ["main", "HEAD"])).toMatchObject(added);
    const linked = `${repository.path}-linked`;
    repository.git("worktree", "add", "-q", linked, "HEAD");
    expect(await compared(linked, ["main", "HEAD"])).toMatchObject(added);
    rmSync(linked, { recursive: true });
    const definitions = changed("kpi.yaml", pointerTo(GOOD), EASED);
    store(definitions, GOOD);
    expect((await compared(definitions.path)).changes).toEqual(EASING);
  });
});

describe("a sparse checkout", () => {
  const ROWS = "date,value\n2026-03-31,64\n2026-06-30,68\n";
  const WITH_DATA = GOOD.replace(/values: \{.*?\}/, "data: data/nps.csv");
  const FILES = {
    "kpis/nps.yaml": WITH_DATA,
    "kpis/data/nps.csv": ROWS,
    "ces.kpi.yaml": other("ces"),
    "src/a.txt": "",
  };

  it("changes nothing by what it leaves out", async () => {
    const repository = branched(FILES);
    repository.git("sparse-checkout", "set", "src");
    expect(existsSync(repository.join("kpis"))).toBe(false);
    expect(await compared(repository.path)).toMatchObject(NOTHING);
    repository.write("ces.kpi.yaml", other("ces", EASED));
    expect((await compared(repository.path)).changes).toEqual([
      "target-eased ces-2026",
      "status-by-definition ces-2026",
    ]);
    expect((await lifeIn(repository.path)).entries).toHaveLength(1);
  });

  it("has in it what is committed or staged, and what lies there all the same", async () => {
    const repository = branched(FILES);
    repository.write("kpis/nps.yaml", WITH_DATA.replace("target: 75", "target: 80"));
    repository.write("kpis/data/nps.csv", `${ROWS}2026-08-14,74\n`);
    repository.commit();
    const whole = await compared(repository.path);
    expect(whole.changes).toEqual(["data-added nps", "target-raised nps-2026"]);
    repository.git("sparse-checkout", "set", "src");
    expect(await compared(repository.path)).toEqual(whole);
    repository.write("kpis/nps.yaml", WITH_DATA.replace("target: 75", "target: 90"));
    const { json } = await compared(repository.path);
    expect(json.changes).toMatchObject([{ ruleId: "diff/data-added" }, { after: "90" }]);
  });
});
