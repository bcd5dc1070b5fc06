/** Real git repositories in temporary folders, untouched by the person's own git settings. */

import { execFileSync } from "node:child_process";
import { chmodSync, existsSync } from "node:fs";
import * as path from "node:path";
import { Folder } from "./cli.ts";

/** An environment for git and for the tool: only what both need. */
export const PLAIN_ENV: Readonly<Record<string, string>> = {
  PATH: process.env.PATH ?? "",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
};

const AUTHOR: Readonly<Record<string, string>> = {
  GIT_AUTHOR_NAME: "Ana",
  GIT_AUTHOR_EMAIL: "ana@example.com",
  GIT_COMMITTER_NAME: "Ana",
  GIT_COMMITTER_EMAIL: "ana@example.com",
};

/** The day of all commits that name no other one. */
const DAY = "2026-08-01";

/** A repository on branch `main`, with the files it is given as its first commit. */
export class TestRepository extends Folder {
  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    super(files);
    this.git("init", "-q", "-b", "main");
    if (Object.keys(files).length > 0) this.commit("first");
  }

  /** What git prints, without the last line end. */
  git(...args: readonly string[]): string {
    return gitIn(this.path, ...args);
  }

  /** Commits everything that lies there, on a day. */
  commit(message = "next", day = DAY): string {
    this.git("add", "-A");
    run(this.path, ["commit", "-q", "--allow-empty", "-m", message], "", day);
    return this.git("rev-parse", "HEAD");
  }

  /** Merges another branch, on a day. */
  merge(branch: string, day = DAY): void {
    run(this.path, ["merge", "-q", "--no-ff", "-m", `merge ${branch}`, branch], "", day);
  }

  /** Replaces `main` with empty commits, always the same ones. */
  manyCommits(count: number): void {
    const commits = Array.from({ length: count }, (_, i) => {
      const message = `number ${i}`;
      const author = "committer Ana <ana@example.com> 1785585600 +0000";
      return `commit refs/heads/main\n${author}\ndata ${message.length}\n${message}\n${i === 0 ? "deleteall\n" : ""}`;
    });
    run(this.path, ["fast-import", "--quiet", "--force"], commits.join("\n"));
  }
}

/** Runs git in a folder; what it prints, without the last line end. */
export function gitIn(folder: string, ...args: readonly string[]): string {
  return run(folder, args, "");
}

function run(folder: string, args: readonly string[], input: string, day = DAY): string {
  const date = `${day}T12:00:00Z`;
  const env = { ...PLAIN_ENV, ...AUTHOR, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  const all = ["-c", "protocol.file.allow=always", ...args];
  return execFileSync("git", all, { cwd: folder, env, input, encoding: "utf8", stdio: "pipe" }).trimEnd();
}

/** A folder with a `git` that is a shell script; `$real` in the script is the real one. */
export function fakeGit(script: string): Folder {
  const real = PLAIN_ENV.PATH?.split(":").find((folder) => existsSync(path.join(folder, "git")));
  const folder = new Folder({ git: `#!/bin/sh\nreal="${real}/git"\n${script}\n` });
  chmodSync(folder.join("git"), 0o755);
  return folder;
}
