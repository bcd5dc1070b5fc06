import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chartOf } from "../../../src/report/action/chart.ts";
import type { ActionKpi } from "../../../src/report/action/model.ts";
import { HOSTILE } from "../review/scenarios.ts";

const MONTH_ENDS = ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"];

function kpi(
  parts: Partial<ActionKpi>,
  numbers: readonly number[] = [64, 66, 68, 71],
  days: readonly string[] = MONTH_ENDS,
): ActionKpi {
  return {
    id: "nps-2026",
    title: null,
    unit: "points",
    target: { kind: "reach", value: 75, min: null, max: null },
    current: null,
    attainment: null,
    pace: null,
    status: "on-track",
    stale: false,
    forecast: null,
    values: numbers.map((value, i) => [days[i] ?? "", value]),
    line: 75,
    ...parts,
  };
}

/** Lines of a chart behind its look. */
const linesOf = (one: ActionKpi): readonly string[] => (chartOf(one) ?? "").split("\n").slice(2);
const keep = (min: number | null, max: number | null) => ({ kind: "keep", value: null, min, max }) as const;

describe("a chart", () => {
  it("draws the values and the target", () => {
    expect(linesOf(kpi({}))).toEqual([
      "xychart-beta",
      '    x-axis ["Jan", "Feb", "Mar", "Apr"]',
      '    y-axis "points" 62.9 --> 76.1',
      "    line [64, 66, 68, 71]",
      "    line [75, 75, 75, 75]",
      "```",
    ]);
  });

  it("draws both bounds", () => {
    const lines = linesOf(kpi({ target: keep(60, 70), line: 60 }));
    expect(lines.slice(3)).toEqual([
      "    line [64, 66, 68, 71]",
      "    line [60, 60, 60, 60]",
      "    line [70, 70, 70, 70]",
      "```",
    ]);
  });

  it("draws values that add up as bars from zero, without the target of their total", () => {
    const lines = linesOf(kpi({ target: { kind: "reach", value: 900, min: null, max: null }, line: null }));
    expect(lines.slice(2)).toEqual(['    y-axis "points" 0 --> 78.1', "    bar [64, 66, 68, 71]", "```"]);
  });

  it("draws values without a target as a line", () => {
    expect(linesOf(kpi({ target: null, line: null })).slice(3)).toEqual(["    line [64, 66, 68, 71]", "```"]);
  });

  it("has room around values that do not move", () => {
    expect(linesOf(kpi({ line: null, target: null }, [5, 5, 5, 5]))[2]).toBe('    y-axis "points" 4.5 --> 5.5');
    expect(linesOf(kpi({ line: null, target: null }, [0, 0, 0, 0]))[2]).toBe('    y-axis "points" 0 --> 0.1');
  });

  it("shows the last twelve values", () => {
    const days = Array.from({ length: 20 }, (_, i) => `2026-03-${String(i + 1).padStart(2, "0")}`);
    const chart = linesOf(
      kpi(
        {},
        days.map((_, i) => i),
        days,
      ),
    );
    expect(chart[1]).toMatch(/^ {4}x-axis \["03-09", .*"03-20"\]$/);
    expect(chart[3]).toMatch(/^ {4}line \[8, .* 19\]$/);
  });

  it.each([
    ["years", ["2022-12-31", "2023-12-31", "2024-12-31", "2025-12-31"], "2022 2023 2024 2025"],
    ["months within a year", ["2025-11-30", "2025-12-31", "2026-01-31", "2026-02-28"], "Nov Dec Jan Feb"],
    [
      "quarters of two years",
      ["2024-12-31", "2025-03-31", "2025-06-30", "2026-03-31"],
      "2024-12 2025-03 2025-06 2026-03",
    ],
    ["weeks", ["2025-12-21", "2025-12-28", "2026-01-04", "2026-01-11"], "12-21 12-28 01-04 01-11"],
    [
      "days of several years",
      ["2024-02-01", "2024-02-02", "2025-02-01", "2025-02-02"],
      "2024-02-01 2024-02-02 2025-02-01 2025-02-02",
    ],
  ])("tells %s apart", (_, days, labels) => {
    expect(linesOf(kpi({}, undefined, days))[1]).toBe(
      `    x-axis [${labels
        .split(" ")
        .map((label) => `"${label}"`)
        .join(", ")}]`,
    );
  });
});

describe("there is no chart", () => {
  it.each([
    ["of three values", kpi({}, [1, 2, 3])],
    ["of one day twice", kpi({}, undefined, ["2026-01-31", "2026-01-31", "2026-02-28", "2026-03-31"])],
    ["of days that are none", kpi({}, undefined, ["2026-01-31", "2026-02-28", "2026-03-31", '"] }'])],
    ["of numbers too large to write", kpi({}, [1, 2, 3, 1e16])],
    ["with a target too large to write", kpi({ line: 1e300 })],
    ["of numbers that come out as nothing", kpi({ line: null, target: null }, [1e-9, 2e-9, 3e-9, 4e-9])],
  ])("%s", (_, one) => {
    expect(chartOf(one)).toBeNull();
  });
});

/** What Mermaid's grammar takes of these lines; `%%` would begin a comment, even behind a quotation mark. */
const GRAMMAR = [
  /^ {4}x-axis \["[\dA-Z][\da-z-]*"(?:, "[\dA-Z][\da-z-]*")*\]$/,
  /^ {4}y-axis "[^"`#;{}[\]\r\n]+" -?\d+(?:\.\d+)? --> -?\d+(?:\.\d+)?$/,
  /^ {4}(?:line|bar) \[-?\d+(?:\.\d+)?(?:, -?\d+(?:\.\d+)?)*\]$/,
];

function expectSafe(chart: string): void {
  const [fence, look = "", name, ...rest] = chart.split("\n");
  expect([fence, name, rest.pop()]).toEqual(["```mermaid", "xychart-beta", "```"]);
  expect(look).toMatch(/^%%\{init: \{[^\n]*\}\}%%$/);
  for (const line of rest) {
    expect(line).not.toContain("%%");
    expect(GRAMMAR.filter((form) => form.test(line))).toHaveLength(1);
  }
}

describe("any text and any numbers", () => {
  const units = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      HOSTILE,
      '"',
      "%%",
      "%%{init: {}}%%",
      "`",
      "```\n",
      '"]\n```\n# a',
      "#35;",
      "\u2028",
      "",
      " ",
      "a;b",
      "€ %%",
    ),
  );
  const numbers = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 4, maxLength: 14 });

  it("give lines that Mermaid reads, or no chart", () => {
    fc.assert(
      fc.property(units, numbers, fc.boolean(), (unit, values, isTotal) => {
        const days = values.map((_, i) => `20${10 + i}-06-30`);
        const chart = chartOf(kpi({ unit, line: isTotal ? null : (values[0] ?? 0) }, values, days));
        if (chart !== null) expectSafe(chart);
      }),
    );
  });

  it("give lines that Mermaid reads for numbers of everyday size", () => {
    const everyday = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 4, maxLength: 12 });
    fc.assert(
      fc.property(everyday, (values) => {
        const chart = chartOf(
          kpi(
            { line: 1 },
            values,
            values.map((_, i) => `20${10 + i}-06-30`),
          ),
        );
        expect(chart).not.toBeNull();
        expectSafe(chart ?? "");
      }),
    );
  });
});
