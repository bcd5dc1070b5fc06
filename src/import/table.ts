/** A table with its mapping → goals, metrics and KPIs. */

import { build } from "./build.ts";
import type { CsvTable } from "./csv.ts";
import type { Mapping } from "./fields.ts";
import { withoutFurniture } from "./furniture.ts";
import type { ListedGoal } from "./goals.ts";
import type { Imported, ImportSettings, Indicator, Remark } from "./model.ts";
import type { Okrs } from "./okr.ts";
import { decimalIn, indicatorsOf } from "./rows.ts";

/** Makes what the rows give; in a table of OKRs, targets are where the way from a start leads. */
export function importTable(table: CsvTable, mapping: Mapping, settings: ImportSettings, isOkr: boolean): Imported {
  const { table: sorted, remarks: aside } = withoutFurniture(table, mapping, isOkr);
  const decimal = settings.decimal ?? decimalIn(sorted, mapping);
  const { indicators, remarks: cells } = indicatorsOf(sorted, mapping, settings);
  const remarks = [...aside, ...cells];
  if (!isOkr) return withRemarks(build(indicators, [], settings, decimal), remarks);
  const goals: ListedGoal[] = [];
  const results: Indicator[] = [];
  for (const row of indicators) {
    if (row.title === "" && row.goal !== "") {
      goals.push(objectiveOf(row));
      remarks.push(...notOfGoal(row));
    } else results.push(Object.assign({}, row, { isWay: true }));
  }
  return withRemarks(build(results, goals, settings, decimal), remarks);
}

/** Makes what OKRs in JSON give; numbers are JSON's own. */
export function importOkrs({ goals, indicators, remarks }: Okrs, settings: ImportSettings): Imported {
  return withRemarks(build(indicators, goals, settings, settings.decimal ?? "point"), remarks);
}

/** A row that names an objective and no key result. */
function objectiveOf({ place, goal, owner, why, timeframe, start, due }: Indicator): ListedGoal {
  return { place, key: goal, id: "", title: goal, owner, time: { timeframe, start, due }, why, parent: "" };
}

/** What such a row says of a key result, which it does not name. */
function notOfGoal({ place, goal, why, owner, timeframe, start, due, values, isWay, ...texts }: Indicator): Remark[] {
  const cells = [...Object.entries(texts), ...values.map(({ value }) => ["value", value] as const)];
  return cells.flatMap(([field, text]): Remark[] => {
    const message = "the row names an objective and no key result";
    const isHeader = field === "targetPeriod" || field === "baselinePeriod";
    return text === "" || isHeader ? [] : [{ kind: "left-out", place, subject: goal, field, text, message }];
  });
}

function withRemarks({ entities, data, remarks, drafts }: Imported, before: readonly Remark[]): Imported {
  return { entities, data, remarks: [...before, ...remarks], drafts };
}
