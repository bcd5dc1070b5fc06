/** Which run of a workflow this is. */

import type { Runner } from "./runner.ts";

export interface RunInfo {
  readonly id: number;
  readonly attempt: number;
  readonly url: string;
}

/** Number, attempt and page of this run, as the runner says. */
export function runOf({ env, event }: Pick<Runner, "env" | "event">): RunInfo {
  const id = whole(env.GITHUB_RUN_ID);
  const server = env.GITHUB_SERVER_URL ?? "https://github.com";
  return { id, attempt: whole(env.GITHUB_RUN_ATTEMPT) || 1, url: pageOf(server, event.repository, id) };
}

/** The page of a run. */
export function pageOf(server: string, repository: string, id: number): string {
  return `${server}/${repository}/actions/runs/${id}`;
}

function whole(text: string | undefined): number {
  const value = Number(text);
  return Number.isSafeInteger(value) && value > 0 ? value : 0;
}
