/** Texts that js-yaml refuses and that are still read: tabs around brackets, and closing brackets below their key. */

interface Line {
  readonly indent: number;
  readonly leavesOpen: boolean;
}

/**
 * The text with spaces for the tabs inside its lines, where a tab before the failure is what the parser stumbled over:
 * it takes every tab before a bracket for indentation. Null where it was something else.
 *
 * Tabs that indent a line stay, also those behind the dashes of a compact list. A tab in a scalar may become a space:
 * that changes no event, and values are read from the original text.
 */
export function withoutInnerTabs(text: string, failure: number): string | null {
  let line = failure;
  while (line > 0 && !isBreak(text.charCodeAt(line - 1))) line--;
  const before = text.slice(line, failure);
  if (!before.includes("\t") || /^ *\t/.test(before)) return null;
  return text.replace(/[^\r\n]+/g, (source) => {
    if (!source.includes("\t")) return source;
    const indented = /^[ \t]*(?:[-?:][ \t]+)*/.exec(source)?.[0].length ?? 0;
    const kept = "[{".includes(source.charAt(indented)) ? source.search(/[^ \t]/) : indented;
    return source.slice(0, kept) + source.slice(kept).replaceAll("\t", " ");
  });
}

/**
 * Offsets of closing brackets that need one more space before them, those in `known` included; rising.
 * Null where the failure is not at such a bracket, or at one that has its space already.
 */
export function spacesBeforeClosers(text: string, failure: number, known: readonly number[]): number[] | null {
  if (!isCloser(text.charCodeAt(failure)) || known.includes(failure)) return null;
  const found = new Set(known.length === 0 ? alignedClosers(text) : known);
  found.add(failure);
  return [...found].sort((a, b) => a - b);
}

/**
 * Closing brackets that start a line in the same column as the line that left a bracket open.
 *
 * They are looked for in the text, so one inside a block scalar may be among them: a space there does not change
 * where the scalar ends, for a line of the same scalar stands above it, and values are read from the original text.
 */
function alignedClosers(text: string): number[] {
  const found: number[] = [];
  const above: Line[] = [];
  let at = 0;
  while (at < text.length) {
    let end = at;
    while (end < text.length && !isBreak(text.charCodeAt(end))) end++;
    let first = at;
    while (first < end && text.charCodeAt(first) === 32) first++;
    while (text.charCodeAt(first) === 45 && text.charCodeAt(first + 1) === 32) {
      first++;
      while (first < end && text.charCodeAt(first) === 32) first++;
    }
    if (first < end && text.charCodeAt(first) !== 35) {
      const indent = first - at;
      while (above.length > 0 && (above[above.length - 1]?.indent ?? 0) > indent) above.pop();
      const last = above[above.length - 1];
      const closes = isCloser(text.charCodeAt(first));
      if (closes && last?.indent === indent && last.leavesOpen) found.push(first);
      if (last?.indent === indent) above.pop();
      above.push({ indent, leavesOpen: leavesOpen(text, first, end) });
    }
    at = end + 1;
  }
  return found;
}

function leavesOpen(text: string, from: number, end: number): boolean {
  let open = 0;
  for (let at = from; at < end; at++) {
    const c = text.charCodeAt(at);
    if (c === 35 && text.charCodeAt(at - 1) === 32) break;
    if (c === 91 || c === 123) open++;
    else if (isCloser(c) && open > 0) open--;
  }
  return open > 0;
}

function isCloser(c: number): boolean {
  return c === 93 || c === 125;
}

function isBreak(c: number): boolean {
  return c === 10 || c === 13;
}
