/** Puts a page together that may take so much room and no more: it is cut at whole rows, and says what is missing. */

/** A row of a table or a list, and how many things it stands for. */
export interface Row {
  readonly text: string;
  readonly counts: number;
}

/** Rows with what stands before and after them, such as a table or a list that is folded. */
export interface Block {
  /** `things` is what the rows below it stand for, of which some may have been left out. */
  readonly head: (things: number) => string;
  readonly rows: readonly Row[];
  readonly tail: string;
  /** What stands between two rows. */
  readonly between: "\n" | "\n\n";
}

/** Blocks about one thing. */
export interface Section {
  readonly blocks: readonly Block[];
  /** Things that stand in no row at all, because nobody wrote them down. */
  readonly beyond: number;
  /** What is said of things that are left out; null where nothing is. */
  readonly more: ((left: number) => string) | null;
}

export interface Page {
  /** Stands first and is never left out. */
  readonly verdict: string;
  /** Paragraphs below it; one that does not fit is left out. */
  readonly intro: readonly string[];
  readonly sections: readonly Section[];
  /** Stands last. */
  readonly footer: string;
}

const GAP = "\n\n";
/** The part of the room that one section may take from those behind it. */
const SHARE = 0.6;

/** The page in at most `limit` UTF-16 code units, as long as its verdict has that much room. */
export function pageText({ verdict, intro, sections, footer }: Page, limit: number): string {
  const whole = [verdict, ...intro, ...sections.flatMap(wholeOf), footer];
  const length = whole.reduce((sum, text) => sum + text.length, (whole.length - 1) * GAP.length + 1);
  if (length <= limit) return `${whole.join(GAP)}\n`;
  const texts = [verdict];
  let room = limit - 1 - verdict.length;
  const fits = (text: string): boolean => GAP.length + text.length <= room;
  const take = (text: string): void => {
    texts.push(text);
    room -= GAP.length + text.length;
  };
  const hasFooter = fits(footer);
  if (hasFooter) room -= GAP.length + footer.length;
  for (const text of intro) if (fits(text)) take(text);
  for (const [i, section] of sections.entries()) {
    const isLast = i === sections.length - 1;
    for (const text of fitting(section, isLast ? room : Math.floor(room * SHARE))) take(text);
  }
  if (hasFooter) texts.push(footer);
  return `${texts.join(GAP)}\n`;
}

export interface OpenAndFolded {
  /** Stands above all rows, once. */
  readonly title?: string;
  /** The head of the table, in the fold as well; empty for a list. */
  readonly head: string;
  /** Rows that stand open. */
  readonly open: number;
  /** What the fold is called. */
  readonly summary: (folded: number) => string;
}

/** Rows that stand for one thing each. */
export function rowsOf(texts: readonly string[]): readonly Row[] {
  return texts.map((text) => ({ text, counts: 1 }));
}

/** A table or list: the first rows stand open, the others folded where there are more than a reader wants at once. */
export function openAndFolded(
  rows: readonly Row[],
  { title = "", head, open, summary }: OpenAndFolded,
): readonly Block[] {
  if (rows.length === 0) return [];
  // A fold for one or two rows hides more than it saves.
  const shown = rows.length <= open + 2 ? rows.length : open;
  const first: Block = { head: () => title + head, rows: rows.slice(0, shown), tail: "", between: "\n" };
  if (shown === rows.length) return [first];
  return [first, folded(summary, rows.slice(shown), head)];
}

/** Rows behind a line that opens them. */
export function folded(
  summary: (things: number) => string,
  rows: readonly Row[],
  head = "",
  between: Block["between"] = "\n",
): Block {
  return {
    head: (things) => `<details>\n<summary>${summary(things)}</summary>\n\n${head}`,
    rows,
    tail: "\n\n</details>",
    between,
  };
}

function textOf({ head, rows, tail, between }: Block): string {
  return `${head(countOf(rows))}${rows.map(({ text }) => text).join(between)}${tail}`;
}

/** All texts of a section, and a line on what it does not hold. */
function wholeOf({ blocks, beyond, more }: Section): readonly string[] {
  return [...blocks.map(textOf), ...(beyond > 0 && more !== null ? [more(beyond)] : [])];
}

/** The texts of a section that fit, and a line on what does not. */
function fitting(section: Section, room: number): readonly string[] {
  const { blocks, beyond, more } = section;
  const whole = wholeOf(section);
  if (whole.reduce((sum, text) => sum + GAP.length + text.length, 0) <= room) return whole;
  const all = blocks.reduce((sum, { rows }) => sum + countOf(rows), beyond);
  let left = more === null ? room : room - GAP.length - more(all).length;
  if (left < 0) return [];
  const texts: string[] = [];
  let shown = 0;
  for (const block of blocks) {
    const rows = rowsWithin(block, left - GAP.length);
    if (rows.length > 0) {
      const text = textOf({ ...block, rows });
      texts.push(text);
      left -= GAP.length + text.length;
      shown += countOf(rows);
    }
    if (rows.length < block.rows.length) break;
  }
  return more === null ? texts : [...texts, more(all - shown)];
}

function countOf(rows: readonly Row[]): number {
  return rows.reduce((sum, { counts }) => sum + counts, 0);
}

function rowsWithin({ head, rows, tail, between }: Block, room: number): readonly Row[] {
  let left = room - head(countOf(rows)).length - tail.length + between.length;
  const end = rows.findIndex(({ text }) => {
    left -= text.length + between.length;
    return left < 0;
  });
  return end < 0 ? rows : rows.slice(0, end);
}
