/**
 * Takes the token out of everything that a run says.
 *
 * A message may hold a part of it only, or words made of it, so what is looked for is its letters and digits one after
 * the other. `::add-mask::` is not used: the command itself prints the token, and the runner hides its own one anyway.
 */

/** Gives a text, or a plain value with texts in it, without the token. */
export type Redact = <Value>(value: Value) => Value;

/** Letters and digits that are looked for; fewer are found in other texts too, and are no secret. */
const PIECE = 8;
const HIDDEN = "***";

/** Hides a secret as it is, and as git sends it: any part of it that has `PIECE` letters and digits. */
export function redactor(secret: string): Redact {
  const kind = KIND.exec(secret)?.[0] ?? "";
  const forms = [
    { public: kind, text: secret },
    { public: "", text: base64(secret) },
    { public: GREETING, text: base64(`x-access-token:${secret}`) },
  ];
  const [plain = [], ...encoded] = forms.map((form) => piecesOf(squeezed(form.text), squeezed(form.public).length));
  if (plain.length === 0) return (value) => value;
  const pieces = [...plain, ...encoded.flat()];
  return (value) => mapTexts(value, (text) => withoutPieces(text, pieces));
}

/** A copy of plain data with each text in it changed. */
export function mapTexts<Value>(value: Value, change: (text: string) => string): Value {
  return mapped(value, change) as Value;
}

function mapped(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((part) => mapped(part, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, mapped(part, change)]));
}

/** A part of a form of the secret, by where it begins there. */
interface Piece {
  readonly form: string;
  readonly at: number;
}

/** What says of a token which kind it is; the first of them would be found in the name of GitHub Pages. */
const KIND = /^(?:github_pat|gh[a-z])_/;
/** What git puts before every token. */
const GREETING = base64("x-access-token:");

/** The pieces of a form from every letter on, but for the first ones, which everybody knows. */
function piecesOf(form: string, first: number): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let at = first; at + PIECE <= form.length; at++) pieces.push({ form, at });
  return pieces;
}

function withoutPieces(text: string, pieces: readonly Piece[]): string {
  if (text.length < PIECE) return text;
  const letters = squeezed(text);
  const hidden = pieces.flatMap((piece) => runsOf(piece, letters));
  return hidden.length === 0 ? text : withoutRuns(text, hidden);
}

/** From letter to letter, the end not included. */
type Run = readonly [start: number, end: number];

/** Where a piece stands, with all that stands beside it in the secret too. */
function runsOf({ form, at }: Piece, letters: string): readonly Run[] {
  const runs: Run[] = [];
  const piece = form.slice(at, at + PIECE);
  for (let found = letters.indexOf(piece); found >= 0; found = letters.indexOf(piece, found + 1)) {
    let before = 0;
    while (before < Math.min(at, found) && form[at - before - 1] === letters[found - before - 1]) before++;
    let length = PIECE;
    while (at + length < form.length && form[at + length] === letters[found + length]) length++;
    runs.push([found - before, found + length]);
  }
  return runs;
}

function withoutRuns(text: string, runs: readonly Run[]): string {
  const isHidden = new Set(runs.flatMap(([start, end]) => Array.from({ length: end - start }, (_, i) => start + i)));
  let kept = "";
  let letter = 0;
  let wasHidden = false;
  for (const character of text) {
    const counts = LETTER.test(character);
    const hide: boolean = counts ? isHidden.has(letter) : wasHidden && isHidden.has(letter);
    if (hide && !wasHidden) kept += HIDDEN;
    if (!hide) kept += character;
    wasHidden = hide;
    if (counts) letter++;
  }
  return kept;
}

const LETTER = /[a-z0-9]/i;

/** The letters and digits of a text in lower case. */
function squeezed(text: string): string {
  return text.replace(/[^a-z0-9]+/gi, "").toLowerCase();
}

function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}
