/** `kpi rules`: every rule, its level here and where that was set. */

import type { Verdict } from "../changes/define.ts";
import { presetLevel } from "../config/presets.ts";
import { pageOf, ruleUrl } from "../definition/urls.ts";
import { speaks } from "../engine/run.ts";
import { wantsColour } from "../host/terminal.ts";
import { paint, paintOf } from "../report/colour.ts";
import { table } from "../report/table.ts";
import type { Configurable, Level, Rule } from "../rules/define.ts";
import { EXIT } from "./errors.ts";
import type { CommonOptions, Host } from "./host.ts";
import { openProject, type Project } from "./open.ts";
import { deliver, outputsFrom } from "./outputs.ts";
import { refusesConfig } from "./wrong-config.ts";

export async function rulesCommand(options: CommonOptions, host: Host): Promise<number> {
  const outputs = outputsFrom(options.format, ["pretty", "json"] as const, ["pretty"], host);
  const project = await openProject([], options, host);
  if (refusesConfig(project, outputs, options, host)) return EXIT.usage;
  const { verdicts } = await import("../changes/verdicts/index.ts");
  const rows = [
    ...project.rules.map((rule) => describe({ ...rule, url: pageOf(rule) }, project)),
    ...verdicts.map((verdict) => describe(asRule(verdict), project)),
  ];
  deliver(
    outputs,
    ({ format, file }) => {
      if (format === "json") return `${JSON.stringify({ schemaVersion: 1, rules: rows }, null, 2)}\n`;
      const colour = file === null && wantsColour(host.terminal.outIsTerminal, options.color, host.env);
      return pretty(rows, colour, host.terminal.width);
    },
    host,
  );
  return EXIT.clean;
}

type Described = Configurable & Pick<Rule, "summary" | "letter" | "fixable"> & { readonly url: string };

/** A verdict counts for no letter, and its level is the same in both presets. */
function asRule({ id, summary, level }: Verdict): Described {
  return { id, summary, level, letter: null, steady: true, messages: {}, url: ruleUrl(id) };
}

function describe(rule: Described, { config }: Project) {
  const setting = config.rules.get(rule.id);
  const { language } = config.settings;
  const isHeard = speaks(rule, language);
  return {
    id: rule.id,
    summary: rule.summary,
    letter: rule.letter,
    level: isHeard ? (setting?.level ?? presetLevel(rule, config.preset)) : "off",
    origin: isHeard ? (setting?.origin ?? config.preset) : `language: ${language}`,
    fixable: rule.fixable === "fix",
    presets: { recommended: presetLevel(rule, "recommended"), strict: presetLevel(rule, "strict") },
    url: rule.url,
  };
}

function pretty(rows: readonly ReturnType<typeof describe>[], colour: boolean, width: number): string {
  const paints = paint(colour);
  const level = (name: Level): string => (name === "off" ? paints.dim(name) : paintOf(name, paints)(name));
  const lines = table(
    ["rule", "", "level", "set by", "finds"],
    rows.map((row) => [row.id, row.letter ?? "", level(row.level), row.origin, row.summary]),
    { width, header: paints.bold },
  );
  return `${lines}\n${rows.length} rules. \`kpi explain RULE\` shows one in full.\n`;
}
