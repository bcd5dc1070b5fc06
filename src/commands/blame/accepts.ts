/** Which files were definition files in each commit of a history: the config of that commit says so. */

import { CONFIG_FILE, type ConfigSource, loadConfig } from "../../config/load.ts";
import type { Config } from "../../config/resolve.ts";
import { decodeBytes } from "../../host/files.ts";
import type { Repository } from "../../host/git.ts";
import { eachContent } from "../../host/git-contents.ts";
import type { GlobTest } from "../../host/glob.ts";
import { MAX_YAML_BYTES } from "../../text/yaml.ts";
import { isDefinitionFile } from "../definition-files.ts";
import { UsageError } from "../errors.ts";

/** Configs of one commit: their contents by path. */
export type ConfigFiles = ReadonlyMap<string, string>;

/** Configs of all commits, before they are read. */
export interface AcceptsInput {
  readonly repository: Repository;
  /** The contents that the root's config had in any commit. */
  readonly oids: ReadonlySet<string>;
  /** The newest config; it holds for all commits where it was named on the command line. */
  readonly config: Config;
  readonly isNamed: boolean;
  /** Where what a config extends is read: as it is now. */
  readonly source: ConfigSource;
}

/** Tells definition files of any commit. */
export class Accepts {
  readonly #byConfig: ReadonlyMap<string | null, GlobTest>;
  readonly #named: GlobTest | null;
  #last: { readonly configs: ConfigFiles; readonly test: GlobTest } | null = null;

  private constructor(byConfig: ReadonlyMap<string | null, GlobTest>, named: GlobTest | null) {
    this.#byConfig = byConfig;
    this.#named = named;
  }

  static async read({ repository, oids, config, isNamed, source }: AcceptsInput): Promise<Accepts> {
    const { globMatcher } = await import("../../host/glob.ts");
    const matches = globMatcher();
    const testOf = (own: Config): GlobTest => {
      return (file) => isDefinitionFile(file, own, matches) && !file.split("/").includes("node_modules");
    };
    if (isNamed) return new Accepts(new Map(), testOf(config));
    const texts = new Map<string, string>();
    const failed = await eachContent(repository, oids, MAX_YAML_BYTES, (oid, content) =>
      texts.set(oid, content === null ? "" : decodeBytes(content).text),
    );
    if (failed !== null) throw new UsageError(failed.message);
    const tests = new Map<string | null, GlobTest>();
    tests.set(null, testOf((await loadConfig(null, source, [])).config));
    for (const [oid, text] of texts) {
      const read = (file: string): string | null => (file === CONFIG_FILE ? text : source.read(file));
      const loaded = await loadConfig(CONFIG_FILE, { read, resolve: source.resolve }, []);
      tests.set(oid, testOf(loaded.config));
    }
    return new Accepts(tests, null);
  }

  /** Whether a file belonged to the workspace in any commit. */
  ever(file: string): boolean {
    if (this.#named !== null) return this.#named(file);
    for (const test of this.#byConfig.values()) if (test(file)) return true;
    return false;
  }

  /** The test that held under the configs of one commit; folders with one of their own are other workspaces. */
  under(configs: ConfigFiles): GlobTest {
    if (this.#last?.configs === configs) return this.#last.test;
    const own = this.#named ?? this.#byConfig.get(configs.get(CONFIG_FILE) ?? null) ?? (() => false);
    const others = [...configs.keys()].flatMap((file) =>
      file === CONFIG_FILE ? [] : [file.slice(0, -CONFIG_FILE.length)],
    );
    const test = (file: string): boolean => own(file) && !others.some((folder) => file.startsWith(folder));
    this.#last = { configs, test };
    return test;
  }
}
