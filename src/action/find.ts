/** What a run finds: problems of the workspace as it is checked out, and what differs from the base. */

import { DataCache } from "../commands/data-cache.ts";
import { UsageError } from "../commands/errors.ts";
import { headVersion } from "../commands/head-version.ts";
import { asOfFrom, type Opened, type Project, readProject } from "../commands/open.ts";
import { openSides } from "../commands/sides.ts";
import { openVersion } from "../commands/version.ts";
import { type CheckInput, check } from "../engine/check.ts";
import { KNOWN_FILE, readKnown } from "../engine/known-file.ts";
import type { CheckResult } from "../engine/result.ts";
import { type ReviewResult, review } from "../engine/review.ts";
import { newSince } from "../engine/since.ts";
import type { Repository } from "../host/git.ts";
import { globMatcher } from "../host/glob.ts";
import { type FoundBase, findBase, namedCommit } from "./base.ts";
import type { Place, RunContext } from "./context.ts";

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
  /** The commit that was compared with. */
  readonly base: string | null;
  /** Why nothing was compared although it should be, without a full stop; null otherwise. */
  readonly noBase: string | null;
  /** What may be wrong with the comparison, without a full stop; null for nothing. */
  readonly doubt: string | null;
}

/**
 * Reads, checks and compares. An input that names no commit throws a `UsageError`; where an event's own base cannot be
 * compared with, the rest is told all the same.
 */
export async function find(project: Project, place: Place, context: RunContext): Promise<Found> {
  const { options, host } = context;
  const data = new DataCache(project.root);
  const opened = await readProject(project, options, host, new Map(), new Map(), data.read);
  const { workspace, config, rules, textOf, matches } = opened;
  const known = readKnown(textOf(KNOWN_FILE));
  const { asOf, asOfGiven } = asOfFrom(options, host);
  const input: CheckInput = { workspace, config, rules, asOf, asOfGiven, textOf, matches, known };
  const all = check(input);
  const compared = await compare({ opened, data, input, all, place }, context);
  return { opened, all, ...compared };
}

/** The checked-out version, ready to be compared. */
interface Head {
  readonly opened: Opened;
  readonly data: DataCache;
  readonly input: CheckInput;
  readonly all: CheckResult;
  readonly place: Place;
}

async function compare(head: Head, context: RunContext): Promise<Compared> {
  const { inputs } = context;
  const { repository } = head.place;
  const base = await baseOf(head.place, context);
  if (!repository.ok || !base.ok) return notCompared(head, base.ok || base.isExpected ? null : base.why);
  const commit = inputs.head === null ? null : await named("head", inputs.head, repository.value);
  try {
    const before = await findingsAt(base.commit, repository.value, head);
    const shown = newSince(head.all, before ?? head.all, head.opened.shows).result;
    const changes = await reviewOf(base.commit, commit, head, context);
    return { shown, review: changes, base: base.commit, noBase: null, doubt: base.doubt };
  } catch (error) {
    // Such as a clone that lacks files of the base. What somebody has named must be right.
    if (!(error instanceof UsageError) || inputs.base !== null || inputs.head !== null) throw error;
    return notCompared(head, error.message.replace(/\.$/, ""));
  }
}

function notCompared({ input, opened }: Head, noBase: string | null): Compared {
  const shown = check({ ...input, shows: opened.shows });
  return { shown, review: null, base: null, noBase, doubt: null };
}

async function baseOf({ repository }: Place, { inputs, plan }: RunContext): Promise<FoundBase> {
  const { base } = inputs;
  if (!repository.ok) {
    const why = repository.message.replace(/\.$/, "");
    if (base !== null) throw new UsageError(`base: ${why}.`);
    return { ok: false, isExpected: plan.base.kind === "none", why };
  }
  if (base === null) return findBase(plan.base, repository.value);
  return { ok: true, commit: await named("base", base, repository.value), doubt: null };
}

/** The commit that an input names. */
async function named(input: "base" | "head", ref: string, repository: Repository): Promise<string> {
  const found = await namedCommit(ref, repository);
  if (!found.ok) throw new UsageError(`${input}: ${found.why}.`);
  return found.commit;
}

/** What a check of the base finds; null where nothing differs. */
async function findingsAt(
  commit: string,
  repository: Repository,
  { opened, data, input }: Head,
): Promise<CheckResult | null> {
  const version = await openVersion(repository, commit, headVersion(opened, data.read));
  return version.isSame ? null : check({ ...input, workspace: version.workspace, textOf: version.textOf });
}

async function reviewOf(
  base: string,
  head: string | null,
  { opened, data }: Head,
  { inputs, plan, options, host }: RunContext,
): Promise<ReviewResult> {
  // What `paths` name may be another workspace, or files that do not belong to this one.
  const read = inputs.paths.length === 0 ? { opened, readData: data.read } : null;
  const sides = await openSides({ base, head, direct: true }, options, host, read);
  if ("wrong" in sides) throw new UsageError(`head: the config of ${head ?? "the checkout"} is wrong.`);
  return review({
    base: sides.base,
    head: sides.head,
    asOf: asOfFrom(options, host).asOf,
    notBefore: sides.notBefore,
    names: { base: sides.base.name, head: head ?? plan.headSha },
    config: sides.base.version.config,
    matches: globMatcher(),
  });
}
