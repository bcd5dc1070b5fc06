/** What the format reference says in words, because no schema says it. */

import { CONFIG, DATA, OPENING, RATIO_DATA, SHARED, VALUES as VALUES_FILE } from "./examples.ts";
import { fenced } from "./markdown.ts";
import type { More } from "./objects.ts";

export const TITLE = `# Format

Every field of a definition file, of a data file and of \`kpi.config.yaml\`: what may stand there, what it means, its default and an example. The tables come from the schema and from running the program, so they say what this version does. How a KPI is judged is told in [Progress](progress.md), every command in [Commands](commands.md).`;

export const COMPLETE = `## One complete file

${fenced("yaml file=kpi.yaml", OPENING)}

Saved as \`kpi.yaml\`, it passes the check without a finding:

${fenced("sh", "kpi check --as-of 2026-08-15")}

The first line is for [editors](editors.md), which then complete keys and show what each one means. \`kpi fmt\` writes the keys of a file in the order of the tables below.`;

export const FILES = `## Where files are found

- **Definition files** are \`kpi.yaml\` in the workspace root, \`*.kpi.yaml\` and \`*.kpi.yml\` in any folder, and every \`.yaml\` or \`.yml\` file below \`kpis/\`. \`include\` and \`exclude\` in the [config](#config) choose others.
- **The workspace root** is the nearest folder that holds a \`kpi.config.yaml\`, from the current folder (or \`-C DIR\`) up to the root of the git repository. Where there is none, it is the current folder. A folder further down with a config of its own is a workspace of its own.
- **Left out** are files that git ignores, \`node_modules\`, and links that lead out of the workspace. A file or a folder that is named on the command line is read even if git ignores it.
- **All files of a workspace are read together.** Each may hold any of the maps \`goals\`, \`metrics\`, \`kpis\` and \`removed\`, and an id may be used in another file than the one that defines it.
- **A file may hold several documents**, with \`---\` between them. Each is read as if it were a file, and begins with \`version: 1\`.`;

/** On ids, with the sentence that a wrong id gets. */
export function ids(form: string, extension: string): string {
  return `## Ids and keys

${form} Goals, metrics and KPIs stand in maps, and their keys are their ids. An id is unique among all things of its kind in the workspace; a goal and a KPI may have the same one. Keys are taken as they are written: \`1e3\` is an id of three characters.

A key that is not in the tables is an error, which names the nearest one. ${extension}`;
}

/** The forms of a value, in a file. */
export const VALUES = `All rows of one metric are numbers, or all are ratios:

${fenced("yaml", VALUES_FILE)}`;

/** Stands in place of descriptions that say what a shared form means for one of its users. */
export const TIMEFRAME_LEAD =
  "When a goal or a KPI holds: a label, two days, or a window that recurs. Days are calendar days without a time zone, and the last day belongs to the window.";

export const TRAPS = `## Traps

YAML reads some texts in another way than they look, and people write one number in many ways. Each of these lines, in the file at the top of this page, is answered with what to write instead:`;

export const DATA_FILES = `## Data files

The values of a metric stand in the definition, as \`values\`, or in a CSV file: the one that \`data\` names, relative to the definition file and inside the workspace, or \`data/<id>.csv\` beside the definition file.

${fenced("csv", DATA)}

- **The header** is \`date,value\`, or \`date,numerator,denominator\` for aggregation \`ratio\`. A column \`note\` may follow. Capitals do not matter, the order does.
- **The text** is UTF-8, with commas between cells. A byte order mark and Windows line ends do no harm. A cell with a comma stands in quotation marks.
- **A number** has a point for decimals, and no separators and no unit. Percentages are written as 12.5, not 0.125.
- **A gap** that is known has an empty value and a note that says why. It is no row, and [data/gap](rules/data/gap.md) does not ask for it.
- **One row for each date.** Rows may stand in any order; [data/unsorted](rules/data/unsorted.md) says so once. Of two rows with one date the first counts, and the second is [data/duplicate-date](rules/data/duplicate-date.md).

A date is a day or a period. A period counts on its last day:`;

export const RATIO = `With numerators and denominators a rate is computed from sums, never as a mean of rates. It is multiplied by \`scale\`, which is 100 for the unit \`%\`:

${fenced("csv", RATIO_DATA)}

A row that cannot be read is a finding with its line and column, and the other rows are used. Where the header cannot be read, or the file is too large, no row is:`;

export const YAML = `## Reading YAML

Files are read as YAML 1.2 with its core schema. Dates stay text, and so do \`yes\`, \`no\`, \`on\` and \`off\`:`;

export const YAML_SHARED = `Anchors, aliases and merge keys work, so that what several things have in common is written once. A key that a map has itself wins over a merged one. A key that begins with \`x-\` is a place for the common part:

${fenced("yaml", SHARED)}

What cannot be read is a finding of [yaml/syntax](rules/yaml/syntax.md) with its place, and everything else is checked. These are refused as well:`;

const CONFIG_LEAD = `How \`kpi\` reads and judges the definitions of a workspace, in \`kpi.config.yaml\` at its root. Everything has a default, and the file may be absent.

${fenced("yaml", CONFIG)}

What a config says wins over what it extends; in a list, later entries win over earlier ones. Lists replace lists, rules are merged by their ids, and overrides follow each other. \`kpi config\` shows every value that holds with the file it comes from. A key, a rule or an option that does not exist is an error, and the command ends with status 2.`;

/** Which sections say more than their fields. */
export const CONFIG_MORE: More = { Config: { lead: CONFIG_LEAD, pieces: () => [] } };

export const RULE_LEAD =
  "A level, or a list of a level and options. A rule without a setting has the level of the preset: `recommended`, or `strict`, which raises most levels by a step and keeps rules on words below an error. [Rules](rules/README.md) lists every rule with both.";

export const OPTIONS_LEAD =
  "Most rules have a level only. These have options, written as `[warn, { extra: [world-class] }]`; [word rules](word-rules.md) says what the lists hold:";

export const SUPPRESSING = `## Suppressing findings

A comment answers for one finding, with its reason. \`kpi-disable-line\` covers its own line and \`kpi-disable-file\` the whole file:

${fenced(
  "yaml",
  `kpis:
  # kpi-disable-next-line relevant/why-missing -- the board chose it until:2026-12-31
  nps-2026:`,
)}

\`kpi.known.json\` in the workspace root records the findings that stood when the tool was adopted. \`kpi check --update-known\` writes it. [Suppressing findings](suppressing.md) has the rest.`;
