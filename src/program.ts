/** Every command with its flags and examples; each is loaded when it is run. */

import { Command, Option } from "commander";
import { ADD_FIELDS, flagOf } from "./commands/add/fields.ts";
import type { CommonOptions, Host } from "./commands/host.ts";
import { VERSION } from "./engine/version.ts";
import type { Terminal } from "./host/terminal.ts";

/** The flags that every command has, with the folder to work in. */
export interface Global extends CommonOptions {
  readonly cwd?: string;
}

/** What the program runs in. */
export interface Surroundings {
  readonly finish: (status: number) => void;
  readonly hostFor: (options: Global) => Host;
  readonly terminal: Terminal;
}

const collect = (value: string, earlier: readonly string[] | undefined): string[] => [...(earlier ?? []), value];

/** A command with the flags that all have; `config` is left out where it means something else. */
function common(command: Command, formats: string, withConfig = true): Command {
  command.option("-C, --cwd <dir>", "work in this folder");
  if (withConfig) command.option("--config <file>", "use this config instead of the nearest kpi.config.yaml");
  command.option("--as-of <day>", "judge as on this day (YYYY-MM-DD); default: today in UTC");
  if (formats !== "") command.option("--format <name[:file]>", `${formats}; repeatable, each to its own file`, collect);
  return command
    .option("--no-color", "no colours")
    .option("--no-plugins", "load no rules of plug-ins")
    .option("--quiet", "say only what fails");
}

/** Gives a command the flags that stand before it; its own win, and formats add up. */
function handDown(kpi: Command, command: Command): void {
  for (const option of kpi.options) {
    const name = option.attributeName();
    if (kpi.getOptionValueSource(name) !== "cli") continue;
    if (!command.options.some(({ flags }) => flags === option.flags)) {
      const words = namesOf(command).join(" ");
      command.error(`error: ${option.long} does not go with ${words}; ${words} --help lists its options`);
    }
    const own = command.getOptionValueSource(name) === "cli" ? command.getOptionValue(name) : undefined;
    const given = kpi.getOptionValue(name);
    const value = Array.isArray(given) ? [...given, ...(own ?? [])] : (own ?? given);
    command.setOptionValueWithSource(name, value, "cli");
  }
}

/** `kpi`, `add`, `goal`: the words that call a command. */
function namesOf(command: Command): readonly string[] {
  return command.parent === null ? [command.name()] : [...namesOf(command.parent), command.name()];
}

/** What the help of a command says below its options. */
export interface Manual {
  /** Sentences, wrapped for a terminal; empty where there are none. */
  readonly notes: string;
  /** Commands to type; a long one goes on in a second line. */
  readonly examples: readonly string[];
}

const NO_MANUAL: Manual = { notes: "", examples: [] };
const manuals = new WeakMap<Command, Manual>();

/** What a command's help says below its options, for pages that are made from it. */
export function manualOf(command: Command): Manual {
  return manuals.get(command) ?? NO_MANUAL;
}

/** Puts sentences below the options of a command's help, above its examples. */
function notes(command: Command, text: string): Command {
  manuals.set(command, { notes: text, examples: manualOf(command).examples });
  return command.addHelpText("after", `\n${text}`);
}

/** Lets each example of a command's help stand on a line of its own. */
function examples(command: Command, lines: readonly string[]): Command {
  manuals.set(command, { notes: manualOf(command).notes, examples: lines });
  return command.addHelpText("after", `\nExamples:\n${lines.map((line) => `  $ ${line}`).join("\n")}\n`);
}

/** An argument that begins like a negative number; no flag does. */
const NEGATIVE = /^-[.\d]/;

/** A command that takes `-12/40` or `-5%` for a value, as commander does by itself only for `-12`. */
function takingNegatives(command: Command): Command {
  const parse = command.parseOptions.bind(command);
  command.parseOptions = (argv) => {
    const { operands, unknown } = parse(argv);
    const flag = unknown.findIndex((arg) => arg.startsWith("-") && !NEGATIVE.test(arg));
    const values = flag < 0 ? unknown : unknown.slice(0, flag);
    return { operands: [...operands, ...values], unknown: unknown.slice(values.length) };
  };
  return command;
}

const RECORD_DATES = `Without --date, the value is for today; but while a window that is over still awaits its final value, the last
day of that window is proposed: asked for on a terminal, taken and said elsewhere or with --yes. A period means its last
day. A day that has a row already, a day in the future and a value out of bounds are refused.`;

