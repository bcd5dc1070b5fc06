import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkExample } from "../../src/engine/example.ts";
import { type FixOutcome, fixWorkspace } from "../../src/engine/fix.ts";
import type { CheckResult } from "../../src/engine/result.ts";
import type { Finding, TextEdit } from "../../src/findings/finding.ts";
import type { Rule } from "../../src/rules/define.ts";
import { rules } from "../../src/rules/index.ts";
import { LineIndex } from "../../src/text/source.ts";
import { checkFiles } from "../support/check.ts";

type Files = Readonly<Record<string, string>>;

function textIn(files: Files): (file: string) => string | null {
  return (file) => files[file] ?? null;
}

/** Comments that suppress nothing stay where they are: their own fix has tests of its own. */
const FIXING = rules.map((rule): Rule => (rule.id === "suppression/unused" ? { ...rule, level: "off" } : rule));

/** Fixes a workspace in memory with all other rules. */
async function fix(files: Files): Promise<FixOutcome> {
  const run = (changed: ReadonlyMap<string, string>): Promise<CheckResult> =>
    checkExample({ files: { ...files, ...Object.fromEntries(changed) } }, FIXING);
  return fixWorkspace(run, { textOf: textIn(files) });
}

function rulesOf(result: CheckResult): readonly string[] {
  return result.findings.map(({ ruleId }) => ruleId);
}

/** The text of kpi.yaml after a fix of this rule, which leaves nothing of the rule and nothing to do for a second run. */
async function fixed(text: string, rule: string, more: Files = {}, file = "kpi.yaml"): Promise<string> {
  const files: Files = { ...more, "kpi.yaml": text };
  expect(rulesOf(await checkFiles(files))).toContain(rule);
  const outcome = await fix(files);
  expect(rulesOf(outcome.result)).not.toContain(rule);
  const now: Files = { ...files, ...Object.fromEntries(outcome.texts) };
  expect(await fix(now)).toMatchObject({ texts: new Map(), fixed: 0, rounds: 0 });
  return now[file] ?? "";
}

describe("a missing version", () => {
  const goals = "goals:\n  g: { title: Abc, owner: team:a }\n";

  it.each<[string, string, string]>([
    ["at the top", goals, `version: 1\n${goals}`],
    ["below the comments of the file", `# schema\n# Ours.\n${goals}`, `# schema\n# Ours.\nversion: 1\n${goals}`],
    [
      "above the comments of the first key",
      `# Ours.\n\n# Goals.\n${goals}`,
      `# Ours.\n\nversion: 1\n# Goals.\n${goals}`,
    ],
    ["below a comment and a blank line", `# Ours.\n\n${goals}`, `# Ours.\n\nversion: 1\n${goals}`],
    [
      "above a comment on the next line",
      `# kpi-disable-next-line ref/cycle -- none until:2027-01-01\n${goals}`,
      `version: 1\n# kpi-disable-next-line ref/cycle -- none until:2027-01-01\n${goals}`,
    ],
    ["with the line ends of Windows", goals.replaceAll("\n", "\r\n"), `version: 1\n${goals}`.replaceAll("\n", "\r\n")],
    ["behind a byte order mark", `\uFEFF${goals}`, `\uFEFFversion: 1\n${goals}`],
    ["behind a byte order mark and a comment", `\uFEFF# a\n${goals}`, `\uFEFF# a\nversion: 1\n${goals}`],
    [
      "in an indented file",
      "  goals:\n    g: { title: Abc, owner: team:a }",
      "  version: 1\n  goals:\n    g: { title: Abc, owner: team:a }",
    ],
    ["before a key behind a question mark", "? goals\n: {}\n", "version: 1\n? goals\n: {}\n"],
    ["below a tag", "--- !!map\ngoals: {}\n", "--- !!map\nversion: 1\ngoals: {}\n"],
    ["behind a marker", `%YAML 1.2\n---\n${goals}`, `%YAML 1.2\n---\nversion: 1\n${goals}`],
    [
      "between brackets",
      "{ goals: { g: { title: Abc, owner: team:a } } }",
      "{ version: 1, goals: { g: { title: Abc, owner: team:a } } }",
    ],
    [
      "in JSON",
      '{\n  "goals": { "g": { "title": "Abc", "owner": "team:a" } }\n}\n',
      '{\n  "version": 1,\n  "goals": { "g": { "title": "Abc", "owner": "team:a" } }\n}\n',
    ],
    [
      "in every document",
      `${goals}---\nmetrics:\n  m: { title: Rows }\n`,
      `version: 1\n${goals}---\nversion: 1\nmetrics:\n  m: { title: Rows }\n`,
    ],
  ])("is written %s", async (_, text, expected) => {
    expect(await fixed(text, "schema/version")).toBe(expected);
  });

  it("is reported at the empty place before the first key", async () => {
    const { findings } = await checkFiles({ "kpi.yaml": `# a\n${goals}` });
    const finding = findings.find(({ ruleId }) => ruleId === "schema/version");
    expect(finding?.range).toMatchObject({ start: { line: 2, column: 1 }, end: { line: 2, column: 1 } });
    expect(finding?.fix?.edits).toEqual([{ file: "kpi.yaml", start: 4, end: 4, text: "version: 1\n" }]);
  });

  it("is left to people where the file has no key yet", async () => {
    const outcome = await fix({ "kpi.yaml": "--- !!map { }\n" });
    expect(outcome.texts).toEqual(new Map());
    expect(outcome.result.findings).toMatchObject([{ ruleId: "schema/version", fix: null }]);
  });
});

