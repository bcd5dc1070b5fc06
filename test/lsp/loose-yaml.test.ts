import { readFileSync } from "node:fs";
import * as path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { looseKeys, spotAt } from "../../src/lsp/loose-yaml.ts";
import type { Spot } from "../../src/lsp/spot.ts";
import { yamlPositions } from "../../src/text/yaml-positions.ts";
import { nodesOf, yamlTrees } from "../../src/text/yaml-tree.ts";
import { ROOT } from "../support/cli.ts";
import { COMPANY } from "./support/company.ts";

const TEXTS = [
  ...Object.entries(COMPANY).flatMap(([file, text]) => (file.endsWith(".csv") ? [] : [text])),
  readFileSync(path.join(ROOT, "examples/kpis/customers.kpi.yaml"), "utf8"),
];

/** What stands at the `|` of a text. */
function at(marked: string): Spot | null {
  const offset = marked.indexOf("|");
  return spotAt(marked.slice(0, offset) + marked.slice(offset + 1), offset);
}

describe("what is being written", () => {
  it.each<[string, string, Partial<Spot> | null]>([
    ["a key of the document", "ki|", { key: { path: [], names: [] }, value: null }],
    ["a value right behind its colon", "a:\n  b:|\n", { value: { path: ["a", "b"], names: [] }, gap: " " }],
    ["a value or a key below a key", "a:\n  |", { key: { path: ["a"], names: [] }, value: { path: ["a"], names: [] } }],
    ["a key between others", "a:\n  b: 1\n  |\n  c: 2\n", { key: { path: ["a"], names: ["b", "c"] }, value: null }],
    ["a key that has its colon", "a:\n  b|b: 1\n", { key: { path: ["a"], names: [] }, hasColon: true }],
    ["an item", "a:\n  - b\n  - |\n", { value: { path: ["a", 1], names: ["b"] } }],
    ["an item whose dash is missing", "a:\n  - b\n  |\n", { value: { path: ["a", 1], names: ["b"] }, needsDash: true }],
    ["a key of an item", "a:\n  - b: 1\n    |\n", { key: { path: ["a", 0], names: ["b"] } }],
    ["an item of an item", "a:\n  - - |\n", { value: { path: ["a", 0, 0], names: [] } }],
    ["a key in braces", "a: { b: 1, c| }", { key: { path: ["a"], names: ["b"] }, isFlow: true }],
    ["a value in brackets in braces", "a: { b: [c, |] }", { value: { path: ["a", "b", 1], names: ["c"] } }],
    ["a value in braces that are never closed", "a: { b: |\nc: 1\n", { value: { path: ["a", "b"], names: [] } }],
    ["a quotation", "a: 'b|c'", { value: { path: ["a"], names: [] }, quote: "'", from: 3, to: 7 }],
    ["a quotation that is never closed", 'a: "b|\nc: 1\n', { value: { path: ["a"], names: [] }, quote: '"', to: 5 }],
    ["behind a quotation that is never closed", 'a: "b\n|\n', { key: { path: [], names: ["a"] } }],
    ["a comment", "a: 1 # no|te", { isComment: true, from: 5 }],
    ["in the second document", "a: 1\n---\nb: |\n", { document: 1, value: { path: ["b"], names: [] } }],
    ["behind an anchor", "a: &x |\n", null],
    ["in a text of several lines", "a: |-\n  b|\n".replace("|-", ">-"), null],
    ["behind a whole value", "a: b |", null],
  ])("%s", (_, marked, expected) => {
    if (expected === null) expect(at(marked)).toBeNull();
    else expect(at(marked)).toMatchObject(expected);
  });

  it("is what the real parser says of texts that can be parsed", () => {
    for (const text of TEXTS) {
      const positions = yamlPositions(text);
      for (const { root } of yamlTrees(text)) {
        for (const node of root === null ? [] : nodesOf(root)) {
          if (node.kind !== "scalar" || node.style === "block" || node.start === node.end) continue;
          // In the middle, so that nothing else touches it.
          const offset = Math.ceil((node.content + node.end) / 2);
          const real = positions.pathAt(offset);
          const spot = spotAt(text, offset);
          const path = spot?.hasColon === true ? [...(spot.key?.path ?? []), node.value] : spot?.value?.path;
          expect([path, spot?.from, spot?.to], text.slice(node.content, node.end)).toEqual([
            real?.path,
            node.content,
            node.end,
          ]);
        }
      }
    }
  });

  it("never throws, and stays inside of the text", () => {
    const piece = fc.constantFrom(
      "a:",
      "- ",
      "  ",
      "\n",
      "\r\n",
      "{",
      "}",
      "[",
      "]",
      ",",
      '"',
      "'",
      "#",
      ": ",
      "|",
      "b",
      "---\n",
      "&x ",
      "😀",
      "\t",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.double({ min: 0, max: 1, noNaN: true }), (pieces, share) => {
        const text = pieces.join("");
        const offset = Math.round(share * text.length);
        const spot = spotAt(text, offset);
        looseKeys(text);
        if (spot === null) return;
        expect(spot.from).toBeLessThanOrEqual(offset);
        expect(spot.to).toBeGreaterThanOrEqual(offset);
        expect(spot.to).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe("the keys of the first two levels", () => {
  it("are those of the real parser", () => {
    for (const text of TEXTS) {
      const found = looseKeys(text).map(({ path, start, end }) => [path.join("/"), text.slice(start, end)]);
      const [tree] = yamlTrees(text);
      const real: string[][] = [];
      const sections = tree?.root?.children ?? [];
      for (let i = 0; i + 1 < sections.length; i += 2) {
        const [key, value] = [sections[i], sections[i + 1]];
        real.push([key?.value ?? "", key?.value ?? ""]);
        for (let j = 0; value?.kind === "map" && j < value.children.length; j += 2) {
          const id = value.children[j]?.value ?? "";
          real.push([`${key?.value}/${id}`, id]);
        }
      }
      expect(found).toEqual(real);
    }
  });
});
