import { readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonOf } from "../../src/definition/canonical.ts";
import { kpiSchema } from "../../src/definition/published.ts";
import { readYaml } from "../../src/text/yaml.ts";
import { formatYaml } from "../../src/text/yaml-format.ts";
import { messy } from "./yaml-messy.ts";
import { changed, written } from "./yaml-random.ts";

const canon = canonOf(kpiSchema());

/** The formatted text; fails where there is none. */
function format(text: string): string {
  const formatted = formatYaml(text, canon);
  if (!formatted.ok) throw new Error(`${formatted.reason}: ${JSON.stringify(text)}`);
  return formatted.text;
}

function expectFormatted(text: string, expected: string): void {
  expect(format(text)).toBe(expected);
  expect(format(expected)).toBe(expected);
}

/** Cases are written without their common indentation. */
function yaml({ raw: [source = ""] }: TemplateStringsArray): string {
  const lines = source.replace(/^\n/, "").replace(/ +$/, "").split("\n");
  const indent = Math.min(...lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(indent)).join("\n");
}

describe("the order of keys", () => {
  it("is that of the format, at the top and in goals, metrics and KPIs", () => {
    const text = yaml`
      kpis:
        k:
          target: 75
          title: Reach 75
          owner: "@a"
      goals:
        g:
          state: active
          owner: "@a"
          title: Grow
      removed: { r: { reason: sold, on: 2026-01-01 } }
      metrics:
        m:
          values: { 2026-01-31: { note: late, value: 3 } }
          unit: EUR
          title: Revenue
      version: 1
    `;
    expectFormatted(
      text,
      yaml`
      version: 1

      goals:
        g:
          title: Grow
          owner: "@a"
          state: active

      metrics:
        m:
          title: Revenue
          unit: EUR
          values: { 2026-01-31: { value: 3, note: late } }

      kpis:
        k:
          title: Reach 75
          target: 75
          owner: "@a"

      removed: { r: { on: 2026-01-01, reason: sold } }
    `,
    );
  });

  it.each([
    [
      "source: {link: https://a.b/c, how: automatic, system: CRM}",
      "source: { system: CRM, how: automatic, link: https://a.b/c }",
    ],
    ["bounds: {max: 1, min: 0}", "bounds: { min: 0, max: 1 }"],
  ])("holds inside the fields of a metric: %s", (source, expected) => {
    expectFormatted(`metrics:\n  m:\n    ${source}\n`, `metrics:\n  m:\n    ${expected}\n`);
  });

  it.each([
    ["timeframe: {end: 2026-10-31, start: 2026-07-01}", "timeframe: { start: 2026-07-01, end: 2026-10-31 }"],
    [
      "timeframe: {end: 2026-10-31, start: 2026-07-01, every: weekly}",
      "timeframe: { every: weekly, start: 2026-07-01, end: 2026-10-31 }",
    ],
    ["baseline: {source: x, value: 1}", "baseline: { value: 1, source: x }"],
    ["target: {max: 2, min: 1}", "target: { min: 1, max: 2 }"],
    ["guardrails: [{max: 2, metric: m}]", "guardrails: [{ metric: m, max: 2 }]"],
    [
      "changes: [{reason: r, to: 2, from: {b: 1, a: 2}, date: 2026-01-01}]",
      "changes: [{ date: 2026-01-01, from: { b: 1, a: 2 }, to: 2, reason: r }]",
    ],
    [
      "review: {x-room: North, last: 2026-01-01, every: monthly}",
      "review: { every: monthly, last: 2026-01-01, x-room: North }",
    ],
  ])("holds inside the fields of a KPI: %s", (source, expected) => {
    expectFormatted(`kpis:\n  k:\n    ${source}\n`, `kpis:\n  k:\n    ${expected}\n`);
  });

  it("leaves ids, dates and what is not of the format in their order, the team's own keys last", () => {
    const text = yaml`
      goals:
        z: { x-b: 1, tittle: Typo, x-a: { b: 1, a: 2 }, title: Zeta, other: 1 }
        a: { owner: "@a", title: Alpha }
        1e3: {}
      metrics:
        m:
          values:
            2026-02-28: 2
            2026-01-31: 1
    `;
    expectFormatted(
      text,
      yaml`
      goals:
        z: { title: Zeta, tittle: Typo, other: 1, x-b: 1, x-a: { b: 1, a: 2 } }
        a: { title: Alpha, owner: "@a" }
        1e3: {}

      metrics:
        m:
          values:
            2026-02-28: 2
            2026-01-31: 1
    `,
    );
  });

  it("keeps anchors before their aliases", () => {
    const text = yaml`
      x-metric: &count
        unit: clinics
      x-owner: &owner "@a"
      kpis:
        k:
          owner: *owner
          title: &title Reach 75
          why: *title
    `;
    expectFormatted(
      `${text}metrics:\n  m: { title: Rows, <<: *count }\nversion: 1\n`,
      yaml`
      version: 1

      x-metric: &count
        unit: clinics

      x-owner: &owner "@a"

      metrics:
        m: { <<: *count, title: Rows }

      kpis:
        k:
          title: &title Reach 75
          owner: *owner
          why: *title
    `,
    );
  });

  it("gives way where an anchor stands in a field that would come later", () => {
    const text = 'kpis:\n  k:\n    owner: &o "@a"\n    title: *o\n    target: 1\n';
    expectFormatted(text, 'kpis:\n  k:\n    owner: &o "@a"\n    title: *o\n    target: 1\n');
  });

  it("is left where an anchor is given twice", () => {
    const text = "kpis:\n  a: { owner: &o x, title: *o }\n  b: { owner: &o y, title: *o }\n";
    expectFormatted(text, text);
  });
});

