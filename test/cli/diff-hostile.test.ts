import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { describe, expect, it } from "vitest";
import { Folder, GOOD } from "../support/cli.ts";
import { gitIn, type TestRepository } from "../support/repository.ts";
import { branched, committed, compared, diffProcess, EASED, EASING, kept, other, refused } from "./diff-support.ts";

/** The path of a loose object. */
function objectPath(repository: TestRepository, id: string): string {
  return repository.join(".git/objects", id.slice(0, 2), id.slice(2));
}

describe("file names", () => {
  const NAMES = [
    "kpis/with space.yaml",
    'kpis/"quoted" & $(touch x).yaml',
    "kpis/new\nline.yaml",
    "kpis/\u001b[31mred\u202e.yaml",
    "kpis/größe 指標.yaml",
    "kpis/-leading.yaml",
    "kpis/a'b\\c\td.yaml",
    "-dash.kpi.yaml",
    ":(top)magic.kpi.yaml",
    "*.kpi.yaml",
  ];
  const files = (text: string): Record<string, string> =>
    Object.fromEntries(NAMES.map((name, i) => [name, other(`m${i}`, text)]));

  it("may hold anything", async () => {
    const repository = branched(files(GOOD));
    for (const [file, text] of Object.entries(files(EASED))) repository.write(file, text);
    const expected = NAMES.map((_, i) => `target-eased m${i}-2026`).sort();
    const eased = (changes: readonly string[]) => changes.filter((one) => one.startsWith("target")).sort();
    const { changes, json } = await compared(repository.path);
    expect(eased(changes)).toEqual(expected);
    expect(new Set((json.changes as { file: string }[]).map(({ file }) => file))).toEqual(new Set(NAMES));
    repository.commit();
    expect(eased((await compared(repository.path, ["main", "HEAD"])).changes)).toEqual(expected);
    for (const format of ["pretty", "markdown", "json"]) {
      expect(diffProcess(repository.path, ["--format", format]).status, format).toBe(1);
    }
    expect(existsSync(repository.join("x"))).toBe(false);
  });

  it("may hold anything where they are renamed", async () => {
    const repository = branched(files(GOOD));
    for (const name of NAMES) rmSync(repository.join(name));
    for (const [i, name] of NAMES.entries()) repository.write(`kpis/${i}/${path.basename(name)}.yaml`, other(`m${i}`));
    expect((await compared(repository.path)).changes).toEqual([]);
  });

  it("may be those of folders and workspaces", async () => {
    const name = "a b\n\u001b[31m";
    const repository = branched({ [`${name}/kpi.yaml`]: GOOD, [`${name}/kpi.config.yaml`]: "version: 1\n" });
    repository.write(`${name}/kpi.yaml`, EASED);
    expect((await compared(repository.join(name))).changes).toEqual(EASING);
    expect(diffProcess(repository.path, [`./${name}`, "main"]).out).toContain("changes meaning");
    expect(diffProcess(repository.path, [`./${name}x`]).err).toMatch(/^kpi: There is no folder /);
  });
});

