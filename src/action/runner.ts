/** What the Action is given from outside: a runner of GitHub, or a test. */

import type { Host } from "../commands/host.ts";
import type { GitHub } from "../host/github.ts";
import type { GitHubEvent } from "./event.ts";
import type { Redact } from "./redact.ts";
import type { Told } from "./told.ts";

export interface Runner {
  /** An input by its name in action.yml; empty where it is not set. */
  readonly input: (name: string) => string;
  readonly output: (name: string, value: string) => void;
  readonly event: GitHubEvent;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What GitHub has been given to show. */
  readonly told: Told;
  /** Commands to the runner and lines for its log. */
  readonly print: (line: string) => void;
  readonly host: Omit<Host, "cwd">;
  /** The folder that the repository is checked out in. */
  readonly workspace: string;
  /** The one client of the step: all that is asked shares its time, which begins with the first call. */
  readonly github: () => GitHub;
  /** Takes the token out of what is shown or written. */
  readonly redact: Redact;
}
