import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Document } from "yaml";
import { isYamlMap, readYaml, type YamlValue } from "../../src/text/yaml.ts";
import { sliceOf, YamlExcerpts } from "../../src/text/yaml-excerpt.ts";
import { changed } from "./yaml-random.ts";

const IDS = ["nps", "nps-2026"];

const FILE = `version: 1
# nps-2026: a comment
goals:
  happy: { title: Happy, owner: "@ceo" }
metrics:
  nps: # the score
    title: Net Promoter Score
    values:
      2026-03-31: 64

      # nps: late
      2026-06-30: { value: 68, note: nps }
    unit: points
  visits:
    title: Visits
kpis:
  traffic:
    leads: nps-2026
    why: |
      nps-2026: is what counts
  nps-2026:
    title: "75"
    metric: nps

    why: >
      first

      second

# more
  later: { metric: nps }
`;

/** What a text defines of the ids, without measured values. */
function definitions(text: string): unknown {
  const found: Record<string, unknown>[] = [];
  for (const { value } of readYaml(text).documents) {
    for (const collection of ["metrics", "kpis", "removed"]) {
      const all = value !== undefined && isYamlMap(value) ? value[collection] : undefined;
      if (all === undefined || !isYamlMap(all)) continue;
      for (const id of IDS) if (Object.hasOwn(all, id)) found.push({ collection, id, value: withoutValues(all[id]) });
    }
  }
  return found;
}

function withoutValues(value: YamlValue | undefined): unknown {
  if (value === undefined || !isYamlMap(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== "values"));
}

describe("the lines that define ids", () => {
  it("come with the lines that they belong to, without measured values", () => {
    expect(sliceOf(FILE, IDS)).toBe(`version: 1
goals:
metrics:
  nps: # the score
    title: Net Promoter Score
    values: {}
    unit: points
kpis:
  traffic:
    why: |
      nps-2026: is what counts
  nps-2026:
    title: "75"
    metric: nps

    why: >
      first

      second
`);
  });

  it.each([
    ["nothing defines them", "kpis:\n  other:\n    leads: nps-2026\n", ""],
    ["only a longer id stands there", "kpis:\n  nps-2026-b:\n    a: 1\n  x-nps:\n    a: 1\n", ""],
    ["only comments name them", "kpis:\n  # nps-2026: y\n  a: 1\n", ""],
    ["keys are quoted", 'kpis:\n  "nps-2026" :\n    a: 1\n', 'kpis:\n  "nps-2026" :\n    a: 1\n'],
    ["lines end as on Windows", "kpis:\r\n  nps:\r\n    a: 1\r\n  b: 2\r\n", "kpis:\n  nps:\n    a: 1\n"],
    [
      "there are documents",
      "---\na: 1\n---\nkpis:\n  nps:\n    a: 1\n...\n",
      "---\na: 1\n---\nkpis:\n  nps:\n    a: 1\n...\n",
    ],
    ["the text ends without a line end", "kpis:\n  nps: 1", "kpis:\n  nps: 1\n"],
    ["a mark of bytes leads", "\ufeffnps: 1\n", "\ufeffnps: 1\n"],
    ["one stands twice", "kpis:\n  nps:\n    a: 1\n  nps:\n    a: 2\n", "kpis:\n  nps:\n    a: 1\n  nps:\n    a: 2\n"],
  ])("%s", (_, text, slice) => {
    expect(sliceOf(text, IDS)).toBe(slice);
  });

  it.each([
    ["flow style", "kpis: { nps-2026: { a: 1 } }\n"],
    ["an alias", "x-a: &a { a: 1 }\nkpis:\n  nps: *a\n"],
    ["a merge", "x-a: &a { a: 1 }\nkpis:\n  nps:\n    <<: *a\n"],
    ["an alias in a list", "x-a: &a 1\nkpis:\n  nps:\n    tags:\n      - *a\n"],
    ["an explicit key", "kpis:\n  ? nps\n  : { a: 1 }\n"],
    ["lone carriage returns", "kpis:\r  nps:\r    a: 1\nb: 1\n  nps: 2\n"],
    ["a comment behind something", "kpis: # nps: x\n  a: 1\n"],
    ["a list of maps", "kpis:\n  - nps: 1\n"],
  ])("do not tell with %s", (_, text) => {
    expect(sliceOf(text, IDS)).toBeNull();
  });
});

