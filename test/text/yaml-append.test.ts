import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits } from "../../src/text/edits.ts";
import type { KeyPath } from "../../src/text/source.ts";
import { isYamlMap, readYaml, type YamlValue } from "../../src/text/yaml.ts";
import { appendEntry } from "../../src/text/yaml-append.ts";
import { nodeAt, nodesOf, type YamlNode, yamlTrees } from "../../src/text/yaml-tree.ts";
import { commentsOf } from "../../src/text/yaml-trivia.ts";
import { messy } from "./yaml-messy.ts";
import { written } from "./yaml-random.ts";

/** The text with the entry; null where there is none. */
function appended(text: string, path: KeyPath, entry: string, document = 0): string | null {
  const edit = appendEntry(text, yamlTrees(text)[document], path, entry);
  return edit === null ? null : applyEdits(text, [edit]).text;
}

const ROW = "2026-09-30: 12";
const METRIC = "nps:\n  title: NPS\n  unit: points";

describe("in a block map", () => {
  it.each<[name: string, text: string, path: KeyPath, entry: string, expected: string]>([
    ["the root", "version: 1\n", [], METRIC, "version: 1\nnps:\n  title: NPS\n  unit: points\n"],
    [
      "the indentation of its siblings",
      "m:\n      2026-06-30: 1\nk: 1\n",
      ["m"],
      ROW,
      "m:\n      2026-06-30: 1\n      2026-09-30: 12\nk: 1\n",
    ],
    [
      "several lines",
      "metrics:\n    a:\n        title: A\nkpis: {}\n",
      ["metrics"],
      METRIC,
      "metrics:\n    a:\n        title: A\n    nps:\n      title: NPS\n      unit: points\nkpis: {}\n",
    ],
    ["an entry set apart", "m:\n  a:\n    b: 1\n\nk: 1\n", ["m"], "\nc: 2", "m:\n  a:\n    b: 1\n\n  c: 2\n\nk: 1\n"],
    ["no final line end", "m:\n  a: 1", ["m"], METRIC, "m:\n  a: 1\n  nps:\n    title: NPS\n    unit: points"],
    ["CRLF", "m:\r\n  a: 1\r\nk: 1\r\n", ["m"], METRIC.replace("nps", "x"), ""],
    ["a byte order mark", "\uFEFFa: 1\n", [], "b: 2", "\uFEFFa: 1\nb: 2\n"],
    ["a map in a list", "- a: 1\n- - b: 1\n- c: 1\n", [1, 0], "d: 2", "- a: 1\n- - b: 1\n    d: 2\n- c: 1\n"],
    ["a list at the column of its key", "m:\n  t:\n  - a\n  - b\n", ["m"], "d: 2", "m:\n  t:\n  - a\n  - b\n  d: 2\n"],
    ["a tag", "m: !!map\n  a: 1\n", ["m"], "d: 2", "m: !!map\n  a: 1\n  d: 2\n"],
    ["an anchor nobody uses", "m: &m\n  &a a: 1\n", ["m"], "d: 2", "m: &m\n  &a a: 1\n  d: 2\n"],
    ["an alias at its end", "a: &x 1\nm:\n  b: *x\n", ["m"], "d: 2", "a: &x 1\nm:\n  b: *x\n  d: 2\n"],
    ["an empty last value", "m:\n  a: # none\nk: 1\n", ["m"], "d: 2", "m:\n  a: # none\n  d: 2\nk: 1\n"],
    ["a key with a question mark", "m:\n  ? a\n  : 1\n", ["m"], "d: 2", "m:\n  ? a\n  : 1\n  d: 2\n"],
    ["a quoted key in the path", "'m':\n  a: 1\n", ["m"], "d: 2", "'m':\n  a: 1\n  d: 2\n"],
    [
      "text in a block",
      "m:\n  a: |\n    one\n\n    # two\n\nk: 1\n",
      ["m"],
      "d: 2",
      "m:\n  a: |\n    one\n\n    # two\n  d: 2\n\nk: 1\n",
    ],
  ])("%s", (name, text, path, entry, expected) => {
    const wanted =
      name === "CRLF" ? "m:\r\n  a: 1\r\n  x:\r\n    title: NPS\r\n    unit: points\r\nk: 1\r\n" : expected;
    expect(appended(text, path, entry)).toBe(wanted);
  });

  it("leaves blank lines that are part of a text where they are, and adds none to it", () => {
    expect(appended("m:\n  a: |+\n    x\n\n\nk: 1\n", ["m"], "\nd: 2")).toBe("m:\n  a: |+\n    x\n\n\n  d: 2\nk: 1\n");
    expect(appended("a: |+\n  x", [], "\nd: 2")).toBe("a: |+\n  x\nd: 2");
    expect(appended("a: >+\n  x\n# c\n", [], "\nd: 2")).toBe("a: >+\n  x\n# c\n\nd: 2\n");
  });

  it.each<[name: string, text: string, expected: string]>([
    ["behind the value", "m:\n  a: 1 # one\nk: 1\n", "m:\n  a: 1 # one\n  d: 2\nk: 1\n"],
    ["directly under the last entry", "m:\n  a: 1\n  # of a\nk: 1\n", "m:\n  a: 1\n  # of a\n  d: 2\nk: 1\n"],
    [
      "further in, behind a blank line",
      "m:\n  a:\n    b: 1\n\n    # of b\nk: 1\n",
      "m:\n  a:\n    b: 1\n\n    # of b\n  d: 2\nk: 1\n",
    ],
    ["set apart", "m:\n  a: 1\n\n  # more to come\nk: 1\n", "m:\n  a: 1\n  d: 2\n\n  # more to come\nk: 1\n"],
    ["of what follows", "m:\n  a: 1\n# of k\nk: 1\n", "m:\n  a: 1\n  d: 2\n# of k\nk: 1\n"],
    [
      "of the next line",
      "m:\n  a: 1\n  # kpi-disable-next-line x -- y\nk: 1\n",
      "m:\n  a: 1\n  d: 2\n  # kpi-disable-next-line x -- y\nk: 1\n",
    ],
    ["at the end of the file", "m:\n  a: 1\n\n# the end", "m:\n  a: 1\n  d: 2\n\n# the end"],
    ["under the last line", "m:\n  a: 1\n  # of a", "m:\n  a: 1\n  # of a\n  d: 2"],
  ])("comments %s", (_, text, expected) => {
    expect(appended(text, ["m"], "d: 2")).toBe(expected);
  });

  it("keeps to its own document", () => {
    const text = "---\na: 1\n...\n%YAML 1.2\n---\na: 2\n---\na: 3\n";
    expect(appended(text, [], "d: 4", 0)).toBe(text.replace("a: 1\n", "a: 1\nd: 4\n"));
    expect(appended(text, [], "d: 4", 1)).toBe(text.replace("a: 2\n", "a: 2\nd: 4\n"));
    expect(appended(text, [], "d: 4", 2)).toBe(text.replace("a: 3\n", "a: 3\nd: 4\n"));
  });
});