const IMPORT_NOTES = `Target phrases such as "at least 95 %", "below 5 days", "between 10 and 20" and "100 by 2030" are understood. What is
not becomes a draft that keeps the text, and is listed. Files are written all or none, and nothing is overwritten.
The fields of --map: title, id, metric, metric-title, definition, unit, better, category, cadence, aggregation, source,
link, target, target-min, target-max, baseline, baseline-date, value, date, values, timeframe, start, due, owner, goal,
goal-title, why, if-off-track, type, tags, state. "field=" leaves one out, "fill=COLUMN" gives the empty cells of a
column the one above.`;

const BLAME_NOTES = `Oldest first. Versions are compared by meaning, so moved and reformatted files are silent; an earlier id is followed.
Targets of all versions are resolved with the values of the newest one. A reason may be given in a later commit.`;

const REPORT_NOTE = `The folder holds index.html, report.json, report.md, and badges/ID.svg for a README. The page loads nothing from
anywhere, and opens from a disk, a mail or a web server. What kpi report did not write is never replaced.`;

/** The program; each command tells its exit status through `finish`. */
export function program({ finish, hostFor, terminal }: Surroundings): Command {
  const kpi = new Command("kpi")
    .description("Goals, metrics and KPIs as versioned YAML: check them, see progress, review what a change means.")
    .version(VERSION, "-V, --version", "print the version")
    .helpOption("-h, --help", "show this help")
    .showSuggestionAfterError(true)
    .enablePositionalOptions()
    .hook("preAction", handDown)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text),
      writeErr: (text) => terminal.note(text.replace(/^error: (\w?)/, (_, letter: string) => `kpi: ${letter}`)),
    });
  common(kpi, "a format of the command");
  examples(kpi, ["kpi check", "kpi check kpis/sales.kpi.yaml --smart", "kpi explain measurable/target-missing"]);

  const check = common(kpi.command("check"), "pretty, json, sarif, github, junit, gitlab, markdown")
    .description("Check shape, rules and links of all KPI files.")
    .argument("[paths...]", "files or folders whose findings are shown; links always resolve over the whole workspace")
    .addOption(new Option("--fail-on <level>", "exit 1 at this level: error, warning, info, never").default("error"))
    .option("--max-warnings <n>", "exit 1 above this many warnings")
    .option("--stdin", "check the text on standard input, in place of a file")
    .option("--stdin-filename <file>", "the file that standard input stands for")
    .option("--update-known", "record what stands today in kpi.known.json, and drop what no longer does")
    .option("--fix", "write safe fixes into the files")
    .option("--fix-dry-run", "print what --fix would change as a unified diff, and write nothing")
    .option("--since <ref>", "show only what is new since this branch left REF (a branch, tag or commit)")
    .option("--watch", "check again whenever a file changes, until Ctrl-C")
    .option("--smart", "show the SMART card of every KPI")
    .option("--timing", "print how long each phase took")
    .action(async (paths: string[], options) => {
      const { checkCommand } = await import("./commands/check.ts");
      finish(await checkCommand(paths, options, hostFor(options)));
    });
  examples(check, [
    "kpi check",
    "kpi check kpis/sales.kpi.yaml",
    "kpi check --format pretty --format sarif:kpi.sarif",
    "kpi check --fail-on warning --as-of 2026-08-15",
    "git show HEAD:kpi.yaml | kpi check --stdin --stdin-filename kpi.yaml",
  ]);

  const progress = common(kpi.command("progress"), "pretty, json, csv, markdown")
    .description("Show how every KPI and goal stands: current and target, pace, status, outlook.")
    .argument("[ids...]", "KPIs, or goals with everything below them; all by default")
    .option("--goal <id>", "only KPIs of this goal and the goals below it; repeatable", collect)
    .option("--owner <owner>", "only KPIs of this owner; repeatable", collect)
    .option("--tag <tag>", "only KPIs with this tag; repeatable", collect)
    .option("--status <status>", "only KPIs with this status; repeatable, or a list with commas", collect)
    .option(
      "--fail-on <level>",
      "exit 1 where a shown KPI is at this level or worse: at-risk, off-track (or a broken guardrail), missed (or invalid), never",
      "never",
    )
    .action(async (ids: string[], options) => {
      const { progressCommand } = await import("./commands/progress.ts");
      finish(await progressCommand(ids, options, hostFor(options)));
    });
  examples(progress, [
    "kpi progress",
    "kpi progress nps-2026 --as-of 2026-08-15",
    "kpi progress --status at-risk,off-track --format markdown",
    "kpi progress --format json:progress.json --fail-on off-track",
  ]);

  const record = common(takingNegatives(kpi.command("record")), "pretty, json")
    .description("Record a measured value of a metric, in its data file or among its inline values.")
    .argument("<metric>", "the id of the metric")
    .argument(
      "<value>",
      "a number; 12/40 for a ratio; true or false (yes, no, done) for the unit boolean; gap (with --note) where none",
    )
    .option("--date <date>", "a day (YYYY-MM-DD) or a period such as 2026-07, 2026-W31, 2026-Q3 or 2026")
    .option("--note <text>", "what should be known about this value; for a gap, why there is none")
    .option("--yes", "ask nothing")
    .option("--dry-run", "print what would change as a unified diff, and write nothing")
    .action(async (metric: string, value: string, options) => {
      const { recordCommand } = await import("./commands/record.ts");
      finish(await recordCommand(metric, value, options, hostFor(options)));
    });
  notes(record, RECORD_DATES);
  examples(record, [
    "kpi record nps 71",
    'kpi record nps 71 --date 2026-07-31 --note "Wave 3, 412 answers"',
    "kpi record conversion 12/40 --date 2026-07",
    "kpi record margin -3.5",
    'kpi record nps gap --date 2026-Q2 --note "No survey in this quarter"',
  ]);

  const add = kpi.command("add").description("Add a goal, a metric or a KPI to the file where it belongs.");
  for (const kind of ["goal", "metric", "kpi"] as const) addCommands(add, kind, { finish, hostFor });

  const init = common(kpi.command("init"), "")
    .description("Write a first KPI file, a config and a workflow for GitHub; what is there already stays as it is.")
    .option("--owner <owner>", "who answers for the first goal and KPI; default: what CODEOWNERS or git say")
    .option("--workflow", "write the workflow though no remote is on GitHub")
    .option("--no-workflow", "write no workflow")
    .option("--yes", "ask nothing")
    .option("--dry-run", "print what would be written as a unified diff, and write nothing")
    .action(async (options) => {
      const { initCommand } = await import("./commands/init.ts");
      finish(await initCommand(options, hostFor(options)));
    });
  examples(init, ["kpi init", 'kpi init --yes --owner "@ana"', "kpi init --dry-run"]);

  const importing = common(kpi.command("import"), "pretty, json")
    .description("Turn a table of indicators, OpenSLO, dbt metrics or OKRs into definition and data files.")
    .argument("<files...>", "a CSV file, OKRs as JSON, or one or more YAML files of OpenSLO or dbt")
    .addOption(
      new Option("--from <kind>", "what it is; told by .csv and .json").choices(["csv", "openslo", "dbt", "okr"]),
    )
    .option("--map <pairs>", 'which column is which: "title=Indicator,target=Target 2030"; repeatable', collect)
    .option("--out <dir>", "the folder to write to; default: kpis")
    .option("--owner <owner>", "who answers where the file names nobody")
    .option("--owners <kind>", "what plain names of owners are: teams or people")
    .option("--goal <goal>", "the id or the title of the goal of rows that name none")
    .option("--start <day>", "the first day of windows that have only an end; default: 1 January of this year")
    .option("--date <day>", "the day of values whose row names none")
    .option("--dates <order>", "how dates such as 03/04/2026 are read: dmy or mdy; told by the column where it can be")
    .option("--decimal <mark>", "how numbers are written: point or comma; told by the file where it can be")
    .option("--yes", "ask nothing")
    .option("--dry-run", "print what would be written as a unified diff, and write nothing")
    .action(async (files: string[], options) => {
      const { importCommand } = await import("./commands/import.ts");
      finish(await importCommand(files, options, hostFor(options)));
    });
  notes(importing, IMPORT_NOTES);
  examples(importing, [
    "kpi import indicators.csv --dry-run",
    'kpi import indicators.csv --map "title=Indicator name,target=Target 2030" --owner team:strategy --yes',
    "kpi import slo/*.yaml --from openslo --owner team:platform",
    "kpi import models/metrics.yml --from dbt",
    "kpi import okrs.json --from okr --owners people",
  ]);

  const exporting = common(kpi.command("export"), "")
    .description("Print all KPIs for spreadsheets, all definitions and values for programs, or service levels.")
    .addOption(new Option("--to <form>", "what to export to").choices(["csv", "json", "openslo"]))
    .option("-o, --output <file>", "write to this file instead of standard output")
    .action(async (options) => {
      const { exportCommand } = await import("./commands/export.ts");
      finish(await exportCommand(options, hostFor(options)));
    });
  examples(exporting, [
    "kpi export --to csv > kpis.csv",
    "kpi export --to json --as-of 2026-08-15",
    "kpi export --to openslo --output slo.yaml",
  ]);

  const diff = common(kpi.command("diff"), "pretty, json, markdown")
    .description("Show what changes in meaning between two versions: targets, deadlines, data, rules, and why.")
    .argument("[base]", "a branch, tag, commit or folder; default: where this branch left the default one")
    .argument("[head]", "a branch, tag, commit or folder; default: the working tree")
    .option("--direct", "compare with BASE itself, not with the commit where HEAD left it")
    .addOption(new Option("--fail-on <level>", "exit 1 at this level: eased, warning, error, never").default("error"))
    .action(async (base: string | undefined, head: string | undefined, options) => {
      const { diffCommand } = await import("./commands/diff.ts");
      finish(await diffCommand(base ?? null, head ?? null, options, hostFor(options)));
    });
  examples(diff, [
    "kpi diff",
    "kpi diff v1.2 HEAD --as-of 2026-08-15",
    "kpi diff ./before ./after --direct",
    "kpi diff --fail-on eased --format pretty --format json:changes.json",
  ]);

  const graph = common(kpi.command("graph"), "mermaid, dot, json")
    .description("Draw goals, KPIs, metrics and their links.")
    .argument("[ids...]", "goals, KPIs or metrics: only what is linked with them; all by default")
    .action(async (ids: string[], options) => {
      const { graphCommand } = await import("./commands/graph.ts");
      finish(await graphCommand(ids, options, hostFor(options)));
    });
  examples(graph, ["kpi graph", "kpi graph nps-2026", "kpi graph --format dot:kpis.dot"]);

  const fmt = common(kpi.command("fmt"), "")
    .description("Write definition files in their canonical order and spacing; comments stay.")
    .argument("[paths...]", "files or folders; all definition files by default")
    .option("--check", "write nothing; list the files that would change and exit with 1")
    .action(async (paths: string[], options) => {
      const { fmtCommand } = await import("./commands/fmt.ts");
      finish(await fmtCommand(paths, options, hostFor(options)));
    });
  examples(fmt, ["kpi fmt", "kpi fmt --check kpis"]);

  const rules = common(kpi.command("rules"), "pretty, json")
    .description("List every rule, its level here and where that was set.")
    .action(async (options) => {
      const { rulesCommand } = await import("./commands/rules.ts");
      finish(await rulesCommand(options, hostFor(options)));
    });
  examples(rules, ["kpi rules", "kpi rules --format json"]);

  const explain = common(kpi.command("explain"), "pretty, json (json for goals, metrics and KPIs)")
    .description("Show a rule's page, or everything about a goal, metric or KPI, its progress step by step.")
    .argument("<rule or id>", "a rule id such as data/stale, or the id of a goal, metric or KPI")
    .action(async (topic: string, options) => {
      const { explainCommand } = await import("./commands/explain.ts");
      finish(await explainCommand(topic, options, hostFor(options)));
    });
  examples(explain, ["kpi explain measurable/target-unreadable", "kpi explain nps-2026 --as-of 2026-08-15"]);

  const report = common(kpi.command("report"), "")
    .description("Write a page that shows where every goal and KPI stands, why, and what needs attention.")
    .option(
      "-o, --output <dir>",
      "the folder to write, kpi-report by default; with --single-file, the file, kpi-report.html by default",
    )
    .option("--single-file", "write one HTML file, without report.json, report.md and badges")
    .option("--locale <tag>", "how numbers and dates are written, such as en-GB or de; default: en")
    .option("--title <text>", "the title of the report")
    .action(async (options) => {
      const { reportCommand } = await import("./commands/report.ts");
      finish(await reportCommand(options, hostFor(options)));
    });
  notes(report, REPORT_NOTE);
  examples(report, [
    "kpi report",
    'kpi report -o public --title "Clinic software, 2026" --locale en-GB',
    "kpi report --single-file -o kpis.html --as-of 2026-08-15",
  ]);

  const blame = common(kpi.command("blame"), "pretty, json")
    .description("Tell the life of a KPI from git: every change of its promise, by whom and why, and the drift.")
    .argument("<id>", "the id of a KPI; one that was deleted since will do")
    .option("--ref <ref>", "up to this branch, tag or commit; default: HEAD and what is not committed yet")
    .action(async (id: string, options) => {
      const { blameCommand } = await import("./commands/blame.ts");
      finish(await blameCommand(id, options, hostFor(options)));
    });
  notes(blame, BLAME_NOTES);
  examples(blame, ["kpi blame nps-2026", "kpi blame nps-2026 --ref v1.2 --format json"]);

  const config = common(kpi.command("config"), "pretty, json")
    .description("Show the settings that hold here, each with its origin.")
    .action(async (options) => {
      const { configCommand } = await import("./commands/config.ts");
      finish(await configCommand(options, hostFor(options)));
    });
  examples(config, ["kpi config", "kpi config --format json"]);

  const schema = common(kpi.command("schema"), "", false)
    .description("Print the JSON Schema for editors.")
    .option("--workspace", "with the ids of this workspace, so that an editor completes them")
    .option("--config", "the schema of kpi.config.yaml instead")
    .action(async (options) => {
      const { schemaCommand } = await import("./commands/schema.ts");
      finish(
        await schemaCommand({ ...options, config: undefined, configSchema: options.config === true }, hostFor(options)),
      );
    });
  examples(schema, ["kpi schema > kpi.schema.json", "kpi schema --workspace > .kpi.schema.json"]);

  const completion = common(kpi.command("completion"), "")
    .description("Print a script that lets a shell complete commands, options and ids.")
    .argument("[shell]", "bash, zsh or fish")
    .addOption(new Option("--ids <kind>", "print ids of this kind").hideHelp())
    .action(async (shell: string | undefined, options) => {
      const { completionCommand } = await import("./commands/completion.ts");
      finish(await completionCommand(shell, options, kpi, hostFor(options)));
    });
  examples(completion, [
    'eval "$(kpi completion bash)"',
    'eval "$(kpi completion zsh)"',
    "kpi completion fish > ~/.config/fish/completions/kpi.fish",
  ]);

  const lsp = common(kpi.command("lsp"), "")
    .description("Serve an editor as a language server on standard input and output.")
    .option("--stdio", "use standard input and output, as it always does; editors add this flag")
    .addOption(new Option("--clientProcessId <pid>", "the editor's process, with which the server ends").hideHelp())
    .action(async (options) => {
      const { lspCommand } = await import("./lsp/command.ts");
      finish(await lspCommand(options, hostFor(options)));
    });
  examples(lsp, ["kpi lsp"]);
  return kpi;
}

