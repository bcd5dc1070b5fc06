import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { type ChangedFile, unifiedDiff } from "../../src/text/unified-diff.ts";
import { Folder } from "../support/cli.ts";

const folders: Folder[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) folder.drop();
});

/** The files after `git apply` has read the diff, in a folder of their own. */
function applied(files: readonly ChangedFile[], within = "."): readonly string[] {
  const folder = new Folder(Object.fromEntries(files.map(({ path, before }) => [`${within}/${path}`, before])));
  folders.push(folder);
  mkdirSync(folder.join(within), { recursive: true });
  execFileSync("git", ["init", "-q", folder.path]);
  const diff = unifiedDiff(files);
  if (diff !== "")
    execFileSync("git", ["apply", "--whitespace=nowarn", "-"], { cwd: folder.join(within), input: diff });
  return files.map(({ path }) => readFileSync(folder.join(within, path), "utf8"));
}

describe("unifiedDiff", () => {
  it("says what changes, with three lines around it", () => {
    const before = "a\nb\nc\nd\ne\nf\ng\n";
    expect(unifiedDiff([{ path: "kpis/sales.kpi.yaml", before, after: before.replace("d\n", "D\n") }])).toBe(
      "--- a/kpis/sales.kpi.yaml\n+++ b/kpis/sales.kpi.yaml\n@@ -1,7 +1,7 @@\n a\n b\n c\n-d\n+D\n e\n f\n g\n",
    );
  });

  it("is empty where nothing changes", () => {
    expect(unifiedDiff([{ path: "kpi.yaml", before: "a\n", after: "a\n" }])).toBe("");
  });

  it("says where the last line does not end", () => {
    const diff = unifiedDiff([{ path: "kpi.yaml", before: "a: 1", after: "version: 1\na: 1" }]);
    expect(diff.match(/\\ No newline at end of file/g)).toHaveLength(1);
    expect(unifiedDiff([{ path: "kpi.yaml", before: "a: 1", after: "a: 1\n" }])).toContain(
      "-a: 1\n\\ No newline at end of file\n+a: 1\n",
    );
  });

  it.each<[string, string, string]>([
    ["line ends of Windows", "a\r\nb\r\nc\r\n", "a\r\nX\r\nc\r\n"],
    ["mixed line ends", "a\r\nb\nc\r\n", "a\nb\nc\r\n"],
    ["no last line end before", "a\nb", "a\nb\n"],
    ["no last line end after", "a\nb\n", "a\nb"],
    ["no last line end at all", "a\nb\nc", "X\nb\nc"],
    ["an empty file before", "", "a\n"],
    ["an empty file after", "a\n", ""],
    ["a byte order mark", "\uFEFFa\nb\n", "\uFEFFversion: 1\na\nb\n"],
    ["lines like those of a diff", "--- a/x\n+++ b/x\n@@ -1 +1 @@\n", "--- a/y\n@@ -1 +1 @@\n+++ b/x\n\\ No\n"],
    ["several places", "a\n".repeat(50), `X\n${"a\n".repeat(20)}Y\n${"a\n".repeat(30)}Z\n`],
    ["a lone carriage return", "a\rb\nc\n", "a\rb\nd\n"],
  ])("is what git applies: %s", (_, before, after) => {
    expect(applied([{ path: "kpi.yaml", before, after }])).toEqual([after]);
  });

  it.each([
    "my kpis/sales (new).kpi.yaml",
    "ünï.kpi.yaml",
    "a\tb.kpi.yaml",
    'say "so".kpi.yaml',
    "new\nline.kpi.yaml",
    "b/a/b.kpi.yaml",
  ])("is what git applies to the file %j", (path) => {
    expect(applied([{ path, before: "a\nb\n", after: "a\nc\n" }])).toEqual(["a\nc\n"]);
  });

  it("ends names with spaces with a tab, as `patch` wants it", () => {
    const diff = unifiedDiff([{ path: "my kpis.yaml", before: "a\n", after: "b\n" }]);
    expect(diff).toBe("--- a/my kpis.yaml\t\n+++ b/my kpis.yaml\t\n@@ -1,1 +1,1 @@\n-a\n+b\n");
  });

  it("counts paths from the folder that git is started in", () => {
    expect(applied([{ path: "kpi.yaml", before: "a\n", after: "b\n" }], "deep/er")).toEqual(["b\n"]);
  });

  it("holds several files", () => {
    const files = ["a.yaml", "data/b.csv", "c.yaml"].map((path) => ({
      path,
      before: "1\n2\n3\n",
      after: `1\n${path}\n3\n`,
    }));
    files.push({ path: "same.yaml", before: "x\n", after: "x\n" });
    expect(applied(files)).toEqual(files.map(({ after }) => after));
  });

  it("gives up looking for the shortest way in very large changes", () => {
    const rows = Array.from({ length: 6000 }, (_, index) => `${(index * 7919) % 6000},${index}`);
    const before = `head\nsame\n${rows.join("\n")}\nsame\nend`;
    const after = `head\nsame\n${[...rows].reverse().join("\n")}\nsame\nend`;
    expect(applied([{ path: "rows.csv", before, after }])).toEqual([after]);
  });

  it("is what git applies, for any texts", () => {
    const line = fc.constantFrom("a", "b", "", "  - c", "-", "+x", "\\ No newline", "@@", "ü", "a\r");
    const text = fc
      .tuple(fc.array(line, { maxLength: 14 }), fc.boolean())
      .map(([lines, ends]) => lines.join("\n") + (ends && lines.length > 0 ? "\n" : ""));
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(applied([{ path: "kpi.yaml", before, after }])).toEqual([after]);
      }),
      { numRuns: 60 },
    );
  });
});
