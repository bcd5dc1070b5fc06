/** Whether an edit or new values moved a status, where the edit says which rows there are. */

import { describe, expect, it } from "vitest";
import { changed, good, rowsInFile } from "../../src/rules/examples.ts";
import { type Files, review } from "./review.ts";

/** Two metrics of which the one that is scored is made. */
function derivedBy(formula: string, more = ""): Files {
  return changed([
    "    values:\n      2025-12-31: 62\n      2026-03-31: 64\n      2026-06-30: 68\n",
    `    derived: ${formula}
  a:
    title: Answers by mail
    values: { 2025-12-31: 62, 2026-03-31: 64, 2026-06-30: 66${more} }
  b:
    title: Answers by phone
    values: { 2025-12-31: 0, 2026-03-31: 4, 2026-06-30: 6${more} }
`,
  ]).files;
}

/** The example with its rows in a file of their own. */
function inFile(name: string, rows: string): Files {
  const { "kpi.yaml": text = "" } = rowsInFile("", name).files;
  return { "kpi.yaml": text, [name]: `date,value\n${rows}` };
}

async function moved(before: Files, after: Files) {
  const { effects } = await review({ before, after });
  return effects.map(({ id, attribution }) => ({
    id,
    cause: attribution.cause,
    before: attribution.before.status,
    definitionOnly: attribution.definitionOnly.status,
    dataOnly: attribution.dataOnly.status,
    after: attribution.after.status,
  }));
}

const AT_RISK = "2025-12-31,62\n2026-03-31,64\n2026-06-30,68\n";
const ON_TRACK = "2025-12-31,62\n2026-03-31,66\n2026-06-30,72\n";

describe("a formula", () => {
  it("is the edit's, where no value changes", async () => {
    const [effect] = await moved(derivedBy("{ sum: [a] }"), derivedBy("{ sum: [a, b] }"));
    expect(effect).toMatchObject({ cause: "definition", definitionOnly: effect?.after, dataOnly: effect?.before });
    expect(effect?.before).not.toBe(effect?.after);
  });

  it("leaves to new values what they do", async () => {
    const [effect] = await moved(derivedBy("{ sum: [a] }"), derivedBy("{ sum: [a] }", ", 2026-08-14: 75"));
    expect(effect).toMatchObject({ cause: "data", definitionOnly: effect?.before, dataOnly: effect?.after });
  });

  it("is the edit's, where it takes the place of rows", async () => {
    const [effect] = await moved(good.files, derivedBy("{ sum: [a, b] }"));
    expect(effect).toMatchObject({ cause: "definition", before: "at-risk", dataOnly: "at-risk" });
  });
});

describe("the place of the rows", () => {
  it("means nothing where the rows are the same", async () => {
    const { changes, effects } = await review({ before: inFile("a.csv", AT_RISK), after: inFile("b.csv", AT_RISK) });
    expect({ changes, effects }).toEqual({ changes: [], effects: [] });
  });

  it("is the edit's, where rows of the base are others", async () => {
    expect(await moved(inFile("a.csv", AT_RISK), inFile("b.csv", ON_TRACK))).toMatchObject([
      { cause: "definition", before: "at-risk", definitionOnly: "on-track", dataOnly: "at-risk", after: "on-track" },
    ]);
  });

  it("leaves to new values what stands behind the base's newest day", async () => {
    const later = `${AT_RISK.replace("64", "63")}2026-08-14,74\n`;
    expect(await moved(inFile("a.csv", AT_RISK), inFile("b.csv", later))).toMatchObject([
      { cause: "data", before: "at-risk", definitionOnly: "at-risk", after: "on-track" },
    ]);
  });

  it("is the edit's alone, where the file was there before", async () => {
    const later = `${AT_RISK.replace("64", "63")}2026-08-14,74\n`;
    const before = { ...inFile("a.csv", AT_RISK), "b.csv": `date,value\n${later}` };
    expect(await moved(before, inFile("b.csv", later))).toMatchObject([
      { cause: "definition", before: "at-risk", definitionOnly: "on-track", after: "on-track" },
    ]);
  });
});

describe("a unit", () => {
  const share = (...more: readonly (readonly [string, string])[]): Files =>
    changed(
      ["unit: points", "unit: fraction"],
      ["bounds: { min: -100, max: 100 }", "bounds: { min: -1, max: 1 }"],
      ["2025-12-31: 62", "2025-12-31: 0.62"],
      ["2026-03-31: 64", "2026-03-31: 0.64"],
      ["2026-06-30: 68", "2026-06-30: 0.68"],
      ["baseline: 62", "baseline: 0.62"],
      ["target: 75", "target: 0.75"],
      ...more,
    ).files;
  const percent = changed(["unit: points", 'unit: "%"']).files;

  it("means nothing where all numbers are converted with it, and rewrites no row", async () => {
    expect(await moved(percent, share())).toMatchObject([{ cause: "none", definitionOnly: "at-risk" }]);
    const { changes } = await review({ before: percent, after: share() });
    const ids = changes.map(({ ruleId }) => ruleId);
    expect(ids).toContain("diff/unit-changed");
    expect(ids).not.toContain("diff/history-rewritten");
  });

  it("still tells a row that was not converted but changed", async () => {
    const { changes } = await review({ before: percent, after: share(["2026-06-30: 0.68", "2026-06-30: 0.7"]) });
    expect(changes.map(({ ruleId }) => ruleId)).toContain("diff/history-rewritten");
  });
});
