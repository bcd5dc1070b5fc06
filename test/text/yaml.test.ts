import { describe, expect, it } from "vitest";
import { isYamlMap, MAX_YAML_BYTES, readYaml, type YamlValue } from "../../src/text/yaml.ts";

/** The value of a text with one document and nothing wrong. */
function readOne(text: string): YamlValue | undefined {
  const { documents, problems } = readYaml(text);
  expect(problems).toEqual([]);
  expect(documents).toHaveLength(1);
  return documents[0]?.value;
}

/** The values of all documents, whatever is wrong. */
function valuesOf(text: string): (YamlValue | undefined)[] {
  return readYaml(text).documents.map((document) => document.value);
}

/** Problems as "id: source text of the range". */
function problemsOf(text: string): string[] {
  return readYaml(text).problems.map(({ messageId, start, end }) => `${messageId}: ${text.slice(start, end)}`);
}

describe("plain scalars, by the YAML 1.2 core schema", () => {
  it.each<[string, YamlValue]>([
    ["null", null],
    ["Null", null],
    ["NULL", null],
    ["~", null],
    ["nULL", "nULL"],
    ["nulls", "nulls"],
    ["true", true],
    ["True", true],
    ["TRUE", true],
    ["tRue", "tRue"],
    ["false", false],
    ["False", false],
    ["FALSE", false],
    ["yes", "yes"],
    ["no", "no"],
    ["on", "on"],
    ["off", "off"],
    ["0", 0],
    ["-0", -0],
    ["12", 12],
    ["-12", -12],
    ["+12", 12],
    ["007", 7],
    ["0o17", 15],
    ["0o18", "0o18"],
    ["0x1F", 31],
    ["0xfg", "0xfg"],
    ["-0x1F", "-0x1F"],
    ["00x1", "00x1"],
    ["0b11", "0b11"],
    ["1_000", "1_000"],
    ["1,200", "1,200"],
    ["12:30", "12:30"],
    ["9007199254740993", 9007199254740992],
    ["123456789012345678901234567890", 1.2345678901234568e29],
    ["1.5", 1.5],
    ["-1.5", -1.5],
    ["+1.5", 1.5],
    ["1.", 1],
    [".5", 0.5],
    ["-.5", -0.5],
    ["+.5", 0.5],
    ["0.1", 0.1],
    ["99.95", 99.95],
    ["1.7976931348623157e308", 1.7976931348623157e308],
    ["0.30000000000000004", 0.30000000000000004],
    ["123456789.123456789", 123456789.12345679],
    ["1e3", 1000],
    ["1E3", 1000],
    ["1e+3", 1000],
    ["1e-3", 0.001],
    ["1.5e3", 1500],
    ["1.e3", 1000],
    [".5e1", 5],
    ["1e", "1e"],
    ["1e+", "1e+"],
    ["1e3x", "1e3x"],
    ["1.5.2", "1.5.2"],
    [".", "."],
    ["..", ".."],
    ["-", [null]],
    ["+", "+"],
    ["-a", "-a"],
    ["+-1", "+-1"],
    ["+.", "+."],
    [".e1", ".e1"],
    [".info", ".info"],
    ["2026-06-30", "2026-06-30"],
    ["2026-Q3", "2026-Q3"],
    ["2026", 2026],
    ["2026-06-30T12:00:00Z", "2026-06-30T12:00:00Z"],
    ["+25%", "+25%"],
    ["75%", "75%"],
    ["<= 3", "<= 3"],
    ["ünïcödé 🎯", "ünïcödé 🎯"],
    ["�", "�"],
  ])("reads %s", (source, value) => {
    expect(readOne(source)).toEqual(value);
  });

  it("keeps a negative zero, which only Object.is can tell", () => {
    expect(Object.is(readOne("-0"), -0)).toBe(true);
  });

  it("resolves a scalar in brackets whose line ends behind it", () => {
    expect(readOne("{\n  a: 42\n  , b: [1.5\n  , true ]\n  }\n")).toEqual({ a: 42, b: [1.5, true] });
  });

  it.each([
    ["a: one\n  two\n", "one two"],
    ["a: 1\n  2\n", "1 2"],
    ["a: 'it''s'\n", "it's"],
    ["a: '12'\n", "12"],
    ['a: "x\\ty\\u0041"\n', "x\tyA"],
    ['a: "\\U0001F3AF"\n', "🎯"],
    ['a: "one\n  two"\n', "one two"],
    ["a: |\n  one\n  two\n", "one\ntwo\n"],
    ["a: |-\n  one\n\n", "one"],
    ["a: |+\n  one\n\n", "one\n\n"],
    ["a: >\n  one\n  two\n\n  three\n", "one two\nthree\n"],
    ["a: # comment\n  text\n", "text"],
    ["a: text # comment\n", "text"],
    ["a: text# none\n", "text# none"],
  ])("reads %j", (source, text) => {
    expect(readOne(source)).toEqual({ a: text });
  });
});