describe("comments", () => {
  it("move with what they stand at", () => {
    const text = yaml`
      kpis:   # all of ours
        # the only one
        k:     # in Q3
          # agreed in May
          # by the board
          target: 75    # was 78
          title: Reach 75
          # kpi-disable-next-line relevant/why-missing -- agreed until:2026-12-31
          owner: "@a"
          # nothing follows
        # end of the KPIs
      # end of all
    `;
    expectFormatted(
      text,
      yaml`
      kpis: # all of ours
        # the only one
        k: # in Q3
          title: Reach 75
          # agreed in May
          # by the board
          target: 75 # was 78
          # kpi-disable-next-line relevant/why-missing -- agreed until:2026-12-31
          owner: "@a"
          # nothing follows
        # end of the KPIs
      # end of all
    `,
    );
  });

  it("at the top of a file stay there", () => {
    const text = "# yaml-language-server: $schema=x\n# Ours.\nmetrics:\n  m: { title: Rows }\nversion: 1\n";
    const expected = "# yaml-language-server: $schema=x\n# Ours.\nversion: 1\n\nmetrics:\n  m: { title: Rows }\n";
    expectFormatted(text, expected);
  });

  it("below those at the top belong to the first key", () => {
    const text = "# Ours.\n\n# What we count.\nmetrics:\n  m: { title: Rows }\nversion: 1\n";
    expectFormatted(text, "# Ours.\n\nversion: 1\n\n# What we count.\nmetrics:\n  m: { title: Rows }\n");
  });

  it("that speak of the next line move even from the top", () => {
    const text = "# kpi-disable-next-line schema/type -- later\nmetrics: []\nversion: 1\n";
    expectFormatted(text, "version: 1\n# kpi-disable-next-line schema/type -- later\nmetrics: []\n");
    const inside = "goals:\n  g: { title: Abc }\n    # kpi-disable-next-line schema/type -- later\nmetrics: []\n";
    expectFormatted(
      inside,
      "goals:\n  g: { title: Abc }\n\n# kpi-disable-next-line schema/type -- later\nmetrics: []\n",
    );
  });

  it("in lists stand at their items", () => {
    const text = yaml`
      kpis:
        k:
          guardrails:
          # the first
          -   metric: a   # one
              max: 2
          # the second
          - # of two
            max: 3
            metric: b
          -
            # above a key
            max: 4
            metric: c
          # end
    `;
    expectFormatted(
      text,
      yaml`
      kpis:
        k:
          guardrails:
            # the first
            - metric: a # one
              max: 2
            # the second
            - # of two
              metric: b
              max: 3
            - metric: c
              # above a key
              max: 4
            # end
    `,
    );
  });
});

