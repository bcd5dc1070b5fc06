/** Loads the rules of plug-ins: the only code of others that ever runs, and only where the repository's config names it. */

import * as path from "node:path";
import { pathToFileURL } from "node:url";
import { findUpward, kindOf, staysInside } from "../host/files.ts";
import { customRules } from "../rules/custom.ts";
import type { Rule } from "../rules/define.ts";
import { ConfigError } from "./errors.ts";

/** The rules that the named modules export, after `known` ones; throws a ConfigError that names the module. */
export async function loadPlugins(
  references: readonly string[],
  root: string,
  known: readonly Rule[],
): Promise<readonly Rule[]> {
  const all = [...known];
  for (const reference of references) {
    const found = customRules(await importFrom(reference, root), new Set(all.map((rule) => rule.id)));
    if (typeof found === "string") throw new ConfigError(`The plug-in ${reference} cannot be used: ${found}.`);
    all.push(...found);
  }
  return all;
}

async function importFrom(reference: string, root: string): Promise<Readonly<Record<string, unknown>>> {
  const file = reference.startsWith(".") ? path.resolve(root, reference) : packageEntry(reference, root);
  if (file === null || kindOf(file) !== "file")
    throw new ConfigError(
      `There is no plug-in ${reference}; write a path that begins with ./, or install the package.`,
    );
  if (reference.startsWith(".") && !staysInside(root, file)) {
    throw new ConfigError(
      `The plug-in ${reference} lies outside the workspace; keep it in the folder of the config or below it.`,
    );
  }
  try {
    return await import(pathToFileURL(file).href);
  } catch (error) {
    throw new ConfigError(
      `The plug-in ${reference} cannot be loaded: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
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
