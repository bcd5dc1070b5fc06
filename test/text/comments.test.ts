import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Document, isScalar, Lexer, visit } from "yaml";
import { type SuppressionComment, suppressionComments } from "../../src/text/comments.ts";
import { readYaml } from "../../src/text/yaml.ts";
import { changed, written } from "./yaml-random.ts";

/** What a comment says, in one line: `scope line: rules -- reason (date)`. */
function said({ scope, line, rules, reason, until }: SuppressionComment): string {
  const date = until === null ? "" : ` (${until.text})`;
  return `${scope} ${line}: ${rules.map(({ text }) => text).join(" ")} -- ${reason}${date}`;
}

function read(text: string): readonly string[] {
  return suppressionComments(text).map(said);
}

/** The only comment of a text. */
function only(text: string): SuppressionComment {
  const [comment, second] = suppressionComments(text);
  if (comment === undefined || second !== undefined) throw new Error("The text does not hold exactly one comment");
  return comment;
}

const LINE = "# kpi-disable-line data/gap -- r";

describe("what a suppression comment says", () => {
  it.each<[string, string]>([
    ["# kpi-disable-next-line data/gap -- counted twice a year", "next-line null: data/gap -- counted twice a year"],
    ["# kpi-disable-line data/gap -- r", "line 1: data/gap -- r"],
    ["# kpi-disable-file data/gap -- r", "file null: data/gap -- r"],
    ["#kpi-disable-line data/gap -- r", "line 1: data/gap -- r"],
    ["##  kpi-disable-line data/gap -- r", "line 1: data/gap -- r"],
    ["#\tkpi-disable-line\tdata/gap\t--\tr", "line 1: data/gap -- r"],
    ["# kpi-disable-line data/gap, data/stale -- r", "line 1: data/gap data/stale -- r"],
    ["# kpi-disable-line data/gap,data/stale , ref/cycle -- r", "line 1: data/gap data/stale ref/cycle -- r"],
    ["# kpi-disable-line data/gap data/stale -- r", "line 1: data/gap data/stale -- r"],
    ["# kpi-disable-line data/gap, -- r", "line 1: data/gap -- r"],
    ["# kpi-disable-line data/* -- r", "line 1: data/* -- r"],
    ["# kpi-disable-line gap -- r", "line 1: gap -- r"],
    ["# kpi-disable-line -- r", "line 1:  -- r"],
    ["# kpi-disable-line", "line 1:  -- null"],
    ["# kpi-disable-line data/gap", "line 1: data/gap -- null"],
    ["# kpi-disable-line data/gap --", "line 1: data/gap -- null"],
    ["# kpi-disable-line data/gap -- ...", "line 1: data/gap -- null"],
    ["# kpi-disable-line data/gap -- until:2026-12-31", "line 1: data/gap -- null (2026-12-31)"],
    ["# kpi-disable-line data/gap -- r until:2026-12-31", "line 1: data/gap -- r (2026-12-31)"],
    ["# kpi-disable-line data/gap -- r [until:2026-12-31]", "line 1: data/gap -- r (2026-12-31)"],
    ["# kpi-disable-line data/gap -- r until: 2026-12-31.", "line 1: data/gap -- r (2026-12-31)"],
    ["# kpi-disable-line data/gap until:2026-12-31 -- r", "line 1: data/gap -- r (2026-12-31)"],
    ["# kpi-disable-line data/gap -- one (until:2026-12-31) two", "line 1: data/gap -- one two (2026-12-31)"],
    ["# kpi-disable-line data/gap -- r until:summer", "line 1: data/gap -- r (summer)"],
    ["# kpi-disable-line data/gap -- r until:", "line 1: data/gap -- r ()"],
    ["# kpi-disable-line data/gap -- runtil:2026-12-31", "line 1: data/gap -- runtil:2026-12-31"],
    ["# kpi-disable-line data/gap -- one -- two", "line 1: data/gap -- one -- two"],
    ["# kpi-disable-line data/gap -- raison d'être 🎯", "line 1: data/gap -- raison d'être 🎯"],
    ["# kpi-disable-lines data/gap -- r", "null null: data/gap -- r"],
    ["# kpi-disable data/gap -- r", "null null: data/gap -- r"],
    ["# kpi-disable-constructor data/gap -- r", "null null: data/gap -- r"],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it.each<[string, string, string]>([
    ["# kpi-disable-line data/gap counted twice", "data/gap", "counted twice"],
    ["# kpi-disable-line data/gap — counted twice", "data/gap", "— counted twice"],
    ["# kpi-disable-line data/gap - counted twice", "data/gap", "- counted twice"],
    ["# kpi-disable-line data/gap: counted", "data/gap:", "counted"],
    ["# kpi-disable-line data/gap data/stale counted", "data/gap data/stale", "counted"],
    ["# kpi-disable-line data/gap, counted twice", "data/gap counted", "twice"],
    ["# kpi-disable-line data/gap --counted", "data/gap", "--counted"],
    ["# kpi-disable-line data/gap counted until:2026-12-31", "data/gap", "counted"],
    ["# kpi-disable-line data/gap one until:2026-12-31 two", "data/gap", "one until:2026-12-31 two"],
  ])("%s: what stands behind the rules is not marked as a reason", (text, rules, unmarked) => {
    const comment = only(text);
    expect(comment.rules.map((rule) => rule.text).join(" ")).toBe(rules);
    expect(comment.unmarked?.text).toBe(unmarked);
    expect(text.slice(comment.unmarked?.start, comment.unmarked?.end)).toBe(unmarked);
    expect(comment.reason).toBeNull();
  });

  it.each([
    "# kpi-disable-next-line data/gap , ref/*  -- r until: 2026-12-31.",
    "a: b   # kpi-disable-line data/gap, data/stale -- r until:2026-12-31",
    "\uFEFF  #  kpi-disable-file  data/gap",
  ])("%j: every piece stands at its offsets", (text) => {
    const comment = only(text);
    const { directive, rules } = comment;
    for (const { text: words, start, end } of [comment, directive, ...rules])
      expect(text.slice(start, end)).toBe(words);
    const { until } = comment;
    if (until !== null) expect(text.slice(until.start, until.end)).toMatch(/^until:\s*2026-12-31$/);
  });
});

describe("which line it speaks of", () => {
  it.each<[string, string, number | null]>([
    ["the next line", "# kpi-disable-next-line a/b -- r\nkpis: 1\n", 2],
    ["behind blank lines", "# kpi-disable-next-line a/b -- r\n\n  \t\nkpis: 1\n", 4],
    ["behind other comments", "# kpi-disable-next-line a/b -- r\n# more\n   # more\nkpis: 1\n", 4],
    ["behind a value", "goals: 1 # kpi-disable-next-line a/b -- r\n\nkpis: 1\n", 3],
    ["a line that ends in a comment", "# kpi-disable-next-line a/b -- r\nkpis: 1 # x\n", 2],
    ["text that looks like a comment", "a: | # kpi-disable-next-line a/b -- r\n  # x\n  y\n", 2],
    ["nothing", "kpis: 1\n# kpi-disable-next-line a/b -- r\n# more\n\n", null],
    ["its own line", "\n\ngoals: 1 # kpi-disable-line a/b -- r\n", 3],
    ["with lines that end in CR LF", "# kpi-disable-next-line a/b -- r\r\n\r\nkpis: 1\r\n", 3],
    ["with lines that end in CR", "# kpi-disable-next-line a/b -- r\r\rkpis: 1\r", 3],
    ["behind a byte order mark", "\uFEFF# kpi-disable-next-line a/b -- r\nkpis: 1\n", 2],
    ["in a later document", "a: 1\n---\n# kpi-disable-next-line a/b -- r\nb: 1\n", 4],
  ])("%s", (_, text, line) => {
    expect(only(text).line).toBe(line);
    expect(only(text).reason).toBe("r");
  });

  it("is the same one for comments that follow each other", () => {
    const text =
      "# kpi-disable-next-line a/b -- 1\n# kpi-disable-next-line a/c -- 2\n\n# kpi-disable-line a/d -- 3\nkpis: 1\n";
    expect(suppressionComments(text).map(({ line }) => line)).toEqual([5, 5, 4]);
  });
});

describe("what is a comment", () => {
  it.each<[string, string]>([
    ["at the start of a line", `${LINE}\na: b\n`],
    ["indented", `a:\n  ${LINE}\n  b: c\n`],
    ["behind a plain text", `a: b ${LINE}\n`],
    ["behind a tab", `a: b\t${LINE}\n`],
    ["behind a quoted text", `a: "b # c" ${LINE}\n`],
    ["behind a key", `a: ${LINE}\n  b: c\n`],
    ["behind a dash", `- ${LINE}\n  a\n`],
    ["behind the header of a block of text", `a: | ${LINE}\n  b\n`],
    ["behind a block of text", `a: |\n  b\n${LINE}\nc: d\n`],
    ["behind an empty block of text", `a: |\n${LINE}\nc: d\n`],
    ["between brackets", `a: [\n  b, ${LINE}\n  c,\n]\n`],
    ["below a closing bracket in its key's column", `a: [\n  b\n]\n${LINE}\n`],
    ["behind a document's start", `--- ${LINE}\na: b\n`],
    ["behind a document's end", `a: b\n... ${LINE}\n`],
    ["behind a directive", `%YAML 1.2 ${LINE}\n---\na: b\n`],
    ["without anything else", LINE],
    ["behind an anchor and a tag", `a: &x !!str ${LINE}\n  b\n`],
    ["in a sound document behind a broken one", `a: "b\n---\n${LINE}\nc: d\n`],
    ["in a sound document before a broken one", `${LINE}\nc: d\n---\na: [b\n`],
  ])("%s", (_, text) => {
    const { start, end } = only(text);
    expect(text.slice(start, end)).toBe(LINE);
  });

  it.each<[string, string]>([
    ["a plain text", `a: b#${LINE}\n`],
    ["a plain text of several lines", `a: b\n  c\n  d#${LINE}\n`],
    ["single quotes", `a: 'b ${LINE}'\n`],
    ["double quotes over several lines", `a: "b\n  ${LINE}\n  c"\n`],
    ["a literal block", `a: |\n  b\n  ${LINE}\nc: d\n`],
    ["a folded block", `a: >-\n  ${LINE}\nc: d\n`],
    ["a literal block with an indentation of its own", `a: |1\n  b\n ${LINE}\n`],
    ["the last lines of a literal block that keeps them", `a: |+\n  b\n\n  ${LINE}`],
    ["a literal block in a list", `- |\n ${LINE}\n- b\n`],
    ["a quoted key", `"b ${LINE}": c\n`],
    ["a literal block as a key", `? |\n  ${LINE}\n: c\n`],
    ["a quotation between brackets", `a: ["${LINE}", {"b ${LINE}": 'c ${LINE}'}]\n`],
    ["another comment", `a: b # see ${LINE}\n`],
    ["a comment about it", "a: b # see kpi-disable-line\n"],
    ["an anchor", "a: &# kpi-disable-line\n"],
    ["a broken document", `a: "b\n${LINE}\n`],
    ["a CSV file", "date,value,note\n2026-01-31,5,# kpi-disable-line data/gap -- r\n"],
    ["nothing", ""],
  ])("not the words inside %s", (_, text) => {
    expect(suppressionComments(text)).toEqual([]);
  });

  const noise = fc.string({
    unit: fc.constantFrom("a", " ", "\n", "#", ":", "-", "'", '"', "[", "}", "|"),
    maxLength: 8,
  });
  const words = fc.tuple(noise, fc.constantFrom(LINE, "# kpi-disable-file", "#"), noise).map((parts) => parts.join(""));
  const styles = fc.array(fc.constantFrom("PLAIN", "QUOTE_SINGLE", "QUOTE_DOUBLE", "BLOCK_LITERAL", "BLOCK_FOLDED"), {
    minLength: 1,
    maxLength: 5,
  } as const);
  const values = fc.oneof(words, fc.array(words), fc.dictionary(words, words), fc.dictionary(words, fc.array(words)));

  it("no text, however it is written, ever is one", () => {
    fc.assert(
      fc.property(values, styles, fc.boolean(), fc.constantFrom("\n", "\r\n", "\r"), (value, types, flow, lineEnd) => {
        const document = new Document(value);
        let node = 0;
        visit(document, {
          Scalar(_, found) {
            if (isScalar(found)) found.type = types[node++ % types.length] ?? "PLAIN";
          },
          Collection(_, found) {
            found.flow = flow;
          },
        });
        const source = document.toString({ lineWidth: 20 }).replaceAll("\n", lineEnd);
        fc.pre(readYaml(source).problems.length === 0);
        expect(suppressionComments(source)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  /** Texts with comments put at the end of lines and between them, wherever that is. */
  const commented = fc
    .tuple(
      fc.oneof(
        written.map(({ source }) => source),
        changed,
      ),
      fc.array(fc.tuple(fc.nat(), fc.nat(6)), { minLength: 1, maxLength: 3 }),
    )
    .map(([source, places]) =>
      places.reduce((text, [at, indent]) => {
        const lines = text.split("\n");
        const index = at % lines.length;
        const line = (lines[index] ?? "").replace(/\r$/, "");
        if (indent < 4) lines.splice(index, 0, " ".repeat(indent) + LINE);
        else lines[index] = `${line} ${LINE}`;
        return lines.join("\n");
      }, source),
    );

  it("is what the lexer of the yaml package calls one", () => {
    /** Where that package reads another text than we do; see test/text/yaml-agreement.test.ts. */
    const otherwise = /\r(?!\n)|.\uFEFF|\n\uFEFF|^[ \t]+---|[|>][-+]?[1-9]|^[ \t]*[|>]/m;
    let compared = 0;
    fc.assert(
      fc.property(commented, (text) => {
        fc.pre(!otherwise.test(text) && readYaml(text).documents.every(({ broken }) => !broken));
        const lexed: number[] = [];
        let at = 0;
        let isText = false;
        for (const token of new Lexer().lex(text)) {
          if (token === "\x1f" || token === "\x02" || token === "\x18") {
            isText = token === "\x1f";
            continue;
          }
          if (!isText && token.startsWith("# kpi-disable")) lexed.push(at);
          isText = false;
          at += token.length;
        }
        compared += lexed.length;
        expect(suppressionComments(text).map(({ start }) => start)).toEqual(lexed);
      }),
      { numRuns: 500, maxSkipsPerRun: 50 },
    );
    expect(compared).toBeGreaterThan(150);
  });

  it("can be taken out without a change of any value", () => {
    fc.assert(
      fc.property(commented, (text) => {
        const before = readYaml(text);
        // These mean something else in the first line: an indented ---, and a byte order mark.
        fc.pre(before.problems.length === 0 && !/^[ \t]+---|\n\uFEFF/m.test(text));
        for (const { removal } of suppressionComments(text)) {
          const without = text.slice(0, removal.start) + text.slice(removal.end);
          expect(readYaml(without).documents).toEqual(before.documents);
        }
      }),
      { numRuns: 500, maxSkipsPerRun: 50 },
    );
  });

  it("is looked for in any text without an error", () => {
    const piece = fc.constantFrom(
      LINE,
      "# kpi-disable",
      " -- ",
      "until:",
      "..",
      ",",
      "\n",
      "\r",
      "---\n",
      '"',
      "|+\n",
      "\0",
      "\ud800",
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ unit: "binary", maxLength: 4 })), { maxLength: 20 }),
        (pieces) => {
          const text = pieces.join("");
          for (const { start, end, removal } of suppressionComments(text)) {
            expect(text.slice(start, end)).toMatch(/^#+[ \t]*kpi-disable/);
            expect(removal.start).toBeLessThanOrEqual(start);
            expect(removal.end).toBeGreaterThanOrEqual(end);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("what is taken out with a comment", () => {
  it.each<[string, string, string]>([
    ["its line", `a: 1\n  ${LINE}\nb: 2\n`, "a: 1\nb: 2\n"],
    ["its line with CR LF", `a: 1\r\n${LINE}\r\nb: 2\r\n`, "a: 1\r\nb: 2\r\n"],
    ["its line at the end of the file", `a: 1\n${LINE}`, "a: 1\n"],
    ["its line behind a byte order mark", `\uFEFF${LINE}\na: 1\n`, "\uFEFFa: 1\n"],
    ["the space before it", `a: 1 \t ${LINE}\nb: 2\n`, "a: 1\nb: 2\n"],
    ["empty lines that a text above it would take", `a: |+\n  b\n\n${LINE}\n\n\nc: d\n`, "a: |+\n  b\n\nc: d\n"],
    ["lines of spaces that it would take", `a: >-\n  b\n${LINE}\n    \nc: d\n`, "a: >-\n  b\nc: d\n"],
    [
      "a hash sign stays where it holds a comment back",
      `a: |\n  b\n${LINE}\n  # c\nd: e\n`,
      "a: |\n  b\n#\n  # c\nd: e\n",
    ],
    ["all of it where it need not", `a: |\n  b\n ${LINE}\n # c\nd: e\n`, "a: |\n  b\n # c\nd: e\n"],
    ["no empty lines else", `a: b\n\n${LINE}\n\nc: d\n`, "a: b\n\n\nc: d\n"],
  ])("%s", (_, text, expected) => {
    const { removal } = only(text);
    expect(text.slice(0, removal.start) + text.slice(removal.end)).toBe(expected);
  });
});
