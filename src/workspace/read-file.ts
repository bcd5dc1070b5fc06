/** One definition file → what it says, not linked with the others yet. Whatever is wrong becomes a problem. */

import type { DefinitionFile, GoalDefinition, KpiDefinition, MetricDefinition } from "../definition/file.ts";
import { SAID } from "../definition/patterns.ts";
import { rangeProblems } from "../definition/ranges.ts";
import type { ShapeProblem } from "../definition/shape-problem.ts";
import { plusNumberProblem, validateDefinition } from "../definition/validate.ts";
import type { EntityKind, Place, Problem } from "../findings/finding.ts";
import type { KeyPath } from "../text/source.ts";
import { isYamlMap, readYaml, type YamlMap, type YamlProblem, type YamlResult, type YamlValue } from "../text/yaml.ts";
import { explainYamlError } from "../text/yaml-message.ts";
import { type YamlPositions, yamlPositions } from "../text/yaml-positions.ts";
import { type InlineRows, metricFrom } from "./data.ts";
import type { Entity, Goal, Kpi, Origin, Removal } from "./model.ts";
import { prune } from "./prune.ts";
import type { Settings } from "./settings.ts";
import { parseTarget } from "./target.ts";
import { parseTimeframe, type Timeframe } from "./timeframe.ts";

/** A definition file: its path relative to the root, and its text or why there is none. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** The offset of the first character that was not UTF-8. */
  readonly badByte?: number | null;
}

/** What one file says. It is never changed, so that it can be linked again with others. */
export interface FileContribution {
  readonly path: string;
  /** In the order of the documents; goals before metrics before KPIs. Metrics have their inline values only. */
  readonly entities: readonly Entity[];
  readonly removed: readonly Removal[];
  /** Syntax, shape and inline rows. */
  readonly problems: readonly Problem[];
}

const COLLECTIONS = [
  ["goal", "goals"],
  ["metric", "metrics"],
  ["kpi", "kpis"],
] as const;

/** Reads one file. Never throws on content. */
export async function readFile(file: SourceFile, settings: Settings): Promise<FileContribution> {
  const reader = new FileReader(settings);
  await reader.read(file);
  return { path: file.path, entities: reader.entities, removed: reader.removed, problems: reader.problems };
}

