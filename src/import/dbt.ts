/** dbt semantic models and metrics → plain metrics. Formulas and filters are kept as text; nothing is evaluated. */

import { isYamlMap, type YamlMap, type YamlValue } from "../text/yaml.ts";
import { IdMaker } from "./ids.ts";
import type { Imported, ImportedEntity, ImportSettings, Remark } from "./model.ts";
import { ForeignReader, type ImportFile, textAt, unreadRemarks, yamlObjects } from "./shape.ts";
import { textOf } from "./unread.ts";
import { titleOf } from "./words.ts";

type Result = { readonly ok: true; readonly imported: Imported } | { readonly ok: false; readonly message: string };

/** Something that is added up, counted or averaged; read once a metric is made of it. */
interface Measure {
  readonly map: YamlMap;
  readonly model: string;
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
  const dbt = new DbtReader();
  for (const { file, value } of read.objects) dbt.collect(value, file);
  if (!dbt.hasMetrics)
    return { ok: false, message: "There are no metrics in it; dbt metrics stand under metrics: or in models." };
  return { ok: true, imported: dbt.imported(settings) };
}

class DbtReader {
  readonly #reader = new ForeignReader();
  readonly #files: { readonly name: string; readonly map: YamlMap }[] = [];
  readonly #measures = new Map<string, Measure>();
  readonly #metrics: FoundMetric[] = [];
  readonly #remarks: Remark[] = [];

  get hasMetrics(): boolean {
    return this.#metrics.length > 0;
  }

  /** Finds metrics and measures in one object of a file. */
  collect(value: YamlValue, file: string): void {
    if (!isYamlMap(value)) {
      this.#leaveOut(file, "", null, textOf(value), "it is no object of dbt");
      return;
    }
    const reader = this.#reader;
    this.#files.push({ name: file, map: value });
    // Files of all versions are read alike.
    reader.value(value, "version");
    for (const model of reader.maps(value, "semantic_models")) this.#collectMeasures(model, file);
    for (const model of reader.maps(value, "models")) {
      for (const map of reader.maps(model, "metrics"))
        this.#metrics.push({ file, map, model: reader.text(model, "name"), measure: null });
    }
    for (const map of reader.maps(value, "metrics")) this.#metrics.push({ file, map, model: "", measure: null });
  }

