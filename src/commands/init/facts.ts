/** What `kpi init` finds before it writes: git, GitHub, who may answer, and what is there already. */

import * as path from "node:path";
import { OWNER } from "../../definition/patterns.ts";
import { kindOf, readText, relativeTo, walk } from "../../host/files.ts";
import { defaultBranch, type Repository, repositoryOf } from "../../host/git.ts";
import { runGit } from "../../host/git-process.ts";
import type { Host } from "../host.ts";
import type { Project } from "../open.ts";

/** Everything that decides what is written. */
export interface InitFacts {
  /** The top of the working tree; null outside git. */
  readonly gitRoot: string | null;
  /** Whether the code lives on GitHub, as far as the remotes tell. */
  readonly onGitHub: boolean;
  readonly branch: string;
  /** The root of the workspace relative to the top of the working tree, with `/`; empty for the top itself. */
  readonly prefix: string;
  /** Who probably answers; null where nothing tells. */
  readonly owner: string | null;
  /** Workflow files that run the Action or the command already, relative to the top. */
  readonly workflows: readonly string[];
  /** KPI files without a line for editors. */
  readonly withoutModeline: readonly string[];
}

const CODEOWNERS = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];
const MODELINE = /^#\s*yaml-language-server:\s*\$schema=/m;

/** Looks around; nothing that cannot be read is an error here. */
export async function initFacts(project: Project, host: Host): Promise<InitFacts> {
  const found = await repositoryOf(project.root, host.env);
  const repository = found.ok ? found.value : null;
  const top = repository?.top ?? null;
  const remotes =
    repository === null ? "" : await gitOutput(repository, ["config", "--get-regexp", "^remote\\..*\\.url$"]);
  return {
    gitRoot: top,
    onGitHub:
      /(?:^|[@/.])github\.[\w.-]+[:/]/m.test(remotes) ||
      (top !== null && kindOf(path.join(top, ".github")) === "directory"),
    branch: repository === null ? "main" : await branchOf(repository),
    prefix: repository?.prefix ?? "",
    owner: codeOwner(top ?? project.root) ?? (repository === null ? null : await committer(repository)),
    workflows: top === null ? [] : workflowsIn(top),
    withoutModeline: project.files.filter(
      (file) => !MODELINE.test(project.textOf(file) ?? "# yaml-language-server: $schema="),
    ),
  };
}

async function gitOutput(repository: Repository, args: readonly string[]): Promise<string> {
  const run = await runGit({ folder: repository.top, env: repository.env, args });
  return run.ok && run.value.status === 0 ? run.value.out.toString("utf8").trim() : "";
}

/** The branch that work is merged into; before the first commit, the one that is checked out. */
async function branchOf(repository: Repository): Promise<string> {
  const found = await defaultBranch(repository);
  if (found.ok) return found.value.replace(/^refs\/(?:heads|remotes\/[^/]+)\//, "");
  return (await gitOutput(repository, ["symbolic-ref", "--short", "HEAD"])) || "main";
}

/** The first owner of the last rule for all files, or of the first rule. */
function codeOwner(folder: string): string | null {
  for (const file of CODEOWNERS) {
    const read = readText(path.join(folder, file));
    if (!read.ok) continue;
    const rules = read.text.split(/\r?\n/).map((line) => line.replace(/#.*/, "").trim().split(/\s+/));
    const rule = rules.findLast(([pattern]) => pattern === "*") ?? rules.find((words) => words.length > 1);
    const owner = rule?.slice(1).find((word) => OWNER.test(word));
    if (owner !== undefined) return owner;
  }
  return null;
}

/** The handle of an address that GitHub keeps private, or the address itself. */
async function committer(repository: Repository): Promise<string | null> {
  const email = await gitOutput(repository, ["config", "--get", "user.email"]);
  const handle = /^(?:\d+\+)?([\w-]+)@users\.noreply\.github\.com$/.exec(email)?.[1];
  const owner = handle === undefined ? email : `@${handle}`;
  return OWNER.test(owner) ? owner : null;
}

const OURS = /kpi-as-code|\bkpi check\b/;

function workflowsIn(top: string): readonly string[] {
  const folder = path.join(top, ".github/workflows");
  if (kindOf(folder) !== "directory") return [];
  const accept = (file: string): boolean => /^[^/]+\.ya?ml$/.test(file);
  const files = walk(folder, { accept, boundary: "", respectGitIgnore: false });
  return files
    .filter((file) => {
      const read = readText(path.join(folder, file));
      return read.ok && OURS.test(read.text);
    })
    .map((file) => relativeTo(top, path.join(folder, file)));
}
