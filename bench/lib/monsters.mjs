/** Hostile files that no editor writes: the tests read each of them, the benchmark says how quickly. */

/** A name, and what makes the text. */
export const MONSTERS = [
  ["100,000 open brackets", () => "[".repeat(100_000)],
  ["100,000 open braces", () => "{a: ".repeat(100_000)],
  ["50,000 levels of indentation", () => Array.from({ length: 3_000 }, (_, i) => `${" ".repeat(i)}a:`).join("\n")],
  ["a line of 10 MB", () => `title: ${"x".repeat(10 * 1024 * 1024 - 100)}`],
  ["a line of 10 MB of brackets", () => `version: 1\nkpis: ${"[".repeat(10 * 1024 * 1024 - 100)}`],
  ["a list of 500,000", () => `version: 1\nkpis: [${"1,".repeat(500_000)}]`],
  [
    "an alias bomb",
    () =>
      `version: 1\na0: &a0 [x,x,x,x,x,x,x,x,x]\n${Array.from({ length: 12 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(",")}]`).join("\n")}\nkpis: *a12\n`,
  ],
  [
    "a bomb of merge keys",
    () =>
      `version: 1\nx0: &x0 {a: 1}\n${Array.from({ length: 60 }, (_, i) => `x${i + 1}: &x${i + 1} {<<: [${Array(40).fill(`*x${i}`).join(",")}], k${i}: 1}`).join("\n")}\n`,
  ],
  [
    "20,000 keys in one map",
    () => `version: 1\nmetrics:\n${Array.from({ length: 20_000 }, (_, i) => `  m-${i}: {title: t}`).join("\n")}\n`,
  ],
  ["100,000 doubled keys", () => `version: 1\nmetrics:\n${"  m: {title: ttt}\n".repeat(100_000)}`],
  ["a million quotes", () => "'".repeat(1_000_001)],
  ["a million colons", () => ": ".repeat(500_000)],
  ["100,000 documents", () => "---\n".repeat(100_000)],
  ["100,000 anchors", () => Array.from({ length: 100_000 }, (_, i) => `- &a${i} 1`).join("\n")],
  [
    "10,000 wrong KPIs",
    () =>
      `version: 1\nkpis:\n${Array.from({ length: 10_000 }, (_, i) => `  k-${i}: {titel: t, target: TBD}`).join("\n")}\n`,
  ],
  ["a million empty lines, then a mistake", () => `${"\n".repeat(1_000_000)}a: b: c\n`],
  ["10 MB of NUL", () => "\0".repeat(1_000_000)],
  [
    "a chain of 20,000 goals",
    () =>
      `version: 1\ngoals:\n${Array.from({ length: 20_000 }, (_, i) => `  g-${i}: {title: ttt, owner: "@a", parent: g-${i + 1}}`).join("\n")}\n`,
  ],
];
