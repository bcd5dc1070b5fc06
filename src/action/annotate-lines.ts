/** The annotations of a run, with what git says about the lines. */

import { type Repository, resolveRef } from "../host/git.ts";
import { fetchCommit } from "../host/git-fetch.ts";
import { hunksBetween } from "../host/git-lines.ts";
import type { Annotation } from "../report/annotations.ts";
import { annotationsOf, type Hunks, isAnnotated } from "./annotate.ts";
import type { Place, RunContext } from "./context.ts";
import type { Found } from "./find.ts";
import type { Annotate } from "./inputs.ts";

/** The findings and changes that the workflow wants beside the lines. */
export async function annotationsFor(found: Found, place: Place, context: RunContext): Promise<readonly Annotation[]> {
  const mode = modeOf(context);
  if (mode === "none") return [];
  const { opened, all, shown, review, base } = found;
  const findings = mode === "all" ? all.findings.filter(({ file }) => opened.shows(file)) : shown.findings;
  const changes = (review?.changes ?? []).filter(isAnnotated);
  const files = [...new Set([...findings, ...changes].map(({ file }) => file))];
  const { repository, prefix } = place;
  const isAsked = mode !== "all" && repository.ok && base !== null;
  const changed = isAsked ? await hunks(repository.value, base, "HEAD", files) : null;
  const toHead = repository.ok ? await hunksToHead(repository.value, files, context) : null;
  return annotationsOf({ mode, findings, changes, changed, toHead, prefix });
}

function modeOf({ inputs, plan }: RunContext): Annotate {
  return plan.annotatesAll && inputs.annotate !== "none" ? "all" : inputs.annotate;
}

/** GitHub shows the files of the pull request's head, which may lack what the merge brought in. */
async function hunksToHead(
  repository: Repository,
  files: readonly string[],
  { plan: { pull, headSha } }: RunContext,
): Promise<Hunks | null> {
  if (pull === null || files.length === 0) return null;
  const checkedOut = await resolveRef(repository, "HEAD");
  if (!checkedOut.ok || checkedOut.value === headSha) return null;
  if (!(await resolveRef(repository, headSha)).ok && !(await fetchCommit(repository, headSha)).ok) return null;
  return hunks(repository, checkedOut.value, headSha, files);
}

/** Null where it cannot be said; then everything counts as changed, and no line is moved. */
async function hunks(
  repository: Repository,
  before: string,
  after: string,
  files: readonly string[],
): Promise<Hunks | null> {
  const found = await hunksBetween(repository, before, after, files);
  return found.ok ? found.value : null;
}
