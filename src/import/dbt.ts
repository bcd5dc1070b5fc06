/** dbt semantic models and metrics → plain metrics. Formulas and filters are kept as text; nothing is evaluated. */

import { isYamlMap, type YamlMap, type YamlValue } from "../text/yaml.ts";
import { IdMaker } from "./ids.ts";
import type { Imported, ImportedEntity, ImportSettings, Remark } from "./model.ts";
import { type ImportFile, mapAt, mapsAt, textAt, yamlObjects } from "./shape.ts";
import { titleOf } from "./words.ts";

type Result = { readonly ok: true; readonly imported: Imported } | { readonly ok: false; readonly message: string };

/** Something that is added up, counted or averaged: a measure, or a simple metric of the newer form. */
interface Measure {
  readonly model: string;
  readonly agg: string;
  readonly expr: string;
  readonly description: string;
}

interface FoundMetric {
  readonly file: string;
  readonly map: YamlMap;
  /** The model it stands in; empty at the top level. */
  readonly model: string;
  /** The measure that it is made of by \`create_metric\`; null for metrics that are written. */
  readonly measure: string | null;
}

/** Reads metrics in both forms: with semantic models and measures, and inside models. */
export function importDbt(files: readonly ImportFile[], settings: ImportSettings): Result {
  const read = yamlObjects(files);
  if (!read.ok) return read;
  const measures = new Map<string, Measure>();
  const metrics: FoundMetric[] = [];
  const remarks: Remark[] = [];
  for (const { file, value } of read.objects) {
    if (!isYamlMap(value)) continue;
    for (const model of mapsAt(value, "semantic_models")) collectMeasures(model, file, measures, metrics);
    for (const model of mapsAt(value, "models")) {
      for (const map of mapsAt(model, "metrics"))
        metrics.push({ file, map, model: textAt(model, "name"), measure: null });
    }
    for (const map of mapsAt(value, "metrics")) metrics.push({ file, map, model: "", measure: null });
  }
  if (metrics.length === 0)
    return { ok: false, message: "There are no metrics in it; dbt metrics stand under metrics: or in models." };
  const ids = new IdMaker(settings.taken.metrics, "metric");
  const seen = new Set<string>();
  const entities: ImportedEntity[] = [];
  for (const found of metrics) {
    const name = textAt(found.map, "name");
    const place = `metric ${name} in ${found.file}`;
    if (name === "" || seen.has(name)) {
      const message = name === "" ? "it has no name" : "a metric of this name came before";
      remarks.push({ kind: "left-out", place, subject: name, field: "name", text: null, message });
      continue;
    }
    seen.add(name);
    const definition = definitionOf(found, measures);
    if (definition === null) {
      const message = "its label has fewer than 3 characters";
      remarks.push({ kind: "left-out", place, subject: name, field: "label", text: null, message });
    } else entities.push({ kind: "metric", id: ids.make(name), definition });
  }
  return { ok: true, imported: { entities, data: [], remarks, drafts: [] } };
}

/** Measures, and the metrics that `create_metric` makes of them. */
function collectMeasures(model: YamlMap, file: string, measures: Map<string, Measure>, metrics: FoundMetric[]): void {
  const name = textAt(model, "model").replace(/^ref\(\s*['"]([^'"]+)['"]\s*\)$/, "$1") || textAt(model, "name");
  for (const measure of mapsAt(model, "measures")) {
    const own = textAt(measure, "name");
    if (own === "") continue;
    measures.set(own, {
      model: name,
      agg: textAt(measure, "agg"),
      expr: textAt(measure, "expr") || own,
      description: textAt(measure, "description"),
    });
    if (measure.create_metric === true) metrics.push({ file, map: measure, model: "", measure: own });
  }
}

function definitionOf(
  { map, model, measure }: FoundMetric,
  measures: ReadonlyMap<string, Measure>,
): Readonly<Record<string, unknown>> | null {
  const name = textAt(map, "name");
  const title = titleOf(textAt(map, "label") || name.replaceAll("_", " "));
  if (title === null) return null;
  const { words, query, aggregation } =
    measure === null ? formulaOf(map, model, measures) : ofMeasure(measures.get(measure), measure);
  const filter = filterText(map.filter);
  const description = measure === null ? textAt(map, "description") : "";
  const sentences = [
    description,
    words === "" ? "" : `${words.replace(/\.$/, "")}.`,
    filter === "" ? "" : `Only where ${filter}.`,
  ];
  const parts: Record<string, unknown> = { title };
  const definition = sentences.filter((text) => text !== "").join(" ");
  if (definition !== "") parts.definition = definition;
  if (aggregation !== null) parts.aggregation = aggregation;
  const source: Record<string, unknown> = { system: "dbt", how: "automatic" };
  if (query !== "") source.query = filter === "" ? query : `${query} where ${filter}`;
  parts.source = source;
  parts["x-imported"] = { metric: name };
  return parts;
}

