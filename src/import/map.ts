/** `--map`: columns named for fields, over what the headers propose. */

import { nearestTo } from "../text/nearest.ts";
import type { FiscalYear } from "../workspace/timeframe.ts";
import { type Column, type CsvTable, nameInPair } from "./csv.ts";
import { isFiscalStated, yearSpan } from "./dates.ts";
import { CSV_FIELDS, type CsvField, type Mapping, type SingleField } from "./fields.ts";
import { proposeMapping, readingOfSpans, valuePeriod, valueText } from "./headers.ts";

/** A mapping, and the columns that it leaves out; or one sentence for each thing that cannot be used. */
export type Mapped =
  | { readonly ok: true; readonly mapping: Mapping; readonly left: readonly Column[] }
  | { readonly ok: false; readonly faults: readonly string[] };

const NAMES = Object.keys(CSV_FIELDS) as CsvField[];
/** Stands beside the field of a column: its empty cells mean the one above. */
const FILL = "fill";
type PairName = CsvField | typeof FILL;
const PAIR_NAMES: readonly PairName[] = [...NAMES, FILL];
/** A comma parts two pairs only where a field follows it, so that headers may hold commas. */
const PAIRS = new RegExp(`,(?=\\s*(?:${PAIR_NAMES.join("|")})\\s*=)`, "i");

/** The mapping of a table: the proposal, with `pairs` such as `title=Indicator name,target=Target 2030` over it. */
export function mappingFor(table: CsvTable, pairs: readonly string[], fiscal: FiscalYear): Mapped {
  const { mapping, open } = proposeMapping(table, fiscal);
  const faults: string[] = [];
  const fields: Partial<Record<SingleField, number>> = Object.assign({}, mapping.fields);
  let values = mapping.values;
  const fill: number[] = [];
  let ownValues: number[] | null = null;
  const stated = new Set<CsvField>();
  for (const pair of pairs.flatMap((text) => text.split(PAIRS))) {
    const read = readPair(pair, table);
    if ("fault" in read) {
      faults.push(read.fault);
      continue;
    }
    const { field, columns } = read;
    if (field === FILL) {
      fill.push(...columns);
      continue;
    }
    stated.add(field);
    const [column] = columns;
    for (const taken of columns) free(taken, fields, stated);
    values = values.filter((index) => !columns.includes(index));
    if (field === "values") {
      ownValues = [...(ownValues ?? []), ...columns];
    } else if (column === undefined) delete fields[field];
    else fields[field] = column;
  }
  const undated = (ownValues ?? []).filter((index) => !isPeriod(index, table, fiscal));
  if (undated.length > 0) faults.push(undatedFault(table, undated, fields.date, fiscal));
  for (const { field, columns } of open) {
    if (stated.has(field)) continue;
    const headers = columns.flatMap((index) => table.columns[index] ?? []);
    const names = headers.map(({ name }) => name).join(", ");
    const pair = `--map "${field}=${headers.slice(0, 1).map(nameInPair).join("")}"`;
    faults.push(`Several columns may be the ${field} (${names}); write ${pair} with the one that is meant.`);
  }
  if (fields.title === undefined && faults.length === 0) {
    faults.push(
      `No column is known to hold titles; write --map "title=…" with one of: ${table.columns.map(({ name }) => name).join(", ")}.`,
    );
  }
  if (faults.length > 0) return { ok: false, faults };
  const final: Mapping = { fields, values: ownValues ?? values, fill };
  return { ok: true, mapping: final, left: leftBy(final, table) };
}

/** Columns that no field is read from. */
export function leftBy({ fields, values }: Mapping, table: CsvTable): readonly Column[] {
  const used = new Set<number>([...Object.values(fields), ...values]);
  return table.columns.filter(({ index }) => !used.has(index));
}

/** A column that is mapped anew is no longer what it was proposed for. */
function free(column: number, fields: Partial<Record<SingleField, number>>, stated: ReadonlySet<CsvField>): void {
  for (const name of NAMES) {
    if (name !== "values" && fields[name] === column && !stated.has(name)) delete fields[name];
  }
}

