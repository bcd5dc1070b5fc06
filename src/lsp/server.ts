/** The language server: what it can do, and which feature answers which request. */

import {
  type CancellationToken,
  CodeActionKind,
  CodeLensRefreshRequest,
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  ResponseError,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import type { CommonOptions, Host } from "../commands/host.ts";
import { VERSION } from "../engine/version.ts";
import { actionsAt, FIX_ALL, SHOW_PLACE } from "./actions.ts";
import { type Client, clientOf, optionsOf } from "./client.ts";
import { completionAt, completionProse } from "./completion.ts";
import { definitionAt } from "./definition.ts";
import { Documents } from "./documents.ts";
import { formatted } from "./format.ts";
import { hoverAt } from "./hover.ts";
import { lensesOf } from "./lens.ts";
import { highlightsAt, referencesAt } from "./references.ts";
import { prepareRename, renameAt } from "./rename.ts";
import { type Context, Session } from "./session.ts";
import { flatSymbols, symbolsNamed, symbolsOf } from "./symbols.ts";
import { pathOf } from "./uris.ts";

/** What the server is given from outside. */
export interface ServerInput {
  /** Flags of the command line. */
  readonly options: CommonOptions;
  /** The folder to work in where the editor names none; null for none. */
  readonly folder: string | null;
  /** The host as it is now: the day may change while an editor is open. */
  readonly host: () => Host;
}

const TRIGGERS = [":", " ", "-", "[", "{", ",", '"', "'", "@", "/", "#"];
const REFRESH_PAUSE_MS = 200;
/** Files that matter beside open documents. */
const WATCHED = ["**/*.{yaml,yml,csv}", "**/kpi.known.json", "**/.gitignore"];

/** Answers on a connection until it ends. Nothing that goes wrong in a request ends the server. */
export function serve(connection: Connection, input: ServerInput): void {
  new Server(connection, input).listen();
}

class Server {
  readonly #connection: Connection;
  readonly #input: ServerInput;
  readonly #documents = new Documents();
  #client: Client = clientOf({ capabilities: {}, processId: null, rootUri: null });
  #session: Session | null = null;
  #refresh: NodeJS.Timeout | null = null;

  constructor(connection: Connection, input: ServerInput) {
    this.#connection = connection;
    this.#input = input;
  }

  listen(): void {
    const connection = this.#connection;
    connection.onInitialize((params) => this.#initialize(params));
    connection.onInitialized(() => this.#start());
    connection.onShutdown(() => this.#end());
    this.#documents.listen(connection, (file, what) => this.#session?.documentChanged(file, what));
    connection.onDidChangeWatchedFiles(({ changes }) => {
      const files = changes.flatMap(({ uri }) => pathOf(uri) ?? []);
      this.#session?.filesChanged(files).catch((error: unknown) => this.#failed(error));
    });
    this.#listenToPositions();
    this.#listenToDocuments();
    connection.listen();
  }

  #listenToPositions(): void {
    const connection = this.#connection;
    const session = (): Session | null => this.#session;
    connection.onCompletion(
      this.#answer(null, ({ position }, context) => completionAt(context, position, this.#client), false),
    );
    connection.onCompletionResolve((item) => {
      const open = session();
      return open === null ? item : this.#guarded(item, () => completionProse(item, open, this.#client));
    });
    connection.onHover(this.#answer(null, ({ position }, context) => hoverAt(context, position, this.#client)));
    connection.onDefinition(this.#answer(null, ({ position }, context, open) => definitionAt(context, position, open)));
    connection.onReferences(
      this.#answer(null, (params, context, open) =>
        referencesAt(context, params.position, params.context.includeDeclaration, open),
      ),
    );
    connection.onDocumentHighlight(this.#answer(null, ({ position }, context) => highlightsAt(context, position)));
    connection.onPrepareRename(this.#answer(null, ({ position }, context) => prepareRename(context, position)));
    connection.onRenameRequest(
      this.#answer(null, ({ position, newName }, context, open) => {
        const renamed = renameAt(context, position, newName, open, this.#client);
        if (renamed?.note != null) connection.window.showWarningMessage(renamed.note);
        return renamed?.edit ?? null;
      }),
    );
  }

  #listenToDocuments(): void {
    const connection = this.#connection;
    connection.onDocumentSymbol(
      this.#answer(null, (_, context) => (this.#client.nestedSymbols ? symbolsOf(context) : flatSymbols(context))),
    );
    connection.onWorkspaceSymbol(({ query }) => {
      const open = this.#session;
      return open === null ? null : this.#guarded(null, () => symbolsNamed(query, open));
    });
    connection.onCodeLens(this.#answer(null, (_, context) => lensesOf(context)));
    connection.onCodeAction(
      this.#answer(null, (params, context, open) => actionsAt(context, params, open, this.#client)),
    );
    connection.onDocumentFormatting(this.#answer(null, (_, context) => formatted(context)));
    connection.onExecuteCommand(async ({ command, arguments: given }) => {
      const [uri, position] = given ?? [];
      if (command !== SHOW_PLACE || typeof uri !== "string") return null;
      await connection.window.showDocument({ uri, takeFocus: true, selection: { start: position, end: position } });
      return null;
    });
  }

  #initialize(params: InitializeParams): InitializeResult {
    this.#client = clientOf(params);
    const clientOptions = optionsOf(params.initializationOptions);
    this.#session = new Session(foldersOf(params, this.#input.folder), {
      options: this.#input.options,
      host: this.#input.host,
      client: this.#client,
      clientOptions,
      documents: this.#documents,
      publish: (uri, version, diagnostics) => {
        const sent = this.#connection.sendDiagnostics({ uri, ...(version === null ? {} : { version }), diagnostics });
        sent.catch((error: unknown) => this.#failed(error));
      },
      judged: () => this.#refreshLens(),
      failed: (error) => this.#failed(error),
    });
    return {
      serverInfo: { name: "kpi-as-code", version: VERSION },
      capabilities: {
        positionEncoding: "utf-16",
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        completionProvider: { triggerCharacters: TRIGGERS, resolveProvider: true },
        hoverProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        documentHighlightProvider: true,
        documentSymbolProvider: true,
        workspaceSymbolProvider: true,
        ...(clientOptions.codeLens ? { codeLensProvider: { resolveProvider: false } } : {}),
        ...(this.#client.actionLiterals
          ? { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] } }
          : {}),
        documentFormattingProvider: true,
        renameProvider:
          params.capabilities.textDocument?.rename?.prepareSupport === true ? { prepareProvider: true } : true,
        executeCommandProvider: { commands: [SHOW_PLACE] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  }

  #start(): void {
    const connection = this.#connection;
    const session = this.#session;
    if (session === null) return;
    if (this.#client.tellsFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const paths = (folders: readonly { uri: string }[]): string[] =>
          folders.flatMap(({ uri }) => pathOf(uri) ?? []);
        session.foldersChanged(paths(added), paths(removed)).catch((error: unknown) => this.#failed(error));
      });
    }
    if (this.#client.watchesFiles) {
      const watchers = WATCHED.map((globPattern) => ({ globPattern }));
      connection.client
        .register(DidChangeWatchedFilesNotification.type, { watchers })
        .catch((error: unknown) => this.#failed(error));
    }
    session.discover().catch((error: unknown) => this.#failed(error));
  }

  #end(): void {
    if (this.#refresh !== null) clearTimeout(this.#refresh);
    this.#session?.close();
  }

  /** After a change of one document the lenses of others may be old; editors ask for those of the document itself. */
  #refreshLens(): void {
    if (!this.#client.refreshesLens) return;
    this.#refresh ??= setTimeout(() => {
      this.#refresh = null;
      this.#connection.sendRequest(CodeLensRefreshRequest.type).catch((error: unknown) => this.#failed(error));
    }, REFRESH_PAUSE_MS);
  }

  /**
   * A handler for a request about a document of ours. It waits for the model, except where an answer from half-written
   * text has to be quick, and gives `nothing` for other documents and where something goes wrong.
   */
  #answer<P extends { readonly textDocument: { readonly uri: string } }, R, N>(
    nothing: N,
    handle: (params: P, context: Context, session: Session) => R,
    waits = true,
  ): (params: P, token: CancellationToken) => Promise<R | N> {
    return (params, token) =>
      this.#guarded<Promise<R | N>, Promise<N>>(Promise.resolve(nothing), async () => {
        const session = this.#session;
        if (session === null) return nothing;
        const { uri } = params.textDocument;
        const now = waits ? null : session.contextNow(uri);
        const context = now ?? (await session.context(uri));
        if (context === null || token.isCancellationRequested) return nothing;
        return handle(params, context, session);
      });
  }

  /** What was asked for, or `fallback` where this fails; refusals that have words for people go through. */
  async #guarded<R, N>(fallback: N, run: () => R): Promise<Awaited<R> | Awaited<N>> {
    try {
      return await run();
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      this.#failed(error);
      return await fallback;
    }
  }

  #failed(error: unknown): void {
    this.#connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

/** The editor's folders as paths; an old editor names a single one, and one without any works with `folder`. */
function foldersOf(
  { workspaceFolders, rootUri, rootPath }: InitializeParams,
  folder: string | null,
): readonly string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri === null ? [] : [rootUri]);
  const paths = uris.flatMap((uri) => pathOf(uri) ?? []);
  if (paths.length > 0) return paths;
  const other = rootPath ?? folder;
  return other === null ? [] : [other];
}
