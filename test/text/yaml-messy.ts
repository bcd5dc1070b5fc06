/** Random definition files as people leave them: uneven indentation, comments everywhere, keys in any order. */

import fc from "fast-check";

const FIELDS = [
  "title",
  "owner",
  "goal",
  "metric",
  "timeframe",
  "target",
  "baseline",
  "why",
  "tags",
  "x-own",
  "review",
  "values",
  "odd key",
];
const SECTIONS = ["version", "goals", "metrics", "kpis", "removed", "x-shared"];

const PLAIN = [
  "75",
  "1.0",
  "1e3",
  "0x10",
  "2026-06-30",
  "+25%",
  "Reach 75 by June",
  "a#b",
  "it's",
  "~",
  "true",
  "null",
  "ünï 🎯",
];
const QUOTED = ['"@ana"', "'it''s'", '"2026"', '"a # b"', '"x\\ty"', '"# none"', "''"];

/** Pieces of chance, taken one by one; a text is a function of them. */
class Dice {
  readonly #numbers: readonly number[];
  #next = 0;

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  /** A whole number below `sides`. */
  roll(sides: number): number {
    const number = this.#numbers[this.#next % this.#numbers.length] ?? 0;
    let mixed = Math.imul(number ^ (this.#next++ * 0x9e3779b9), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 13)) >>> 0) % sides;
  }

  one<T>(list: readonly T[]): T {
    const item = list[this.roll(list.length)];
    if (item === undefined) throw new Error("nothing to choose from");
    return item;
  }
}

class Writer {
  readonly lines: string[] = [];
  readonly #dice: Dice;
  #comments = 0;
  #anchors = 0;

  constructor(dice: Dice) {
    this.#dice = dice;
  }

  map(indent: number, depth: number, names: readonly string[]): void {
    const count = 1 + this.#dice.roll(4);
    const keys = new Set<string>();
    for (let i = 0; i < count; i++) keys.add(this.#dice.one(names));
    for (const key of keys) {
      this.#between(indent);
      this.#entry(" ".repeat(indent) + this.#key(key), indent, depth);
    }
    this.#between(indent);
  }

  #key(key: string): string {
    const written = this.#dice.roll(8) === 0 ? `"${key}"` : key;
    return `${written}${this.#dice.roll(12) === 0 ? " " : ""}:`;
  }

  /** A value behind what is written so far on its line. */
  #entry(head: string, indent: number, depth: number): void {
    const kind = this.#dice.roll(depth > 3 ? 5 : 10);
    const space = " ".repeat(1 + (this.#dice.roll(6) === 0 ? this.#dice.roll(4) : 0));
    const inner = indent + 1 + this.#dice.roll(4);
    const pad = " ".repeat(inner);
    if (kind === 0) this.#block(head, space, inner);
    else if (kind === 1) this.lines.push(`${head}${space}${this.#flow(0)}${this.#trailing()}`);
    else if (kind === 2)
      this.lines.push(`${head}${this.#trailing()}`, `${pad}two lines`, `${pad} of text${this.#trailing()}`);
    else if (kind === 3)
      this.lines.push(`${head}${space}"quoted over`, "", `${pad}lines \\`, `${pad}  \\ more"${this.#trailing()}`);
    else if (kind === 4)
      this.lines.push(`${head}${this.#dice.roll(3) === 0 ? "" : space + this.#scalar()}${this.#trailing()}`);
    else if (kind === 5) this.lines.push(`${head}${space}{ a: 1,`, `${pad}b: [x,`, `${pad}  y] }${this.#trailing()}`);
    else if (kind < 8) {
      const anchor = this.#dice.roll(8) === 0 ? ` &a${this.#anchors++}` : "";
      this.lines.push(`${head}${anchor}${this.#trailing()}`);
      this.map(inner, depth + 1, FIELDS);
    } else {
      this.lines.push(`${head}${this.#trailing()}`);
      this.#list(this.#dice.roll(2) === 0 && !head.trimStart().startsWith("-") ? indent : inner, depth + 1);
    }
  }

  #list(indent: number, depth: number): void {
    const dash = `${" ".repeat(indent)}-`;
    const count = 1 + this.#dice.roll(3);
    for (let i = 0; i < count; i++) {
      this.#between(indent);
      if (this.#dice.roll(3) > 0) this.#entry(dash, indent, depth + 1);
      else {
        const gap = " ".repeat(1 + this.#dice.roll(3));
        const from = this.lines.length;
        this.map(dash.length + gap.length, depth + 1, FIELDS);
        const first = this.lines.findIndex((line, index) => index >= from && /^ *[^ #]/.test(line));
        // What stands above the first key would stand above the dash.
        this.lines.splice(from, first - from);
        this.lines[from] = dash + gap + (this.lines[from] ?? "").trimStart();
      }
    }
  }

  #block(head: string, space: string, inner: number): void {
    const chomp = this.#dice.one(["", "-", "+"]);
    this.lines.push(`${head}${space}${this.#dice.one(["|", ">"])}${chomp}${this.#trailing()}`);
    const pad = " ".repeat(inner);
    const count = this.#dice.roll(4);
    for (let i = 0; i < count; i++) {
      this.lines.push(
        i > 0 && this.#dice.roll(4) === 0 ? "" : `${pad}${i > 0 && this.#dice.roll(3) === 0 ? "  " : ""}line # ${i}`,
      );
    }
    if (this.#dice.roll(3) === 0) this.lines.push("");
  }

  #scalar(): string {
    return this.#dice.one(this.#dice.roll(3) === 0 ? QUOTED : PLAIN);
  }

  #flow(depth: number): string {
    const space = this.#dice.one(["", " ", "  "]);
    const count = this.#dice.roll(4);
    const items: string[] = [];
    const isMap = this.#dice.roll(2) === 0;
    for (let i = 0; i < count; i++) {
      const value =
        depth < 2 && this.#dice.roll(4) === 0
          ? this.#flow(depth + 1)
          : this.#dice.one(["1", "x y", '"q"', "2026-06-30"]);
      items.push(isMap ? `${this.#dice.one(FIELDS)}${i}: ${value}` : value);
    }
    const text = items.join(`,${this.#dice.one(["", " ", "   "])}`);
    return isMap ? `{${space}${text}${space}}` : `[${space}${text}${space}]`;
  }

  #trailing(): string {
    if (this.#dice.roll(5) > 0) return this.#dice.roll(10) === 0 ? "  " : "";
    return `${" ".repeat(1 + this.#dice.roll(3))}#c${this.#comments++}`;
  }

  /** Comments and blank lines between two entries. */
  #between(indent: number): void {
    for (let i = this.#dice.roll(6); i > 3; i--) {
      const column = this.#dice.one([indent, indent, 0, indent + 1, indent + 4]);
      // A comment further in than its neighbours may stand inside a text above it.
      const isSafe = !/[|>][-+]?|line #|^$|of text|over$|lines \\$/.test(this.lines.at(-1) ?? "");
      this.lines.push(this.#dice.roll(2) === 0 ? "" : `${" ".repeat(isSafe ? column : 0)}# c${this.#comments++}`);
    }
  }
}

/** A definition file whose values are not all right but whose YAML is. */
export const messy: fc.Arbitrary<string> = fc
  .record({
    numbers: fc.array(fc.nat(), { minLength: 5, maxLength: 60 }),
    lineEnd: fc.constantFrom("\n", "\n", "\r\n"),
    start: fc.constantFrom(
      "",
      "",
      "# yaml-language-server: $schema=x\n",
      "\n",
      "# top\n\n",
      "---\n",
      "%YAML 1.2\n--- # marked\n",
      "\uFEFF",
    ),
    end: fc.constantFrom("", "\n", "\n", "\n\n\n", "\n...\n", "\n---\nversion: 1\n"),
  })
  .map(({ numbers, lineEnd, start, end }) => {
    const writer = new Writer(new Dice(numbers));
    writer.map(0, 0, SECTIONS);
    return `${start}${writer.lines.join("\n")}${end}`.replaceAll("\n", lineEnd);
  });
