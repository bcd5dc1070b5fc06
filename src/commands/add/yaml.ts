/** Answers as YAML: how they are read, and how an entry is written, canonical as `kpi fmt` has it. */

import { canonOf } from "../../definition/canonical.ts";
import { yamlSource } from "../../definition/explain/yaml-source.ts";
import { kpiSchema } from "../../definition/published.ts";
import type { EntityKind } from "../../findings/finding.ts";
import { replaceHidden, visible } from "../../text/display.ts";
import { isYamlMap, readYaml, type YamlValue } from "../../text/yaml.ts";
import { formatYaml } from "../../text/yaml-format.ts";

export type Definition = Readonly<Record<string, unknown>>;

/** The top-level map that entries of a kind stand in. */
export const COLLECTIONS = { goal: "goals", metric: "metrics", kpi: "kpis" } as const;

/** One line of text: line ends and tabs become spaces. */
export function oneLine(text: string): string {
  return text.replace(/\s*[\t\n\v\f\r\u0085\u2028\u2029]\s*/g, " ").trim();
}

/** A typed answer as YAML reads it, or the text itself where that is no single value. */
export function readAsYaml(text: string): YamlValue {
  if (/(?:^|\s)#/.test(text)) return text;
  const { documents, problems } = readYaml(text);
  const value = documents[0]?.value;
  return documents.length > 1 || problems.length > 0 || value === undefined || value === null ? text : value;
}

/** The number of an answer such as `+10`, of which YAML reads 10; null for all others. */
export function plusNumberIn(text: string): number | null {
  const { plusNumbers, documents } = readYaml(text);
  const value = documents[0]?.value;
  return plusNumbers.length > 0 && typeof value === "number" ? value : null;
}

/** An entry on lines of its own, without indentation: its id, and its fields in canonical order. */
export function blockEntry(kind: EntityKind, id: string, definition: Definition): string {
  const fields = Object.entries(definition).map(([key, value]) => `    ${key}: ${source(value)}\n`);
  const lines = canonical(`${COLLECTIONS[kind]}:\n  ${id}:\n${fields.join("")}`)
    .trimEnd()
    .split("\n")
    .slice(1);
  return lines.map((line) => line.slice(2)).join("\n");
}

/** The same entry on one line, for maps in braces. */
export function flowEntry(kind: EntityKind, id: string, definition: Definition): string {
  const text = canonical(`${COLLECTIONS[kind]}:\n  ${id}: ${inFlow(definition)}\n`);
  return text.trimEnd().split("\n").slice(1).join("\n").trim();
}

function canonical(text: string): string {
  const formatted = formatYaml(text, canonOf(kpiSchema()));
  if (!formatted.ok) throw new Error(`An entry was written that cannot be read: ${JSON.stringify(text)}`);
  return formatted.text;
}

function source(value: unknown): string {
  return typeof value === "string" ? textSource(value) : inFlow(value);
}

/** On one line, in braces where it has parts. */
function inFlow(value: unknown): string {
  return withoutHiding(yamlSource(value));
}

/** Characters with a meaning at the start of a plain text. */
const INDICATOR = /^[-?:,[\]{}#&*!|>'"%@`=<~]/;
/** What other readers of YAML take for truth or for a number: `yes`, `12:30`, `1_000`. */
const OTHERWISE = /^(?:y|n|yes|no|on|off|[+-]?[\d_][\d_:.]*)$/i;

/** Text as it stands behind `key: `, in quotes only where it would be read as something else. */
export function textSource(text: string): string {
  if (visible(text) === text && !INDICATOR.test(text) && !OTHERWISE.test(text)) {
    const { documents, problems } = readYaml(`key: ${text}`);
    const value = documents[0]?.value;
    if (problems.length === 0 && documents.length === 1 && isYamlMap(value) && value.key === text) return text;
  }
  return withoutHiding(JSON.stringify(text));
}

/** Hidden characters stand in quoted texts only, where they can be written out. */
function withoutHiding(source: string): string {
  return visible(source) === source ? source : replaceHidden(source, escaped);
}

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\U${code.toString(16).padStart(8, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
}
