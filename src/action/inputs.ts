/** The Action's inputs: texts → values, with a sentence for each that is wrong. */

import * as path from "node:path";
import { nearestTo } from "../text/nearest.ts";
import { parseDay } from "../workspace/day.ts";

export interface Inputs {
  /** Files or folders whose findings are shown. */
  readonly paths: readonly string[];
  readonly config: string | null;
  readonly workingDirectory: string;
  readonly base: string | null;
  readonly head: string | null;
  readonly asOf: string | null;
  readonly pull: number | null;
  readonly token: string;
  readonly failOn: FailOn;
  /** Names of verdicts without `diff/`, `eased` and `eased-without-reason`. */
  readonly failOnChange: readonly string[];
  readonly failOnStatus: FailOnStatus;
  readonly newOnly: boolean;
  readonly annotate: Annotate;
  readonly summary: boolean;
  readonly comment: CommentMode;
  readonly whenClean: "update" | "delete";
  readonly commentKey: string;
  readonly sections: readonly Section[];
  readonly sarifFile: string | null;
  readonly jsonFile: string | null;
  readonly htmlDir: string | null;
  readonly publishReport: string | null;
}

const FAIL_ON = ["error", "warning", "info", "never"] as const;
export type FailOn = (typeof FAIL_ON)[number];
const FAIL_ON_STATUS = ["off-track", "at-risk", "missed", "never"] as const;
export type FailOnStatus = (typeof FAIL_ON_STATUS)[number];
const ANNOTATE = ["changed-lines", "changed-files", "all", "none"] as const;
export type Annotate = (typeof ANNOTATE)[number];
const COMMENT = ["auto", "always", "on-change", "never"] as const;
export type CommentMode = (typeof COMMENT)[number];
const SECTIONS = ["changes", "findings", "progress"] as const;
export type Section = (typeof SECTIONS)[number];

/** It stands in the comment, and in the names of files. */
const LONGEST_KEY = 100;

/** Thrown with one sentence for each input that is wrong. */
export class InputError extends Error {
  readonly sentences: readonly string[];

  constructor(sentences: readonly string[]) {
    super(sentences.join("\n"));
    this.sentences = sentences;
  }
}

/** Reads all inputs; `changeNames` are those that `fail-on-change` knows. Throws an `InputError`. */
export function inputsFrom(input: (name: string) => string, changeNames: readonly string[]): Inputs {
  const wrong: string[] = [];
  const text = (name: string): string | null => input(name).trim() || null;
  const choice = <Value extends string>(name: string, values: readonly Value[], usual: Value): Value => {
    const given = text(name) ?? usual;
    const found = values.find((value) => value === given);
    if (found === undefined) wrong.push(sentence(name, given, values));
    return found ?? usual;
  };
  const flag = (name: string, usual: boolean): boolean =>
    choice(name, ["true", "false"], usual ? "true" : "false") === "true";
  const list = <Value extends string>(name: string, values: readonly Value[], usual: readonly Value[]) => {
    const given = words(text(name));
    if (given.length === 0) return usual;
    return given.flatMap((word) => {
      const found = values.find((value) => value === word);
      if (found === undefined) wrong.push(sentence(name, word, values));
      return found ?? [];
    });
  };
  const asOf = text("as-of");
  if (asOf !== null && parseDay(asOf) === null) wrong.push(`as-of wants a day such as 2026-08-15, not "${asOf}".`);
  const pull = text("pr-number");
  if (pull !== null && !/^[1-9]\d{0,9}$/.test(pull)) wrong.push(`pr-number wants a number such as 42, not "${pull}".`);
  const key = text("comment-key");
  if (key !== null && key.length > LONGEST_KEY) wrong.push(`comment-key has at most ${LONGEST_KEY} characters.`);
  const workingDirectory = folder(text("working-directory") ?? ".");
  const inputs: Inputs = {
    paths: (text("paths") ?? "").split(/\r?\n/).flatMap((line) => line.trim() || []),
    config: text("config"),
    workingDirectory,
    base: text("base"),
    head: text("head"),
    asOf,
    pull: pull === null ? null : Number(pull),
    token: input("token").trim(),
    failOn: choice("fail-on", FAIL_ON, "error"),
    failOnChange: list("fail-on-change", ["eased", "eased-without-reason", "removed-early", ...changeNames], []),
    failOnStatus: choice("fail-on-status", FAIL_ON_STATUS, "never"),
    newOnly: flag("new-only", false),
    annotate: choice("annotate", ANNOTATE, "changed-lines"),
    summary: flag("summary", true),
    comment: choice("comment", COMMENT, "auto"),
    whenClean: choice("comment-when-clean", ["update", "delete"], "update"),
    commentKey: key ?? workingDirectory,
    sections: list("sections", SECTIONS, SECTIONS),
    sarifFile: text("sarif-file"),
    jsonFile: text("json-file"),
    htmlDir: text("html-dir"),
    publishReport: text("publish-report"),
  };
  if (wrong.length > 0) throw new InputError(wrong);
  return inputs;
}

/** `./kpis/` is `kpis`: one folder has one name, as comments are told apart by it. */
function folder(text: string): string {
  return path.posix.normalize(text).replace(/(?<=.)\/$/, "");
}

/** Words between commas, spaces or line ends. */
function words(text: string | null): readonly string[] {
  return (text ?? "").split(/[\s,]+/).filter((word) => word !== "");
}

function sentence(name: string, given: string, values: readonly string[]): string {
  const nearest = nearestTo(given, values);
  const advice = nearest === null ? `write one of ${values.join(", ")}` : `did you mean ${nearest}?`;
  return `${name} does not know "${given}"; ${advice}`;
}
