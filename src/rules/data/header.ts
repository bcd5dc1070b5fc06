import { defineRule } from "../define.ts";
import { rowsInFile } from "../examples.ts";

export const rule = defineRule({
  id: "data/header",
  summary: "A data file's first line does not name the columns.",
  letter: "M",
  level: "error",
  messages: {
    empty: "The file is empty.",
    missing: "The first line is already a row.",
    separator: "The columns are not separated by commas.",
    ratio: "A ratio needs a numerator and a denominator.",
    "no-ratio": "The columns of a ratio, and another aggregation.",
    header: "The columns have other names.",
  },
  docs: "The first line names the columns: `date,value[,note]`, or `date,numerator,denominator[,note]` for a ratio. Columns are separated by commas.",
  bad: rowsInFile("day;score\n2025-12-31;62\n2026-03-31;64\n2026-06-30;68\n"),
  good: rowsInFile("date,value\n2025-12-31,62\n2026-03-31,64\n2026-06-30,68\n"),
});
