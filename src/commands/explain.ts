/** `kpi explain RULE|ID`: a rule's page in the terminal, or everything about one goal, metric or KPI. */

import { presetLevel } from "../config/presets.ts";
import { pageOf } from "../definition/urls.ts";
import { checkBad } from "../engine/example.ts";
import { wantsColour } from "../host/terminal.ts";
import { paint } from "../report/colour.ts";
import { checkReporters } from "../report/formats.ts";
import { prose } from "../report/prose.ts";
import { wrapped } from "../report/table.ts";
import { terminal } from "../report/untrusted.ts";
import type { Letter, Rule } from "../rules/define.ts";
import { rules as ownRules } from "../rules/index.ts";
import { wordsOf } from "../rules/words/phrases.ts";
import { nearestTo } from "../text/nearest.ts";
import { EXIT, UsageError } from "./errors.ts";
import type { CommonOptions, Host } from "./host.ts";
import { openProject } from "./open.ts";
import { deliver, outputsFrom } from "./outputs.ts";
import { requireGoodConfig } from "./require-config.ts";

const LETTERS: Readonly<Record<Letter, string>> = {
  S: "S of SMART: specific",
  M: "M of SMART: measurable",
  A: "A of SMART: achievable and assignable",
  R: "R of SMART: relevant",
  T: "T of SMART: time-bound",
};

/** Explains a rule by its id, or a goal, metric or KPI by its own. */
export async function explainCommand(topic: string, options: CommonOptions, host: Host): Promise<number> {
  if (topic.startsWith("diff/"))
    return (await import("./explain/verdict.ts")).explainVerdictCommand(topic, options, host);
  const rule = await ruleNamed(topic, options, host);
  if (rule === null) return (await import("./explain/entity.ts")).explainEntityCommand(topic, options, host);
  const outputs = outputsFrom(options.format, ["pretty"] as const, ["pretty"], host);
  const shown = await Promise.all(
    outputs.map(({ file }) => {
      const colour = file === null && wantsColour(host.terminal.outIsTerminal, options.color, host.env);
      return page(rule, colour, host.terminal.width);
    }),
  );
  deliver(outputs, (output) => shown[outputs.indexOf(output)] ?? "", host);
  return EXIT.clean;
}

/** Rule ids hold a slash, other ids cannot; plug-ins are loaded only where ours do not have the rule. */
async function ruleNamed(topic: string, options: CommonOptions, host: Host): Promise<Rule | null> {
  const own = ownRules.find((rule) => rule.id === topic);
  if (own !== undefined || !topic.includes("/")) return own ?? null;
  const project = await openProject([], options, host);
  const { rules } = project;
  const found = rules.find((rule) => rule.id === topic);
  if (found !== undefined) return found;
  requireGoodConfig(project);
  const nearest = nearestTo(
    topic,
    rules.map((rule) => rule.id),
  );
  const advice = nearest === null ? "`kpi rules` lists all rules." : `did you mean ${nearest}?`;
  throw new UsageError(`There is no rule "${topic}"; ${advice}`);
}

async function page(rule: Rule, colour: boolean, width: number): Promise<string> {
  const paints = paint(colour);
  const room = Math.min(width, 100);
  const presets = `recommended: ${presetLevel(rule, "recommended")} · strict: ${presetLevel(rule, "strict")}`;
  const letter = rule.letter === null ? "" : ` · ${LETTERS[rule.letter]}`;
  const words = wordsOf(rule, null);
  const example = rule.bad.files["kpi.yaml"] === undefined ? "" : await exampleOf(rule, colour, width);
  const parts = [
    `${paints.bold(terminal(rule.id))}\n${wrapped(terminal(rule.summary), room).join("\n")}`,
    paints.dim(presets + letter),
    prose(rule.docs, room),
    example === "" ? "" : `${paints.bold("An example that it finds")}\n\n${example}`,
    words.length === 0 ? "" : `${paints.bold("Its words")}\n\n${wrapped(terminal(words.join(", ")), room).join("\n")}`,
    paints.dim(terminal(pageOf(rule))),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

async function exampleOf(rule: Rule, colour: boolean, width: number): Promise<string> {
  const shown = checkReporters.pretty(await checkBad(rule, ownRules), {
    textOf: (file) => rule.bad.files[file] ?? null,
    colour,
    width,
    elapsedMs: null,
    smart: false,
    quiet: false,
  });
  return shown.trimEnd();
}
