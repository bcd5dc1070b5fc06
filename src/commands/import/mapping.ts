/** How the columns of a table are read, and how that is told. */

import type { Column, CsvTable } from "../../import/csv.ts";
import { isFiscalStated, yearSpan } from "../../import/dates.ts";
import { CSV_FIELDS, type CsvField, type Mapping } from "../../import/fields.ts";
import { withoutFurniture } from "../../import/furniture.ts";
import { valueText } from "../../import/headers.ts";
import { mappingFor } from "../../import/map.ts";
import { type MergedColumn, mergedColumns } from "../../import/merged.ts";
import type { ImportSettings } from "../../import/model.ts";
import { terminal } from "../../report/untrusted.ts";
import { UsageError } from "../errors.ts";

export interface TableChoice {
  readonly table: CsvTable;
  readonly mapping: Mapping;
  /** Whether its rows are key results. */
  readonly isOkr: boolean;
  /** Columns that nothing is read from. */
  readonly left: readonly Column[];
  /** Those of them whose headers may be fiscal years, which the config could tell. */
  readonly spans: readonly Column[];
}

/** The mapping that headers propose and flags settle; a UsageError says what is missing. */
export function mapFromFlags(
  table: CsvTable,
  pairs: readonly string[],
  settings: ImportSettings,
  isOkr: boolean,
): TableChoice {
  const mapped = mappingFor(table, pairs, settings.fiscal);
  if (!mapped.ok) throw new UsageError(mapped.faults.map((fault) => terminal(fault)).join("\nkpi: "));
  const { mapping, left } = mapped;
  const isOpen = !isFiscalStated(settings.fiscal);
  const spans = left.filter(({ header }) => isOpen && yearSpan(valueText(header)) !== null);
  return { table, mapping, isOkr, left, spans };
}

/** Columns that look like merged cells, among the rows that are indicators. */
export function mergedIn({ table, mapping, isOkr }: TableChoice): readonly MergedColumn[] {
  return mergedColumns(withoutFurniture(table, mapping, isOkr).table, mapping);
}

/** Each field with its columns, in the order of the format. */
export function mappedColumns({
  table,
  mapping,
}: TableChoice): readonly { readonly field: CsvField; readonly columns: readonly Column[] }[] {
  const fields = Object.keys(CSV_FIELDS) as CsvField[];
  return fields.flatMap((field) => {
    const places = field === "values" ? mapping.values : [mapping.fields[field]];
    const columns = places.flatMap((index) => (index === undefined ? [] : (table.columns[index] ?? [])));
    return columns.length === 0 ? [] : [{ field, columns }];
  });
}

/** Columns shown in a list of that many at most. */
const SHOWN = 6;

/** `"2024", "2025" and 3 more`. */
export function columnNames(columns: readonly Column[]): string {
  const names = columns.slice(0, SHOWN).map(({ name }) => `"${terminal(name)}"`);
  return columns.length > SHOWN ? `${names.join(", ")} and ${columns.length - SHOWN} more` : names.join(", ");
}

/** The first cell of a column that says something, cut to fit. */
export function sampleOf({ rows }: CsvTable, { index }: Column): string {
  const cell = rows.map(({ cells }) => cells[index] ?? "").find((text) => text.trim() !== "") ?? "";
  const line = terminal(cell);
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