describe("numbers that are not finite", () => {
  it.each([".inf", ".Inf", ".INF", "+.inf", "-.inf", ".nan", ".NaN", ".NAN", "1e999", "-1e999", "9".repeat(400)])(
    "reads %s as null with a problem",
    (source) => {
      const text = `a: ${source}\nb: 1\n`;
      expect(valuesOf(text)).toEqual([{ a: null, b: 1 }]);
      expect(problemsOf(text)).toEqual([`number: ${source}`]);
      expect(readYaml(text).plusNumbers).toEqual([]);
    },
  );

  it("takes them as keys and in quotes", () => {
    expect(readOne(".inf: '.nan'\n1e999: \"1e999\"\n")).toEqual({ ".inf": ".nan", "1e999": "1e999" });
  });
});

describe("plus numbers", () => {
  it.each([
    ["target: +10\n", ["+10"]],
    ["target: +0.5 # comment\n", ["+0.5"]],
    ["- +1\n- [+2, { a: +3e2 }]\n", ["+1", "+2", "+3e2"]],
    ["{ a: +1\n }", ["+1"]],
    ["target: &t +10\nstretch: *t\n", ["+10"]],
    ["target: +25%\n", []],
    ["target: '+10'\n", []],
    ["target: !!int +10\n", []],
    ["+10: 1\n&k +11: 2\n", []],
    ["target: 10\n", []],
  ])("finds those of %j", (text, expected) => {
    const found = readYaml(text).plusNumbers.map(({ start, end }) => text.slice(start, end));
    expect(found).toEqual(expected);
  });
});

describe("keys", () => {
  it("are source text", () => {
    const text =
      "1e3: a\n0x10: b\n2026-06-30: c\nnull: d\ntrue: e\n~: f\n1.50: g\n'q': h\n\"d\\t\": i\n? x\n  y\n: j\n";
    const keys = ["1e3", "0x10", "2026-06-30", "null", "true", "~", "1.50", "q", "d\t", "x y"];
    expect(Object.keys(readOne(text) as object)).toEqual(keys);
  });

  it("may be names that objects have", () => {
    const value = readOne("__proto__: 1\nconstructor: 2\ntoString: 3\nhasOwnProperty: 4\n");
    expect(isYamlMap(value)).toBe(true);
    if (!isYamlMap(value)) return;
    const entries = ["__proto__", "constructor", "toString", "hasOwnProperty"].map((key, index) => [key, index + 1]);
    expect(Object.entries(value)).toEqual(entries);
  });

  it("are the only thing that a map has", () => {
    const value = readOne("a: 1");
    expect(isYamlMap(value)).toBe(true);
    if (!isYamlMap(value)) return;
    for (const name of ["__proto__", "constructor", "toString"]) expect(value[name]).toBe(undefined);
  });

  it("may be aliases of scalars, and mean their source text", () => {
    expect(readOne("a: &k 1e3\n*k : b\n")).toEqual({ a: 1000, "1e3": "b" });
  });

  it("may be empty", () => {
    expect(readOne(": x\n")).toEqual({ "": "x" });
  });

  it.each([
    ["[a, b]: 1\nc: 2\n", "key: [a, b]", { c: 2 }],
    ["? {x: [1]}\n: 1\n", "key: {x: [1]}", {}],
    ["? - a\n  - b\n: 1\nc: 2\n", "key: - a\n  - b", { c: 2 }],
    ["a: &a [x]\n*a : 1\n", "key: *a", { a: ["x"] }],
    ["{ {a: b}: c, d: e }", "key: {a: b}", { d: "e" }],
  ])("are a problem as a collection: %j", (text, problem, value) => {
    expect(problemsOf(text)).toEqual([problem]);
    expect(valuesOf(text)).toEqual([value]);
  });
});