describe("links", () => {
  it("out of the repository lead nowhere, and no circle hangs", async () => {
    const outside = kept(new Folder({ "secret.yaml": EASED, "secret.csv": "date,value\n2026-08-14,74\n" }));
    const repository = committed({ "kpi.yaml": GOOD });
    mkdirSync(repository.join("kpis"));
    symlinkSync(outside.join("secret.yaml"), repository.join("kpis/absolute.yaml"));
    symlinkSync(
      path.relative(repository.join("kpis"), outside.join("secret.yaml")),
      repository.join("kpis/relative.yaml"),
    );
    symlinkSync("self.yaml", repository.join("kpis/self.yaml"));
    symlinkSync("there", repository.join("kpis/here"));
    symlinkSync("here", repository.join("kpis/there"));
    symlinkSync("..", repository.join("kpis/up"));
    symlinkSync(outside.path, repository.join("data"));
    repository.git("switch", "-q", "-c", "topic");
    repository.commit();
    for (const versions of [[], ["main", "HEAD"], ["HEAD", "main"]]) {
      expect(await compared(repository.path, versions)).toMatchObject({ status: 0, changes: [] });
    }
    const named = GOOD.replace("values: { 2026-03-31: 64, 2026-06-30: 68 }", "data: data/secret.csv");
    repository.write("kpi.yaml", named);
    const { changes } = await compared(repository.path);
    expect(changes).toEqual(["history-rewritten nps"]);
    repository.commit();
    expect((await compared(repository.path, ["main", "HEAD"])).changes).toEqual(["history-rewritten nps"]);
  });

  it("inside the repository are what they lead to", async () => {
    const repository = committed({ "definitions/scores.txt": GOOD });
    symlinkSync("definitions/scores.txt", repository.join("kpi.yaml"));
    repository.commit();
    repository.git("switch", "-q", "-c", "topic");
    repository.write("definitions/scores.txt", EASED);
    const { changes, json } = await compared(repository.path);
    expect(changes).toEqual(EASING);
    expect(json.changes).toMatchObject([{ file: "kpi.yaml" }, { file: "kpi.yaml" }]);
    repository.commit();
    expect((await compared(repository.path, ["main", "HEAD"])).changes).toEqual(EASING);
    rmSync(repository.join("kpi.yaml"));
    repository.write("kpi.yaml", EASED);
    expect((await compared(repository.path, ["HEAD"])).changes).toEqual([]);
    rmSync(repository.join("kpi.yaml"));
    symlinkSync("/etc/passwd", repository.join("kpi.yaml"));
    expect((await compared(repository.path, ["HEAD"])).changes).toContain("kpi-removed-early nps-2026");
  });
});

describe("paths that no file can have", () => {
  it.each(["x".repeat(300), "data/a\\0b", "../../../../etc/passwd", "/etc/passwd", "data", "."])(
    "lead nowhere: %s",
    async (name) => {
      const repository = branched({ "kpi.yaml": GOOD, "data/nps.csv": "date,value\n2026-08-14,74\n" });
      repository.write("kpi.yaml", GOOD.replace("values: { 2026-03-31: 64, 2026-06-30: 68 }", `data: "${name}"`));
      expect((await compared(repository.path)).changes).toEqual(["history-rewritten nps"]);
      repository.write("kpi.config.yaml", `version: 1\nextends: "./${name}"\n`);
      expect(await compared(repository.path)).toMatchObject({ status: 2 });
      repository.commit();
      expect(await compared(repository.path, ["main", "HEAD"])).toMatchObject({ status: 2 });
      rmSync(repository.join("kpi.config.yaml"));
      repository.commit();
      expect((await compared(repository.path, ["main", "HEAD"])).changes).toEqual(["history-rewritten nps"]);
    },
  );
});

describe("sizes", () => {
  it("above the limit are not read, on neither side", async () => {
    const repository = branched({ "kpi.yaml": GOOD, "other.kpi.yaml": other("ces") });
    const huge = EASED + `${"#".padEnd(1023, "x")}\n`.repeat(11 * 1024);
    repository.write("kpi.yaml", huge);
    repository.write("other.kpi.yaml", other("ces", EASED));
    const expected = ["target-eased ces-2026", "status-by-definition ces-2026"];
    expect(await compared(repository.path)).toMatchObject({
      status: 1,
      changes: expected,
      json: { unread: ["kpi.yaml"] },
    });
    repository.commit();
    expect(await compared(repository.path, ["main", "HEAD"])).toMatchObject({
      changes: expected,
      json: { unread: ["kpi.yaml"] },
    });
    repository.write("kpi.yaml", GOOD);
    repository.write("other.kpi.yaml", other("ces"));
    expect(await compared(repository.path, ["HEAD"])).toMatchObject({
      changes: ["target-raised ces-2026"],
      json: { unread: [], unreadInBase: ["kpi.yaml"] },
    });
  });
});

