/** The pieces that pictures are put together from: text, lines, signs of statuses, drawings of the product. */

import type { Status } from "../../src/progress/status.ts";
import { statusShapes } from "../../src/report/svg/shapes.ts";
import { n } from "../../src/report/svg/svg.ts";
import { html } from "../../src/report/untrusted.ts";
import type { Output } from "../output.ts";
import { STYLE } from "./theme.ts";

export const WIDTH = 720;
/** Where texts and drawings begin and end. */
export const LEFT = 24;
export const RIGHT = WIDTH - LEFT;

/** A picture before it is a file. */
export interface Picture {
  /** `reach` for docs/pictures/progress-reach.svg. */
  readonly name: string;
  readonly title: string;
  /** All that it shows, in words; the alternative text wherever it stands. */
  readonly description: string;
  /** Computed figures that are drawn, and that the page beside the picture names. */
  readonly figures: readonly string[];
  readonly height: number;
  readonly parts: readonly string[];
}

const HATCH = `<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse"><path class="hatching" d="M0 6L6 0"/></pattern>`;

/** The file of a picture; it needs nothing else. */
export function pictureFile({ name, title, description, height, parts }: Picture): Output {
  const paper = `<rect class="paper" x=".5" y=".5" width="${WIDTH - 1}" height="${height - 1}" rx="8"/>`;
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title description">`,
    `<title id="title">${html(title)}</title>`,
    `<desc id="description">${html(description)}</desc>`,
    `<style>${STYLE}</style>`,
    `<defs>${HATCH}</defs>`,
    paper,
    text(LEFT, 34, title, "title"),
    ...parts.filter((part) => part !== ""),
    "</svg>",
  ];
  return { path: `docs/pictures/progress-${name}.svg`, text: `${lines.join("\n")}\n` };
}

/** A line of text; `classes` such as `small muted end`. */
export function text(x: number, y: number, content: string, classes = ""): string {
  const class_ = classes === "" ? "" : ` class="${classes}"`;
  return `<text${class_} x="${n(x)}" y="${n(y)}">${html(content)}</text>`;
}

/** A path of a class. */
export function path(classes: string, d: string): string {
  return `<path class="${classes}" d="${d}"/>`;
}

/** A box of a class. */
export function box(classes: string, x: number, y: number, width: number, height: number, radius = 0): string {
  const corners = radius === 0 ? "" : ` rx="${n(radius)}"`;
  return `<rect class="${classes}" x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}"${corners}/>`;
}

/** The sign of a status, `size` high, its top left corner at a place. */
export function sign(status: Status, x: number, y: number, size = 14): string {
  const scale = n(size / 16);
  return `<path class="sign st-${status}" transform="translate(${n(x)} ${n(y)}) scale(${scale})" d="${statusShapes[status]}"/>`;
}

/** Sign and word of a status from `x` on, the text on the line `y`. */
export function statusAt(status: Status, x: number, y: number, more = ""): string {
  return sign(status, x, y - 11.5) + text(x + 20, y, status + more, `strong st-${status}`);
}

/** A drawing of the product inside a picture; `svg` is an element with a class and a view box. */
export function placed(svg: string, x: number, y: number, width: number, height: number): string {
  const place = `x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}"`;
  const [, opened, rest] = /^(<svg class="[a-z]+")(.*)$/s.exec(svg) ?? [];
  if (opened === undefined || rest === undefined) throw new Error(`This is no drawing of the product: ${svg}`);
  return `${opened} ${place}${rest.replace(/ width="\d+" height="\d+"/, "")}`;
}