describe("in a flow map", () => {
  it.each<[text: string, expected: string]>([
    ["m: { a: 1 }\n", "m: { a: 1, 2026-09-30: 12 }\n"],
    ["m: {a: 1}", "m: {a: 1, 2026-09-30: 12}"],
    ["m: {}\n", "m: { 2026-09-30: 12 }\n"],
    ["m: { }\n", "m: { 2026-09-30: 12 }\n"],
    ["m: {\n  # none\n}\n", "m: { 2026-09-30: 12\n  # none\n}\n"],
    ["m: { a: 1, }\n", "m: { a: 1, 2026-09-30: 12, }\n"],
    ["m: { a, b: }\n", "m: { a, b:, 2026-09-30: 12 }\n"],
    ['m: {"a":1} # c\n', 'm: {"a":1, 2026-09-30: 12} # c\n'],
    ["m: { a: 1,\n  b: 2 } # c\n", "m: { a: 1,\n  b: 2,\n  2026-09-30: 12 } # c\n"],
    ["m: { a: [1,\n  2] # c\n  }\n", "m: { a: [1,\n  2], 2026-09-30: 12 # c\n  }\n"],
    [
      "m: {\n    a: 1, # one\n    b: 2 # two\n  }\n",
      "m: {\n    a: 1, # one\n    b: 2, # two\n    2026-09-30: 12\n  }\n",
    ],
    ["m: {\r\n  a: 1,\r\n}\r\n", "m: {\r\n  a: 1,\r\n  2026-09-30: 12,\r\n}\r\n"],
    ["m: {\n  a: 1, # one\n}\n", "m: {\n  a: 1, # one\n  2026-09-30: 12,\n}\n"],
    ["m: {\n  a: 1, }\n", "m: {\n  a: 1,\n  2026-09-30: 12, }\n"],
    ["m: {\n  a: 1\n  ,\n}\n", "m: {\n  a: 1,\n  2026-09-30: 12\n  ,\n}\n"],
  ])("%j", (text, expected) => {
    expect(appended(text, ["m"], ROW)).toBe(expected);
  });

  it("reaches maps inside others, and the root", () => {
    expect(appended("{ m: { n: [{ a: 1 }] } }\n", ["m", "n", 0], ROW)).toBe(
      "{ m: { n: [{ a: 1, 2026-09-30: 12 }] } }\n",
    );
    expect(appended("{ a: 1 }", [], "b: { c: 1 }")).toBe("{ a: 1, b: { c: 1 } }");
  });

  it.each([METRIC, "a: b, c", "a: b]", "a: {", "a: b # c", "\na: b", "a: |-\n  b"])("takes no %j", (entry) => {
    expect(appended("m: { x: 1 }\n", ["m"], entry)).toBeNull();
    expect(appended("m: {}\n", ["m"], entry)).toBeNull();
  });
});

