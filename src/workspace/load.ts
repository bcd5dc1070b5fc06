/** Files → one linked model. Whatever is wrong becomes a problem; everything else is still read. */

import type { DefinitionFile, GoalDefinition, KpiDefinition, MetricDefinition } from "../definition/file.ts";
import { plusNumberProblem, validateDefinition } from "../definition/validate.ts";
import type { ShapeProblem } from "../definition/shape-problem.ts";
import type { EntityKind, Place, Problem } from "../findings/finding.ts";
import type { KeyPath } from "../text/source.ts";
import { isYamlMap, readYaml, type YamlMap, type YamlProblem, type YamlResult, type YamlValue } from "../text/yaml.ts";
import { explainYamlError } from "../text/yaml-message.ts";
import { yamlPositions } from "../text/yaml-positions.ts";
import { deriveAll } from "./derived.ts";
import { DataReader, type ReadData } from "./data.ts";
import { linksOf } from "./links.ts";
import { prune } from "./prune.ts";
import type { Duplicate, Entity, Goal, Kpi, Metric, Origin, Removal, Workspace } from "./model.ts";
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

export interface LoadInput {
  /** In path order. An iterable, so that files need not all be in memory before the first is parsed. */
  readonly files: Iterable<SourceFile>;
  readonly settings: Settings;
  /** Reads a data file named in a definition; absent: no data files. */
  readonly readData?: ReadData;
  /** Told after each file, for a progress bar. */
  readonly onFile?: (path: string) => void;
}

const COLLECTIONS = [
  ["goal", "goals"],
  ["metric", "metrics"],
  ["kpi", "kpis"],
] as const;

/** Reads all files into one workspace. Never throws on content. */
export async function loadWorkspace(input: LoadInput): Promise<Workspace> {
  const loader = new Loader(input);
  for (const file of input.files) {
    await loader.add(file);
    input.onFile?.(file.path);
  }
  return loader.finish();
}

class Loader {
  readonly #settings: Settings;
  readonly #data: DataReader;
  readonly #files: string[] = [];
  readonly #goals = new Map<string, Goal>();
  readonly #metrics = new Map<string, Metric>();
  readonly #kpis = new Map<string, Kpi>();
  readonly #duplicates: Duplicate[] = [];
  readonly #removed: Removal[] = [];
  readonly #problems: Problem[] = [];

  constructor(input: LoadInput) {
    this.#settings = input.settings;
    this.#data = new DataReader(input.readData ?? null, this.#problems);
  }

  async add(file: SourceFile): Promise<void> {
    this.#files.push(file.path);
    if (file.badByte != null) this.#problems.push(encodingProblem(file.path, file.badByte));
    const result = readYaml(file.text);
    for (const problem of result.problems) {
      const explained = problem.messageId === "syntax" ? await explainYamlError(file.text, problem) : problem;
      this.#problems.push(fromYaml(file.path, explained));
    }
    const plus = result.plusNumbers.length > 0 ? plusNumbers(file, result) : [];
    const gone = result.problems.some(losesValue) ? lostPaths(file, result) : [];
    for (const [document, { value }] of result.documents.entries()) {
      if (value === undefined) continue;
      const here = plus.filter((trap) => trap.document === document).map((trap) => trap.problem);
      const lost = gone.filter((place) => place.document === document).map((place) => place.path);
      this.#addDocument({ file: file.path, document }, value, here, lost);
    }
  }

