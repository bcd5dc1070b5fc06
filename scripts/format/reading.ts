/** How the text of YAML and of data files is read, and what is refused: asked of the readers themselves. */

import { isYamlMap, MAX_YAML_BYTES, readYaml } from "../../src/text/yaml.ts";
import { seriesFromCsv } from "../../src/workspace/series-csv.ts";
import { code, table } from "./markdown.ts";

const SCALARS = [
  "75",
  "-0.5",
  "1e3",
  "0x1F",
  "017",
  "+10",
  "1_000",
  '"75"',
  "2026-06-30",
  "yes",
  "true",
  "null",
  "~",
  "",
];

/** What plain words of YAML 1.2 read as. */
export function scalarTable(): string {
  return table(
    ["written", "reads as"],
    SCALARS.map((text) => [text === "" ? "(empty)" : code(text), readAs(text)]),
  );
}

function readAs(text: string): string {
  const value = readYaml(`key: ${text}`).documents[0]?.value;
  const read = isYamlMap(value) ? value.key : undefined;
  if (typeof read === "string") return `the text ${code(read)}`;
  return read === null || read === undefined
    ? "no value"
    : `${typeof read === "number" ? "the number " : ""}${code(String(read))}`;
}

const MANY = `[${"x, ".repeat(99)}x]`;

/** What the reader of YAML refuses; the last three are its limits. */
const REFUSED: readonly (readonly [what: string, text: string])[] = [
  ["the same key twice in a map", "a: 1\na: 2\n"],
  ["a tag that is not one of the core schema", "a: !secret b\n"],
  ["an alias without its anchor", "a: *b\n"],
  ["a number that is not finite", "a: .inf\n"],
  ["a list or a map as a key", "[a, b]: c\n"],
  ["deep nesting", `${"[".repeat(101)}${"]".repeat(101)}\n`],
  ["aliases of aliases", `a: &a ${MANY}\nb: &b [${"*a, ".repeat(99)}*a]\nc: [${"*b, ".repeat(19)}*b]\n`],
  ["a very large file", "x".repeat(MAX_YAML_BYTES + 1)],
];

/** What is refused in a YAML file, and the sentence that says so. */
export function refusedTable(): string {
  return table(
    ["in a file", "what `kpi check` says"],
    REFUSED.map(([what, text]) => [what, firstMessage(what, readYaml(text).problems)]),
  );
}

/** The limits of a data file, as rows of a table of what is refused. */
export function dataLimits(): readonly (readonly string[])[] {
  const options = { scale: 1, bounds: null };
  const huge = " ".repeat(50 * 1024 * 1024 + 1);
  const long = `date,value\n${"2026,1\n".repeat(1_000_001)}`;
  return [
    ["a very large file", firstMessage("size", seriesFromCsv(huge, options).problems), ""],
    ["a very long file", firstMessage("rows", seriesFromCsv(long, options).problems), ""],
  ];
}

function firstMessage(what: string, problems: readonly { readonly message: string }[]): string {
  const [first] = problems;
  if (first === undefined) throw new Error(`Nothing refuses this any more: ${what}`);
  return first.message;
}
