import { afterEach, describe, expect, it } from "vitest";
import { repositoryOf } from "../../src/host/git.ts";
import { hunksBetween, isChanged, lineAfter } from "../../src/host/git-lines.ts";
import { PLAIN_ENV, TestRepository } from "../support/repository.ts";

const repositories: TestRepository[] = [];
afterEach(() => {
  for (const repository of repositories.splice(0)) repository.drop();
});

const lines = (...values: readonly (string | number)[]) => values.map((value) => `${value}\n`).join("");

async function hunks(before: Record<string, string>, after: Record<string, string>, folder = "") {
  const repository = new TestRepository(before);
  repositories.push(repository);
  for (const file of Object.keys(before)) if (!(file in after)) repository.git("rm", "-q", "--", file);
  for (const [file, text] of Object.entries(after)) repository.write(file, text);
  repository.commit();
  const found = await repositoryOf(repository.join(folder), PLAIN_ENV);
  if (!found.ok) throw new Error(found.message);
  const result = await hunksBetween(found.value, "HEAD~1", "HEAD");
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

describe("hunksBetween", () => {
  it("finds changed, added and removed lines", async () => {
    const found = await hunks({ a: lines(1, 2, 3, 4, 5) }, { a: lines(1, "two", 3, 5, 6) });
    expect(found.get("a")).toEqual([
      { before: { start: 2, count: 1 }, after: { start: 2, count: 1 } },
      { before: { start: 4, count: 1 }, after: { start: 3, count: 0 } },
      { before: { start: 5, count: 0 }, after: { start: 5, count: 1 } },
    ]);
  });

  it("takes a new file as one hunk, and leaves out what is gone", async () => {
    const found = await hunks({ a: "1\n" }, { b: "1\n2\n" });
    expect([...found]).toEqual([["b", [{ before: { start: 0, count: 0 }, after: { start: 1, count: 2 } }]]]);
  });

  it.each(["sp ace", "ü.yaml", 'quo"te', "tab\there", "back\\slash", "new\nline", "-dash"])(
    "reads the name %j",
    async (name) => {
      expect([...(await hunks({ x: "1\n", [name]: "1\n" }, { x: "1\n", [name]: "2\n" })).keys()]).toEqual([name]);
    },
  );

  it("is not misled by content that looks like a header", async () => {
    const text = lines("--- a/x", "+++ b/y", "@@ -1 +1 @@");
    const found = await hunks({ a: "1\n" }, { a: text });
    expect([...found.keys()]).toEqual(["a"]);
    expect(found.get("a")).toEqual([{ before: { start: 1, count: 1 }, after: { start: 1, count: 3 } }]);
  });

  it("stays right behind a missing line end", async () => {
    const found = await hunks({ a: "1\n2", b: "1\n" }, { a: "1\n3", b: "2\n" });
    expect([...found.keys()]).toEqual(["a", "b"]);
  });

  it("names files from the folder that was asked about", async () => {
    const found = await hunks({ "in/a": "1\n", out: "1\n" }, { "in/a": "2\n", out: "2\n" }, "in");
    expect([...found.keys()]).toEqual(["a"]);
  });

  it("runs no program that the repository names", async () => {
    const repository = new TestRepository({ a: "1\n", ".gitattributes": "a diff=mine\n" });
    repositories.push(repository);
    const marker = repository.join("ran");
    repository.git("config", "diff.mine.textconv", `touch ${marker}; cat`);
    repository.git("config", "diff.mine.command", `touch ${marker}`);
    repository.git("config", "diff.external", `touch ${marker}`);
    repository.write("a", "2\n");
    repository.commit();
    const found = await repositoryOf(repository.path, PLAIN_ENV);
    if (!found.ok) throw new Error(found.message);
    expect(await hunksBetween(found.value, "HEAD~1", "HEAD")).toMatchObject({ ok: true });
    expect(repository.git("status", "--porcelain")).toBe("");
  });
});

describe("lines", () => {
  const changed = [
    { before: { start: 2, count: 1 }, after: { start: 2, count: 3 } },
    { before: { start: 5, count: 0 }, after: { start: 8, count: 1 } },
    { before: { start: 7, count: 2 }, after: { start: 10, count: 0 } },
  ];

  it.each([
    [1, 1],
    [2, null],
    [3, 5],
    [5, 7],
    [6, 9],
    [7, null],
    [8, null],
    [9, 10],
  ])("line %i is line %s afterwards", (line, after) => {
    expect(lineAfter(line, changed)).toBe(after);
  });

  it("knows what was written", () => {
    expect([1, 2, 4, 5, 8, 9].map((line) => isChanged(line, changed))).toEqual([false, true, true, false, true, false]);
  });
});
