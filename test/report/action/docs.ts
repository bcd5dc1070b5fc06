/** What the guide to the Action must show: tables of action.yml, and the page that the Action really writes. */

import { readFileSync } from "node:fs";
import * as path from "node:path";
import { parse } from "yaml";
import { reportBody } from "../../../src/report/action/body.ts";
import { scenarios } from "./scenarios.ts";

export const ROOT = path.join(import.meta.dirname, "../../..");
export const read = (file: string): string => readFileSync(path.join(ROOT, file), "utf8");

interface Described {
  readonly description: string;
  readonly default?: string;
}

export interface ActionFile {
  readonly inputs: Readonly<Record<string, Described>>;
  readonly outputs: Readonly<Record<string, Described>>;
}

export const action = parse(read("action.yml")) as ActionFile;

export const GUIDE = "docs/action.md";

/** What stands between `<!-- name -->` and `<!-- /name -->`, by the whole of the first comment. */
const REGIONS: Readonly<Record<string, () => string | Promise<string>>> = {
  "page: eased-without-reason": async () => reportBody(await scenarios["eased-without-reason"](), { limit: 60_000 }),
  inputs: () =>
    table(
      ["input", "default", "what it does"],
      Object.entries(action.inputs).map(([name, input]) => [
        `\`${name}\``,
        input.default === undefined || input.default === "" ? "" : `\`${input.default}\``,
        input.description,
      ]),
    ),
  outputs: () =>
    table(
      ["output", "holds"],
      Object.entries(action.outputs).map(([name, output]) => [`\`${name}\``, output.description]),
    ),
};

/** The guide with every region as it should be. */
export async function filledGuide(): Promise<string> {
  let text = read(GUIDE);
  for (const [name, make] of Object.entries(REGIONS)) {
    const [start, end] = [`<!-- ${name} -->\n`, `<!-- /${name.split(":")[0]} -->`];
    const from = text.indexOf(start) + start.length;
    const to = text.indexOf(end, from);
    if (from < start.length || to < from) throw new Error(`${GUIDE} has no region "${name}"`);
    text = `${text.slice(0, from)}${(await make()).trimEnd()}\n${text.slice(to)}`;
  }
  return text;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), `|${"---|".repeat(head.length)}`, ...rows.map(line)].join("\n");
}
