import { describe, expect, it } from "vitest";
import { cleanBody, hasNews, mayChangeMeaning, reportBody } from "../../../src/report/action/body.ts";
import type { ActionReport } from "../../../src/report/action/model.ts";
import { HOSTILE } from "../review/scenarios.ts";
import { reportOf } from "./reports.ts";
import { company, companyWith, scenarios } from "./scenarios.ts";

const CUSTOMERS = "kpis/customers.kpi.yaml";

const bodyOf = (report: ActionReport, origin?: string): string =>
  reportBody(report, { limit: 60_000, ...(origin === undefined ? {} : { origin }) });
const paragraphs = (text: string): readonly string[] => text.trimEnd().split("\n\n");

describe("the first line", () => {
  it.each([
    ["eased-without-reason", "✖"],
    ["eased-with-reason", "⚠"],
    ["check-in", "✓"],
    ["nothing-changed", "✓"],
    ["no-base", "⚠"],
    ["schedule", "✖"],
  ] as const)("of %s begins with %s and says the verdict in bold", async (name, symbol) => {
    const [verdict] = paragraphs(bodyOf(await scenarios[name]()));
    expect(verdict).toMatch(new RegExp(`^${symbol} \\*\\*[A-Z0-9].*\\.\\*\\*`));
  });

  it("is the whole page where nothing changes", async () => {
    const report = await scenarios["nothing-changed"]();
    expect(paragraphs(bodyOf(report))).toHaveLength(2);
    expect(hasNews(report)).toBe(false);
  });

  it("says what is broken in a comment that is kept for changes only", async () => {
    const report = await reportOf({
      base: company,
      head: companyWith({ [CUSTOMERS]: [["    why: Half of", "    because: Half of"]] }),
      sections: ["changes"],
    });
    expect(cleanBody(report)).toMatch(/^✖ \*\*.*1 new error\.\*\* 18 KPIs: /);
  });

  it("warns of KPIs that need attention where nothing was to be compared", async () => {
    const report = await scenarios["no-base"]();
    expect(bodyOf({ ...report, noBase: null })).toMatch(/^⚠ \*\*7 of 18 KPIs need attention; nothing is broken\.\*\* /);
    const calm = { ...report.progress, byStatus: { "on-track": 18 }, shown: [] };
    expect(bodyOf({ ...report, noBase: null, progress: calm })).toMatch(/^✓ \*\*Nothing is broken\.\*\* /);
  });

  it("tells of changes whatever the sections are, because the run fails at them", async () => {
    const report = await scenarios["eased-without-reason"]();
    const [verdict] = paragraphs(bodyOf(report));
    const [alone] = paragraphs(bodyOf({ ...report, sections: ["findings"] }));
    expect(alone?.startsWith(`${verdict} 18 KPIs: `)).toBe(true);
  });

  it("counts no KPIs where there are none", async () => {
    const report = await scenarios.schedule();
    const text = bodyOf({ ...report, progress: { kpis: 0, byStatus: {}, stale: 0, shown: [] } });
    expect(text).toMatch(/^✖ \*\*1 error\.\*\*\n/);
  });
});

describe("the second line", () => {
  it("is the lane, with the commits that were compared", async () => {
    const [, lane] = paragraphs(bodyOf(await scenarios["check-in"]()));
    expect(lane).toBe("Lane: check-in, only new values · `4f2a9c1d03` → `8e61d0b24c` · as of 2026-08-15");
  });

  it("does not name the run, so that a second run that finds the same says the same", async () => {
    const report = await scenarios["check-in"]();
    const run = { id: 4712, attempt: 2, url: "https://github.com/acme/goals/actions/runs/4712" };
    expect(bodyOf({ ...report, run })).toBe(bodyOf(report));
  });

  it("says whose report it is", async () => {
    const [, lane] = paragraphs(bodyOf(await scenarios["check-in"](), "reported by the fork's run"));
    const run = "https://github.com/acme/goals/actions/runs/4711";
    expect(lane?.endsWith(`as of 2026-08-15 · [reported by the fork's run](${run})`)).toBe(true);
  });

  it("names a branch that was asked for", async () => {
    const report = await scenarios["check-in"]();
    const diff = report.diff === null ? null : { ...report.diff, head: "release/1" };
    expect(bodyOf({ ...report, diff })).toContain("`4f2a9c1d03` → `release/1` · ");
  });
});