describe("spacing", () => {
  it.each<[string, string, string]>([
    ["indentation", "goals:\n    g:\n       title: Abc\n", "goals:\n  g:\n    title: Abc\n"],
    ["an indented root", "  version: 1\n  goals: {}\n", "version: 1\ngoals: {}\n"],
    [
      "lists at the column of their key",
      "kpis:\n  k:\n    type:\n    - leading\n    - output\n",
      "kpis:\n  k:\n    type:\n      - leading\n      - output\n",
    ],
    ["lists in lists", "x-a:\n-   - 1\n    -   2\n-\n  - 3\n", "x-a:\n  - - 1\n    - 2\n  - - 3\n"],
    ["around colons", "version:   1\ngoals :\t{}\n", "version: 1\ngoals: {}\n"],
    ["at the end of lines", "version: 1  \n#  c  \ngoals: \n  g: { }\t\n", "version: 1\n\n#  c\ngoals:\n  g: {}\n"],
    ["before comments", "version: 1      # one\n", "version: 1 # one\n"],
    [
      "in flow collections",
      "x-a: {a:   1,b: [ x,y ] , 'c':{}, d: [ ],}\n",
      "x-a: { a: 1, b: [x, y], 'c': {}, d: [] }\n",
    ],
    ["in a root between brackets", "{goals: {}, version: 1}\n", "{ version: 1, goals: {} }\n"],
    [
      "behind tags and anchors",
      "x-a:   &a   !!str   7\nx-b: !!map   &b\n   c: 1\n",
      "x-a: &a   !!str   7\n\nx-b: !!map &b\n  c: 1\n",
    ],
    ["blank lines in a row", "\n\nversion: 1\n\n\n\ngoals: {}\n\n\n", "version: 1\n\ngoals: {}\n"],
    [
      "blank lines below a key",
      "goals:\n\n  g:\n\n    title: Abc\n\n    owner: x\n",
      "goals:\n  g:\n    title: Abc\n\n    owner: x\n",
    ],
    ["no last line end", "version: 1", "version: 1\n"],
    [
      "values on a line of their own",
      "x-a:\n        text\nx-b:   # c\n     &a [1]\n",
      "x-a:\n  text\n\nx-b: # c\n  &a [1]\n",
    ],
  ])("is even: %s", (_, text, expected) => {
    expectFormatted(text, expected);
  });

  it("sets sections, goals, metrics and KPIs of several lines apart by one blank line", () => {
    const text = yaml`
      version: 1
      goals:
        a: { title: Alpha }
        b: { title: Beta }
        c:
          title: Gamma
        # about d
        d:
          title: Delta


        e: { title: Epsilon }
      metrics:
        m: { title: Mu }
      x-a: 1
      x-b: 2
    `;
    expectFormatted(
      text,
      yaml`
      version: 1

      goals:
        a: { title: Alpha }
        b: { title: Beta }

        c:
          title: Gamma

        # about d
        d:
          title: Delta

        e: { title: Epsilon }

      metrics:
        m: { title: Mu }

      x-a: 1
      x-b: 2
    `,
    );
  });

  it("moves texts over several lines with their key, and keeps what counts in them", () => {
    const text = yaml`
      kpis:
         k:
            why: |
                 First  

                   more
                 # no comment
            if_off_track: Two
                lines
            x-keep: |+
               end

            title: "Over
               two \
               lines"
    `;
    expect(readYaml(text).problems).toEqual([]);
    const formatted = format(text);
    expect(formatted).toBe(
      yaml`
      kpis:
        k:
          title: "Over
            two \
            lines"
          why: |
            First  

              more
            # no comment
          if_off_track: Two
            lines
          x-keep: |+
            end

    `,
    );
    expect(format(formatted)).toBe(formatted);
  });

  it("keeps blocks of text whose indentation is stated", () => {
    const text = "x-a:\n   b: |2-\n       two more\n     none\n   c:\n   - >1\n       x\n";
    const expected = "x-a:\n  b: |2-\n      two more\n    none\n  c:\n    - >1\n        x\n";
    expect(values(expected)).toEqual(values(text));
    expectFormatted(text, expected);
  });

  it.each([
    ["1.0", "1e3", "0x10", "+5", "007", "~", "null", "True"],
    ['"2026-06-30"', "'it''s'", '"\\u0040a"', "''", '"# none"'],
  ])("never touches how a value is written: %s", (...values) => {
    const text = `x-a:\n${values.map((value, index) => `  k${index}:   ${value}\n`).join("")}  "k ": [${values.join(",")}]\n`;
    const expected = `x-a:\n${values.map((value, index) => `  k${index}: ${value}\n`).join("")}  "k ": [${values.join(", ")}]\n`;
    expectFormatted(text, expected);
  });
});

