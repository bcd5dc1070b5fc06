/** What is being written at the cursor of a YAML text. */

import type { KeyPath } from "../text/source.ts";

/** A map or a value that something could be written into. */
export interface Place {
  /** Of the map whose key it is, or of the value itself. */
  readonly path: KeyPath;
  /** The other keys of the map, or the other items of the list. */
  readonly names: readonly string[];
}

/** Where both are given, the cursor stands at what could become either. */
export interface Spot {
  /** The document in the file, from 0. */
  readonly document: number;
  readonly key: Place | null;
  readonly value: Place | null;
  /** What is written there so far, as offsets in UTF-16 units. */
  readonly from: number;
  readonly to: number;
  /** The space that is missing behind a colon or a dash. */
  readonly gap: string;
  /** The quotation mark that what is written begins with. */
  readonly quote: string | null;
  /** The key has its colon already. */
  readonly hasColon: boolean;
  /** An item of a block list whose dash is not written yet. */
  readonly needsDash: boolean;
  /** Inside of braces or brackets. */
  readonly isFlow: boolean;
  readonly isComment: boolean;
}
