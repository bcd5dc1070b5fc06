/** Answers, typed or given as flags: read, and refused with the product's own sentences. */

import { ENTITY_NAMES } from "../../definition/explain/spot.ts";
import { plusNumberProblem, validateDefinition } from "../../definition/validate.ts";
import type { EntityKind } from "../../findings/finding.ts";
import type { Baseline } from "../../progress/baseline.ts";
import { resolveTarget } from "../../progress/target.ts";
import { metricTerms } from "../../progress/terms.ts";
import { invalidWords } from "../../report/progress/invalid.ts";
import { terminal } from "../../report/untrusted.ts";
import { parseDay } from "../../workspace/day.ts";
import { parseTarget } from "../../workspace/target.ts";
import { parseTimeframe } from "../../workspace/timeframe.ts";
import { unknownId } from "../unknown-id.ts";
import type { AddFacts } from "./facts.ts";
import type { Field } from "./fields.ts";
import { COLLECTIONS, type Definition, oneLine, plusNumberIn, readAsYaml } from "./yaml.ts";

/** An answer as it will be written, or one sentence that says what is wrong with it. */
export type Answer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

/** What an answer is read for. */
export interface Asked {
  readonly kind: EntityKind;
  /** Its id, or any while there is none yet. */
  readonly id: string;
  readonly field: Field;
  /** The parts that are answered already. */
  readonly definition: Definition;
}

/** Reads an answer that is not empty. */
export function readAnswer(text: string, asked: Asked, facts: AddFacts): Answer {
  const { field } = asked;
  const line = oneLine(text);
  switch (field.form) {
    case "text":
    case "word":
      return checked(line, line, asked, facts);
    case "owner":
      return checked(unquoted(line), line, asked, facts);
    case "words":
      return checked(words(line), line, asked, facts);
    case "yaml":
      return checked(readAsYaml(line), line, asked, facts);
    case "goal":
    case "metric":
      return known(unquoted(line), field.form, facts);
  }
}

/** The definition with a part put in, or taken out where the value is undefined. */
export function withPart(definition: Definition, path: readonly string[], value: unknown): Definition {
  const [first = "", ...rest] = path;
  const inner = definition[first];
  const map = typeof inner === "object" && inner !== null ? (inner as Definition) : {};
  const next = rest.length === 0 ? value : withPart(map, rest, value);
  const entries = Object.entries(definition).filter(([key]) => key !== first);
  const isEmpty = next === undefined || (rest.length > 0 && Object.keys(next as Definition).length === 0);
  return Object.fromEntries(isEmpty ? entries : [...entries, [first, next]]);
}

/** The value of a part; undefined where it has none. */
export function partOf(definition: Definition, { path }: Pick<Field, "path">): unknown {
  let value: unknown = definition;
  for (const key of path) value = typeof value === "object" && value !== null ? (value as Definition)[key] : undefined;
  return value;
}

/** What is wrong with an id; null where it can be used. */
export function idFault(id: string, kind: EntityKind, facts: AddFacts): string | null {
  const path = [COLLECTIONS[kind], id];
  const problems = validateDefinition({ version: 1, [COLLECTIONS[kind]]: { [id]: { title: "A title" } } });
  const shape = problems.find(
    ({ ruleId, path: at }) => (ruleId === "schema/pattern" || ruleId === "schema/range") && at.length === path.length,
  );
  if (shape !== undefined) {
    const { message, suggestions } = shape;
    return terminal(suggestions[0] === undefined ? message : `${message} ${suggestions[0].title}.`);
  }
  const place = facts.placeOf(kind, id);
  if (place === null) return null;
  return `There is a ${ENTITY_NAMES[kind]} "${id}" already, in ${place}; choose another id such as ${facts.freeId(id, kind)}, or edit that one.`;
}

function checked(value: unknown, written: string, asked: Asked, facts: AddFacts): Answer {
  const message = shapeFault(value, written, asked, facts) ?? meaningFault(value, asked, facts);
  return message === null ? { ok: true, value } : { ok: false, message: terminal(message) };
}

/** What `kpi check` says of the shape of the value at its place. */
function shapeFault(value: unknown, written: string, { kind, id, field, definition }: Asked, facts: AddFacts) {
  const path = [COLLECTIONS[kind], id, ...field.path];
  if (field.name === "target") {
    const plus = plusNumberIn(written);
    if (plus !== null) return plusNumberProblem(path, plus, written).message;
  }
  const whole = withPart(definition, field.path, value);
  const problems = validateDefinition(
    { version: 1, [COLLECTIONS[kind]]: { [id]: whole } },
    { year: facts.year, unitOf: (metric) => facts.unitOf(metric) },
  );
  return problems.find((problem) => path.every((part, index) => problem.path[index] === part))?.message ?? null;
}

/** What is wrong with a value of the right shape. */
function meaningFault(value: unknown, { field, definition }: Asked, facts: AddFacts): string | null {
  if (field.name === "timeframe") {
    const parsed = parseTimeframe(value, facts.fiscalYear);
    return parsed.ok ? null : parsed.message;
  }
  if (field.name === "target") return targetFault(withPart(definition, ["target"], value), facts);
  return field.name === "baseline" ? targetFault(withPart(definition, ["baseline"], value), facts) : null;
}

/** Why a target cannot be reached from its baseline; null also while one of them is not known. */
export function targetFault(definition: Definition, facts: AddFacts): string | null {
  const target = definition.target === undefined ? null : parseTarget(definition.target);
  const metric = facts.metric(String(definition.metric ?? ""));
  if (target === null || metric === null) return null;
  const stated = statedBaseline(definition.baseline);
  const { fault } = resolveTarget(target, metricTerms(metric), stated ?? UNKNOWN);
  if (fault === null || (fault === "baseline-missing" && stated === null)) return null;
  const { why, instead } = invalidWords[fault];
  return `This cannot be judged: ${why}. ${instead}`;
}

const UNKNOWN: Baseline = { value: null, day: null, source: "none" };

/** A baseline as it is written. */
export function statedBaseline(written: unknown): Baseline | null {
  if (typeof written === "number") return { value: written, day: null, source: "stated" };
  if (typeof written !== "object" || written === null) return null;
  const { value, date } = written as { readonly value?: unknown; readonly date?: unknown };
  if (typeof value !== "number") return null;
  return { value, day: typeof date === "string" ? parseDay(date) : null, source: "stated" };
}

function known(id: string, kind: "goal" | "metric", facts: AddFacts): Answer {
  if (facts.has(kind, id)) return { ok: true, value: id };
  const { unread } = facts;
  const otherwise = `add it first with kpi add ${kind}.`;
  const besides = `Or add it with kpi add ${kind}.`;
  return { ok: false, message: unknownId(id, { what: kind, known: facts.ids(kind), unread, otherwise, besides }) };
}

function words(line: string): unknown {
  const parts = line
    .replace(/^\[(.*)\]$/, "$1")
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  return parts.length === 1 ? parts[0] : parts;
}

/** Quotation marks that YAML would want around a handle. */
function unquoted(line: string): string {
  return /^(["']).*\1$/.test(line) && line.length > 1 ? line.slice(1, -1) : line;
}
