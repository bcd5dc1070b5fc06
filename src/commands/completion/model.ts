/** What can be completed, read from the program itself, so that no script goes stale. */

import type { Command, Option } from "commander";
import { verdicts } from "../../changes/verdicts/index.ts";
import { STATUSES } from "../../progress/status.ts";
import { rules } from "../../rules/index.ts";
import { ADD_FIELDS, flagOf } from "../add/fields.ts";
import { wordsFor } from "../add/proposals.ts";
import { EXPORT_FORMS } from "../export.ts";
import type { IdKind } from "./ids.ts";

/** What may stand in one place. `free` is text that nobody can complete. */
export type Values =
  | { readonly kind: "words"; readonly words: readonly string[] }
  | { readonly kind: "ids"; readonly of: IdKind; readonly words: readonly string[] }
  | { readonly kind: "files" }
  | { readonly kind: "folders" }
  | { readonly kind: "free" };

export interface OptionModel {
  /** `--format`, and `-C` where there is one. */
  readonly flags: readonly string[];
  readonly description: string;
  /** Null for a flag without a value. */
  readonly values: Values | null;
}

export interface CommandModel {
  /** Its words, such as `add kpi`; empty for the program. */
  readonly path: string;
  readonly description: string;
  readonly options: readonly OptionModel[];
  /** What its arguments are, in order; the last one repeats where `repeats` says so. */
  readonly args: readonly Values[];
  readonly repeats: boolean;
  /** The words that may follow. */
  readonly commands: readonly { readonly name: string; readonly description: string }[];
}

const FILES: Values = { kind: "files" };
const FOLDERS: Values = { kind: "folders" };
const FREE: Values = { kind: "free" };
const ids = (of: IdKind, words: readonly string[] = []): Values => ({ kind: "ids", of, words });
const words = (...list: readonly string[]): Values => ({ kind: "words", words: list });

/** By what stands for a value in the help; those that name ids are told apart by their flag. */
const PLACEHOLDERS: Readonly<Record<string, Values>> = {
  dir: FOLDERS,
  file: FILES,
  files: FILES,
  paths: FILES,
  output: FILES,
  metric: ids("metric"),
  goal: ids("goal"),
  owner: ids("owner"),
  "rule or id": ids(
    "any",
    [...rules, ...verdicts].map(({ id }) => id),
  ),
  status: words(...STATUSES),
  shell: words("bash", "zsh", "fish"),
  day: FREE,
  date: FREE,
  text: FREE,
  n: FREE,
  name: FREE,
  ref: FREE,
  base: FREE,
  head: FREE,
  tag: FREE,
  value: FREE,
  pairs: FREE,
  mark: words("point", "comma"),
  order: words("dmy", "mdy"),
  url: FREE,
  unit: FREE,
  target: FREE,
  baseline: FREE,
  timeframe: FREE,
  type: words("leading", "lagging", "input", "output"),
};

/** Places whose placeholder does not tell: by command and flag, or by command and argument. */
const PLACES: Readonly<Record<string, Values>> = {
  "check --fail-on": words("error", "warning", "info", "never"),
  "diff --fail-on": words("eased", "warning", "error", "never"),
  "progress --fail-on": words("off-track", "at-risk", "missed", "never"),
  "progress --goal": ids("goal"),
  "progress ids": ids("scored"),
  "graph ids": ids("any"),
  "blame id": ids("kpi"),
  "add kpi --goal": ids("goal"),
  "add kpi --metric": ids("metric"),
  "add goal --parent": ids("goal"),
  "add goal id": FREE,
  "add metric id": FREE,
  "add kpi id": FREE,
  "import --from": words("csv", "openslo", "dbt", "okr"),
  "import --owners": words("teams", "people"),
  "export --to": words(...EXPORT_FORMS),
  "report --output": FOLDERS,
};

/** What may stand behind a flag or as an argument; null where nothing is known of it, which tests forbid. */
export function valuesAt(path: string, name: string, placeholder: string, description: string): Values | null {
  const known = PLACES[`${path} ${name}`] ?? fieldWords(path, name);
  if (known !== null && known !== undefined) return known;
  if (name === "--format") return words(...formatsIn(description));
  return PLACEHOLDERS[placeholder] ?? null;
}

/** The words that the format lists for a part of a goal, metric or KPI. */
function fieldWords(path: string, name: string): Values | null {
  const kind = /^add (goal|metric|kpi)$/.exec(path)?.[1] as keyof typeof ADD_FIELDS | undefined;
  const field = kind === undefined ? undefined : ADD_FIELDS[kind].find((one) => flagOf(one) === name);
  if (kind === undefined || field?.form !== "word") return null;
  return words(...wordsFor(kind, field).words.map(({ word }) => word));
}

/** The formats that the help of a command lists before anything else. */
function formatsIn(description: string): readonly string[] {
  const [list = ""] = description.split(/[;(]/, 1);
  return list
    .split(/,\s*/)
    .map((word) => word.trim())
    .filter((word) => /^[a-z]+$/.test(word));
}

/** Every command of a program, itself first; commands without a description are not for people. */
export function modelOf(program: Command): readonly CommandModel[] {
  const models: CommandModel[] = [];
  const visit = (command: Command, path: string): void => {
    models.push(commandModel(command, path));
    for (const inner of command.commands) visit(inner, `${path} ${inner.name()}`.trim());
  };
  visit(program, "");
  return models;
}

function commandModel(command: Command, path: string): CommandModel {
  const args = command.registeredArguments;
  return {
    path,
    description: command.description(),
    options: [...command.options.filter(({ hidden }) => !hidden).map((option) => optionModel(option, path)), HELP],
    args: args.map((argument) => {
      const choices = argument.argChoices;
      if (choices !== undefined) return words(...choices);
      return valuesAt(path, argument.name(), argument.name(), argument.description) ?? FREE;
    }),
    repeats: args.at(-1)?.variadic === true,
    commands: command.commands.map((inner) => ({ name: inner.name(), description: inner.description() })),
  };
}

const HELP: OptionModel = { flags: ["-h", "--help"], description: "show help", values: null };

function optionModel(option: Option, path: string): OptionModel {
  const { short, long, description, argChoices } = option;
  const flags = [short, long].filter((flag) => flag !== undefined);
  if (!option.required && !option.optional) return { flags, description, values: null };
  const placeholder = /[<[]([^\]>]+)[\]>]/.exec(option.flags)?.[1]?.replace(/\.\.\.$/, "") ?? "";
  const values =
    argChoices === undefined
      ? (valuesAt(path, long ?? short ?? "", placeholder, description) ?? FREE)
      : words(...argChoices);
  return { flags, description, values };
}
