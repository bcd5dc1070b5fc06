/** One terminal: a bash that runs blocks of commands one after the other, in a home folder of its own. */

import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";

export interface Ran {
  /** Everything that was printed, stdout and stderr as a terminal shows them. */
  readonly output: string;
  /** The statuses of the commands that failed, in order. */
  readonly failed: readonly number[];
}

/** Where the product is published. */
export const ADDRESS = "https://github.com/kpi-as-code/kpi-as-code";
const DAY = "2026-08-15T09:00:00Z";
const PATIENCE_MS = 120_000;
/** Stands around what bash says between two blocks; no command prints it. */
const MARK = "\u001e";

/** Starts in an empty folder, with `kpi` on the path, git configured, and `$KPI_HOME` for the product. */
export class Session {
  readonly #folder = realpathSync(mkdtempSync(path.join(tmpdir(), "kpi-docs-")));
  readonly #shell: ChildProcessWithoutNullStreams;
  #cwd: string;
  #blocks = 0;
  #text = "";
  #wake: () => void = () => undefined;

  /**
   * @param product the repository of the product, built
   * @param isPublished whether its address on GitHub can be cloned
   */
  constructor(product: string, isPublished: boolean) {
    const home = path.join(this.#folder, "home");
    const bin = path.join(this.#folder, "bin");
    this.#cwd = path.join(home, "work");
    for (const folder of [this.#cwd, bin]) mkdirSync(folder, { recursive: true });
    writeFileSync(
      path.join(bin, "kpi"),
      `#!/bin/sh\nexec "${process.execPath}" "${path.join(product, "dist/cli.js")}" "$@"\n`,
    );
    chmodSync(path.join(bin, "kpi"), 0o755);
    writeFileSync(path.join(home, ".gitconfig"), gitConfig(isPublished ? this.#snapshot(product) : null));
    this.#shell = spawn("bash", ["--noprofile", "--norc"], {
      cwd: this.#cwd,
      env: {
        HOME: home,
        PATH: `${bin}${path.delimiter}${process.env.PATH ?? ""}`,
        KPI_HOME: product,
        LANG: "C.UTF-8",
        NO_COLOR: "1",
        TERM: "xterm",
        TMPDIR: this.#folder,
        GIT_AUTHOR_DATE: DAY,
        GIT_COMMITTER_DATE: DAY,
      },
    });
    const listen = (chunk: string): void => {
      this.#text += chunk;
      this.#wake();
    };
    this.#shell.stdout.setEncoding("utf8").on("data", listen);
    this.#shell.on("close", () => this.#wake());
    this.#shell.stdin.write("exec 2>&1\nshopt -s expand_aliases\n");
  }

  /** The folder that the session is in now. */
  get cwd(): string {
    return this.#cwd;
  }

  /** Runs commands in the session, as typed: folders, aliases and variables stay for the next ones. */
  async run(commands: string): Promise<Ran> {
    const file = path.join(this.#folder, `block-${++this.#blocks}.sh`);
    writeFileSync(file, `failed=; trap 'failed="$failed $?"' ERR\n${commands}\ntrap - ERR; true\n`);
    this.#text = "";
    this.#shell.stdin.write(`source "${file}" </dev/null\nprintf '${MARK}%s${MARK}%s${MARK}' "$failed" "$PWD"\n`);
    const [output = "", failed = "", cwd = ""] = (await this.#answer()).split(MARK);
    this.#cwd = cwd;
    return { output: this.#tidy(output), failed: failed.split(" ").filter(Boolean).map(Number) };
  }

  close(): void {
    this.#shell.kill("SIGKILL");
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #answer(): Promise<string> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no end after ${PATIENCE_MS / 1000} s`)), PATIENCE_MS);
      const look = (): void => {
        if (this.#text.split(MARK).length < 4) {
          if (this.#shell.exitCode === null) return;
          clearTimeout(timer);
          reject(new Error(`the shell has ended:\n${this.#text}`));
          return;
        }
        clearTimeout(timer);
        resolve(this.#text);
      };
      this.#wake = look;
      look();
    });
  }

  /** What is printed, without what differs from run to run: the time it took, and the name of the home folder. */
  #tidy(text: string): string {
    return text
      .replaceAll(path.join(this.#folder, "home"), "~")
      .replace(/\r\n/g, "\n")
      .replace(/(?<=[ (])\d+(?:\.\d+)? m?s(?=\)?$)/gm, "30 ms");
  }

  /** A repository that holds what a clone of the product would: its files as they are now. */
  #snapshot(product: string): string {
    const target = path.join(this.#folder, "published");
    const git = (...args: readonly string[]): void => {
      execFileSync("git", ["-C", target, "-c", "user.name=KPI", "-c", "user.email=kpi@example.com", ...args]);
    };
    mkdirSync(target);
    git("init", "-q", "-b", "main");
    git(`--work-tree=${product}`, "add", "--", "package.json", "dist", "examples", "schemas");
    git("commit", "-q", "-m", "Publish");
    return target;
  }
}

const IDENTITY = `[user]
	name = Ana
	email = ana@example.com
[init]
	defaultBranch = main
`;

function gitConfig(published: string | null): string {
  if (published === null) return IDENTITY;
  return `${IDENTITY}[protocol "file"]
	allow = always
[url "file://${published}"]
	insteadOf = ${ADDRESS}.git
	insteadOf = ${ADDRESS}
`;
}
