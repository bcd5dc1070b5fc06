/** Questions to a person at a terminal. The library behind them is loaded only when one is asked. */
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
        readonly options: readonly {
            readonly value: string;
            readonly label: string;
            readonly hint?: string;
        }[];
        readonly initial?: string;
    }): Promise<string | null>;
    confirm(question: {
        readonly message: string;
        readonly initial?: boolean;
    }): Promise<boolean | null>;
    /** A title above the questions, and a last line below them. */
    intro(title: string): void;
    outro(text: string): void;
}
/** Whether somebody can be asked: standard input and output are terminals, and this is no build. */
export declare function canAsk(env: Readonly<Record<string, string | undefined>>): boolean;
/** Asks on this process's terminal. */
export declare function askOnTerminal(): Promise<Ask>;