describe("duplicate keys", () => {
  it.each([
    ["a: 1\nb: 2\na: 3\n", { a: 1, b: 2 }, "a"],
    ["a: 1\n'a': 3\n", { a: 1 }, "'a'"],
    ['{a: 1, "a": [x, y], b: 2}', { a: 1, b: 2 }, '"a"'],
    ["r:\n  k: {a: 1}\n  k: {a: 2}\n", { r: { k: { a: 1 } } }, "k"],
    ["__proto__: 1\n__proto__: 2\n", JSON.parse('{"__proto__": 1}'), "__proto__"],
  ])("keeps the first of %j", (text, value, second) => {
    expect(valuesOf(text)).toEqual([value]);
    expect(problemsOf(text)).toEqual([`duplicate-key: ${second}`]);
  });

  it("points at both", () => {
    const text = "a: 1\nb:\n  - 2\na: 3\na: 4\n";
    const { problems } = readYaml(text);
    expect(problems.map(({ start }) => start)).toEqual([text.indexOf("a: 3"), text.indexOf("a: 4")]);
    for (const { related } of problems) {
      expect(related).toEqual([{ start: 0, end: 1, message: '"a" stands here first.' }]);
    }
  });

  it("goes on reading in the value of the second", () => {
    expect(problemsOf("a: 1\na: { x: .inf, y: !u 1 }\n")).toEqual([
      "number: .inf",
      "unknown-tag: !u",
      "duplicate-key: a",
    ]);
  });

  it("differ where their text differs", () => {
    expect(readOne("1: a\n0x1: b\n'01': c\n")).toEqual({ 1: "a", "0x1": "b", "01": "c" });
  });
});

describe("documents", () => {
  it.each<[string, (YamlValue | undefined)[]]>([
    ["", [undefined]],
    ["\n\n", [undefined]],
    ["# only a comment", [undefined]],
    ["\uFEFF", [undefined]],
    ["...\n", [undefined]],
    ["---\n", [undefined]],
    ["---", [undefined]],
    ["--- # comment\n", [undefined]],
    ["null\n", [null]],
    ["--- ~\n", [null]],
    ["---\n---\n", [undefined, undefined]],
    ["a: 1\n---\nb: 2\n", [{ a: 1 }, { b: 2 }]],
    ["a: 1\n...\nb: 2\n", [{ a: 1 }, { b: 2 }]],
    ["%YAML 1.2\n---\na: 1\n...\n# end\n", [{ a: 1 }]],
    ["--- text\n--- [1]\n", ["text", [1]]],
    ["\uFEFFa: 1\n", [{ a: 1 }]],
    ["a: 1\r\nb:\r\n  - c\r\n", [{ a: 1, b: ["c"] }]],
    ["a: 1\rb: 2\r", [{ a: 1, b: 2 }]],
    ["a: 1\t\nb:\t2\n", [{ a: 1, b: 2 }]],
    ["a:\n", [{ a: null }]],
    ["- \n- a\n", [[null, "a"]]],
  ])("reads %j", (text, values) => {
    const { documents, problems } = readYaml(text);
    expect(problems).toEqual([]);
    expect(documents.map(({ value }) => value)).toEqual(values);
  });

  it("forgets anchors and tag handles between documents", () => {
    expect(problemsOf("a: &a 1\n---\nb: *a\n")).toEqual(["alias: *a"]);
    expect(problemsOf("%TAG !! tag:example.com,2026:\n---\na: !!str 1\n---\nb: !!str 1\n")).toEqual([
      "unknown-tag: !!str",
    ]);
  });

  it.each<[string, (YamlValue | undefined)[], string[]]>([
    ["a: 1\n---\nb: @x\n---\nc: 3\n", [{ a: 1 }, undefined, { c: 3 }], ["syntax: @"]],
    ["a: @x\n---\nb: 2\n", [undefined, { b: 2 }], ["syntax: @"]],
    ['a: 1\n---\nb: "x\n---\nc: 3\n', [{ a: 1 }, undefined, { c: 3 }], ["syntax: x"]],
    ["a: 1\n---\nb: [x\n...\nc: 3\n", [{ a: 1 }, undefined, { c: 3 }], ["syntax: ."]],
    ["a: @x\n---\nb: `y\n---\nc: &c 3\nd: *c\n", [undefined, undefined, { c: 3, d: 3 }], ["syntax: @", "syntax: `"]],
    [
      "a: 1\n...\n# c\n%TAG ! tag:yaml.org,2002:\n---\nb: !str 2\n---\n@\n",
      [{ a: 1 }, { b: "2" }, undefined],
      ["syntax: @"],
    ],
    ["a: @x\n---\nb: 2\n---\nc: \0\n", [undefined, { b: 2 }, undefined], ["syntax: @", "encoding: \0"]],
    ["a: |\n  x\n---\nb: @\n", [{ a: "x\n" }, undefined], ["syntax: @"]],
  ])("reads what is sound around broken ones: %j", (text, values, problems) => {
    expect(valuesOf(text)).toEqual(values);
    expect(problemsOf(text)).toEqual(problems);
    expect(readYaml(text).documents.map(({ broken }) => broken)).toEqual(values.map((value) => value === undefined));
  });
});

