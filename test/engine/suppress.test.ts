import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeKnown } from "../../src/engine/known-file.ts";
import { locate } from "../../src/engine/locate.ts";
import { applySuppressions, type SuppressResult } from "../../src/engine/suppress.ts";
import type { Finding, Problem } from "../../src/findings/finding.ts";
import { good } from "../../src/rules/examples.ts";
import { rules } from "../../src/rules/index.ts";
import { suppressionComments } from "../../src/text/comments.ts";
import { parseDay } from "../../src/workspace/day.ts";
import { edited, editsOf, findingOn, type Located, located, shown } from "./located.ts";

const RULES = [
  "yaml/syntax",
  "config/invalid",
  "schema/type",
  "suppression/unused",
  "known/fixed",
  "data/gap",
  "data/stale",
  "ref/cycle",
  "specific/long-title",
  "specific/vague-term",
];

interface Options {
  readonly asOf?: string;
  readonly off?: readonly string[];
}

function apply(text: string, findings: readonly Finding[], options: Options = {}): SuppressResult {
  return applySuppressions({
    findings,
    workspace: { files: ["kpi.yaml"], metrics: new Map() },
    textOf: (file) => (file === "kpi.yaml" ? text : null),
    asOf: parseDay(options.asOf ?? "2026-08-15") ?? 0,
    ruleIds: RULES,
    isOn: (id) => options.off?.includes(id) !== true,
  });
}

/** Findings `rule: words`, made on a text; what is suppressed of them, and what is said of the comments. */
function judge(text: string, found: readonly string[], options: Options = {}): { out: string[]; said: string[] } {
  const findings = found.map((each) => {
    const [rule = "", words = ""] = each.split(": ");
    return findingOn(text, words, rule, { message: each });
  });
  const { suppressed, problems } = apply(text, findings, options);
  return { out: suppressed.map(({ message }) => message), said: problems.map((problem) => shown(problem, text)) };
}

describe("which findings a comment takes out", () => {
  it.each<[string, string, readonly string[], readonly string[]]>([
    [
      "of its own line",
      "one: 1 # kpi-disable-line data/gap -- r\ntwo: 2\n",
      ["data/gap: one", "data/gap: two"],
      ["data/gap: one"],
    ],
    [
      "of the next line",
      "# kpi-disable-next-line data/gap -- r\none: 1\ntwo: 2\n",
      ["data/gap: one", "data/gap: two"],
      ["data/gap: one"],
    ],
    [
      "on the key of the next line",
      "# kpi-disable-next-line data/gap -- r\none:\n  two: 2\n",
      ["data/gap: one:", "data/gap: two"],
      ["data/gap: one:"],
    ],
    [
      "that begin on the line, wherever they end",
      "# kpi-disable-next-line data/gap -- r\none: 1\n  c\n",
      ["data/gap: one: 1\n  c"],
      ["data/gap: one: 1\n  c"],
    ],
    [
      "of the whole file",
      "one: 1\n---\ntwo: 2\n# kpi-disable-file data/gap -- r\n",
      ["data/gap: one", "data/gap: two"],
      ["data/gap: one", "data/gap: two"],
    ],
    [
      "of the rules it names",
      "one: 1 # kpi-disable-line data/gap, ref/cycle -- r\n",
      ["data/gap: one", "data/stale: one", "ref/cycle: one"],
      ["data/gap: one", "ref/cycle: one"],
    ],
    [
      "of a group",
      "one: 1 # kpi-disable-line data/* -- r\n",
      ["data/gap: one", "data/stale: one", "ref/cycle: one"],
      ["data/gap: one", "data/stale: one"],
    ],
    [
      "of two comments on one line",
      "# kpi-disable-next-line ref/cycle -- r\none: 1 # kpi-disable-line data/gap -- r\n",
      ["data/gap: one", "ref/cycle: one"],
      ["data/gap: one", "ref/cycle: one"],
    ],
    [
      "of comments above each other",
      "# kpi-disable-next-line ref/cycle -- r\n# kpi-disable-next-line data/gap -- r\n\none: 1\n",
      ["data/gap: one", "ref/cycle: one"],
      ["data/gap: one", "ref/cycle: one"],
    ],
    [
      "of the known ones among its rules",
      "one: 1 # kpi-disable-line data/gap, data/gpa -- r\n",
      ["data/gap: one"],
      ["data/gap: one"],
    ],
    [
      "until its last day",
      "one: 1 # kpi-disable-line data/gap -- r until:2026-08-15\n",
      ["data/gap: one"],
      ["data/gap: one"],
    ],
    [
      "never of a file that cannot be read",
      "one: 1 # kpi-disable-line yaml/*, data/gap -- r\n",
      ["yaml/syntax: one", "data/gap: one"],
      ["data/gap: one"],
    ],
    ["never without a reason", "one: 1 # kpi-disable-line data/gap\n", ["data/gap: one"], []],
    ["never behind its last day", "one: 1 # kpi-disable-line data/gap -- r until:2026-08-14\n", ["data/gap: one"], []],
    [
      "never with a date that is none",
      "one: 1 # kpi-disable-line data/gap -- r until:2026-02-30\n",
      ["data/gap: one"],
      [],
    ],
    ["never where it stands in a text", "one: '1 # kpi-disable-line data/gap -- r'\n", ["data/gap: one"], []],
    [
      "never on another line",
      "one: 1\n# kpi-disable-line data/gap -- r\ntwo: 2\n",
      ["data/gap: one", "data/gap: two"],
      [],
    ],
    [
      "never of a rule that only begins alike",
      "one: 1 # kpi-disable-line specific/long -- r\n",
      ["specific/long-title: one"],
      [],
    ],
  ])("%s", (_, text, found, out) => {
    expect(judge(text, found).out).toEqual(out);
  });

  it("with lines that end in CR LF and a byte order mark", () => {
    const text = "\uFEFF# kpi-disable-next-line data/gap -- r\r\none: 1\r\ntwo: 2 # kpi-disable-line data/gap -- r\r\n";
    expect(judge(text, ["data/gap: one", "data/gap: two"])).toEqual({
      out: ["data/gap: one", "data/gap: two"],
      said: [],
    });
  });

  it("leaves everything as it is where no file holds a comment", () => {
    const findings = [findingOn("one: 1\n", "one", "data/gap")];
    const result = apply("one: 1\n", findings);
    expect(result).toEqual({ kept: findings, suppressed: [], problems: [] });
    expect(result.kept).toBe(findings);
  });
});

