import { describe, expect, it } from "vitest";
import type { LifeEntry } from "../../../src/changes/blame/life.ts";
import { blameReporters } from "../../../src/report/blame/formats.ts";
import type { BlameReport } from "../../../src/report/blame/report.ts";
import { displayWidth } from "../../../src/text/display.ts";
import { context, reportOf } from "./fixture.ts";

const report = await reportOf();
const { pretty, json } = blameReporters;
const HOSTILE = "::error::x \u001b[31m\u202e##[group]y";

/** The report with other texts wherever a stranger may have written them. */
function hostile(): BlameReport {
  const entries = report.life.entries.map(
    (entry): LifeEntry => ({
      ...entry,
      commit: entry.commit === null ? null : { ...entry.commit, author: HOSTILE, subject: HOSTILE, date: "2026-01-01" },
      facts: entry.facts === null ? null : { ...entry.facts, unit: HOSTILE, targetInWords: HOSTILE },
      changes: entry.changes.map((change) => ({
        ...change,
        before: HOSTILE,
        after: HOSTILE,
        reason: HOSTILE,
        unit: HOSTILE,
      })),
    }),
  );
  const last = report.life.last === null ? null : { ...report.life.last, title: HOSTILE };
  return { ...report, life: { ...report.life, entries, last } };
}

/** A report on a KPI that is not scored. */
function unscored(change: Partial<BlameReport["life"]>, more: Partial<BlameReport> = {}): string {
  const text = pretty({ ...report, scored: null, ...more, life: { ...report.life, ...change } }, context);
  return text.split("\n")[1] ?? "";
}

describe("a life with nearly everything in it", () => {
  it("as JSON", async () => {
    await expect(json(report, context)).toMatchFileSnapshot("golden/blame.golden.json");
  });

  it.each([
    ["80 columns", {}, "pretty-80.golden.txt"],
    ["40 columns", { width: 40 }, "pretty-40.golden.txt"],
    ["120 columns", { width: 120 }, "pretty-120.golden.txt"],
    ["plain ASCII", { ascii: true }, "pretty-ascii.golden.txt"],
  ] as const)("as pretty, in %s", async (_, more, file) => {
    await expect(pretty(report, { ...context, ...more })).toMatchFileSnapshot(`golden/${file}`);
  });

  it("as pretty in colour, escapes written out", async () => {
    const shown = pretty(report, { ...context, colour: true });
    await expect(shown.replaceAll("\u001b", "␛")).toMatchFileSnapshot("golden/pretty-colour.golden.txt");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
    expect(shown.replace(/\u001b\[\d+m/g, "")).toBe(pretty(report, context));
  });

  it.each([40, 60, 72, 80, 100, 120, 200])("no line is wider than %i columns", (width) => {
    const wide = pretty(report, { ...context, width })
      .split("\n")
      .filter((line) => displayWidth(line) > width);
    expect(wide).toEqual([]);
  });

  it("has no character that a plain terminal lacks", () => {
    expect(pretty(report, { ...context, ascii: true })).toMatch(/^[\n -~]*$/);
  });

  it("says every shape in words", () => {
    const shown = pretty(report, context);
    for (const look of ["● started", "▼ easier", "▲ harder", "■ ended", "◆ changed"]) expect(shown).toContain(look);
  });

  it("lets nothing hostile through, and is exact in JSON", () => {
    for (const more of [{}, { width: 40 }, { ascii: true }]) {
      const shown = pretty(hostile(), { ...context, ...more });
      expect(shown).not.toMatch(/\u202e|(?:^|\s)::|##\[/);
      expect(shown).not.toContain("\u001b");
    }
    const text = json(hostile(), context);
    expect(text).not.toContain("\u001b");
    expect(JSON.parse(text)).toMatchObject({
      title: HOSTILE,
      entries: [{ author: HOSTILE }, {}, {}, {}, {}, {}, {}, {}, {}],
    });
  });
});

describe("how it stands", () => {
  const now = report.life.now;

  it.each([
    [
      "a draft",
      unscored({ now: now === null ? null : { ...now, state: "draft" } }),
      "  a draft, which promises nothing yet",
    ],
    [
      "retired",
      unscored({ now: now === null ? null : { ...now, state: "retired" } }, { retired: "Done" }),
      "  retired: Done",
    ],
    ["gone", unscored({ now: null, entries: report.life.entries.slice(-1) }), "  deleted on 2026-05-07 in 99999999"],
    [
      "under another id",
      unscored({
        now: null,
        entries: report.life.entries.slice(6, 7).map((entry) => ({ ...entry, facts: null })),
      }),
      "  goes on as score-2026 on 2026-05-05 in 77777777: kpi blame score-2026",
    ],
  ])("is said of one that is %s", (_, line, expected) => {
    expect(line).toBe(expected);
  });
});