describe("a closing bracket at the indentation of its key", () => {
  it.each<[string, YamlValue]>([
    ["a: [\n  x,\n  y\n]\nb: 1\n", { a: ["x", "y"], b: 1 }],
    ["r:\n  a: {\n    x: 1 # one\n    # two\n  }\n  b: [\n    1\n  ]\n", { r: { a: { x: 1 }, b: [1] } }],
    ["a: [ # open\n  x\n] # close\nb: 1\n", { a: ["x"], b: 1 }],
    ["a: [1,\n    2\n]\nb: { c: [\n  3\n  ]\n}\n", { a: [1, 2], b: { c: [3] } }],
    ["- a: [\n    1\n  ]\n- b\n", [{ a: [1] }, "b"]],
    ["a: [\n  x\n]\nb: |\n  [\n    1\n  ]\nc: 'x\n  ]'\n", { a: ["x"], b: "[\n  1\n]\n", c: "x ]" }],
    ["a: &a [\n  x\n]\nb: *a\n", { a: ["x"], b: ["x"] }],
  ])("is read: %j", (text, value) => {
    expect(readOne(text)).toEqual(value);
  });

  it("does not move the offsets behind it", () => {
    const text = "a: [\n  x\n]\nb: [\n  y\n]\nc: .inf\nd: +1\n";
    expect(problemsOf(text)).toEqual(["number: .inf"]);
    expect(readYaml(text).plusNumbers).toEqual([{ start: text.indexOf("+1"), end: text.indexOf("+1") + 2 }]);
  });

  it("leaves errors behind it where they are", () => {
    expect(problemsOf("a: [\n  x\n]\nb: @y\n")).toEqual(["syntax: @"]);
  });
});

