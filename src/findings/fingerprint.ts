/** The identity of a finding across edits: what known findings and `--since` compare. */

import type { KeyPath } from "../text/source.ts";
import type { EntityRef } from "./finding.ts";

/** What a finding is told apart by; `ordinal` counts repeats of all the rest from 0. */
export interface FingerprintInput {
  readonly ruleId: string;
  readonly messageId: string;
  readonly entity: EntityRef | null;
  readonly path: KeyPath;
  /** For data: the row's date and column. */
  readonly discriminator?: string;
  readonly file: string;
  readonly ordinal: number;
}

/**
 * Sixteen hexadecimal digits that stay the same while lines move.
 *
 * They never depend on a line number, nor on the file where there is an entity, so that an entity may move to
 * another file. Committed files hold these values: a change of this function makes every known finding new.
 */
export function fingerprint(input: FingerprintInput): string {
  return hash(
    JSON.stringify([
      input.ruleId,
      input.messageId,
      input.entity === null ? ["file", input.file] : [input.entity.kind, input.entity.id],
      input.path,
      input.discriminator ?? "",
      input.ordinal,
    ]),
  );
}

/** 64 bits in two lanes of 32 (multiply and rotate, then avalanche); not for secrets. */
function hash(text: string): string {
  let a = 0x9e3779b9;
  let b = 0x7f4a7c15;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x85ebca6b);
    a = (a << 13) | (a >>> 19);
    b = Math.imul(b ^ unit, 0xc2b2ae35);
    b = (b << 15) | (b >>> 17);
  }
  a = avalanche(a ^ text.length);
  b = avalanche(b ^ a);
  return hex(avalanche(a ^ b)) + hex(b);
}

function avalanche(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x7feb352d);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x846ca68b);
  return mixed ^ (mixed >>> 16);
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, "0");
}