describe("rows in the file that are not in order", () => {
  const metric = (values: string): string =>
    `version: 1\nmetrics:\n  m:\n    title: Rows\n    values:${values}\n    unit: EUR\n`;

  it.each<[string, string, string]>([
    [
      "with their comments",
      `
      # the second survey
      # of the year
      2026-03-31: 64 # high
      # the first

      2025-12-31:   62
      # kpi-disable-next-line data/unit-jump -- known until:2027-01-01
      2026-06-30: 68
      # more to come`,
      `
      2025-12-31:   62
      # the first

      # the second survey
      # of the year
      2026-03-31: 64 # high
      # kpi-disable-next-line data/unit-jump -- known until:2027-01-01
      2026-06-30: 68
      # more to come`,
    ],
    [
      "with several lines each",
      `
      2026-03-31:
        value: null
        note: |
          # no comment
          Moved
        # inside
      2025-12-31: { value: 62,
        note: x }
      2025-Q3: 61`,
      `
      2025-Q3: 61
      2025-12-31: { value: 62,
        note: x }
      2026-03-31:
        value: null
        note: |
          # no comment
          Moved
        # inside`,
    ],
    [
      " between brackets",
      " {2026-03-31: 64 ,  2025-12-31: { value: 62, note: x }, '2025-09': 1}",
      " {'2025-09': 1 ,  2025-12-31: { value: 62, note: x }, 2026-03-31: 64}",
    ],
    [
      " between brackets on lines",
      " {\n      2026-03-31: 64,\n      2025-12-31: 62 }",
      " {\n      2025-12-31: 62,\n      2026-03-31: 64 }",
    ],
    [
      " where only two change places",
      "\n      2025-10: 1\n      2025-12: 3\n      2025-11: 2\n      2026-01: 4",
      "\n      2025-10: 1\n      2025-11: 2\n      2025-12: 3\n      2026-01: 4",
    ],
    [
      " by the last day of a period",
      "\n      2026-Q1: 3\n      2026-W02: 1\n      2026-02: 2",
      "\n      2026-W02: 1\n      2026-02: 2\n      2026-Q1: 3",
    ],
  ])("change places %s", async (_, values, expected) => {
    expect(await fixed(metric(values), "data/unsorted")).toBe(metric(expected));
    const windows = metric(values).replaceAll("\n", "\r\n");
    expect(await fixed(windows, "data/unsorted")).toBe(metric(expected).replaceAll("\n", "\r\n"));
  });

  it("change places at the end of a file without a line end", async () => {
    const text = "version: 1\nmetrics:\n  m:\n    title: Rows\n    values:\n      2026-03-31: 2\n      2025-12-31: 1";
    expect(await fixed(text, "data/unsorted")).toBe(
      "version: 1\nmetrics:\n  m:\n    title: Rows\n    values:\n      2025-12-31: 1\n      2026-03-31: 2",
    );
  });

  it.each([
    ["an anchor", "\n      2026-03-31: &a 64\n      2025-12-31: 62\n      2026-06-30: *a"],
    ["a row without a date", "\n      2026-03-31: 64\n      2025-12-31: 62\n      soon: 68"],
    ["a comment between the brackets", " {\n      2026-03-31: 64, # high\n      2025-12-31: 62 }"],
    ["a key behind a question mark", "\n      ? 2026-03-31\n      : 64\n      ? 2025-12-31\n      : 62"],
    [
      "a text that keeps blank lines",
      "\n      2026-03-31: { value: 64 }\n      2025-12-31:\n        value: 62\n        note: |+\n          x\n\n",
    ],
  ])("are left to people where there is %s", async (_, values) => {
    const outcome = await fix({ "kpi.yaml": metric(values) });
    expect(outcome.texts).toEqual(new Map());
    expect(outcome.result.findings.find(({ ruleId }) => ruleId === "data/unsorted")?.fix).toBeNull();
  });
});

