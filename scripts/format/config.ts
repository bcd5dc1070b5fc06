/** The part of the reference on `kpi.config.yaml`: levels, presets and the options of rules. */

import { yamlSource } from "../../src/definition/explain/yaml-source.ts";
import type { JsonSchema } from "../../src/definition/json-schema.ts";
import { code, ruleLink, table } from "./markdown.ts";
import { isList, propertiesOf } from "./parts.ts";
import { allowed } from "./words.ts";

/** The levels that a rule can have, with what they do. */
export function levelTable(config: JsonSchema): string {
  const { enum: levels = [], markdownEnumDescriptions: meanings = [] } = config.definitions?.level ?? {};
  return table(
    ["level", "means"],
    levels.map((level, index) => [code(yamlSource(level)), meanings[index] ?? ""]),
  );
}

/** Every option of every rule; an option that several rules share is one row. */
export function optionTable(config: JsonSchema): string {
  const rows = new Map<string, { readonly cells: readonly string[]; readonly rules: string[] }>();
  for (const [rule, option, schema] of options(config)) {
    const cells = [code(option), allowedOption(schema), schema.markdownDescription ?? schema.description ?? ""];
    const key = JSON.stringify(cells);
    const row = rows.get(key) ?? { cells, rules: [] };
    row.rules.push(ruleLink(rule));
    rows.set(key, row);
  }
  return table(
    ["option", "what may stand there", "meaning", "rules"],
    [...rows.values()].map(({ cells, rules }) => [...cells, rules.join("<br>")]),
  );
}

/** More words than this stand on the rule's page, to which the row links. */
const MOST_WORDS = 8;

function allowedOption(schema: JsonSchema): string {
  const { items } = schema;
  const isLong = items !== undefined && !isList(items) && (items.enum?.length ?? 0) > MOST_WORDS;
  return isLong ? "list of words of the rule, which its page shows" : allowed(schema, []);
}

function options(config: JsonSchema): readonly (readonly [rule: string, option: string, schema: JsonSchema])[] {
  const rules = config.properties?.rules;
  if (typeof rules !== "object") return [];
  return propertiesOf(rules).flatMap(([id, rule]) =>
    (rule.anyOf ?? []).flatMap(({ items }) => {
      const [, second] = items !== undefined && isList(items) ? items : [];
      return propertiesOf(second ?? {}).map(([option, schema]) => [id, option, schema] as const);
    }),
  );
}
