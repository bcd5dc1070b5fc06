import { describe, expect, it } from "vitest";
import { reviewMarkdown } from "../../../src/report/review/markdown.ts";
import { context, portfolio, portfolioWith, reviewed } from "./fixture.ts";
import { HOSTILE, scenarios } from "./scenarios.ts";

const rowsOf = (text: string): readonly string[] =>
  text.split("\n").filter((line) => line.startsWith("| ") && !line.startsWith("| KPI"));

describe("the table", async () => {
  const { result, context: own } = await scenarios.many();
  const text = reviewMarkdown(result, own);

  it("says the verdict first, in bold, then the lane", () => {
    const [first, , second] = text.split("\n");
    expect(first).toMatch(/^\*\*4 KPIs change meaning; .*\.\*\*$/);
    expect(second).toBe("Lane: definition change · `4f2a9c1d03` → `working tree` · as of 2026-08-15");
    expect(text).not.toMatch(/^#/m);
  });

  it("has a row for each change that people have to look at, with six cells", () => {
    const weighty = result.changes.filter(
      ({ severity, eases, field }) => (severity !== "info" || eases) && field !== "status",
    );
    const rows = rowsOf(text);
    expect(rows).toHaveLength(weighty.length);
    for (const row of rows) expect(row.match(/\|/g)).toHaveLength(7);
  });

  it("says once for each entity how it stands, and once what a reason is", () => {
    const [first, ...others] = rowsOf(text).filter((row) => row.startsWith("| `nps-2026`"));
    expect(first).toContain("Net Promoter Score of 75 by 31 December 2026");
    expect(first).toContain(
      "| target: 75 → 72 points | ▲ at-risk → ✓ on-track → ★ achieved | by the edit and by new data |",
    );
    for (const other of others) expect(other).toMatch(/^\| `nps-2026` \| .* \| {2}\| {2}\| the same \|$/);
  });

  it("says which KPI moves where a metric changes", () => {
    const row = rowsOf(text).find((line) => line.startsWith("| metric `cost`"));
    expect(row).toContain("| aggregation: sum → mean | `cost-2026`: ▲ at-risk (stale) → ✓ on-track (stale) |");
  });

  it("folds what is small", () => {
    const [open = "", ...folded] = text.split("<details>");
    expect(open).not.toContain("text changed");
    expect(folded.at(-1)).toContain("<summary>5 smaller changes</summary>\n\n- ℹ `nps-2026` ");
    expect(folded.at(-1)).toContain("goal `sound-money` The title changes");
  });
});

describe("both sides", () => {
  const sides = async (...edits: readonly (readonly [string, string])[]): Promise<string | undefined> => {
    const { result } = await reviewed(portfolio, portfolioWith(...edits));
    return rowsOf(reviewMarkdown(result, context))[0]?.split(" | ")[2];
  };

  it.each([
    ["a number", ["    target: 75\n", "    target: 72\n"], "target: 75 → 72 points"],
    ["a percentage", ["target: -50%", "target: -40%"], "target: &#45;50% → -40% (2 → 2.4 %)"],
    ["a budget", ["max: 96000", "max: 99000"], "target: at most 96,000 → at most 99,000 EUR"],
    ["a bound", ["{ min: 99.9 }", "{ min: 99 }"], "target: at least 99.9 → at least 99 %"],
    ["an id", ["goal: sound-money", "goal: happy-customers"], "goal: sound-money → happy-customers"],
    [
      "something new",
      ["{ min: 99.9 }", "{ min: 99.9 }\n    ambition: aspirational"],
      "ambition: committed → aspirational",
    ],
  ] as const)("%s", async (_, edit, expected) => {
    expect(await sides(edit)).toBe(expected);
  });
});

it("warns of files that were not compared", async () => {
  const { result } = await scenarios["nothing-changed"]();
  const text = reviewMarkdown({ ...result, unread: ["a.yaml", "b|c.yaml", "d.yaml", "e.yaml"] }, context);
  expect(text).toMatch(/^\*\*Nothing changes in meaning in what can be compared; 4 files cannot be read whole\.\*\*\n/);
  expect(text).toContain("`a.yaml`, <code>b&#124;c.yaml</code>, `d.yaml` and 1 more.");
  expect(reviewMarkdown({ ...result, unreadInBase: ["a.yaml"] }, context)).toContain(
    "⚠ Not compared with what they say now, because the base cannot be read whole: `a.yaml`.",
  );
});

it("says what moved though only a plan did", async () => {
  const { result } = await reviewed(
    portfolio,
    portfolioWith(["    target: 75\n", "    target: 75\n    checkpoints: [{ date: 2026-09-30, value: 64 }]\n"]),
  );
  expect(reviewMarkdown(result, context)).toMatch(/- `nps-2026` 46 %, unchanged; pace 0\.9307 → \d/);
});

describe("hostile text", async () => {
  const { result, context: own } = await scenarios.hostile();
  const named = { ...result, names: { base: HOSTILE, head: HOSTILE }, unread: [HOSTILE] };
  const changes = named.changes.map((change) => ({
    ...change,
    file: HOSTILE,
    field: HOSTILE,
    url: `https://x.example/)|${HOSTILE}`,
  }));
  const text = reviewMarkdown({ ...named, changes }, { ...own, titleOf: () => HOSTILE.repeat(20) });

  it("leaves no sink", () => {
    expect(text).toMatch(/^[\P{Cc}\n]*$/u);
    expect(text).not.toMatch(/[\u202e\u200b]/);
    const outside = text.replace(/`[^`\n]*`/g, "").replace(/\]\(https:\/\/x\.example\/[^\s()[\]<>|]*\)/g, "]");
    expect(outside).not.toMatch(/<(?!br>|\/?(?:details|summary|code)>)/);
    expect(outside).not.toMatch(/@(?!&#8203;)|:\/\/|GH-\d|www\.|3f2a9c1d/);
    expect(outside).not.toMatch(/!\[|\]\((?!http)|(?<!&)#\d/);
  });

  it("stays in its cell and its row", () => {
    const rows = rowsOf(text);
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) expect(row.match(/\|/g)).toHaveLength(7);
    const starts = new Set(text.split("\n").map((line) => line.slice(0, 2)));
    expect([...starts].sort()).toEqual(["", "**", "- ", "</", "<d", "<s", "La", "| ", "|-", "✖ "].sort());
  });

  it("takes little room, however long it is", () => {
    for (const row of rowsOf(text)) expect(row.length).toBeLessThan(6_000);
  });
});
