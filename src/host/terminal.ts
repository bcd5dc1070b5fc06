/** Standard streams: whole writes, quiet ends, and a progress bar that only a terminal shows. */

import { writeSync } from "node:fs";
import { writeFailure } from "./write-failure.ts";

/** What commands print to and ask about the terminal. */
export interface Terminal {
  /** For people and machines: the result. */
  out(text: string): void;
  /** Notes and errors beside the result. */
  note(text: string): void;
  readonly outIsTerminal: boolean;
  readonly noteIsTerminal: boolean;
  /** Columns of the terminal; 100 where there is none. */
  readonly width: number;
}

/** Thrown when the reader of a pipe has gone away; the command ends quietly. */
export class PipeClosed extends Error {}

/** Thrown where a stream takes nothing: a full disk, say. */
export class OutputFailed extends Error {}

const DEFAULT_WIDTH = 100;

/** The streams of this process. */
export function processTerminal(): Terminal {
  return {
    out: (text) => writeAll(1, text),
    note: (text) => writeAll(2, text),
    outIsTerminal: process.stdout.isTTY === true,
    noteIsTerminal: process.stderr.isTTY === true,
    // Some pseudo-terminals say 0.
    width: process.stdout.columns || process.stderr.columns || DEFAULT_WIDTH,
  };
}

/** Writes all of it at once; a full pipe is waited for. */
function writeAll(descriptor: number, text: string): void {
  let rest = Buffer.from(text, "utf8");
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === "EPIPE") throw new PipeClosed();
      if (code !== "EAGAIN") throw new OutputFailed(reasonOf(error));
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

function reasonOf(error: unknown): string {
  const failure = writeFailure(error);
  return failure instanceof Error ? failure.message : String(failure);
}

/** Whether to colour a stream: NO_COLOR and FORCE_COLOR first, then whether it is a terminal. */
export function wantsColour(
  isTerminal: boolean,
  flag: boolean,
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  if (!flag || (env.NO_COLOR !== undefined && env.NO_COLOR !== "")) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  return isTerminal && env.TERM !== "dumb";
}

const BAR_CELLS = 24;
const SHOW_AFTER_MS = 700;
const REDRAW_MS = 80;

/** A bar on stderr for work that takes over about a second; draws nothing where stderr is no terminal. */
export class ProgressBar {
  readonly #terminal: Terminal;
  readonly #label: string;
  readonly #total: number;
  readonly #now: () => number;
  #done = 0;
  #started: number;
  #drawn = 0;
  #visible = false;

  constructor(terminal: Terminal, label: string, total: number, now: () => number) {
    this.#terminal = terminal;
    this.#label = label;
    this.#total = total;
    this.#now = now;
    this.#started = now();
  }

  step(): void {
    this.#done++;
    if (!this.#terminal.noteIsTerminal || (this.#done & 15) !== 0) return;
    const now = this.#now();
    if (now - this.#started < SHOW_AFTER_MS || now - this.#drawn < REDRAW_MS) return;
    this.#drawn = now;
    this.#visible = true;
    const share = Math.min(1, this.#done / Math.max(1, this.#total));
    const full = Math.floor(share * BAR_CELLS);
    const bar = "█".repeat(full) + "░".repeat(BAR_CELLS - full);
    this.#terminal.note(`\r${this.#label} ${bar} ${this.#done} of ${this.#total}\u001B[K`);
  }

  /** Takes the bar away. */
  end(): void {
    if (this.#visible) this.#terminal.note("\r\u001B[K");
    this.#visible = false;
  }
}
