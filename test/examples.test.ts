/** Every broken example gets exactly the findings that its first lines announce, and the others get none. */

import { readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { rules } from "../src/rules/index.ts";
import { checkFiles } from "./support/check.ts";
import { kpi, ROOT } from "./support/cli.ts";

const DAY = ["--as-of", "2026-08-15"];
const BROKEN = path.join(ROOT, "examples/broken");
const known = new Set(rules.map((rule) => rule.id));

interface Found {
  readonly ruleId: string;
  readonly severity: string;
  readonly file: string;
  readonly path: readonly (string | number)[];
  readonly range: { readonly start: { readonly line: number } };
}

const definitions = readdirSync(BROKEN, { recursive: true, encoding: "utf8" })
  .map((file) => file.split(path.sep).join("/"))
  .filter((file) => file.endsWith(".kpi.yaml"))
  .sort();

/** A folder in broken/ is one case of several files. */
const cases = new Map<string, string[]>();
for (const file of definitions) {
  const name = file.includes("/") ? file.slice(0, file.lastIndexOf("/")) : file;
  cases.set(name, [...(cases.get(name) ?? []), file]);
}

/** `rule` or `rule at place`, as the `# expect:` lines have it. */
function expected(text: string, mark: string): readonly string[] {
  return [...text.matchAll(new RegExp(`^# ${mark}: (\\S+)(?: at (\\S+))?\\s*$`, "gm"))]
    .map(([, rule = "", place]) => (place === undefined ? rule : `${rule} at ${place}`))
    .sort();
}

function places(finding: Found): readonly string[] {
  const dotted = finding.path.join(".");
  return [
    finding.ruleId,
    `${finding.ruleId} at ${dotted}`,
    `${finding.ruleId} at ${finding.file}:${finding.range.start.line}`,
  ];
}

/** Which case a finding belongs to: by its definition file, or by the data file that is named after the case. */
function caseOf(file: string): string {
  for (const [name, files] of cases) if (files.includes(file)) return name;
  const data = path.basename(file).replace(/\.csv$/, "");
  return cases.has(`${data}.kpi.yaml`) ? `${data}.kpi.yaml` : file;
}

function findings(args: readonly string[]): readonly Found[] {
  return JSON.parse(kpi(["check", ...args, "--format", "json"]).out).findings;
}

/** Whether a comment is unused cannot be said while other files of the workspace cannot be read. */
const ALONE: ReadonlySet<string> = new Set(["suppression-unused.kpi.yaml"]);

async function alone(name: string): Promise<readonly Found[]> {
  return (await checkFiles({ [name]: readFileSync(path.join(BROKEN, name), "utf8") })).findings;
}

describe("examples/broken", () => {
  const found = new Map<string, Found[]>();
  beforeAll(() => {
    for (const finding of findings(["-C", "examples/broken", ...DAY])) {
      const name = caseOf(finding.file);
      found.set(name, [...(found.get(name) ?? []), finding]);
    }
  });

  it.each([...cases.keys()])("%s", async (name) => {
    const texts = (cases.get(name) ?? []).map((file) => readFileSync(path.join(BROKEN, file), "latin1"));
    const wanted = texts.flatMap((text) => expected(text, "expect"));
    const now = ALONE.has(name) ? await alone(name) : (found.get(name) ?? []);
    for (const want of wanted) {
      expect(known, `the rule of "${want}" exists`).toContain(want.split(" at ")[0]);
      expect(now.flatMap(places), name).toContain(want);
    }
    const unannounced = now.filter((finding) => !places(finding).some((place) => wanted.includes(place)));
    expect(unannounced.map((finding) => places(finding).at(-1))).toEqual([]);
    if (wanted.length === 0) expect(expected(texts.join("\n"), "expect-without-as-of").length).toBeGreaterThan(0);
  });

  it("looks at dates after today where no day is chosen", () => {
    const file = definitions.find((name) => name.includes("future-date")) ?? "";
    expect(findings(["-C", "examples/broken", file]).map((finding) => finding.ruleId)).toContain("data/future-date");
  });
});

describe("examples/broken/config", () => {
  it.each(readdirSync(path.join(BROKEN, "config")))("%s is refused with exit status 2", (name) => {
    const run = kpi(["check", "-C", `examples/broken/config/${name}`, "--format", "json"]);
    const text = readFileSync(path.join(BROKEN, "config", name, "kpi.config.yaml"), "utf8");
    expect(run.status).toBe(2);
    const got: readonly Found[] = JSON.parse(run.out).findings;
    for (const want of expected(text, "expect")) expect(got.flatMap(places)).toContain(want);
  });
});

describe("good examples", () => {
  it("the company has no finding, under strict neither", () => {
    expect(findings(["examples", ...DAY])).toEqual([]);
    expect(findings(["examples", ...DAY, "--config", "test/fixtures/strict.config.yaml"])).toEqual([]);
  });

  it("odd but valid files have none either", () => {
    expect(findings(["-C", "examples/odd", ...DAY])).toEqual([]);
  });
});
