/** Questions to a person at a terminal. The library behind them is loaded only when one is asked. */

import { isatty } from "node:tty";

/** Answers are null where the person breaks off (Ctrl-C, Ctrl-D, Escape). Texts from files come escaped by the caller. */
export interface Ask {
  text(question: {
    readonly message: string;
    /** Shown dimmed while nothing is typed; not an answer. */
    readonly placeholder?: string;
    /** Already typed, to be taken with Enter or edited. */
    readonly initial?: string;
    /** Says what is wrong with an answer; undefined where it is taken. */
    readonly validate?: (value: string) => string | undefined;
  }): Promise<string | null>;
  select(question: {
    readonly message: string;
    readonly options: readonly { readonly value: string; readonly label: string; readonly hint?: string }[];
    readonly initial?: string;
  }): Promise<string | null>;
  confirm(question: { readonly message: string; readonly initial?: boolean }): Promise<boolean | null>;
  /** A title above the questions, and a last line below them. */
  intro(title: string): void;
  outro(text: string): void;
}

/** Whether somebody can be asked: standard input and output are terminals, and this is no build. */
export function canAsk(env: Readonly<Record<string, string | undefined>>): boolean {
  const isBuild = env.CI !== undefined && !["", "0", "false"].includes(env.CI);
  return !isBuild && isatty(0) && isatty(1);
}

const SHOW_CURSOR = "\u001B[?25h";
/** Some pseudo-terminals say that they have no columns and no rows. */
const USUAL_COLUMNS = 80;
const USUAL_ROWS = 24;

/** Asks on this process's terminal. */
export async function askOnTerminal(): Promise<Ask> {
  const clack = await import("@clack/prompts");
  const { stdout } = process;
  stdout.columns ||= USUAL_COLUMNS;
  stdout.rows ||= USUAL_ROWS;
  const answer = async <T>(ask: (signal: AbortSignal) => Promise<T | symbol>): Promise<T | null> => {
    const value = await untilInputEnds(ask);
    return typeof value === "symbol" ? null : value;
  };
  return {
    text: async ({ message, placeholder, initial, validate }) => {
      const check = validate === undefined ? undefined : (value: string | undefined) => validate(value ?? "");
      const asked = { message, placeholder, initialValue: initial, validate: check };
      const text = await answer<string | undefined>((signal) => clack.text({ ...asked, signal }));
      return text === null ? null : (text ?? "");
    },
    select: ({ message, options, initial }) =>
      answer<string>((signal) => clack.select({ message, options: [...options], initialValue: initial, signal })),
    confirm: ({ message, initial }) =>
      answer<boolean>((signal) => clack.confirm({ message, initialValue: initial, signal })),
    intro: (title) => clack.intro(title),
    outro: (text) => clack.outro(text),
  };
}

/** Breaks a question off when its input ends, which would otherwise leave it unanswered for ever. */
async function untilInputEnds<T>(ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const { stdin, stdout } = process;
  const over = new AbortController();
  const onEnd = (): void => over.abort();
  const onKey = (_: string | undefined, key: { readonly ctrl?: boolean; readonly name?: string } | undefined): void => {
    if (key?.ctrl === true && key.name === "d") over.abort();
  };
  // A signal may end the process while the question hides the cursor.
  const onExit = (): void => {
    stdout.write(SHOW_CURSOR);
  };
  stdin.once("end", onEnd);
  stdin.on("keypress", onKey);
  process.once("exit", onExit);
  try {
    return await ask(over.signal);
  } finally {
    stdin.off("end", onEnd);
    stdin.off("keypress", onKey);
    process.off("exit", onExit);
  }
}
