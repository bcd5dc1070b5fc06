/** Opens a workspace from texts in memory: examples, tests and users of the library need no folder. */

import { CONFIG_FILE, type ConfigSource, isConfigFile, loadConfig } from "../config/load.ts";
import type { Config } from "../config/resolve.ts";
import type { Problem } from "../findings/finding.ts";
import type { Configurable } from "../rules/define.ts";
import { extname, joined } from "../text/path.ts";
import { loadWorkspace } from "../workspace/load.ts";
import type { Workspace } from "../workspace/model.ts";
import { KNOWN_FILE, type KnownFile, readKnown } from "./known-file.ts";

/** Texts by path, with `/`: definition files, data files, kpi.config.yaml and kpi.known.json. */
export type Files = Readonly<Record<string, string>>;

/** Files that were read as one workspace. */
export interface InMemory {
  readonly config: Config;
  /** Null where there is none. */
  readonly configFile: string | null;
  /** The config and what it extends. */
  readonly configFiles: readonly string[];
  readonly known: KnownFile;
  /** What is wrong with the config or with kpi.known.json; then nothing else can be trusted. */
  readonly problems: readonly Problem[];
  readonly workspace: Workspace;
  readonly textOf: (file: string) => string | null;
}

export interface OpenFilesOptions {
  /** Whether globs match a file; without it `include` and `exclude` of the config are not looked at. */
  readonly matches?: (globs: readonly string[], file: string) => boolean;
  /** The year that a label without one probably means; see `Settings`. */
  readonly year?: number;
}

/**
 * Reads files in memory. Every YAML file that is no config is a definition file, unless the config chooses others.
 * Never throws on content.
 */
export async function openFiles(
  files: Files,
  rules: readonly Configurable[],
  { matches, year }: OpenFilesOptions = {},
): Promise<InMemory> {
  const texts = new Map(Object.entries(files));
  const textOf = (file: string): string | null => texts.get(file) ?? null;
  const configFiles: string[] = [];
  const source: ConfigSource = {
    read: (file) => {
      const text = textOf(file);
      if (text !== null) configFiles.push(file);
      return text;
    },
    resolve: (from, reference) => {
      const file = joined(from, reference);
      return file !== null && texts.has(file) ? file : null;
    },
  };
  const configFile = texts.has(CONFIG_FILE) ? CONFIG_FILE : null;
  const { config: stated, problems } = await loadConfig(configFile, source, rules);
  const config = year === undefined ? stated : { ...stated, settings: { ...stated.settings, year } };
  const { include, exclude } = config;
  const known = readKnown(textOf(KNOWN_FILE));
  const isDefinition = (file: string): boolean => {
    if (!/^ya?ml$/.test(extname(file)) || isConfigFile(file) || config.files.includes(file)) return false;
    if (matches === undefined) return true;
    return (include === null || matches(include, file)) && !matches(exclude, file);
  };
  const workspace = await loadWorkspace({
    files: [...texts].filter(([file]) => isDefinition(file)).map(([path, text]) => ({ path, text })),
    settings: config.settings,
    readData: (from, named, optional) => {
      const path = joined(from, named);
      const text = path === null ? null : textOf(path);
      if (path !== null && text !== null) return { ok: true, path, text, badByte: null };
      if (optional) return null;
      return { ok: false, reason: path === null ? "outside" : "missing", nearest: null, detail: "" };
    },
  });
  return { config, configFile, configFiles, known, problems: [...problems, ...known.problems], workspace, textOf };
}
