/** `kpi init`: writes what a repository lacks, and nothing over what is there. */

import * as path from "node:path";
import { CONFIG_FILE } from "../config/load.ts";
import { OWNER } from "../definition/patterns.ts";
import { SCHEMA_URL } from "../definition/urls.ts";
import { isInside, kindOf } from "../host/files.ts";
import type { Ask } from "../host/prompts.ts";
import { wantsColour } from "../host/terminal.ts";
import { paint } from "../report/colour.ts";
import { terminal } from "../report/untrusted.ts";
import { count } from "../report/words.ts";
import { EXIT, UsageError } from "./errors.ts";
import type { CommonOptions, Host } from "./host.ts";
import { type InitFacts, initFacts } from "./init/facts.ts";
import { FIRST_CONFIG, FIRST_METRIC, firstFile, workflow } from "./init/files.ts";
import { type NewFile, stateOf, writeNewFiles } from "./new-files.ts";
import { asOfFrom, openProject, type Project, prefixOf } from "./open.ts";

export interface InitOptions extends CommonOptions {
  /** Who answers for the example. */
  readonly owner?: string;
  /** True writes the workflow though nothing speaks of GitHub; false never does. */
  readonly workflow?: boolean;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
}

const FIRST_FILE = "kpi.yaml";
const WORKFLOW = ".github/workflows/kpi.yml";
/** Stands in the example until somebody is named. */
const NOBODY = "team:your-team";

/** Looks around, says what it will write, writes it, and says what to do next. */
export async function initCommand(options: InitOptions, host: Host): Promise<number> {
  if (options.owner !== undefined && !OWNER.test(options.owner)) {
    throw new UsageError(
      `--owner wants "@handle", "@org/team", team:name or an e-mail address, not "${terminal(options.owner)}".`,
    );
  }
  const project = await openProject([], options, host);
  const facts = await initFacts(project, host);
  const proposal = options.owner ?? facts.owner ?? NOBODY;
  const planned = plan(proposal, project, facts, options, host);
  const asks = host.isInteractive && options.yes !== true && options.dryRun !== true && planned.files.length > 0;
  const owner = asks ? await agreed(planned, proposal, project, facts, host) : proposal;
  if (owner === null) {
    host.terminal.note("kpi: Nothing was written.\n");
    return EXIT.interrupted;
  }
  const { files, left } = owner === proposal ? planned : plan(owner, project, facts, options, host);
  if (options.dryRun === true) await showDiff(files, options, host);
  else await writeNewFiles(files);
  if (options.quiet !== true) host.terminal.out(told(files, left, project, facts, options, host));
  return EXIT.clean;
}

interface Plan {
  readonly files: readonly NewFile[];
  /** What is not written, as whole sentences. */
  readonly left: readonly string[];
}

/** What there is not yet; everything else is left as it is. */
function plan(owner: string, project: Project, facts: InitFacts, options: InitOptions, host: Host): Plan {
  const files: NewFile[] = [];
  const left: string[] = [];
  const add = (folder: string, name: string, text: string, prefix: string): void => {
    const file = { path: path.join(folder, name), shown: prefix + name, text };
    if (stateOf(file) === "new") files.push(file);
    else left.push(`${terminal(file.shown)} is there already; it stays as it is.`);
  };
  const here = prefixOf(project, host);
  if (project.files.length > 0) {
    const [first = ""] = project.files;
    const others = project.files.length === 1 ? "" : ` and ${count(project.files.length - 1, "other KPI file")}`;
    const verb = project.files.length === 1 ? "is" : "are";
    left.push(`${terminal(here + first)}${others} ${verb} there already; no example is written.`);
  } else add(project.root, FIRST_FILE, firstFile(owner, asOfFrom(options, host).asOf), here);
  add(project.root, CONFIG_FILE, FIRST_CONFIG, here);
  planWorkflow(facts, options, host, add, left);
  return { files, left };
}

