/** Files that a run leaves behind. What fails here is a warning, never the verdict. */

import { appendFileSync, mkdirSync } from "node:fs";
import * as path from "node:path";
import { writeWhole } from "../host/files.ts";
import { reportBody } from "../report/action/body.ts";
import type { ActionReport } from "../report/action/model.ts";
import { jsonText } from "../report/untrusted.ts";
import { leadsOut } from "./checkout.ts";
import type { Inputs } from "./inputs.ts";
import type { Runner } from "./runner.ts";
import { tell } from "./tell.ts";

/** Characters of the summary: GitHub takes a million bytes, and a character has three at most. */
const SUMMARY_LIMIT = 330_000;
const MARKDOWN_LIMIT = 1_000_000;

/** The paths of the files that were written; null for those that were not. */
export interface Files {
  readonly json: string | null;
  readonly markdown: string | null;
  readonly sarif: string | null;
}

/** The report as JSON and Markdown always stands somewhere, so that later steps can read it. */
export function writeFiles(runner: Runner, inputs: Inputs, report: ActionReport, sarif: () => string): Files {
  const folder = runner.env.RUNNER_TEMP ?? runner.workspace;
  const at = (file: string): string => path.resolve(runner.workspace, file);
  const name = `kpi-report${suffixOf(inputs.commentKey)}`;
  const json = inputs.jsonFile === null ? path.join(folder, `${name}.json`) : at(inputs.jsonFile);
  return {
    json: writeFile(runner, json, jsonText(report)),
    markdown: writeFile(runner, path.join(folder, `${name}.md`), reportBody(report, { limit: MARKDOWN_LIMIT })),
    sarif: inputs.sarifFile === null ? null : writeFile(runner, at(inputs.sarifFile), sarif()),
  };
}

/** Two reports of one job must not write over each other. */
function suffixOf(key: string): string {
  return key === "."
    ? ""
    : `-${encodeURIComponent(key)
        .replace(/[^\w-]/g, "_")
        .slice(0, 100)}`;
}

/** Writes a file whole; a failure is told. Null where it was not written. */
function writeFile(runner: Runner, file: string, text: string): string | null {
  try {
    if (leadsOut(runner.workspace, file)) throw new Error("a link in the checkout leads out of it");
    mkdirSync(path.dirname(file), { recursive: true });
    writeWhole(file, runner.redact(text));
    return file;
  } catch (error) {
    tell(runner, "warning", `${file} cannot be written: ${reasonOf(error)}`);
    return null;
  }
}

/** Appends the report to the job summary, where the runner has one. `origin` says where it was made, if not here. */
export function writeSummary(runner: Runner, report: ActionReport, origin?: string): void {
  const file = runner.env.GITHUB_STEP_SUMMARY ?? "";
  if (file === "") return;
  const body = reportBody(report, { limit: SUMMARY_LIMIT, ...(origin === undefined ? {} : { origin }) });
  try {
    appendFileSync(file, runner.redact(`${body}\n`));
  } catch (error) {
    tell(runner, "warning", `The job summary cannot be written: ${reasonOf(error)}`);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
