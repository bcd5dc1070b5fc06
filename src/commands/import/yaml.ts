/** Imported entities as the text of a new definition file, canonical as `kpi fmt` has it. */

import { canonOf } from "../../definition/canonical.ts";
import { yamlSource } from "../../definition/explain/yaml-source.ts";
import { kpiSchema } from "../../definition/published.ts";
import type { EntityKind } from "../../findings/finding.ts";
import type { ImportedEntity } from "../../import/model.ts";
import type { Canon } from "../../text/yaml-order.ts";
import { NEW_FILE } from "../add/compose.ts";
import { COLLECTIONS, type Definition, textSource } from "../add/yaml.ts";

const KINDS: readonly EntityKind[] = ["goal", "metric", "kpi"];
const STEP = "  ";
/** Flow maps and lists hold numbers and plain words only, which need no quotes anywhere. */
const TAME = /^[a-z][\w-]*$|^\d{4}-\d\d-\d\d$/i;

/** A whole file; `about` is one line for its head. */
export function definitionFile(entities: readonly ImportedEntity[], about: string): string {
  const canon = canonOf(kpiSchema());
  const sections = KINDS.flatMap((kind) => {
    const own = entities.filter((entity) => entity.kind === kind);
    if (own.length === 0) return [];
    const collection = COLLECTIONS[kind];
    const inner = canon.below(collection);
    const entries = own.map(({ id, definition }) => {
      return `${STEP}${id}:\n${mapLines(definition, 2, inner?.below(id) ?? null).join("\n")}\n`;
    });
    return [`\n${collection}:\n${entries.join("\n")}`];
  });
  return `${NEW_FILE.replace("\n", `\n# ${about}\n`)}${sections.join("")}`;
}

function mapLines(map: Definition, depth: number, canon: Canon | null): readonly string[] {
  const keys = Object.keys(map);
  const ranks = canon?.ranks(keys) ?? keys.map((_, index) => index);
  const order = keys.map((key, index) => ({ key, rank: ranks[index] ?? 0 })).sort((a, b) => a.rank - b.rank);
  return order.flatMap(({ key }) => entryLines(key, map[key], depth, canon?.below(key) ?? null));
}

function entryLines(key: string, value: unknown, depth: number, canon: Canon | null): readonly string[] {
  const lead = `${STEP.repeat(depth)}${textSource(key)}:`;
  if (typeof value === "string") return [`${lead} ${textSource(value)}`];
  if (typeof value !== "object" || value === null || isTame(value)) return [`${lead} ${yamlSource(value)}`];
  if (!Array.isArray(value)) return [lead, ...mapLines(value as Definition, depth + 1, canon)];
  return [lead, ...value.map((item) => `${STEP.repeat(depth + 1)}- ${textSource(String(item))}`)];
}

function isTame(value: object): boolean {
  return Object.values(value).every((one) => {
    return typeof one === "number" || typeof one === "boolean" || (typeof one === "string" && TAME.test(one));
  });
}
