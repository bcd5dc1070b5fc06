import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyKnown, updateKnown } from "../../src/engine/known.ts";
import {
  KNOWN_FILE,
  type KnownEntry,
  type KnownFile,
  NOTHING_KNOWN,
  readKnown,
  writeKnown,
} from "../../src/engine/known-file.ts";
import { locate } from "../../src/engine/locate.ts";
import type { Finding, Problem } from "../../src/findings/finding.ts";
import { fingerprint } from "../../src/findings/fingerprint.ts";
import { good } from "../../src/rules/examples.ts";
import { visible } from "../../src/text/display.ts";
import { edited, editsOf, findingOn, located, shown } from "./located.ts";

/** A finding of a KPI; its fingerprint depends on rule and KPI. */
function finding(ruleId: string, id: string, change: Partial<Finding> = {}): Finding {
  const entity = { kind: "kpi", id } as const;
  const path = ["kpis", id, "title"];
  const print = fingerprint({ ruleId, messageId: "m", entity, path, file: "kpi.yaml", ordinal: 0 });
  return findingOn("x", "x", ruleId, { entity, path, fingerprint: print, message: `${ruleId} in ${id}`, ...change });
}

const vague = finding("specific/vague-term", "nps-2026");
const long = finding("specific/long-title", "nps-2026");
const gap = finding("data/gap", "nps-2026", { file: "data/nps.csv", path: [], entity: { kind: "metric", id: "nps" } });

/** The file without what `--fix` would take out. */
function fixed(known: KnownFile, problems: readonly Problem[]): string {
  const findings = locate(
    problems.map((problem) => ({ problem, severity: "warning" })),
    () => known.text,
  );
  return edited(known.text, editsOf(findings.map(({ fix }) => fix)));
}

describe("what is written", () => {
  it("is one line for each finding, in the order of rule, entity and path", () => {
    expect(writeKnown([vague, long, gap])).toBe(`{
  "version": 1,
  "known": [
    {"fingerprint": "${gap.fingerprint}", "rule": "data/gap", "entity": "metric/nps", "path": "data/nps.csv", "message": "data/gap in nps-2026"},
    {"fingerprint": "${long.fingerprint}", "rule": "specific/long-title", "entity": "kpi/nps-2026", "path": "kpis.nps-2026.title", "message": "specific/long-title in nps-2026"},
    {"fingerprint": "${vague.fingerprint}", "rule": "specific/vague-term", "entity": "kpi/nps-2026", "path": "kpis.nps-2026.title", "message": "specific/vague-term in nps-2026"}
  ]
}
`);
  });

  it("is an empty list where nothing stands", () => {
    expect(writeKnown([])).toBe('{\n  "version": 1,\n  "known": []\n}\n');
    expect(readKnown(writeKnown([]))).toMatchObject({ entries: [], problems: [] });
  });

  it("names the file where a finding belongs to nothing else", () => {
    const [entry] = readKnown(
      writeKnown([{ ...vague, entity: null, path: ["golas"], file: "kpis/a.kpi.yaml" }]),
    ).entries;
    expect(entry).toMatchObject({ entity: "file/kpis/a.kpi.yaml", path: "golas" });
  });

  it.each(["yaml/syntax", "config/invalid", "suppression/unused", "known/fixed"])("never holds %s", (rule) => {
    expect(readKnown(writeKnown([finding(rule, "a"), vague])).entries.map((entry) => entry.rule)).toEqual([
      vague.ruleId,
    ]);
  });

  it("holds findings of every level", () => {
    const all = (["error", "warning", "info"] as const).map((severity) => finding("ref/cycle", severity, { severity }));
    expect(readKnown(writeKnown(all)).entries).toHaveLength(3);
  });

  it("has no line number, so that lines may move", () => {
    const moved = { ...vague, range: findingOn("\n\n\nx", "x", "a/b").range };
    expect(writeKnown([moved])).toBe(writeKnown([vague]));
  });

  it("shows hidden characters, and cuts long messages", () => {
    const text = writeKnown([{ ...vague, message: `a\u202eb\u0000\n"\\${"🎯".repeat(300)}` }]);
    expect(text).toContain('"message": "a\\u202eb\\u0000\\n\\"\\\\🎯');
    expect(text.split("\n")).toHaveLength(7);
    const [entry] = readKnown(text).entries;
    expect(entry?.message).toBe(`a\u202eb\u0000\n"\\${"🎯".repeat(192)}…`);
  });

  it("keeps the words of what was recorded before", () => {
    const before = readKnown(writeKnown([vague, long])).entries;
    const now = [{ ...vague, message: "46 days old" }, gap];
    const after = readKnown(writeKnown(now, before)).entries;
    expect(after.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      "data/gap: data/gap in nps-2026",
      "specific/vague-term: specific/vague-term in nps-2026",
    ]);
  });

  it("drops nothing while a file cannot be read", () => {
    const before = readKnown(writeKnown([vague, long])).entries;
    const after = readKnown(writeKnown([gap, finding("yaml/syntax", "a")], before)).entries;
    expect(after.map(({ rule }) => rule)).toEqual(["data/gap", "specific/long-title", "specific/vague-term"]);
  });
});

