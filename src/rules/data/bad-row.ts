import { defineRule } from "../define.ts";
import { rowsInFile } from "../examples.ts";

export const rule = defineRule({
  id: "data/bad-row",
  summary: "A row's date or number cannot be read.",
  letter: "M",
  level: "error",
  messages: {
    "no-date": "The row has no date.",
    "bad-date": "The date is neither a day nor a period.",
    "impossible-date": "There is no such day or period.",
    "empty-value": "The value is empty and no note says why.",
    "not-a-number": "The value is no number.",
    "not-finite": "The value is not finite.",
    "bad-note": "The note is no text.",
    "mixed-rows": "Some rows have a numerator and a denominator, others a value.",
    "too-many-cells": "The row has more cells than the header.",
    "unclosed-quote": "A quotation mark is not closed.",
    "stray-quote": "A quotation mark stands inside a cell.",
    ratio: "A ratio needs a numerator and a denominator.",
    encoding: "The file is not UTF-8.",
    "too-large": "The file is over 50 MB.",
    "too-many-rows": "The file has over a million rows.",
  },
  docs: "Write dates as `2026-06-30` or as a period (`2026-06`, `2026-W26`, `2026-Q2`, `2026`), numbers with a point and without separators or units. A row that cannot be read is left out of every calculation; the other rows are used. An empty value with a note is a known gap and no mistake.",
  bad: rowsInFile("date,value\n2025-12-31,62\n2026-03-31,sixty-four\n2026-06-30,68\n"),
  good: rowsInFile("date,value,note\n2025-12-31,62,\n2026-03-31,64,\n2026-06-30,68,first rolling survey\n"),
});
