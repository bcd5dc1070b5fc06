import { describe, expect, it } from "vitest";
import { pretty } from "../../src/report/pretty.ts";
import { clean, context, finding, resultWith, rich } from "./fixture.ts";

const plain = { ...context, smart: false };

describe("pretty", () => {
  it("says on one line that nothing was found", () => {
    expect(pretty(resultWith([]), plain)).toBe("✓ 3 files, 2 goals, 4 metrics, 3 KPIs: no findings (12 ms)\n");
  });

  it.each([
    [{ suppressed: 2, known: 1200 }, "no findings, 2 suppressed, 1,200 known"],
    [{ new: 0, fixed: 3 }, "no new findings, 3 fixed"],
    [{ new: 0, fixed: 0, known: 1 }, "no new findings, 1 known"],
  ])("counts what is not shown: %o", (summary, expected) => {
    expect(pretty(resultWith([], summary), plain)).toContain(`3 KPIs: ${expected} (12 ms)`);
  });

  it("uses the singular and seconds", () => {
    const summary = { ...clean, files: 1, goals: 1, metrics: 1, kpis: 1 };
    expect(pretty(resultWith([], summary), { ...plain, elapsedMs: 1260 })).toBe(
      "✓ 1 file, 1 goal, 1 metric, 1 KPI: no findings (1.3 s)\n",
    );
  });

  it("leaves the time out where there is none", () => {
    expect(pretty(resultWith([]), { ...plain, elapsedMs: null })).toMatch(/no findings\n$/);
  });

  it("puts place, level, message and rule on one line where nothing is wrapped", () => {
    const shown = pretty(rich, { ...plain, width: Number.POSITIVE_INFINITY });
    expect(shown.split("\n")).toContain(
      'kpis/sales.kpi.yaml:4:62  ⚠ warning  "as far as possible" lets every result pass; ' +
        "leave it out, or write the condition as a guardrail.  specific/escape-clause",
    );
  });

  it("keeps within the width, but for words that are wider", () => {
    for (const width of [40, 60, 80, 120]) {
      const wide = pretty(rich, { ...plain, width })
        .split("\n")
        .filter((line) => line.length > width);
      for (const line of wide) expect(line.trim().split(" ").length).toBeLessThanOrEqual(4);
    }
  });

  it("sums up in one line", () => {
    expect(pretty(rich, plain)).toContain(
      "\n✖ 5 errors, 2 warnings, 1 info in 12 files (2 suppressed, 1 known, 1 fixable with --fix), 12 ms\n",
    );
  });

  it("takes the worst level for the summary", () => {
    expect(pretty(resultWith([finding({ severity: "warning" })]), plain)).toContain(
      "\n⚠ 1 warning in 3 files, 12 ms\n",
    );
    expect(pretty(resultWith([finding({ severity: "info" })]), plain)).toContain("\nℹ 1 info in 3 files, 12 ms\n");
  });

  it("shows the first infos of a rule and counts the rest, and never counts a warning", () => {
    const many = (severity: "info" | "warning", ruleId: string, count: number) =>
      Array.from({ length: count }, () => finding({ severity, ruleId }));
    const all = [
      ...many("info", "relevant/why-missing", 12),
      ...many("warning", "specific/vague-term", 12),
      ...many("info", "relevant/no-action", 10),
      ...many("info", "specific/long-title", 1210),
    ];
    const shown = pretty(resultWith(all), { ...plain, width: 200 });
    const told = (ruleId: string): number => shown.split("\n").filter((line) => line.endsWith(`  ${ruleId}`)).length;
    const rules = ["relevant/why-missing", "specific/vague-term", "relevant/no-action", "specific/long-title"];
    expect(rules.map(told)).toEqual([10, 12, 10, 10]);
    expect(shown).toContain(
      "\n\nℹ 1,202 more infos: 2 of relevant/why-missing, 1,200 of specific/long-title; --format json lists all.\n\n",
    );
    expect(shown).toContain("12 warnings, 1,232 infos in 3 files");
    expect(shown).toMatch(/\n {2}To see only what is new from now on: kpi check --update-known\n$/);
    expect(pretty(resultWith(all, { known: 1 }), plain)).not.toContain("--update-known");
    expect(pretty(resultWith(all.slice(0, 100)), plain)).not.toContain("--update-known");
  });

  it("says how many are new", () => {
    expect(pretty(resultWith([finding({})], { new: 1, fixed: 2 }), plain)).toContain("(1 new, 2 fixed), 12 ms");
  });

  it("names a command for more about a rule", () => {
    expect(pretty(resultWith([finding({})]), plain)).toMatch(
      /\n {2}More about a rule: kpi explain ref\/unknown-goal\n$/,
    );
  });

  it("shows a finding without a frame where the text is not at hand", () => {
    const shown = pretty(resultWith([finding({})]), { ...plain, textOf: () => null });
    expect(shown).not.toContain("│");
    expect(shown).toContain('✖ error  No goal is called "growht"');
  });

  it("shows errors only when quiet, and nothing without one", () => {
    const quiet = { ...plain, quiet: true };
    expect(pretty(resultWith([]), quiet)).toBe("");
    expect(pretty(resultWith([finding({ severity: "warning" })]), quiet)).toBe("");
    const shown = pretty(rich, quiet);
    expect(shown).not.toContain("⚠ warning");
    expect(shown.match(/✖ error/g)).toHaveLength(5);
  });

  it.each([
    ["error", false, false],
    ["warning", true, false],
    ["info", true, true],
  ] as const)("shows what fails from %s on when quiet", (failsFrom, hasWarnings, hasInfos) => {
    const shown = pretty(rich, { ...plain, quiet: true, failsFrom });
    expect(shown).toContain("✖ error");
    expect(shown.includes("⚠ warning")).toBe(hasWarnings);
    expect(shown.includes("ℹ info")).toBe(hasInfos);
  });

  it("writes no escape without colour, and the same words with it", () => {
    const without = pretty(rich, context);
    const coloured = pretty(rich, { ...context, colour: true });
    expect(without).not.toContain("\u001b");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the styles are what is removed
    expect(coloured.replace(/\u001b\[\d+m/g, "")).toBe(without);
  });

  it("links rules to their pages only where the terminal knows links and the page is a web address", () => {
    const linked = { ...plain, hyperlinks: true };
    expect(pretty(resultWith([finding({})]), plain)).not.toContain("]8;;");
    expect(pretty(resultWith([finding({})]), linked)).toContain("\u001b]8;;https://example.com/rules/ref/unknown-goal");
    expect(pretty(resultWith([finding({ url: "javascript:alert(1)" })]), linked)).not.toContain("]8;;");
  });

  it("shows SMART cards when asked, also without findings", () => {
    const cards = { ...resultWith([]), smart: rich.smart };
    expect(pretty(cards, plain)).not.toContain("SMART");
    expect(pretty(cards, context)).toContain("SMART\nrevenue-2026  S ⚠  M ✖  A ✓  R ✖  T ✓\nnps           S ✓");
  });

  it("cuts an id that leaves no room for its marks", () => {
    const kpi = "a-very-long-id-of-a-kpi-that-nobody-would-write-by-hand";
    const smart = rich.smart.map((card) => ({ ...card, kpi }));
    const shown = pretty({ ...resultWith([]), smart }, { ...context, width: 60 });
    expect(shown).toContain("a-very-long-id-of-a-kpi-that-nobod…  S ⚠");
  });
});
