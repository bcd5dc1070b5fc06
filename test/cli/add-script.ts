/** A person at a terminal, for tests: answers by the beginnings of questions. */

import type { Ask } from "../../src/host/prompts.ts";

/** Ctrl-C. */
export const BREAK_OFF = Symbol("Ctrl-C");
/** Enter: what stands there already, or nothing. */
export const ENTER = Symbol("Enter");
type Reply = string | symbol;

/** Asked questions in order, what was said against answers, and what could be chosen. */
interface Seen {
  readonly questions: string[];
  readonly complaints: string[];
  readonly choices: Record<string, readonly string[]>;
  readonly initial: Record<string, string>;
}

/** Answers each question by the longest of these beginnings; a list answers it several times. */
export function person(replies: Readonly<Record<string, Reply | readonly Reply[]>>): Ask & { readonly seen: Seen } {
  const left = new Map(Object.entries(replies).map(([start, reply]) => [start, [reply].flat() as Reply[]]));
  const seen: Seen = { questions: [], complaints: [], choices: {}, initial: {} };
  const next = (message: string): Reply => {
    const starts = [...left.keys()].filter((start) => message.startsWith(start));
    const reply = left.get(starts.sort((a, b) => b.length - a.length)[0] ?? "")?.shift();
    if (reply === undefined) throw new Error(`Nothing is left to answer: ${message}`);
    return reply;
  };
  return {
    seen,
    text: async ({ message, initial, validate }) => {
      seen.questions.push(message);
      if (initial !== undefined) seen.initial[message] = initial;
      for (;;) {
        const reply = next(message);
        if (reply === BREAK_OFF) return null;
        const value = reply === ENTER ? (initial ?? "") : String(reply);
        const complaint = validate?.(value);
        if (complaint === undefined) return value;
        seen.complaints.push(complaint);
      }
    },
    select: async ({ message, options, initial }) => {
      seen.questions.push(message);
      seen.choices[message] = options.map(({ label }) => label);
      const reply = next(message);
      if (reply === BREAK_OFF) return null;
      const wanted = reply === ENTER ? (initial ?? options[0]?.value) : reply;
      const chosen = options.find(({ value, label }) => value === wanted || label === wanted);
      if (chosen === undefined) throw new Error(`There is no choice ${String(wanted)} at: ${message}`);
      return chosen.value;
    },
    confirm: async ({ message }) => next(message) === "yes",
    intro: () => {},
    outro: () => {},
  };
}