describe("what is said of a comment", () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ["# kpi-disable-line data/gap", [], ["suppression/no-reason missing: # kpi-disable-line data/gap"]],
    [
      "one: 1 # kpi-disable-line data/gap --",
      ["data/gap: one"],
      ["suppression/no-reason missing: # kpi-disable-line data/gap --"],
    ],
    [
      "# kpi-disable-line data/gap, data/stale",
      [],
      ["suppression/no-reason missing: # kpi-disable-line data/gap, data/stale"],
    ],
    ["# kpi-disable-line data/gap — counted late", [], ["suppression/no-reason hyphens: — counted late"]],
    ["# kpi-disable-line data/gap counted late", [], ["suppression/no-reason hyphens: counted late"]],

    ["# kpi-disable-line data/gap -- r", [], ["suppression/unused unused: # kpi-disable-line data/gap -- r"]],
    [
      "one: 1 # kpi-disable-line data/gap -- r",
      ["data/stale: one"],
      ["suppression/unused unused: # kpi-disable-line data/gap -- r"],
    ],
    ["# kpi-disable-next-line data/gap -- r", [], ["suppression/unused unused: # kpi-disable-next-line data/gap -- r"]],
    ["# kpi-disable-file data/* -- r", [], ["suppression/unused unused: # kpi-disable-file data/* -- r"]],
    [
      "# kpi-disable-line data/gap, ref/cycle -- r",
      [],
      ["suppression/unused unused: # kpi-disable-line data/gap, ref/cycle -- r"],
    ],
    [
      "one: 1 # kpi-disable-line data/gap, ref/cycle -- r",
      ["data/gap: one"],
      ["suppression/unused unused-rule: ref/cycle"],
    ],
    ["one: 1 # kpi-disable-line data/gap, data/* -- r", ["data/gap: one"], []],

    [
      "one: 1 # kpi-disable-line data/gap -- r until:2026-08-14",
      ["data/gap: one"],
      ["suppression/expired ended: until:2026-08-14"],
    ],
    [
      "# kpi-disable-line data/gap -- r [until: 2026-08-14]",
      [],
      ["suppression/expired ended-unused: until: 2026-08-14"],
    ],
    ["# kpi-disable-line data/gap -- r until:31.12.2026", [], ["suppression/expired no-day: until:31.12.2026"]],
    ["# kpi-disable-line data/gap -- r until:", [], ["suppression/expired no-day: until:"]],

    ["# kpi-disable-line data/gpa -- r", [], ["suppression/unknown-rule unknown: data/gpa"]],
    [
      "# kpi-disable-line data/gpa, dta/gap",
      [],
      ["suppression/unknown-rule unknown: data/gpa", "suppression/unknown-rule unknown: dta/gap"],
    ],
    [
      "# kpi-disable-line data/gpa, ref/cycle",
      [],
      [
        "suppression/unknown-rule unknown: data/gpa",
        "suppression/no-reason missing: # kpi-disable-line data/gpa, ref/cycle",
      ],
    ],
    [
      "# kpi-disable-line data/gpa, ref/cycle -- r",
      [],
      ["suppression/unknown-rule unknown: data/gpa", "suppression/unused unused-rule: ref/cycle"],
    ],
    ["# kpi-disable-line * -- r", [], ["suppression/unknown-rule everything: *"]],
    ["# kpi-disable-line nosuch/* -- r", [], ["suppression/unknown-rule unknown: nosuch/*"]],
    ["# kpi-disable-line -- r", [], ["suppression/unknown-rule unnamed: # kpi-disable-line -- r"]],
    ["# kpi-disable-file", [], ["suppression/unknown-rule unnamed: # kpi-disable-file"]],
    ["# kpi-disable-nextline data/gap -- r", [], ["suppression/unknown-rule directive: kpi-disable-nextline"]],
    ["# kpi-disable data/gap", [], ["suppression/unknown-rule directive: kpi-disable"]],
    ["# kpi-disable-line yaml/syntax -- r", [], ["suppression/unknown-rule untouchable: yaml/syntax"]],
    ["# kpi-disable-line suppression/* -- r", [], ["suppression/unknown-rule untouchable: suppression/*"]],
    [
      "# kpi-disable-line config/invalid, known/fixed -- r",
      [],
      ["suppression/unknown-rule untouchable: config/invalid", "suppression/unknown-rule untouchable: known/fixed"],
    ],
    ["# kpi-disable-line diff/target-eased -- r", [], ["suppression/unknown-rule untouchable: diff/target-eased"]],
  ])("%s %j", (text, found, said) => {
    expect(judge(text, found).said).toEqual(said);
  });

  it.each<[string, string]>([
    [
      "# kpi-disable-line data/gap",
      'A suppression without a reason suppresses nothing; write why: "# kpi-disable-line data/gap -- reason".',
    ],
    [
      "# kpi-disable-line data/gap because",
      'Two hyphens stand before the reason: "# kpi-disable-line data/gap -- reason"; until then nothing is suppressed.',
    ],
    [
      "# kpi-disable-line data/gap, ref/cycle -- r",
      "Nothing here is found by data/gap, ref/cycle; remove this suppression.",
    ],
    [
      "# kpi-disable-line data/gap -- r until:2026-06-30",
      "This suppression ended on 2026-06-30; nothing is left to suppress, so remove it.",
    ],
    [
      "# kpi-disable-line data/gap -- r until:soon",
      '"until:soon" names no day, so nothing is suppressed; write until:2026-12-31, or leave it out.',
    ],
    ["# kpi-disable-line data/gpa -- r", 'There is no rule "data/gpa"; did you mean "data/gap"?'],
    ["# kpi-disable-line nosuchrule -- r", 'There is no rule "nosuchrule"; `kpi rules` lists all rules'],
    ["# kpi-disable-line yamll/* -- r", 'There is no rule "yamll/*"; `kpi rules` lists all rules'],
    [
      "# kpi-disable-line * -- r",
      'Name the rule to suppress: "kpi-disable-line data/gap -- reason", or "data/*" for a whole group.',
    ],
    [
      "# kpi-disable-line -- r",
      'Name the rule to suppress: "kpi-disable-line data/gap -- reason", or "data/*" for a whole group.',
    ],
    ["# kpi-disable-lin data/gap -- r", 'There is no "kpi-disable-lin"; did you mean "kpi-disable-line"?'],
    [
      "# kpi-disable-everything-everywhere data/gap",
      'There is no "kpi-disable-everything-everywhere"; write kpi-disable-next-line, kpi-disable-line or kpi-disable-file.',
    ],
    [
      "# kpi-disable-line yaml/syntax -- r",
      '"yaml/syntax" cannot be suppressed: what cannot be read cannot be checked; correct the YAML.',
    ],
  ])("%s says what to write instead", (text, message) => {
    expect(apply(text, []).problems.map((problem) => problem.message)).toEqual([message]);
  });

  it.each<[string, string]>([
    ["# kpi-disable-line data/gpa, ref/cycle", "# kpi-disable-line data/gap, ref/cycle"],
    ["# kpi-disable-line vague-term -- r", "# kpi-disable-line specific/vague-term -- r"],
    ["# kpi-disable-line data -- r", "# kpi-disable-line data/* -- r"],
    ["# kpi-disable-line data/ -- r", "# kpi-disable-line data/* -- r"],
    ["# kpi-disable-nextline data/gap -- r", "# kpi-disable-next-line data/gap -- r"],
    ["# kpi-disable-line data/gap — counted late", "# kpi-disable-line data/gap -- counted late"],
    [
      "# kpi-disable-line data/gap counted late until:2026-12-31",
      "# kpi-disable-line data/gap -- counted late until:2026-12-31",
    ],
    ["one: 1 # kpi-disable-line data/gap -- r until:2020-01-01", "one: 1"],
  ])("%s has a suggestion", (text, expected) => {
    const findings = locate(graded(apply(text, []).problems), () => text);
    expect(edited(text, editsOf(findings.flatMap(({ suggestions }) => suggestions)))).toBe(expected);
  });

  it("is told apart by its words, and not by its line", () => {
    const one = locate(
      graded(apply("# kpi-disable-line data/gap -- r\n# kpi-disable-line ref/cycle -- r\n", []).problems),
      () => "",
    );
    const moved = locate(graded(apply("\n\n# kpi-disable-line ref/cycle -- r\n", []).problems), () => "");
    expect(one.map(({ fingerprint }) => fingerprint)).toContain(moved[0]?.fingerprint);
    expect(new Set(one.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });
});

