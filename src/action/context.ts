/** How a run works: its inputs, its event and the folders that they lead to. */

import * as path from "node:path";
import { UsageError } from "../commands/errors.ts";
import type { CommonOptions, Host } from "../commands/host.ts";
import type { Lacking, Project } from "../commands/open.ts";
import { isInside, kindOf, relativeTo, staysInside } from "../host/files.ts";
import { type Repository, repositoryOf } from "../host/git.ts";
import type { GitResult } from "../host/git-process.ts";
import { leadsOut } from "./checkout.ts";
import type { EventPlan } from "./event.ts";
import type { Inputs } from "./inputs.ts";
import type { Runner } from "./runner.ts";

export interface RunContext {
  readonly inputs: Inputs;
  readonly plan: EventPlan;
  readonly options: CommonOptions;
  readonly host: Host;
  /** The folder that the repository is checked out in. */
  readonly checkout: string;
}

/** Puts a run together. Throws a `UsageError` where an input leads nowhere, or out of the checkout. */
export function contextOf(runner: Runner, inputs: Inputs, plan: EventPlan): RunContext {
  const { workspace: checkout } = runner;
  const { workingDirectory, config, asOf, paths } = inputs;
  const cwd = path.resolve(checkout, workingDirectory);
  // The base may still have a folder that the change deletes.
  const isMissing = kindOf(cwd) === "missing";
  if (!isMissing && kindOf(cwd) !== "directory") throw new UsageError(noFolder(workingDirectory));
  if (isMissing ? leadsOut(checkout, cwd) || !isInside(checkout, cwd) : !staysInside(checkout, cwd)) {
    throw new UsageError(
      `working-directory: "${workingDirectory}" leads out of the checkout; name a folder inside it.`,
    );
  }
  const named = [...paths.map((one) => ["paths", one] as const), ["config", config ?? "."] as const];
  for (const [input, file] of named) {
    if (!leadsOut(checkout, path.resolve(cwd, file))) continue;
    throw new UsageError(`${input}: "${file}" is a link that leads out of the checkout; name what lies inside it.`);
  }
  return {
    inputs,
    plan,
    options: {
      color: false,
      quiet: true,
      plugins: plan.runsPlugins,
      ...(config === null ? {} : { config }),
      ...(asOf === null ? {} : { asOf }),
    },
    host: { ...runner.host, cwd, startedIn: cwd },
    checkout,
  };
}

/** The working directory, where the checkout has none: only the base may have it. */
export function lackingFolder(root: string, { workingDirectory }: Inputs, { cwd }: Host): readonly Lacking[] {
  if (kindOf(cwd) !== "missing") return [];
  return [{ path: relativeTo(root, cwd), sentence: noFolder(workingDirectory) }];
}

function noFolder(workingDirectory: string): string {
  return `working-directory: there is no folder "${workingDirectory}" in the checkout.`;
}

/** Where the files of a workspace are. */
export interface Place {
  readonly repository: GitResult<Repository>;
  /** From the top of the repository to the workspace, with `/` at its end; empty where they are one. */
  readonly prefix: string;
}

/** Finds the repository of a project. Throws a `UsageError` where its config reads from outside the checkout. */
export async function placeOf(
  { root, configFile, configFiles }: Pick<Project, "root" | "configFile" | "configFiles">,
  { inputs, host, checkout }: RunContext,
): Promise<Place> {
  for (const file of configFiles) {
    // The workflow itself may name any file; what is checked out may not.
    const isNamed = inputs.config !== null && file === configFile;
    if (isNamed || staysInside(checkout, path.resolve(root, file))) continue;
    throw new UsageError(`The config reads ${file}, which lies outside the checkout; put the file itself into it.`);
  }
  const repository = await repositoryOf(root, host.env);
  if (repository.ok) return { repository, prefix: repository.value.prefix };
  const folder = isInside(checkout, root) ? relativeTo(checkout, root) : "";
  return { repository, prefix: folder === "" ? "" : `${folder}/` };
}
