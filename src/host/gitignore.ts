/** Which files git leaves out, from the .gitignore files between the repository's root and a folder. */

import * as fs from "node:fs";
import * as path from "node:path";
import ignore, { type Ignore } from "ignore";

interface Layer {
  readonly folder: string;
  readonly rules: Ignore;
}

/** The ignore rules that hold in one folder; immutable, so that siblings do not see each other's rules. */
export class IgnoreStack {
  readonly #layers: readonly Layer[];

  constructor(layers: readonly Layer[]) {
    this.#layers = layers;
  }

  /** The rules inside `folder`, given its entries. */
  enter(folder: string, entries: readonly fs.Dirent[]): IgnoreStack {
    if (!entries.some((entry) => entry.name === ".gitignore")) return this;
    const layer = readLayer(folder, path.join(folder, ".gitignore"));
    return layer === null ? this : this.with(layer);
  }

  with(layer: Layer): IgnoreStack {
    return new IgnoreStack([...this.#layers, layer]);
  }

  /** Whether an absolute path is ignored; folders end with a separator. The deepest rule that speaks decides. */
  ignores(absolute: string): boolean {
    for (let i = this.#layers.length - 1; i >= 0; i--) {
      const layer = this.#layers[i];
      if (layer === undefined) continue;
      const relative = path.relative(layer.folder, absolute).split(path.sep).join("/");
      const verdict = layer.rules.test(absolute.endsWith("/") ? `${relative}/` : relative);
      if (verdict.ignored) return true;
      if (verdict.unignored) return false;
    }
    return false;
  }
}

function readLayer(folder: string, file: string): Layer | null {
  try {
    return { folder, rules: ignore().add(fs.readFileSync(file, "utf8")) };
  } catch {
    return null; // an unreadable .gitignore ignores nothing, as in git
  }
}

/** The folder that holds `.git`, from `start` upward; null outside a repository. */
export function gitRoot(start: string): string | null {
  for (let folder = start; ; folder = path.dirname(folder)) {
    if (fs.existsSync(path.join(folder, ".git"))) return folder;
    if (path.dirname(folder) === folder) return null;
  }
}

/**
 * The rules that hold above `root`: null outside a repository, and null where the root itself is ignored,
 * because somebody who works in an ignored folder means its files.
 */
export function ignoredBy(root: string): IgnoreStack | null {
  const top = gitRoot(root);
  if (top === null) return null;
  const folders = [top];
  for (const part of path.relative(top, root).split(path.sep)) {
    if (part !== "") folders.push(path.join(folders.at(-1) ?? top, part));
  }
  const exclude = readLayer(top, path.join(top, ".git", "info", "exclude"));
  let stack = new IgnoreStack(exclude === null ? [] : [exclude]);
  for (const folder of folders) {
    if (folder !== top && stack.ignores(`${folder}/`)) return null;
    if (folder !== root && fs.existsSync(path.join(folder, ".gitignore"))) {
      const layer = readLayer(folder, path.join(folder, ".gitignore"));
      if (layer !== null) stack = stack.with(layer);
    }
  }
  return stack;
}
