/** `kpi add`: a goal, a metric or a KPI, from flags or from questions, appended to the file where it belongs. */

import type { EntityKind } from "../findings/finding.ts";
import { AddFacts, type Addition } from "./add/facts.ts";
import { ADD_FORMATS, type AddOptions, type AddRun, finishAdding } from "./add/finish.ts";
import { fromFlags, type Given, missingFields, missingMessage, withProposals } from "./add/flags.ts";
import { chosenFile } from "./add/place.ts";
import { judge } from "./add/write.ts";
import { UsageError } from "./errors.ts";
import type { Host } from "./host.ts";
import { asOfFrom, openProject, readProject } from "./open.ts";
import { outputsFrom } from "./outputs.ts";
import { requireGoodConfig } from "./require-config.ts";

/** Adds one goal, metric or KPI; asks for parts that are missing where somebody is there to answer. */
export async function addCommand(
  kind: EntityKind,
  id: string | undefined,
  options: AddOptions,
  host: Host,
): Promise<number> {
  const outputs = outputsFrom(options.format, ADD_FORMATS, ["pretty"], host);
  const project = await openProject([], options, host);
  requireGoodConfig(project);
  const chosen = chosenFile(options.file, project, host);
  const opened = await readProject(project, options, host);
  const facts = new AddFacts(opened, asOfFrom(options, host).asOf);
  const flags = fromFlags(kind, id, options, facts);
  const given = options.yes === true ? withProposals(kind, flags, facts) : flags;
  const missing = missingFields(kind, given.definition);
  const canAsk = host.isInteractive && outputs.every(({ format, file }) => format === "pretty" || file !== null);
  if (missing.length > 0 && !canAsk) throw new UsageError(missingMessage(kind, missing));

  const known = new Set(judge(opened, options, host).findings.map(({ fingerprint }) => fingerprint));
  const run: AddRun = { project, options, host, known, facts, outputs, chosen };
  for (const sentence of opened.unreadable) host.terminal.note(`kpi: ${sentence}\n`);
  if (missing.length === 0) return finishAdding([complete(kind, given, facts)], run);
  const { askAndAdd } = await import("./add/dialogue.ts");
  return askAndAdd(kind, given, run);
}

function complete(kind: EntityKind, { id, definition }: Given, facts: AddFacts): Addition {
  return { kind, id: id ?? facts.freeId(String(definition.title ?? ""), kind), definition };
}
