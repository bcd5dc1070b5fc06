/** Loads the rules of plug-ins: the only code of others that ever runs, and only where the repository's config names it. */

import * as path from "node:path";
import { pathToFileURL } from "node:url";
import { CONFIG_FILE } from "../config/load.ts";
import type { Config } from "../config/resolve.ts";
import type { Problem } from "../findings/finding.ts";
import { findUpward, kindOf, staysInside } from "../host/files.ts";
import { customRules } from "../rules/custom.ts";
import type { Rule } from "../rules/define.ts";

/** Known rules, then those of plug-ins; a plug-in with a problem gives none. */
export interface LoadedPlugins {
  readonly rules: readonly Rule[];
  /** Each is `config/invalid` with the message id `plugin`, at the plug-in's name. */
  readonly problems: readonly Problem[];
}

/** Loads the modules that a config names, in order. */
export async function loadPlugins(config: Config, root: string, known: readonly Rule[]): Promise<LoadedPlugins> {
  const rules = [...known];
  const problems: Problem[] = [];
  const file = config.entries.find(({ key }) => key === "plugins")?.origin ?? CONFIG_FILE;
  for (const [index, reference] of config.plugins.entries()) {
    const found = await rulesOf(reference, root, new Set(rules.map((rule) => rule.id)));
    if (!("message" in found)) {
      rules.push(...found);
      continue;
    }
    const { message, instead } = found;
    problems.push({
      ruleId: "config/invalid",
      messageId: "plugin",
      message,
      place: { file, document: 0, path: ["plugins", index], at: "value" },
      entity: null,
      suggestions: instead === undefined ? [] : [{ title: `Write ${instead}`, replace: instead }],
    });
  }
  return { rules, problems };
}

/** Why a plug-in gives no rules, and a reference that would. */
interface Failure {
  readonly message: string;
  readonly instead?: string;
}

async function rulesOf(
  reference: string,
  root: string,
  taken: ReadonlySet<string>,
): Promise<readonly Rule[] | Failure> {
  const isPath = reference.startsWith(".");
  const file = isPath ? path.resolve(root, reference) : packageEntry(reference, root);
  if (file === null || kindOf(file) !== "file") return notFound(reference, root, isPath);
  if (isPath && !staysInside(root, file)) {
    const advice = "keep it in the folder of the config or below it";
    return { message: `The plug-in ${reference} lies outside the workspace; ${advice}.` };
  }
  let exported: Readonly<Record<string, unknown>>;
  try {
    exported = await import(pathToFileURL(file).href);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { message: `The plug-in ${reference} cannot be loaded: ${reason}` };
  }
  const found = customRules(exported, taken);
  return typeof found === "string" ? { message: `The plug-in ${reference} cannot be used: ${found}.` } : found;
}

function notFound(reference: string, root: string, isPath: boolean): Failure {
  if (isPath) {
    return { message: `There is no plug-in file ${reference}; write its path from the folder of ${CONFIG_FILE} on.` };
  }
  const instead = `./${reference}`;
  if (kindOf(path.resolve(root, instead)) === "file") {
    return { message: `There is no package ${reference}; did you mean ${instead}?`, instead };
  }
  return { message: `There is no package ${reference}; install it, or write a path that begins with ./.` };
}

/** The module of an installed package, or of a file in it. */
function packageEntry(reference: string, root: string): string | null {
  const home = findUpward(root, path.join("node_modules", reference), null);
  if (home === null || reference.split("/").includes("..")) return null;
  const found = path.join(home, "node_modules", reference);
  if (kindOf(found) === "file") return found;
  for (const entry of ["index.mjs", "index.js"])
    if (kindOf(path.join(found, entry)) === "file") return path.join(found, entry);
  return null;
}
