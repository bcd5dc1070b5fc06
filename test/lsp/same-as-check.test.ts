import { rmSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { isBroken } from "../../src/lsp/broken.ts";
import { Folder, kpi } from "../support/cli.ts";
import { COMPANY } from "./support/company.ts";
import { AS_OF, Editor } from "./support/editor.ts";

const drops: (() => void)[] = [];
afterEach(() => {
  for (const drop of drops.splice(0)) drop();
});

/** Whole numbers below a bound, the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** One careless change of a text: a line gone, doubled or moved, a word changed, a letter too many. */
function changed(text: string, next: (below: number) => number): { start: number; end: number; inserted: string } {
  const lines = text.split(/(?<=\n)/);
  const line = next(lines.length);
  const start = lines.slice(0, line).join("").length;
  const own = lines[line] ?? "";
  const end = start + own.length;
  switch (next(6)) {
    case 0:
      return { start, end, inserted: "" };
    case 1:
      return { start: end, end, inserted: own };
    case 2:
      return { start, end, inserted: own.replace(/[a-z]+/, (word) => `${word}x`) };
    case 3:
      return { start, end, inserted: own.replace(/\d+/, (number) => `${number}7`) };
    case 4:
      return { start: start + next(own.length), end: start + next(own.length), inserted: "" };
    default: {
      const at = start + next(own.length + 1);
      return { start: at, end: at, inserted: ["'", " ", ":", "a", "[", "- ", "\n", '"', "{ ", "😀"][next(10)] ?? "" };
    }
  }
}

/** `rule line:column message` of every finding, by file. */
type Findings = Readonly<Record<string, readonly string[]>>;

function checked(folder: Folder): Findings {
  const { out } = kpi(["check", "--format", "json", "--as-of", AS_OF], { cwd: folder.path });
  const found: Record<string, string[]> = {};
  for (const { file, ruleId, range, message } of JSON.parse(out).findings) {
    found[file] ??= [];
    found[file].push(`${ruleId} ${range.start.line}:${range.start.column} ${message}`);
  }
  return sorted(found);
}

function shown(editor: Editor, files: readonly string[]): Findings {
  const found: Record<string, string[]> = {};
  for (const file of files) {
    const list = editor.shown(file);
    if (list.length === 0) continue;
    found[file] = list.map(
      ({ code, range, message }) => `${code} ${range.start.line + 1}:${range.start.character + 1} ${message}`,
    );
  }
  return sorted(found);
}

function sorted(found: Readonly<Record<string, readonly string[]>>): Findings {
  return Object.fromEntries(
    Object.keys(found)
      .sort()
      .map((file) => [file, [...(found[file] ?? [])].sort()]),
  );
}

describe("after many careless changes", () => {
  it.each([1, 2, 3])("an editor shows what kpi check finds (%i)", async (seed) => {
    const next = numbers(seed * 7_919);
    const folder = new Folder(COMPANY);
    const editor = await Editor.start(folder.path);
    drops.push(() => {
      editor.kill();
      folder.drop();
    });
    const files = Object.keys(COMPANY);
    for (const [file, text] of Object.entries(COMPANY)) await editor.open(file, text);
    for (let round = 0; round < 60; round++) {
      const file = files[next(files.length)] ?? "";
      const { start, end, inserted } = changed(editor.text(file), next);
      await editor.edit(file, Math.min(start, end), Math.max(start, end), inserted);
      // Now and then somebody looks, so that every state in between has to be good for something.
      if (next(4) === 0) await editor.completions(file, { line: next(30), character: next(20) });
      if (next(6) === 0) await editor.hover(file, { line: next(30), character: next(20) });
      if (next(6) === 0) await editor.about("codeLens", file);
    }
    for (const file of files) {
      // The links of a document that cannot be parsed are those of before; so it is made whole.
      if (!file.endsWith(".csv") && isBroken(editor.text(file))) await editor.change(file, COMPANY[file] ?? "");
      folder.write(file, editor.text(file));
    }
    const expected = checked(folder);
    await editor.until(`what kpi check finds: ${JSON.stringify(expected, null, 1)}`, () => {
      return JSON.stringify(shown(editor, files)) === JSON.stringify(expected);
    });
    expect(editor.log.filter((line) => /Error/.test(line))).toEqual([]);
    // Closed, deleted and written again on disk, it is still the same.
    for (const file of files) await editor.close(file);
    rmSync(folder.join("goals.kpi.yaml"));
    const without = checked(folder);
    await editor.until("what is found without the goals", () => {
      return JSON.stringify(shown(editor, files)) === JSON.stringify(without);
    });
    expect(editor.errors).toBe("");
  });
});
