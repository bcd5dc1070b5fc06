import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { cleanBody, reportBody } from "../../../src/report/action/body.ts";
import type { ActionReport } from "../../../src/report/action/model.ts";
import { folded, openAndFolded, type Page, pageText, rowsOf } from "../../../src/report/action/page.ts";
import { scenarios } from "./scenarios.ts";

/** No body is asked to be shorter. */
const SHORTEST = 1_000;
const LONGEST = 300_000;

const reports = new Map<string, ActionReport>();
beforeAll(async () => {
  for (const [name, scenario] of Object.entries(scenarios)) reports.set(name, await scenario());
});
const names = Object.keys(scenarios) as (keyof typeof scenarios)[];

function bodyOf(name: string, limit: number): string {
  const report = reports.get(name);
  if (report === undefined) throw new Error(`There is no report "${name}"`);
  return reportBody(report, { limit });
}

/** Folds open and close in turn, code blocks and tables are whole. */
function expectWhole(text: string): void {
  let isFolded = false;
  let isCode = false;
  let columns: number | null = null;
  for (const line of text.split("\n")) {
    if (line.startsWith("```")) isCode = !isCode;
    if (isCode) continue;
    expect(line.match(/<\/?details>/g) ?? []).toHaveLength(/^<\/?details>$/.test(line) ? 1 : 0);
    if (line === "<details>") {
      expect(isFolded).toBe(false);
      isFolded = true;
    }
    if (line === "</details>") {
      expect(isFolded).toBe(true);
      isFolded = false;
    }
    if (!line.startsWith("|")) columns = null;
    else {
      const cells = line.split("|").length;
      expect(line.endsWith("|")).toBe(true);
      expect(cells).toBe(columns ?? cells);
      columns = cells;
    }
  }
  expect([isFolded, isCode]).toEqual([false, false]);
}

describe("a body with a limit", () => {
  it("is never longer, and always whole", () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.integer({ min: SHORTEST, max: 70_000 }), (name, limit) => {
        const text = bodyOf(name, limit);
        expect(text.length).toBeLessThanOrEqual(limit);
        expectWhole(text);
      }),
      { numRuns: 60 },
    );
  });

  it("holds no row that the whole body lacks", () => {
    for (const name of ["five-hundred", "many-findings", "several"] as const) {
      const whole = new Set(bodyOf(name, Number.POSITIVE_INFINITY).split("\n"));
      for (const limit of [1_500, 4_000, 9_000, 30_000]) {
        const cut = bodyOf(name, limit).split("\n");
        const added = cut.filter((line) => !whole.has(line));
        const said = /^(?:<summary>\d+ |\*\*[\d,]+ more |More in words|[\d,]+ more charts?:|Chart)/;
        expect(added.filter((line) => !said.test(line) && line !== "<summary>Chart</summary>")).toEqual([]);
      }
    }
  });

  it("counts every finding that it leaves out", () => {
    const { counts } = reports.get("many-findings")?.check ?? { counts: { errors: 0, warnings: 0, infos: 0 } };
    const all = counts.errors + counts.warnings + counts.infos;
    const text = bodyOf("many-findings", 20_000);
    const findings = text.split("\n").filter((line) => /^- [✖⚠ℹ] `kpi\.yaml:\d+`/.test(line));
    const stands = findings.map((line) => {
      const places = line.slice(0, line.indexOf(": ")).split(", ");
      const more = /and (\d+) more place/.exec(places.at(-1) ?? "")?.[1];
      return more === undefined ? places.length : places.length - 1 + Number(more);
    });
    const left = Number(/\*\*(\d+) more findings\*\*: `kpi check` shows them\./.exec(text)?.[1]);
    expect(stands.reduce((sum, n) => sum + n, 0) + left).toBe(all);
  });

  it("keeps verdict, reasons to fail and what to do where all else is cut", () => {
    const text = bodyOf("five-hundred", 1_500);
    expect(text).toMatch(/^✖ \*\*500 KPIs change meaning; 375 targets are eased without a reason; /);
    expect(text).toContain("**Fails:** 420 errors among the changes of meaning");
    expect(text).toContain("**To do:** write the missing reasons");
  });

  it("needs no more than a screen before its folds", () => {
    for (const name of names) {
      const open = bodyOf(name, 60_000).replace(/<details>[\s\S]*?<\/details>/g, "");
      expect(open.split("\n").filter((line) => line !== "").length).toBeLessThan(42);
    }
  });

  it("fits into a job summary of a million bytes", () => {
    for (const name of names) expect(Buffer.byteLength(bodyOf(name, LONGEST))).toBeLessThan(1_000_000);
  });

  it("says the same in a comment that has nothing to say any more", () => {
    const report = reports.get("nothing-changed");
    if (report === undefined) throw new Error("There is no report");
    expect(cleanBody(report)).toBe(reportBody(report, { limit: SHORTEST }));
    expect(cleanBody(report).split("\n")).toHaveLength(4);
  });
});