interface Formula {
  /** How it is computed, in words. */
  readonly words: string;
  readonly query: string;
  /** How values of several periods become one; null where they do not add up. */
  readonly aggregation: string | null;
}

/** Sums and counts add up; averages, distinct counts and percentiles do not. */
const AGGREGATIONS: ReadonlyMap<string, string> = new Map([
  ["sum", "sum"],
  ["count", "sum"],
  ["sum_boolean", "sum"],
  ["min", "min"],
  ["max", "max"],
]);

function formulaOf(map: YamlMap, model: string, measures: ReadonlyMap<string, Measure>): Formula {
  const type = textAt(map, "type");
  const params = mapAt(map, "type_params");
  const at = (key: string): YamlValue | undefined =>
    Object.hasOwn(map, key) ? map[key] : Object.hasOwn(params, key) ? params[key] : undefined;
  switch (type) {
    case "ratio": {
      const [top, bottom] = [inputText(at("numerator")), inputText(at("denominator"))];
      return { words: `${top} divided by ${bottom}`, query: `${top} / ${bottom}`, aggregation: "ratio" };
    }
    case "derived": {
      const expr = scalar(at("expr"));
      return { words: `Computed as ${expr}`, query: expr, aggregation: null };
    }
    case "cumulative":
      return cumulative(map, params, inputText(at("measure") ?? at("input_metric")));
    case "conversion": {
      const inner = mapAt(params, "conversion_type_params");
      const input = (key: string): string => inputText(at(key) ?? (Object.hasOwn(inner, key) ? inner[key] : undefined));
      const base = input("base_metric") || input("base_measure");
      const converted = input("conversion_metric") || input("conversion_measure");
      return { words: `${converted} as a share of ${base}`, query: `${converted} / ${base}`, aggregation: null };
    }
    default:
      return simple(map, model, inputText(at("measure")), measures);
  }
}

function simple(map: YamlMap, model: string, name: string, measures: ReadonlyMap<string, Measure>): Formula {
  const agg = textAt(map, "agg");
  if (agg === "") return ofMeasure(measures.get(name), name);
  const expr = textAt(map, "expr") || textAt(map, "name");
  return ofMeasure({ model, agg, expr, description: "" }, name);
}

function ofMeasure(measure: Measure | undefined, name: string): Formula {
  if (measure === undefined) return { words: name === "" ? "" : `The measure ${name}`, query: name, aggregation: null };
  const from = measure.model === "" ? "" : ` from ${measure.model}`;
  return {
    words: measure.description || `${measure.agg} of ${measure.expr}${from}`,
    query: `${measure.agg}(${measure.expr})${from}`,
    aggregation: AGGREGATIONS.get(measure.agg) ?? null,
  };
}

/** A total up to the day: of the period so far, of the last days, or of all time. */
function cumulative(map: YamlMap, params: YamlMap, input: string): Formula {
  const inner = mapAt(params, "cumulative_type_params");
  const find = (key: string): string => textAt(map, key) || textAt(inner, key) || textAt(params, key);
  const grain = find("grain_to_date");
  const window = find("window");
  const span = grain !== "" ? ` of the ${grain} so far` : window !== "" ? ` of the last ${window}` : " of all time";
  return {
    words: `${input} added up${span}`,
    query: `cumulative(${input})${span}`,
    aggregation: grain === "" ? null : "running",
  };
}

/** A name, or the name and filter of an input. */
function inputText(value: YamlValue | undefined): string {
  if (!isYamlMap(value)) return scalar(value);
  const name = textAt(value, "name") || textAt(value, "measure") || textAt(value, "metric");
  const filter = filterText(value.filter);
  return filter === "" ? name : `${name} where ${filter}`;
}

function filterText(value: YamlValue | undefined): string {
  if (Array.isArray(value))
    return value
      .map(scalar)
      .filter((text) => text !== "")
      .join(" and ");
  return scalar(value);
}

function scalar(value: YamlValue | undefined): string {
  return typeof value === "string" || typeof value === "number" ? String(value).replace(/\s+/g, " ").trim() : "";
}
