/** Bars of characters: how much is done, and where the plan expects it to be. */

const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"] as const;

/** What a bar is drawn with. */
interface Ink {
  readonly full: string;
  /** The last cell by its filled part in eighths, from 1 to 7; one entry fills no parts. */
  readonly parts: readonly string[];
  readonly empty: string;
}

const BLOCKS: Ink = { full: "█", parts: EIGHTHS, empty: "░" };
const ASCII: Ink = { full: "#", parts: [""], empty: "-" };

/** A bar in pieces, so that they can be coloured; together they take `cells + 1` columns. */
interface Bar {
  readonly pieces: readonly { readonly text: string; readonly kind: "full" | "empty" | "marker" }[];
}

/**
 * A bar of `cells` columns and one more, for the plan's `|` or a space at the end.
 * `done` and `planned` are shares; below 0 and above 1 they are drawn as 0 and 1. Only what is done looks full.
 */
export function barOf(done: number, planned: number | null, cells: number, ascii: boolean): Bar {
  const ink = ascii ? ASCII : BLOCKS;
  const drawn = cellsOf(done, cells, ink);
  if (planned === null) return { pieces: [...pieces(drawn), { text: " ", kind: "empty" }] };
  const at = Math.round(Math.max(0, Math.min(planned, 1)) * cells);
  return {
    pieces: [...pieces(drawn.slice(0, at)), { text: "|", kind: "marker" }, ...pieces(drawn.slice(at))],
  };
}

/** The bar as plain text. */
export function barText(bar: Bar): string {
  return bar.pieces.map((piece) => piece.text).join("");
}

interface DrawnCell {
  readonly text: string;
  readonly kind: "full" | "empty";
}

function cellsOf(done: number, cells: number, ink: Ink): readonly DrawnCell[] {
  const steps = ink.parts.length;
  const most = done >= 1 ? cells * steps : cells * steps - 1;
  const filled = Math.max(0, Math.min(Math.floor(Math.max(0, done) * cells * steps), most));
  const whole = Math.floor(filled / steps);
  const part = filled % steps;
  return Array.from({ length: cells }, (_, i): DrawnCell => {
    if (i < whole) return { text: ink.full, kind: "full" };
    if (i === whole && part > 0) return { text: ink.parts[part] ?? ink.empty, kind: "full" };
    return { text: ink.empty, kind: "empty" };
  });
}

/** Neighbouring cells of one kind as one piece. */
function pieces(cells: readonly DrawnCell[]): Bar["pieces"] {
  const found: { text: string; kind: "full" | "empty" }[] = [];
  for (const cell of cells) {
    const last = found.at(-1);
    if (last !== undefined && last.kind === cell.kind) last.text += cell.text;
    else found.push({ text: cell.text, kind: cell.kind });
  }
  return found;
}