describe("anchors and aliases", () => {
  it.each<[string, YamlValue]>([
    ["a: &a 1\nb: *a\n", { a: 1, b: 1 }],
    ["a: &a {x: 1}\nb: [*a, *a]\n", { a: { x: 1 }, b: [{ x: 1 }, { x: 1 }] }],
    ["a: &a 1\nb: &a 2\nc: *a\n", { a: 1, b: 2, c: 2 }],
    ["a: &a\nb: *a\n", { a: null, b: null }],
    ["a: &a !!str 1\nb: !!str &b 2\nc: [*a, *b]\n", { a: "1", b: "2", c: ["1", "2"] }],
    ["&k key: 1\nb: *k\n", { key: 1, b: "key" }],
  ])("reads %j", (text, value) => {
    expect(readOne(text)).toEqual(value);
  });

  it("share the value", () => {
    const value = readOne("a: &a {x: 1}\nb: *a\n");
    expect(isYamlMap(value) && value.a === value.b).toBe(true);
  });

  it.each<[string, YamlValue, string[]]>([
    ["a: *none\nb: 1\n", { a: null, b: 1 }, ["alias: *none"]],
    ["a: &a [*a]\n", { a: [null] }, ["alias: *a"]],
    ["a: &a {b: {c: *a}}\n", { a: { b: { c: null } } }, ["alias: *a"]],
    ["a: &a 1\nb: &a [*a]\n", { a: 1, b: [null] }, ["alias: *a"]],
    ["a: &a {<<: *a, b: 1}\n", { a: { b: 1 } }, ["alias: *a"]],
    ["*none : 1\nb: 2\n", { b: 2 }, ["alias: *none"]],
  ])("are a problem where they lead nowhere: %j", (text, value, problems) => {
    expect(valuesOf(text)).toEqual([value]);
    expect(problemsOf(text)).toEqual(problems);
  });

  it("may add 100,000 nodes, and not one more", () => {
    // Each alias of the list adds 100 nodes: the list itself and 99 items.
    const list = `a: &a [${Array.from({ length: 99 }, () => "x").join(", ")}]\nb:\n`;
    expect(readYaml(`${list}${"- *a\n".repeat(1000)}`).problems).toEqual([]);
    const text = `${list}${"- *a\n".repeat(1002)}- 1\n`;
    const { documents, problems } = readYaml(text);
    expect(problems.map(({ messageId, start }) => [messageId, start])).toEqual([
      ["alias-limit", list.length + 1000 * 5 + 2],
    ]);
    const value = documents[0]?.value;
    const items = isYamlMap(value) ? value.b : null;
    expect(Array.isArray(items) && items.slice(999)).toEqual([Array.from({ length: 99 }, () => "x"), null, null, 1]);
  });

  it.each([
    ["lists", (inner: string) => `[${Array.from({ length: 10 }, () => inner).join(", ")}]`],
    ["merges", (inner: string) => `{<<: [${Array.from({ length: 10 }, () => inner).join(", ")}], k: ${inner}}`],
  ])("do not blow up in %s", (_, level) => {
    const lines = ["a0: &a0 {x: 1}"];
    for (let i = 1; i <= 30; i++) lines.push(`a${i}: &a${i} ${level(`*a${i - 1}`)}`);
    const { problems } = readYaml(lines.join("\n"));
    expect(problems.map(({ messageId }) => messageId)).toEqual(["alias-limit"]);
  });

  it("do not nest deeper than what is written may", () => {
    const nest = (inner: string) => `${"[".repeat(40)}${inner}${"]".repeat(40)}`;
    const text = `a: &a ${nest("1")}\nb: &b ${nest("*a")}\nc: ${nest("*b")}\n`;
    expect(problemsOf(text)).toEqual(["depth: *b"]);
  });
});

describe("merge keys", () => {
  it.each<[string, YamlValue]>([
    ["a: &a {x: 1, y: 2}\nb: {<<: *a, y: 3}\n", { a: { x: 1, y: 2 }, b: { x: 1, y: 3 } }],
    ["a: &a {x: 1, y: 2}\nb: {y: 3, <<: *a}\n", { a: { x: 1, y: 2 }, b: { y: 3, x: 1 } }],
    ["a: &a {x: 1}\nb: &b {x: 2, y: 2}\nc: {<<: [*a, *b]}\n", { a: { x: 1 }, b: { x: 2, y: 2 }, c: { x: 1, y: 2 } }],
    ["a: &a {x: 1}\nb: &b {x: 2, y: 2}\nc: {<<: *a, <<: *b}\n", { a: { x: 1 }, b: { x: 2, y: 2 }, c: { x: 1, y: 2 } }],
    ["b: {<<: {x: 1, y: 2}, x: 3}\n", { b: { x: 3, y: 2 } }],
    ["b: {<<: [{x: 1}, {x: 2, y: 2}]}\n", { b: { x: 1, y: 2 } }],
    ["a: &a {x: 1}\nb: &b {<<: *a}\nc:\n  <<: *b\n", { a: { x: 1 }, b: { x: 1 }, c: { x: 1 } }],
    ["l: &l [{x: 1}, {y: 2}]\nb: {<<: *l}\n", { l: [{ x: 1 }, { y: 2 }], b: { x: 1, y: 2 } }],
    ["a: &a {__proto__: 1}\nb: {<<: *a}\n", JSON.parse('{"a": {"__proto__": 1}, "b": {"__proto__": 1}}')],
    ["b: {!!merge <<: {x: 1}}\n", { b: { x: 1 } }],
    ["b: {'<<': 1}\n", { b: { "<<": 1 } }],
    ["b: {!!str <<: 1}\n", { b: { "<<": 1 } }],
    ["b: <<\n", { b: "<<" }],
  ])("reads %j", (text, value) => {
    expect(readOne(text)).toEqual(value);
  });

  it.each<[string, YamlValue, string[]]>([
    ["b: {<<: 1, x: 2}\n", { b: { x: 2 } }, ["merge: 1"]],
    ["b: {<<: , x: 2}\n", { b: { x: 2 } }, ["merge: "]],
    ["b: {<<: [1, {y: 1}], x: 2}\n", { b: { y: 1, x: 2 } }, ["merge: 1"]],
    ["b: {<<: [[{y: 1}]], x: 2}\n", { b: { x: 2 } }, ["merge: [{y: 1}]"]],
    ["a: &a [1]\nb: {<<: *a}\n", { a: [1], b: {} }, ["merge: *a"]],
    ["b: {<<: *none}\n", { b: {} }, ["alias: *none"]],
    ["b: {<<: {x: 1}, x: 2, x: 3}\n", { b: { x: 2 } }, ["duplicate-key: x"]],
  ])("finds what cannot be merged: %j", (text, value, problems) => {
    expect(valuesOf(text)).toEqual([value]);
    expect(problemsOf(text)).toEqual(problems);
  });
});

