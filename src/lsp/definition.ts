/** Go to definition: from an id to where it is defined, from `data` to the file, from a data file to its metric. */

import type { Location, Position } from "vscode-languageserver";
import { kindOf } from "../host/files.ts";
import { nodeAt, yamlTrees } from "../text/yaml-tree.ts";
import { mentionsEverywhere, mentionsOf } from "./finding-mentions.ts";
import { mentionAt } from "./mentions.ts";
import { pathAt } from "./path-at.ts";
import type { Context, Session } from "./session.ts";

const START = { line: 0, character: 0 };

/** Every definition, where an id has several; empty where there is none. */
export function definitionAt(context: Context, position: Position, session: Session): Location[] {
  const { workspace, file, lines, document, kind } = context;
  if (kind === "data") return metricsOf(context, session);
  if (kind !== "definition") return [];
  const offset = lines.offset(position);
  const mention = mentionAt(mentionsOf(workspace, file), offset);
  if (mention === null) return dataFileAt(context, offset, session);
  if (mention.kind === "owner") return [];
  return mentionsEverywhere(workspace, mention).flatMap((found) => {
    if (found.role !== "definition") return [];
    const there = found.file === file ? lines : session.linesOf(workspace, found.file);
    if (there === null) return [];
    const uri = found.file === file ? document.uri : session.uriOf(workspace, found.file);
    return [{ uri, range: there.range(found.start, found.end) }];
  });
}

function dataFileAt({ workspace, document, file }: Context, offset: number, session: Session): Location[] {
  const at = pathAt(document.text, offset);
  const [section, id, field] = at?.path ?? [];
  if (section !== "metrics" || field !== "data" || at?.path.length !== 3) return [];
  const node = nodeAt(yamlTrees(document.text)[at.document], at.path);
  const metric = workspace.model?.metrics.get(String(id));
  const named = metric?.origin.file === file ? metric.dataFile : null;
  if (node?.kind !== "scalar" || named === null || named === undefined) return [];
  if (kindOf(workspace.absolute(named)) !== "file") return [];
  return [{ uri: session.uriOf(workspace, named), range: { start: START, end: START } }];
}

/** The metrics whose rows stand in a data file. */
function metricsOf({ workspace, file }: Context, session: Session): Location[] {
  const metrics = [...(workspace.model?.metrics.values() ?? [])].filter(({ dataFile }) => dataFile === file);
  return metrics.flatMap(({ id, origin }) => {
    const lines = session.linesOf(workspace, origin.file);
    const found = mentionsOf(workspace, origin.file).find(
      (mention) => mention.kind === "metric" && mention.role === "definition" && mention.id === id,
    );
    if (lines === null || found === undefined) return [];
    return [{ uri: session.uriOf(workspace, origin.file), range: lines.range(found.start, found.end) }];
  });
}