describe("why it fails", () => {
  const fails = async (failures: readonly string[]): Promise<string | undefined> => {
    const report = await scenarios["check-in"]();
    return paragraphs(bodyOf({ ...report, conclusion: "failure", failures: [...failures] }))[2];
  };

  it("stands in one line above everything else", async () => {
    expect(await fails(["1 error", "nps-2026 is missed"])).toBe("**Fails:** 1 error; nps-2026 is missed");
  });

  it("takes lines of its own where it is long, and no more than five", async () => {
    const long = "x".repeat(70);
    expect(await fails([long, long, long])).toBe("**Fails:**");
    const report = await scenarios["check-in"]();
    const text = bodyOf({ ...report, conclusion: "failure", failures: Array.from({ length: 9 }, () => long) });
    expect(text.match(/^- x{70}$/gm)).toHaveLength(5);
    expect(text).toContain("- 4 more reasons\n");
  });
});

describe("what to do", () => {
  const todo = async (...edits: readonly (readonly [string, string])[]): Promise<string | undefined> => {
    const text = bodyOf(await reportOf({ base: company, head: companyWith({ [CUSTOMERS]: edits }) }));
    return /^- (.*)$/m.exec(text.slice(text.indexOf("**To do:**")))?.[1];
  };

  it("says which entry to add to which KPI", async () => {
    expect(await todo(["    target: 75\n", "    target: 72\n"])).toBe(
      '`nps-2026`, target: add `{ date: 2026-08-15, field: target, reason: … }` to the changes of KPI "nps-2026" (`kpis/customers.kpi.yaml:85`)',
    );
  });

  it("says where words on a metric go", async () => {
    expect(await todo(["    aggregation: mean # of the weeks", "    aggregation: max # of the weeks"])).toBe(
      'metric `first-response-time`, aggregation: add `{ date: 2026-08-15, field: aggregation, reason: … }` to the changes of KPI "first-response-q3" (`kpis/customers.kpi.yaml:50`)',
    );
  });

  it("says how to remove a KPI", async () => {
    const kpi = /\n {2}churn-2026:[\s\S]*?(?=\n {2}first-response-q3:)/.exec(company[CUSTOMERS] ?? "")?.[0] ?? "";
    expect(await todo([kpi, ""])).toMatch(
      /^`churn-2026`, state: retire it with state: retired instead, or add `removed: \{ churn-2026: \{ on: 2026-08-15, reason: … \} \}` at the top level of a file \(/,
    );
  });

  it("is silent where reasons are given", async () => {
    expect(bodyOf(await scenarios["eased-with-reason"]())).not.toContain("To do");
  });

  it("lists four, and points to the words of all for the others", async () => {
    const text = bodyOf(await scenarios["five-hundred"]());
    const list = text.slice(text.indexOf("**To do:**"), text.indexOf("| KPI |"));
    expect(list.match(/^- `site-\d+`, target: add /gm)).toHaveLength(4);
    expect(list).toContain("\n- and 371 more reasons: *In words* below and `kpi diff` say where\n");
    expect(text).toMatch(/The target is eased: 206 visits → 156 visits; say why: add \{ date: 2026-08-15, /);
  });
});

describe("the table of changes", async () => {
  const several = bodyOf(await scenarios.several());
  const rows = several.split("\n").filter((line) => line.startsWith("| ") && line.includes("docs/rules/diff/"));

  it("has the KPIs that were edited before those that only feel it", () => {
    const first = rows.findIndex((line) => line.startsWith("| `new-customers-q3`"));
    const last = rows.findLastIndex((line) => line.includes("**no reason**"));
    expect(last).toBeGreaterThan(0);
    expect(first).toBeGreaterThan(last);
  });

  it("says title, status and progress once for each KPI", () => {
    const own = rows.filter((line) => line.startsWith("| `nps-2026`"));
    expect(own.map((line) => line.includes("Net Promoter Score of 75"))).toEqual([true, false]);
    expect(own[0]).toContain(
      "▲ at-risk → ✓ on-track by the edit<br>46 % → 80 %: 14 points from the edit, 20 from new data",
    );
    expect(own[1]).toMatch(/\*\*no reason\*\* \| {2}\|$/);
  });

  it("says of a KPI that is taken away what it was called, and how it stood last", async () => {
    const kpi = /\n {2}churn-2026:[\s\S]*?(?=\n {2}first-response-q3:)/.exec(company[CUSTOMERS] ?? "")?.[0] ?? "";
    const text = bodyOf(await reportOf({ base: company, head: companyWith({ [CUSTOMERS]: [[kpi, ""]] }) }));
    const row = text.split("\n").find((line) => line.startsWith("| `churn-2026`"));
    expect(row).toMatch(/^\| `churn-2026`<br>\S.* \| ✖ .* \| last: \S+ [a-z-]+ \|$/);
  });

  it("names the field where the change does not", () => {
    expect(several).toContain("<br>75 → 72 points<br>");
    expect(several).toContain("<br>timeframe: 2026-09-30 → 2026-10-31<br>");
    expect(several).toContain("<br>status.on&#95;track: 0.95 → 0.8<br>");
  });

  it("gives each reason once", async () => {
    const reason = "{ date: 2026-08-14, field: target and timeframe, reason: The survey was moved }";
    const head = companyWith({
      [CUSTOMERS]: [
        [
          "    timeframe: 2026\n    target: 75\n",
          "    timeframe: { start: 2026-01-01, end: 2027-01-31 }\n    target: 72\n",
        ],
        ["    changes: # the reason trail that a review asks for\n", `    changes:\n      - ${reason}\n`],
      ],
    });
    const text = bodyOf(await reportOf({ base: company, head }));
    expect(text.match(/reason: The survey was moved/g)).toHaveLength(1);
    expect(text).toContain("reason: the same");
  });
});

describe("sections", () => {
  const headsOf = (text: string): readonly string[] =>
    [...text.matchAll(/^(?:\*\*([A-Z][\w ]+)\*\*|<summary>([^<]+)<\/summary>|\| (KPI) \| change)/gm)].map(
      ([, one, two, three]) => one ?? two ?? three ?? "",
    );

  it("come in the order in which a reviewer asks", async () => {
    expect(headsOf(bodyOf(await scenarios.several()))).toEqual([
      "KPI",
      "New findings",
      "How they stand",
      "13 more KPIs",
      "In words",
      "3 smaller changes",
      "Charts",
    ]);
  });

  it("show the KPI first that was edited, and those that only feel it behind, the worst first", async () => {
    const text = bodyOf(
      await reportOf({
        base: company,
        head: companyWith({
          [CUSTOMERS]: [["    target: 75\n", "    target: 72\n"]],
          "kpi.config.yaml": [["on_track: 0.95", "on_track: 0.80"]],
        }),
      }),
    );
    const [, table = ""] = text.split("**How they stand**");
    const statuses = [...table.matchAll(/^\| `([\w-]+)`.*? \| \S+ ([a-z-]+)/gm)].map(([, id, status]) => [id, status]);
    expect(statuses[0]).toEqual(["nps-2026", "on-track"]);
    expect(statuses[1]?.[1]).toBe("missed");
    expect(text.match(/^`([\w-]+)` in /m)?.[1]).toBe("nps-2026");
    expect(text).toMatch(/\n\*{0,2}\d+ more charts?: `kpi report` draws all\./);
  });

  it.each([
    [["changes"], ["KPI", "In words", "3 smaller changes"]],
    [["findings"], ["New findings"]],
    [["progress"], ["How they stand", "13 more KPIs", "Charts"]],
  ] as const)("%s stand alone where they are chosen", async (sections, heads) => {
    const report = await scenarios.several();
    expect(headsOf(bodyOf({ ...report, sections: [...sections] }))).toEqual(heads);
  });

  it("show progress first where a schedule asks, and findings where changes are missing", async () => {
    const scheduled = await scenarios.schedule();
    expect(headsOf(bodyOf(scheduled))).toEqual(["Needs attention", "Findings", "Charts"]);
    expect(headsOf(bodyOf({ ...scheduled, noBase: "there is none" }))).toEqual([
      "Findings",
      "Needs attention",
      "Charts",
    ]);
  });
});

it("says why changes are missing, and what to write", async () => {
  expect(bodyOf(await scenarios["no-base"]())).toContain(
    "\n\n⚠ **Changes are not compared:** the commit 4f2a&#8203;9c1d03 is not in this clone and cannot be fetched; give actions/checkout `fetch-depth: 2`.\n\n",
  );
});

it.each(["no-base", "check-in", "nothing-changed"] as const)(
  "has something to say of %s where the comparison failed or may be wrong",
  async (name) => {
    const report = { ...(await scenarios[name]()), noBase: "the clone ends too early" };
    expect([hasNews(report), mayChangeMeaning(report)]).toEqual([true, true]);
    expect(bodyOf(report)).toMatch(/^⚠ [\s\S]*\n⚠ \*\*.*:\*\* the clone ends too early\.$/m);
  },
);

it("says in the one line of a clean comment whose report it is", async () => {
  const report = await scenarios["nothing-changed"]();
  const run = "https://github.com/acme/goals/actions/runs/4711";
  expect(cleanBody(report, "reported by the fork's run")).toContain(` · [reported by the fork's run](${run}) · `);
});

it("says why a comparison may be wrong", async () => {
  const report = await scenarios["check-in"]();
  expect(bodyOf({ ...report, noBase: "it is not known where this branch left its base" })).toContain(
    "⚠ **The comparison may be wrong:** it is not known where this branch left its base.\n\n| KPI |",
  );
});

it("says which files were not compared", async () => {
  const report = await scenarios["check-in"]();
  const unread = (...files: string[]): string =>
    bodyOf({ ...report, diff: report.diff === null ? null : { ...report.diff, unread: files } });
  expect(unread("a.yaml")).toContain("✖ Not compared, because it cannot be read whole: `a.yaml`.");
  expect(unread("f0.yaml", "f1.yaml", "f10.yaml", "f2|3.yaml")).toContain(
    "✖ Not compared, because they cannot be read whole: `f0.yaml`, `f1.yaml`, <code>f2&#124;3.yaml</code> and 1 more.",
  );
});

describe("hostile text", async () => {
  const report = await scenarios.hostile();
  /** Every text of a report that a fork could write is replaced. */
  const poisoned = (value: unknown, key = ""): unknown => {
    if (typeof value === "string") return KEPT.has(key) ? value : HOSTILE;
    if (Array.isArray(value)) return value.map((part) => (Array.isArray(part) ? part : poisoned(part, key)));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, poisoned(part, name)]));
  };
  const KEPT = new Set(["kind", "status", "severity", "conclusion", "lane", "cause", "side", "sections", "ruleId"]);

  it.each([
    ["of files", report],
    ["of a report from elsewhere", poisoned(report) as ActionReport],
    ["of a report without changes", { ...(poisoned(report) as ActionReport), diff: null, noBase: HOSTILE }],
  ])("%s leaves no sink", (_, one) => {
    const text = bodyOf(one);
    expect(text).toMatch(/^[\P{Cc}\n]*$/u);
    expect(text).not.toMatch(/[\u202e\u200b]/);
    const outside = text
      .replace(/```mermaid\n[\s\S]*?\n```/g, "")
      .replace(/`[^`\n]*`/g, "")
      .replace(/\]\(https:\/\/[^\s()[\]<>|]*\)/g, "]");
    expect(outside).not.toMatch(/<(?!br>|\/?(?:details|summary|code|sub)>)/);
    expect(outside).not.toMatch(/@(?!&#8203;)|:\/\/|GH-\d|www\.|3f2a9c1d/);
    expect(outside).not.toMatch(/!\[|\]\((?!http)|(?<!&)#\d/);
    for (const line of text.split("\n")) expect(line.startsWith("|") ? line.split("|").length : 5).toBe(5);
  });

  it("cannot close a fold or a code block", () => {
    const text = bodyOf(poisoned(report) as ActionReport);
    expect(text.match(/^<details>$/gm)?.length).toBe(text.match(/<\/details>/g)?.length);
    expect((text.match(/```/g)?.length ?? 0) % 2).toBe(0);
  });
});
