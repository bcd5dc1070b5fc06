/** What a command is given from outside: folder, clock, environment, streams. */
import type { Ask } from "../host/prompts.ts";
import type { Terminal } from "../host/terminal.ts";
import type { Day } from "../workspace/day.ts";
export interface Host {
    /** The folder the command works in, absolute; `-C` is already applied. */
    readonly cwd: string;
    /** The folder the process was started in; printed paths are relative to it. */
    readonly startedIn: string;
    /** Today in UTC. */
    readonly today: Day;
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly terminal: Terminal;
    /** Milliseconds from some start, for durations only. */
    readonly now: () => number;
    /** All of standard input as UTF-8 text. */
    readonly readInput: () => string;
    /** Whether a person can be asked: input and output are terminals, and this is no build. */
    readonly isInteractive: boolean;
    /** Questions to that person. */
    readonly ask: () => Promise<Ask>;
}
/** Flags that every command has. */
export interface CommonOptions {
    readonly config?: string;
    readonly asOf?: string;
    readonly format?: readonly string[];
    /** Commander's `--no-color` sets it to false. */
    readonly color: boolean;
    readonly quiet?: boolean;
    /** Commander's `--no-plugins` sets it to false. */
    readonly plugins?: boolean;
}
