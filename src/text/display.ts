/** How text shows on a screen: which characters hide or reorder others, and how many columns the rest takes. */

/**
 * Characters that show nothing, or that change how their neighbours show: controls (ANSI escapes among them),
 * bidirectional marks and overrides, zero-width and tag characters, fillers, line separators, lone surrogates.
 */
const HIDDEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;

const PICTOGRAPH_BEFORE = /(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}]|\ufe0f)$/u;
const PICTOGRAPH_AFTER = /^\p{Extended_Pictographic}/u;
const EMOJI_BASE_BEFORE = /[\p{Extended_Pictographic}\d#*]$/u;
/** Scripts in whose ordinary spelling the joiner and the non-joiner shape letters. */
const JOINING_BEFORE =
  /[\p{Script=Arabic}\p{Script=Bengali}\p{Script=Devanagari}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Oriya}\p{Script=Sinhala}\p{Script=Syriac}\p{Script=Tamil}\p{Script=Telugu}]$/u;

/** A joiner inside an emoji or a word of a joining script, and an emoji's variation selector, are part of the writing. */
function belongs(character: string, offset: number, text: string): boolean {
  if (character !== "\u200d" && character !== "\u200c" && character !== "\ufe0f") return false;
  const before = text.slice(Math.max(0, offset - 2), offset);
  if (character === "\ufe0f") return EMOJI_BASE_BEFORE.test(before);
  if (JOINING_BEFORE.test(before)) return true;
  return character === "\u200d" && PICTOGRAPH_BEFORE.test(before) && PICTOGRAPH_AFTER.test(text.slice(offset + 1));
}

function placeholder(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return "\u2421";
  return `\\u{${code.toString(16).toUpperCase()}}`;
}

/** The text with every hidden character written out, as ␛ or \u{202E}; line ends and tabs are hidden characters too. */
export function visible(text: string): string {
  return text.replace(HIDDEN, (character, offset: number) =>
    belongs(character, offset, text) ? character : placeholder(character),
  );
}

/** The text without its hidden characters; line ends and tabs go as well. */
export function withoutHidden(text: string): string {
  return text.replace(HIDDEN, (character, offset: number) => (belongs(character, offset, text) ? character : ""));
}

/** The hidden characters of a text replaced one by one, without exception. */
export function replaceHidden(text: string, replacement: (character: string) => string): string {
  return text.replace(HIDDEN, replacement);
}

/** What one user-perceived character shows as. */
export interface Cell {
  /** Where it begins and ends in the line, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** In terminal columns. */
  readonly width: number;
}

/** Latin, Greek and Cyrillic letters, common punctuation and the shapes of our reports: one unit, one column each. */
const PLAIN =
  /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u2190-\u2193\u2500-\u259f✓✖⚠ℹ▲▼★○◔●■◆⊘]*$/;
const TAB_STOP = 4;

/** Whether every code unit of a text shows as itself in one column, which spares the careful way. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text);
}

/** The cells of one line: hidden characters written out, tabs filled up to the next multiple of four columns. */
export function cells(line: string): readonly Cell[] {
  const found: Cell[] = [];
  if (isPlain(line)) {
    for (let i = 0; i < line.length; i++) found.push({ start: i, end: i + 1, text: line.charAt(i), width: 1 });
    return found;
  }
  let column = 0;
  for (const { index, segment } of graphemes(line)) {
    const text = segment === "\t" ? " ".repeat(TAB_STOP - (column % TAB_STOP)) : visible(segment);
    const width = displayWidth(text);
    found.push({ start: index, end: index + segment.length, text, width });
    column += width;
  }
  return found;
}

/** The columns that a text without hidden characters takes on a terminal. */
export function displayWidth(text: string): number {
  if (isPlain(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes(text)) width += graphemeWidth(segment);
  return width;
}

let segmenter: Intl.Segmenter | undefined;

function graphemes(text: string): Iterable<Intl.SegmentData> {
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return segmenter.segment(text);
}

const EMOJI = /\p{Emoji_Presentation}|\p{Emoji}\ufe0f/u;
const WITHOUT_WIDTH = /[\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}\u1160-\u11ff]/u;
/** Blocks that Unicode's East Asian Width calls wide or fullwidth. */
const WIDE =
  /[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18cff}\u{1aff0}-\u{1b2ff}\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}]/u;

function graphemeWidth(grapheme: string): number {
  if (EMOJI.test(grapheme)) return 2;
  let width = 0;
  for (const character of grapheme) {
    if (WITHOUT_WIDTH.test(character)) continue;
    width += WIDE.test(character) ? 2 : 1;
  }
  return width;
}