describe("tags", () => {
  it.each<[string, YamlValue]>([
    ["!!str 12", "12"],
    ["!!str", ""],
    ["! 12", "12"],
    ["!!int '12'", 12],
    ["!!int 0b101", 5],
    ["!!int -0x1F", -31],
    ["!!int -0o17", -15],
    ["!!float 3", 3],
    ["!!float .5", 0.5],
    ["!!bool 'true'", true],
    ["!!null ''", null],
    ["!!null", null],
    ["!!null ~", null],
    ["!!map {a: 1}", { a: 1 }],
    ["!!map", {}],
    ["!!seq [1]", [1]],
    ["!!seq", []],
    ["! [1]", [1]],
    ["!<tag:yaml.org,2002:str> 1", "1"],
    ["!!%73tr 1", "1"],
    ["%TAG !y! tag:yaml.org,2002:\n---\n!y!str 1", "1"],
    ["%TAG ! tag:yaml.org,2002:\n---\n!str 1", "1"],
  ])("reads %j", (text, value) => {
    expect(readOne(text)).toEqual(value);
  });

  it.each<[string, YamlValue, string[]]>([
    ["a: !custom 1\n", { a: 1 }, ["unknown-tag: !custom"]],
    ["a: !!timestamp 2026-01-01\n", { a: "2026-01-01" }, ["unknown-tag: !!timestamp"]],
    ["a: !!binary aGk=\n", { a: "aGk=" }, ["unknown-tag: !!binary"]],
    ["a: !!set {x, y}\n", { a: { x: null, y: null } }, ["unknown-tag: !!set"]],
    ["a: !x\n  - 1\n", { a: [1] }, ["unknown-tag: !x"]],
    ["!u a: 1\n", { a: 1 }, ["unknown-tag: !u"]],
    ["a: !!int x\n", { a: "x" }, ["tag-value: !!int"]],
    ["a: !!int 1.5\n", { a: 1.5 }, ["tag-value: !!int"]],
    ["a: !!float x\n", { a: "x" }, ["tag-value: !!float"]],
    ["a: !!bool yes\n", { a: "yes" }, ["tag-value: !!bool"]],
    ["a: !!bool null\n", { a: null }, ["tag-value: !!bool"]],
    ["a: !!null x\n", { a: "x" }, ["tag-value: !!null"]],
    ["a: !!map [1]\n", { a: [1] }, ["tag-value: !!map"]],
    ["a: !!seq {x: 1}\n", { a: { x: 1 } }, ["tag-value: !!seq"]],
    ["a: !!map 12\n", { a: 12 }, ["tag-value: !!map"]],
    ["a: !!float .nan\n", { a: null }, ["number: .nan"]],
  ])("finds what is wrong in %j", (text, value, problems) => {
    expect(valuesOf(text)).toEqual([value]);
    expect(problemsOf(text)).toEqual(problems);
  });
});

describe("what looks like a comparison", () => {
  it.each([
    ["target: >5\nb: 1\n", ">5", "{ min: 5 }"],
    ["target: >-5\n", ">-5", "{ min: -5 }"],
    ["target: >5 # visits\nb: 1\n", ">5", "{ min: 5 }"],
    ["- >9 \n- 1\n", ">9", "{ min: 9 }"],
  ])("is found in the valid %j", (text, source, replace) => {
    expect(problemsOf(text)).toEqual([`comparison: ${source}`]);
    expect(readYaml(text).problems[0]?.suggestion?.replace).toBe(replace);
  });

  it.each(["a: >\n", "a: >-\nb: 1\n", "a: >1\n  x\n", "a: |5\nb: 1\n", "a: !!str >5\nb: 1\n"])("is not %j", (text) => {
    expect(problemsOf(text).filter((problem) => problem.startsWith("comparison"))).toEqual([]);
  });
});

