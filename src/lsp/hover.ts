/** Hover: what a field means; for an id who it is and how it stands; for a target the number it comes to. */

import type { Hover, Position } from "vscode-languageserver";
import type { JsonSchema } from "../definition/json-schema.ts";
import { kpiSchema, publishedConfigSchema } from "../definition/published.ts";
import { type Calculated, calculate } from "../report/explain/calculated.ts";
import { labelled } from "../report/explain/kpi-facts.ts";
import type { Fact } from "../report/explain/model.ts";
import { targetSteps } from "../report/explain/target-steps.ts";
import { targetWords } from "../report/progress/figures.ts";
import { count } from "../report/words.ts";
import type { Entity, Workspace } from "../workspace/model.ts";
import type { Client } from "./client.ts";
import { entityProse } from "./entity-prose.ts";
import { mentionsOf } from "./finding-mentions.ts";
import { type Mention, mentionAt } from "./mentions.ts";
import { type PathAt, pathAt } from "./path-at.ts";
import { code, inline, joined, listed, markup, own, type Prose, paragraphs, words } from "./prose.ts";
import { alternatives, schemasAt } from "./schema-at.ts";
import type { Context } from "./session.ts";
import { getAt } from "./value-at.ts";

/** Null where there is nothing to say. */
export function hoverAt(context: Context, position: Position, client: Client): Hover | null {
  const { kind, lines, document } = context;
  if (kind !== "definition" && kind !== "config") return null;
  const offset = lines.offset(position);
  const mention = kind === "definition" ? mentionHere(context, offset) : null;
  const told = mention === null ? null : mentionProse(mention, context);
  if (mention !== null && told !== null) {
    return { contents: markup(told, client.markdownHover), range: lines.range(mention.start, mention.end) };
  }
  const at = pathAt(document.text, offset);
  if (at === null) return null;
  const prose = fieldProse(at, context);
  if (prose.plain === "") return null;
  const range = at.extent === null ? undefined : lines.range(at.extent.start, at.extent.end);
  return { contents: markup(prose, client.markdownHover), range };
}

function mentionHere({ workspace, file }: Context, offset: number): Mention | null {
  return mentionAt(mentionsOf(workspace, file), offset);
}

/** Null for an id that is not defined. */
function mentionProse({ kind, id }: Mention, { workspace }: Context): Prose | null {
  const { model } = workspace;
  if (model === null) return null;
  if (kind === "owner") return ownerProse(id, model);
  const entities: readonly (Entity | undefined)[] = [
    kind === "kpi" || kind === "removed" ? model.kpis.get(id) : undefined,
    kind === "goal" || kind === "removed" ? model.goals.get(id) : undefined,
    kind === "metric" ? model.metrics.get(id) : undefined,
  ];
  const known = entities.filter((entity) => entity !== undefined);
  if (known.length === 0) return null;
  return paragraphs(known.map((entity) => entityProse(entity, workspace, model)));
}

function ownerProse(owner: string, { goals, kpis }: Workspace): Prose {
  const owned = [...goals.values()].filter(({ definition }) => definition.owner === owner).length;
  const active = [...kpis.values()].filter(({ definition, state }) => definition.owner === owner && state === "active");
  return joined(
    [code(owner), own(`answers for ${count(active.length, "active KPI")} and ${count(owned, "goal")}.`)],
    " ",
  );
}

/** The description of a key, the meaning of a word, and what target, baseline and timeframe come to. */
function fieldProse(at: PathAt, context: Context): Prose {
  const root = context.kind === "config" ? publishedConfigSchema() : kpiSchema();
  const schemas = schemasAt(root, at.path);
  const told = at.at === "key" ? schemas.slice(0, 1).map(descriptionOf) : [wordProse(at, schemas, root, context)];
  return paragraphs([...told, resolvedProse(at, context)]);
}

function descriptionOf({ title, description, markdownDescription }: JsonSchema): Prose {
  if (description === undefined) return own("");
  const shown = markdownDescription ?? description;
  return title === undefined ? own(description, shown) : own(`${title}: ${description}`, `**${title}**\n\n${shown}`);
}

function wordProse(at: PathAt, schemas: readonly JsonSchema[], root: JsonSchema, { document }: Context): Prose {
  const value = getAt(document.text, at);
  for (const schema of schemas.flatMap((one) => alternatives(one, root))) {
    const index = schema.enum?.indexOf(value) ?? -1;
    const meaning = index < 0 ? undefined : schema.enumDescriptions?.[index];
    if (meaning !== undefined) return joined([code(String(value)), own(meaning)], ": ");
  }
  return own("");
}

function resolvedProse({ path }: PathAt, { workspace, file, kind }: Context): Prose {
  const [section, id, field] = path;
  const { model } = workspace;
  if (kind !== "definition" || model === null || typeof field !== "string") return own("");
  const entity =
    section === "kpis" ? model.kpis.get(String(id)) : section === "goals" ? model.goals.get(String(id)) : undefined;
  if (entity === undefined || entity.origin.file !== file) return own("");
  if (field === "timeframe" && path.length === 3)
    return timeframeProse(entity.timeframe, entity, model, workspace.day.asOf);
  if (entity.kind !== "kpi") return own("");
  const given = calculate(model, entity, workspace.day.asOf);
  if (field === "target" || field === "baseline") return factsProse(targetSteps(given));
  return field === "stretch" ? stretchProse(given) : own("");
}

function factsProse(facts: readonly Fact[]): Prose {
  return listed(facts.map(({ label, text }) => joined([code(label.replace(/\s+/g, " ")), inline(text)], ": ")));
}

function stretchProse({ progress, unit, kpi }: Calculated): Prose {
  if (progress.stretch === null || kpi.stretch === null) return own("");
  const exact = kpi.stretch.kind !== "percent" && kpi.stretch.kind !== "by";
  return joined([
    own("comes to "),
    inline(targetWords(progress.stretch, unit, exact)),
    own("; shown and never scored"),
  ]);
}

function timeframeProse(
  timeframe: Exclude<Entity, { kind: "metric" }>["timeframe"],
  entity: Entity,
  model: Workspace,
  asOf: number,
): Prose {
  if (timeframe === null) return own("");
  if (timeframe.recurring === null || entity.kind !== "kpi") return words(labelled(timeframe.label, timeframe));
  const { window } = calculate(model, entity, asOf).progress;
  return window === null
    ? words(timeframe.label)
    : words(`${timeframe.label}; now ${labelled("", window).replace(/^, /, "")}`);
}