describe("a page", () => {
  const rows = (n: number) => rowsOf(Array.from({ length: n }, (_, i) => `- row ${i + 1}`));
  const more = (n: number): string => `${n} more`;
  const page = (parts: Partial<Page>): Page => ({
    verdict: "Verdict.",
    intro: [],
    sections: [],
    footer: "End.",
    ...parts,
  });
  const options = { title: "Title\n\n", head: "", open: 2, summary: (n: number) => `${n} folded` };

  it("opens the first rows and folds the others", () => {
    const sections = [{ blocks: openAndFolded(rows(5), options), beyond: 0, more }];
    expect(pageText(page({ sections }), 1_000)).toBe(
      "Verdict.\n\nTitle\n\n- row 1\n- row 2\n\n<details>\n<summary>3 folded</summary>\n\n- row 3\n- row 4\n- row 5\n\n</details>\n\nEnd.\n",
    );
  });

  it("folds no two rows", () => {
    const sections = [{ blocks: openAndFolded(rows(4), options), beyond: 0, more }];
    expect(pageText(page({ sections }), 1_000)).toBe(
      "Verdict.\n\nTitle\n\n- row 1\n- row 2\n- row 3\n- row 4\n\nEnd.\n",
    );
  });

  it("says on the fold what it holds, and below it what it does not", () => {
    const sections = [{ blocks: openAndFolded(rows(20), options), beyond: 0, more }];
    expect(pageText(page({ sections }), 150)).toBe(
      "Verdict.\n\nTitle\n\n- row 1\n- row 2\n\n<details>\n<summary>6 folded</summary>\n\n- row 3\n- row 4\n- row 5\n- row 6\n- row 7\n- row 8\n\n</details>\n\n12 more\n\nEnd.\n",
    );
  });

  it("counts what rows stand for", () => {
    const blocks = [
      folded(
        (n) => `${n} things`,
        [
          { text: "- a", counts: 40 },
          { text: "- b", counts: 2 },
          { text: "- c".repeat(99), counts: 3 },
        ],
      ),
    ];
    expect(pageText(page({ sections: [{ blocks, beyond: 0, more }] }), 100)).toContain(
      "<summary>42 things</summary>\n\n- a\n- b\n\n</details>\n\n3 more",
    );
  });

  it("leaves what is behind a large section its room", () => {
    const sections = [
      { blocks: [folded(() => "first", rows(500))], beyond: 0, more },
      { blocks: [folded(() => "second", rows(5))], beyond: 0, more },
    ];
    const text = pageText(page({ sections }), 1_000);
    expect(text).toContain("<summary>second</summary>\n\n- row 1\n- row 2\n- row 3\n- row 4\n- row 5\n\n</details>");
    expect(text.length).toBeLessThanOrEqual(1_000);
  });

  it("says nothing of a section that has no words for it", () => {
    const sections = [
      {
        blocks: [{ head: () => "", rows: rowsOf(["x".repeat(80)]), tail: "", between: "\n" as const }],
        beyond: 0,
        more: null,
      },
    ];
    expect(pageText(page({ sections }), 60)).toBe("Verdict.\n\nEnd.\n");
  });

  it("never cuts the verdict", () => {
    const sections = [{ blocks: openAndFolded(rows(20), options), beyond: 0, more }];
    expect(pageText(page({ intro: ["Intro."], sections }), 5)).toBe("Verdict.\n");
    expect(pageText(page({ intro: ["Intro."], sections }), 17)).toBe("Verdict.\n\nEnd.\n");
    expect(pageText(page({ intro: ["Intro."], sections }), 24)).toBe("Verdict.\n\nIntro.\n\nEnd.\n");
  });
});
