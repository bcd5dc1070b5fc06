import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { KeyPath } from "../../src/text/source.ts";
import { isYamlMap, readYaml, type YamlValue } from "../../src/text/yaml.ts";
import { yamlPositions } from "../../src/text/yaml-positions.ts";
import { changed, written } from "./yaml-random.ts";
import { comparable } from "./yaml-reference.ts";

/** "source" of the range, with "~" before it where only an ancestor was found. */
function located(text: string, path: KeyPath, at: "key" | "value", document = 0): string {
  const { start, end, exact } = yamlPositions(text).locate(document, path, at);
  return `${exact ? "" : "~"}${text.slice(start, end)}`;
}

describe("locate", () => {
  const text = [
    "# goals",
    "goals: # all of them",
    "  grow:",
    "    title: Grow # fast",
    '    owner: "@ana"',
    "    tags: [a, 'b]', \"c#\", # ]",
    "      { d: e } ]",
    "    empty:",
    "    list:",
    "    - one",
    "    -",
    "    - k: v",
    "      w: x",
    "    text: |- # why",
    "      one",
    "      two",
    "",
    "    folded: >",
    "      three",
    "",
    "  ? explicit",
    "  : - nested",
    "'quoted': !!str &q 12",
    "flow: {a, b: , c: {x: 1, }, 'd':1}",
  ].join("\n");

  it.each<[KeyPath, string, string]>([
    [["goals"], "goals", text.slice(text.indexOf("grow:"), text.indexOf("\n'quoted'"))],
    [["goals", "grow", "title"], "title", "Grow"],
    [["goals", "grow", "owner"], "owner", '"@ana"'],
    [["goals", "grow", "tags"], "tags", "[a, 'b]', \"c#\", # ]\n      { d: e } ]"],
    [["goals", "grow", "tags", 1], "'b]'", "'b]'"],
    [["goals", "grow", "tags", 2], '"c#"', '"c#"'],
    [["goals", "grow", "tags", 3], "{ d: e }", "{ d: e }"],
    [["goals", "grow", "tags", 3, "d"], "d", "e"],
    [["goals", "grow", "empty"], "empty", ""],
    [["goals", "grow", "list"], "list", "- one\n    -\n    - k: v\n      w: x"],
    [["goals", "grow", "list", 0], "one", "one"],
    [["goals", "grow", "list", 1], "", ""],
    [["goals", "grow", "list", 2], "k: v\n      w: x", "k: v\n      w: x"],
    [["goals", "grow", "list", 2, "w"], "w", "x"],
    [["goals", "grow", "text"], "text", "|- # why\n      one\n      two"],
    [["goals", "grow", "folded"], "folded", ">\n      three"],
    [["goals", "explicit"], "explicit", "- nested"],
    [["goals", "explicit", 0], "nested", "nested"],
    [["quoted"], "'quoted'", "12"],
    [["flow"], "flow", "{a, b: , c: {x: 1, }, 'd':1}"],
    [["flow", "a"], "a", ""],
    [["flow", "b"], "b", ""],
    [["flow", "c"], "c", "{x: 1, }"],
    [["flow", "d"], "'d'", "1"],
  ])("finds %j", (path, key, value) => {
    expect(located(text, path, "key")).toBe(key);
    expect(located(text, path, "value")).toBe(value);
  });

  it("puts empty values right behind their colon or dash", () => {
    const positions = yamlPositions(text);
    const colon = text.indexOf("empty:") + "empty:".length;
    expect(positions.locate(0, ["goals", "grow", "empty"], "value")).toEqual({ start: colon, end: colon, exact: true });
    const dash = text.indexOf("-\n    - k") + 1;
    expect(positions.locate(0, ["goals", "grow", "list", 1], "value")).toEqual({ start: dash, end: dash, exact: true });
    const inFlow = text.indexOf("{a") + 2;
    expect(positions.locate(0, ["flow", "a"], "value")).toEqual({ start: inFlow, end: inFlow, exact: true });
  });

  it.each<[KeyPath, string, string]>([
    [["goals", "grow", "missing"], "~grow", `~${text.slice(text.indexOf("title:"), text.indexOf("\n\n  ? explicit"))}`],
    [["goals", "grow", "title", "deeper", 3], "~title", "~Grow"],
    [["goals", "grow", "list", 7], "~list", "~- one\n    -\n    - k: v\n      w: x"],
    [["goals", "grow", "list", "k"], "~list", "~- one\n    -\n    - k: v\n      w: x"],
    [["flow", "a", "x"], "~a", "~"],
  ])("gives the nearest ancestor of %j", (path, key, value) => {
    expect(located(text, path, "key")).toBe(key);
    expect(located(text, path, "value")).toBe(value);
  });

  it.each<[string, KeyPath, string, string]>([
    ["--- |\n  a\n\n", [], "|\n  a", "|\n  a"],
    ["|+\n a\n\n", [], "|+\n a\n\n", "|+\n a\n\n"],
    ["a: |\n\nb: 1\n", ["a"], "a", "|"],
    ["a: >2-\n   x \n\nb: 1\n", ["a"], "a", ">2-\n   x "],
    ["a: &x !!str |\n  t\n", ["a"], "a", "|\n  t"],
    ["- &x\n- !!str\n- 1\n", [1], "", ""],
    ["[a: b, ? c : d, {e: f}: g, [h]]", [0], "a: b", "a: b"],
    ["[a: b, ? c : d, {e: f}: g, [h]]", [1, "c"], "c", "d"],
    ["[a: b, ? c : d, {e: f}: g, [h]]", [2], "{e: f}: g", "{e: f}: g"],
    ["[a: b, ? c : d, {e: f}: g, [h]]", [3], "[h]", "[h]"],
    [": x\n", [""], "", "x"],
    ["? a\n? b\n: c\n", ["a"], "a", ""],
    ["? a\n? b\n: c\n", ["b"], "b", "c"],
    ["? |\n  k\n: v\n", ["k\n"], "|\n  k", "v"],
    ["a:\r\n  - b\r\n  - c: d\r\n", ["a", 1, "c"], "c", "d"],
    ["\uFEFFa: b\n", ["a"], "a", "b"],
    ["a: b\rc: d\r", ["c"], "c", "d"],
    ["a: [\n  x\n]\nb: [ # {\n  y\n]\n", ["b"], "b", "[ # {\n  y\n]"],
    ["a: [\n  x\n]\nb: [ # {\n  y\n]\n", ["b", 0], "y", "y"],
    ["a:\t[x,\ty]\n", ["a", 1], "y", "y"],
    ["a: 'it''s' # b\n", ["a"], "a", "'it''s'"],
    ["a: one\n  two\nb: 1\n", ["a"], "a", "one\n  two"],
    ["2026: {2026-01: 1}\n", [2026, "2026-01"], "2026-01", "1"],
    ["__proto__: {constructor: 1}\n", ["__proto__", "constructor"], "constructor", "1"],
    ["a: 1\nb: 2\na: 3\n", ["a"], "a", "1"],
    ["", [], "", ""],
    ["# comment\n", ["a"], "~", "~"],
  ])("of %j finds %j", (source, path, key, value) => {
    const isEmptyFile = source.startsWith("#") || source === "";
    expect(located(source, path, "key").replace(isEmptyFile ? "~" : "", "")).toBe(key.replace("~", ""));
    expect(located(source, path, "value").replace(isEmptyFile ? "~" : "", "")).toBe(value.replace("~", ""));
  });

  it.each<[string, KeyPath, string]>([
    ["a: &a {x: 1, y: {z: 2}}\nb: *a\n", ["b"], "*a"],
    ["a: &a {x: 1, y: {z: 2}}\nb: *a\n", ["b", "y", "z"], "2"],
    ["a: &a {x: 1}\nb: {<<: *a, y: 2}\n", ["b", "x"], "1"],
    ["a: &a {x: 1}\nb: {<<: *a, x: 2}\n", ["b", "x"], "2"],
    ["a: &a {x: 1}\nb: &b {x: 2, y: 3}\nc: {<<: [*a, *b]}\n", ["c", "x"], "1"],
    ["a: &a {x: 1}\nb: &b {x: 2, y: 3}\nc: {<<: [*a, *b]}\n", ["c", "y"], "3"],
    ["a: {<<: {x: {y: 1}}}\n", ["a", "x", "y"], "1"],
    ["a: &a {x: 1}\nb: &b {<<: *a}\nc: {<<: *b}\n", ["c", "x"], "1"],
    ["l: &l [{x: 1}]\nc: {<<: *l}\n", ["c", "x"], "1"],
    ["a: &k key\n*k : v\n", ["key"], "v"],
    ["a: &a 1\nb: &a 2\nc: [*a]\n", ["c", 0], "*a"],
    ["a: &a [*a]\n", ["a", 0, 0, 0], "~*a"],
    ["a: {'<<': {x: 1}}\n", ["a", "<<", "x"], "1"],
    ["a: *none\n", ["a", "x"], "~*none"],
  ])("follows aliases and merges: of %j finds %j", (source, path, value) => {
    expect(located(source, path, "value")).toBe(value);
  });

  it("does not lose itself in merges of merges", () => {
    const lines = ["m0: &m0 {a: 1}"];
    for (let i = 1; i <= 60; i++) lines.push(`m${i}: &m${i} {<<: [*m${i - 1}, *m${i - 1}]}`);
    expect(located(lines.join("\n"), ["m60", "none"], "key")).toBe("~m60");
    expect(located(lines.join("\n"), ["m60", "a"], "value")).toBe("1");
  });

  it("tells documents apart, broken and empty ones included", () => {
    const source = "a: 1\n---\nb: @x\n---\n---\n# c\n...\n%YAML 1.2\n--- # d\nd: |\n  2\n...\n---\n[ 3 ]\n";
    expect(located(source, ["a"], "value", 0)).toBe("1");
    expect(located(source, ["b"], "value", 1)).toBe("~---\nb: @x\n");
    expect(located(source, ["c"], "value", 2)).toBe("~");
    expect(located(source, [], "value", 3)).toBe("");
    expect(located(source, ["d"], "value", 4)).toBe("|\n  2");
    expect(located(source, [0], "value", 5)).toBe("3");
    expect(located(source, ["e"], "value", 6)).toBe("~");
    const { documents } = readYaml(source);
    expect(documents.map(({ value }) => value)).toEqual([{ a: 1 }, undefined, undefined, undefined, { d: "2\n" }, [3]]);
  });
});

