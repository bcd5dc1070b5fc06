/** Documents that cannot be parsed while somebody writes: what is wrong with them, and nothing else. */

import { Locator, locate } from "../engine/locate.ts";
import { grade, Levels } from "../engine/run.ts";
import type { Finding } from "../findings/finding.ts";
import { MAX_YAML_BYTES } from "../text/yaml.ts";
import { parseDocuments } from "../text/yaml-events.ts";
import { assemble } from "../workspace/load.ts";
import { readFile } from "../workspace/read-file.ts";
import type { OpenedRoot } from "./opening.ts";

const SYNTAX = "yaml/syntax";

/** Whether some document of a text cannot be parsed. */
export function isBroken(text: string): boolean {
  return text.length <= MAX_YAML_BYTES && parseDocuments(text).broken.length > 0;
}

export class Broken {
  readonly #files = new Map<string, readonly Finding[]>();

  has(file: string): boolean {
    return this.#files.has(file);
  }

  get findings(): readonly Finding[] {
    return [...this.#files.values()].flat();
  }

  /** Takes the text of a document that cannot be parsed. */
  async put(file: string, text: string, { settings, config, rules, matches }: OpenedRoot): Promise<void> {
    const { problems } = await readFile({ path: file, text }, settings);
    const workspace = await assemble([], { settings });
    const input = { workspace, config, rules, matches, asOf: 0, asOfGiven: false };
    const graded = grade(
      problems.filter(({ ruleId }) => ruleId === SYNTAX),
      new Levels(input),
    );
    const textOf = (): string => text;
    this.#files.set(file, locate(graded, textOf, rules, new Locator(textOf, rules)));
  }

  /** True where the document was broken. */
  delete(file: string): boolean {
    return this.#files.delete(file);
  }

  get isEmpty(): boolean {
    return this.#files.size === 0;
  }
}
