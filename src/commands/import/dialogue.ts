/** `kpi import` of a table on a terminal: the mapping is shown, changed and confirmed; what no column says is asked for. */

import { OWNER } from "../../definition/patterns.ts";
import type { Ask } from "../../host/prompts.ts";
import type { CsvTable } from "../../import/csv.ts";
import { dayNamed } from "../../import/dates.ts";
import { CSV_FIELDS, type CsvField } from "../../import/fields.ts";
import { periodIn, proposeMapping } from "../../import/headers.ts";
import { mappingFor } from "../../import/map.ts";
import type { ImportSettings } from "../../import/model.ts";
import { ownerNamed } from "../../import/words.ts";
import { terminal } from "../../report/untrusted.ts";
import { count } from "../../report/words.ts";
import { formatDay } from "../../workspace/day.ts";
import type { Host } from "../host.ts";
import { columnNames, mapFromFlags, mappedColumns, mergedIn, sampleOf, type TableChoice } from "./mapping.ts";

/** Stands before what is said between two questions. */
const MARGIN = "│  ";
const LEAVE_OUT = "leave out";

export interface Answered {
  readonly choice: TableChoice;
  readonly settings: ImportSettings;
}

/** The mapping and the settings as somebody answers; null where they break off. */
export async function askForMapping(
  name: string,
  table: CsvTable,
  pairs: readonly string[],
  settings: ImportSettings,
  isOkr: boolean,
  host: Host,
): Promise<Answered | null> {
  const ask = await host.ask();
  ask.intro(`Import ${terminal(name)}: ${count(table.rows.length, "row")}, ${count(table.columns.length, "column")}`);
  const settled = await settledPairs(table, pairs, settings, ask);
  if (settled === null) return null;
  const agreed = await confirmed(table, settled, settings, isOkr, { ask, host });
  const choice = agreed === null ? null : await withFilled(agreed, ask);
  if (choice === null) return null;
  const answered = await withAnswers(choice, settings, ask);
  if (answered === null) return null;
  ask.outro("Reading it.");
  return { choice, settings: answered };
}

/** Pairs for what the headers leave open: which of several targets, which column holds the titles. */
async function settledPairs(
  table: CsvTable,
  pairs: readonly string[],
  settings: ImportSettings,
  ask: Ask,
): Promise<readonly string[] | null> {
  const added = [...pairs];
  const { open } = proposeMapping(table, settings.fiscal);
  for (const { field, columns } of open) {
    if (pairs.some((pair) => pair.includes(`${field}=`))) continue;
    const options = columns.map((index) => columnOption(table, index));
    const chosen = await ask.select({ message: `Which column is the ${field}?`, options });
    if (chosen === null) return null;
    added.push(`${field}=#${chosen}`);
  }
  const mapped = mappingFor(table, added, settings.fiscal);
  if (mapped.ok || !mapped.faults.some((fault) => fault.startsWith("No column is known to hold titles"))) return added;
  const options = table.columns.map(({ index }) => columnOption(table, index));
  const chosen = await ask.select({ message: "Which column says what is measured?", options });
  return chosen === null ? null : [...added, `title=#${chosen}`];
}

/** Columns are chosen by their place, because names may repeat. */
function columnOption(table: CsvTable, index: number) {
  const column = table.columns[index];
  const sample = column === undefined ? "" : sampleOf(table, column);
  return { value: String(index + 1), label: terminal(column?.name ?? ""), ...(sample === "" ? {} : { hint: sample }) };
}

/** Shows the mapping until somebody agrees; each change is one more pair. */
async function confirmed(
  table: CsvTable,
  pairs: readonly string[],
  settings: ImportSettings,
  isOkr: boolean,
  { ask, host }: { readonly ask: Ask; readonly host: Host },
): Promise<TableChoice | null> {
  let current = pairs;
  for (;;) {
    const choice = mapFromFlags(table, current, settings, isOkr);
    show(choice, host);
    const answer = await ask.select({
      message: "Import it like this?",
      options: [
        { value: "yes", label: "Yes" },
        { value: "change", label: "Change a column" },
        { value: "no", label: "Import nothing" },
      ],
    });
    if (answer === "yes") return choice;
    if (answer !== "change") return null;
    const changed = await change(choice, ask);
    if (changed === null) return null;
    if (mappingFor(table, [...current, changed], settings.fiscal).ok) current = [...current, changed];
    else host.terminal.note(`${MARGIN}That leaves no column with titles.\n`);
  }
}

function show(choice: TableChoice, host: Host): void {
  const lines = mappedColumns(choice).map(({ field, columns }) => {
    const [first] = columns;
    const sample = first === undefined ? "" : sampleOf(choice.table, first);
    return `${field.padEnd(14)}${columnNames(columns)}${sample === "" ? "" : `, such as ${sample}`}`;
  });
  if (choice.left.length > 0) lines.push(`${"left out".padEnd(14)}${columnNames(choice.left)}`);
  host.terminal.note(lines.map((line) => `${MARGIN}${line}\n`).join(""));
}

