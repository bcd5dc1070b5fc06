/** Colours of a terminal, from the sixteen that every theme defines. */

import type { Severity } from "../findings/finding.ts";

/** Wraps text in a style, or leaves it as it is. */
export type Style = (text: string) => string;

/** The styles that reports use. */
export interface Paints {
  readonly red: Style;
  readonly yellow: Style;
  readonly blue: Style;
  readonly green: Style;
  readonly bold: Style;
  readonly dim: Style;
}

/** Leaves text as it is. */
export const unstyled: Style = (text) => text;

function style(open: number, close: number): Style {
  return (text) => (text === "" ? "" : `\u001b[${open}m${text}\u001b[${close}m`);
}

const coloured: Paints = {
  red: style(31, 39),
  yellow: style(33, 39),
  blue: style(94, 39),
  green: style(32, 39),
  bold: style(1, 22),
  dim: style(2, 22),
};

const colourless: Paints = {
  red: unstyled,
  yellow: unstyled,
  blue: unstyled,
  green: unstyled,
  bold: unstyled,
  dim: unstyled,
};

/** The styles for a terminal with or without colour. */
export function paint(colour: boolean): Paints {
  return colour ? coloured : colourless;
}

/** The style of a level. */
export function paintOf(severity: Severity, paints: Paints): Style {
  if (severity === "error") return paints.red;
  return severity === "warning" ? paints.yellow : paints.blue;
}

/** Text as a link for terminals that know OSC 8; `address` must be checked by `webAddress` first. */
export function hyperlink(text: string, address: string): string {
  return `\u001b]8;;${address}\u001b\\${text}\u001b]8;;\u001b\\`;
}
