import { describe, expect, it } from "vitest";
import { findingsTable, markdownReport, smartTable } from "../../src/report/markdown.ts";
import { context, finding, HOSTILE, resultWith, rich } from "./fixture.ts";

describe("markdown report", () => {
  it("says the verdict first", () => {
    expect(markdownReport(resultWith([]), context)).toBe(
      "**✓ No findings**: 3 files, 2 goals, 4 metrics, 3 KPIs, as of 2026-08-15.\n",
    );
    expect(markdownReport(resultWith([], { new: 0, fixed: 2 }), context)).toMatch(
      /^\*\*✓ No new findings\*\* \(0 new, 2 fixed\): /,
    );
    expect(markdownReport(rich, context)).toMatch(
      /^\*\*✖ 5 errors, 2 warnings, 1 info\*\* \(2 suppressed, 1 known\): /,
    );
  });

  it("is the same for two runs with one outcome", () => {
    expect(markdownReport(rich, { ...context, elapsedMs: 99 })).toBe(markdownReport(rich, context));
  });

  it("folds information and shows the rest", () => {
    const [open, folded] = markdownReport(rich, context).split("<details>");
    expect(open).not.toContain("relevant/why-missing");
    expect(folded).toContain("relevant/why-missing");
    expect(folded).not.toContain("✖ error");
  });

  it("shows SMART cards when asked", () => {
    expect(markdownReport(rich, context)).toContain("| `revenue-2026` | ⚠ | ✖ | ✓ | ✖ | ✓ |");
    expect(markdownReport(rich, { ...context, smart: false })).not.toContain("SMART");
    expect(markdownReport(resultWith([]), context)).not.toContain("SMART");
  });

  it("keeps hostile text inside its cell", () => {
    const parts = { message: HOSTILE, file: HOSTILE, ruleId: HOSTILE, url: `https://example.com/) | ${HOSTILE}` };
    const title = { title: HOSTILE, edits: [] };
    const place = { file: HOSTILE, range: finding({}).range, message: HOSTILE };
    const hostile = finding({ ...parts, suggestions: [title], fix: title, related: [place] });
    const rows = markdownReport(resultWith([hostile]), context).split("\n");
    const row = rows.at(-2) ?? "";
    expect(row.match(/\|/g)).toHaveLength(5);
    const [text, address] = row.split("](");
    expect(text).not.toMatch(/<(?!br>|\/?code>)|@(?!&#8203;)|:\/\//);
    expect(address).toMatch(/^https:\/\/example\.com\/[^\s()[\]<>|`]*\) \|$/);
  });
});

describe("tables for other reports", () => {
  it("lists findings under a heading", () => {
    expect(findingsTable([finding({ url: "" })]).split("\n")).toEqual([
      "| level | where | what to change | rule |",
      "|---|---|---|---|",
      '| ✖ error | `kpis/sales.kpi.yaml:5:11` | No goal is called "growht"; write the id of a goal. | ref/unknown-goal |',
    ]);
  });

  it("explains the marks of the SMART cards", () => {
    expect(smartTable(rich.smart).split("\n").at(-1)).toBe("✓ pass, ⚠ warning, ✖ error");
  });
});
