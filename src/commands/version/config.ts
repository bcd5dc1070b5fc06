/** Which files belonged to a workspace in a commit: its own config says so. */

import * as path from "node:path";
import { CONFIG_FILE, type ConfigSource, loadConfig } from "../../config/load.ts";
import type { Config } from "../../config/resolve.ts";
import type { Problem } from "../../findings/finding.ts";
import { decodeBytes } from "../../host/files.ts";
import { listTree } from "../../host/git.ts";
import { blobId } from "../../host/git-blobs.ts";
import type { GitFolder } from "../../host/git-folder.ts";
import { rules } from "../../rules/index.ts";
import { MAX_YAML_BYTES } from "../../text/yaml.ts";
import { answerOf } from "../answer.ts";
import { isDefinitionFile, matcherFor } from "../definition-files.ts";
import { UsageError } from "../errors.ts";
import type { VersionContext } from "../version.ts";

/** A config as a commit has it. */
export interface ConfigAt {
  readonly config: Config;
  /** Relative to the root; null for none. */
  readonly file: string | null;
  /** The config and what it extends, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** What is wrong with them. */
  readonly problems: readonly Problem[];
}

/** Tells definition files by their path relative to the root. */
export async function accepts(config: Config, { paths }: Pick<GitFolder, "paths">): Promise<(file: string) => boolean> {
  const matches = await matcherFor(config.include !== null || config.exclude.length > 0);
  const nested = paths.flatMap((file) =>
    file.endsWith(`/${CONFIG_FILE}`) ? [file.slice(0, -CONFIG_FILE.length)] : [],
  );
  return (file) =>
    isDefinitionFile(file, config, matches) &&
    !file.split("/").includes("node_modules") &&
    !nested.some((other) => file.startsWith(other));
}

type ConfigContext = Omit<VersionContext, "settings">;

/** The config that held then. Rules of plug-ins are not known to it, and nobody's mistake. */
export async function configAt(context: ConfigContext): Promise<ConfigAt> {
  const { folder, head } = context;
  const file = head.configFile ?? CONFIG_FILE;
  const isThere = folder.find(file).kind === "file";
  // A config that was named with --config and is not part of the workspace holds for both versions.
  if (!isThere && file !== CONFIG_FILE) {
    return { config: head.config, file: head.configFile, texts: new Map(), problems: [] };
  }
  const texts = new Map<string, string | null>();
  for (;;) {
    const wanted = new Set<string>();
    const source = configSource(texts, wanted, head.configSource);
    const { config, problems } = await loadConfig(isThere ? file : null, source, rules);
    if (wanted.size === 0) {
      const found = [...texts].flatMap(([path, text]) => (text === null ? [] : [[path, text] as const]));
      const isTold = ({ ruleId }: Problem): boolean => config.plugins.length === 0 || ruleId !== "config/unknown-rule";
      return { config, file: isThere ? file : null, texts: new Map(found), problems: problems.filter(isTold) };
    }
    for (const missing of wanted) texts.set(missing, await textAt(missing, context));
  }
}

/** Reads from `texts`; what it lacks is noted in `wanted`. Packages are not part of a commit, so they come from disk. */
function configSource(
  texts: ReadonlyMap<string, string | null>,
  wanted: Set<string>,
  disk: ConfigSource,
): ConfigSource {
  const packages = new Set<string>();
  return {
    read: (file) => {
      if (packages.has(file)) return disk.read(file);
      const text = texts.get(file);
      if (text === undefined) wanted.add(file);
      return text ?? null;
    },
    resolve: (from, reference) => {
      if (!packages.has(from) && (reference.startsWith("./") || reference.startsWith("../"))) {
        return path.posix.join(path.posix.dirname(from), reference);
      }
      const file = disk.resolve(from, reference);
      if (file !== null) packages.add(file);
      return file;
    },
  };
}

/** The text of a config file, also of one above the root but inside the repository; null where there is none. */
export async function textAt(
  file: string,
  { repository, commit, folder, head }: ConfigContext,
): Promise<string | null> {
  const found = folder.find(file);
  let oid = found.kind === "file" ? found.oid : null;
  if (file.startsWith("../")) {
    const place = path.posix.join(repository.prefix, file);
    const [entry] = place.startsWith("../") ? [] : answerOf(await listTree(repository, commit, place));
    oid = entry?.kind === "file" ? entry.oid : null;
  }
  if (oid === null) return null;
  const now = head.configSource.read(file);
  if (now !== null && blobId(Buffer.from(now), oid) === oid) return now;
  const failed = await folder.read([oid], MAX_YAML_BYTES);
  if (failed !== null) throw new UsageError(failed.message);
  const content = folder.content(oid);
  return content === null ? null : decodeBytes(content).text;
}
