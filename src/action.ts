/** The GitHub Action: a runner's environment → one run → exit status. */

import { readFileSync } from "node:fs";
import { getInput, setOutput } from "@actions/core";
import { redactor } from "./action/redact.ts";
import { runAction } from "./action/run.ts";
import type { Runner } from "./action/runner.ts";
import { Told } from "./action/told.ts";
import { VERSION } from "./engine/version.ts";
import { connect, type GitHub } from "./host/github.ts";
import { PipeClosed, processTerminal } from "./host/terminal.ts";
import { terminal as line } from "./report/untrusted.ts";

const MS_PER_DAY = 86_400_000;
/** For everything that is asked of GitHub. */
const BUDGET_MS = 30_000;
const FAILED = 3;

const { env } = process;
const terminal = processTerminal();
const token = getInput("token");
// No plug-in and no program that is started from here finds it.
delete env.INPUT_TOKEN;
const redact = redactor(token);

let client: GitHub | null = null;

run().then((status) => {
  process.exitCode = status;
}, fail);

async function run(): Promise<number> {
  return runAction(runnerOf());
}

function github(): GitHub {
  const [owner = "", repo = ""] = (env.GITHUB_REPOSITORY ?? "").split("/");
  client ??= connect({
    token,
    owner,
    repo,
    budget: BUDGET_MS,
    now: () => performance.now(),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
  return client;
}

function runnerOf(): Runner {
  return {
    input: (name) => (name === "token" ? token : getInput(name)),
    output: (name, value) => setOutput(name, redact(value)),
    event: {
      name: env.GITHUB_EVENT_NAME ?? "",
      payload: payload(),
      actor: env.GITHUB_ACTOR ?? "",
      repository: env.GITHUB_REPOSITORY ?? "",
      sha: env.GITHUB_SHA ?? "",
    },
    env,
    told: new Told(),
    print: (line) => terminal.out(`${redact(line)}\n`),
    host: {
      startedIn: process.cwd(),
      today: Math.floor(Date.now() / MS_PER_DAY),
      env,
      terminal: { ...terminal, out: (text) => terminal.out(redact(text)), note: (text) => terminal.note(redact(text)) },
      now: () => performance.now(),
      readInput: () => "",
      isInteractive: false,
      ask: () => Promise.reject(new Error("Nobody can be asked in a workflow.")),
    },
    workspace: env.GITHUB_WORKSPACE ?? process.cwd(),
    github,
    redact,
  };
}

/** What happened, as GitHub wrote it down for this run. */
function payload(): unknown {
  const file = env.GITHUB_EVENT_PATH ?? "";
  return file === "" ? {} : JSON.parse(readFileSync(file, "utf8"));
}

/** A failure of the Action itself, never of what it looks at. */
function fail(error: unknown): void {
  process.exitCode = FAILED;
  if (error instanceof PipeClosed) return;
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  // The runner looks for commands here too.
  const lines = [`kpi-as-code ${VERSION} failed; please report this.`, ...redact(stack).split("\n").map(line)];
  terminal.note(`${lines.join("\n")}\n`);
  terminal.out("::error title=kpi-as-code::The Action itself failed; its log has the details.\n");
  try {
    setOutput("conclusion", "failure");
  } catch {
    // What failed may be just this; the log has it already.
  }
}
