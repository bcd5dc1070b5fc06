import { describe, expect, it } from "vitest";
import { pretty } from "../../../src/report/review/pretty.ts";
import { context, portfolio, portfolioWith, reviewed } from "./fixture.ts";
import { HOSTILE, scenarios } from "./scenarios.ts";

describe("what stands where", async () => {
  const { result, context: own } = await scenarios.many();
  const blocks = pretty(result, own).trimEnd().split("\n\n");
  const heads = blocks.map((block) => block.split("\n")[0]?.split("  ")[0]);

  it("begins with the verdict and the lane, and ends with the counts", () => {
    const [first = ""] = blocks;
    expect(first.replace(/\n {2}/g, " ")).toMatch(
      /^4 KPIs change meaning; .*\nLane: definition change {2}4f2a9c1d03 → working tree,/,
    );
    expect(blocks.at(-1)).toMatch(/^✖ 10 errors, 2 warnings, 5 infos: 5 eased \(4 without a reason\)\n/);
    expect(blocks.at(-1)).toContain("Write the missing reasons where the lines above say");
  });

  it("goes from KPIs to metrics, the worst first", () => {
    const kpis = ["churn-2026", "cost-2026", "uptime-2026", "visits-2026", "nps-2026"];
    expect(heads.slice(1, -1)).toEqual([...kpis, "metric cost", "Smaller changes"]);
  });

  it("tells a reason once", () => {
    const block = blocks.find((text) => text.startsWith("nps-2026")) ?? "";
    expect(block.match(/reason:/g)).toHaveLength(1);
  });

  it("says both steps where edit and data moved a status", () => {
    expect(blocks.join("\n")).toContain("Status     ▲ at-risk → ✓ on-track by the edit → ★ achieved by new data\n");
  });

  it("keeps YAML to copy on one line where that has room", () => {
    expect(blocks.join("\n")).toMatch(/^ +\{ date: 2026-08-15, field: target, reason: … \} to the changes of$/m);
  });

  it("has nothing but ASCII of its own where the terminal has nothing else", () => {
    const shown = pretty(result, { ...own, ascii: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
    expect(shown).toMatch(/^[\x00-\x7f]*$/);
    expect(shown).toContain("  ! warning  The target is eased: 75 points -> 72 points.\n");
    expect(shown).toContain("Status     ! at-risk -> + on-track by the edit -> * achieved by new data\n");
  });
});

describe("quiet", () => {
  it("shows errors and the counts", async () => {
    const { result, context: own } = await scenarios.many();
    const shown = pretty(result, { ...own, quiet: true });
    expect(shown).not.toMatch(/warning {2}|ℹ info|Status|Lane/);
    expect(shown.match(/✖ error/g)).toHaveLength(result.summary.errors);
    expect(shown).toContain("\n✖ 10 errors, 2 warnings, 5 infos");
  });

  it("shows nothing where nothing is wrong", async () => {
    const { result, context: own } = await scenarios["eased-with-reason"]();
    expect(pretty(result, { ...own, quiet: true })).toBe("");
    expect(pretty({ ...result, unread: ["a.yaml"] }, { ...own, quiet: true })).toMatch(
      /^✖ Not compared, .*: a\.yaml\n/,
    );
  });
});

it("says in one line that nothing changes", async () => {
  const { result } = await scenarios["nothing-changed"]();
  expect(pretty(result, context)).toBe(
    "Nothing changes in meaning.\nLane: check-in  4f2a9c1d03 → working tree, as of 2026-08-15\n",
  );
});

it("names files that were not compared", async () => {
  const { result } = await scenarios["nothing-changed"]();
  const unread = ["a.yaml", "b.yaml", "c.yaml", "d.yaml", "e.yaml", "f.yaml", "g.yaml"];
  expect(pretty({ ...result, unread }, context)).toContain(
    "whole: a.yaml, b.yaml, c.yaml,\n  d.yaml, e.yaml, and 2 more\n",
  );
});

it("says which version a place is in, and the title of what is gone", async () => {
  const cut = /( {2}visits-2026[\s\S]*)/.exec(portfolio["kpis/company.kpi.yaml"] ?? "")?.[1] ?? "";
  const { result, context: own } = await reviewed(portfolio, portfolioWith([cut, ""]));
  const shown = pretty(result, own);
  expect(shown).toContain("\nvisits-2026  5,000 visits of the old site\n");
  expect(shown).toContain("kpis/company.kpi.yaml:63 (in the base)  diff/kpi-removed-early");
  expect(pretty(result, context)).toContain("\nvisits-2026\n");
});

it("shows the pace where nothing else has moved", async () => {
  const later = [
    "timeframe: 2026\n    baseline: 62",
    "timeframe: { start: 2026-01-01, end: 2027-03-31 }\n    baseline: 62",
  ] as const;
  const { result, context: own } = await reviewed(portfolio, portfolioWith(later));
  expect(pretty(result, own)).toMatch(/ {2}Progress {3}46 %, unchanged\n {2}Pace {7}0\.9307 → 1\.\d+\n/);
});

describe("hostile text", async () => {
  const { result, context: own } = await scenarios.hostile();
  const named = { ...result, names: { base: HOSTILE, head: HOSTILE }, unread: [HOSTILE] };
  const changes = named.changes.map((change) => ({
    ...change,
    file: HOSTILE,
    ruleId: HOSTILE,
    url: "javascript:alert(1)",
  }));
  const all = { ...own, hyperlinks: true, titleOf: () => HOSTILE };

  it.each([40, 80, 120, 200])("gives no command to the terminal or the log at %i columns", (width) => {
    for (const quiet of [false, true]) {
      const shown = pretty({ ...named, changes }, { ...all, width, quiet });
      expect(shown).toMatch(/^[\P{Cc}\n]*$/u);
      expect(shown).not.toMatch(/[\u202e\u200b]/);
      expect(shown).not.toMatch(/(?:^|\s)::|##\[/);
    }
  });

  it("takes little room, however long it is", () => {
    for (const line of pretty(result, { ...own, width: Number.POSITIVE_INFINITY }).split("\n")) {
      expect(line.length).toBeLessThan(1_200);
    }
  });
});
