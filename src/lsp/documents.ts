/** The documents that are open in the editor. */

import { type Connection, TextDocuments } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { isInside } from "../host/files.ts";
import { pathOf } from "./uris.ts";

/** An open document that stands for a file. */
export interface OpenDocument {
  /** As the editor writes it. */
  readonly uri: string;
  /** Absolute. */
  readonly path: string;
  readonly text: string;
  readonly version: number;
}

/** Told of a path whose document was opened or changed, or was closed. */
export type DocumentEvent = (file: string, what: "opened" | "changed" | "closed") => void;

export class Documents {
  readonly #documents = new TextDocuments(TextDocument);
  readonly #uris = new Map<string, string>();

  /** Keeps the documents up to date with what the editor sends. */
  listen(connection: Connection, told: DocumentEvent): void {
    this.#documents.onDidOpen(({ document }) => {
      const file = pathOf(document.uri);
      if (file === null) return;
      this.#uris.set(file, document.uri);
      told(file, "opened");
    });
    this.#documents.onDidChangeContent(({ document }) => {
      const file = pathOf(document.uri);
      if (file !== null) told(file, "changed");
    });
    this.#documents.onDidClose(({ document }) => {
      const file = pathOf(document.uri);
      if (file === null) return;
      this.#uris.delete(file);
      told(file, "closed");
    });
    this.#documents.listen(connection);
  }

  /** The document of an absolute path. */
  at(file: string): OpenDocument | undefined {
    const uri = this.#uris.get(file);
    const document = uri === undefined ? undefined : this.#documents.get(uri);
    if (uri === undefined || document === undefined) return undefined;
    return { uri, path: file, text: document.getText(), version: document.version };
  }

  uriOf(file: string): string | undefined {
    return this.#uris.get(file);
  }

  /** The path of a document that is open under this address. */
  pathOf(uri: string): string | undefined {
    const file = pathOf(uri);
    return file !== null && this.#uris.has(file) ? file : undefined;
  }

  /** Absolute paths of all, or of those inside a folder. */
  paths(folder?: string): readonly string[] {
    const all = [...this.#uris.keys()];
    return folder === undefined ? all : all.filter((file) => isInside(folder, file));
  }
}
