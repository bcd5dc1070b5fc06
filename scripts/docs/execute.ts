/** Does what a documentation page tells a reader to do, and writes down what is printed. */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { type FileStep, type OutputBlock, type RunStep, stepsOf } from "./blocks.ts";
import { ADDRESS, Session } from "./session.ts";

/** Lines of output that a problem repeats. */
const LAST_LINES = 12;

export interface Executed {
  /** The page with its outputs as they are now. */
  readonly text: string;
  /** What did not go as the page says, each with its line. */
  readonly problems: readonly string[];
}

/** Runs all steps of a page in one session. */
export async function execute(page: string, product: string): Promise<Executed> {
  const steps = stepsOf(page).filter((step) => step.kind !== "skipped");
  if (steps.length === 0) return { text: page, problems: [] };
  const problems: string[] = [];
  const outputs: (readonly [block: OutputBlock, text: string])[] = [];
  const session = new Session(
    product,
    steps.some(({ text }) => text.includes(ADDRESS)),
  );
  try {
    for (const step of steps) {
      try {
        if (step.kind !== "run") doFile(step, session.cwd);
        else outputs.push(...(await doRun(step, session)));
      } catch (error) {
        problems.push(`line ${step.line}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  } finally {
    session.close();
  }
  return { text: withOutputs(page, outputs), problems };
}

async function doRun(
  step: RunStep,
  session: Session,
): Promise<readonly (readonly [block: OutputBlock, text: string])[]> {
  const { output, failed } = await session.run(step.text);
  if (failed.join() !== step.exit.join()) {
    const [were, are] = [failed, step.exit].map((statuses) => statuses.join(" and ") || "no failure");
    throw new Error(`${were} instead of ${are}:\n${step.text}\n${tail(output)}`);
  }
  return step.output === null ? [] : [[step.output, output]];
}

/** The last lines of what was printed. */
function tail(output: string): string {
  return output.split("\n").slice(-LAST_LINES).join("\n");
}

function doFile({ kind, file, text }: FileStep, cwd: string): void {
  const target = path.join(cwd, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, kind === "write" ? `${text}\n` : edited(readFileSync(target, "utf8"), text, file));
}

/** A file with the lines of a diff changed: its old lines must stand there once. */
function edited(text: string, diff: string, file: string): string {
  const lines = diff.split("\n");
  const side = (other: string): string =>
    lines
      .filter((line) => !line.startsWith(other))
      .map((line) => `${line.slice(1)}\n`)
      .join("");
  const parts = text.split(side("+"));
  if (parts.length !== 2) throw new Error(`${file} holds the old lines ${parts.length - 1} times, not once`);
  return parts.join(side("-"));
}

/** The page with what was printed in its blocks; bottom up, so that lines keep their numbers. */
function withOutputs(page: string, outputs: readonly (readonly [block: OutputBlock, text: string])[]): string {
  const lines = page.split("\n");
  for (const [{ from, to, head }, text] of [...outputs].reverse()) {
    const printed = text.replace(/^\n+/, "").trimEnd().split("\n");
    const shown = head === null || printed.length <= head ? printed : [...printed.slice(0, head), "…"];
    lines.splice(from, to - from, ...shown.map((line) => line.trimEnd()));
  }
  return lines.join("\n");
}
