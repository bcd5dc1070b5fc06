/** What completion can offer at a place, before it is put into the words of an editor. */

import type { CompletionItemKind } from "vscode-languageserver";
import type { EntityKind } from "../findings/finding.ts";
import type { Prose } from "./prose.ts";

/** One thing that could be written. */
export interface Offer {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** The YAML that is written. */
  readonly source: string;
  /** Where it is a text: the text itself, so that it can be written inside of the marks that stand there. */
  readonly text: string | null;
  /** The same with places to fill in, for editors that know them. */
  readonly snippet: string | null;
  readonly detail: string;
  readonly prose: Prose | null;
  /** What is told of on request only. */
  readonly entity: { readonly kind: EntityKind; readonly id: string } | null;
  /** A key, or a whole entry of a map. */
  readonly isKey: boolean;
  /** Belongs on a line of its own, as an item of a list. */
  readonly isItem: boolean;
}

/** An offer, with what is not stated left empty. */
export function offer(given: Pick<Offer, "label" | "kind" | "source"> & Partial<Offer>): Offer {
  return {
    label: given.label,
    kind: given.kind,
    source: given.source,
    text: given.text ?? null,
    snippet: given.snippet ?? null,
    detail: given.detail ?? "",
    prose: given.prose ?? null,
    entity: given.entity ?? null,
    isKey: given.isKey ?? false,
    isItem: given.isItem ?? false,
  };
}