const entryText = (print: string, rule = "data/gap"): string => `{"fingerprint": "${print}", "rule": "${rule}"}`;
const A = "a".repeat(16);
const B = "b".repeat(16);
const holding = (...entries: readonly string[]): string => `{"version": 1, "known": [\n${entries.join(",\n")}\n]}\n`;

describe("what is read", () => {
  it.each<[string, string]>([
    ["JSON that another tool wrote", `{\r\n\t"known": [\r\n\t\t${entryText(A)}\r\n\t],\r\n\t"version": 1\r\n}`],
    ["a byte order mark before it", `\uFEFF${holding(entryText(A))}`],
    ["a comma too many", holding(entryText(A), "")],
    ["keys of a later version", holding(`{"fingerprint": "${A}", "rule": "data/gap", "since": "2026-01-01"}`)],
    [
      "keys that every object has",
      holding(`{"fingerprint": "${A}", "rule": "data/gap", "__proto__": 1, "constructor": 2}`),
    ],
  ])("%s", (_, text) => {
    const { entries, problems } = readKnown(text);
    expect(problems).toEqual([]);
    expect(entries).toEqual([{ fingerprint: A, rule: "data/gap", entity: "", path: "", message: "" }]);
  });

  it("no file as nothing", () => {
    expect(readKnown(null)).toBe(NOTHING_KNOWN);
  });

  it.each<[string, string, readonly string[]]>([
    ["text that is no JSON", "{ version: 1, known: [", ["config/invalid known-syntax: ["]],
    ["an empty file", "", ["config/invalid known-syntax: "]],
    ["an unclosed quote", '{"version": 1, "known": ["a', ["config/invalid known-syntax: a"]],
    ["a list", "[]", ["config/invalid known-shape: []"]],
    ["null", "null", ["config/invalid known-shape: null"]],
    ["another version", '{"version": 2, "known": []}', ["config/invalid known-version: 2"]],
    ["no version", '{"known": []}', ['config/invalid known-version: {"known": []}']],
    ["no list", '{"version": 1, "known": {}}', ["config/invalid known-shape: {}"]],
    [
      "an entry that is none",
      holding('"x"', entryText(A), "null"),
      ['config/invalid known-entry: "x"', "config/invalid known-entry: null"],
    ],
    ["no fingerprint", holding('{"rule": "data/gap"}'), ['config/invalid known-entry: {"rule": "data/gap"}']],
    [
      "a fingerprint of another form",
      holding(entryText("A".repeat(16))),
      [`config/invalid known-entry: ${entryText("A".repeat(16))}`],
    ],
    ["no rule", holding(`{"fingerprint": "${A}"}`), [`config/invalid known-entry: {"fingerprint": "${A}"}`]],
    [
      "an entry twice",
      holding(entryText(A), entryText(B), entryText(A)),
      [`config/invalid known-duplicate: ${entryText(A)}`],
    ],
    [
      "an unfinished merge",
      holding(entryText(A)).replace("[\n", `[\n<<<<<<< HEAD\n${entryText(B)},\n=======\n>>>>>>> main\n`),
      ["config/invalid known-merge-conflict: <<<<<<< HEAD"],
    ],
    [
      "an unfinished merge with CR LF",
      "{\r\n<<<<<<< HEAD\r\n}\r\n",
      ["config/invalid known-merge-conflict: <<<<<<< HEAD"],
    ],
  ])("not %s", (_, text, expected) => {
    const { entries, problems } = readKnown(text);
    expect(problems.map((problem) => shown(problem, text))).toEqual(expected);
    expect(problems.every(({ place }) => place.file === KNOWN_FILE)).toBe(true);
    expect(entries).toEqual([]);
  });

  it("says which of two equal entries is one too many", () => {
    const text = holding(entryText(A), entryText(A));
    const [problem] = readKnown(text).problems;
    expect(problem?.message).toBe("This finding is recorded twice; remove one of the two entries.");
    expect(problem?.place).toMatchObject({ start: text.lastIndexOf("{") });
  });

  it("any text without an error", () => {
    const piece = fc.constantFrom(
      '{"version": 1,',
      '"known": [',
      entryText(A),
      ",",
      "]",
      "}",
      "<<<<<<< a\n",
      "\n",
      "null",
      "1",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.array(piece).map((pieces) => pieces.join("")),
        ),
        (text) => {
          const { entries, problems } = readKnown(text);
          expect(problems.length === 0 || entries.length === 0).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("what is known", () => {
  const recorded = readKnown(writeKnown([vague, long]));

  it("is taken out by its fingerprint alone, in order, at whatever level it is today", () => {
    const raised = { ...vague, severity: "error", message: "other words", file: "moved.kpi.yaml" } as const;
    const result = applyKnown([gap, raised, long], recorded);
    expect(result).toEqual({ kept: [gap], known: [raised, long], problems: [] });
  });

  it("is nothing where nothing is recorded", () => {
    const findings = [vague];
    expect(applyKnown(findings, NOTHING_KNOWN)).toEqual({ kept: findings, known: [], problems: [] });
  });

  it("is never a finding that always stands", () => {
    const broken = finding("yaml/syntax", "a");
    const text = holding(entryText(broken.fingerprint, "yaml/syntax"));
    expect(applyKnown([broken], readKnown(text))).toEqual({ kept: [broken], known: [], problems: [] });
  });

  it("stays known when the entity moves to another file, and is new in another entity", async () => {
    const text = (good.files["kpi.yaml"] ?? "").replace(/ {4}why: .*\n/, "");
    const levels = { "relevant/why-missing": "warning" } as const;
    const before = await located({ "kpi.yaml": text }, levels);
    const known = readKnown(writeKnown(before.findings));
    expect(known.entries.map(({ rule, entity }) => `${rule} ${entity}`)).toEqual(["relevant/why-missing kpi/nps-2026"]);

    const at = text.indexOf("kpis:");
    const moved = await located(
      { "kpi.yaml": text.slice(0, at), "kpis/other.yaml": `version: 1\n\n\n${text.slice(at)}` },
      { "relevant/why-missing": "error" },
    );
    expect(moved.findings.map(({ file, severity }) => `${file} ${severity}`)).toEqual(["kpis/other.yaml error"]);
    expect(applyKnown(moved.findings, known).kept).toEqual([]);

    const renamed = await located({ "kpi.yaml": text.replace("nps-2026:", "nps-2027:") }, levels);
    const result = applyKnown(renamed.findings, known);
    expect(result.kept.map(({ entity }) => entity?.id)).toEqual(["nps-2027"]);
    expect(result.problems.map(({ ruleId }) => ruleId)).toEqual(["known/fixed"]);
  });
});

describe("what is fixed", () => {
  it("is said on its entry, with the line to take out", () => {
    const recorded = readKnown(writeKnown([vague, long, gap]));
    const { problems } = applyKnown([gap, vague], recorded);
    const line = recorded.text.split("\n").find((each) => each.includes("long-title")) ?? "";
    expect(problems.map((problem) => shown(problem, recorded.text))).toEqual([
      `known/fixed fixed: ${line.trim().replace(/,$/, "")}`,
    ]);
    expect(problems[0]?.message).toBe(
      "This finding of specific/long-title no longer occurs; remove the entry (`kpi check --update-known` removes all such entries).",
    );
    expect(fixed(recorded, problems)).toBe(writeKnown([gap, vague]));
  });

  it.each(["yaml/syntax", "schema/type", "data/bad-row"])(
    "is not judged while a new finding of %s may hide others",
    (rule) => {
      const recorded = readKnown(writeKnown([vague, long]));
      expect(applyKnown([vague, finding(rule, "other")], recorded).problems).toEqual([]);
    },
  );

  it("is judged beside a finding that hides others and is known itself", () => {
    const hiding = finding("schema/type", "other");
    const recorded = readKnown(writeKnown([vague, hiding]));
    expect(applyKnown([hiding], recorded).problems).toHaveLength(1);
  });

  const kpis = fc.uniqueArray(fc.constantFrom(..."abcdefgh"), { minLength: 1 });

  it("goes all at once, and leaves the file as it would be written", () => {
    fc.assert(
      fc.property(kpis, fc.array(fc.constantFrom(..."abcdefgh")), (recordedIds, standing) => {
        const recorded = readKnown(writeKnown(recordedIds.map((id) => finding("ref/cycle", id))));
        const left = recordedIds.filter((id) => standing.includes(id)).map((id) => finding("ref/cycle", id));
        const { problems } = applyKnown(left, recorded);
        expect(problems).toHaveLength(recordedIds.length - left.length);
        const text = fixed(recorded, problems);
        expect(text).toBe(writeKnown(left));
        expect(applyKnown(left, readKnown(text)).problems).toEqual([]);
      }),
    );
  });

  it("can go one by one, and what stays can be read", () => {
    fc.assert(
      fc.property(kpis, fc.nat(), (ids, pick) => {
        const recorded = readKnown(writeKnown(ids.map((id) => finding("ref/cycle", id))));
        const { problems } = applyKnown([], recorded);
        const one = problems[pick % problems.length];
        const after = readKnown(fixed(recorded, one === undefined ? [] : [one]));
        expect(after.problems).toEqual([]);
        expect(after.entries).toEqual(recorded.entries.filter(({ fingerprint }) => fingerprint !== one?.discriminator));
      }),
    );
  });
});

describe("--update-known", () => {
  const rule = fc.constantFrom(
    "data/gap",
    "ref/cycle",
    "schema/type",
    "yaml/syntax",
    "suppression/unused",
    "config/invalid",
  );
  const arbitrary = fc
    .uniqueArray(
      fc.record({
        rule,
        id: fc.constantFrom("a", "b", "c", "constructor"),
        severity: fc.constantFrom("error", "warning", "info"),
        message: fc.string({ unit: "binary", maxLength: 20 }),
        path: fc.array(fc.oneof(fc.string({ maxLength: 3 }), fc.nat(3)), { maxLength: 2 }),
      }),
      { selector: ({ rule, id }) => `${rule} ${id}`, maxLength: 12 },
    )
    .map((all) => all.map(({ rule, id, severity, message, path }) => finding(rule, id, { severity, message, path })));

  const untouchable = ({ ruleId }: Finding): boolean => /^(yaml|suppression|config)/.test(ruleId);

  it("leaves nothing new but what always stands, and nothing to remove", () => {
    fc.assert(
      fc.property(arbitrary, arbitrary, (before, now) => {
        const recorded = readKnown(writeKnown(before));
        const update = updateKnown([...now, finding("known/fixed", "old")], recorded);
        const result = applyKnown(now, readKnown(update.text));
        expect(result.kept).toEqual(now.filter(untouchable));
        expect(result.problems).toEqual([]);
        expect(update.kept).toEqual(result.kept);
        expect(update.known).toEqual(result.known);
        const entries = readKnown(update.text).entries.length;
        expect(entries).toBe(recorded.entries.length + update.added - update.removed);
      }),
    );
  });

  it("writes the same text again, whatever the order", () => {
    fc.assert(
      fc.property(arbitrary, (now) => {
        const text = writeKnown(now);
        const { entries, problems } = readKnown(text);
        expect(problems).toEqual([]);
        expect(writeKnown(now.toReversed(), entries)).toBe(text);
        expect(updateKnown(now, readKnown(text))).toMatchObject({ text, added: 0, removed: 0 });
      }),
    );
  });

  it("writes what it reads", () => {
    const part = fc.string({ unit: "binary", maxLength: 12 });
    const entry: fc.Arbitrary<KnownEntry> = fc.record({
      fingerprint: fc.stringMatching(/^[0-9a-f]{16}$/),
      rule: fc.constant("data/gap"),
      entity: part,
      path: part,
      message: part,
    });
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: (each) => each.fingerprint }), (entries) => {
        const now = entries.map(({ fingerprint }) => ({ ...gap, fingerprint }));
        const text = writeKnown(now, entries);
        expect(new Set(readKnown(text).entries)).toEqual(new Set(entries));
        expect(visible(text.replaceAll("\n", ""))).toBe(text.replaceAll("\n", ""));
      }),
    );
  });

  it("counts what came and what went", () => {
    const recorded = readKnown(writeKnown([vague, long]));
    expect(updateKnown([vague, gap, finding("data/stale", "a")], recorded)).toMatchObject({
      added: 2,
      removed: 1,
      kept: [],
    });
  });
});
