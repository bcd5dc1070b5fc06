/** The packages that only these tests use. They are found at run time, so that the rest of the checkout needs none of them. */

import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";
import { pathToFileURL } from "node:url";

const FOLDER = path.join(import.meta.dirname, "..");

/** The path of a file of an installed package; an error says how to install it. */
export function packageFile(name: string, ...file: readonly string[]): string {
  const found = path.join(FOLDER, "node_modules", name, ...file);
  if (!existsSync(found)) throw new Error(`${found} is missing: run npm ci in test/action first.`);
  return found;
}

/** Loads an ES module of a package; what it exports is taken to be a `T`. */
export async function importPackage<T>(name: string, ...file: readonly string[]): Promise<T> {
  return await import(pathToFileURL(packageFile(name, ...file)).href);
}

/** Loads a CommonJS module of a package; what it exports is taken to be a `T`. */
export function requirePackage<T>(name: string, ...file: readonly string[]): T {
  return createRequire(import.meta.url)(packageFile(name, ...file));
}
