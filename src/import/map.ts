/** `--map`: columns named for fields, over what the headers propose. */

import { nearestTo } from "../text/nearest.ts";
import type { FiscalYear } from "../workspace/timeframe.ts";
import type { Column, CsvTable } from "./csv.ts";
import { areMonths, CSV_FIELDS, type CsvField, type Mapping, proposeMapping, valuePeriod } from "./headers.ts";

/** A mapping, and the columns that it leaves out; or one sentence for each thing that cannot be used. */
export type Mapped =
  | { readonly ok: true; readonly mapping: Mapping; readonly left: readonly Column[] }
  | { readonly ok: false; readonly faults: readonly string[] };

const NAMES = Object.keys(CSV_FIELDS) as CsvField[];
/** A comma parts two pairs only where a field follows it, so that headers may hold commas. */
const PAIRS = new RegExp(`,(?=\\s*(?:${NAMES.join("|")})\\s*=)`, "i");

/** The mapping of a table: the proposal, with `pairs` such as `title=Indicator name,target=Target 2030` over it. */
export function mappingFor(table: CsvTable, pairs: readonly string[], fiscal: FiscalYear): Mapped {
  const { mapping, open } = proposeMapping(table, fiscal);
  const faults: string[] = [];
  const fields: Partial<Record<Exclude<CsvField, "values">, number>> = Object.assign({}, mapping.fields);
  let values = mapping.values;
  let ownValues: number[] | null = null;
  const stated = new Set<CsvField>();
  for (const pair of pairs.flatMap((text) => text.split(PAIRS))) {
    const read = readPair(pair, table);
    if ("fault" in read) {
      faults.push(read.fault);
      continue;
    }
    const { field, columns } = read;
    stated.add(field);
    const [column] = columns;
    for (const taken of columns) free(taken, fields, stated);
    values = values.filter((index) => !columns.includes(index));
    if (field === "values") {
      const periods = columns.filter((index) => isPeriod(index, table, fiscal));
      const other = columns.find((index) => !periods.includes(index));
      if (other !== undefined)
        faults.push(
          `"${table.columns[other]?.name}" is no period, so that its values have no date; map date and value instead.`,
        );
      ownValues = [...(ownValues ?? []), ...periods];
    } else if (column === undefined) delete fields[field];
    else fields[field] = column;
  }
  for (const { field, columns } of open) {
    if (stated.has(field)) continue;
    const names = columns.map((index) => table.columns[index]?.name ?? "");
    faults.push(
      `Several columns may be the ${field} (${names.join(", ")}); write --map "${field}=${names[0]}" with the one that is meant.`,
    );
  }
  if (fields.title === undefined && faults.length === 0) {
    faults.push(
      `No column is known to hold titles; write --map "title=…" with one of: ${table.columns.map(({ name }) => name).join(", ")}.`,
    );
  }
  if (faults.length > 0) return { ok: false, faults };
  const final: Mapping = { fields, values: ownValues ?? values };
  return { ok: true, mapping: final, left: leftBy(final, table) };
}

/** Columns that no field is read from. */
export function leftBy({ fields, values }: Mapping, table: CsvTable): readonly Column[] {
  const used = new Set<number>([...Object.values(fields), ...values]);
  return table.columns.filter(({ index }) => !used.has(index));
}

/** A column that is mapped anew is no longer what it was proposed for. */
function free(
  column: number,
  fields: Partial<Record<Exclude<CsvField, "values">, number>>,
  stated: ReadonlySet<CsvField>,
): void {
  for (const name of NAMES) {
    if (name !== "values" && fields[name] === column && !stated.has(name)) delete fields[name];
  }
}

function readPair(
  pair: string,
  table: CsvTable,
): { readonly field: CsvField; readonly columns: readonly number[] } | { readonly fault: string } {
  const at = pair.indexOf("=");
  const name = (at < 0 ? pair : pair.slice(0, at)).trim().toLowerCase();
  const field = NAMES.find((known) => known === name);
  if (at < 0 || field === undefined) {
    const nearest = nearestTo(name, NAMES);
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

function isPeriod(index: number, table: CsvTable, fiscal: FiscalYear): boolean {
  return valuePeriod(table.columns[index]?.header ?? "", fiscal, areMonths(table)) !== "";
}
