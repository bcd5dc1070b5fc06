/** Mistakes in the text of a value: mostly text that YAML reads as something else and that needs quotes. */
import type { Explanation, Failure } from "./yaml-failure.ts";
/** `> 5` and `>= 99.9`: a sign that starts a block of text in YAML. */
export declare function comparison(failure: Failure): Explanation | null;
/** `@ana`, `` `code` ``, `%x`, `, x`: characters that plain text cannot start with. */
export declare function reservedCharacter(failure: Failure): Explanation | null;
/** A closing bracket that closes nothing. */
export declare function strayBracket(failure: Failure): Explanation | null;
/** `"C:\path"`: a backslash in double quotes that starts no escape. */
export declare function badEscape(failure: Failure): Explanation | null;
/** `*important*`, `& co`, `!!x!y`: text that YAML takes for an alias, an anchor or a tag. */
export declare function markedText(failure: Failure): Explanation | null;
/** `"Foo" bar`, `'It's'`, `[draft] Foo`: a quoted or bracketed value with text behind it. */
export declare function textAfterValue(failure: Failure): Explanation | null;
/** `title: - foo` and `title: ? foo`: the mark of a list item or of a key where a value is expected. */
export declare function itemOnKeyLine(failure: Failure): Explanation | null;
/** `title: Reach: 75`: a colon in text, which YAML takes for the end of a key. */
export declare function colonInText(failure: Failure): Explanation | null;
/** A quote that is not closed, or only by the next quote in a later line. */
export declare function unclosedQuote(failure: Failure): Explanation | null;
