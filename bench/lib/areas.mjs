/** Which part of the product a line of its bundle belongs to. */

import * as fs from "node:fs";
import { SourceMap } from "node:module";
import * as path from "node:path";
import { fileURLToPath } from "node:url";

/** Areas by where a function stands: the first pattern that fits a module's path or a node module's name decides. */
const AREAS = [
  ["io", /^node:(?:internal\/)?fs|(?:^|\/)src\/host\/|^node:(?:internal\/)?(?:streams?|tty|net)/],
  ["startup", /^node:|(?:^|\/)src\/(?:cli|index)\.ts|node_modules\/commander\//],
  [
    "parse",
    /node_modules\/js-yaml\/|(?:^|\/)src\/text\/yaml-(?:events|scan|subset|fast|brackets)|node_modules\/yaml\//,
  ],
  ["values", /(?:^|\/)src\/text\//],
  ["validate", /(?:^|\/)src\/(?:definition|generated)\/|node_modules\/(?:ajv|zod)|(?:^|\/)generated\//],
  ["links", /(?:^|\/)src\/workspace\//],
  ["rules", /(?:^|\/)src\/rules\//],
  ["progress", /(?:^|\/)src\/(?:progress|changes)\//],
  ["config", /(?:^|\/)src\/config\//],
  ["engine", /(?:^|\/)src\/(?:engine|findings|commands)\//],
  ["report", /(?:^|\/)src\/report\//],
];

const SPECIAL = new Map([
  ["(garbage collector)", "gc"],
  ["(program)", "native"],
  ["(idle)", "idle"],
  ["(root)", "startup"],
]);

const MODULE_COMMENT = /^\s*\/\/ ((?:\.\.\/)*[\w@.-]+(?:\/[\w@.+-]+)*\.(?:[cm]?[jt]sx?|json))$/;

/** Tells the module of a line and column in one bundled file, by its source map or by the bundler's path comments. */
function moduleFinder(file) {
  const text = fs.readFileSync(file, "utf8");
  if (fs.existsSync(`${file}.map`)) {
    const map = new SourceMap(JSON.parse(fs.readFileSync(`${file}.map`, "utf8")));
    return (line, column) => {
      const { originalSource } = map.findEntry(line, column);
      return originalSource === undefined ? null : path.resolve(path.dirname(file), originalSource);
    };
  }
  const starts = [];
  for (const [index, line] of text.split("\n").entries()) {
    const name = MODULE_COMMENT.exec(line)?.[1];
    if (name !== undefined) starts.push({ index, name });
  }
  return (line) => starts.findLast((start) => start.index <= line)?.name ?? null;
}

/** Finds modules and areas of call frames, each bundled file read once. */
export class AreaFinder {
  #finders = new Map();

  /** The module that a call frame stands in: a path, a `node:` name, or "" for built-in functions. */
  moduleOf({ url, lineNumber, columnNumber }) {
    if (!url.startsWith("file:")) return url;
    if (!this.#finders.has(url)) this.#finders.set(url, moduleFinder(fileURLToPath(url)));
    return this.#finders.get(url)(lineNumber, columnNumber) ?? path.basename(fileURLToPath(url));
  }

  /** The area of a frame; null for a built-in function, which belongs to whoever calls it. */
  areaOf(frame) {
    const special = SPECIAL.get(frame.functionName);
    if (special !== undefined) return special;
    const module = this.moduleOf(frame);
    if (module === "") return null;
    return AREAS.find(([, pattern]) => pattern.test(module))?.[0] ?? "other";
  }
}
