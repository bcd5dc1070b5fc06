/** Imports in memory, on 2026-08-15. */

import { readTable } from "../../src/import/csv.ts";
import { mappingFor } from "../../src/import/map.ts";
import type { Imported, ImportedEntity, ImportSettings, Remark } from "../../src/import/model.ts";
import { importTable } from "../../src/import/table.ts";
import { parseDay } from "../../src/workspace/day.ts";
import { CALENDAR_YEAR } from "../../src/workspace/timeframe.ts";

export function day(text: string): number {
  const found = parseDay(text);
  if (found === null) throw new Error(`${text} is no day`);
  return found;
}

/** What holds where no flag says anything else. */
export function settings(more: Partial<ImportSettings> = {}): ImportSettings {
  return {
    fiscal: CALENDAR_YEAR,
    start: day("2026-01-01"),
    valueDay: null,
    owner: null,
    ownersAre: null,
    goal: null,
    dates: null,
    decimal: null,
    taken: { goals: new Map(), metrics: new Set(), kpis: new Set() },
    ...more,
  };
}

/** A table with what its headers propose, and pairs of `--map` over it. */
export function importCsv(
  text: string,
  more: Partial<ImportSettings> = {},
  pairs: readonly string[] = [],
  isOkr = false,
): Imported {
  const read = readTable(text);
  if (!read.ok) throw new Error(read.message);
  const all = settings(more);
  const mapped = mappingFor(read.table, pairs, all.fiscal);
  if (!mapped.ok) throw new Error(mapped.faults.join("\n"));
  return importTable(read.table, mapped.mapping, all, isOkr);
}

/** The definition of an entity. */
export function definitionOf({ entities }: Imported, kind: ImportedEntity["kind"], id: string) {
  const found = entities.find((entity) => entity.kind === kind && entity.id === id);
  if (found === undefined)
    throw new Error(`There is no ${kind} ${id}, only ${entities.map((one) => `${one.kind} ${one.id}`).join(", ")}`);
  return found.definition;
}

/** Remarks as `kind place field text: message`. */
export function remarksOf(
  { remarks }: { readonly remarks: readonly Remark[] },
  kind?: Remark["kind"],
): readonly string[] {
  return remarks
    .filter((remark) => kind === undefined || remark.kind === kind)
    .map(({ place, field, text, message }) =>
      [place, field, text, message].filter((part) => part !== null && part !== "").join(" | "),
    );
}
