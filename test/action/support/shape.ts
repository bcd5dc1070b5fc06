/** Prism, which holds each request and answer against GitHub's own description of the API. */

import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { cutDescription, PATHS } from "./description.ts";
import { ended } from "./emulator.ts";
import { node24 } from "./node24.ts";
import { packageFile } from "./packages.ts";
import type { Exchange } from "./proxy.ts";

const UNKNOWN_STATUS = "Unable to match the returned status code";

/** Ends Prism with the process that started it, however that ends. */
const ENDS_WITH_US = "data:text/javascript,process.stdin.resume().on('end',()=>process.exit())";

/** A running validating proxy. */
export interface Shape {
  readonly url: string;
  stop(): Promise<void>;
}

/** Something that GitHub's description does not have, in a request or in an answer. */
export interface Violation {
  readonly method: string;
  readonly path: string;
  readonly side: "request" | "response";
  /** Such as `body.body`. */
  readonly where: string;
  readonly message: string;
}

/** Starts Prism in front of an API. It writes what it finds into the header `sl-violations` of each answer. */
export async function startShape(to: string): Promise<Shape> {
  const folder = mkdtempSync(path.join(tmpdir(), "kpi-shape-"));
  const file = path.join(folder, "description.json");
  writeFileSync(file, JSON.stringify(cutDescription()));
  const prism = packageFile("@stoplight/prism-cli", "dist", "index.js");
  const child = spawn(
    node24(),
    ["--import", ENDS_WITH_US, prism, "proxy", file, to, "--port", "0", "--cors", "false"],
    {
      env: { PATH: process.env.PATH, NO_COLOR: "1" },
      stdio: ["pipe", "pipe", "pipe"],
    },
  );
  const stop = async () => {
    await ended(child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    return { url: await listening(child), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * What was found in requests and answers, in their order. Paths outside of the description are found too. A refusal
 * whose status the description leaves out is none: it leaves out most of them.
 */
export function violationsOf(exchanges: readonly Exchange[]): readonly Violation[] {
  return exchanges.flatMap(({ method, path: asked, githubStatus, violations }): Violation[] => {
    const at = { method, path: asked };
    if (!isDescribed(asked)) return [{ ...at, side: "request", where: "", message: "is no path that is described" }];
    if (violations === null) return [];
    if (violations.startsWith("Too many violations!")) {
      const side = violations.includes('"location":["request"') ? "request" : "response";
      return [{ ...at, side, where: "", message: violations }];
    }
    const found: readonly { readonly location: readonly string[]; readonly message: string }[] = JSON.parse(violations);
    const isRefusal = githubStatus !== null && githubStatus >= 400;
    const kept = found.filter(({ message }) => !(isRefusal && message.startsWith(UNKNOWN_STATUS)));
    return kept.map(({ location: [side, ...where], message }) => ({
      ...at,
      side: side === "request" ? "request" : "response",
      where: where.join("."),
      message,
    }));
  });
}

function isDescribed(asked: string): boolean {
  const [plain = ""] = asked.split("?");
  if (plain === "/graphql") return true;
  return PATHS.some((one) => new RegExp(`^${one.replace(/\{\w+\}/g, "[^/]+")}$`).test(plain));
}

function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const read = (text: string) => {
      said += text;
      const url = /Prism is listening on (http:\/\/[\d.]+:\d+)/.exec(said)?.[1];
      if (url !== undefined) resolve(url);
    };
    child.stdout?.setEncoding("utf8").on("data", read);
    child.stderr?.setEncoding("utf8").on("data", read);
    child.once("exit", (status) => reject(new Error(`Prism ended with ${status}: ${said.slice(-2000)}`)));
  });
}
