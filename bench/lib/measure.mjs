/** Runs one command as a whole process and says what it took. */

import { spawn, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { BENCH_SOURCE, SCRATCH_FOLDER } from "./paths.mjs";

const GNU_TIME = "/usr/bin/time";
const RSS_FILE = path.join(SCRATCH_FOLDER, `rss-${process.pid}`);
const PRELOAD = path.join(BENCH_SOURCE, "lib", "rss.cjs");
const NOT_PASSED_ON = ["CI", "GITHUB_ACTIONS", "FORCE_COLOR", "NODE_OPTIONS"];
const TAIL = 4000;
const TIMEOUT_MS = 20 * 60 * 1000;

/** The environment of every command: no colours, nothing that makes a tool think it runs in CI. */
export function plainEnvironment(extra = {}) {
  const env = { ...process.env, NO_COLOR: "1", ...extra };
  for (const name of NOT_PASSED_ON) delete env[name];
  return env;
}

const hasGnuTime = fs.existsSync(GNU_TIME) && spawnSync(GNU_TIME, ["-f", "%M", "true"]).status === 0;

/** Wraps a command so that its peak memory is left in RSS_FILE; null where that cannot be had. */
function withMemory({ file, args }) {
  if (hasGnuTime) return { file: GNU_TIME, args: ["-q", "-o", RSS_FILE, "-f", "%M", file, ...args], env: {} };
  if (file !== process.execPath) return { file, args, env: {} };
  return { file, args: ["--require", PRELOAD, ...args], env: { KPI_BENCH_RSS_FILE: RSS_FILE } };
}

function readPeak() {
  try {
    const kilobytes = Number(fs.readFileSync(RSS_FILE, "utf8").trim().split("\n").at(-1));
    return Number.isFinite(kilobytes) ? kilobytes / 1024 : null;
  } catch {
    return null; // no memory was measured for this command
  } finally {
    fs.rmSync(RSS_FILE, { force: true });
  }
}

/**
 * Runs `{file, args, cwd?}` with stdout thrown away and resolves to `{seconds, megabytes, code, complaint}`.
 *
 * `megabytes` is the peak of resident memory or null, `code` the exit status or null after a signal, and `complaint`
 * the end of stderr.
 */
export function measure(command) {
  fs.mkdirSync(SCRATCH_FOLDER, { recursive: true });
  const { file, args, env } = withMemory(command);
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    let seconds = 0;
    let complaint = "";
    const child = spawn(file, args, {
      cwd: command.cwd,
      env: plainEnvironment(env),
      stdio: ["ignore", "ignore", "pipe"],
      timeout: TIMEOUT_MS,
    });
    child.on("error", reject);
    child.stderr.setEncoding("utf8");
    child.stderr.on("data", (text) => {
      complaint = (complaint + text).slice(-TAIL);
    });
    child.on("exit", () => {
      seconds = Number(process.hrtime.bigint() - start) / 1e9;
    });
    child.on("close", (code) => resolve({ seconds, megabytes: readPeak(), code, complaint }));
  });
}

/** Runs a command and keeps its output: `{code, stdout, stderr}`. */
export function capture({ file, args, cwd }) {
  const result = spawnSync(file, args, {
    cwd,
    env: plainEnvironment(),
    encoding: "utf8",
    maxBuffer: 2 ** 30,
    timeout: TIMEOUT_MS,
  });
  if (result.error) throw result.error;
  return { code: result.status, stdout: result.stdout, stderr: result.stderr };
}

/** Whether stderr ends as node does after an uncaught error: with exit status 1, as a checker's that found something. */
export function hasCrashed(complaint) {
  return /^Node\.js v\d+\.\d+\.\d+\s*$/m.test(complaint);
}

/** The middle of a list of numbers. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