function graded(problems: readonly Problem[]): { problem: Problem; severity: "error" }[] {
  return problems.map((problem) => ({ problem, severity: "error" }));
}

describe("what is not called unused", () => {
  const unused = "one: 1\n# kpi-disable-line data/gap -- r\n";

  it("a rule that is off", () => {
    expect(judge(unused, [], { off: ["data/gap"] }).said).toEqual([]);
    expect(judge("# kpi-disable-file data/* -- r\n", [], { off: ["data/gap"] }).said).toHaveLength(1);
    expect(judge("# kpi-disable-file data/* -- r\n", [], { off: ["data/gap", "data/stale"] }).said).toEqual([]);
  });

  it.each(["yaml/syntax", "schema/type", "data/bad-row", "ref/unknown-goal", "timely/timeframe-unreadable"])(
    "anything in a file with a finding of %s, which may hide others",
    (rule) => {
      expect(judge(unused, [`${rule}: one`]).said).toEqual([]);
    },
  );

  it("anything at all while another file cannot be read", () => {
    const elsewhere = findingOn("one: 1\n", "one", "yaml/syntax", { file: "other.kpi.yaml" });
    expect(apply(unused, [elsewhere]).problems).toEqual([]);
    expect(apply(unused, [{ ...elsewhere, ruleId: "schema/type" }]).problems).toHaveLength(1);
  });

  it("but the rest of what is wrong is said all the same", () => {
    const text = `${unused}# kpi-disable-line data/gpa -- r\n`;
    expect(judge(text, ["yaml/syntax: one"]).said).toEqual(["suppression/unknown-rule unknown: data/gpa"]);
  });
});

