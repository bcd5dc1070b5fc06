/** docs/commands.md says everything that the program offers, because it is made from it. */

import { readFileSync } from "node:fs";
import * as path from "node:path";
import type { Command, Option } from "commander";
import { describe, expect, it } from "vitest";
import { programOnly } from "../../scripts/commands/program.ts";
import { blocksOf } from "../../scripts/docs/blocks.ts";
import { commandsPage } from "../../scripts/generate-commands.ts";
import { EXIT } from "../../src/commands/errors.ts";
import { ROOT } from "../support/cli.ts";

const { kpi: theKpi, helpOf } = programOnly();

interface Named {
  readonly name: string;
  readonly command: Command;
}

function namedIn(command: Command, name: string): readonly Named[] {
  return [{ name, command }, ...command.commands.flatMap((inner) => namedIn(inner, `${name} ${inner.name()}`))];
}

const { path: file, text: page } = commandsPage();
const all = namedIn(theKpi, "kpi");
const shared = sectionOf("Options of every command");

/** A section with its heading, up to the next heading of any depth. */
function sectionOf(heading: string): string {
  const lines = page.split("\n");
  const start = lines.findIndex((line) => /^#+ /.test(line) && line.replace(/^#+ /, "") === heading);
  if (start < 0) throw new Error(`There is no section "${heading}"`);
  const length = lines.slice(start + 1).findIndex((line) => /^#+ /.test(line));
  return lines.slice(start, length < 0 ? undefined : start + 1 + length).join("\n");
}

/** The row of an option in a table; null where there is none. */
function rowOf(option: Option, section: string): string | null {
  return section.split("\n").find((line) => line.startsWith(`| \`${option.flags}\` |`)) ?? null;
}

function optionsOf(command: Command): readonly Option[] {
  return command.createHelp().visibleOptions(command);
}

/** Text without what Markdown adds to it. */
function plain(markdown: string): string {
  return markdown.replace(/\\(?=[\\*_<[\]|`])|`/g, "").replace(/\s+/g, " ");
}

/** The commands of the examples as help shows them, lines that go on put together. */
function examplesIn(help: string): readonly string[] {
  const list = help.split("\nExamples:\n")[1] ?? "";
  const examples: string[] = [];
  for (const line of list.split("\n")) {
    if (line.startsWith("  $ ")) examples.push(line.slice(4));
    else if (line.trim() !== "") examples.push(`${examples.pop() ?? ""} ${line}`);
  }
  return examples.map(oneLine);
}

function oneLine(command: string): string {
  return command.replace(/\s*\\\s+/g, " ");
}

/** The commands that a reader of a section sees. */
function commandsIn(section: string): readonly string[] {
  const seen = section.replace(/<!-- run\n[\s\S]*?\n-->/g, "");
  return blocksOf(seen).flatMap(({ text }) =>
    text
      .replace(/\\\n\s*/g, "\\ ")
      .split("\n")
      .map(oneLine),
  );
}

describe("the page of all commands", () => {
  it("is up to date", () => {
    expect(readFileSync(path.join(ROOT, file), "utf8"), "npm run generate").toBe(page);
  });

  it("lists every command with a link to its section", () => {
    const overview = page.slice(0, page.indexOf("\n## "));
    for (const { name, command } of all.slice(1)) {
      expect(overview).toContain(`| [\`${name}\`](#${name.replaceAll(" ", "-")}) |`);
      expect(plain(sectionOf(name))).toContain(plain(command.description()));
    }
  });

  it.each(all)("has every option of $name, and what it does", ({ name, command }) => {
    const section = sectionOf(name);
    for (const option of optionsOf(command)) {
      const own = rowOf(option, section);
      const row = plain(own ?? rowOf(option, shared) ?? `no ${option.flags}`);
      const text = option.description.replace(/^.*; (?=repeatable, each)/, "");
      for (const part of text.split(/; (?:default: |by default )/)) expect(row).toContain(part.replace(/ …$/, ""));
      if (typeof option.defaultValue === "string") expect(row).toContain(`| ${option.defaultValue} |`);
      for (const choice of option.argChoices ?? []) expect(row).toContain(choice);
    }
  });

  it.each(all)("has the formats, arguments and usage of $name", ({ name, command }) => {
    const section = sectionOf(name);
    // The program hands its own to whatever command follows.
    const own = command.parent === null ? [] : optionsOf(command);
    const format = own.find(({ long }) => long === "--format");
    const formats = format?.description.split(/[;(]/)[0]?.trim().split(", ") ?? [];
    for (const one of formats) expect(section).toMatch(new RegExp(`^Formats: .*\`${one}\``, "m"));
    expect(section.includes("\nFormats: ")).toBe(format !== undefined);
    for (const argument of command.registeredArguments) expect(section).toContain(`- \`${argument.name()}\`: `);
    if (command.commands.length > 0) return;
    expect(section).toContain(`\`${name} ${command.usage()}\``);
    expect(section).toMatch(/^Exit status: [01]\b/m);
  });

  it.each(all.filter(({ name }) => name !== "kpi add"))("has every example of $name --help", ({ name, command }) => {
    const examples = examplesIn(helpOf(command));
    expect(examples.length).toBeGreaterThan(0);
    expect(commandsIn(sectionOf(name))).toEqual(examples);
  });

  it("names every exit status", () => {
    const section = sectionOf("Exit status");
    for (const status of Object.values(EXIT)) expect(section).toContain(`\n| ${status} | `);
  });

  it("holds text as Markdown and not as a terminal shows it", () => {
    expect(page).not.toContain("\u001b");
    expect(page).not.toContain("$ kpi");
    expect(page).toContain("the last day of that window is proposed: asked for on a terminal");
  });
});

describe("what the page is made from", () => {
  const check = (kpi: Command): Command | undefined => kpi.commands.find((command) => command.name() === "check");

  it("is the program: one more option is one more row", () => {
    const kpi = programOnly().kpi;
    check(kpi)?.option("--planted <thing>", "what nobody has written down; default: nothing | at all");
    const { text } = commandsPage(kpi);
    const row = "| `--planted <thing>` | what nobody has written down | nothing \\| at all |";
    expect(text.split("\n").filter((line) => !page.split("\n").includes(line))).toEqual([row]);
  });

  it("is the program: another description is another sentence", () => {
    const kpi = programOnly().kpi;
    check(kpi)?.description("Look at *everything*.");
    expect(commandsPage(kpi).text).toContain("## kpi check\n\nLook at \\*everything\\*.\n");
  });

  it("must say how a new command ends", () => {
    const kpi = programOnly().kpi;
    kpi.command("planted").description("Do something.");
    expect(() => commandsPage(kpi)).toThrow("Say in scripts/commands/words.ts how these end: kpi planted");
  });

  it("says nothing of a command that is gone", () => {
    const kpi = programOnly().kpi;
    Object.assign(kpi, { commands: kpi.commands.filter((command) => command.name() !== "graph") });
    expect(() => commandsPage(kpi)).toThrow("There is no such command or example any more: kpi graph");
  });

  it("leaves hidden options out", () => {
    expect(page).not.toContain("--ids");
    expect(page).not.toContain("--clientProcessId");
  });
});
