/** Value → problems of shape. Valid documents pass the compiled validator and cost nothing more. */

import { validateConfig as configIsValid } from "../generated/validate-config.js";
import { validateKpi as definitionIsValid, validGoal, validKpi, validMetric } from "../generated/validate-kpi.js";
import { lfsPointer } from "../text/lfs-pointer.ts";
import type { KeyPath } from "../text/source.ts";
import { Explainer, type Facts, MOST_PROBLEMS } from "./explain/explainer.ts";
import { isDraft, missingParts } from "./explain/parts.ts";
import { entityOf, kindName, kindOf, placeName, sentence } from "./explain/spot.ts";
import { changeOrLevel } from "./explain/traps/change.ts";
import { versionProblem } from "./explain/version.ts";
import type { JsonSchema } from "./json-schema.ts";
import { kpiSchema, publishedConfigSchema } from "./published.ts";
import type { ShapeContext, ShapeProblem } from "./shape-problem.ts";

type MapValue = Readonly<Record<string, unknown>>;

/**
 * What is wrong with the shape of one document of a definition file, in the order of the file.
 * Takes any value and never throws. A valid document can still have the missing parts of drafts, as information.
 */
export function validateDefinition(value: unknown, context: ShapeContext = {}): readonly ShapeProblem[] {
  if (definitionIsValid(value)) return draftProblems(value as MapValue);
  const sourceOf = (path: KeyPath) => context.sourceOf?.(path) ?? null;
  const facts: Facts = {
    year: context.year ?? null,
    unitOfKpi: (id) => unitOfKpi(value, id, context),
    sourceOf,
    isSilent,
  };
  return explained(kpiSchema(), value, facts);
}

/** What is wrong with the shape of a config; every problem has the rule id `config/invalid`. */
export function validateConfig(value: unknown): readonly ShapeProblem[] {
  if (value === null || value === undefined || configIsValid(value)) return [];
  const facts: Facts = { year: null, unitOfKpi: () => null, sourceOf: () => null, isSilent: () => false };
  const problems = explained(publishedConfigSchema(), value, facts);
  return problems.map((problem) => ({ ...problem, ruleId: "config/invalid" }));
}

/** A target such as `+10`, of which YAML reads the number 10: only the source text tells. */
export function plusNumberProblem(path: KeyPath, value: number, sourceText: string): ShapeProblem {
  return {
    ruleId: "measurable/target-unreadable",
    messageId: "plus-number",
    message: sentence(
      `${placeName(path)} says ${sourceText.trim()}, which YAML reads as ${value}: write a change with % or \`by\`, or the number to reach.`,
    ),
    path,
    at: "value",
    suggestions: changeOrLevel(value),
    entity: entityOf(path),
  };
}

function explained(schema: JsonSchema, value: unknown, facts: Facts): readonly ShapeProblem[] {
  if (kindOf(value) !== "map" && value !== null && value !== undefined) {
    const isPointer = typeof value === "string" && lfsPointer(value) !== null;
    const message = isPointer
      ? "This is only a pointer of git LFS: fetch the file itself with `git lfs pull`."
      : `The file must be a map of keys such as \`version: 1\`, not ${kindName(value)}.`;
    return [
      { ruleId: "schema/type", messageId: "type", message, path: [], at: "value", suggestions: [], entity: null },
    ];
  }
  const root = (value ?? {}) as MapValue;
  const version = versionProblem(root, schema.required?.includes("version") === true);
  // Another version has other fields: nothing else can be said.
  if (version?.messageId === "unread") return [version];
  const explainer = new Explainer(schema, facts);
  explainer.explain(withAnyVersion(schema), root, []);
  const found = explainer.problems;
  const problems =
    version === null || (version.messageId === "missing" && found.some(meansVersion)) ? found : [version, ...found];
  return problems.length === 0 ? [UNEXPLAINED] : capped(problems);
}

function capped(problems: readonly ShapeProblem[]): readonly ShapeProblem[] {
  return problems.length > MOST_PROBLEMS ? [...problems.slice(0, MOST_PROBLEMS), MORE] : problems;
}

/** A key such as `Version` is the one cause; the missing key is its consequence. */
function meansVersion({ ruleId, path, suggestions }: ShapeProblem): boolean {
  return ruleId === "schema/unknown-key" && path.length === 1 && suggestions[0]?.replace === "version";
}

/** The version has sentences of its own. */
function withAnyVersion(schema: JsonSchema): JsonSchema {
  return { ...schema, required: [], properties: { ...schema.properties, version: {} } };
}

const WHOLE_FILE = { ruleId: "schema/type", path: [], at: "value", suggestions: [], entity: null } as const;

const MORE: ShapeProblem = {
  ...WHOLE_FILE,
  messageId: "more",
  message: `This file has more problems than the ${MOST_PROBLEMS} shown: fix these first.`,
};

/** The validator and the explainer agree, which tests hold; should they ever not, a wrong file still does not pass. */
const UNEXPLAINED: ShapeProblem = {
  ...WHOLE_FILE,
  messageId: "unexplained",
  message: "This file does not have the shape of the format: compare it with the published schema.",
};

/** Valid goals, metrics and KPIs have nothing to say; a valid draft has its missing parts. */
function isSilent(collection: string | number | undefined, entry: unknown): boolean {
  switch (collection) {
    case "goals":
      return validGoal(entry);
    case "metrics":
      return validMetric(entry);
    case "kpis":
      return validKpi(entry) && !isDraft(entry as MapValue);
    default:
      return false;
  }
}

/** A draft is valid without its parts; they are listed as information. */
function draftProblems(root: MapValue): readonly ShapeProblem[] {
  const kpis = root.kpis as Readonly<Record<string, MapValue>> | undefined;
  const problems: ShapeProblem[] = [];
  for (const id in kpis) {
    const kpi = kpis[id];
    if (kpi === undefined || !isDraft(kpi)) continue;
    for (const { problem } of missingParts({ kind: "kpi", id }, kpi)) problems.push(problem);
    if (problems.length > MOST_PROBLEMS) break;
  }
  return capped(problems);
}

/** The unit of the metric that a KPI of this document measures, wherever the metric is defined. */
function unitOfKpi(root: unknown, id: string, context: ShapeContext): string | null {
  const metric = at(at(at(root, "kpis"), id), "metric");
  if (typeof metric !== "string") return null;
  const unit = at(at(at(root, "metrics"), metric), "unit") ?? context.unitOf?.(metric);
  return typeof unit === "string" ? unit : null;
}

function at(value: unknown, key: string): unknown {
  return kindOf(value) === "map" && Object.hasOwn(value as MapValue, key) ? (value as MapValue)[key] : undefined;
}
