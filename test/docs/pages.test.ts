/** Every command block of the documentation does what its page says, and prints what it shows. */

import { readFileSync } from "node:fs";
import * as path from "node:path";
import { describe, expect, it } from "vitest";
import { blocksOf, stepsOf } from "../../scripts/docs/blocks.ts";
import { execute } from "../../scripts/docs/execute.ts";
import { documentationPages } from "../../scripts/docs/pages.ts";
import { checkFiles } from "../support/check.ts";
import { ROOT } from "../support/cli.ts";

const read = (page: string): string => readFileSync(path.join(ROOT, page), "utf8");
const pages = documentationPages(ROOT).map((page) => ({ page, text: read(page) }));
const SHELLS = new Set(["sh", "bash", "shell", "console", "zsh", "fish", "powershell"]);
const CI = read(".ci/run");

/** Blocks that stand for whole definition files. */
const definitions = pages.flatMap(({ page, text }) =>
  blocksOf(text)
    .filter(
      ({ language, words, text: yaml }) =>
        language === "yaml" && words.size === 0 && /^kpis:|^metrics:|^goals:/m.test(yaml),
    )
    .filter(({ text: yaml, options }) => /^version: 1$/m.test(yaml) && !options.has("file"))
    .map(({ line, text: yaml }) => ({ place: `${page}:${line}`, yaml })),
);

describe("a documentation page", () => {
  it.each(pages.filter(({ text }) => stepsOf(text).some(({ kind }) => kind !== "skipped")))(
    "$page says what happens",
    async ({ page, text }) => {
      const { text: now, problems } = await execute(text, ROOT);
      expect(problems, `${page}: npm run docs`).toEqual([]);
      expect(now, `${page} shows other outputs than there are: npm run docs`).toBe(text);
    },
  );

  it.each(pages)("$page has no command block that nobody tries", ({ text }) => {
    const untried = blocksOf(text).filter(({ language }) => SHELLS.has(language) && language !== "sh");
    expect(untried.map(({ line, language }) => `line ${line}: ${language}`)).toEqual([]);
    for (const step of stepsOf(text)) {
      if (step.kind !== "skipped") continue;
      expect(step.why, `line ${step.line}`).toMatch(/^(needs|run by \.ci\/run)/);
      if (step.why.startsWith("needs")) continue;
      for (const command of step.text.split("\n")) expect(CI).toContain(command.replace(/ +#.*$/, "").trim());
    }
  });

  it.each(definitions)("$place is a file without an error", async ({ yaml }) => {
    const { findings } = await checkFiles({ "kpi.yaml": yaml });
    const errors = findings.filter(({ severity, ruleId }) => severity === "error" && ruleId !== "ref/data-file");
    expect(errors.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
  });
});

describe("the test of a page", () => {
  const fence = "```";
  const ran = (...blocks: readonly string[]) => execute(blocks.join("\n\n"), ROOT);
  const block = (head: string, ...lines: readonly string[]): string => [`${fence}${head}`, ...lines, fence].join("\n");

  it("keeps folder, alias and variables from block to block", async () => {
    const { text, problems } = await ran(
      block("sh", "mkdir a && cd a", "alias there='pwd'", "name=x"),
      block("sh", "there", 'echo "$name" 1>&2'),
      block("text output", ""),
    );
    expect(problems).toEqual([]);
    expect(text).toContain(block("text output", "~/work/a", "x"));
  });

  it("notices every command that fails, and one that should", async () => {
    const { problems } = await ran(
      block("sh", "kpi check", "true"),
      block("sh exit=1", "true"),
      block("sh exit=2", "false", "kpi check"),
      block("sh exit=1,2", "false", "kpi check"),
    );
    expect(problems.map((problem) => problem.split("\n")[0])).toEqual([
      "line 2: 2 instead of no failure:",
      "line 7: no failure instead of 1:",
      "line 11: 1 and 2 instead of 2:",
    ]);
  });

  it("notices an output that has changed", async () => {
    const page = [block("sh", "echo new"), block("text output", "old")].join("\n\n");
    expect((await execute(page, ROOT)).text).toBe(page.replace("old", "new"));
  });

  it("shows the head of a long output", async () => {
    const { text } = await ran(block("sh", "seq 9"), block("text output head=2", ""));
    expect(text).toContain(block("text output head=2", "1", "2", "…"));
  });

  it("writes files and edits lines that stand there once", async () => {
    const { text, problems } = await ran(
      block("yaml file=a/b.yaml", "one: 1", "two: 2", "two: 2"),
      block("diff file=a/b.yaml", " one: 1", "-two: 2", "+three: 3"),
      block("diff file=a/b.yaml", "-four: 4"),
      "<!-- run\necho hidden >> a/b.yaml\n-->",
      block("sh", "cat a/b.yaml"),
      block("text output", ""),
    );
    expect(problems).toEqual(["line 14: a/b.yaml holds the old lines 0 times, not once"]);
    expect(text).toContain(block("text output", "one: 1", "three: 3", "two: 2", "hidden"));
  });

  it("refuses an output without commands, and a block without end", () => {
    expect(() => stepsOf(block("text output", "x"))).toThrow("line 1: this output has no commands before it");
    expect(() => stepsOf(`${fence}sh\nls`)).toThrow("line 1: the block has no end");
  });
});
