/** `kpi rules`: every rule, its level here and where that was set. */

import { presetLevel } from "../config/presets.ts";
import { pageOf } from "../definition/urls.ts";
import { wantsColour } from "../host/terminal.ts";
import { paint, paintOf } from "../report/colour.ts";
import { table } from "../report/table.ts";
import type { Level, Rule } from "../rules/define.ts";
import { EXIT } from "./errors.ts";
import type { CommonOptions, Host } from "./host.ts";
import { openProject, type Project } from "./open.ts";
import { deliver, outputsFrom } from "./outputs.ts";
import { requireGoodConfig } from "./require-config.ts";

export async function rulesCommand(options: CommonOptions, host: Host): Promise<number> {
  const outputs = outputsFrom(options.format, ["pretty", "json"] as const, ["pretty"], host);
  const project = await openProject([], options, host);
  requireGoodConfig(project);
  const rows = project.rules.map((rule) => describe(rule, project));
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

function describe(rule: Rule, { config }: Project) {
  const setting = config.rules.get(rule.id);
  return {
    id: rule.id,
    summary: rule.summary,
    letter: rule.letter,
    level: setting?.level ?? presetLevel(rule, config.preset),
    origin: setting?.origin ?? config.preset,
    fixable: rule.fixable === "fix",
    presets: { recommended: presetLevel(rule, "recommended"), strict: presetLevel(rule, "strict") },
    url: pageOf(rule),
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