  /** `traps` are found in the source text; at `lost` paths the YAML reader had to leave a value out and said so. */
  #addDocument(origin: Origin, value: YamlValue, traps: readonly ShapeProblem[], lost: readonly KeyPath[]): void {
    const shape = validateDefinition(value, { unitOf: (id) => unitOf(value, id) });
    const found = lost.length === 0 ? shape : shape.filter(({ path }) => !lost.some((place) => startsWith(path, place)));
    const problems = traps.length === 0 ? found : [...found, ...traps];
    for (const problem of problems) this.#problems.push(fromShape(origin, problem));
    if (!isYamlMap(value)) return;
    if (problems.length > 0) prune(value, problems);
    const file = value as Partial<DefinitionFile>;
    const misshapen = misshapenRows(problems);
    for (const [kind, collection] of COLLECTIONS) {
      const entities = file[collection] as YamlMap | undefined;
      if (!isYamlMap(entities)) continue;
      for (const id in entities) {
        const definition = entities[id];
        if (isYamlMap(definition)) this.#addEntity(kind, id, origin, definition, misshapen.get(id) ?? 0);
      }
    }
    if (isYamlMap(file.removed)) {
      for (const [id, entry] of Object.entries(file.removed)) {
        this.#removed.push({ id, on: String(entry?.on ?? ""), reason: String(entry?.reason ?? ""), origin });
      }
    }
  }

  #addEntity(kind: EntityKind, id: string, origin: Origin, definition: YamlMap, misshapen: number): void {
    const first = this.#mapOf(kind).get(id);
    if (first !== undefined) this.#duplicates.push({ kind, id, first: first.origin, second: origin });
    if (kind === "goal") {
      const goal = this.#goal(id, origin, definition as Partial<GoalDefinition>);
      if (first === undefined) this.#goals.set(id, goal);
    } else if (kind === "kpi") {
      const kpi = this.#kpi(id, origin, definition as Partial<KpiDefinition>);
      if (first === undefined) this.#kpis.set(id, kpi);
    } else {
      const metric = this.#data.metric(id, origin, definition as Partial<MetricDefinition>, misshapen);
      if (first === undefined) this.#metrics.set(id, metric);
    }
  }

  #mapOf(kind: EntityKind): ReadonlyMap<string, Entity> {
    return kind === "goal" ? this.#goals : kind === "kpi" ? this.#kpis : this.#metrics;
  }

  #goal(id: string, origin: Origin, definition: Partial<GoalDefinition>): Goal {
    const timeframe = this.#timeframe("goal", id, origin, definition.timeframe);
    return { kind: "goal", id, origin, definition, timeframe, state: definition.state ?? "active" };
  }

  #kpi(id: string, origin: Origin, definition: Partial<KpiDefinition>): Kpi {
    return {
      kind: "kpi",
      id,
      origin,
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
    this.#problems.push({
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

  async finish(): Promise<Workspace> {
    await this.#data.readFiles(this.#metrics);
    deriveAll(this.#metrics);
    return {
      settings: this.#settings,
      files: this.#files,
      goals: this.#goals,
      metrics: this.#metrics,
      kpis: this.#kpis,
      duplicates: this.#duplicates,
      removed: this.#removed,
      links: linksOf(this.#goals, this.#metrics, this.#kpis),
      problems: this.#problems,
    };
  }
}

/** How many inline rows of each metric have a finding of shape. */
function misshapenRows(problems: readonly ShapeProblem[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { path } of problems) {
    if (path[0] !== "metrics" || path[2] !== "values") continue;
    const id = String(path[1]);
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
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

/** Problems after which the reader puts null in a value's place. */
function losesValue(problem: YamlProblem): boolean {
  return ["alias", "alias-limit", "number", "tag-value", "comparison"].includes(problem.messageId);
}

function lostPaths(file: SourceFile, result: YamlResult): { document: number; path: KeyPath }[] {
  const positions = yamlPositions(file.text);
  return result.problems.filter(losesValue).flatMap(({ start }) => positions.pathAt(start) ?? []);
}

function startsWith(path: KeyPath, start: KeyPath): boolean {
  return start.length > 0 && start.every((key, i) => path[i] === key);
}

/** Targets such as `+10`, which YAML reads as the number 10: only the source text tells. */
function plusNumbers(file: SourceFile, result: YamlResult): { document: number; problem: ShapeProblem }[] {
  const positions = yamlPositions(file.text);
  return result.plusNumbers.flatMap(({ start, end }) => {
    const node = positions.pathAt(start);
    if (node === null || node.path.length !== 3 || node.path[0] !== "kpis") return [];
    const field = node.path[2];
    if (field !== "target" && field !== "stretch") return [];
    const source = file.text.slice(start, end);
    return [{ document: node.document, problem: plusNumberProblem(node.path, Number(source), source) }];
  });
}