describe("slice", () => {
  it.each<[string, string]>([
    ["a: one two three\n", "two"],
    ["a: 'it''s two'\n", "two"],
    ['a: "x\\ty \\u0041 \\U0001F3AF two"\n', "two"],
    ["a: one\n  two three\n", "two"],
    ["a: 'one\n\n  two'\n", "two"],
    ['a: "one\\\n  two"\n', "two"],
    ["a: |\n  one\n  two\n", "two"],
    ["a: |2-\n   one\n\n   two\n", "two"],
    ["a: >\n  one\n\n  two\n   three\n", "two"],
    ["a: >-\r\n  one\r\n  two\r\n", "two"],
    ["a: &x !!str one two\n", "two"],
    ["b: &x one two\na: *x\n", "two"],
  ])("of %j finds the words", (text, word) => {
    const { documents } = readYaml(text);
    const root = documents[0]?.value;
    const value = isYamlMap(root) ? root.a : null;
    const from = String(value).indexOf(word);
    const { start, end } = yamlPositions(text).slice(0, ["a"], from, from + word.length);
    expect([start, text.slice(start, end)]).toEqual([text.lastIndexOf(word), word]);
  });

  it.each<[string, number, number, string]>([
    ["a: 'it''s'\n", 2, 3, "''"],
    ['a: "x\\ty"\n', 1, 2, "\\t"],
    ['a: "\\u0041b"\n', 0, 1, "\\u0041"],
    ['a: "\\U0001F3AF!"\n', 0, 2, "\\U0001F3AF"],
    ["a: one\n  two\n", 3, 4, "\n  "],
    ["a: 12.5\n", 1, 3, "2."],
    ["a: text\n", 2, 99, "xt"],
    ["a: text\n", 9, 12, ""],
    ["a: text\n", -3, 1, "t"],
    ["a: [x, y]\n", 0, 1, "[x, y]"],
    ["a:\n", 0, 1, ""],
    ["a: ''\n", 0, 1, ""],
  ])("of %j from %d to %d is the source", (text, from, to, source) => {
    const { start, end } = yamlPositions(text).slice(0, ["a"], from, to);
    expect(text.slice(start, end)).toBe(source);
  });
});

