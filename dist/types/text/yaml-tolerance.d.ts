/** Texts that js-yaml refuses and that are still read: tabs around brackets, and closing brackets below their key. */
/**
 * The text with spaces for the tabs inside its lines, where a tab before the failure is what the parser stumbled over:
 * it takes every tab before a bracket for indentation. Null where it was something else.
 *
 * Tabs that indent a line stay, also those behind the dashes of a compact list. A tab in a scalar may become a space:
 * that changes no event, and values are read from the original text.
 */
export declare function withoutInnerTabs(text: string, failure: number): string | null;
/**
 * Offsets of closing brackets that need one more space before them, those in `known` included; rising.
 * Null where the failure is not at such a bracket, or at one that has its space already.
 */
export declare function spacesBeforeClosers(text: string, failure: number, known: readonly number[]): number[] | null;
