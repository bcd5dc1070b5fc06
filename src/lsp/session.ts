/** Everything that is open in one editor: its folders, their workspaces, its documents. */

import * as path from "node:path";
import type { Diagnostic } from "vscode-languageserver";
import type { CommonOptions, Host } from "../commands/host.ts";
import { asOfFrom } from "../commands/open.ts";
import { CONFIG_FILE } from "../config/load.ts";
import { isInside } from "../host/files.ts";
import type { Batch } from "../host/watcher.ts";
import type { Client, ClientOptions } from "./client.ts";
import { contextOf, diagnosticsOf, Published } from "./diagnostics.ts";
import type { Documents, OpenDocument } from "./documents.ts";
import { type LiveInput, LiveWorkspace } from "./live-workspace.ts";
import { Lines } from "./positions.ts";
import { deepest, rootOfFile, rootOfFolder, rootsBelow, withoutCovered } from "./roots.ts";
import { uriOf } from "./uris.ts";
import type { DocumentKind } from "./workspace-state.ts";

export interface SessionInput {
  readonly options: CommonOptions;
  /** The host as it is now: the day may change. */
  readonly host: () => Host;
  readonly client: Client;
  readonly clientOptions: ClientOptions;
  readonly documents: Documents;
  readonly publish: (uri: string, version: number | null, diagnostics: Diagnostic[]) => void;
  /** Told when all of a workspace has been judged again. */
  readonly judged: () => void;
  readonly failed: (error: unknown) => void;
}

/** A document with the workspace it belongs to. */
export interface Context {
  readonly document: OpenDocument;
  readonly workspace: LiveWorkspace;
  readonly kind: DocumentKind;
  /** Relative to the root of the workspace. */
  readonly file: string;
  readonly lines: Lines;
}

interface Held {
  readonly workspace: LiveWorkspace;
  readonly published: Published;
}

export class Session {
  readonly #input: SessionInput;
  readonly #held = new Map<string, Held>();
  readonly #folders: Set<string>;

  constructor(folders: Iterable<string>, input: SessionInput) {
    this.#folders = new Set(folders);
    this.#input = input;
  }

