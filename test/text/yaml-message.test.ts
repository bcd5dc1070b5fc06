import { describe, expect, it } from "vitest";
import { readYaml, type YamlProblem } from "../../src/text/yaml.ts";
import { explainYamlError } from "../../src/text/yaml-message.ts";

async function explained(text: string): Promise<readonly YamlProblem[]> {
  const { problems } = readYaml(text);
  return Promise.all(problems.map((problem) => explainYamlError(text, problem)));
}

async function only(text: string): Promise<YamlProblem> {
  const problems = await explained(text);
  expect(problems).toHaveLength(1);
  const [problem] = problems;
  if (problem === undefined) throw new Error("no problem");
  return problem;
}

/** Text, the id and range it is explained with, and what is suggested to write there. */
type Row = readonly [text: string, messageId: string, source: string, replace?: string];

const ROWS: readonly Row[] = [
  // Tabs and other white space that looks like indentation.
  ["kpis:\n\ta: 1\n", "tab", "\t", "  "],
  ["kpis:\n  a:\n\t\tb: 1\n", "tab", "\t\t", "    "],
  ["a:\n  b: 1\n  \tc: 2\n", "tab", "\t", "  "],
  ["a:\n  - x\n\t- y\n", "tab", "\t", "  "],
  ["a: {\n\tb: 1}\n", "tab", "\t", "  "],
  ["\ta: 1\n", "tab", "\t", "  "],
  ["a:\n    b: 1\n  \u00a0\u00a0c: 2\n", "indentation", "\u00a0\u00a0", "  "],
  // Characters that text cannot start with.
  ["a:\n  owner: @ana # me\n  b: 1\n", "reserved-character", "@ana", '"@ana"'],
  ["a: [x, @org/team]\n", "reserved-character", "@org/team", '"@org/team"'],
  ["a: { owner: @ana, b: 1 }\n", "reserved-character", "@ana", '"@ana"'],
  ["a:\n  - @ana\n", "reserved-character", "@ana", '"@ana"'],
  ["@ana: 1\n", "reserved-character", "@ana", '"@ana"'],
  ["title: `foo` bar\n", "reserved-character", "`foo` bar", '"`foo` bar"'],
  ["definition: %promoters minus\n", "reserved-character", "%promoters minus", '"%promoters minus"'],
  ["a: 1\n%b: 2\n", "reserved-character", "%b", '"%b"'],
  ["a: , x\n", "reserved-character", ", x", '", x"'],
  ["title: ? foo\n", "reserved-character", "? foo", '"? foo"'],
  ["a: 'x'\nb: @say \"so\"\n", "reserved-character", '@say "so"', "'@say \"so\"'"],
  // Comparisons.
  ["target: >= 99.9\nb: 1\n", "comparison", ">= 99.9", "{ min: 99.9 }"],
  ["target: > 5 # visits\n", "comparison", "> 5", "{ min: 5 }"],
  ["target: >99\n", "comparison", ">99", "{ min: 99 }"],
  ["target: >0.5\n", "comparison", ">0.5", "{ min: 0.5 }"],
  ["target: >= -1,200\n", "comparison", ">= -1,200", "{ min: -1200 }"],
  ["target: >= 75%\n", "comparison", ">= 75%", "{ min: 75 }"],
  ["target: {min: > 5, max: 9}\n", "comparison", "> 5", "5"],
  ["bounds:\n  max: >= 5\n", "comparison", ">= 5", "5"],
  ["title: > 5 visits\n", "block-text", "> 5 visits", '"> 5 visits"'],
  ["title: | foo\n", "block-text", "| foo", '"| foo"'],
  // Colons.
  ["a:\n  title: Reach: 75 # really\n  b: 1\n", "colon-in-text", "Reach: 75", '"Reach: 75"'],
  ["title: Foo: bar: baz\n", "colon-in-text", "Foo: bar: baz", '"Foo: bar: baz"'],
  ["- title: Foo: bar\n", "colon-in-text", "Foo: bar", '"Foo: bar"'],
  ['title: "Foo": bar\n', "colon-in-text", '"Foo": bar', "'\"Foo\": bar'"],
  ["a: 1\nb:2\nc: 3\n", "missing-space", "b:2", "b: 2"],
  ["a:1\nb: 2\n", "missing-space", "a:1", "a: 1"],
  ["a: 1\nb\nc: 2\n", "missing-colon", "b"],
  ["foo bar\nc: 2\n", "missing-colon", "foo bar"],
  ["a: 1\nfoo bar # baz\n", "missing-colon", "foo bar"],
  // Quotes.
  ['a: "foo\nb: 1\n', "unclosed-quote", '"'],
  ["a: 'foo\nb: 1\n", "unclosed-quote", "'"],
  ['a: "foo\nb: "@x"\nc: 1\n', "unclosed-quote", '"'],
  ['r:\n  a: "foo\n  b: "x"\n', "unclosed-quote", '"'],
  ['a: ["foo, b]\n', "unclosed-quote", '"'],
  ['a: "foo', "unclosed-quote", '"'],
  ["a:\n - 'foo\n   b: 'x'\n", "unclosed-quote", "'"],
  ['a: "foo\nbar"\n', "indentation", 'bar"'],
  ["a: 'It's fine'\nb: 1\n", "text-after-value", "'It's fine'", '"It\'s fine"'],
  ['title: "Foo" bar # baz\n', "text-after-value", '"Foo" bar', "'\"Foo\" bar'"],
  ['title: "say "yes" now"\n', "text-after-value", '"say "yes" now"', "'say \"yes\" now'"],
  ["title: [draft] Foo\n", "text-after-value", "[draft] Foo", '"[draft] Foo"'],
  ["title: {x} Foo\n", "text-after-value", "{x} Foo", '"{x} Foo"'],
  ['a: "C:\\path"\n', "escape", "\\p", "\\\\p"],
  ['a: "\\xZZ"\n', "escape", "\\xZ", "\\\\xZ"],
  // Aliases, anchors, tags.
  ["title: *important* thing\n", "alias", "*important* thing", '"*important* thing"'],
  ["title: * foo\n", "alias", "* foo", '"* foo"'],
  ["title: *foo\n", "alias", "*foo", '"*foo"'],
  ["title: & co\n", "anchor", "& co", '"& co"'],
  ["- &\n", "anchor", "&", '"&"'],
  ["t: !a!b!c x\n", "unknown-tag", "!a!b!c x", '"!a!b!c x"'],
  // Brackets.
  ["a: [x, y\nb: 1\n", "unclosed-bracket", "["],
  ["r:\n  a: [x, {y: 1}\n  b: 1\n", "unclosed-bracket", "["],
  ["a: {x: 1, y: 2\nb: 1\n", "unclosed-bracket", "{"],
  ["a: [x, {y: 1]\nb: 2\n", "unclosed-bracket", "{"],
  ["a: [x, y", "unclosed-bracket", "["],
  ["a: 1\nb: ]\n", "stray-bracket", "]"],
  ["a: [x]]\n", "stray-bracket", "]"],
  ["a: {x: 1}}\n", "stray-bracket", "}"],
  ["a: [\nx]\n", "indentation", "x"],
  ["a: {min: 1 max: 3}\n", "comma", "1 max", "1, max"],
  ["a: [1, 'b' c]\n", "text-after-value", "'b' c", "\"'b' c\""],
  ["a: [[1] [2]]\n", "comma", "["],
  ["a: [1,,2]\n", "comma", ","],
  // Lines that do not fit together.
  ["a:\n  b: 1\n   c: 2\n", "indentation", "c"],
  ["a:\n    b: 1\n  c: 2\n", "indentation", "c"],
  [" a: 1\nb: 2\n", "indentation", "b"],
  ["a:\n  - x\n - y\n", "indentation", "-"],
  ["why: first\n  second: third\n", "indentation", "second"],
  ["a: 1\n- b\n", "list-item", "-"],
  ["- a\nb: 1\n", "list-item", "b"],
  ["title: - foo\n", "list-item", "- foo", '"- foo"'],
  ["a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> branch\n", "merge-conflict", "<<<<<<< HEAD"],
  // Directives and documents.
  ["%YAML 1.2\na: 1\n", "directive", "a: 1"],
  ["%YAML 2.0\n---\na: 1\n", "directive", "%YAML 2.0"],
  ["a: 1\n... x\n", "syntax", "x"],
  // What needs no explanation keeps its own.
  ["a: x\0y\n", "encoding", "\0"],
  ["a: x\u0001y\n", "encoding", "\u0001"],
  ['a: "x\u0001y"\n', "encoding", "\u0001"],
  ["a: x\ud800y\n", "encoding", "\ud800"],
  ["a: 1\na: 2\n", "duplicate-key", "a"],
];

