/** What a run finds: problems of the workspace as it is checked out, and what differs from the base. */

import { DataCache } from "../commands/data-cache.ts";
import { UsageError } from "../commands/errors.ts";
import { headVersion } from "../commands/head-version.ts";
import {
  asOfFrom,
  findProject,
  isUnder,
  type Lacking,
  noFiles,
  type Opened,
  type Project,
  readProject,
} from "../commands/open.ts";
import { openSides } from "../commands/sides.ts";
import { withoutPointers } from "../commands/version/pointers.ts";
import { openVersion, type Version } from "../commands/version.ts";
import type { ReadTree } from "../commands/working-tree.ts";
import { type CheckInput, check } from "../engine/check.ts";
import { KNOWN_FILE, readKnown } from "../engine/known-file.ts";
import type { CheckResult } from "../engine/result.ts";
import { type ReviewResult, review } from "../engine/review.ts";
import { newSince } from "../engine/since.ts";
import { globMatcher } from "../host/glob.ts";
import { namedCommit } from "./base.ts";
import { lackingFolder, type Place, type RunContext } from "./context.ts";
import { type EndedKpi, endedKpis } from "./ended.ts";
import type { Reviewed } from "./reviewed.ts";

/** Everything that a run has found, before it is told. */
export interface Found extends Compared {
  readonly opened: Opened;
  /** Findings of the whole workspace. */
  readonly all: CheckResult;
}

/** What a comparison with the base gives, or why there is none. */
interface Compared {
  /** The findings to show: new ones where something was compared. */
  readonly shown: CheckResult;
  readonly review: ReviewResult | null;
  readonly ended: readonly EndedKpi[];
  /** The commit that was compared with. */
  readonly base: string | null;
  /** Why nothing was compared although it should be, without a full stop; null otherwise. */
  readonly noBase: string | null;
  /** What may be wrong with the comparison, without a full stop; null for nothing. */
  readonly doubt: string | null;
  /** Definition files of the base, relative to the root; none where nothing was compared. */
  readonly before: readonly string[];
}

/**
 * Reads, checks and compares. An input that names no commit, or files that neither version has, throws a `UsageError`;
 * where an event's own base cannot be compared with, the rest is told all the same.
 */
export async function find({ project, place, base }: Reviewed, context: RunContext): Promise<Found> {
  const { options, host } = context;
  const data = new DataCache(project.root);
  const opened = await readProject(project, options, host, new Map(), new Map(), data.read);
  const { workspace, config, rules, textOf, matches } = opened;
  const known = readKnown(textOf(KNOWN_FILE));
  const { asOf, asOfGiven } = asOfFrom(options, host);
  const input: CheckInput = { workspace, config, rules, asOf, asOfGiven, textOf, matches, known };
  const all = check(input);
  const compared = await compare({ opened, data, input, all, place }, base, context);
  const nothing = whyNothing(project, compared.before, context);
  if (nothing !== null) throw new UsageError(nothing);
  return { opened, all, ...compared };
}

/** Why there is nothing to look at, be it as something that was deleted; null where there is. */
function whyNothing(project: Project, before: readonly string[], { inputs, host }: RunContext): string | null {
  const isLost = ({ path }: Lacking): boolean => !before.some((file) => isUnder(path, file));
  const lost = [...lackingFolder(project.root, inputs, host), ...project.lacking].find(isLost);
  if (lost !== undefined) return lost.sentence;
  return project.files.length + before.length === 0 ? noFiles(inputs.paths, project, host) : null;
}

/** The checked-out version, ready to be compared. */
interface Head {
  readonly opened: Opened;
  readonly data: DataCache;
  readonly input: CheckInput;
  readonly all: CheckResult;
  readonly place: Place;
}

async function compare(head: Head, base: Reviewed["base"], context: RunContext): Promise<Compared> {
  const { inputs } = context;
  const { repository } = head.place;
  if (!repository.ok || !base.ok) return notCompared(head, base.ok || base.isExpected ? null : base.why);
  const commit = inputs.head === null ? null : await namedCommit("head", inputs.head, repository.value);
  try {
    const { opened, data } = head;
    const before = await openVersion(repository.value, base.commit, headVersion(opened, data.read));
    const shown = newSince(head.all, await findingsAt(before, head), opened.shows).result;
    const reviewed = await reviewOf(base.commit, commit, head, context);
    return { shown, ...reviewed, base: base.commit, noBase: null, doubt: base.doubt, before: before.files };
  } catch (error) {
    // Such as a clone that lacks files of the base. What somebody has named must be right.
    if (!(error instanceof UsageError) || inputs.base !== null || inputs.head !== null) throw error;
    return notCompared(head, error.message.replace(/\.$/, ""));
  }
}

function notCompared({ input, opened }: Head, noBase: string | null): Compared {
  const shown = check({ ...input, shows: opened.shows });
  return { shown, review: null, ended: [], base: null, noBase, doubt: null, before: [] };
}

/** What a check of the base finds, by the rules of the checkout. */
async function findingsAt(before: Version, { input, all, opened, data }: Head): Promise<CheckResult> {
  if (before.isSame) return all;
  const { workspace } = await withoutPointers(before, before.workspace, headVersion(opened, data.read));
  return check({ ...input, workspace, textOf: before.textOf });
}

async function reviewOf(
  base: string,
  head: string | null,
  checkedOut: Head,
  context: RunContext,
): Promise<Pick<Compared, "review" | "ended">> {
  const { plan, options, host } = context;
  const sides = await openSides({ base, head, direct: true }, options, host, await treeOf(checkedOut, context));
  if ("wrong" in sides) throw new UsageError(`head: the config of ${head ?? "the checkout"} is wrong.`);
  const { asOf } = asOfFrom(options, host);
  const result = review({
    base: sides.base,
    head: sides.head,
    asOf,
    notBefore: sides.notBefore,
    names: { base: sides.base.name, head: head ?? plan.headSha },
    config: sides.base.version.config,
    matches: globMatcher(),
    unread: sides.unread,
  });
  return { review: result, ended: endedKpis(sides.base.workspace, sides.head.workspace, asOf) };
}

/** The workspace whole, and nothing else: `paths` may name files that do not belong to it. */
async function treeOf({ opened, data }: Head, { inputs, options, host }: RunContext): Promise<ReadTree> {
  const readData = data.read;
  if (inputs.paths.length === 0) return { opened, readData };
  const project = await findProject([], { ...options, plugins: false }, host, opened.root);
  return { opened: await readProject(project, options, host, new Map(), new Map(), readData), readData };
}