const ADD_EXAMPLES = {
  goal: ['kpi add goal happy-customers --title "Customers stay because they are happy" --owner "@ceo"'],
  metric: ['kpi add metric nps --title "Net Promoter Score" --unit points --cadence quarterly'],
  kpi: [
    'kpi add kpi nps-2026 --title "Net Promoter Score of 75 in 2026" --goal happy-customers --metric nps \\\n' +
      '      --owner "@cx-lead" --timeframe 2026 --baseline 62 --target 75',
    'kpi add kpi --draft --title "Answer faster"',
  ],
} as const;

/** `kpi add goal`, `kpi add metric` and `kpi add kpi`: a flag for each of their parts. */
function addCommands(
  add: Command,
  kind: keyof typeof ADD_EXAMPLES,
  { finish, hostFor }: Pick<Surroundings, "finish" | "hostFor">,
): void {
  const name = kind === "kpi" ? "KPI" : kind;
  const command = common(add.command(kind), "pretty, json")
    .description(`Add a ${name}: asks for its parts one by one on a terminal, for those that no flag gives.`)
    .argument("[id]", "its id, such as nps-2026; by default made from the title");
  for (const field of ADD_FIELDS[kind]) command.option(`${flagOf(field)} <${field.value}>`, field.help);
  command.option("--file <file>", "the file to add it to; by default the one with its like");
  if (kind !== "metric") command.option("--draft", "write it down as a draft; a KPI then needs a title only");
  command
    .option("--yes", "take what is proposed for parts that are not given")
    .option("--dry-run", "print what would change as a unified diff, and write nothing")
    .action(async (id: string | undefined, options) => {
      const { addCommand } = await import("./commands/add.ts");
      finish(await addCommand(kind, id, options, hostFor(options)));
    });
  examples(command, [`kpi add ${kind}`, ...ADD_EXAMPLES[kind]]);
}
