/** `kpi check --watch`: what one round of a watch does, put together from the parts of a check. */

import * as path from "node:path";
import { type CheckInput, check, configResult } from "../../engine/check.ts";
import { KNOWN_FILE, readKnown } from "../../engine/known-file.ts";
import { Locator } from "../../engine/locate.ts";
import { runRules } from "../../engine/run.ts";
import type { CheckFormat } from "../../report/formats.ts";
import { DataCache } from "../data-cache.ts";
import type { Host } from "../host.ts";
import { asOfFrom, nothingToRead, type Opened, openProject, readProject } from "../open.ts";
import type { Output } from "../outputs.ts";
import type { Judging } from "../watched.ts";
import type { CheckOptions } from "./options.ts";
import { reportCheck } from "./report.ts";
import { watchCheck } from "./watching.ts";

/** Formats that a person reads while they scroll by. */
const SCROLLING: ReadonlySet<CheckFormat> = new Set(["pretty", "github"]);
const MS_PER_DAY = 86_400_000;

/** Checks again whenever a file changes, until the process is ended. */
export function watchCommand(
  paths: readonly string[],
  options: CheckOptions,
  outputs: readonly Output<CheckFormat>[],
  host: Host,
): Promise<never> {
  // A watch may go on past midnight.
  const day = () => asOfFrom(options, { ...host, today: Math.floor(Date.now() / MS_PER_DAY) });
  const open = () => openWatched(paths, options, host);
  return watchCheck(
    {
      open,
      broken: ({ wrong, config, rules, textOf }) =>
        wrong.length === 0 ? null : configResult(wrong, { rules, config, asOf: day().asOf, textOf }),
      judging: (opened) => judgingOf(opened, day),
      show: (result, opened, started) => reportCheck(result, outputs, opened, options, host, started),
      mayBeQuick: outputs.every(({ format, file }) => file === null && SCROLLING.has(format)),
      quiet: options.quiet === true,
    },
    host,
  );
}

async function openWatched(paths: readonly string[], options: CheckOptions, host: Host) {
  const project = await openProject(paths, options, host);
  const known = readKnown(project.textOf(KNOWN_FILE));
  const wrong = [...project.configProblems, ...known.problems];
  if (wrong.length === 0 && project.files.length === 0) throw nothingToRead(paths, project, host);
  const data = new DataCache(project.root);
  const read = wrong.length > 0 ? null : await readProject(project, options, host, new Map(), new Map(), data.read);
  const contributions: Opened["contributions"] = read?.contributions ?? new Map();
  return {
    ...project,
    settings: project.config.settings,
    contributions,
    data,
    known,
    wrong,
    configFiles: project.configFiles.map((file) => path.resolve(project.root, file)),
    list: async () => (await openProject(paths, options, host)).files,
  };
}

function judgingOf(
  { config, rules, textOf, matches, shows, known }: Awaited<ReturnType<typeof openWatched>>,
  day: () => Pick<CheckInput, "asOf" | "asOfGiven">,
): Judging {
  const locator = new Locator(textOf, rules);
  const wide = new Set(rules.filter((rule) => rule.workspace !== undefined).map(({ id }) => id));
  const base = (): Omit<CheckInput, "workspace"> => {
    const { asOf, asOfGiven } = day();
    return { config, rules, textOf, matches, shows, known, locator, asOf, asOfGiven };
  };
  return {
    judge: (workspace, part) => runRules({ ...base(), workspace, part }),
    isWide: (rule) => wide.has(rule),
    forget: (file) => locator.forget(file),
    report: (workspace, graded) => check({ ...base(), workspace, graded }),
  };
}
