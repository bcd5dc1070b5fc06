/**
 * Says what is wrong with a document that the compiled validator refused.
 *
 * A validator reports every branch of a union and every consequence of a slip. This walks the same
 * schema along the value, chooses the branch first, and says one thing for one cause.
 */

import type { KeyPath } from "../../text/source.ts";
import type { Form, JsonSchema } from "../json-schema.ts";
import type { ShapeProblem } from "../shape-problem.ts";
import { misfitKeys, missingKeys } from "./keys.ts";
import { constantSlip, type Here, kindSlip, listSlip, numberSlip, type Slip, textSlip } from "./leaf.ts";
import { branchesOf, entityOf, kindOf, takes } from "./spot.ts";
import { write } from "./traps/trap.ts";
import { fitsText } from "./wrong-kind.ts";

/** Past this many problems a document is not walked further. */
export const MOST_PROBLEMS = 5_000;

type MapValue = Readonly<Record<string, unknown>>;

/** What is known besides the value that is looked at. */
export interface Facts {
  /** The year to complete a label such as `Q3` with. */
  readonly year: number | null;
  /** The unit of the metric that a KPI measures. */
  readonly unitOfKpi: (id: string) => string | null;
  /** The source text of a value; null where it is not known. */
  readonly sourceOf: (path: KeyPath) => string | null;
  /** Whether nothing can be said of an entry of a top-level map, so that the walk passes it by. */
  readonly isSilent: (collection: string | number | undefined, entry: unknown) => boolean;
}

export class Explainer {
  readonly problems: ShapeProblem[] = [];
  readonly #document: JsonSchema;
  readonly #facts: Facts;

  /** `document` is the schema of the whole file. */
  constructor(document: JsonSchema, facts: Facts) {
    this.#document = document;
    this.#facts = facts;
  }

  get full(): boolean {
    return this.problems.length > MOST_PROBLEMS;
  }

  /** Adds the problems of a value that should have the shape `field`; a form holds for all its branches. */
  explain(field: JsonSchema, value: unknown, path: KeyPath): void {
    if (this.full) return;
    const kind = kindOf(value);
    const branches = branchesOf(field).filter((branch) => takes(branch, kind));
    const [branch, ...others] = branches;
    const here = this.#here(field, path, field["x-kpi-form"] ?? branch?.["x-kpi-form"]);
    if (branch === undefined) this.#add(kindSlip(field, value, here), path, kind === "nothing" ? "key" : "value");
    else if (others.length > 0) this.#nearestBranch(branches, value, path);
    else if (kind === "map" && branch.propertyNames !== undefined) this.#map(branch, value as MapValue, path);
    else if (kind === "map") this.#object(branch, value as MapValue, path);
    else if (kind === "list") this.#list(branch, value as readonly unknown[], path);
    else if (kind === "text") this.#add(textSlip(branch, value as string, here), path);
    else if (kind === "number") this.#add(numberSlip(branch, value as number, here), path);
    else this.#add(constantSlip(branch, value, here), path);
  }

  /** Several forms of a map or list: the one with the fewest problems was meant, or the one of the first key. */
  #nearestBranch(branches: readonly JsonSchema[], value: unknown, path: KeyPath): void {
    const [firstKey] = kindOf(value) === "map" ? Object.keys(value as MapValue) : [];
    const hasFirst = (branch: JsonSchema): boolean =>
      firstKey !== undefined && branch.properties?.[firstKey] !== undefined;
    const ordered = [...branches].sort((a, b) => Number(hasFirst(b)) - Number(hasFirst(a)));
    const trials = ordered.map((branch) => {
      const trial = new Explainer(this.#document, this.#facts);
      const others = branches.filter((other) => other !== branch);
      const otherKeys = others.flatMap((other) => Object.keys(other.properties ?? {}));
      if (kindOf(value) === "map") trial.#object(branch, value as MapValue, path, otherKeys);
      else trial.explain(branch, value, path);
      return trial.problems;
    });
    this.problems.push(...trials.reduce((best, trial) => (nearer(trial, best) ? trial : best)));
  }

  /** A map from ids, dates or rule ids to entries of one shape. */
  #map(schema: JsonSchema, value: MapValue, path: KeyPath): void {
    const { propertyNames = {}, additionalProperties } = schema;
    for (const key of Object.keys(value)) {
      if (this.full) return;
      const at = [...path, key];
      if (!fitsText(propertyNames, key)) {
        this.#add(textSlip(propertyNames, key, this.#here(propertyNames, at, propertyNames["x-kpi-form"])), at, "key");
      }
      if (path.length === 1 && this.#facts.isSilent(path[0], value[key])) continue;
      if (typeof additionalProperties === "object") this.explain(additionalProperties, value[key], at);
    }
  }

  #object(schema: JsonSchema, value: MapValue, path: KeyPath, otherForms: readonly string[] = []): void {
    const misfits = misfitKeys(schema, value, path, this.#document, otherForms);
    const meant = new Set([...misfits.values()].map((misfit) => misfit.meant));
    const missing = missingKeys(schema, value, path);
    const empty = new Set(missing.filter((one) => one.empty).map((one) => one.key));
    // A key that stands there under another name is not missing as well.
    this.problems.push(...missing.filter((one) => !meant.has(one.key)).map((one) => one.problem));
    for (const key of Object.keys(value)) {
      if (this.full) return;
      const property = schema.properties?.[key];
      const misfit = misfits.get(key);
      if (misfit !== undefined) {
        const suggestions = misfit.meant === null ? [] : [write(misfit.meant)];
        const { messageId, message } = misfit;
        this.#add({ ruleId: "schema/unknown-key", messageId, message, suggestions }, [...path, key], "key");
      } else if (typeof property === "object" && value[key] !== undefined && !empty.has(key)) {
        this.explain(property, value[key], [...path, key]);
      }
    }
  }

  #list(schema: JsonSchema, value: readonly unknown[], path: KeyPath): void {
    const slip = listSlip(schema, value, path);
    if (slip !== null) {
      this.#add(slip, path);
      return;
    }
    for (const [index, item] of value.entries()) {
      const items: JsonSchema | readonly JsonSchema[] | undefined = schema.items;
      const itemSchema = isTuple(items) ? items[index] : items;
      if (itemSchema !== undefined) this.explain(itemSchema, item, [...path, index]);
    }
  }

  #here(field: JsonSchema, path: KeyPath, form: Form | undefined): Here {
    const { year, unitOfKpi, sourceOf } = this.#facts;
    return {
      path,
      field,
      form,
      year,
      source: () => sourceOf(path),
      unit: () => (path[0] === "kpis" ? unitOfKpi(String(path[1])) : null),
    };
  }

  #add(slip: Slip | null, path: KeyPath, at: "key" | "value" = "value"): void {
    if (slip === null) return;
    const { ruleId, messageId, message, suggestions } = slip;
    const place = typeof path.at(-1) === "string" ? at : "value";
    this.problems.push({ ruleId, messageId, message, path, at: place, suggestions, entity: entityOf(path) });
  }
}

/** Fewer problems, or as many but further inside the value. */
function nearer(trial: readonly ShapeProblem[], best: readonly ShapeProblem[]): boolean {
  const depth = (problems: readonly ShapeProblem[]): number => problems[0]?.path.length ?? 0;
  return trial.length < best.length || (trial.length === best.length && depth(trial) > depth(best));
}

function isTuple(items: JsonSchema | readonly JsonSchema[] | undefined): items is readonly JsonSchema[] {
  return Array.isArray(items);
}
