/** What docs/commands.md says beside the help of the program: how each command ends, and where more is written. */

import type { EXIT } from "../../src/commands/errors.ts";

/** What each exit status means for all commands. */
export const STATUS_WORDS: Readonly<Record<keyof typeof EXIT, string>> = {
  clean: "done, and nothing stands at or above the level at which the command fails",
  findings: "findings, statuses or changes stand at or above that level",
  usage:
    "wrong usage or configuration: an unknown flag, id or format, a file that cannot be read or written, a config with mistakes",
  bug: "the tool itself failed; it prints a stack and where to report it",
  interrupted: "Ctrl-C, or a question that was broken off; nothing is half written",
};

const REFUSED = "2 where it is refused, and nothing is written";
const ADDED = `0 where it is added or shown; ${REFUSED}; 130 where a question is broken off.`;
const READ = "0; 2 where a file cannot be read, with what the others hold.";

/** How each command ends, by its name. */
export const ENDS: Readonly<Record<string, string>> = {
  "kpi check":
    "1 where a shown finding is at the level of `--fail-on` or above it, or where there are more warnings than `--max-warnings`; else 0. With `--watch` it goes on until Ctrl-C.",
  "kpi progress":
    "1 where a shown KPI is at the level of `--fail-on` or worse, and with `--fail-on` also where a file cannot be read whole, because a KPI in it could be; else 0.",
  "kpi record": `0 where the value is recorded or shown; ${REFUSED}; 130 where a question is broken off.`,
  "kpi add goal": ADDED,
  "kpi add metric": ADDED,
  "kpi add kpi": ADDED,
  "kpi init": "0, also where everything is there already; 130 where a question is broken off.",
  "kpi import":
    "0, also with drafts among what is imported, and where everything is in place already; 2 where nothing can be imported or a file stands in the way; 130 where a question is broken off.",
  "kpi export": READ,
  "kpi diff":
    "1 where a change is at the level of `--fail-on` or above it, or where a file cannot be compared; else 0.",
  "kpi graph": READ,
  "kpi fmt":
    "1 with `--check` where a file would change, and always where a file is left as it is because it cannot be written anew; else 0.",
  "kpi rules": "0.",
  "kpi explain": "0; 2 where nothing has that id.",
  "kpi report": "0 whatever the KPIs say; 2 where a file cannot be read, with a report of the others.",
  "kpi blame": "0; 2 where no commit has such a KPI.",
  "kpi config": "0.",
  "kpi schema": "0.",
  "kpi completion": "0.",
  "kpi lsp": "0 after the editor has ended it in order; 1 where the connection breaks off.",
};

/** Pages that say more about a command. */
export const SEE: Readonly<Record<string, string>> = {
  "kpi check":
    "[the rules](rules/README.md), [suppressing findings and adopting late](suppressing.md), [rules of your own](custom-rules.md)",
  "kpi progress": "[how progress is computed](progress.md)",
  "kpi record": "[the tutorial](tutorial.md), [data files in the format](format.md)",
  "kpi init": "[starting, importing, exporting](importing.md)",
  "kpi import": "[starting, importing, exporting](importing.md)",
  "kpi export": "[starting, importing, exporting](importing.md#kpi-export)",
  "kpi diff": "[reviewing changes](change-review.md), [the Action](action.md)",
  "kpi graph": "[the report and the graph](report.md#the-graph)",
  "kpi explain": "[how progress is computed](progress.md), [the rules](rules/README.md)",
  "kpi report": "[the report and the graph](report.md)",
  "kpi blame": "[the life of one KPI](change-review.md#the-life-of-one-kpi)",
  "kpi schema": "[editors](editors.md)",
  "kpi completion": "[completion](importing.md#kpi-completion)",
  "kpi lsp": "[editors](editors.md)",
};