describe("where there is no value yet", () => {
  it.each<[text: string, path: KeyPath, expected: string]>([
    ["m:\nk: 1\n", ["m"], "m:\n  d: 2\nk: 1\n"],
    ["m:", ["m"], "m:\n  d: 2"],
    ["m: # soon\n\nk: 1\n", ["m"], "m: # soon\n  d: 2\n\nk: 1\n"],
    ["m: ~ # soon\nk: 1\n", ["m"], "m: # soon\n  d: 2\nk: 1\n"],
    ["m:   null\r\nk: 1\r\n", ["m"], "m:\r\n  d: 2\r\nk: 1\r\n"],
    ["m: null", ["m"], "m:\n  d: 2"],
    ["m: ~\n  # one day\n# of k\nk: 1\n", ["m"], "m:\n  # one day\n  d: 2\n# of k\nk: 1\n"],
    ["k:\n    a: 1\nm:\n", ["m"], "k:\n    a: 1\nm:\n    d: 2\n"],
    ["k:\n   a:\n   b: 1\n", ["k", "a"], "k:\n   a:\n      d: 2\n   b: 1\n"],
    ["- m:\n- 1\n", [0, "m"], "- m:\n    d: 2\n- 1\n"],
    ["", [], "d: 2\n"],
    ["\uFEFF", [], "\uFEFFd: 2\n"],
    ["# soon\n", [], "# soon\nd: 2\n"],
    ["# soon", [], "# soon\nd: 2"],
  ])("%j", (text, path, expected) => {
    expect(appended(text, path, "d: 2")).toBe(expected);
    expect(appended(text, path, "\nd: 2")).toBe(expected);
  });
});

describe("adds nothing", () => {
  it.each<[why: string, text: string, path: KeyPath]>([
    ["to a text", "m: x\n", ["m"]],
    ["to a quoted null", 'm: ""\n', ["m"]],
    ["to a list", "m: [1]\n", ["m"]],
    ["to what is not there", "k: 1\n", ["m"]],
    ["to an alias", "k: &k { a: 1 }\nm: *k\n", ["m"]],
    ["to what others are an alias of", "m: &k { a: 1 }\nn: *k\n", ["m"]],
    ["inside what others are an alias of", "x: &k\n  m:\n    a: 1\nn:\n  <<: *k\n", ["x", "m"]],
    ["to what comes from elsewhere", "x: &k\n  m: { a: 1 }\nn:\n  <<: *k\n", ["n", "m"]],
    ["to a null with an anchor", "m: &k\nn: *k\n", ["m"]],
    ["to a null with a tag", "m: !!null\n", ["m"]],
    ["to a null in braces", "{ m: ~ }\n", ["m"]],
    ["to a null on a line of its own", "m:\n  ~\n", ["m"]],
    ["to a null behind a question mark", "? m\n", ["m"]],
    ["where the key is there already", "m:\n  d: 1\n", ["m"]],
    ["where the key is there in quotes", "m: { 'd': 1 }\n", ["m"]],
    ["to a pair without braces", "m: [a: 1]\n", ["m", 0]],
    ["to a document that is broken", "m: [\n", []],
    ["to an empty document", "---\n", []],
    ["to a file with lone carriage returns", "m:\r  a: 1\n", []],
  ])("%s", (_, text, path) => {
    expect(appended(text, path, "d: 2")).toBeNull();
  });

  it.each(["", "text", "- a: 1", "a: 1\nb: 2", "a: ["])("where there is no one entry: %j", (entry) => {
    expect(appended("k: 1\n", [], entry)).toBeNull();
  });
});

