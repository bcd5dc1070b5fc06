/** The lock file holds every platform's binaries, and names no place that packages are fetched from. */

import { readFileSync } from "node:fs";
import * as path from "node:path";
import { describe, expect, it } from "vitest";
import { VERSION } from "../src/engine/version.ts";
import { ROOT } from "./support/cli.ts";

interface Locked {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly resolved?: string;
}

const read = (file: string) => JSON.parse(readFileSync(path.join(ROOT, file), "utf8"));

describe.each([
  "package-lock.json",
  "bench/package-lock.json",
  "test/action/package-lock.json",
  "editors/vscode/package-lock.json",
])("%s", (file) => {
  const packages: Readonly<Record<string, Locked>> = read(file).packages;

  it("holds every optional package that another one names", () => {
    const missing = Object.entries(packages).flatMap(([at, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !isLocked(name, at)),
    );
    expect(missing).toEqual([]);
  });

  it("names no registry", () => {
    expect(Object.values(packages).filter(({ resolved }) => resolved?.startsWith("http"))).toEqual([]);
  });

  /** As node looks for it: beside, then further up. */
  function isLocked(name: string, at: string): boolean {
    for (let folder = at; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
      if (`${folder === "" ? "" : `${folder}/`}node_modules/${name}` in packages) return true;
      if (folder === "") return false;
    }
  }
});

describe("package.json", () => {
  it("has the version that the tool prints", () => {
    expect(read("package.json").version).toBe(VERSION);
  });
});
