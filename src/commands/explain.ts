/** `kpi explain RULE`: a rule's page in the terminal. */

import { presetLevel } from "../config/presets.ts";
import { ruleUrl } from "../definition/urls.ts";
import { checkBad } from "../engine/example.ts";
import { wantsColour } from "../host/terminal.ts";
import { paint } from "../report/colour.ts";
import { checkReporters } from "../report/formats.ts";
import { wrapped } from "../report/table.ts";
import type { Letter, Rule } from "../rules/define.ts";
import { rules } from "../rules/index.ts";
import { nearestTo } from "../text/nearest.ts";
import { EXIT, UsageError } from "./errors.ts";
import type { CommonOptions, Host } from "./host.ts";

const LETTERS: Readonly<Record<Letter, string>> = {
  S: "S of SMART: specific",
  M: "M of SMART: measurable",
  A: "A of SMART: achievable and assignable",
  R: "R of SMART: relevant",
  T: "T of SMART: time-bound",
};

export async function explainCommand(topic: string, options: CommonOptions, host: Host): Promise<number> {
  const rule = rules.find((candidate) => candidate.id === topic);
  if (rule === undefined) {
    const nearest = nearestTo(
      topic,
      rules.map((candidate) => candidate.id),
    );
    throw new UsageError(
      nearest === null
        ? `There is no rule "${topic}"; \`kpi rules\` lists all rules.`
        : `There is no rule "${topic}"; did you mean ${nearest}?`,
    );
  }
  const colour = wantsColour(host.terminal.outIsTerminal, options.color, host.env);
  host.terminal.out(await page(rule, colour, host.terminal.width));
  return EXIT.clean;
}

async function page(rule: Rule, colour: boolean, width: number): Promise<string> {
  const paints = paint(colour);
  const room = Math.min(width, 100);
  const presets = `recommended: ${presetLevel(rule, "recommended")} · strict: ${presetLevel(rule, "strict")}`;
  const letter = rule.letter === null ? "" : ` · ${LETTERS[rule.letter]}`;
  const parts = [
    `${paints.bold(rule.id)}\n${wrapped(rule.summary, room).join("\n")}`,
    paints.dim(`${presets}${letter}`),
    prose(rule.docs, room),
    `${paints.bold("An example that it finds")}\n\n${await exampleOf(rule, colour, width)}`,
    paints.dim(ruleUrl(rule.id)),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** Wraps paragraphs; tables and lists keep their lines. */
function prose(text: string, room: number): string {
  return text
    .split("\n\n")
    .map((part) => (/^[|\-*]/m.test(part) ? part : wrapped(part.replaceAll("\n", " "), room).join("\n")))
    .join("\n\n");
}

async function exampleOf(rule: Rule, colour: boolean, width: number): Promise<string> {
  const shown = checkReporters.pretty(await checkBad(rule, rules), {
    textOf: (file) => rule.bad.files[file] ?? null,
    colour,
    width,
    elapsedMs: null,
    smart: false,
    quiet: false,
  });
  return shown.trimEnd();
}
