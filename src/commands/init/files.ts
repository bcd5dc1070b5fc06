/** The files that `kpi init` writes: an example that passes every rule, a config, a workflow. */

import { CONFIG_SCHEMA_URL } from "../../definition/urls.ts";
import { addMonths, type Day, dayOf, formatDay, formatDayLong, partsOf } from "../../workspace/day.ts";
import { NEW_FILE } from "../add/compose.ts";
import { textSource } from "../add/yaml.ts";

/** The metric of the example, for which the first value is recorded. */
export const FIRST_METRIC = "time-to-production";
/** Months that the example runs. */
const MONTHS = 6;

/** A goal, a metric and a KPI to be changed; silent under every rule on the day it is written. */
export function firstFile(owner: string, today: Day): string {
  const { year, month } = partsOf(today);
  const start = dayOf(year, month, 1);
  const end = addMonths(start, MONTHS) - 1;
  const name = textSource(owner);
  return `${NEW_FILE.replace("version: 1\n", "")}# An example: change it to what you want to reach, or add your own with \`kpi add kpi\`.
version: 1

goals:
  quick-releases:
    title: Users benefit from every change without waiting for it
    owner: ${name}
    why: Feedback that comes late costs more than the work itself.

metrics:
  ${FIRST_METRIC}:
    title: Time to production
    definition: Median days from merging a change to running it in production, over all changes of the month.
    category: operational
    unit: days
    better: lower
    cadence: monthly
    bounds: { min: 0 }
    source: { system: deployment log, how: manual }

kpis:
  ${FIRST_METRIC}-of-3-days:
    title: Time to production of 3 days by ${formatDayLong(end)}
    goal: quick-releases
    metric: ${FIRST_METRIC}
    timeframe: { start: ${formatDay(start)}, end: ${formatDay(end)} }
    target: 3
    owner: ${name}
    baseline: 7
    type: lagging
    why: Every day less brings the feedback of users a day earlier.
    if_off_track: Find the slowest step of the last ten releases, and work on that one first.
    review: { every: monthly, last: ${formatDay(today)} }
`;
}

/** A config that says where things are set. */
export const FIRST_CONFIG = `# yaml-language-server: $schema=${CONFIG_SCHEMA_URL}
# The folder that holds this file is the workspace root: all ids below it are one name space.
version: 1

# recommended, or strict, which raises every level by one. \`kpi rules\` lists the rules with their levels here.
extends: recommended

# Levels of single rules: off, info, warn or error.
# rules:
#   relevant/why-missing: warn
`;

/** The workflow that reviews pull requests; `prefix` is the folder of the workspace in the repository. */
export function workflow(branch: string, prefix: string): string {
  const name = /^[\w./-]+$/.test(branch) && !/^[\d.]/.test(branch) ? branch : JSON.stringify(branch);
  const folder = prefix.replace(/\/$/, "");
  const inputs = folder === "" ? "" : `        with: { working-directory: ${JSON.stringify(folder)} }\n`;
  return `# Says on every pull request what it changes in goals and KPIs, what is newly wrong, and where KPIs stand.
name: KPIs
on: { pull_request: {}, merge_group: {}, push: { branches: [${name}] } }
permissions: { contents: read, pull-requests: write }
concurrency: { group: "kpi-\${{ github.event.pull_request.number || github.ref }}", cancel-in-progress: true }
jobs:
  kpi:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
        with: { fetch-depth: 2 }
      - uses: kpi-as-code/kpi-as-code@v1
${inputs}`;
}
