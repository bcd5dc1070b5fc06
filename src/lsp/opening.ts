/** Opens one workspace for an editor: like a command does, with the texts of open documents in place of files. */

import * as path from "node:path";
import { isDefinitionFile } from "../commands/definition-files.ts";
import type { CommonOptions, Host } from "../commands/host.ts";
import { openProject, type Project, readProject } from "../commands/open.ts";
import type { Watchable } from "../commands/watched.ts";
import { CONFIG_FILE, type ConfigSource, loadConfig, withoutUnknownRules } from "../config/load.ts";
import type { Config } from "../config/resolve.ts";
import { KNOWN_FILE, type KnownFile, readKnown } from "../engine/known-file.ts";
import type { Problem } from "../findings/finding.ts";
import { kindOf, relativeTo, walk } from "../host/files.ts";
import { globMatcher } from "../host/glob.ts";
import type { Rule } from "../rules/define.ts";
import { EditedData } from "./edited-data.ts";

/** A workspace with what its checks need. */
export interface OpenedRoot extends Watchable {
  readonly data: EditedData;
  readonly config: Config;
  readonly rules: readonly Rule[];
  readonly matches: (globs: readonly string[], file: string) => boolean;
  readonly textOf: (file: string) => string | null;
  readonly known: KnownFile;
  /** What is wrong with the config or kpi.known.json. */
  readonly wrong: readonly Problem[];
  /** The config and what it extends, relative to the root. */
  readonly configs: readonly string[];
  /** Whether a file (relative to the root) is a definition file by its name. */
  readonly accepts: (file: string) => boolean;
}

export interface OpeningInput {
  readonly options: CommonOptions;
  readonly host: Host;
  /** The text of an open document, by its absolute path. */
  readonly edited: (file: string) => string | undefined;
  /** Open documents inside the root, absolute. */
  readonly openFiles: (root: string) => readonly string[];
}

/** A project whose files are not read yet. */
interface Prepared {
  readonly project: Project;
  readonly wrong: readonly Problem[];
  readonly known: KnownFile;
  readonly accepts: (file: string) => boolean;
  readonly list: () => readonly string[];
}

/** What a config says, before any definition file is read. */
export async function prepareRoot(root: string, input: OpeningInput): Promise<Prepared> {
  const { project, problems, config } = await configured(root, input);
  const matches = globMatcher();
  const accepts = (file: string): boolean => isDefinitionFile(file, config, matches);
  const list = (): readonly string[] => {
    const found = walk(root, { accept: accepts, boundary: CONFIG_FILE, respectGitIgnore: true });
    const unsaved = input
      .openFiles(root)
      .filter((file) => kindOf(file) === "missing")
      .map((file) => relativeTo(root, file));
    return [...new Set([...found, ...unsaved.filter(accepts)])].sort();
  };
  const knownText = input.edited(path.join(root, KNOWN_FILE)) ?? project.textOf(KNOWN_FILE);
  if (knownText !== null) project.texts.set(KNOWN_FILE, knownText);
  const known = readKnown(knownText);
  return {
    project: { ...project, config, matches, shows: () => true, files: list() },
    wrong: [...problems, ...known.problems],
    known,
    accepts,
    list,
  };
}

/** Reads the definition files. */
export async function openRoot(root: string, prepared: Prepared, input: OpeningInput): Promise<OpenedRoot> {
  const { project, wrong, known, accepts, list } = prepared;
  const data = new EditedData(root, input.edited);
  const instead = new Map<string, string>();
  for (const file of project.files) {
    const text = input.edited(path.join(root, file));
    if (text !== undefined) instead.set(file, text);
  }
  const options = { ...input.options, quiet: true };
  const { contributions, texts } = await readProject(project, options, input.host, instead, new Map(), data.read);
  return {
    root,
    settings: project.config.settings,
    files: project.files,
    contributions,
    texts,
    data,
    // What is open differs from what is on disk, which is no reason to read it again.
    configFiles: project.configFiles
      .map((file) => path.resolve(root, file))
      .filter((file) => input.edited(file) === undefined),
    configs: project.configFiles,
    list: async () => list(),
    config: project.config,
    rules: project.rules,
    matches: project.matches,
    textOf: project.textOf,
    known,
    wrong,
    accepts,
  };
}

/** A text that is the same for configs that mean the same. */
export function meaningOf({ project: { config }, known }: Prepared): string {
  return JSON.stringify([config, known.entries], (_, value: unknown) => (value instanceof Map ? [...value] : value));
}

/** The project with its config as it stands in the editor. Plug-ins are those that the saved one names. */
async function configured(root: string, input: OpeningInput) {
  const project = await openProject([], input.options, input.host, root);
  const edited = (file: string): string | undefined => input.edited(path.resolve(root, file));
  const isNew = project.configFile === null && edited(CONFIG_FILE) !== undefined;
  const files = isNew ? [CONFIG_FILE] : project.configFiles;
  if (!files.some((file) => edited(file) !== undefined && edited(file) !== project.texts.get(file))) {
    return { project, config: project.config, problems: project.configProblems };
  }
  const source: ConfigSource = {
    read: (file) => {
      const text = edited(file) ?? project.configSource.read(file);
      if (text !== null) project.texts.set(file, text);
      return text;
    },
    resolve: (from, reference) => project.configSource.resolve(from, reference),
  };
  const { config, problems } = await loadConfig(project.configFile ?? CONFIG_FILE, source, project.rules);
  const failures = project.configProblems.filter(({ messageId }) => messageId === "plugin");
  const hasForeignRules = failures.length > 0 || (config.plugins.length > 0 && input.options.plugins === false);
  const kept = hasForeignRules ? withoutUnknownRules(problems) : problems;
  // Nothing else has been read yet.
  const configFiles = [...project.texts.keys()];
  const settings = { ...config.settings, year: project.config.settings.year };
  return {
    project: { ...project, configFile: project.configFile ?? CONFIG_FILE, configFiles },
    config: { ...config, settings },
    problems: [...kept, ...failures],
  };
}