/** Paths of all nodes of a document that are maps or empty. */
function* placesOf(node: YamlNode, path: KeyPath = []): Generator<KeyPath> {
  if (node.kind === "map" || (node.kind === "scalar" && node.style === "plain")) yield path;
  if (node.kind === "list")
    for (const [index, item] of node.children.entries()) yield* placesOf(item, [...path, index]);
  if (node.kind !== "map") return;
  for (let i = 0; i + 1 < node.children.length; i += 2) {
    const [key, value] = [node.children[i], node.children[i + 1]];
    if (key?.kind === "scalar" && value !== undefined) yield* placesOf(value, [...path, key.value]);
  }
}

/** The value with the new entry at a path. */
function withEntry(value: YamlValue | undefined, [first, ...rest]: KeyPath, added: YamlValue): YamlValue {
  if (first === undefined) return { ...(isYamlMap(value) ? value : {}), "added!": added };
  if (Array.isArray(value)) return value.map((item, index) => (index === first ? withEntry(item, rest, added) : item));
  if (!isYamlMap(value)) throw new Error("no such place");
  return { ...value, [first]: withEntry(value[first], rest, added) };
}

describe("any file", () => {
  const entries = fc.constantFrom<[entry: string, value: YamlValue]>(
    ["added!: 12", 12],
    ["\nadded!: 12", 12],
    ["added!:\n  title: NPS\n  why: |\n    one\n\n    two", { title: "NPS", why: "one\n\ntwo\n" }],
    ['\nadded!:\n  title: "a # b"', { title: "a # b" }],
  );
  const texts = fc.oneof(
    { weight: 3, arbitrary: messy },
    written.map(({ source }) => source),
  );

  it("keeps its values and comments and gains the entry", () => {
    let done = 0;
    fc.assert(
      fc.property(texts, fc.nat(), entries, (text, choice, [entry, value]) => {
        const before = readYaml(text);
        fc.pre(before.problems.length === 0);
        const trees = yamlTrees(text);
        const places = trees.flatMap(({ root }, document) =>
          root === null ? [] : [...placesOf(root)].map((path) => ({ document, path })),
        );
        const place = places[choice % Math.max(1, places.length)];
        fc.pre(place !== undefined);
        const result = appended(text, place.path, entry, place.document);
        if (result === null) return;
        done++;
        const after = readYaml(result);
        expect(after.problems).toEqual([]);
        const expected = before.documents.map(({ value: old }, index) =>
          index === place.document ? withEntry(old, place.path, value) : old,
        );
        expect(plain(after.documents.map((document) => document.value))).toEqual(plain(expected));
        expect([...commentsOf(result, yamlTrees(result))].sort()).toEqual([...commentsOf(text, trees)].sort());
        expect(result.includes("\r\n") ? /[^\r]\n/.test(result) : /\r/.test(result)).toBe(
          text.includes("\r\n") ? /[^\r]\n/.test(text) : /\r/.test(text),
        );
        const map = nodeAt(yamlTrees(result)[place.document], place.path);
        expect(map?.children.at(-2)?.value).toBe("added!");
      }),
      { numRuns: 1500 },
    );
    expect(done).toBeGreaterThan(300);
  });

  it("loses no character of a map that it adds to, but white space", () => {
    fc.assert(
      fc.property(messy, fc.nat(), (text, choice) => {
        const root = yamlTrees(text)[0]?.root ?? null;
        fc.pre(root !== null);
        const maps = [...nodesOf(root)].filter(({ kind }) => kind === "map");
        const places = [...placesOf(root)].filter((path) => maps.includes(nodeAt(yamlTrees(text)[0], path) ?? root));
        const edit = appendEntry(
          text,
          yamlTrees(text)[0],
          places[choice % Math.max(1, places.length)] ?? [],
          "added!: 1",
        );
        if (edit === null) return;
        const removed = text.slice(edit.start, edit.end);
        expect(edit.text.replace(/[\s,]/g, "")).toContain(removed.replace(/[\s,]/g, ""));
      }),
      { numRuns: 300 },
    );
  });
});

/** Plain objects, so that prototypes and the order of keys do not count. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, inner) => (inner === undefined ? "undefined" : inner)));
}