describe("the fix of an unused suppression", () => {
  const fixed = (text: string, findings: readonly Finding[]): string =>
    edited(text, editsOf(locate(graded(apply(text, findings).problems), () => text).map(({ fix }) => fix)));

  it.each<[string, readonly string[], string]>([
    ["one: 1\n  # kpi-disable-line data/gap -- r\ntwo: 2\n", [], "one: 1\ntwo: 2\n"],
    ["one: 1   # kpi-disable-line data/gap -- r\ntwo: 2\n", [], "one: 1\ntwo: 2\n"],
    [
      "one: 1 # kpi-disable-line data/gap, ref/cycle, data/stale -- r\n",
      ["data/gap"],
      "one: 1 # kpi-disable-line data/gap -- r\n",
    ],
    [
      "one: 1 # kpi-disable-line data/gap, ref/cycle, data/stale -- r\n",
      ["ref/cycle"],
      "one: 1 # kpi-disable-line ref/cycle -- r\n",
    ],
    [
      "one: 1 # kpi-disable-line data/gap, ref/cycle, data/stale -- r\n",
      ["data/stale"],
      "one: 1 # kpi-disable-line data/stale -- r\n",
    ],
    [
      "one: 1 # kpi-disable-line data/gap , ref/cycle  data/stale -- r\n",
      ["data/gap", "data/stale"],
      "one: 1 # kpi-disable-line data/gap , data/stale -- r\n",
    ],
    ["# kpi-disable-line data/gpa, ref/cycle -- r\n", [], "# kpi-disable-line data/gpa -- r\n"],
  ])("%j with %j", (text, found, expected) => {
    const findings = found.map((rule) => findingOn(text, "one", rule));
    expect(fixed(text, findings)).toBe(expected);
    expect(fixed(expected, findings)).toBe(expected);
  });

  it("leaves every comment that is used, and no value changes", () => {
    const names = fc.uniqueArray(fc.constantFrom("data/gap", "data/stale", "ref/cycle", "data/*"), { minLength: 1 });
    fc.assert(
      fc.property(names, names, (listed, found) => {
        const text = `one: 1 # kpi-disable-line ${listed.join(", ")} -- r\n`;
        const findings = found.filter((rule) => rule !== "data/*").map((rule) => findingOn(text, "one", rule));
        const after = fixed(text, findings);
        expect(apply(after, findings).suppressed).toEqual(apply(text, findings).suppressed);
        expect(apply(after, findings).problems).toEqual([]);
        expect(after.startsWith("one: 1")).toBe(true);
      }),
    );
  });
});

