/** The formats of `kpi graph`. */

import { statusText } from "../progress/words.ts";
import { jsonText, plain, shorten } from "../untrusted.ts";
import { type EdgeKind, type Graph, type GraphNode, keyOf } from "./model.ts";

export type GraphFormat = "mermaid" | "dot" | "json";

/** Characters of a title; the whole of it stands in JSON. */
const TITLE_LENGTH = 60;

/** What an edge says in words; links that every KPI has say nothing. */
const LABELS: Readonly<Record<EdgeKind, string>> = {
  parent: "",
  goal: "",
  metric: "",
  leads: "leads",
  "contributes-to": "adds to",
  driver: "driver",
  guardrail: "guardrail",
  "derived-from": "from",
};
/** Links beside the main way from goal to KPI to metric. */
const DASHED: ReadonlySet<EdgeKind> = new Set(["driver", "guardrail", "derived-from"]);

/** Every format of `kpi graph` by name. */
export const graphReporters: Readonly<Record<GraphFormat, (graph: Graph) => string>> = {
  mermaid: mermaidGraph,
  dot: dotGraph,
  json: (graph) => jsonText({ schemaVersion: 1, nodes: graph.nodes, edges: graph.edges }),
};

/** A flowchart that GitHub, GitLab and many wikis draw; goals above, metrics below. */
function mermaidGraph({ nodes, edges }: Graph): string {
  const names = namesOf(nodes);
  const shape = { goal: ["([", "])"], kpi: ["[", "]"], metric: ["[(", ")]"] } as const;
  const lines = nodes.map((node) => {
    const [open, close] = shape[node.kind];
    return `  ${names.get(keyOf(node))}${open}"${linesOf(node).map(mermaidText).join("<br>")}"${close}`;
  });
  // Drawn from above to below, so a link to a goal runs against its own direction.
  const links = edges.map(({ from, to, kind }) => {
    const isUp = kind === "parent" || kind === "goal";
    const [first, second] = isUp ? [to, from] : [from, to];
    const label = LABELS[kind] === "" ? "" : `|${LABELS[kind]}|`;
    const arrow = DASHED.has(kind) ? "-.->" : isUp || kind === "metric" ? "---" : "-->";
    return `  ${names.get(keyOf(first))} ${arrow}${label} ${names.get(keyOf(second))}`;
  });
  return `${["flowchart TB", ...lines, ...links].join("\n")}\n`;
}

/** For Graphviz: `kpi graph --format dot | dot -Tsvg`. */
function dotGraph({ nodes, edges }: Graph): string {
  const names = namesOf(nodes);
  const shape = { goal: "ellipse", kpi: "box", metric: "cylinder" } as const;
  const lines = nodes.map((node) => {
    const label = linesOf(node).map(dotText).join("\\n");
    return `  ${names.get(keyOf(node))} [shape=${shape[node.kind]}, label="${label}"];`;
  });
  const links = edges.map(({ from, to, kind }) => {
    const isUp = kind === "parent" || kind === "goal";
    const [first, second] = isUp ? [to, from] : [from, to];
    const style = [
      ...(LABELS[kind] === "" ? ["dir=none"] : [`label="${LABELS[kind]}"`]),
      ...(DASHED.has(kind) ? ["style=dashed"] : []),
    ];
    return `  ${names.get(keyOf(first))} -> ${names.get(keyOf(second))} [${style.join(", ")}];`;
  });
  return `${["digraph kpis {", "  rankdir=TB;", '  node [fontname="sans-serif"];', ...lines, ...links, "}"].join("\n")}\n`;
}

/** Names that no format could take for a word of its own, whatever the ids are. */
function namesOf(nodes: readonly GraphNode[]): ReadonlyMap<string, string> {
  return new Map(nodes.map((node, index) => [keyOf(node), `n${index + 1}`]));
}

function linesOf({ id, title, status, state }: GraphNode): readonly string[] {
  const idle = state === null || state === "active" ? null : state;
  const standing = status === null ? idle : statusText(status);
  return [shorten(plain(title), TITLE_LENGTH), id, ...(standing === null ? [] : [standing])];
}

/** Text inside a quoted label: everything with a meaning in Mermaid, Markdown or HTML as a numbered entity. */
function mermaidText(text: string): string {
  return plain(text).replace(
    /[^\p{L}\p{N}\p{Sc} .,;:!?%()+/=▲▼★○✓✖⊘◔→-]/gu,
    (character) => `#${character.codePointAt(0)};`,
  );
}

function dotText(text: string): string {
  return plain(text).replace(/[\\"]/g, "\\$&");
}
