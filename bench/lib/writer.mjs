/**
 * A tree of plain nodes, written as YAML and as JSON data.
 *
 * Maps are lists of pairs, so that a corpus can hold what an object cannot: a key twice, comments, an order.
 */

/** A block map; a pair whose key is null is a comment line, or a blank one when its text is empty. */
export const block = (pairs) => ({ kind: "block", pairs });

/** A map on one line. */
export const inline = (pairs) => ({ kind: "inline", pairs });

/** A list on one line. */
export const list = (items) => ({ kind: "list", items });

/** A list with one item a line; each item is written on its line. */
export const lines = (items) => ({ kind: "lines", items });

/** A scalar that is written exactly as given; `data` is what a reader makes of it. */
export const verbatim = (text, data = text) => ({ kind: "verbatim", text, data });

/** A text that is always quoted. */
export const quoted = (text) => ({ kind: "verbatim", text: JSON.stringify(text), data: text });

/** A long text, folded over indented lines. */
export const folded = (text) => ({ kind: "folded", text });

/** A comment line inside a block map; without text a blank line. */
export const comment = (text = "") => [null, text];

const FOLD_AT = 88;
const SPECIAL = /^(?:true|false|null|~|yes|no|on|off|[-+.\d][\d.,:eE_-]*)$/i;
const PLAIN_BLOCK = /^[A-Za-z0-9(][\p{L}\p{N} .,;()/%+'’&=_@-]*$/u;
const PLAIN_INLINE = /^[A-Za-z0-9(][\p{L}\p{N} .;()/%+'’&=_@-]*$/u;

function scalarText(value, inFlow) {
  if (typeof value !== "string") return String(value);
  const plain = (inFlow ? PLAIN_INLINE : PLAIN_BLOCK).test(value) && !SPECIAL.test(value) && !value.endsWith(" ");
  return plain || /^https:\/\/[\w./-]+$/.test(value) ? value : JSON.stringify(value);
}

function flowText(node) {
  if (node === null || typeof node !== "object") return scalarText(node, true);
  if (node.kind === "verbatim") return node.text;
  if (node.kind === "list" || node.kind === "lines") return `[${node.items.map(flowText).join(", ")}]`;
  return `{ ${node.pairs.map(([key, value]) => `${key}: ${flowText(value)}`).join(", ")} }`;
}

function foldedLines(text, indent) {
  const out = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && indent + line.length + word.length > FOLD_AT) {
      out.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  out.push(line);
  return out;
}

/** Writes trees as YAML lines and, when asked, remembers where every key and value stands. */
class Writer {
  lines = [];
  places;

  constructor(keepPlaces) {
    this.places = keepPlaces ? new Map() : null;
  }

  #note(path, keyColumn, valueColumn) {
    this.places?.set(path, { line: this.lines.length + 1, key: keyColumn, value: valueColumn });
  }

  block(node, indent, path) {
    const pad = " ".repeat(indent);
    for (const [key, value] of node.pairs) {
      if (key === null) this.lines.push(value === "" ? "" : `${pad}# ${value}`);
      else this.#pair(key, value, indent, pad, path === "" ? key : `${path}/${key}`);
    }
  }

  #pair(key, value, indent, pad, path) {
    const head = `${pad}${key}:`;
    if (typeof value === "object" && value.kind === "block") {
      this.#note(path, indent + 1, indent + 3);
      this.lines.push(head);
      this.block(value, indent + 2, path);
      return;
    }
    this.#note(path, indent + 1, head.length + 2);
    if (typeof value === "object" && value.kind === "lines") {
      this.lines.push(head);
      for (const item of value.items) this.lines.push(`${pad}  - ${flowText(item)}`);
      return;
    }
    if (typeof value === "object" && value.kind === "folded") {
      this.lines.push(`${head} >-`);
      for (const line of foldedLines(value.text, indent + 2)) this.lines.push(`${pad}  ${line}`);
      return;
    }
    const text = typeof value === "object" ? flowText(value) : scalarText(value, false);
    this.lines.push(`${head} ${text}`);
  }
}

/** The YAML text of a block map, its lines, and with `keepPlaces` line and columns by key path (joined by `/`). */
export function writeYaml(node, keepPlaces = false) {
  const writer = new Writer(keepPlaces);
  writer.block(node, 0, "");
  return { text: `${writer.lines.join("\n")}\n`, lines: writer.lines, places: writer.places };
}

/** What a YAML reader makes of a tree, as plain data. */
export function toData(node) {
  if (node === null || typeof node !== "object") return node;
  if (node.kind === "verbatim") return node.data;
  if (node.kind === "folded") return node.text;
  if (node.kind === "list" || node.kind === "lines") return node.items.map(toData);
  return Object.fromEntries(node.pairs.filter(([key]) => key !== null).map(([key, value]) => [key, toData(value)]));
}

/** The value under a key of a block or inline map, or undefined. */
export function child(node, key) {
  return node.pairs.find(([name]) => name === key)?.[1];
}

/** Puts a value under a key of a map, in its old place where the key exists. */
export function put(node, key, value) {
  const pair = node.pairs.find(([name]) => name === key);
  if (pair) pair[1] = value;
  else node.pairs.push([key, value]);
}

/** Takes a key out of a map. */
export function drop(node, key) {
  node.pairs = node.pairs.filter(([name]) => name !== key);
}

/** Gives a key another name, in its place. */
export function rename(node, key, name) {
  const pair = node.pairs.find(([old]) => old === key);
  if (pair) pair[0] = name;
}
