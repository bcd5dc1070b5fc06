/** The words of a suppression comment: `# kpi-disable-next-line RULE[, RULE] -- reason [until:YYYY-MM-DD]`. */

export type SuppressionScope = "next-line" | "line" | "file";

/** A piece of the file's text; offsets in UTF-16 units, `end` behind the last character. */
export interface Words {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What a comment that begins with `kpi-disable` says, whether or not it holds. */
export interface SuppressionWords extends Words {
  /** `kpi-disable-line` and the like. */
  readonly directive: Words;
  /** Null where the directive is none that exists. */
  readonly scope: SuppressionScope | null;
  readonly rules: readonly Words[];
  /** What stands behind the two hyphens, without `until:`; null where nothing is said there. */
  readonly reason: string | null;
  /** What stands behind the rules where two hyphens are missing. */
  readonly unmarked: Words | null;
  /** The date as written, with the offsets of the whole `until:…`. */
  readonly until: Words | null;
}

export const SUPPRESSION_DIRECTIVES: Readonly<Record<string, SuppressionScope>> = {
  "kpi-disable-next-line": "next-line",
  "kpi-disable-line": "line",
  "kpi-disable-file": "file",
};

const UNTIL = /(?<=^|[\s[(])until:[ \t]*([^\s,;)\]]*)/;
const HYPHENS = /(?<=^|\s)--+(?=\s|$)/;
const NAME = /([\s,]*)([^\s,]+)/y;

/** Reads the text of a comment, from its hash sign at offset `start`; null where it is no suppression. */
export function suppressionWords(text: string, start: number): SuppressionWords | null {
  const opening = /^#+[ \t]*(kpi-disable[\w-]*)/.exec(text);
  const name = opening?.[1];
  if (opening === null || name === undefined) return null;
  const at = opening[0].length;
  const directive = pieceOf(text, start, at - name.length, at);
  const date = UNTIL.exec(text.slice(at));
  const until = date === null ? null : untilOf(date, start + at);
  // Spaces in its place keep the offsets of everything else.
  const rest = text.slice(at).replace(UNTIL, (all) => " ".repeat(all.length));
  const hyphens = HYPHENS.exec(rest);
  const { rules, end } = namesIn(rest.slice(0, hyphens?.index), start + at, hyphens !== null);
  const said = hyphens === null ? "" : rest.slice(hyphens.index + hyphens[0].length).trim();
  const left = hyphens === null ? rest.slice(end).trim() : "";
  const from = at + rest.indexOf(left, end);
  return {
    text,
    start,
    end: start + text.length,
    directive,
    scope: Object.hasOwn(SUPPRESSION_DIRECTIVES, name) ? (SUPPRESSION_DIRECTIVES[name] ?? null) : null,
    rules,
    reason: /[\p{L}\p{N}]/u.test(said) ? tidied(said) : null,
    unmarked: left === "" ? null : pieceOf(text, start, from, from + left.length),
    until,
  };
}

function pieceOf(text: string, offset: number, from: number, to: number): Words {
  return { text: text.slice(from, to), start: offset + from, end: offset + to };
}

function untilOf(match: RegExpExecArray, offset: number): Words {
  const word = match[1] ?? "";
  let length = word.length;
  while (word.charAt(length - 1) === ".") length--;
  const start = offset + match.index;
  return { text: word.slice(0, length), start, end: start + match[0].length - word.length + length };
}

/** Names with commas between them. Before a reason all words are names; else those that look like an id. */
function namesIn(text: string, offset: number, all: boolean): { rules: readonly Words[]; end: number } {
  const rules: Words[] = [];
  let end = 0;
  NAME.lastIndex = 0;
  for (let match = NAME.exec(text); match !== null; match = NAME.exec(text)) {
    const [whole, between = "", name = ""] = match;
    const isListed = rules.length === 0 || between.includes(",") || /^[a-z][\w-]*\/[\w*-]+$/i.test(name);
    if (!all && !(isListed && /[\w*]/.test(name))) break;
    const start = offset + match.index + between.length;
    rules.push({ text: name, start, end: start + name.length });
    end = match.index + whole.length;
  }
  return { rules, end };
}

/** One line without the brackets that stood around a date. */
function tidied(reason: string): string {
  return reason
    .replace(/\[\s*\]|\(\s*\)/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
