import { defineRule } from "../define.ts";
import { changed, good } from "../examples.ts";

export const rule = defineRule({
  id: "data/duplicate-date",
  summary: "Two rows of a metric have the same date.",
  letter: "M",
  level: "error",
  messages: { duplicate: "The date stands twice; keep one row a date." },
  docs: "One row a date: otherwise a sum counts twice and nobody knows which value was meant. A period means its last day, so `2026-06` and `2026-06-30` are the same date. Until one is removed, the first row counts.",
  bad: changed(["      2026-06-30: 68\n", "      2026-06-30: 68\n      2026-Q2: 69\n"]),
  good,
});