  get workspaces(): readonly LiveWorkspace[] {
    return [...this.#held.values()].map(({ workspace }) => workspace);
  }

  /** Opens the workspaces of all folders and documents, and closes those that are none any more. */
  async discover(): Promise<void> {
    const { documents } = this.#input;
    const own = [...this.#folders].map(rootOfFolder);
    const below = [...this.#folders].flatMap(rootsBelow);
    const files = documents.paths().flatMap((file) => rootOfFile(file, this.#folders) ?? []);
    const wanted = withoutCovered([...own, ...below, ...files]);
    for (const root of [...this.#held.keys()]) if (!wanted.has(root)) this.#close(root);
    await Promise.all([...wanted].map((root) => this.#hold(root)));
  }

  /** Folders were added to or removed from the editor. */
  async foldersChanged(added: readonly string[], removed: readonly string[]): Promise<void> {
    for (const folder of added) this.#folders.add(folder);
    for (const folder of removed) this.#folders.delete(folder);
    await this.discover();
  }

  documentChanged(file: string, what: "opened" | "changed" | "closed"): void {
    if (what === "opened") this.#holdFor(file);
    const workspace = this.#workspaceOf(file);
    workspace?.documentChanged(file);
    if (what === "closed" && workspace !== null) this.#releaseUnused(workspace.root);
  }

  /** Files were made, changed or deleted. */
  async filesChanged(files: readonly string[]): Promise<void> {
    if (files.some(isConfig)) await this.discover();
    for (const { workspace } of this.#held.values()) {
      const concerning = files.filter(
        (file) => isInside(workspace.root, file) || workspace.opened?.configFiles.includes(file) === true,
      );
      if (concerning.length > 0) await workspace.filesChanged({ paths: new Set(concerning), lost: new Set() });
    }
  }

  /** A document of ours, once its workspace knows what it says now; null for every other. */
  async context(uri: string): Promise<Context | null> {
    const file = this.#input.documents.pathOf(uri);
    await (file === undefined ? null : this.#workspaceOf(file))?.settled();
    return this.contextNow(uri);
  }

  /** The same without waiting. */
  contextNow(uri: string): Context | null {
    const file = this.#input.documents.pathOf(uri);
    const document = file === undefined ? undefined : this.#input.documents.at(file);
    const workspace = file === undefined ? null : this.#workspaceOf(file);
    if (document === undefined || workspace === null) return null;
    const kind = workspace.kindOf(document.path);
    if (kind === null) return null;
    const lines = new Lines(document.text, false);
    return { document, workspace, kind, file: workspace.relative(document.path), lines };
  }

  /** The address of a file of a workspace, as the editor writes it where it is open. */
  uriOf(workspace: LiveWorkspace, file: string): string {
    const absolute = workspace.absolute(file);
    return this.#input.documents.uriOf(absolute) ?? uriOf(absolute);
  }

  /** Positions in a file of a workspace as it is now; null where it cannot be read. */
  linesOf(workspace: LiveWorkspace, file: string): Lines | null {
    const text = workspace.currentText(file);
    return text === null ? null : new Lines(text, !workspace.isEdited(file));
  }

  versionOf(workspace: LiveWorkspace, file: string): number | null {
    return this.#input.documents.at(workspace.absolute(file))?.version ?? null;
  }

  close(): void {
    for (const { workspace } of this.#held.values()) workspace.close();
    this.#held.clear();
  }

  /** A config that comes or goes changes what the workspaces are. */
  async #seen(workspace: LiveWorkspace, batch: Batch): Promise<void> {
    if ([...batch.paths].some(isConfig)) await this.discover();
    await workspace.filesChanged(batch);
  }

  #workspaceOf(file: string): LiveWorkspace | null {
    const root = deepest(file, this.#held.keys());
    return root === null ? null : (this.#held.get(root)?.workspace ?? null);
  }

  async #hold(root: string): Promise<void> {
    if (this.#held.has(root)) return;
    const { documents, failed, host, options, clientOptions, client } = this.#input;
    const plugins = options.plugins !== false && clientOptions.plugins;
    const live: LiveInput = {
      options: { ...options, plugins },
      get host() {
        return host();
      },
      edited: (file) => documents.at(file)?.text,
      openFiles: (folder) => documents.paths(folder).filter((file) => this.#workspaceOf(file)?.root === folder),
      day: () => asOfFrom(options, host()),
      now: host().now,
      isTold: client.watchesFiles,
      seen: (workspace, batch) => this.#seen(workspace, batch),
      checked: (workspace, files, isFinal) => this.#publish(workspace, files, isFinal),
      failed,
    };
    const workspace = new LiveWorkspace(root, live);
    this.#held.set(root, { workspace, published: new Published() });
    await workspace.open();
  }

  #close(root: string): void {
    const held = this.#held.get(root);
    if (held === undefined) return;
    held.workspace.close();
    this.#held.delete(root);
    for (const file of held.published.clear()) this.#input.publish(this.uriOf(held.workspace, file), null, []);
  }

  #publish(workspace: LiveWorkspace, files: ReadonlySet<string>, isFinal: boolean): void {
    const held = this.#held.get(workspace.root);
    if (held?.workspace !== workspace) return;
    const { documents, publish, judged } = this.#input;
    const always = [...files].filter((file) => this.#isOurs(workspace, file));
    const shows = (file: string): boolean => this.#shows(workspace.absolute(file));
    const context = contextOf(workspace, (file) => documents.uriOf(file));
    for (const { file, findings } of held.published.update(workspace.findings, new Set(always), shows)) {
      publish(context.uriOf(file), this.versionOf(workspace, file), diagnosticsOf(findings, context));
    }
    if (isFinal) judged();
  }

  #isOurs(workspace: LiveWorkspace, file: string): boolean {
    const absolute = workspace.absolute(file);
    return this.#input.documents.uriOf(absolute) !== undefined && workspace.kindOf(absolute) !== null;
  }

  #shows(file: string): boolean {
    if (this.#input.documents.uriOf(file) !== undefined) return true;
    return this.#input.clientOptions.diagnostics === "workspace" && deepest(file, this.#folders) !== null;
  }

  /** Opens the workspace of a document that no folder holds. */
  #holdFor(file: string): void {
    const root = rootOfFile(file, this.#folders);
    if (root === null || !withoutCovered([...this.#held.keys(), root]).has(root)) return;
    void this.#hold(root);
  }

  /** Closes a workspace that only documents kept open, when the last of them is closed. */
  #releaseUnused(root: string): void {
    const isOfFolder = [...this.#folders].some((folder) => isInside(folder, root) || rootOfFolder(folder) === root);
    const { documents } = this.#input;
    if (!isOfFolder && !documents.paths().some((file) => this.#workspaceOf(file)?.root === root)) this.#close(root);
  }
}

function isConfig(file: string): boolean {
  return path.basename(file) === CONFIG_FILE;
}