describe("pathAt", () => {
  const text = "kpis:\n  nps:\n    target: +75\n    type: [leading, output]\n    why:\n---\n- {a: 'b'}\n- c\n";

  it.each<[string, number, KeyPath, "key" | "value", number]>([
    ["kpis", 0, ["kpis"], "key", 0],
    ["nps", 3, ["kpis", "nps"], "key", 0],
    ["target", 2, ["kpis", "nps", "target"], "key", 0],
    ["+75", 0, ["kpis", "nps", "target"], "value", 0],
    ["+75", 3, ["kpis", "nps", "target"], "value", 0],
    ["[leading", 0, ["kpis", "nps", "type"], "value", 0],
    ["leading", 7, ["kpis", "nps", "type", 0], "value", 0],
    [" output", 0, ["kpis", "nps", "type"], "value", 0],
    ["output", 6, ["kpis", "nps", "type", 1], "value", 0],
    ["]", 1, ["kpis", "nps", "type"], "value", 0],
    ["why:", 4, ["kpis", "nps", "why"], "value", 0],
    ["{a", 0, [0], "value", 1],
    ["a: 'b'", 0, [0, "a"], "key", 1],
    ["'b'", 1, [0, "a"], "value", 1],
    ["c\n", 0, [1], "value", 1],
  ])("%j + %d", (at, plus, path, part, document) => {
    expect(yamlPositions(text).pathAt(text.indexOf(at) + plus)).toEqual({ document, path, at: part });
  });

  it.each<[string, string, KeyPath]>([
    ["a: {<<: {x: +1}}\n", "+1", ["a", "x"]],
    ["a: {<<: [{x: +1}]}\n", "+1", ["a", "x"]],
    ["a: {'<<': {x: +1}}\n", "+1", ["a", "<<", "x"]],
    ["a: &k b\n*k : +1\n", "+1", ["b"]],
  ])("in %j leaves out what merges", (source, at, path) => {
    expect(yamlPositions(source).pathAt(source.indexOf(at))).toEqual({ document: 0, path, at: "value" });
  });

  it("is null outside", () => {
    expect(yamlPositions(text).pathAt(text.indexOf("---") + 1)).toBe(null);
    expect(yamlPositions("a: 1\n\n\n").pathAt(7)).toBe(null);
    expect(yamlPositions("").pathAt(0)).toBe(null);
  });
});

