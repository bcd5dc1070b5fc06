/** What `--help` prints for every command, byte by byte, and what pages are told of it. */

import type { Command } from "commander";
import { describe, expect, it } from "vitest";
import { programOnly } from "../../scripts/commands/program.ts";
import { type Manual, manualOf } from "../../src/program.ts";

const { kpi, helpOf } = programOnly();

interface Shown {
  readonly name: string;
  readonly help: string;
  readonly manual: Manual;
}

function shownIn(command: Command, name: string): readonly Shown[] {
  const shown = { name, help: helpOf(command), manual: manualOf(command) };
  return [shown, ...command.commands.flatMap((inner) => shownIn(inner, `${name} ${inner.name()}`))];
}

const all = shownIn(kpi, "kpi");

describe("help", () => {
  it("of all commands", async () => {
    const whole = all.map(({ name, help }) => `$ ${name} --help\n${help}`).join("\n");
    await expect(whole).toMatchFileSnapshot("golden/help.golden.txt");
  });

  it.each(all.filter(({ name }) => name !== "kpi add"))("of $name ends with its notes and examples", (shown) => {
    const { notes, examples } = shown.manual;
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) expect(example).toMatch(/(^|[ (])kpi /);
    const list = examples.map((example) => `  $ ${example}\n`).join("");
    expect(shown.help.endsWith(`${notes === "" ? "" : `\n${notes}\n`}\nExamples:\n${list}\n`)).toBe(true);
  });

  it("has nothing below its options where a command only holds others", () => {
    const add = all.find(({ name }) => name === "kpi add");
    expect(add?.manual).toEqual({ notes: "", examples: [] });
    expect(add?.help).not.toContain("Examples:");
  });
});
