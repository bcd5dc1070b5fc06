import fc from "fast-check";
import { CORE_SCHEMA, load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { readYaml } from "../../src/text/yaml.ts";
import { changed, written } from "./yaml-random.ts";
import { comparable, parseReference, referenceValues } from "./yaml-reference.ts";

/** Where the two packages read the same text differently, and why that is left as it is. */
const DIFFERENCES: readonly (readonly [RegExp, string])[] = [
  [/\r(?!\n)/, "a lone CR is text for `yaml`, and ends a line for YAML and for us"],
  [/.\uFEFF|\n\uFEFF/, "a byte order mark behind the start is text for us"],
  [/^[ \t]+---/, "an indented --- at the start is text for `yaml`"],
  [/[|>][-+]?[1-9]/, "the explicit indentation of a block of text at the root counts from another column"],
  [/\n[ ]+$/, "spaces in a last line without a line break are an empty line for us"],
  [/^\s*[ \t][|>]/, "a block of text that starts in an indented root ends at another column"],
  [/^[ -]*:\s*\n\s*:/m, "a key without text below an empty value belongs to that value for `yaml`"],
  [/: (- )*\? /, "explicit keys in explicit values are written in a wrong column by `yaml`, and refused by us"],
  [/\\\r?\n[ \t]*\r?\n/, "an empty line behind an escaped line break is nothing for us and a space for `yaml`"],
];

/** Problems that leave a decided value: they do not hinder the comparison. */
const DECIDED = new Set(["number", "duplicate-key", "comparison"]);

/** Empty documents and null documents are told apart by us only. */
function contents(values: readonly unknown[]): unknown[] {
  return values.filter((value) => value !== null && value !== undefined).map(comparable);
}

function agree(text: string): void {
  fc.pre(!DIFFERENCES.some(([pattern]) => pattern.test(text)));
  const { documents, problems } = readYaml(text);
  fc.pre(problems.every(({ messageId }) => DECIDED.has(messageId)));
  const reference = parseReference(text);
  fc.pre(reference !== null);
  if (reference === null) return;
  expect(contents(documents.map(({ value }) => value))).toEqual(contents(referenceValues(reference)));
}

describe("the read path and the yaml package", () => {
  it("read what the package has written, as the value it was written from", () => {
    fc.assert(
      fc.property(written, ({ source, value }) => {
        fc.pre(!DIFFERENCES.some(([pattern]) => pattern.test(source)));
        // Forced styles do not always read back as they were meant, not even in the package itself.
        const reference = referenceValues(parseReference(source) ?? []);
        fc.pre(JSON.stringify(comparable(reference[0])) === JSON.stringify(comparable(value)));
        const { documents, problems } = readYaml(source);
        expect(problems.filter(({ messageId }) => messageId !== "comparison")).toEqual([]);
        expect(comparable(documents[0]?.value ?? null)).toEqual(comparable(value));
      }),
      { numRuns: 600, seed: 12 },
    );
  });

  it("agree on every text that both accept", () => {
    fc.assert(fc.property(changed, agree), { numRuns: 1500, maxSkipsPerRun: 20, seed: 12 });
  });

  it.each([
    "a: &x {k: 1}\nb: {<<: *x, k: 2}\nc: [*x, *x]\n",
    "? a\n: b\n? c\n? d\n",
    "{a, b: , ? c : d, 'e':f}\n",
    "[a: b, ? c, : d]\n",
    "a: !!str 1\nb: !!int '2'\nc: ! 3\n",
    "k: >+\n  a\n\n   b\n  c\n\n\nl: |-\n  x\n \n",
    "a: 'x\n\n  y'\nb: \"x \\\n  y\\\n  \\ z\"\n",
  ])("agree on %j", agree);
});

describe("the read path and js-yaml's own constructor", () => {
  const scalar = fc.oneof(
    fc.string({ unit: fc.constantFrom(..."0123456789+-.eExXoObBaAfFiInN_:~tTrRuUlLsS"), minLength: 1, maxLength: 9 }),
    fc.double().map(String),
    fc.integer().map(String),
    fc.tuple(fc.constantFrom("", "+", "-"), fc.nat(), fc.nat()).map(([sign, a, b]) => `${sign}${a}.${b}`),
  );

  it("resolve plain scalars alike, but for numbers that are not finite", () => {
    fc.assert(
      fc.property(scalar, (source) => {
        const text = `- x${source}\n- ${source} #\n`;
        const { documents, problems } = readYaml(text);
        fc.pre(problems.length === 0 && !source.endsWith(":"));
        expect(documents[0]?.value).toEqual(load(text, { schema: CORE_SCHEMA }));
      }),
      { numRuns: 3000 },
    );
  });
});