const CASES = ROWS.map(([text, messageId, source, replace]) => ({ text, messageId, source, replace }));

describe("explainYamlError", () => {
  it.each(CASES)("explains $text as $messageId", async ({ text, messageId, source, replace }) => {
    const problem = await only(text);
    expect([problem.messageId, text.slice(problem.start, problem.end)]).toEqual([messageId, source]);
    expect(problem.suggestion?.replace).toBe(replace);
  });

  const fixable = CASES.filter(({ replace }) => replace !== undefined);

  it.each(fixable)("suggests for $text what has no such problem", async ({ text, messageId }) => {
    const { start, end, suggestion } = await only(text);
    const corrected = `${text.slice(0, start)}${suggestion?.replace}${text.slice(end)}`;
    const left = await explained(corrected);
    // The right number of spaces is for the writer to say.
    const isAboutColumns = messageId === "tab" || messageId === "indentation";
    expect(isAboutColumns ? [] : left).toEqual([]);
    expect(left.filter((problem) => problem.messageId === "tab")).toEqual([]);
  });

  const readable = CASES.filter(({ text }) => !/[\0\ud800]/.test(text));

  it.each(readable)("finds $text behind other documents", async ({ text, messageId, source }) => {
    const end = text.startsWith("%") ? "...\n" : "---\r\n";
    const whole = `\uFEFFa: [\r\n  1\r\n]\r\n${end}${text}`;
    const problems = await explained(whole);
    const found = problems.map((problem) => [problem.messageId, whole.slice(problem.start, problem.end)]);
    expect(found).toEqual([[messageId, source]]);
  });

  it.each(CASES)("says for $text in one sentence what to write", async ({ text }) => {
    const { message } = await only(text);
    expect(message).toMatch(/^[^\n]*[^!.]\.$/);
    expect(message.length).toBeLessThan(160);
  });

  it("explains every broken document of a file", async () => {
    const text = 'owner: @ana\n---\na: 1\n---\ntarget: >= 5\n---\nb: "x\n';
    const problems = await explained(text);
    expect(problems.map(({ messageId }) => messageId)).toEqual(["reserved-character", "comparison", "unclosed-quote"]);
    expect(problems.map(({ start, end }) => text.slice(start, end))).toEqual(["@ana", ">= 5", '"']);
  });

  it("explains a failure far down in a large document", async () => {
    const text = `${"- { a: 1 }\n".repeat(20_000)}- @x\n`;
    const { messageId, start, end } = await only(text);
    expect([messageId, text.slice(start, end)]).toEqual(["reserved-character", "@x"]);
  });

  it("says less where a line is too long to look into", async () => {
    const text = `a: ${"x".repeat(200_000)}: y\n`;
    const { messageId, start, end } = await only(text);
    expect([messageId, text.slice(start, end)]).toEqual(["syntax", "x"]);
  });
});
