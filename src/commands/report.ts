/** `kpi report`: a page, or a folder with a page, that shows where everything stands. */

import * as path from "node:path";
import { Locator } from "../engine/locate.ts";
import { ProgressBar } from "../host/terminal.ts";
import { progressOf } from "../progress/progress.ts";
import type { ReportInput } from "../report/html/model.ts";
import { singleFile, siteFiles } from "../report/html/site.ts";
import { terminal } from "../report/untrusted.ts";
import { count } from "../report/words.ts";
import { placeOf } from "../rules/define.ts";
import { type Checked, noteErrors, noteUnreadable, readChecked } from "./checked.ts";
import { EXIT, UsageError } from "./errors.ts";
import type { CommonOptions, Host } from "./host.ts";
import { openProject, prefixOf } from "./open.ts";
import { FOLDER, PAGE, refuseFile, refuseFolder, writePage, writeSite } from "./report/place.ts";
import { requireGoodConfig } from "./require-config.ts";

export interface ReportOptions extends CommonOptions {
  /** The folder, or with `singleFile` the file, relative to where the command works. */
  readonly output?: string;
  readonly singleFile?: boolean;
  /** A BCP 47 tag; en by default. */
  readonly locale?: string;
  readonly title?: string;
}

/** Writes the report; what `kpi report` did not write is never replaced. */
export async function reportCommand(options: ReportOptions, host: Host): Promise<number> {
  const locale = localeFrom(options.locale ?? "en");
  const isSingle = options.singleFile === true;
  const target = path.resolve(host.cwd, options.output ?? (isSingle ? PAGE : FOLDER));
  const shown = options.output ?? (isSingle ? PAGE : FOLDER);
  if (isSingle) refuseFile(target, shown);
  else refuseFolder(target, shown);

  const project = await openProject([], options, host);
  requireGoodConfig(project);
  const checked = await readChecked(project, options, host);
  const title = options.title?.trim() ?? "";
  const { workspace } = checked.opened;
  const panels = workspace.goals.size + workspace.kpis.size + workspace.metrics.size;
  const bar = options.quiet === true ? null : new ProgressBar(host.terminal, "Drawing", panels, host.now);
  const input = inputFrom(checked, prefixOf(project, host), title === "" ? "Goals and KPIs" : title, locale, () =>
    bar?.step(),
  );
  try {
    if (isSingle) writePage(target, shown, singleFile(input));
    else writeSite(target, shown, siteFiles(input));
  } finally {
    bar?.end();
  }

  const scope = [
    count(workspace.kpis.size, "KPI"),
    count(workspace.goals.size, "goal"),
    count(workspace.metrics.size, "metric"),
  ].join(", ");
  if (options.quiet !== true) {
    host.terminal.out(`Wrote ${terminal(isSingle ? shown : path.join(shown, "index.html"))}: ${scope}.\n`);
  }
  noteUnreadable(checked, host);
  noteErrors(checked, options, host);
  return checked.opened.unreadable.length > 0 ? EXIT.usage : EXIT.clean;
}

function localeFrom(tag: string): string {
  let known: readonly string[];
  try {
    known = Intl.NumberFormat.supportedLocalesOf(tag);
  } catch {
    throw new UsageError(`"${tag}" is no language tag; write --locale with one such as en-GB, de or pt-BR.`);
  }
  const [canonical] = known;
  if (canonical !== undefined) return canonical;
  throw new UsageError(`The language "${tag}" is not known here; write --locale with one such as en-GB, de or pt-BR.`);
}

/** What a report is made of; paths in it begin with `prefix`. */
export function inputFrom(
  { opened, result, asOf }: Checked,
  prefix: string,
  title: string,
  locale: string,
  onPanel?: () => void,
): ReportInput {
  const { workspace, textOf } = opened;
  const locator = new Locator(textOf);
  return {
    workspace,
    progress: progressOf(workspace, asOf),
    check: result,
    asOf,
    placeOf: (entity) => `${prefix}${entity.origin.file}:${locator.range(placeOf(entity)).start.line}`,
    shownFile: (file) => prefix + file,
    unread: opened.unread,
    title,
    locale,
    onPanel,
  };
}
