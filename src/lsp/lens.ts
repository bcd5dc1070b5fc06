/** Code lens: how a KPI stands, above it. */

import type { CodeLens } from "vscode-languageserver";
import { progressOfKpi } from "../progress/progress.ts";
import { cellsOf } from "../report/progress/cells.ts";
import { plain, shorten } from "../report/untrusted.ts";
import type { Day } from "../workspace/day.ts";
import type { Kpi, Workspace } from "../workspace/model.ts";
import { looseKeys } from "./loose-yaml.ts";
import type { Context } from "./session.ts";

const TITLE_LENGTH = 160;

/** One lens for each KPI that is defined in the document. */
export function lensesOf({ kind, document, workspace, file, lines }: Context): CodeLens[] {
  const { model } = workspace;
  if (kind !== "definition" || model === null) return [];
  const { asOf } = workspace.day;
  return looseKeys(document.text).flatMap(({ path, document: index, start, end }) => {
    const [section, id] = path;
    const kpi = section === "kpis" ? model.kpis.get(String(id)) : undefined;
    // Of an id that stands twice, the first definition counts.
    if (kpi === undefined || kpi.origin.file !== file || kpi.origin.document !== index) return [];
    const title = lensTitle(kpi, model, asOf);
    return [{ range: lines.range(start, end), command: { title, command: "" } }];
  });
}

/** `▲ at-risk · 68 → 75 points · pace 0.93 · outlook uncertain`. */
export function lensTitle(kpi: Kpi, workspace: Workspace, asOf: Day): string {
  if (kpi.state === "draft") return "draft: listed, not scored";
  if (kpi.state === "retired") return "retired: not scored";
  const metric = workspace.metrics.get(kpi.definition.metric ?? "") ?? null;
  const progress = progressOfKpi(workspace, kpi, asOf);
  const cells = cellsOf({ kpi, metric, progress });
  const parts = [cells.status];
  if (progress.target !== null || progress.current !== null) parts.push(cells.now);
  if (cells.held !== "") parts.push(cells.held);
  if (cells.pace !== "") parts.push(`pace ${cells.pace}`);
  if (cells.outlook !== "") parts.push(`outlook ${cells.outlook}`);
  return shorten(plain(parts.join(" · ")), TITLE_LENGTH);
}
