/** Runs the bundle of the Action as GitHub's runner does: Node.js 24, the runner's variables and files, nothing else. */

import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { pathToFileURL } from "node:url";
import { SERVER_URL } from "./emulator-messages.ts";
import type { ActionEvent } from "./events.ts";
import { inputVariables } from "./inputs.ts";
import { node24 } from "./node24.ts";
import {
  type Annotation,
  annotationsOf,
  readCommands,
  readFileCommands,
  type WorkflowCommand,
} from "./runner-files.ts";

/** A step of a workflow. */
export interface Step {
  /** The file that the runner starts. */
  readonly bundle: string;
  /** The checkout; what `actions/checkout` left. */
  readonly repositoryFolder: string;
  readonly event: ActionEvent;
  /** The base of the API, as the proxy has it. */
  readonly apiUrl: string;
  /** What `with:` says; the rest comes from action.yml. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** What `github.token` is; empty for none. */
  readonly token: string;
  /** More variables, or other ones; undefined takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** action.yml, for the inputs' defaults; the one at the root by default, none where there is none. */
  readonly actionFile?: string;
  /** Hosts besides the API's, as `name:port`, that may be reached. */
  readonly hosts?: readonly string[];
  /** Milliseconds until the step is ended by force, 60,000 by default. */
  readonly patience?: number;
}

/** What a step leaves. */
export interface StepResult {
  /** The exit status; null where it was ended by force. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** The job summary, in Markdown. */
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  /** All commands that the runner would have obeyed, annotations too. */
  readonly commands: readonly WorkflowCommand[];
  /** What GITHUB_ENV, GITHUB_STATE and GITHUB_PATH were left with. */
  readonly files: Readonly<Record<"env" | "state" | "path", string>>;
  /** The files that it left in RUNNER_TEMP, by their whole path; they are gone by now. */
  readonly tempFiles: Readonly<Record<string, string>>;
}

/** The files that a step writes into, by the variable that names each. */
const FILES = {
  GITHUB_OUTPUT: "set_output",
  GITHUB_STEP_SUMMARY: "step_summary",
  GITHUB_ENV: "set_env",
  GITHUB_STATE: "save_state",
  GITHUB_PATH: "add_path",
} as const;

/** Runs a step to its end. Throws where it reached for a host that it must not, or left a file the runner refuses. */
export async function runAction(step: Step): Promise<StepResult> {
  const home = mkdtempSync(path.join(tmpdir(), "kpi-runner-"));
  try {
    const file = (name: keyof typeof FILES) => path.join(home, "_commands", FILES[name]);
    const names = Object.keys(FILES).filter((name): name is keyof typeof FILES => name in FILES);
    for (const folder of ["_commands", "_temp"]) mkdirSync(path.join(home, folder));
    for (const name of names) writeFileSync(file(name), "");
    writeFileSync(path.join(home, "event.json"), JSON.stringify(step.event.payload));
    writeFileSync(path.join(home, "strays"), "");

    const variables = { ...environment(step, home), ...Object.fromEntries(names.map((name) => [name, file(name)])) };
    const ran = await run(step, { ...variables, ...step.env });
    const read = (name: keyof typeof FILES) => readFileSync(file(name), "utf8");
    const strays = readFileSync(path.join(home, "strays"), "utf8").split("\n").filter(Boolean);
    if (strays.length > 0) throw new Error(`The Action reached for other hosts: ${[...new Set(strays)].join(", ")}.`);
    const commands = [...readCommands(ran.stdout), ...readCommands(ran.stderr)];
    return {
      ...ran,
      outputs: readFileCommands(read("GITHUB_OUTPUT")),
      summary: read("GITHUB_STEP_SUMMARY"),
      annotations: annotationsOf(commands),
      commands,
      files: { env: read("GITHUB_ENV"), state: read("GITHUB_STATE"), path: read("GITHUB_PATH") },
      tempFiles: filesIn(path.join(home, "_temp")),
    };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function environment(step: Step, home: string): Record<string, string | undefined> {
  const { event, apiUrl } = step;
  const [owner] = event.repository.split("/");
  return {
    ...inputVariables(step.inputs ?? {}, step.token, step.actionFile),
    PATH: process.env.PATH,
    HOME: home,
    LANG: "C.UTF-8",
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_ACTION: "__self",
    GITHUB_ACTION_PATH: path.dirname(path.dirname(step.bundle)),
    GITHUB_ACTOR: event.actor,
    GITHUB_TRIGGERING_ACTOR: event.actor,
    GITHUB_API_URL: apiUrl,
    GITHUB_GRAPHQL_URL: apiUrl.endsWith("/api/v3") ? apiUrl.replace(/v3$/, "graphql") : `${apiUrl}/graphql`,
    GITHUB_SERVER_URL: SERVER_URL,
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: path.join(home, "event.json"),
    GITHUB_BASE_REF: event.baseRef,
    GITHUB_HEAD_REF: event.headRef,
    GITHUB_REF: event.ref,
    GITHUB_REF_NAME: event.ref.replace(/^refs\/(heads|tags|pull)\//, ""),
    GITHUB_REF_TYPE: event.ref.startsWith("refs/tags/") ? "tag" : "branch",
    GITHUB_SHA: event.sha,
    GITHUB_REPOSITORY: event.repository,
    GITHUB_REPOSITORY_OWNER: owner,
    GITHUB_JOB: "kpi",
    GITHUB_WORKFLOW: "KPIs",
    GITHUB_RUN_ID: "7000000001",
    GITHUB_RUN_NUMBER: "12",
    GITHUB_RUN_ATTEMPT: "1",
    GITHUB_WORKSPACE: step.repositoryFolder,
    RUNNER_OS: "Linux",
    RUNNER_ARCH: "X64",
    RUNNER_NAME: "GitHub Actions 1",
    RUNNER_ENVIRONMENT: "github-hosted",
    RUNNER_TEMP: path.join(home, "_temp"),
    RUNNER_TOOL_CACHE: path.join(home, "_tools"),
    // Of the harness, not of the runner: git reaches nothing but this disk, and node nothing but the API.
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_ALLOW_PROTOCOL: "file",
    GIT_TERMINAL_PROMPT: "0",
    HARNESS_HOSTS: [new URL(apiUrl).host, ...(step.hosts ?? [])].join(","),
    HARNESS_STRAYS: path.join(home, "strays"),
  };
}

function filesIn(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return Object.fromEntries(files.map((file) => [file, readFileSync(file, "utf8")]));
}

type Ran = Pick<StepResult, "status" | "stdout" | "stderr">;

function run(step: Step, env: Record<string, string | undefined>): Promise<Ran> {
  const guard = pathToFileURL(path.join(import.meta.dirname, "network-guard.ts")).href;
  const child = spawn(node24(), ["--import", guard, step.bundle], {
    cwd: step.repositoryFolder,
    env,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  // The whole group, so that a git that it started ends too.
  const timer = setTimeout(
    () => child.pid !== undefined && process.kill(-child.pid, "SIGKILL"),
    step.patience ?? 60_000,
  );
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => {
      clearTimeout(timer);
      resolve({ status, stdout, stderr });
    });
  });
}
