/** A command's host in a test: a real folder, streams that are kept. */

import type { Host } from "../../src/commands/host.ts";
import type { Ask } from "../../src/host/prompts.ts";
import { parseDay } from "../../src/workspace/day.ts";

export interface TestHost extends Host {
  /** All of standard output, and all notes, so far. */
  readonly seen: { out: string; notes: string };
}

/** A host in a folder; no terminal, on 2026-08-15. With `ask` a person answers. */
export function hostIn(
  folder: string,
  more: Partial<Pick<Host, "startedIn" | "env">> & { readonly isTerminal?: boolean; readonly ask?: Ask } = {},
): TestHost {
  const seen = { out: "", notes: "" };
  return {
    cwd: folder,
    startedIn: more.startedIn ?? folder,
    today: parseDay("2026-08-15") ?? 0,
    env: more.env ?? {},
    terminal: {
      out: (text) => {
        seen.out += text;
      },
      note: (text) => {
        seen.notes += text;
      },
      outIsTerminal: more.isTerminal ?? false,
      noteIsTerminal: false,
      width: 100,
    },
    now: () => 0,
    readInput: () => "",
    isInteractive: more.ask !== undefined,
    ask: async () => more.ask ?? nobody(),
    seen,
  };
}

function nobody(): never {
  throw new Error("Somebody is asked where nobody is there");
}
