import { describe, expect, it } from "vitest";
import { isDefaultFile } from "../../src/commands/definition-files.ts";
import { loadConfig } from "../../src/config/load.ts";
import { DEFAULT_INCLUDE } from "../../src/config/resolve.ts";
import { Locator } from "../../src/engine/locate.ts";
import { globTest } from "../../src/host/glob.ts";
import { rules } from "../../src/rules/index.ts";

type Files = Readonly<Record<string, string>>;

/** What is said of kpi.config.yaml: `message id at file: the words it stands on: message`. */
async function said(files: Files): Promise<readonly string[]> {
  const textOf = (file: string): string | null => files[file] ?? null;
  const source = {
    read: textOf,
    resolve: (_: string, reference: string) => (reference.slice(2) in files ? reference.slice(2) : null),
  };
  const { problems } = await loadConfig("kpi.config.yaml", source, rules);
  const locator = new Locator(textOf);
  return problems.map(({ messageId, place, message }) => {
    const { start, end } = locator.range(place);
    return `${messageId} at ${place.file}: ${textOf(place.file)?.slice(start.offset, end.offset)}: ${message}`;
  });
}

const config = (text: string): Files => ({ "kpi.config.yaml": `version: 1\n${text}\n` });

describe("the level of what cannot be suppressed", () => {
  it.each([
    ["rules: { yaml/syntax: off }", "off", "yaml/syntax", "error"],
    ["rules: { yaml/syntax: [warn, {}] }", "warn", "yaml/syntax", "error"],
    ["rules: { config/invalid: off }", "off", "config/invalid", "error"],
    ["rules: { config/unknown-rule: info }", "info", "config/unknown-rule", "error"],
    ["overrides: [{ files: [a], rules: { config/invalid: off } }]", "off", "config/invalid", "error"],
  ])("is not lowered by %s", async (text, words, rule, level) => {
    const advice = `because what it finds cannot be suppressed; write ${level}, or leave the rule out.`;
    expect(await said(config(text))).toEqual([
      `level-too-low at kpi.config.yaml: ${words}: The level of ${rule} is never below ${level}, ${advice}`,
    ]);
  });

  it("may stay as it is or be raised", async () => {
    expect(await said(config("rules: { yaml/syntax: error, suppression/unused: off, known/fixed: info }"))).toEqual([]);
  });
});

describe("the lines between statuses", () => {
  const rest = "so no KPI could be at risk; write the larger share at `on_track`.";

  it.each<[Files, readonly string[]]>([
    [
      config("status: { on_track: 0.7, at_risk: 0.8 }"),
      [`status-order at kpi.config.yaml: 0.7: \`on_track\` (0.7) lies below \`at_risk\` (0.8), ${rest}`],
    ],
    [
      config("status: { on_track: 0.7 }"),
      [`status-order at kpi.config.yaml: 0.7: \`on_track\` (0.7) lies below \`at_risk\` (0.75, the default), ${rest}`],
    ],
    [
      config("status: { at_risk: 0.96 }"),
      [
        `status-order at kpi.config.yaml: 0.96: \`on_track\` (0.95, the default) lies below \`at_risk\` (0.96), ${rest}`,
      ],
    ],
    [
      {
        ...config("extends: ./team.yaml\nstatus: { at_risk: 0.9 }"),
        "team.yaml": "version: 1\nstatus: { on_track: 0.85 }\n",
      },
      [`status-order at kpi.config.yaml: 0.9: \`on_track\` (0.85) lies below \`at_risk\` (0.9), ${rest}`],
    ],
    [
      { ...config("extends: ./team.yaml"), "team.yaml": "version: 1\nstatus: { on_track: 0.5 }\n" },
      [`status-order at team.yaml: 0.5: \`on_track\` (0.5) lies below \`at_risk\` (0.75, the default), ${rest}`],
    ],
    [config("status: { on_track: 0.8, at_risk: 0.8 }"), []],
  ])("%j", async (files, expected) => {
    expect(await said(files)).toEqual(expected);
  });
});

describe("what is extended", () => {
  it.each([
    ["strct", 'did you mean "strict"?'],
    ["recomended", 'did you mean "recommended"?'],
    ["./none.yaml", "write recommended, strict, a path that begins with ./, or the name of an installed package."],
  ])("as %s is not there", async (reference, advice) => {
    expect(await said(config(`extends: ${reference}`))).toEqual([
      `extends-missing at kpi.config.yaml: ${reference}: "${reference}" is no preset and no file that exists; ${advice}`,
    ]);
  });

  it("is among the config's files, whatever is wrong with it", async () => {
    const files: Files = { ...config("extends: [./a.yaml, ./b.yaml]"), "a.yaml": "version: 1\n", "b.yaml": "a: [\n" };
    const source = { read: (file: string) => files[file] ?? null, resolve: (_: string, name: string) => name.slice(2) };
    const loaded = await loadConfig("kpi.config.yaml", source, rules);
    expect(loaded.config.files).toEqual(["a.yaml", "b.yaml", "kpi.config.yaml"]);
  });
});

describe("the default files", () => {
  const matches = globTest(DEFAULT_INCLUDE);

  it.each([
    "kpi.yaml",
    "a/b.kpi.yaml",
    "b.kpi.yml",
    "kpis/a.yaml",
    "kpis/a/b.yml",
    "a/kpi.yaml",
    "a.yaml",
    "a/kpis/b.yaml",
  ])("%s: the globs that are shown say what holds", (file) => {
    expect(isDefaultFile(file)).toBe(matches(file));
  });
});
