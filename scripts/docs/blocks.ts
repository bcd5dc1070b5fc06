/** The steps of a documentation page: what its code blocks ask a reader to do, in order. */

/** Commands to type; `exit` holds the statuses of those that fail, in order. */
export interface RunStep {
  readonly kind: "run";
  /** The line of the first command, from 1. */
  readonly line: number;
  readonly text: string;
  readonly exit: readonly number[];
  /** Where the page shows what is printed; null where it does not. */
  readonly output: OutputBlock | null;
}

/** A file to write whole, or the lines of it to change. */
export interface FileStep {
  readonly kind: "write" | "edit";
  readonly line: number;
  readonly text: string;
  readonly file: string;
}

/** Commands that cannot be tried, and why. */
export interface SkippedStep {
  readonly kind: "skipped";
  readonly line: number;
  readonly text: string;
  readonly why: string;
}

export type Step = RunStep | FileStep | SkippedStep;

/** The lines of a block of output, from 0, without its fences; `head` is how many of what is printed are shown. */
export interface OutputBlock {
  readonly from: number;
  readonly to: number;
  readonly head: number | null;
}

/** A fenced code block. */
export interface Block {
  readonly language: string;
  readonly words: ReadonlySet<string>;
  readonly options: ReadonlyMap<string, string>;
  /** The line of its opening fence, from 1. */
  readonly line: number;
  readonly text: string;
}

interface Span extends Block {
  /** The lines between the fences, from 0. */
  readonly from: number;
  readonly to: number;
}

/** What stands behind the language of a fence and what its value may be. */
const WORDS = /([\w-]+)(?:=(?:"([^"]*)"|(\S+)))?/g;
const FENCE = /^(`{3,})([\w-]*)\s*(.*)$/;
const HIDDEN = "<!-- run";

/** All fenced blocks of a page, and its hidden `<!-- run … -->` comments as blocks of the language `sh`. */
function spansOf(page: string): readonly Span[] {
  const lines = page.split("\n");
  const spans: Span[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const [, fence, language = "", rest = ""] = FENCE.exec(line) ?? [];
    const isHidden = line === HIDDEN;
    if (fence === undefined && !isHidden) continue;
    const end = lines.indexOf(fence ?? "-->", at + 1);
    if (end < 0) throw new Error(`line ${at + 1}: the block has no end`);
    spans.push({
      language: isHidden ? "sh" : language,
      ...wordsAndOptions(rest),
      line: at + 1,
      text: lines.slice(at + 1, end).join("\n"),
      from: at + 1,
      to: end,
    });
    at = end;
  }
  return spans;
}

function wordsAndOptions(rest: string): Pick<Block, "words" | "options"> {
  const words = new Set<string>();
  const options = new Map<string, string>();
  for (const [, name = "", quoted, plain] of rest.matchAll(WORDS)) {
    const value = quoted ?? plain;
    if (value === undefined) words.add(name);
    else options.set(name, value);
  }
  return { words, options };
}

/** `exit=1,2`: one command ends with 1, a later one with 2. */
function statuses(text = ""): readonly number[] {
  return text.split(",").filter(Boolean).map(Number);
}

/** The fenced code blocks of a page. */
export function blocksOf(page: string): readonly Block[] {
  return spansOf(page);
}

/**
 * The steps of a page.
 *
 * `sh` is typed; a block with the word `output` behind its language is what the `sh` block before it prints; `file=`
 * writes a file, or edits it where the language is `diff`; `not-run="reason"` is left out; other blocks are to be read only.
 *
 * @throws Error where a block has no end, or an output has no commands before it
 */
export function stepsOf(page: string): readonly Step[] {
  const steps: Step[] = [];
  for (const span of spansOf(page)) {
    const { language, words, options, text, from, to } = span;
    const line = span.line + 1;
    const why = options.get("not-run");
    const file = options.get("file");
    if (words.has("output")) {
      const last = steps.pop();
      if (last?.kind !== "run") throw new Error(`line ${span.line}: this output has no commands before it`);
      const head = options.get("head");
      steps.push({ ...last, output: { from, to, head: head === undefined ? null : Number(head) } });
    } else if (why !== undefined) steps.push({ kind: "skipped", line, text, why });
    else if (file !== undefined) steps.push({ kind: language === "diff" ? "edit" : "write", line, text, file });
    else if (language === "sh")
      steps.push({ kind: "run", line, text, exit: statuses(options.get("exit")), output: null });
  }
  return steps;
}