describe("excerpts", () => {
  const excerpts = new YamlExcerpts(["", ...IDS]);

  it("are empty for other files, whatever is wrong with them", () => {
    expect(excerpts.of("a: [\n")).toEqual({ text: "", unread: false });
    expect(excerpts.of("kpis:\n  a: { leads: nps }\n")).toEqual({ text: "", unread: false });
  });

  it("say the same as the whole file where lines do not tell", () => {
    const text =
      "base: &base { unit: points, values: { 2026-01-01: 1 } }\nmetrics: { nps: *base }\nkpis:\n  nps-2026: [\n    1]\n";
    const excerpt = excerpts.of(text);
    expect(excerpt.unread).toBe(false);
    expect(definitions(excerpt.text)).toEqual(definitions(text));
    expect(excerpt.text).not.toContain("2026-01-01");
  });

  it("tell that a part of the file could not be read", () => {
    const conflict = FILE.replace("  nps-2026:\n", "<<<<<<< HEAD\n  nps-2026:\n=======\n  nps-2026:\n>>>>>>> side\n");
    expect(excerpts.of(conflict).unread).toBe(true);
    // What is wrong elsewhere does not touch them.
    expect(excerpts.of(`${FILE}  broken: [\n`)).toEqual(excerpts.of(FILE));
  });

  it("tell that a pointer of git LFS is not the file", () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${"a1".repeat(32)}\nsize 12345\n`;
    expect(excerpts.of(pointer)).toEqual({ text: "", unread: true });
  });

  const text = fc.oneof(
    fc.constantFrom(
      "nps",
      "nps-2026: x",
      "a\nnps: b",
      "  nps:\n    c: 1\n",
      "*nps",
      "{ nps: 1 }",
      "# nps: 1",
      "values: 1",
    ),
    fc.lorem({ maxCount: 30 }),
    fc.string({ unit: fc.constantFrom("a", " ", "\n", ":", "#", "'", '"', "nps", "-"), maxLength: 12 }),
  );
  const key = fc.constantFrom("nps", "nps-2026", "other", "visits", "values", "title");
  const field = fc.oneof(
    text,
    fc.integer(),
    fc.array(text, { maxLength: 3 }),
    fc.dictionary(key, text, { maxKeys: 3 }),
  );
  const entity = fc.dictionary(fc.constantFrom("title", "why", "target", "values", "tags", "nps", "unit"), field);
  const collection = fc.dictionary(key, entity);
  const file = fc.record(
    {
      version: fc.constant(1),
      goals: collection,
      metrics: collection,
      kpis: collection,
      removed: collection,
      "x-nps": field,
    },
    { requiredKeys: ["version"] },
  );
  const style = fc.record({
    indent: fc.constantFrom(1, 2, 4),
    lineWidth: fc.constantFrom(0, 20, 80),
    indentSeq: fc.boolean(),
    collectionStyle: fc.constantFrom("any", "block", "block", "flow"),
    defaultKeyType: fc.constantFrom("PLAIN", "QUOTE_DOUBLE", "QUOTE_SINGLE"),
  } as const);
  const written = fc
    .tuple(file, style, fc.constantFrom("\n", "\r\n"), fc.array(fc.nat(60), { maxLength: 4 }))
    .map(([value, { collectionStyle, ...options }, end, comments]) => {
      const lines = new Document(value, { aliasDuplicateObjects: false })
        .toString({ ...options, collectionStyle: collectionStyle ?? "any" })
        .split("\n");
      for (const at of comments) if (lines[at]?.endsWith(":") === true) lines[at] += " # nps: 1";
      return lines.join(end);
    });

  it("define the ids as the whole file does, however it is written", () => {
    fc.assert(
      fc.property(written, (source) => {
        fc.pre(readYaml(source).problems.length === 0);
        const excerpt = excerpts.of(source);
        expect(excerpt.unread).toBe(false);
        expect(definitions(excerpt.text)).toEqual(definitions(source));
      }),
      { numRuns: 500 },
    );
  });

  it("never throw", () => {
    const some = new YamlExcerpts(["a", "kpi", "title", "nps"]);
    fc.assert(
      fc.property(fc.oneof(changed, written), (source) => {
        const { text: taken } = some.of(source);
        expect(readYaml(taken).problems.filter(({ messageId }) => messageId === "syntax")).toEqual([]);
      }),
    );
  });
});
