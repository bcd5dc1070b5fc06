/** Whatever an imported file says is used, kept beside what is written, or told. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readOkrJson } from "../../src/import/okr.ts";
import { importOkrs } from "../../src/import/table.ts";
import { settings } from "./support.ts";

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
      { numRuns: 600, seed: 7 },
    );
  });
});
