/** The inputs of a step, as the runner hands them to an action: `INPUT_FAIL-ON`. */

import { existsSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { parse } from "yaml";
import { ROOT } from "../../support/cli.ts";

interface ActionFile {
  readonly inputs?: Readonly<Record<string, { readonly default?: unknown } | null>>;
}

/** Variables for what `with:` says and for the defaults of an action.yml. An input that is not declared is an error. */
export function inputVariables(
  inputs: Readonly<Record<string, string>>,
  token: string,
  actionFile = path.join(ROOT, "action.yml"),
): Readonly<Record<string, string>> {
  const declared = declaredInputs(actionFile);
  const unknown = Object.keys(inputs).filter((name) => declared !== null && !(name in declared));
  if (unknown.length > 0) throw new Error(`${actionFile} has no input ${unknown.join(", ")}.`);
  const all = { ...declared, ...inputs };
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [variable(name), evaluate(value, token)]));
}

/** Each declared input with its default, an empty text where there is none; null where there is no such file. */
function declaredInputs(actionFile: string): Readonly<Record<string, string>> | null {
  if (!existsSync(actionFile)) return null;
  const action: ActionFile = parse(readFileSync(actionFile, "utf8"));
  return Object.fromEntries(
    Object.entries(action.inputs ?? {}).map(([name, one]) => [name, String(one?.default ?? "")]),
  );
}

function variable(name: string): string {
  return `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`;
}

/** The one expression that a default may have here. */
function evaluate(value: string, token: string): string {
  const text = value.replaceAll(/\$\{\{\s*github\.token\s*\}\}/g, token);
  if (text.includes("${{")) throw new Error(`Only github.token is known in an input's default, not ${text}.`);
  return text;
}