describe("suppressions as a whole", () => {
  const rule = fc.constantFrom("data/gap", "data/stale", "ref/cycle");
  const line = fc.oneof(
    fc.constant("content"),
    fc.constant(""),
    fc.constant("# just words"),
    fc.tuple(fc.constantFrom("line", "next-line", "file"), rule, fc.boolean()).map(([scope, id, alone]) => {
      const comment = `# kpi-disable-${scope} ${id} -- r`;
      return alone ? comment : `content ${comment}`;
    }),
  );

  it("take out what a plain reading of the lines says, and change nothing else", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.array(fc.tuple(fc.nat(), rule)), (lines, found) => {
        const written = lines.map((each, index) => each.replace("content", `k${index}: v`));
        const text = `${written.join("\n")}\n`;
        const withContent = written.flatMap((each, index) => (each.startsWith("k") ? [index] : []));
        fc.pre(withContent.length > 0);
        const findings = found.map(([at, id], number) => {
          const index = withContent[at % withContent.length] ?? 0;
          return { index, finding: findingOn(text, `k${index}:`, id, { fingerprint: String(number) }) };
        });
        const covers = (index: number, id: string): boolean =>
          written.some((each, at) => {
            if (each.includes(`kpi-disable-file ${id} `)) return true;
            if (each.includes(`kpi-disable-line ${id} `)) return at === index;
            if (!each.includes(`kpi-disable-next-line ${id} `)) return false;
            return withContent.find((content) => content > at) === index;
          });
        const result = apply(
          text,
          findings.map(({ finding }) => finding),
        );
        expect(result.suppressed).toEqual(
          findings.filter((f) => covers(f.index, f.finding.ruleId)).map((f) => f.finding),
        );
        expect(result.kept).toEqual(findings.filter((f) => !covers(f.index, f.finding.ruleId)).map((f) => f.finding));
        expect(result.kept.every((finding) => findings.some((f) => f.finding === finding))).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it("never touch a finding of another rule, nor what is said of other files", () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), rule, (lines, id) => {
        const text = `${lines.map((each, index) => each.replace("content", `k${index}: v`)).join("\n")}\nend: v\n`;
        const findings = [
          findingOn(text, "end", "specific/vague-term"),
          findingOn(text, "end", id, { file: "other.kpi.yaml" }),
        ];
        expect(apply(text, findings).kept).toEqual(findings);
      }),
    );
  });
});

const SPEC = good.files["kpi.yaml"] ?? "";

function applied({ findings, workspace, textOf }: Located): SuppressResult {
  const ruleIds = ["relevant/why-missing", "data/gap", "data/stale", "data/unsorted", "data/bad-row"];
  return applySuppressions({
    findings,
    workspace,
    textOf,
    asOf: parseDay("2026-08-15") ?? 0,
    ruleIds,
    isOn: () => true,
  });
}

