/**
 * 10,000 seeded mutations of the example files: cut, swapped, doubled, spliced, wrong bytes, deep nesting,
 * alias bombs, lines of megabytes. The check never throws, and never hangs.
 */

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { describe, it } from "vitest";
import { MONSTERS } from "../../bench/lib/monsters.mjs";
import { resolveConfig } from "../../src/config/resolve.ts";
import { check } from "../../src/engine/check.ts";
import { readText } from "../../src/host/files.ts";
import { checkReporters } from "../../src/report/formats.ts";
import { rules } from "../../src/rules/index.ts";
import { loadWorkspace } from "../../src/workspace/load.ts";
import { Folder, ROOT } from "../support/cli.ts";

const COUNT = 10_000;
/** Something that hangs, or takes the square of its length; how quick it is, `node bench/run.mjs --only hostile` says. */
const HANGS_MS = 60_000;

/** Mulberry32: small, seeded, good enough to choose places. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function sources(): readonly Buffer[] {
  const folder = path.join(ROOT, "examples");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(ya?ml|csv)$/.test(file))
    .sort()
    .map((file) => readFileSync(path.join(folder, file)));
}

const ODD_BYTES = [0x00, 0xff, 0xc3, 0xed, 0x09, 0x0d, 0x85, 0x1b, 0x7f];
const ODD_TEXTS = [
  "- ",
  ": ",
  "{",
  "[",
  "]",
  "}",
  "&a ",
  "*a",
  "<<: *a\n",
  "!!js/function ",
  "|\n",
  ">-\n",
  "'",
  '"',
  "#",
  "---\n",
  "...\n",
  "%YAML 1.1\n",
  "\t",
  "? ",
  "@",
  "`",
  "\u2028",
  "\u202e",
  "~",
  "1e999",
  "0x",
  ".nan",
  "__proto__: ",
  "constructor: ",
];

type Mutation = (bytes: Buffer, next: () => number, all: readonly Buffer[]) => Buffer;

const at = (bytes: Buffer, next: () => number): number => Math.floor(next() * (bytes.length + 1));

const MUTATIONS: readonly Mutation[] = [
  (bytes, next) => bytes.subarray(0, at(bytes, next)),
  (bytes, next) => bytes.subarray(at(bytes, next)),
  (bytes, next) => {
    const [a, b] = [at(bytes, next), at(bytes, next)].sort((x, y) => x - y) as [number, number];
    return Buffer.concat([bytes.subarray(0, a), bytes.subarray(b)]);
  },
  (bytes, next) => {
    const a = at(bytes, next);
    const piece = bytes.subarray(a, a + Math.floor(next() * 400));
    return Buffer.concat([bytes.subarray(0, a), piece, piece, bytes.subarray(a)]);
  },
  (bytes, next) => {
    const lines = bytes.toString("latin1").split("\n");
    const a = Math.floor(next() * lines.length);
    const b = Math.floor(next() * lines.length);
    [lines[a], lines[b]] = [lines[b] ?? "", lines[a] ?? ""];
    return Buffer.from(lines.join("\n"), "latin1");
  },
  (bytes, next) => {
    const copy = Buffer.from(bytes);
    for (let i = 0; i < 3 && copy.length > 0; i++) {
      copy[Math.floor(next() * copy.length)] = ODD_BYTES[Math.floor(next() * ODD_BYTES.length)] ?? 0;
    }
    return copy;
  },
  (bytes, next) => {
    const a = at(bytes, next);
    const text = ODD_TEXTS[Math.floor(next() * ODD_TEXTS.length)] ?? "";
    return Buffer.concat([bytes.subarray(0, a), Buffer.from(text), bytes.subarray(a)]);
  },
  (bytes, next, all) => {
    const other = all[Math.floor(next() * all.length)] ?? bytes;
    return Buffer.concat([bytes.subarray(0, at(bytes, next)), other.subarray(at(other, next))]);
  },
  (bytes, next) => {
    const lines = bytes.toString("latin1").split("\n");
    const a = Math.floor(next() * lines.length);
    lines[a] = (next() < 0.5 ? " ".repeat(Math.floor(next() * 5)) : "\t") + (lines[a] ?? "").trimStart();
    return Buffer.from(lines.join("\n"), "latin1");
  },
  (bytes) => Buffer.from(bytes.toString("latin1").replaceAll("\n", "\r\n"), "latin1"),
];

const config = resolveConfig([], rules);

async function survives(name: string, folder: Folder, bytes: Buffer): Promise<void> {
  writeFileSync(folder.join("kpi.yaml"), bytes);
  writeFileSync(folder.join("data.csv"), bytes);
  const texts = new Map<string, string>();
  for (const file of ["kpi.yaml", "data.csv"]) {
    const result = readText(folder.join(file));
    if (result.ok) texts.set(file, result.text);
  }
  const definition = texts.get("kpi.yaml") ?? "";
  const reader = "version: 1\nmetrics:\n  rows: { title: Rows of a file, data: data.csv }\n";
  const textOf = (file: string): string | null => (file === "reader.kpi.yaml" ? reader : (texts.get(file) ?? null));
  const workspace = await loadWorkspace({
    files: [
      { path: "kpi.yaml", text: definition },
      { path: "reader.kpi.yaml", text: reader },
    ],
    settings: config.settings,
    readData: (_, file) => {
      const text = texts.get(file);
      return text === undefined ? null : { ok: true, path: file, text, badByte: null };
    },
  });
  const result = check({ workspace, config, rules, asOf: 20_680, asOfGiven: true, textOf, matches: () => false });
  const context = { textOf, colour: false, width: 100, elapsedMs: null, smart: true, quiet: false };
  const pretty = checkReporters.pretty(result, context);
  for (const { range, file } of result.findings) {
    const length = textOf(file)?.length ?? 0;
    if (range.start.offset > range.end.offset || range.end.offset > length)
      throw new Error(`${name}: range outside ${file}`);
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not come through
  if (/[\u0000-\u0008\u000B-\u001F\u007F\u202A-\u202E]/.test(pretty))
    throw new Error(`${name}: control characters in the output`);
}

describe("hostile input", () => {
  it(`${COUNT} mutations: never an exception`, async () => {
    const folder = new Folder();
    const all = sources();
    const next = random(20_260_815);
    for (let i = 0; i < COUNT; i++) {
      let bytes = all[Math.floor(next() * all.length)] ?? Buffer.alloc(0);
      const names: number[] = [];
      for (let rounds = 1 + Math.floor(next() * 3); rounds > 0; rounds--) {
        const which = Math.floor(next() * MUTATIONS.length);
        names.push(which);
        bytes = MUTATIONS[which]?.(bytes, next, all) ?? bytes;
      }
      await survives(`mutation ${i} (${names.join(", ")})`, folder, bytes);
    }
    folder.drop();
  }, 600_000);

  it.each(MONSTERS)(
    "%s",
    async (name, text) => {
      const folder = new Folder();
      await survives(name, folder, Buffer.from(text()));
      folder.drop();
    },
    HANGS_MS,
  );
});
