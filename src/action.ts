/** The GitHub Action: a runner's environment → one run → exit status. */

import { readFileSync } from "node:fs";
import { getInput, setOutput } from "@actions/core";
import { runAction } from "./action/run.ts";
import type { Runner } from "./action/runner.ts";
import { VERSION } from "./engine/version.ts";
import { connect } from "./host/github.ts";
import { processTerminal } from "./host/terminal.ts";

const MS_PER_DAY = 86_400_000;
/** For everything that is asked of GitHub. */
const BUDGET_MS = 30_000;

const { env } = process;
const terminal = processTerminal();
const secret = getInput("token");

/** No line that is printed holds the token, whatever a file or an error message says. */
function withoutToken(text: string): string {
  return secret === "" ? text : text.replaceAll(secret, "***");
}

function payload(): unknown {
  const file = env.GITHUB_EVENT_PATH ?? "";
  return file === "" ? {} : JSON.parse(readFileSync(file, "utf8"));
}

const [owner = "", repo = ""] = (env.GITHUB_REPOSITORY ?? "").split("/");

const runner: Runner = {
  input: (name) => getInput(name),
  output: (name, value) => setOutput(name, withoutToken(value)),
  event: {
    name: env.GITHUB_EVENT_NAME ?? "",
    payload: payload(),
    actor: env.GITHUB_ACTOR ?? "",
    repository: env.GITHUB_REPOSITORY ?? "",
    sha: env.GITHUB_SHA ?? "",
  },
  env,
  print: (line) => terminal.out(`${withoutToken(line)}\n`),
  host: {
    startedIn: process.cwd(),
    today: Math.floor(Date.now() / MS_PER_DAY),
    env,
    terminal: { ...terminal, note: (text) => terminal.note(withoutToken(text)) },
    now: () => performance.now(),
    readInput: () => "",
    isInteractive: false,
    ask: () => Promise.reject(new Error("Nobody can be asked in a workflow.")),
  },
  workspace: env.GITHUB_WORKSPACE ?? process.cwd(),
  connect: (token) =>
    connect({
      token,
      owner,
      repo,
      budget: BUDGET_MS,
      now: () => performance.now(),
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    }),
};

runAction(runner).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    terminal.note(withoutToken(`kpi-as-code ${VERSION} failed; please report this.\n${stack}\n`));
    runner.print("::error title=kpi-as-code::The Action itself failed; its log has the details.");
    process.exitCode = 3;
  },
);