describe("rows of a data file that are not in order", () => {
  const text = "version: 1\nmetrics:\n  m: { title: Rows, data: m.csv }\n";
  const csv = (rows: string): Promise<string> => fixed(text, "data/unsorted", { "m.csv": rows }, "m.csv");

  it.each<[string, string, string]>([
    ["plain", "date,value\n2026-02-28,2\n2026-01-31,1\n", "date,value\n2026-01-31,1\n2026-02-28,2\n"],
    [
      "as they are spaced",
      "date, value\n2026-02-28 ,2\n\n 2026-01-31,  1\n",
      "date, value\n 2026-01-31,  1\n\n2026-02-28 ,2\n",
    ],
    ["without a last line end", "date,value\n2026-02-28,2\n2026-01-31,1", "date,value\n2026-01-31,1\n2026-02-28,2"],
    [
      "of Windows, with a mark",
      "\uFEFFdate,value\r\n2026-02-28,2\r\n2026-01-31,1\r\n",
      "\uFEFFdate,value\r\n2026-01-31,1\r\n2026-02-28,2\r\n",
    ],
    [
      "with notes over several lines",
      'date,value,note\r\n2026-03-31,3,"two ""x"",\nlines\n\n"\r\n2026-02-28,2,\r\n"2026-01-31",,"gap, known"\r\n',
      'date,value,note\r\n"2026-01-31",,"gap, known"\r\n2026-02-28,2,\r\n2026-03-31,3,"two ""x"",\nlines\n\n"\r\n',
    ],
    [
      "whose day stands twice",
      "date,value\n2026-02-28,2\n2026-01-31,1\n2026-02,3\n",
      "date,value\n2026-01-31,1\n2026-02-28,2\n2026-02,3\n",
    ],
  ])("change places: %s", async (_, rows, expected) => {
    expect(await csv(rows)).toBe(expected);
  });

  it.each([
    ["a quotation mark does not fit", 'date,value,note\n2026-02-28,2,a "b" c\n2026-01-31,1,\n2025-01-31,1,\n'],
    ["a quotation mark is not closed", 'date,value,note\n2026-02-28,2,\n2026-01-31,1,"a\n2025-01-31,1,\n'],
    ["a row has no date", "date,value\n2026-02-28,2\n2026-01-31,1\nsoon,3\n"],
  ])("are left to people where %s", async (_, rows) => {
    const outcome = await fix({ "kpi.yaml": text, "m.csv": rows });
    expect(rulesOf(outcome.result)).toContain("data/unsorted");
    expect(outcome.texts).toEqual(new Map());
  });

  it("are all there in the end, in order, and no other character has changed", async () => {
    const row = fc.tuple(
      fc.integer({ min: 1, max: 28 }),
      fc.constantFrom("1,", "2,note", '3,"a, b"', '4,"a\nb"', '5," ""q"" "'),
    );
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(row, { selector: ([day]) => day, minLength: 2, maxLength: 8 }), async (rows) => {
        const written = rows.map(([day, rest]) => ({ day, line: `2026-01-${String(day).padStart(2, "0")},${rest}` }));
        const before = `date,value,note\n${written.map(({ line }) => line).join("\n")}\n`;
        const sorted = [...written].sort((a, b) => a.day - b.day);
        const after = `date,value,note\n${sorted.map(({ line }) => line).join("\n")}\n`;
        const outcome = await fix({ "kpi.yaml": text, "m.csv": before });
        expect(outcome.texts.get("m.csv") ?? before).toBe(after);
      }),
      { numRuns: 60 },
    );
  });
});

/** A finding with a fix, for files in which each upper-case letter is a mistake. */
function finding(
  file: string,
  text: string,
  start: number,
  edits: readonly Omit<TextEdit, "file">[],
  rule = "test/upper",
): Finding {
  return {
    ruleId: rule,
    messageId: "upper",
    severity: "warning",
    message: `Write ${text.charAt(start)} as a small letter.`,
    file,
    range: new LineIndex(text).range(start, start + 1),
    entity: null,
    path: [],
    url: "https://example.com",
    fingerprint: `${text.charAt(start)}${start}`,
    suggestions: [{ title: "Suggested only", edits: [{ file, start: 0, end: 0, text: "never" }] }],
    fix: { title: "Write it small", edits: edits.map((edit) => ({ file, ...edit })) },
    related: [],
  };
}

interface Toy {
  readonly files: Files;
  readonly findings: (file: string, text: string) => readonly Finding[];
}

/** Fixes files that are checked by a function; also says how often it was asked. */
async function fixToy(
  { files, findings }: Toy,
  mayChange?: (file: string) => boolean,
): Promise<FixOutcome & { readonly checks: number }> {
  let checks = 0;
  const empty = await checkFiles({ "kpi.yaml": "version: 1\n" });
  const outcome = await fixWorkspace(
    async (changed) => {
      checks++;
      const found = Object.keys(files).flatMap((file) => findings(file, changed.get(file) ?? files[file] ?? ""));
      return { ...empty, findings: found };
    },
    { textOf: textIn(files), ...(mayChange === undefined ? {} : { mayChange }) },
  );
  return { ...outcome, checks };
}