  /** Measures, and the metrics that `create_metric` makes of them. */
  #collectMeasures(model: YamlMap, file: string): void {
    const named = this.#reader.text(model, "name");
    const own = this.#reader.text(model, "model").replace(/^ref\(\s*['"]([^'"]+)['"]\s*\)$/, "$1") || named;
    for (const measure of this.#reader.maps(model, "measures")) {
      const name = textAt(measure, "name");
      if (name === "") continue;
      this.#measures.set(name, { map: measure, model: own });
      if (measure.create_metric === true) this.#metrics.push({ file, map: measure, model: "", measure: name });
    }
  }

  imported(settings: ImportSettings): Imported {
    const ids = new IdMaker(settings.taken.metrics, "metric");
    const seen = new Set<string>();
    const entities: ImportedEntity[] = [];
    for (const found of this.#metrics) {
      const name = this.#reader.text(found.map, "name");
      const place = `metric ${name} in ${found.file}`;
      const label = this.#reader.text(found.map, "label");
      const title = titleOf(label || name.replaceAll("_", " "));
      if (name === "" || seen.has(name)) {
        const message = name === "" ? "it has no name" : "a metric of this name came before";
        this.#leaveOut(place, name, "name", null, message);
      } else if (title === null) {
        this.#leaveOut(place, name, "label", label === "" ? null : label, "its label has fewer than 3 characters");
      } else entities.push({ kind: "metric", id: ids.make(name), definition: this.#definition(found, name, title) });
      seen.add(name);
      this.#tellUnread(found.map, place, name);
    }
    for (const { name, map } of this.#files) this.#tellUnread(map, name, "");
    return { entities, data: [], remarks: this.#remarks, drafts: [] };
  }

  #definition(found: FoundMetric, name: string, title: string): Readonly<Record<string, unknown>> {
    const { map, measure } = found;
    const formula = new FormulaReader(this.#reader, this.#measures);
    const { words, query, aggregation } = measure === null ? formula.of(found) : formula.ofMeasure(measure);
    const filter = filterText(this.#reader.value(map, "filter"));
    const description = measure === null ? this.#reader.text(map, "description") : "";
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

  #tellUnread(map: YamlMap, place: string, subject: string): void {
    this.#remarks.push(...unreadRemarks(this.#reader, map, place, subject, "a metric"));
  }

  #leaveOut(place: string, subject: string, field: string | null, text: string | null, message: string): void {
    this.#remarks.push({ kind: "left-out", place, subject, field, text, message });
  }
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

class FormulaReader {
  readonly #reader: ForeignReader;
  readonly #measures: ReadonlyMap<string, Measure>;

  constructor(reader: ForeignReader, measures: ReadonlyMap<string, Measure>) {
    this.#reader = reader;
    this.#measures = measures;
  }

  of({ map, model }: FoundMetric): Formula {
    const reader = this.#reader;
    const params = reader.map(map, "type_params");
    switch (reader.text(map, "type")) {
      case "ratio": {
        const parts = [this.#input([map, params], ["numerator"]), this.#input([map, params], ["denominator"])];
        return pairOf(parts, "divided by", "ratio");
      }
      case "derived": {
        const expr = reader.text(map, "expr") || reader.text(params, "expr");
        this.#markInputs([map, params], expr);
        return { words: expr === "" ? "" : `Computed as ${expr}`, query: expr, aggregation: null };
      }
      case "cumulative":
        return this.#cumulative(map, params);
      case "conversion": {
        const places = [map, params, reader.map(params, "conversion_type_params")];
        const converted = this.#input(places, ["conversion_metric", "conversion_measure"]);
        return pairOf([converted, this.#input(places, ["base_metric", "base_measure"])], "as a share of", null);
      }
      default:
        return this.#simple(map, params, model);
    }
  }

  /** Inputs of which the formula tells all: their names. */
  #markInputs(maps: readonly YamlMap[], expr: string): void {
    for (const map of maps) {
      for (const key of ["metrics", "input_metrics"]) {
        const list = Object.hasOwn(map, key) ? map[key] : undefined;
        if (Array.isArray(list) && list.every((one) => expr.includes(onlyName(one)))) this.#reader.value(map, key);
      }
    }
  }

  ofMeasure(name: string): Formula {
    const measure = this.#measures.get(name);
    if (measure === undefined)
      return { words: name === "" ? "" : `The measure ${name}`, query: name, aggregation: null };
    const { map, model } = measure;
    this.#reader.value(map, "create_metric");
    const expr = this.#reader.text(map, "expr") || this.#reader.text(map, "name");
    return aggregated(this.#reader.text(map, "agg"), expr, model, this.#reader.text(map, "description"));
  }

  #simple(map: YamlMap, params: YamlMap, model: string): Formula {
    const agg = this.#reader.text(map, "agg");
    if (agg === "") return this.ofMeasure(this.#input([map, params], ["measure"]));
    return aggregated(agg, this.#reader.text(map, "expr") || textAt(map, "name"), model, "");
  }

  /** A total up to the day: of the period so far, of the last days, or of all time. */
  #cumulative(map: YamlMap, params: YamlMap): Formula {
    const input = this.#input([map, params], ["measure", "input_metric"]);
    const places = [map, this.#reader.map(params, "cumulative_type_params"), params];
    const grain = this.#input(places, ["grain_to_date"]);
    const window = this.#input(places, ["window"]);
    const spans = [grain === "" ? "" : ` of the ${grain} so far`, window === "" ? "" : ` of the last ${window}`];
    const span = spans.join("") || " of all time";
    if (input === "") return { words: `A total${span}`, query: "", aggregation: null };
    return {
      words: `${input} added up${span}`,
      query: `cumulative(${input})${span}`,
      aggregation: grain === "" ? null : "running",
    };
  }

  /** The first of some keys in the first of some maps: a name, or the name and filter of an input. */
  #input(maps: readonly YamlMap[], keys: readonly string[]): string {
    for (const key of keys) {
      for (const map of maps) {
        const text = this.#reader.text(map, key) || this.#named(this.#reader.map(map, key));
        if (text !== "") return text;
      }
    }
    return "";
  }

  #named(input: YamlMap): string {
    const name = this.#reader.firstText(input, ["name", "measure", "metric"]);
    if (name === "") return "";
    const filter = filterText(this.#reader.value(input, "filter"));
    return filter === "" ? name : `${name} where ${filter}`;
  }
}

/** An input that is nothing but a name; else what stands in no formula. */
function onlyName(input: YamlValue): string {
  if (!isYamlMap(input)) return textOf(input);
  return Object.keys(input).length === 1 ? textAt(input, "name") : JSON.stringify(input);
}

/** Two inputs; where a file names only one, nothing is computed of them. */
function pairOf(inputs: readonly string[], between: string, aggregation: string | null): Formula {
  const [top = "", bottom = ""] = inputs;
  if (top !== "" && bottom !== "")
    return { words: `${top} ${between} ${bottom}`, query: `${top} / ${bottom}`, aggregation };
  if (top !== "") return { words: `${top} ${between} something that is not named`, query: "", aggregation };
  return { words: bottom === "" ? "" : `Something that is not named ${between} ${bottom}`, query: "", aggregation };
}

function aggregated(agg: string, expr: string, model: string, description: string): Formula {
  const from = model === "" ? "" : ` from ${model}`;
  return {
    words: description || `${agg} of ${expr}${from}`,
    query: `${agg}(${expr})${from}`,
    aggregation: AGGREGATIONS.get(agg) ?? null,
  };
}

function filterText(value: YamlValue | undefined): string {
  if (!Array.isArray(value)) return textOf(value);
  return value
    .map(textOf)
    .filter((text) => text !== "")
    .join(" and ");
}
