/** What was read of one workspace, and how documents of the editor get into it. */

import * as path from "node:path";
import { Watched } from "../commands/watched.ts";
import { CONFIG_FILE } from "../config/load.ts";
import type { CheckInput } from "../engine/check.ts";
import { KNOWN_FILE } from "../engine/known-file.ts";
import type { Finding } from "../findings/finding.ts";
import { kindOf, readText, relativeTo } from "../host/files.ts";
import { extname } from "../text/path.ts";
import type { Workspace } from "../workspace/model.ts";
import { Broken, isBroken } from "./broken.ts";
import { judgingOf } from "./judging.ts";
import type { OpenedRoot, OpeningInput } from "./opening.ts";

/** What a file is to a workspace. */
export type DocumentKind = "definition" | "config" | "known" | "data";

/** What an absolute path is in a workspace; null for files that are none of its own. */
export function documentKind(file: string, root: string, state: WorkspaceState | null): DocumentKind | null {
  const relative = relativeTo(root, file);
  if (path.basename(file) === CONFIG_FILE || state?.opened.configs.includes(relative) === true) return "config";
  if (relative === KNOWN_FILE) return "known";
  if (state?.watched.live.has(relative) === true) return "definition";
  if (state?.opened.data.knows(file) === true || extname(file) === "csv") return "data";
  const isNew = state?.opened.accepts(relative) === true && kindOf(file) === "missing";
  return isNew ? "definition" : null;
}

export class WorkspaceState {
  readonly opened: OpenedRoot;
  readonly watched: Watched;
  /** What its config means: another one that means the same changes nothing. */
  readonly meaning: string;
  /** The linked model of the last check; null before the first. */
  model: Workspace | null = null;
  readonly #edited: OpeningInput["edited"];
  readonly #broken = new Broken();

  constructor(
    opened: OpenedRoot,
    meaning: string,
    edited: OpeningInput["edited"],
    day: () => Pick<CheckInput, "asOf" | "asOfGiven">,
  ) {
    this.opened = opened;
    this.meaning = meaning;
    this.#edited = edited;
    const judging = judgingOf(opened, day, (model) => {
      this.model = model;
    });
    this.watched = new Watched(opened, judging);
  }

  isBroken(file: string): boolean {
    return this.#broken.has(file);
  }

  /** Findings as they are shown: of a document that cannot be parsed, only why. */
  shown(findings: readonly Finding[]): readonly Finding[] {
    const kept = this.#broken.isEmpty ? findings : findings.filter(({ file }) => !this.#broken.has(file));
    return [...kept, ...this.#broken.findings];
  }

  /** Puts what a document says now into the model, or what its file says where it is closed; false for no difference. */
  async takeDocument(file: string): Promise<boolean> {
    const { opened, watched } = this;
    const name = relativeTo(opened.root, file);
    const text = this.#edited(file);
    const isCsv = opened.data.knows(file) || (extname(file) === "csv" && kindOf(file) === "missing");
    if (isCsv && !watched.live.has(name)) {
      this.#takeData(file, name, text);
      return true;
    }
    if (text === undefined) return watched.live.has(name) && this.#takeClosed(file, name);
    if (!watched.live.has(name)) {
      if (!opened.accepts(name)) return false;
      // A file that is there and not listed may have come just now, or git ignores it.
      if (kindOf(file) !== "missing" && !((await watched.list()) && watched.live.has(name))) return false;
    }
    return this.#takeText(name, text);
  }

  /** Puts in whatever differs from these documents (absolute paths), after files were read from disk. */
  async takeAgain(files: readonly string[]): Promise<void> {
    const { opened, watched } = this;
    for (const file of files) {
      const name = relativeTo(opened.root, file);
      const text = this.#edited(file);
      if (text === undefined) continue;
      if (opened.data.knows(file)) opened.texts.set(name, text);
      else if (watched.live.has(name) || opened.accepts(name)) await this.takeDocument(file);
    }
  }

  /** Whether what is on disk differs from what was read; open documents are told of by the editor. */
  isNews(file: string): boolean {
    if (this.#edited(file) !== undefined) return false;
    const { opened, watched } = this;
    const name = relativeTo(opened.root, file);
    const known = watched.live.has(name) ? (opened.texts.get(name) ?? null) : opened.data.textOf(file);
    if (known === null) return true;
    const now = readText(file);
    return !now.ok || now.text !== known;
  }

  #takeData(file: string, name: string, text: string | undefined): void {
    const { opened, watched } = this;
    opened.data.forget(file);
    if (text === undefined) opened.texts.delete(name);
    else opened.texts.set(name, text);
    watched.live.dataChanged(name);
  }

  async #takeText(name: string, text: string): Promise<boolean> {
    const { opened, watched } = this;
    const before = watched.live.has(name) ? opened.texts.get(name) : undefined;
    // While something is half written, the rest of the workspace goes by what stood there before.
    if (before !== undefined && isBroken(text) && !isBroken(before)) {
      await this.#broken.put(name, text, opened);
      return true;
    }
    const wasBroken = this.#broken.delete(name);
    if (before === text) return wasBroken;
    opened.texts.set(name, text);
    await watched.live.put({ path: name, text });
    return true;
  }

  async #takeClosed(file: string, name: string): Promise<boolean> {
    const wasBroken = this.#broken.delete(name);
    if (!this.isNews(file)) return wasBroken;
    await this.watched.take({ paths: new Set([file]), lost: new Set() }, new Set());
    return true;
  }
}