/** One sentence for each field that pairs name twice. */
export function repeatedFields(pairs: readonly string[]): readonly string[] {
  const names = pairs
    .flatMap((text) => text.split(PAIRS))
    .map((pair) => pair.split("=", 1)[0]?.trim().toLowerCase() ?? "");
  const repeated = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  return [...repeated]
    .filter((name) => name !== FILL && name !== "values" && PAIR_NAMES.some((known) => known === name))
    .map((name) => `--map names the ${name} more than once; name one column.`);
}

function readPair(
  pair: string,
  table: CsvTable,
): { readonly field: PairName; readonly columns: readonly number[] } | { readonly fault: string } {
  const at = pair.indexOf("=");
  const name = (at < 0 ? pair : pair.slice(0, at)).trim().toLowerCase();
  const field = PAIR_NAMES.find((known) => known === name);
  if (at < 0 || field === undefined) {
    const nearest = nearestTo(name, PAIR_NAMES);
    const advice = nearest === null ? `fields are ${NAMES.join(", ")}` : `did you mean ${nearest}?`;
    return {
      fault: at < 0 ? `--map "${pair}" has no "="; write field=column.` : `There is no field "${name}"; ${advice}`,
    };
  }
  const wanted = pair.slice(at + 1).trim();
  if (wanted === "") return { field, columns: [] };
  const column = columnNamed(wanted, table);
  if (column !== null) return { field, columns: [column.index] };
  const names = table.columns.map((one) => one.name);
  const nearest = nearestTo(wanted, names);
  const advice = nearest === null ? `columns are ${names.join(", ")}` : `did you mean "${nearest}"?`;
  return { fault: `There is no column "${wanted}"; ${advice}` };
}

/** By its header, in any case, or by its place: `#3`. */
function columnNamed(wanted: string, { columns }: CsvTable): Column | null {
  const exact = columns.find(({ name }) => name === wanted);
  if (exact !== undefined) return exact;
  const lower = wanted.toLowerCase().replace(/\s+/g, " ");
  const alike = columns.filter(({ name }) => name.toLowerCase() === lower);
  if (alike.length > 0) return alike[0] ?? null;
  const place = /^#(\d+)$/.exec(wanted)?.[1];
  return place === undefined ? null : (columns[Number(place) - 1] ?? null);
}

/** What to write instead of `values` for columns whose headers say no day. */
function undatedFault(
  { columns }: CsvTable,
  undated: readonly number[],
  dateColumn: number | undefined,
  fiscal: FiscalYear,
): string {
  const headers = undated.flatMap((index) => columns[index] ?? []);
  const [column] = headers;
  if (column === undefined) return "There is no such column.";
  const names = headers.map(({ name }) => `"${name}"`).join(", ");
  const isOne = headers.length === 1;
  const span = yearSpan(valueText(column.header));
  const what =
    span === null ? (isOne ? "is no period" : "are no periods") : `may be ${isOne ? "a fiscal year" : "fiscal years"}`;
  const pair = `--map "value=${nameInPair(column)}"`;
  if (span === null && dateColumn !== undefined && isOne) {
    return `${names} ${what}; write ${pair}: its values have the dates of "${columns[dateColumn]?.name}".`;
  }
  // The end of many fiscal years, as an example.
  const day = span === null ? "DAY" : `${span.from + 1}-03-31`;
  const way = `write ${pair} --date ${day}, with the day that ${isOne ? "they" : "the values of one of them"} are from`;
  const isOpen = span !== null && !isFiscalStated(fiscal);
  const other = isOpen ? ", or say in the config when your fiscal year starts, with fiscal_year_starts" : "";
  return `${names} ${what}, so that ${isOne ? "its" : "their"} values have no date; ${way}${other}.`;
}

function isPeriod(index: number, table: CsvTable, fiscal: FiscalYear): boolean {
  return valuePeriod(table.columns[index]?.header ?? "", fiscal, readingOfSpans(table)) !== "";
}
