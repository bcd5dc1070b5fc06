/** How long a running watch or language server takes from a change of one file to the new findings. */

import { spawn } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { pathToFileURL } from "node:url";
import { median, plainEnvironment } from "./measure.mjs";
import { SCRATCH_FOLDER } from "./paths.mjs";
import { AS_OF } from "./unit.mjs";

const CHANGED_FILE = path.join("kpis", "area-007", "team-00371.kpi.yaml");
const PATIENCE_MS = 60_000;
const QUIET_MS = 700;

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** The text with a key that no definition has, in its first metric. */
function withUnknownKey(text, key) {
  return text.replace(/^( {4})category: /m, `$1${key}: blue\n$&`);
}

/** Resolves to what `check` returns once it is not null, looking again whenever `wake` is called. */
function waiter(what) {
  const state = { check: null, resolve: null };
  const wake = () => {
    const value = state.check?.() ?? null;
    if (value === null) return;
    state.check = null;
    state.resolve(value);
  };
  const until = (check) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`${what} did not answer within ${PATIENCE_MS / 1000} s.`)),
        PATIENCE_MS,
      );
      state.check = check;
      state.resolve = (value) => {
        clearTimeout(timer);
        resolve(value);
      };
      wake();
    });
  return { wake, until };
}

async function end(child) {
  const closed = new Promise((resolve) => child.once("close", resolve));
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGINT");
  const timer = setTimeout(() => child.kill("SIGKILL"), 3000);
  await closed;
  clearTimeout(timer);
}

/** A copy of the corpus that may be changed. */
function scratchCopy(corpus, name) {
  const copy = path.join(SCRATCH_FOLDER, name);
  fs.rmSync(copy, { recursive: true, force: true });
  fs.cpSync(corpus.root, copy, { recursive: true });
  return copy;
}

/** Milliseconds from saving a file to the finding about it on stdout of `check --watch`: the median of `runs` changes. */
export async function watchLatency(productFile, corpus, { runs, log }) {
  const root = scratchCopy(corpus, "watch");
  const file = path.join(root, CHANGED_FILE);
  const text = fs.readFileSync(file, "utf8");
  const args = [productFile, "check", "--watch", "-C", root, "--as-of", AS_OF];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: plainEnvironment(),
    stdio: ["pipe", "pipe", "inherit"],
  });
  const { wake, until } = waiter("The watch");
  let output = "";
  child.stdout.setEncoding("utf8");
  child.stdout.on("data", (chunk) => {
    output += chunk;
    wake();
  });
  try {
    await until(() => output || null);
    const times = [];
    for (let run = 0; run < runs; run++) {
      await sleep(QUIET_MS);
      const key = `colour-${run}`;
      output = "";
      const start = performance.now();
      fs.writeFileSync(file, withUnknownKey(text, key));
      times.push(await until(() => (output.includes(key) ? performance.now() - start : null)));
      log(`watch  ${run + 1}/${runs}  ${times.at(-1).toFixed(0)} ms`);
      await sleep(QUIET_MS);
      fs.writeFileSync(file, text);
    }
    return median(times);
  } finally {
    await end(child);
    fs.rmSync(root, { recursive: true, force: true });
  }
}

/** The messages of a language server, in and out. */
class Wire {
  #child;
  #pending = Buffer.alloc(0);
  #onMessage;

  constructor(child, onMessage) {
    this.#child = child;
    this.#onMessage = onMessage;
    child.stdout.on("data", (chunk) => this.#read(chunk));
  }

  send(message) {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    this.#child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #read(chunk) {
    this.#pending = Buffer.concat([this.#pending, chunk]);
    for (;;) {
      const headEnd = this.#pending.indexOf("\r\n\r\n");
      if (headEnd < 0) return;
      const length = Number(/content-length: *(\d+)/i.exec(this.#pending.toString("latin1", 0, headEnd))?.[1]);
      const bodyEnd = headEnd + 4 + length;
      if (this.#pending.length < bodyEnd) return;
      const body = this.#pending.toString("utf8", headEnd + 4, bodyEnd);
      this.#pending = this.#pending.subarray(bodyEnd);
      this.#onMessage(JSON.parse(body));
    }
  }
}

/** A server's own request gets an empty answer: no settings, everything registered. */
function answer(message) {
  const items = message.params?.items;
  return { id: message.id, result: Array.isArray(items) ? items.map(() => null) : null };
}

/** Milliseconds from a change in the editor to the published diagnostics of that file: the median of `runs` changes. */
export async function lspLatency(productFile, corpus, { runs, log }) {
  const file = path.join(corpus.root, CHANGED_FILE);
  const uri = pathToFileURL(file).href;
  const text = fs.readFileSync(file, "utf8");
  const child = spawn(process.execPath, [productFile, "lsp", "-C", corpus.root, "--as-of", AS_OF], {
    cwd: corpus.root,
    env: plainEnvironment(),
    stdio: ["pipe", "pipe", "inherit"],
  });
  const { wake, until } = waiter("The language server");
  const seen = { ready: false, diagnostics: null };
  const wire = new Wire(child, (message) => {
    if (message.id === 1 && message.method === undefined) seen.ready = true;
    else if (message.method === "textDocument/publishDiagnostics" && message.params.uri === uri)
      seen.diagnostics = message.params.diagnostics;
    else if (message.method !== undefined && message.id !== undefined) wire.send(answer(message));
    wake();
  });
  child.stdin.on("error", () => {}); // the server has ended; the waiter says that it did not answer
  try {
    const folder = pathToFileURL(corpus.root).href;
    const workspaceFolders = [{ uri: folder, name: corpus.name }];
    wire.send({
      id: 1,
      method: "initialize",
      params: { processId: process.pid, rootUri: folder, workspaceFolders, capabilities: {} },
    });
    await until(() => seen.ready || null);
    wire.send({ method: "initialized", params: {} });
    wire.send({
      method: "textDocument/didOpen",
      params: { textDocument: { uri, languageId: "yaml", version: 0, text } },
    });
    await until(() => (seen.diagnostics === null ? null : true));
    return await timeChanges({ wire, seen, until, uri, text, runs, log });
  } finally {
    await end(child);
  }
}

async function timeChanges({ wire, seen, until, uri, text, runs, log }) {
  const times = [];
  const change = (version, newText) => {
    seen.diagnostics = null;
    wire.send({
      method: "textDocument/didChange",
      params: { textDocument: { uri, version }, contentChanges: [{ text: newText }] },
    });
  };
  for (let run = 0; run < runs; run++) {
    const key = `colour-${run}`;
    const start = performance.now();
    change(2 * run + 1, withUnknownKey(text, key));
    times.push(
      await until(() => (JSON.stringify(seen.diagnostics ?? "").includes(key) ? performance.now() - start : null)),
    );
    log(`lsp  ${run + 1}/${runs}  ${times.at(-1).toFixed(0)} ms`);
    change(2 * run + 2, text);
    await until(() => (seen.diagnostics !== null && !JSON.stringify(seen.diagnostics).includes(key) ? true : null));
  }
  return median(times);
}
