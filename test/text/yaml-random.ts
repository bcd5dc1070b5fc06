/** Random YAML for properties: written by the `yaml` package in random styles, and changed at random. */

import fc from "fast-check";
import { Document, isScalar, visit } from "yaml";

const WORDS = [
  "",
  "a",
  "kpi",
  "Net Promoter Score",
  "x: y",
  "a #b",
  "#",
  "- a",
  "it's",
  'say "so"',
  "C:\\path",
  "tab\there",
];
const TRAPS = [
  "null",
  "~",
  "true",
  "12",
  "1e3",
  "0x1F",
  "+10",
  ".5",
  "2026-06-30",
  "<<",
  "@ana",
  "%",
  "*a",
  "&a",
  "!x",
];
const LINES = [
  "one\ntwo",
  "one\n\ntwo\n",
  " lead\nrest",
  "rest\n  more\nless",
  "end \n",
  "\n",
  "a\n\n\n",
  "ünï\n🎯 …",
  "\u0085",
];

const text = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.constantFrom(...TRAPS),
  fc.constantFrom(...LINES),
  fc.string({ maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom("a", " ", "\n", ":", "#", "-", "'", '"', "\\", "[", "}", ",", "\t"),
    maxLength: 14,
  }),
  fc.lorem({ maxCount: 25 }),
);

const scalar = fc.oneof(
  { weight: 4, arbitrary: text },
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
);

/** A value as YAML can hold it. */
const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthIdentifier: "value" },
    scalar,
    fc.array(tie("value"), { maxLength: 4, depthIdentifier: "value" }),
    fc.dictionary(text, tie("value"), { maxKeys: 4, depthIdentifier: "value" }),
  ),
})).value;

const styles = ["PLAIN", "QUOTE_SINGLE", "QUOTE_DOUBLE", "BLOCK_LITERAL", "BLOCK_FOLDED"] as const;

/** A YAML text, and the value it was written from. */
export const written: fc.Arbitrary<{ readonly source: string; readonly value: unknown }> = fc
  .record({
    value,
    indent: fc.integer({ min: 1, max: 5 }),
    lineWidth: fc.constantFrom(0, 20, 80),
    indentSeq: fc.boolean(),
    flow: fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }),
    types: fc.array(fc.constantFrom(...styles), { minLength: 1, maxLength: 8 }),
    lineEnd: fc.constantFrom("\n", "\n", "\r\n"),
  })
  .map(({ value, indent, lineWidth, indentSeq, flow, types, lineEnd }) => {
    const document = new Document(value, { version: "1.2", aliasDuplicateObjects: false });
    let node = 0;
    visit(document, {
      Scalar(_, found) {
        if (isScalar(found)) found.type = types[node++ % types.length] ?? "PLAIN";
      },
      Collection(_, found) {
        found.flow = flow[node++ % flow.length] ?? false;
      },
    });
    const source = document.toString({ indent, lineWidth, indentSeq, minContentWidth: 0 });
    // A line break of another kind inside a text would change the text.
    return { source: source.includes("\r") ? source : source.replaceAll("\n", lineEnd), value };
  });

const PIECES = [
  ..."-:?#'\"[]{},&*!|>@%`=~+.<\\\t \n\r",
  ...[
    "- ",
    ": ",
    "? ",
    " #c\n",
    "\n\n",
    "  ",
    "    ",
    "\r\n",
    "''",
    '\\"',
    "[]",
    "{}",
    ", ",
    "&a ",
    "*a",
    "*a ",
    "!!str ",
    "!!int ",
  ],
  ...[
    "|\n",
    ">-\n",
    "|+\n",
    ">5\n",
    "---\n",
    "...\n",
    "--- ",
    "<<: *a\n",
    "<<: {b: 1}\n",
    "+1",
    ".inf",
    "1e3",
    "0x1f",
    "null",
    "\uFEFF",
  ],
  ...["a: ", "b: &a {c: d}\n", "'k': ", "x\n  y", "%TAG ! x\n", "\0", "\x07", "\ud800", "\u2028", "🎯", "\u00a0"],
];

type Change = (source: string) => string;

const insert = fc.tuple(fc.nat(), fc.constantFrom(...PIECES)).map(
  ([at, piece]): Change =>
    (source) => {
      const offset = at % (source.length + 1);
      return source.slice(0, offset) + piece + source.slice(offset);
    },
);

const remove = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 3 })).map(
  ([at, length]): Change =>
    (source) => {
      const offset = at % (source.length + 1);
      return source.slice(0, offset) + source.slice(offset + length);
    },
);

const moveLine = fc.tuple(fc.nat(), fc.nat()).map(
  ([from, to]): Change =>
    (source) => {
      const lines = source.split("\n");
      const [line = ""] = lines.splice(from % lines.length, 1);
      lines.splice(to % (lines.length + 1), 0, line);
      return lines.join("\n");
    },
);

const indentLine = fc.tuple(fc.nat(), fc.integer({ min: -2, max: 3 })).map(
  ([at, by]): Change =>
    (source) => {
      const lines = source.split("\n");
      const index = at % lines.length;
      const line = lines[index] ?? "";
      lines[index] = by < 0 ? line.slice(-by) : " ".repeat(by) + line;
      return lines.join("\n");
    },
);

/** A text that was YAML before some pieces were put in or taken out and some lines were moved. */
export const changed: fc.Arbitrary<string> = fc
  .tuple(written, fc.array(fc.oneof(insert, insert, remove, moveLine, indentLine), { minLength: 1, maxLength: 4 }))
  .map(([{ source }, changes]) => changes.reduce((text, change) => change(text), source));
