/** A place where parsing failed, and what stands around it: what the explanations of syntax errors look at. */
import type { YamlProblem } from "./yaml.ts";
/** A token as the tolerant lexer of the `yaml` package sees it; `block-text` is the content of a block scalar. */
export interface Token {
    readonly kind: string;
    readonly start: number;
    readonly end: number;
}
/** What the lexer of the `yaml` package is needed for; handed in, because that package is loaded only when it is. */
export interface YamlLexer {
    lex(source: string): Iterable<string>;
    kindOf(token: string): string | null;
}
/** An explanation, offsets into the text of the failure. */
export type Explanation = Pick<YamlProblem, "messageId" | "message" | "start" | "end" | "suggestion">;
/** One failed document. */
export declare class Failure {
    readonly text: string;
    readonly offset: number;
    /** What js-yaml says. */
    readonly reason: string;
    /** Tokens from some lines before the failure to the end of a line behind it. */
    readonly tokens: readonly Token[];
    /** The line of the failure, without its line break. */
    readonly line: {
        readonly start: number;
        readonly end: number;
    };
    constructor(text: string, offset: number, reason: string, lexer: YamlLexer);
    /** The character at the failure; empty at the end of the text. */
    get character(): string;
    /** The first character of the line that is not white space. */
    get indented(): number;
    /**
     * Where the value on the failing line starts: behind the last colon, dash, comma or open bracket before the failure.
     * -1 where the line has none of these before the failure.
     */
    get valueStart(): number;
    /** The end of a text that starts at an offset: of the line, or of the entry in brackets, without a comment. */
    textEnd(start: number): number;
    /** Brackets that are open before an offset, innermost last. */
    openBrackets(offset: number): Token[];
    /** The last token of a kind that starts before the failure. */
    lastToken(...kinds: readonly string[]): Token | undefined;
    /** The text of the key that a value belongs to, where it stands on the same line. */
    keyOf(valueStart: number): string | null;
}
/** The line that an offset is in, without its line break. */
export declare function lineAt(text: string, offset: number): {
    start: number;
    end: number;
};
/** The first character from an offset on that is neither a space nor a tab. */
export declare function skipBlanks(text: string, from: number): number;
/** A quoted scalar that reads as a text; single quotes where double ones would need backslashes. */
export declare function quoteText(text: string): string;