function planWorkflow(
  facts: InitFacts,
  options: InitOptions,
  host: Host,
  add: (folder: string, name: string, text: string, prefix: string) => void,
  left: string[],
): void {
  const { gitRoot, workflows, onGitHub, branch, prefix } = facts;
  if (options.workflow === false) return;
  if (gitRoot === null) {
    left.push(
      "This folder is in no git repository, so that no workflow is written; run kpi init again after git init.",
    );
  } else if (workflows.length > 0) {
    left.push(`${workflows.map((file) => terminal(file)).join(", ")} runs kpi already; no workflow is written.`);
  } else if (onGitHub || options.workflow === true) {
    const up = path.relative(host.startedIn, gitRoot).split(path.sep).join("/");
    add(gitRoot, WORKFLOW, workflow(branch, prefix), up === "" ? "" : `${up}/`);
  } else left.push("No remote is on GitHub, so that no workflow is written; --workflow writes one all the same.");
}

/** Asks for the owner and for a yes; null where nothing is to be written. */
async function agreed(
  { files, left }: Plan,
  proposal: string,
  project: Project,
  facts: InitFacts,
  host: Host,
): Promise<string | null> {
  const ask: Ask = await host.ask();
  ask.intro("Start with KPIs as code");
  const where =
    facts.gitRoot === null
      ? "no git repository"
      : `a git repository${facts.onGitHub ? " on GitHub" : ""}, branch ${terminal(facts.branch)}`;
  host.terminal.note(`│  Found ${where}.\n${left.map((sentence) => `│  ${sentence}\n`).join("")}`);
  let owner = proposal;
  if (files.some((file) => file.path === path.join(project.root, FIRST_FILE))) {
    const answer = await ask.text({
      message: `Who answers for the first goal? @handle, @org/team, team:name or an e-mail address; Enter takes ${terminal(proposal)}:`,
      placeholder: terminal(proposal),
      validate: (value) =>
        value.trim() === "" || OWNER.test(value.trim())
          ? undefined
          : "Write @handle, @org/team, team:name or an e-mail address.",
    });
    if (answer === null) return null;
    owner = answer.trim() || proposal;
  }
  const names = files.map(({ shown }) => terminal(shown)).join(", ");
  const yes = await ask.confirm({ message: `Write ${names}?`, initial: true });
  if (yes !== true) return null;
  ask.outro("Writing.");
  return owner;
}

function told(
  files: readonly NewFile[],
  left: readonly string[],
  project: Project,
  { withoutModeline }: InitFacts,
  options: InitOptions,
  host: Host,
): string {
  const paints = paint(wantsColour(host.terminal.outIsTerminal, options.color, host.env));
  const verb = options.dryRun === true ? "Would write" : "Wrote";
  const lines = [...files.map(({ shown }) => `${verb} ${terminal(shown)}.`), ...left];
  if (files.length === 0) lines.push("Everything is there; nothing was written.");
  const [bare] = withoutModeline;
  if (bare !== undefined) {
    const others = withoutModeline.length === 1 ? "" : ` and ${withoutModeline.length - 1} more`;
    lines.push(
      "",
      `For completion and checks in editors, write this at the top of ${terminal(prefixOf(project, host) + bare)}${others}:`,
      `# yaml-language-server: $schema=${SCHEMA_URL}`,
    );
  }
  if (files.some(({ text }) => text.includes(`owner: ${NOBODY}`))) {
    lines.push(`Nobody is known to answer yet: put a name in place of ${NOBODY} in ${FIRST_FILE}.`);
  }
  const isFirst = files.some((file) => file.path === path.join(project.root, FIRST_FILE));
  const next = ["kpi check", ...(isFirst ? [`kpi record ${FIRST_METRIC} 6.5`, "kpi add kpi"] : ["kpi progress"])];
  const into = goInto(project, host);
  lines.push("", `${paints.bold("Next:")} ${next.map((command) => into + command).join("\n      ")}`);
  return `${lines.join("\n")}\n`;
}

/** With `-C` the next command needs it too. */
function goInto(project: Project, host: Host): string {
  if (isInside(project.root, host.startedIn) || kindOf(host.startedIn) !== "directory") return "";
  return `cd ${terminal(path.relative(host.startedIn, project.root))} && `;
}

async function showDiff(files: readonly NewFile[], options: InitOptions, host: Host): Promise<void> {
  const { unifiedDiff } = await import("../text/unified-diff.ts");
  const { shownDiff } = await import("../report/diff.ts");
  const diff = unifiedDiff(
    files.map(({ shown, text }) => ({ path: shown.replace(/^(?:\.\.\/)+/, ""), before: "", after: text })),
  );
  host.terminal.out(shownDiff(diff, wantsColour(host.terminal.outIsTerminal, options.color, host.env)));
}