describe("files", () => {
  it("keep the line ends of Windows and the byte order mark", () => {
    const text = "# top\r\ngoals:\r\n   g:  {title: Abc}\r\nversion: 1";
    const expected = "# top\r\nversion: 1\r\n\r\ngoals:\r\n  g: { title: Abc }\r\n";
    expectFormatted(text, expected);
    expectFormatted(`\uFEFF${text}`, `\uFEFF${expected}`);
  });

  it("may hold several documents, with directives and markers", () => {
    const text =
      "%YAML 1.2\n---\n# one\nkpis: {}\nversion:  1\n# end\n---   # two\nversion:  1\n...\n# three\n--- {b:  1}\n...\n";
    const expected =
      "%YAML 1.2\n---\n# one\nversion: 1\nkpis: {}\n# end\n---   # two\nversion: 1\n...\n# three\n--- { b: 1 }\n...\n";
    expectFormatted(text, expected);
  });

  it.each([
    ["only comments", "# a\n\n\n#  b\n"],
    ["nothing", ""],
    ["a text", "just  text\n"],
    ["explicit keys", "? goals\n:   {}\nversion:  1\n"],
    ["JSON over several lines", '{\n    "version": 1,\n  "goals": {}\n}\n'],
    ["lone carriage returns", "version:  1\rgoals: {}\n"],
    ["a tagged root", "!!map\nversion:   1\n"],
  ])("are left as they are: %s", (_, text) => {
    expect(format(text)).toBe(text);
  });

  it("keep flow collections over several lines, moved as a whole", () => {
    const text = "kpis:\n    k:\n        tags: [a,\n               b]\n        title: Abc\n";
    expectFormatted(text, "kpis:\n  k:\n    title: Abc\n    tags: [a,\n           b]\n");
  });

  it.each([
    ["a syntax error", "a: [1\n", "syntax"],
    ["a key that stands twice", "a: 1\na: 2\n", "duplicate-key"],
    ["an alias of nothing", "a: *b\n", "alias"],
  ])("with %s are not formatted", (_, text, messageId) => {
    expect(formatYaml(text, canon)).toMatchObject({ ok: false, reason: "problem", problem: { messageId } });
  });
});

/** Values without the order of their keys. */
function values(text: string): unknown {
  return readYaml(text).documents.map(({ value }) => value);
}

function comments(text: string): readonly string[] {
  return [...text.matchAll(/# ?c\d+/g)].map(([comment]) => comment).sort();
}

describe("any text", () => {
  it("means the same, and has one canonical form", () => {
    fc.assert(
      fc.property(messy, (text) => {
        const formatted = format(text);
        expect(values(formatted)).toEqual(values(text));
        expect(comments(formatted)).toEqual(comments(text));
        expect(format(formatted)).toBe(formatted);
        expect(formatted).not.toMatch(/^\n|[^\n]$/);
        if (text.includes("\r\n"))
          expect(formatted).toBe(format(text.replaceAll("\r\n", "\n")).replaceAll("\n", "\r\n"));
      }),
      { numRuns: 1000 },
    );
  });

  it("is formatted safely or not at all", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          written.map(({ source }) => source),
          changed,
        ),
        (text) => {
          const formatted = formatYaml(text, canon);
          if (!formatted.ok) {
            expect(formatted.reason).toBe("problem");
            return;
          }
          expect(values(formatted.text)).toEqual(values(text));
          expect(formatYaml(formatted.text, canon)).toEqual(formatted);
        },
      ),
      { numRuns: 2000 },
    );
  });

  const root = path.join(import.meta.dirname, "../../examples");
  const examples = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) =>
    /\.kpi\.ya?ml$/.test(file),
  );

  it.each(examples.filter((file) => file.startsWith("kpis/")))("examples/%s is canonical", (file) => {
    const text = readFileSync(path.join(root, file), "utf8");
    expect(format(text)).toBe(text);
  });

  it.each(examples)("examples/%s has one canonical form", (file) => {
    const text = readFileSync(path.join(root, file), "utf8");
    const formatted = formatYaml(text, canon);
    if (!formatted.ok) {
      expect(readYaml(text).problems).toContainEqual(formatted.reason === "problem" ? formatted.problem : null);
      return;
    }
    expect(values(formatted.text)).toEqual(values(text));
    expect(format(formatted.text)).toBe(formatted.text);
  });
});

describe("a key that ends in an anchor or a tag", () => {
  it.each(["&a : 1\n", "a: 1\n&b : 2\n", "!!str : 1\n", "{ &a : 1 }\n"])("keeps its colon apart: %j", (text) => {
    const formatted = formatYaml(text, null);
    expect(formatted).toMatchObject({ ok: true, text });
  });
});
