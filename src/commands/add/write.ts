/** Composes what `kpi add` would write, checks it with the whole workspace, and writes it under a lock. */

import * as path from "node:path";
import { presetLevel } from "../../config/presets.ts";
import { ENTITY_NAMES } from "../../definition/explain/spot.ts";
import { check } from "../../engine/check.ts";
import { KNOWN_FILE, readKnown } from "../../engine/known-file.ts";
import { Locator } from "../../engine/locate.ts";
import type { CheckResult } from "../../engine/result.ts";
import type { Finding, Severity } from "../../findings/finding.ts";
import { readText, writeWhole } from "../../host/files.ts";
import { withLock } from "../../host/lock.ts";
import { terminal } from "../../report/untrusted.ts";
import { UsageError } from "../errors.ts";
import type { CommonOptions, Host } from "../host.ts";
import { asOfFrom, type Opened, type Project, readProject } from "../open.ts";
import { compose } from "./compose.ts";
import type { Addition } from "./facts.ts";
import type { Place } from "./place.ts";
import { COLLECTIONS } from "./yaml.ts";

/** A file before and after; `before` is null where it is new. */
export interface FileChange {
  readonly file: string;
  readonly before: string | null;
  readonly after: string;
}

/** An addition in its file; lines count from 1. */
export interface Placed extends Addition {
  readonly file: string;
  readonly line: number;
}

/** What would be written, and what a check of the workspace then says. */
export interface Prepared {
  readonly changes: readonly FileChange[];
  readonly placed: readonly Placed[];
  readonly result: CheckResult;
  /** New findings about what is added, other than `refused`; the gravest first. */
  readonly findings: readonly Finding[];
  /** New errors that nothing may be written with. */
  readonly refused: readonly Finding[];
}

/** What all parts of a run share. */
export interface AddContext {
  readonly project: Project;
  readonly options: CommonOptions;
  readonly host: Host;
  /** Fingerprints of what stands already. */
  readonly known: ReadonlySet<string>;
}

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

/** Every rule on a workspace that was read. */
export function judge(opened: Opened, options: CommonOptions, host: Host): CheckResult {
  const { workspace, config, rules, textOf, matches } = opened;
  const { asOf, asOfGiven } = asOfFrom(options, host);
  return check({ workspace, config, rules, asOf, asOfGiven, textOf, matches, known: readKnown(textOf(KNOWN_FILE)) });
}

/** Reads the files anew, composes their texts and checks them; writes nothing. */
export async function prepare(
  additions: readonly Addition[],
  places: readonly Place[],
  { project, options, host, known }: AddContext,
): Promise<Prepared> {
  const { changes, documents } = composeAll(additions, places, project);
  const instead = new Map(changes.map(({ file, after }) => [file, after]));
  const opened = await readProject(project, options, host, instead);
  const result = judge(opened, options, host);
  const fresh = result.findings.filter(({ fingerprint }) => !known.has(fingerprint));
  const refused = fresh.filter((finding) => isMistake(finding, project));
  const advice = fresh.filter((finding) => !refused.includes(finding) && isAboutOneOf(finding, additions));
  const findings = advice.sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  const locator = new Locator((file) => instead.get(file) ?? null);
  const placed = additions.map(({ kind, id, definition }, index): Placed => {
    const { file = "" } = places[index] ?? {};
    const at = { file, document: documents[index] ?? 0, path: [COLLECTIONS[kind], id], at: "key" } as const;
    return { kind, id, definition, file, line: locator.range(at).start.line };
  });
  return { changes, placed, result, findings, refused };
}

/** Prepares once more while nobody else changes the files, and writes unless there are new errors. */
export async function prepareAndWrite(
  additions: readonly Addition[],
  places: readonly Place[],
  context: AddContext,
): Promise<Prepared> {
  const files = [...new Set(places.map(({ file }) => file))].sort();
  return locked(files, context, async () => {
    const prepared = await prepare(additions, places, context);
    if (prepared.refused.length === 0) for (const change of prepared.changes) write(change, context.project);
    return prepared;
  });
}

/** Takes one lock after the other, always in the same order, so that two runs never wait for each other. */
async function locked<T>(files: readonly string[], context: AddContext, work: () => Promise<T>): Promise<T> {
  const [file, ...rest] = files;
  if (file === undefined) return work();
  const done = await withLock(path.join(context.project.root, file), () => locked(rest, context, work));
  if (done.ok) return done.value;
  if (done.reason === "denied") throw new UsageError(`Cannot write ${terminal(file)}: ${terminal(done.detail)}.`);
  throw new UsageError(
    `${terminal(file)} is being changed by ${terminal(done.owner)}; try again, or remove ${terminal(done.lock)} if that is over.`,
  );
}

function composeAll(
  additions: readonly Addition[],
  places: readonly Place[],
  project: Project,
): { readonly changes: readonly FileChange[]; readonly documents: readonly number[] } {
  const texts = new Map<string, { readonly before: string | null; after: string }>();
  const documents = additions.map((addition, index) => {
    const { file = "", document = null } = places[index] ?? {};
    let text = texts.get(file);
    if (text === undefined) {
      const before = textOnDisk(file, project);
      text = { before, after: before ?? "" };
      texts.set(file, text);
    }
    const composed = compose(text.after, document, addition);
    if (!composed.ok) throw new UsageError(noPlace(composed.reason, file, addition));
    text.after = composed.text;
    return composed.document;
  });
  const changes = [...texts].map(([file, { before, after }]) => ({ file, before, after }));
  return { changes, documents };
}

/** Null where there is no such file. */
function textOnDisk(file: string, project: Project): string | null {
  const read = readText(path.join(project.root, file));
  if (read.ok) {
    // Written back, bytes that are no UTF-8 would be lost.
    if (read.badByte !== null) throw new UsageError(`${terminal(file)} is not UTF-8; save it as UTF-8 first.`);
    return read.text;
  }
  if (read.reason === "missing") return null;
  throw new UsageError(`Cannot read ${terminal(file)}: ${terminal(read.detail)}.`);
}

function noPlace(reason: "unreadable" | "no-place", file: string, { kind, id }: Addition): string {
  const name = terminal(file);
  if (reason === "unreadable") return `${name} cannot be read as YAML; run kpi check ${name} and mend it first.`;
  const map = COLLECTIONS[kind];
  return `${ENTITY_NAMES[kind]} ${id} cannot be added to \`${map}\` in ${name}, which has that id, or is an alias or no map; write \`${map}:\` as a map of its own, or name another file with --file.`;
}

/** Errors of rules that are errors by themselves; levels that a team has raised are for the team to mind. */
function isMistake({ severity, ruleId, messageId }: Finding, { rules }: Project): boolean {
  if (severity !== "error") return false;
  const rule = rules.find(({ id }) => id === ruleId);
  return rule === undefined || presetLevel(rule, "recommended", messageId) === "error";
}

/** Also about the metric of a new KPI: more is wanted of one that a KPI uses, and it counts for the SMART card. */
function isAboutOneOf({ entity }: Finding, additions: readonly Addition[]): boolean {
  return additions.some(
    ({ kind, id, definition }) =>
      (entity?.kind === kind && entity.id === id) ||
      (kind === "kpi" && entity?.kind === "metric" && entity.id === definition.metric),
  );
}

function write({ file, after }: FileChange, { root }: Project): void {
  try {
    writeWhole(path.join(root, file), after);
  } catch (error) {
    throw new UsageError(
      `Cannot write ${terminal(file)}: ${terminal(error instanceof Error ? error.message : String(error))}.`,
    );
  }
}
