import { readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { describe, expect, it } from "vitest";

/** Each folder may import from those before it in the list; `host` is handed in by commands. */
const ORDER = [
  "text",
  "findings",
  "definition",
  "workspace",
  "progress",
  "rules",
  "changes",
  "config",
  "engine",
  "report",
  "import",
  "export",
  "host",
  "commands",
  "lsp",
  "library",
  "action",
];
const EDGE = new Set(["host", "commands", "action", "lsp", "library", "."]);
const SIDE_EFFECTS = /from "node:|\bprocess\.|\bconsole\.|\bDate\.now\(|new Date\(\)/;

const root = path.join(import.meta.dirname, "../src");
const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));

function folderOf(file: string): string {
  const relative = path.relative(root, path.resolve(root, file)).split(path.sep);
  return relative.length === 1 ? "." : (relative[0] ?? ".");
}

describe.each(files)("%s", (file) => {
  const text = readFileSync(path.join(root, file), "utf8");
  const folder = folderOf(file);

  it("imports only what lies below it", () => {
    const wrong: string[] = [];
    for (const [, target = ""] of text.matchAll(/(?:from|import)\s*\(?\s*"(\.{1,2}\/[^"]+)"/g)) {
      const other = folderOf(path.join(path.dirname(file), target));
      if (other === folder || folder === "." || other === "generated" || target.includes("/schemas/")) continue;
      const mine = ORDER.indexOf(folder);
      const theirs = ORDER.indexOf(other);
      if (mine >= 0 && (theirs < 0 || theirs > mine)) wrong.push(target);
    }
    expect(wrong).toEqual([]);
  });

  it.skipIf(EDGE.has(folder))("has no side effects", () => {
    const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
    expect(SIDE_EFFECTS.exec(code)?.[0] ?? null).toBeNull();
  });
});