describe("numbers with separators in a flow map", () => {
  it.each([
    ["{ min: 1,200 }\n", { min: 1200 }, ["1,200"]],
    ["{ min: 1,200, max: -1,300,000.5 }\n", { min: 1200, max: -1300000.5 }, ["1,200", "-1,300,000.5"]],
    ["{\n  a: 1,200\n}\n", { a: 1200 }, ["1,200"]],
  ])("are put together in %j", (text, value, sources) => {
    expect(valuesOf(text)).toEqual([value]);
    expect(problemsOf(text)).toEqual(sources.map((source) => `thousands: ${source}`));
  });

  it.each([
    ["{ a: 1, 200 }\n", { a: 1, 200: null }],
    ["{ a: 1,200: 3 }\n", { a: 1, 200: 3 }],
    ["{ a: 1,20 }\n", { a: 1, 20: null }],
    ["{ a: '1',200 }\n", { a: "1", 200: null }],
    ["{ a: 0,200 }\n", { a: 0, 200: null }],
    ["[1,200]\n", [1, 200]],
  ])("are not seen in %j", (text, value) => {
    expect(readOne(text)).toEqual(value);
  });
});

describe("escapes that name no character", () => {
  it.each([
    ['a: "\\U00110000"\n', ["escape: \\U00110000"]],
    ['"\\UFFFFFFFF": 1\n', ["escape: \\UFFFFFFFF"]],
    ['a: "\\\\U00110000 \\U0010FFFF"\n', []],
  ])("are found in %j", (text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });
});

describe("limits", () => {
  it("reads nothing of a file above 10 MB", () => {
    const { documents, problems } = readYaml(`a: ${"x".repeat(MAX_YAML_BYTES)}`);
    expect(documents).toEqual([]);
    expect(problems.map(({ messageId }) => messageId)).toEqual(["too-large"]);
  });

  it.each([
    ["one byte", "x"],
    ["two bytes", "é"],
    ["three bytes", "…"],
    ["four bytes", "🎯"],
  ])("counts characters of %s", (_, character) => {
    const bytes = Buffer.byteLength(character);
    const count = Math.floor((MAX_YAML_BYTES - 2) / bytes);
    const rest = "x".repeat(MAX_YAML_BYTES - 2 - count * bytes);
    expect(readYaml(`# ${character.repeat(count)}${rest}`).problems).toEqual([]);
    expect(readYaml(`# ${character.repeat(count)}${rest}x`).problems.map(({ messageId }) => messageId)).toEqual([
      "too-large",
    ]);
  });

  it.each(["[", "{", "- ", "? ", "[a: ", "{a: "])("refuses endless nesting of %j", (open) => {
    const text = open.repeat(50_000);
    expect(readYaml(text).problems.map(({ messageId }) => messageId)).toEqual(["depth"]);
  });

  it("reads a map of 100,000 keys, and finds many duplicates in one", () => {
    const lines = Array.from({ length: 100_000 }, (_, i) => `k${i}: ${i}`);
    expect(Object.keys(readOne(lines.join("\n")) as object)).toHaveLength(100_000);
    const repeated = [...lines.slice(0, 5000), ...lines.slice(0, 5000)].join("\n");
    const { problems } = readYaml(repeated);
    expect(problems).toHaveLength(5000);
    const last = problems.at(-1)?.related?.[0];
    expect(repeated.slice(last?.start, last?.end)).toBe("k4999");
  });

  it("lists at most 10,000 problems", () => {
    const { problems } = readYaml("- *a\n".repeat(10_002));
    expect(problems).toHaveLength(10_001);
    expect(problems.at(-1)?.messageId).toBe("too-many");
  });

  it("leaves the rest of a file unread behind 200 broken documents", () => {
    const { documents, problems } = readYaml(`${"--- @\n".repeat(201)}--- 1\n`);
    expect(problems).toHaveLength(200);
    expect(documents).toHaveLength(200);
  });
});
