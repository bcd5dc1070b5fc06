/** How text shows on a screen: which characters hide or reorder others, and how many columns the rest takes. */
/** The text with every hidden character written out, as ␛ or \u{202E}; line ends and tabs are hidden characters too. */
export declare function visible(text: string): string;
/** The text without its hidden characters; line ends and tabs go as well. */
export declare function withoutHidden(text: string): string;
/** The hidden characters of a text replaced one by one, without exception. */
export declare function replaceHidden(text: string, replacement: (character: string) => string): string;
/** What one user-perceived character shows as. */
export interface Cell {
    /** Where it begins and ends in the line, in UTF-16 code units. */
    readonly start: number;
    readonly end: number;
    readonly text: string;
    /** In terminal columns. */
    readonly width: number;
}
/** Whether every code unit of a text shows as itself in one column, which spares the careful way. */
export declare function isPlain(text: string): boolean;
/** The cells of one line: hidden characters written out, tabs filled up to the next multiple of four columns. */
export declare function cells(line: string): readonly Cell[];
/** The columns that a text without hidden characters takes on a terminal. */
export declare function displayWidth(text: string): number;