class FileReader {
  readonly entities: Entity[] = [];
  readonly removed: Removal[] = [];
  readonly problems: Problem[] = [];
  readonly #settings: Settings;
  readonly #rows: InlineRows = [];

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  async read(file: SourceFile): Promise<void> {
    const result = readYaml(file.text);
    const isTold = result.problems.some(({ messageId }) => messageId === "encoding");
    if (file.badByte != null && !isTold) this.problems.push(encodingProblem(file.path, file.badByte));
    for (const problem of result.problems) {
      const explained = problem.messageId === "syntax" ? await explainYamlError(file.text, problem) : problem;
      this.problems.push(fromYaml(file.path, explained));
    }
    let made: YamlPositions | null = null;
    const positions = () => {
      made ??= yamlPositions(file.text);
      return made;
    };
    const plus = result.plusNumbers.length > 0 ? plusNumbers(file, result, positions()) : [];
    const gone = result.problems.some(losesValue) ? lostPaths(file, result, positions()) : [];
    for (const [document, { value }] of result.documents.entries()) {
      if (value === undefined) continue;
      const here = plus.filter((trap) => trap.document === document).map((trap) => trap.problem);
      const lost = gone.filter((place) => place.document === document).map((place) => place.path);
      this.#addDocument({ file: file.path, document }, value, here, lost, (path) =>
        sourceAt(file, positions(), document, path),
      );
    }
  }

  /** `traps` are found in the source text; at `lost` paths the YAML reader had to leave a value out and said so. */
  #addDocument(
    origin: Origin,
    value: YamlValue,
    traps: readonly ShapeProblem[],
    lost: readonly KeyPath[],
    sourceOf: (path: KeyPath) => string | null,
  ): void {
    const context = { unitOf: (id: string) => unitOf(value, id), sourceOf, year: this.#settings.year };
    const shape = validateDefinition(value, context).filter((one) => !isRowFault(one));
    const ranges = rangeProblems(value).filter(({ path }) => !shape.some((one) => isInside(one.path, path)));
    const problems = traps.length + ranges.length === 0 ? shape : [...shape, ...traps, ...ranges];
    for (const problem of problems) {
      if (!lost.some((place) => isSame(problem.path, place))) this.problems.push(fromShape(origin, problem));
    }
    if (!isYamlMap(value)) return;
    if (problems.length > 0) prune(value, problems);
    const file = value as Partial<DefinitionFile>;
    const faulty = faultyFields(problems);
    for (const [kind, collection] of COLLECTIONS) {
      const entities = file[collection] as YamlMap | undefined;
      if (!isYamlMap(entities)) continue;
      for (const id in entities) {
        const definition = entities[id];
        if (isYamlMap(definition)) this.#addEntity(kind, id, origin, definition, faulty?.get(`${kind} ${id}`) ?? null);
      }
    }
    if (isYamlMap(file.removed)) {
      for (const [id, entry] of Object.entries(file.removed)) {
        this.removed.push({ id, on: String(entry?.on ?? ""), reason: String(entry?.reason ?? ""), origin });
      }
    }
  }

  #addEntity(kind: EntityKind, id: string, origin: Origin, definition: YamlMap, faulty: Faulty): void {
    leaveOutBlanks(definition, TEXTS[kind]);
    if (kind === "goal") {
      this.entities.push(this.#goal(id, origin, definition as Partial<GoalDefinition>, faulty));
    } else if (kind === "kpi") {
      this.entities.push(this.#kpi(id, origin, definition as Partial<KpiDefinition>, faulty));
    } else {
      const metric = definition as Partial<MetricDefinition>;
      this.entities.push(metricFrom(id, origin, metric, faulty, this.problems, this.#rows));
    }
  }

  #goal(id: string, origin: Origin, definition: Partial<GoalDefinition>, faulty: Faulty): Goal {
    const timeframe = this.#timeframe("goal", id, origin, definition.timeframe);
    return { kind: "goal", id, origin, faulty, definition, timeframe, state: definition.state ?? "active" };
  }

  #kpi(id: string, origin: Origin, definition: Partial<KpiDefinition>, faulty: Faulty): Kpi {
    return {
      kind: "kpi",
      id,
      origin,
      faulty,
      definition,
      timeframe: this.#timeframe("kpi", id, origin, definition.timeframe),
      target: definition.target === undefined ? null : parseTarget(definition.target),
      stretch: definition.stretch === undefined ? null : parseTarget(definition.stretch),
      state: definition.state ?? "active",
    };
  }

  #timeframe(kind: "goal" | "kpi", id: string, origin: Origin, input: unknown): Timeframe | null {
    if (input === undefined || input === null) return null;
    const parsed = parseTimeframe(input, this.#settings.fiscalYear);
    if (parsed.ok) return parsed.timeframe;
    this.problems.push({
      ruleId: parsed.reason === "unreadable" ? "timely/timeframe-unreadable" : "timely/bad-range",
      messageId: parsed.reason,
      message: parsed.message,
      place: {
        file: origin.file,
        document: origin.document,
        path: [`${kind}s`, id, "timeframe", ...(parsed.at ?? [])],
        at: "value",
      },
      entity: { kind, id },
      suggestions: parsed.suggestion === undefined ? [] : [parsed.suggestion],
    });
    return null;
  }
}

/** Inline rows are read like those of a data file, so what is wrong with one is told by the data rules. */
function isRowFault({ ruleId, path }: ShapeProblem): boolean {
  return path[0] === "metrics" && path[2] === "values" && path.length > 3 && ruleId !== "schema/unknown-key";
}

/** The texts that a goal, metric or KPI may do without. */
const TEXTS: Readonly<Record<EntityKind, readonly string[]>> = {
  goal: ["why", "resources", "activities"],
  metric: ["definition", "unit", "data"],
  kpi: ["why", "if_off_track"],
};

/** Blank text says nothing, so it is read as if the line were not there. */
function leaveOutBlanks(definition: YamlMap, texts: readonly string[]): void {
  for (const key of texts) {
    const text = definition[key];
    if (typeof text === "string" && !SAID.test(text)) delete definition[key];
  }
}

type Faulty = ReadonlySet<string> | null;

const KIND_OF: Readonly<Record<string, EntityKind>> = { goals: "goal", metrics: "metric", kpis: "kpi" };

/**
 * The fields that have a finding of shape, by `kind id`; null where there is none. A misspelt key counts as
 * the one that is suggested for it, so that nobody is told twice.
 */
function faultyFields(problems: readonly ShapeProblem[]): ReadonlyMap<string, ReadonlySet<string>> | null {
  if (problems.length === 0) return null;
  const fields = new Map<string, Set<string>>();
  for (const { ruleId, path, suggestions } of problems) {
    const [collection, id, field] = path;
    const kind = KIND_OF[String(collection)];
    if (kind === undefined || typeof field !== "string") continue;
    const known = fields.get(`${kind} ${id}`) ?? new Set<string>();
    fields.set(`${kind} ${id}`, known.add(field));
    if (ruleId !== "schema/unknown-key" || path.length !== 3) continue;
    for (const { replace } of suggestions) if (replace !== undefined) known.add(replace);
  }
  return fields;
}

function unitOf(document: YamlValue, metric: string): string | undefined {
  const metrics = isYamlMap(document) ? document.metrics : undefined;
  const definition = isYamlMap(metrics) ? metrics[metric] : undefined;
  const unit = isYamlMap(definition) ? definition.unit : undefined;
  return typeof unit === "string" ? unit : undefined;
}

function encodingProblem(file: string, offset: number): Problem {
  return {
    ruleId: "yaml/syntax",
    messageId: "encoding",
    message: "This file is not UTF-8; save it as UTF-8, then every character is read as you wrote it.",
    place: { file, start: offset, end: offset + 1 },
    entity: null,
  };
}

function fromYaml(file: string, problem: YamlProblem): Problem {
  return {
    ruleId: "yaml/syntax",
    messageId: problem.messageId,
    message: problem.message,
    place: { file, start: problem.start, end: problem.end },
    entity: null,
    suggestions: problem.suggestion === undefined ? [] : [problem.suggestion],
    related: (problem.related ?? []).map((place) => ({
      place: { file, start: place.start, end: place.end },
      message: place.message,
    })),
  };
}

function fromShape(origin: Origin, problem: ShapeProblem): Problem {
  const place: Place = { file: origin.file, document: origin.document, path: problem.path, at: problem.at };
  return {
    ruleId: problem.ruleId,
    messageId: problem.messageId,
    message: problem.message,
    place,
    entity: problem.entity,
    ...(problem.severity === undefined ? {} : { severity: problem.severity }),
    suggestions: problem.suggestions,
    ...(problem.fix === undefined ? {} : { fix: problem.fix }),
  };
}

/** The source text of a number or word; null for an alias of one. */
function sourceAt(file: SourceFile, positions: YamlPositions, document: number, path: KeyPath): string | null {
  const { start, end } = positions.locate(document, path, "value");
  const source = file.text.slice(start, end);
  return /^[\w.+-]+$/.test(source) ? source : null;
}

/** Problems after which the reader puts null in a value's place, or keeps the text of one that means another. */
function losesValue(problem: YamlProblem): boolean {
  return ["alias", "alias-limit", "number", "tag-value", "unknown-tag", "comparison"].includes(problem.messageId);
}

function lostPaths(
  { text }: SourceFile,
  result: YamlResult,
  positions: YamlPositions,
): { document: number; path: KeyPath }[] {
  return result.problems.filter(losesValue).flatMap(({ messageId, start, end }) => {
    // A tag stands before its value.
    const isTag = messageId === "tag-value" || messageId === "unknown-tag";
    const value = isTag ? end + text.slice(end).search(/\S|$/) : start;
    return positions.pathAt(value) ?? [];
  });
}

/** Whether a path leads to a place or further into it. */
function isInside(path: KeyPath, place: KeyPath): boolean {
  return place.every((key, i) => path[i] === key);
}

function isSame(path: KeyPath, other: KeyPath): boolean {
  return path.length === other.length && path.every((key, i) => other[i] === key);
}

/** Targets such as `+10`, which YAML reads as the number 10: only the source text tells. */
function plusNumbers(
  file: SourceFile,
  result: YamlResult,
  positions: YamlPositions,
): { document: number; problem: ShapeProblem }[] {
  return result.plusNumbers.flatMap(({ start, end }) => {
    const node = positions.pathAt(start);
    if (node === null || node.path.length !== 3 || node.path[0] !== "kpis") return [];
    const field = node.path[2];
    if (field !== "target" && field !== "stretch") return [];
    const source = file.text.slice(start, end);
    return [{ document: node.document, problem: plusNumberProblem(node.path, Number(source), source) }];
  });
}
