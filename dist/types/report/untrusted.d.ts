/** Text from files on its way to a place that could take it for a command: one function for each such place. */
/** At most `limit` UTF-16 code units, the last one an ellipsis where something was cut. */
export declare function shorten(text: string, limit: number): string;
/**
 * One line of plain text without hidden characters, for a field that a program shows as it is.
 *
 * Entities stay as they are written.
 */
export declare function plain(text: string): string;
/** The text with no log command in it; the replacement is as wide as what it replaces. */
export declare function withoutLogCommand(text: string): string;
/**
 * One line for a terminal or a build log: hidden characters are written out, so that no escape sequence, hyperlink
 * or reordering gets through, and no word can begin a workflow command.
 */
export declare function terminal(text: string): string;
/** JSON with two spaces of indentation. Hidden characters and log commands are escaped, so the data stay exact. */
export declare function jsonText(value: unknown): string;
/**
 * One line of Markdown that shows the text and does nothing else, in a table cell too.
 *
 * Entities are decoded first, so that none hides a character; then hidden characters go, everything with a meaning
 * is written as an entity (which is never markup), and mentions, references and bare addresses are broken.
 */
export declare function markdown(text: string): string;
/**
 * One line of Markdown for an editor that shows the text and does nothing else.
 *
 * Editors link no mentions, and some show entities as they are written: a backslash stands before what means something.
 */
export declare function editorMarkdown(text: string): string;
/** Inline code, in a table cell too; nothing in it is a mention, a link or markup. */
export declare function markdownCode(text: string): string;
/** Inline code for an editor: between more backticks than the text has in a row. */
export declare function editorCode(text: string): string;
/** A link destination that ends neither a Markdown link nor an attribute; null for anything but http and https. */
export declare function webAddress(url: string): string | null;
/** Text for an HTML element or a quoted attribute; line ends stay, other hidden characters go. */
export declare function html(text: string): string;
/** Plain text without hidden characters, for a script that puts it into a page as text; line ends stay. */
export declare function manyLines(text: string): string;
/**
 * Text for an XML 1.0 element or a quoted attribute, on one line: characters that XML does not allow and hidden
 * ones go.
 */
export declare function xml(text: string): string;
/** The message of a workflow command; line ends stay line ends. */
export declare function workflowCommandData(text: string): string;
/** A property of a workflow command, such as its file or title. */
export declare function workflowCommandProperty(text: string): string;
/**
 * One CSV cell. Text that a spreadsheet would run as a formula gets a leading apostrophe; numbers stay numbers.
 */
export declare function csvCell(value: string | number | boolean | null): string;