/** All paths of a value, the value with each. */
function* pathsOf(value: YamlValue, path: KeyPath = []): Generator<readonly [KeyPath, YamlValue]> {
  yield [path, value];
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* pathsOf(item, [...path, index]);
  if (!isYamlMap(value)) return;
  for (const [key, item] of Object.entries(value)) yield* pathsOf(item, [...path, key]);
}

/** What a piece of source reads as; block collections need their first line indented like the others. */
function readPiece(text: string, start: number, end: number): YamlValue | undefined {
  const source = text.slice(start, end);
  const isFlow = /^[[{"'|>]/.test(source) && !/^(\[.*\]|\{.*\}|".*"|'.*')\s*:(\s|$)/.test(source);
  const column = start - Math.max(text.lastIndexOf("\n", start - 1), text.lastIndexOf("\r", start - 1)) - 1;
  return readYaml(isFlow ? source : " ".repeat(column) + source).documents[0]?.value;
}

/** The value with another one at a path. */
function withValue(value: YamlValue, path: KeyPath, other: string): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return other;
  if (Array.isArray(value)) {
    return value.map((item, index) => (index === first ? withValue(item, rest, other) : comparable(item)));
  }
  const copy = comparable(value) as { [key: string]: unknown };
  if (isYamlMap(value)) copy[first] = withValue(value[first] ?? null, rest, other);
  return copy;
}

/** Whether a value has a place of its own: in `{a}` and `? a` nothing stands where the value, in `[? a]` where the map could. */
function isAlone(text: string, start: number, end: number, value: YamlValue): boolean {
  const before = text.slice(0, start);
  if (start === end) return value === null && /(^|\s)-$|:$/.test(before);
  return !/\?\s*$/.test(before);
}

describe("for every path of every document", () => {
  const sound = fc
    .oneof(
      written.map(({ source }) => source),
      changed,
    )
    .filter((text) => {
      const { problems, documents } = readYaml(text);
      return problems.length === 0 && documents.length === 1 && documents[0]?.value !== undefined;
    });

  it("the source at its position reads as its value", () => {
    fc.assert(
      fc.property(written, ({ source: text }) => {
        // Explicit indentation counts from what a text is nested in, a merge leads elsewhere, and marks end a document.
        fc.pre(readYaml(text).problems.length === 0 && !/[|>][-+]?[1-9]|<<|---|\.\.\.|%/.test(text));
        const positions = yamlPositions(text);
        for (const [path, value] of pathsOf(rootOf(text))) {
          const { start, end } = positions.locate(0, path, "value");
          expect(comparable(readPiece(text, start, end) ?? null)).toEqual(comparable(value));
        }
      }),
      { numRuns: 250 },
    );
  });

  it("another value written at its position changes this value only", () => {
    fc.assert(
      fc.property(sound, fc.nat(), (text, pick) => {
        fc.pre(!/<<|[*&]/.test(text));
        const root = rootOf(text);
        const paths = [...pathsOf(root)];
        const [path, value] = paths[pick % paths.length] ?? [[], null];
        const { start, end, exact } = yamlPositions(text).locate(0, path, "value");
        expect(exact).toBe(true);
        fc.pre(isAlone(text, start, end, value));
        const old = text.slice(start, end);
        const written = ` new${start === end ? " " : ""}${/[\r\n]$/.test(old) ? "\n" : ""}`;
        const { documents } = readYaml(text.slice(0, start) + written + text.slice(end));
        expect(comparable(documents[0]?.value)).toEqual(comparable(withValue(root, path, "new")));
      }),
      { numRuns: 500 },
    );
  });

  it("the positions of keys and scalars lead back to the path", () => {
    fc.assert(
      fc.property(sound, (text) => {
        fc.pre(!/<<|[*&]/.test(text));
        const positions = yamlPositions(text);
        for (const [path, value] of pathsOf(rootOf(text))) {
          const { start, end } = positions.locate(0, path, "value");
          const isScalar = value === null || typeof value !== "object";
          if (isScalar && isAlone(text, start, end, value))
            expect(positions.pathAt(start)).toEqual({ document: 0, path, at: "value" });
          const key = positions.locate(0, path, "key");
          const hasKey = key.start !== start && key.end > key.start;
          if (hasKey) expect(positions.pathAt(key.start)).toEqual({ document: 0, path, at: "key" });
        }
      }),
      { numRuns: 250 },
    );
  });

  it("each character of a text leads to what it was written with", () => {
    fc.assert(
      fc.property(sound, (text) => {
        const positions = yamlPositions(text);
        for (const [path, value] of pathsOf(rootOf(text))) {
          if (typeof value !== "string") continue;
          let before = 0;
          for (let i = 0; i < value.length; i++) {
            const { start, end } = positions.slice(0, path, i, i + 1);
            expect(start).toBeGreaterThanOrEqual(before);
            before = start;
            expectWritten(text.slice(start, end), value, i);
          }
          const rest = positions.slice(0, path, value.length, value.length + 1);
          expect(rest.end).toBe(rest.start);
        }
      }),
      { numRuns: 250 },
    );
  });
});

function rootOf(text: string): YamlValue {
  return readYaml(text).documents[0]?.value ?? null;
}

/** Whether a piece of source is how the character `value[i]` is written. */
function expectWritten(source: string, value: string, i: number): void {
  const character = value.charAt(i);
  if (source === character || (source === "''" && character === "'")) return;
  if (source.startsWith("\\")) {
    expect(readYaml(`"${source}"`).documents[0]?.value).toContain(character);
    return;
  }
  expect([" ", "\n"]).toContain(character);
  expect(source).toMatch(/^\s*$/);
}
