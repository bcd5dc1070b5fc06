/** What callers hand in, looked at before it is used: not every caller has a type checker. */

import { type Day, parseDay } from "../workspace/day.ts";
import type { LoadedWorkspace, SourceText } from "./load.ts";
import { today } from "./today.ts";

const SOURCE = '{ folder: "kpis" } or { files: [{ path: "kpi.yaml", text: "version: 1" }] }';

/** The folder that a source names; null where it holds files. */
export function folderIn(source: unknown): string | null {
  if (!isObject(source) || "folder" in source === "files" in source) {
    throw new TypeError(`loadWorkspace reads ${SOURCE}.`);
  }
  const { folder } = source;
  if (!("folder" in source)) return null;
  if (typeof folder !== "string" || folder === "") throw new TypeError(`loadWorkspace reads ${SOURCE}.`);
  return folder;
}

/** The files of a source in path order. */
export function filesIn(source: object): readonly SourceText[] {
  const { files } = source as { readonly files?: unknown };
  if (!Array.isArray(files)) throw new TypeError(`The files are a list: ${SOURCE}.`);
  const seen = new Set<string>();
  for (const file of files) {
    if (!isObject(file) || typeof file.path !== "string" || typeof file.text !== "string") {
      throw new TypeError('Each file is { path: "kpi.yaml", text: "version: 1" }, with two strings.');
    }
    const shown = JSON.stringify(file.path);
    if (file.path === "" || /^(?:\.{0,2}\/|[a-z]:)|\\/i.test(file.path)) {
      throw new TypeError(
        `The path ${shown} does not begin at the root of the workspace; write it like kpis/sales.kpi.yaml.`,
      );
    }
    if (seen.has(file.path)) throw new TypeError(`Two files have the path ${shown}; give each its own.`);
    seen.add(file.path);
  }
  return [...(files as readonly SourceText[])].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Throws unless a value is what loadWorkspace gives. */
export function requireWorkspace(value: unknown, call: string): asserts value is LoadedWorkspace {
  if (isObject(value) && "kpis" in value && "configProblems" in value) return;
  throw new TypeError(`${call} wants a workspace: const workspace = await loadWorkspace(${SOURCE}).`);
}

/** The day of an option; today, and not given, where there is none. */
export function dayIn(options: unknown, name: "asOf" | "notBefore"): { readonly day: Day; readonly isGiven: boolean } {
  if (!isObject(options)) throw new TypeError(`The options are an object: { ${name}: "2026-08-15" }.`);
  const value = options[name];
  if (value === undefined) return { day: today(), isGiven: false };
  const day = typeof value === "string" ? parseDay(value) : value;
  if (typeof day !== "number" || !Number.isInteger(day)) {
    throw new TypeError(`${name} is a day such as "2026-08-15", not ${shownValue(value)}.`);
  }
  return { day, isGiven: true };
}

function shownValue(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
