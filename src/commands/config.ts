/** `kpi config`: what holds in this workspace, each value with its origin. */

import { wantsColour } from "../host/terminal.ts";
import { paint } from "../report/colour.ts";
import { table } from "../report/table.ts";
import { count } from "../report/words.ts";
import { EXIT } from "./errors.ts";
import type { CommonOptions, Host } from "./host.ts";
import { openProject, type Project } from "./open.ts";
import { deliver, outputsFrom } from "./outputs.ts";
import { refusesConfig } from "./wrong-config.ts";

export async function configCommand(options: CommonOptions, host: Host): Promise<number> {
  const outputs = outputsFrom(options.format, ["pretty", "json"] as const, ["pretty"], host);
  const project = await openProject([], options, host);
  if (refusesConfig(project, outputs, options, host)) return EXIT.usage;
  deliver(
    outputs,
    ({ format, file }) => {
      if (format === "json") return `${JSON.stringify(asJson(project), null, 2)}\n`;
      const colour = file === null && wantsColour(host.terminal.outIsTerminal, options.color, host.env);
      return pretty(project, colour, host.terminal.width);
    },
    host,
  );
  return EXIT.clean;
}

function asJson({ config, files }: Project) {
  return {
    schemaVersion: 1,
    preset: config.preset,
    files: files.length,
    values: config.entries,
    rules: [...config.rules].map(([id, { level, options, origin }]) => ({ id, level, options, origin })),
    overrides: config.overrides.map((override) => ({
      files: override.files,
      rules: [...override.rules].map(([id, { level, options, origin }]) => ({ id, level, options, origin })),
    })),
  };
}

function pretty({ config, files }: Project, colour: boolean, width: number): string {
  const paints = paint(colour);
  const show = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
  const values = config.entries.map((entry) => [entry.key, show(entry.value), entry.origin]);
  const stated = [...config.rules].filter(([, setting]) => setting.stated);
  const rules = stated.map(([id, { level, options, origin }]) => [
    id,
    options === null ? level : `${level} ${JSON.stringify(options)}`,
    origin,
  ]);
  const overrides = config.overrides.flatMap((override) =>
    [...override.rules].map(([id, { level, origin }]) => [`${id} in ${override.files.join(", ")}`, level, origin]),
  );
  const others = config.rules.size - stated.length;
  const lines = table(["setting", "value", "set by"], [...values, ...rules, ...overrides], {
    width,
    header: paints.bold,
  });
  return `${lines}\n${count(others, "rule")} at the level of ${config.preset}: \`kpi rules\`. ${count(files.length, "definition file")}.\n`;
}