describe("a repository that lacks objects", () => {
  const blobOf = (repository: TestRepository): string => repository.git("rev-parse", "main:kpi.yaml");

  it.each<[string, (file: string) => void, RegExp]>([
    ["a content that is gone", rmSync, /^kpi: The repository (?:lacks the content|is damaged)/],
    [
      "a content that is damaged",
      (file) => {
        chmodSync(file, 0o644);
        writeFileSync(file, "not an object");
      },
      /^kpi: The repository is damaged \(git says: /,
    ],
    [
      "a content that is empty",
      (file) => {
        chmodSync(file, 0o644);
        writeFileSync(file, "");
      },
      /^kpi: The repository (?:lacks the content|is damaged)/,
    ],
  ])("says so: %s", (_, damage, message) => {
    const repository = branched();
    repository.write("kpi.yaml", EASED);
    repository.commit();
    damage(objectPath(repository, blobOf(repository)));
    for (const args of [[], ["main"], ["main", "HEAD"]]) {
      const run = diffProcess(repository.path, args);
      expect({ status: run.status, out: run.out }).toEqual({ status: 2, out: "" });
      expect(run.err).toMatch(message);
      expect(run.err).not.toMatch(/\n\s+at /);
    }
  });

  it("does not need what both versions share", async () => {
    const repository = branched({ "kpi.yaml": GOOD, "other.kpi.yaml": other("ces") });
    repository.write("kpi.yaml", EASED);
    rmSync(objectPath(repository, repository.git("rev-parse", "main:other.kpi.yaml")));
    expect((await compared(repository.path)).changes).toEqual(EASING);
  });

  it("says so where a commit or a folder is gone", async () => {
    for (const what of ["main^{commit}", "main^{tree}"]) {
      const repository = branched();
      repository.write("kpi.yaml", EASED);
      repository.commit();
      rmSync(objectPath(repository, repository.git("rev-parse", what)));
      expect(await refused(repository.path, ["main", "HEAD"]), what).toMatch(/damaged|lacks|There is no/);
    }
  });

  it("is not completed behind the person's back", () => {
    const origin = branched();
    origin.write("kpi.yaml", EASED);
    origin.commit();
    origin.git("config", "uploadpack.allowFilter", "true");
    const clone = kept(new Folder());
    gitIn(clone.path, "clone", "-q", "--no-checkout", "--filter=blob:none", `file://${origin.path}`, ".");
    const before = readdirSync(clone.join(".git/objects"), { recursive: true }).sort();
    const run = diffProcess(clone.path, ["origin/main", "origin/topic"]);
    expect({ status: run.status, out: run.out }).toEqual({ status: 2, out: "" });
    expect(run.err).toBe(
      "kpi: This clone is partial (--filter) and lacks files of that commit; fetch them with: git fetch --refetch --no-filter origin\n",
    );
    expect(readdirSync(clone.join(".git/objects"), { recursive: true }).sort()).toEqual(before);
  });
});

describe("a submodule", () => {
  it("is no part of the commit: what lies in it is taken as it is now", async () => {
    const inner = committed({ "kpi.yaml": other("ces"), "ces.kpi.yaml": other("ces") });
    const repository = committed();
    repository.git("submodule", "--quiet", "add", inner.path, "vendor");
    repository.commit();
    repository.git("switch", "-q", "-c", "topic");
    repository.write("kpi.yaml", EASED);
    repository.write("vendor/ces.kpi.yaml", other("ces", EASED));
    expect((await compared(repository.path)).changes).toEqual(EASING);
    repository.git("commit", "-qam", "next");
    expect((await compared(repository.path, ["main", "HEAD"])).changes).toEqual(EASING);
    rmSync(repository.join("vendor"), { recursive: true });
    mkdirSync(repository.join("vendor"));
    expect((await compared(repository.path)).changes).toEqual(EASING);
  });
});
