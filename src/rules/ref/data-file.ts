import { defineRule } from "../define.ts";
import { rowsInFile } from "../examples.ts";

const ROWS = "date,value\n2025-12-31,62\n2026-03-31,64\n2026-06-30,68\n";

export const rule = defineRule({
  id: "ref/data-file",
  summary: "The data file of a metric is missing or outside the workspace.",
  letter: null,
  level: "error",
  fixable: "suggestion",
  messages: {
    missing: "The file does not exist; write a path relative to the definition file.",
    outside: "The file lies outside the workspace.",
    link: "The path is a link that leaves the workspace.",
    unreadable: "The file cannot be read.",
    pointer: "The file is only a pointer of git LFS.",
    "too-large": "The file is over 50 MB.",
  },
  docs: "`data` is a path relative to the file it stands in, and stays inside the folder of `kpi.config.yaml`, so that a clone of the repository has all it needs and a pull request cannot point at files of the machine that checks it. Where `data` is absent, `data/<metric id>.csv` beside the file is read if it exists.",
  bad: rowsInFile(ROWS, "data/npss.csv"),
  good: rowsInFile(ROWS),
});
