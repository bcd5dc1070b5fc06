/** Badges for a README: what it is, and how it stands, as shape, word and colour. */

import type { Status } from "../../progress/status.ts";
import { shorten, xml } from "../untrusted.ts";
import { statusShapes } from "./shapes.ts";
import { n } from "./svg.ts";
import { textWidth } from "./text-width.ts";

export interface Badge {
  /** What it is about. */
  readonly label: string;
  /** How it stands, such as `at risk, 46.15 %`. */
  readonly message: string;
  readonly status: Status | null;
}

/** White text on each of them has a contrast of at least 4.5. */
const COLOURS: Readonly<Record<Status, string>> = {
  achieved: "#0b5563",
  "on-track": "#0b7285",
  "not-started": "#475569",
  "no-data": "#475569",
  "awaiting-data": "#475569",
  "at-risk": "#8a5a00",
  "off-track": "#b93a08",
  missed: "#9f1239",
  invalid: "#6b21a8",
};
const NEUTRAL = "#475569";
const LABEL_COLOUR = "#24292f";
const LONGEST = 60;
const SIZE = { height: 20, edge: 7, font: 11, shape: 11, gap: 5 } as const;

/** The badge as an SVG file that needs nothing else; texts longer than 60 characters are cut. */
export function badgeSvg({ label, message, status }: Badge): string {
  const left = shorten(label, LONGEST);
  const right = shorten(message, LONGEST);
  const leftText = textWidth(left, SIZE.font);
  const rightText = textWidth(right, SIZE.font);
  const leftWidth = Math.ceil(leftText + 2 * SIZE.edge);
  const shapeRoom = status === null ? 0 : SIZE.shape + SIZE.gap;
  const width = leftWidth + Math.ceil(rightText + shapeRoom + 2 * SIZE.edge);
  const colour = status === null ? NEUTRAL : COLOURS[status];
  const scale = n(SIZE.shape / 16);
  const shape =
    status === null
      ? ""
      : `<path transform="translate(${leftWidth + SIZE.edge} 4.5) scale(${scale})" fill="#fff" fill-rule="evenodd" d="${statusShapes[status]}"/>`;
  const text = (content: string, x: number, length: number): string =>
    `<text x="${n(x)}" y="14" textLength="${n(length)}" lengthAdjust="spacingAndGlyphs">${xml(content)}</text>`;
  const name = xml(`${label}: ${message}`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${SIZE.height}" viewBox="0 0 ${width} ${SIZE.height}" role="img" aria-label="${name}"><title>${name}</title><clipPath id="r"><rect width="${width}" height="${SIZE.height}" rx="3"/></clipPath><g clip-path="url(#r)"><path fill="${LABEL_COLOUR}" d="M0 0h${leftWidth}v20H0z"/><path fill="${colour}" d="M${leftWidth} 0h${width - leftWidth}v20h-${width - leftWidth}z"/></g>${shape}<g fill="#fff" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="${SIZE.font}" text-rendering="geometricPrecision">${text(left, SIZE.edge, leftText)}${text(right, leftWidth + SIZE.edge + shapeRoom, rightText)}</g></svg>
`;
}