describe("with the rules", () => {
  it("a missing field is suppressed above the key of what lacks it", async () => {
    const text = SPEC.replace(/ {4}why: .*\n/, "").replace(
      "  nps-2026:\n",
      "  # kpi-disable-next-line relevant/why-missing -- the board chose it\n  nps-2026:\n",
    );
    const { kept, suppressed, problems } = applied(await located({ "kpi.yaml": text }));
    expect(suppressed.map(({ ruleId }) => ruleId)).toEqual(["relevant/why-missing"]);
    expect(kept).toEqual([]);
    expect(problems).toEqual([]);
  });

  const rows = "date,value\n2025-03-31,60\n2026-03-31,64\n2026-06-30,68\n";
  const inFile = SPEC.replace(/ {4}values:\n(?: {6}.*\n)+/, "    data: data/nps.csv\n");

  it.each<[string, string, string]>([
    ["above the metric's key", "  nps:\n", "  # kpi-disable-next-line data/gap -- r\n  nps:\n"],
    ["on the metric's key", "  nps:\n", "  nps: # kpi-disable-line data/gap -- r\n"],
    ["above `data`", "    data:", "    # kpi-disable-next-line data/gap -- r\n    data:"],
    ["on the line of `data`", "data/nps.csv\n", "data/nps.csv # kpi-disable-line data/gap -- r\n"],
    ["for the whole definition file", "version: 1\n", "version: 1\n# kpi-disable-file data/* -- r\n"],
  ])("a finding in a data file is suppressed by a comment %s", async (_, from, to) => {
    const text = inFile.replace(from, to);
    const { kept, suppressed, problems } = applied(await located({ "kpi.yaml": text, "data/nps.csv": rows }));
    expect(suppressed.map(({ ruleId, file }) => `${ruleId} ${file}`)).toEqual(["data/gap data/nps.csv"]);
    expect(kept).toEqual([]);
    expect(problems).toEqual([]);
  });

  it("one that lies by default beside the file is suppressed at the metric's key", async () => {
    const text = inFile
      .replace("    data: data/nps.csv\n", "")
      .replace("  nps:\n", "  nps: # kpi-disable-line data/gap -- r\n");
    const { kept, suppressed } = applied(await located({ "kpi.yaml": text, "data/nps.csv": rows }));
    expect(suppressed.map(({ ruleId }) => ruleId)).toEqual(["data/gap"]);
    expect(kept).toEqual([]);
  });

  it("rows that cannot be read keep the suppressions of that metric's file from being called unused", async () => {
    const text = inFile.replace("  nps:\n", "  nps: # kpi-disable-line data/gap -- r\n");
    const bad = await located({ "kpi.yaml": text, "data/nps.csv": rows.replace("64", "sixty-four") });
    expect(applied(bad).kept.map(({ ruleId }) => ruleId)).toEqual(["data/bad-row"]);
    expect(applied(bad).problems).toEqual([]);
    const sound = await located({ "kpi.yaml": text, "data/nps.csv": rows.replace("2025-03-31", "2025-12-31") });
    expect(applied(sound).problems.map(({ ruleId }) => ruleId)).toEqual(["suppression/unused"]);
  });

  it("a comment in a CSV file is a cell, and suppresses nothing", async () => {
    const withNote = rows
      .replace("date,value\n", "date,value,note\n")
      .replace("64", "64,# kpi-disable-file data/gap -- r");
    const { kept, problems } = applied(await located({ "kpi.yaml": inFile, "data/nps.csv": withNote }));
    expect(kept.map(({ ruleId }) => ruleId)).toEqual(["data/gap"]);
    expect(problems).toEqual([]);
  });
});

describe("docs/suppressing.md", () => {
  const guide = readFileSync(new URL("../../docs/suppressing.md", import.meta.url), "utf8");
  const blocks = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml = ""]) => yaml);
  const ids = new Set(rules.map(({ id }) => id));

  it.each(blocks)("shows comments that hold: %j", (text) => {
    const comments = suppressionComments(text);
    expect(comments.length).toBeGreaterThan(0);
    for (const { scope, reason, line } of comments) expect([scope, reason, line]).not.toContain(null);
    for (const name of comments.flatMap((comment) => comment.rules)) expect(ids).toContain(name.text);
  });

  it("shows an entry as it is written", async () => {
    const text = SPEC.replace(/ {4}why: .*\n/, "");
    const { findings } = await located({ "kpi.yaml": text });
    expect(guide).toContain(writeKnown(findings));
  });
});
