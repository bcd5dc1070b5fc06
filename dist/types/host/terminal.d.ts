/** Standard streams: whole writes, quiet ends, and a progress bar that only a terminal shows. */
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
export declare class PipeClosed extends Error {
}
/** Thrown where a stream takes nothing: a full disk, say. */
export declare class OutputFailed extends Error {
}
/** The streams of this process. */
export declare function processTerminal(): Terminal;
/** Whether to colour a stream: NO_COLOR and FORCE_COLOR first, then whether it is a terminal. */
export declare function wantsColour(isTerminal: boolean, flag: boolean, env: Readonly<Record<string, string | undefined>>): boolean;
/** A bar on stderr for work that takes over about a second; draws nothing where stderr is no terminal. */
export declare class ProgressBar {
    #private;
    constructor(terminal: Terminal, label: string, total: number, now: () => number);
    step(): void;
    /** Takes the bar away. */
    end(): void;
}
