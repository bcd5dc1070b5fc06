/** What an editor can do, and what it asks for. */

import type { InitializeParams } from "vscode-languageserver";

/** Features of the editor that answers depend on. */
export interface Client {
  /** Completion may hold places to fill in. */
  readonly snippets: boolean;
  /** Lines of a snippet behind the first are indented like the line it is put into, where that is asked for. */
  readonly indents: boolean;
  readonly markdownHover: boolean;
  readonly markdownItems: boolean;
  readonly nestedSymbols: boolean;
  /** Edits with versions, and files that are moved with them. */
  readonly documentChanges: boolean;
  readonly movesFiles: boolean;
  readonly snippetEdits: boolean;
  readonly actionLiterals: boolean;
  readonly watchesFiles: boolean;
  readonly refreshesLens: boolean;
  readonly showsDocuments: boolean;
  readonly tellsFolders: boolean;
}

/** `initializationOptions`. */
export interface ClientOptions {
  /** Rules of plug-ins are code of the repository that is opened, so somebody has to want them. */
  readonly plugins: boolean;
  readonly codeLens: boolean;
  /** Findings of all files, or of open ones only. */
  readonly diagnostics: "workspace" | "open";
}

/** Reads the capabilities; what is not stated is not there. */
export function clientOf({ capabilities }: InitializeParams): Client {
  const { textDocument, workspace, window } = capabilities;
  const item = textDocument?.completion?.completionItem;
  return {
    snippets: item?.snippetSupport === true,
    indents: item?.insertTextModeSupport?.valueSet.includes(2) === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes("markdown") === true,
    markdownItems: item?.documentationFormat?.includes("markdown") === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    movesFiles: workspace?.workspaceEdit?.resourceOperations?.includes("rename") === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    actionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    refreshesLens: workspace?.codeLens?.refreshSupport === true,
    showsDocuments: window?.showDocument?.support === true,
    tellsFolders: workspace?.workspaceFolders === true,
  };
}

/** Reads the options; anything that is not understood is left out. */
export function optionsOf(given: unknown): ClientOptions {
  const options: Readonly<Record<string, unknown>> =
    typeof given === "object" && given !== null ? (given as Readonly<Record<string, unknown>>) : {};
  return {
    plugins: options.plugins === true,
    codeLens: options.codeLens !== false,
    diagnostics: options.diagnostics === "open" ? "open" : "workspace",
  };
}