async function change({ table, mapping }: TableChoice, ask: Ask): Promise<string | null> {
  const options = table.columns.map(({ index }) => columnOption(table, index));
  const column = await ask.select({ message: "Which column?", options });
  if (column === null) return null;
  const fields = Object.entries(CSV_FIELDS).map(([value, hint]) => ({ value, label: value, hint }));
  const field = await ask.select({
    message: "What does it hold?",
    options: [...fields, { value: LEAVE_OUT, label: LEAVE_OUT }],
  });
  if (field === null) return null;
  if (field !== LEAVE_OUT) return `${field}=#${column}`;
  const index = Number(column) - 1;
  const held = (Object.keys(CSV_FIELDS) as CsvField[]).find(
    (name) => name !== "values" && mapping.fields[name] === index,
  );
  return held === undefined ? `tags=#${column}` : `${held}=`;
}

/** Asks of columns that look like merged cells whether their texts hold for the rows below. */
async function withFilled(choice: TableChoice, ask: Ask): Promise<TableChoice | null> {
  const { table, mapping, isOkr, left, spans } = choice;
  const { fields, values } = mapping;
  const fill = [...mapping.fill];
  for (const { column, filled } of mergedIn(choice)) {
    const name = terminal(table.columns[column]?.name ?? "");
    const answer = await ask.select({
      message: `"${name}" stands in ${filled} of ${count(table.rows.length, "row")}. Does it hold for the rows below it, too?`,
      options: [
        { value: "yes", label: "Yes", hint: "as with merged cells" },
        { value: "no", label: "No", hint: "the others have none" },
      ],
    });
    if (answer === null) return null;
    if (answer === "yes") fill.push(column);
  }
  return { table, mapping: { fields, values, fill }, isOkr, left, spans };
}

/** Asks for what no column says; an empty answer leaves it open. */
async function withAnswers(choice: TableChoice, settings: ImportSettings, ask: Ask): Promise<ImportSettings | null> {
  const { fields } = choice.mapping;
  let { ownersAre, owner, goal, valueDay, start } = settings;
  if (ownersAre === null) {
    const name = unknownOwner(choice);
    const answer = name === null ? "open" : await askWhatOwnersAre(name, ask);
    if (answer === null) return null;
    ownersAre = answer === "teams" || answer === "people" ? answer : null;
  }
  if (owner === null && fields.owner === undefined) {
    const answer = await askOwner(ask);
    if (answer === null) return null;
    owner = answer === "" ? null : answer;
  }
  if (goal === null && fields.goal === undefined) {
    const message = "Which goal do they serve? Its title, or the id of one that exists (empty: drafts without one):";
    const answer = await ask.text({ message, placeholder: "Customers stay because they are happy" });
    if (answer === null) return null;
    goal = answer.trim() === "" ? null : answer.trim();
  }
  if (valueDay === null && fields.value !== undefined && fields.date === undefined) {
    const message = "Which day are the values from (empty: leave them out)?";
    const answer = await askDay(message, "2026-06-30", settings, ask);
    if (answer === null) return null;
    valueDay = answer === "" ? null : dayNamed(answer, "end", settings.fiscal);
  }
  if (fields.start === undefined && hasEndsOnly(choice, settings)) {
    const usual = formatDay(start);
    const message = `Some targets have an end and no beginning. From which day do their windows run (empty: ${usual})?`;
    const answer = await askDay(message, usual, settings, ask);
    if (answer === null) return null;
    start = dayNamed(answer, "start", settings.fiscal) ?? start;
  }
  return Object.assign({}, settings, { ownersAre, owner, goal, valueDay, start });
}

/** The first name in the owner column that is no owner as it stands. */
function unknownOwner({ table, mapping }: TableChoice): string | null {
  const column = mapping.fields.owner;
  if (column === undefined) return null;
  const cells = table.rows.map(({ cells: row }) => row[column] ?? "");
  return cells.find((cell) => cell.trim() !== "" && ownerNamed(cell, null) === null) ?? null;
}

function askWhatOwnersAre(name: string, ask: Ask): Promise<string | null> {
  return ask.select({
    message: `Owners are names such as "${terminal(name)}". What are they?`,
    options: [
      { value: "teams", label: "Teams", hint: "written team:name" },
      { value: "people", label: "People", hint: 'written "@name"' },
      { value: "open", label: "Leave them open", hint: "drafts until somebody answers" },
    ],
  });
}

function askOwner(ask: Ask): Promise<string | null> {
  return ask.text({
    message: "Who answers for them? @handle, team:name or an e-mail address (empty: drafts without an owner):",
    placeholder: "team:operations",
    validate: (value) =>
      value.trim() === "" || OWNER.test(value.trim())
        ? undefined
        : "Write @handle, @org/team, team:name or an e-mail address.",
  });
}

function askDay(message: string, placeholder: string, { fiscal }: ImportSettings, ask: Ask): Promise<string | null> {
  return ask.text({
    message,
    placeholder,
    validate: (value) =>
      value.trim() === "" || dayNamed(value, "end", fiscal) !== null ? undefined : "Write a day such as 2026-06-30.",
  });
}

/** Whether a column, or the header of the targets, names an end. */
function hasEndsOnly({ table, mapping }: TableChoice, { fiscal }: ImportSettings): boolean {
  const { due, target } = mapping.fields;
  return (
    due !== undefined ||
    (target !== undefined && periodIn(table.columns[target]?.header ?? "", "target", fiscal) !== "")
  );
}