const upper = (text: string): readonly number[] => [...text.matchAll(/[A-Z]/g)].map(({ index }) => index);
const small = (text: string, at: number) => ({ start: at, end: at + 1, text: text.charAt(at).toLowerCase() });

describe("fixing until nothing is left", () => {
  it("applies what does not touch at once, and never a suggestion", async () => {
    const findings: Toy["findings"] = (file, text) =>
      upper(text).map((at) => finding(file, text, at, [small(text, at)]));
    const outcome = await fixToy({ files: { a: "aXbYc", b: "none", c: "Z" }, findings });
    expect(outcome).toMatchObject({
      fixed: 3,
      rounds: 1,
      checks: 2,
      texts: new Map([
        ["a", "axbyc"],
        ["c", "z"],
      ]),
    });
    expect(outcome.result.findings).toEqual([]);
  });

  it("checks once where there is nothing to fix", async () => {
    expect(await fixToy({ files: { a: "a" }, findings: () => [] })).toMatchObject({
      fixed: 0,
      rounds: 0,
      checks: 1,
      texts: new Map(),
    });
  });

  it("lets fixes that touch each other wait for the next round", async () => {
    const whole = (text: string, at: number) => ({
      start: 0,
      end: text.length,
      text: text.slice(0, at) + text.charAt(at).toLowerCase() + text.slice(at + 1),
    });
    const findings: Toy["findings"] = (file, text) =>
      upper(text).map((at) => finding(file, text, at, [whole(text, at)]));
    expect(await fixToy({ files: { a: "ABC" }, findings })).toMatchObject({
      fixed: 3,
      rounds: 3,
      texts: new Map([["a", "abc"]]),
    });
  });

  it("applies the edits of a fix together or not at all", async () => {
    const findings: Toy["findings"] = (file, text) =>
      upper(text).map((at) =>
        finding(file, text, at, [small(text, at), { start: text.length - 1, end: text.length, text: "!" }]),
      );
    const outcome = await fixToy({ files: { a: "AB." }, findings });
    expect(outcome).toMatchObject({ fixed: 2, rounds: 2, texts: new Map([["a", "ab!"]]) });
  });

  it("takes a fix back after which the file cannot be read, and keeps those of other files", async () => {
    const findings: Toy["findings"] = (file, text) => [
      ...upper(text).map((at) => finding(file, text, at, [small(text, at)])),
      ...(text.includes("x") ? [finding(file, text, text.indexOf("x"), [], "yaml/syntax")] : []),
    ];
    const outcome = await fixToy({ files: { a: "aX", b: "B" }, findings });
    expect(outcome).toMatchObject({ fixed: 1, rounds: 1, texts: new Map([["b", "b"]]) });
    expect(outcome.result.findings).toHaveLength(1);
  });

  it("gives the result of what is kept where all was taken back", async () => {
    const findings: Toy["findings"] = (file, text) => [
      ...upper(text).map((at) => finding(file, text, at, [small(text, at)])),
      ...(text.includes("x") ? [finding(file, text, text.indexOf("x"), [], "yaml/syntax")] : []),
    ];
    const outcome = await fixToy({ files: { a: "aX" }, findings });
    expect(outcome).toMatchObject({ fixed: 0, rounds: 0, texts: new Map() });
    expect(rulesOf(outcome.result)).toEqual(["test/upper"]);
  });

  it("takes a fix back that does not help", async () => {
    const findings: Toy["findings"] = (file, text) =>
      upper(text).map((at) => finding(file, text, at, [{ start: at, end: at, text: "-" }]));
    expect(await fixToy({ files: { a: "A" }, findings })).toMatchObject({ fixed: 0, texts: new Map() });
  });

  it("ends, even where one fix makes room for the next for ever", async () => {
    const findings: Toy["findings"] = (file, text) => {
      const rule = text.length % 2 === 0 ? "test/even" : "test/odd";
      return [finding(file, text, 0, [{ start: 0, end: 0, text: "x" }], rule)];
    };
    expect(await fixToy({ files: { a: "A" }, findings })).toMatchObject({ rounds: 10, checks: 11 });
  });

  it("leaves files alone that must not change, and does not name files that are as before", async () => {
    const findings: Toy["findings"] = (file, text) =>
      upper(text).map((at) => finding(file, text, at, [small(text, at)]));
    const outcome = await fixToy({ files: { a: "A", b: "B" }, findings }, (file) => file !== "a");
    expect(outcome.texts).toEqual(new Map([["b", "b"]]));
  });
});
