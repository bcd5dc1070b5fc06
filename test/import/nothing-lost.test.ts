/** Whatever an imported file says is used, kept beside what is written, or told. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readOkrJson } from "../../src/import/okr.ts";
import { importOkrs } from "../../src/import/table.ts";
import { importCsv, settings } from "./support.ts";

const KEYS = (
  "title name text description why owner team id parent period year start startDate due target current value date " +
  "history unit type progress weight colour keyResults krs children objectives"
).split(" ");

/** A word of letters that stands nowhere else, and survives as part of an id. */
const word = fc.integer({ min: 10, max: 10_000 }).map((number) => `word${number.toString(36).replace(/\d/g, "z")}q`);
const plain = fc.constantFrom(
  "62",
  "75 %",
  "2026-Q3",
  "2026-01-31",
  "@ana",
  "team:cx",
  "from 1 to 2",
  "percent",
  "done",
);

const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.oneof(word, plain, fc.integer(), fc.constant(null)),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie("value"), { maxKeys: 8 }),
    fc.record({ title: word, owner: plain, keyResults: fc.array(tie("value"), { maxLength: 3 }), why: tie("value") }),
    fc.record({ title: word, target: tie("value"), start: tie("value"), history: tie("value"), unit: tie("value") }),
  ),
}));

describe("OKRs in JSON", () => {
  it("lose no text", () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 3 }), fc.constantFrom(null, "@ceo"), (list, owner) => {
        const text = JSON.stringify({ objectives: list, about: list[0] ?? null });
        const all = settings({ owner });
        const read = readOkrJson({ name: "okrs.json", text }, all);
        fc.pre(read.ok);
        const made = read.ok ? JSON.stringify(importOkrs(read.okrs, all)) : "";
        const lost = [...new Set(text.match(/word\w+/g))].filter((one) => !made.includes(one));
        expect(lost).toEqual([]);
      }),
      { numRuns: 400, seed: 7 },
    );
  });
});

const HEADERS =
  "Title,ID,Metric,Metric title,Definition,Unit,Better,Category,Cadence,Aggregation,Source,Link,Target,Target min," +
  "Target max,Baseline,Baseline date,Value,Timeframe,Start,Due,Owner,Goal,Goal title,Why,If off track,Type,Tags,State";
const CELLS = [
  "",
  "62",
  "at least 75",
  "2026-Q3",
  "2026-01-31",
  "@ana",
  "%",
  "done",
  "lower",
  "monthly",
  "every month",
];

describe("tables", () => {
  it.each([false, true])("lose no cell (OKRs: %s)", (isOkr) => {
    const columns = HEADERS.split(",");
    const pairs = columns.map((header) => `${header.toLowerCase().replaceAll(" ", "-")}=${header}`);
    const cell = fc.oneof({ weight: 2, arbitrary: word }, { weight: 3, arbitrary: fc.constantFrom(...CELLS) });
    const others = fc.array(cell, { minLength: columns.length - 1, maxLength: columns.length - 1 });
    const row = fc.tuple(word, others).map(([title, cells]) => [title, ...cells]);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 3 }), fc.constantFrom(null, "@ceo"), (rows, owner) => {
        const text = `${HEADERS}\n${rows.map((cells) => cells.join(",")).join("\n")}\n`;
        const made = JSON.stringify(importCsv(text, { owner }, pairs, isOkr));
        const lost = [...new Set(text.match(/word\w+/g))].filter((one) => !made.includes(one));
        expect(lost).toEqual([]);
      }),
      { numRuns: 150, seed: 7 },
    );
  });
});
