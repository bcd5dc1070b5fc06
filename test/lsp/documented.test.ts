import { readFileSync } from "node:fs";
import * as path from "node:path";
import { describe, expect, it } from "vitest";
import { optionsOf } from "../../src/lsp/client.ts";
import { ROOT } from "../support/cli.ts";

const read = (file: string): string => readFileSync(path.join(ROOT, file), "utf8");
const PAGE = read("docs/editors.md");
const EXTENSION = JSON.parse(read("editors/vscode/package.json"));
const OPTIONS = Object.keys(optionsOf({})).sort();

/** The blocks of a language in the page. */
function blocks(language: string): readonly string[] {
  return [...PAGE.matchAll(/```(\w+)\n([\s\S]*?)```/g)].flatMap(([, name, text]) =>
    name === language ? [text ?? ""] : [],
  );
}

describe("docs/editors.md", () => {
  it("shows JSON that can be read, with options that exist", () => {
    const parsed = blocks("json").map((text) => JSON.parse(text));
    expect(parsed).toHaveLength(4);
    const zed = parsed.find((one) => one.lsp !== undefined);
    expect(OPTIONS).toEqual(
      expect.arrayContaining(Object.keys(zed.lsp["yaml-language-server"].initialization_options)),
    );
    expect(Object.keys(parsed.find((one) => one.codeLens !== undefined)).sort()).toEqual(OPTIONS);
    const settings = Object.keys(EXTENSION.contributes.configuration.properties);
    const shown = Object.keys(parsed.find((one) => "kpi.plugins" in one)).filter((key) => key.startsWith("kpi."));
    expect(settings).toEqual(expect.arrayContaining(shown));
  });

  it("names every option, with what holds where nothing is said", () => {
    for (const [name, value] of Object.entries(optionsOf(undefined))) {
      expect(PAGE).toContain(`| \`${name}\` | \`${JSON.stringify(value)}\` |`);
      expect(EXTENSION.contributes.configuration.properties[`kpi.${name}`].default).toEqual(value);
    }
  });
});

describe("the extension", () => {
  it("reads only settings that it declares", () => {
    const source = read("editors/vscode/src/extension.ts");
    const keys = [...source.matchAll(/\.get\("(\w+)"/g)].map(([, key]) => `kpi.${key}`);
    const declared = EXTENSION.contributes.configuration.properties;
    expect(keys.sort()).toEqual([...OPTIONS.map((key) => `kpi.${key}`), "kpi.server"].sort());
    for (const key of keys) expect(declared).toHaveProperty([key]);
  });

  it("runs nothing of a folder that is not trusted", () => {
    const { restrictedConfigurations, supported } = EXTENSION.capabilities.untrustedWorkspaces;
    expect(supported).toBe("limited");
    expect(restrictedConfigurations.sort()).toEqual(["kpi.plugins", "kpi.server"]);
  });

  it("has a lock that holds every platform's packages and names no registry", () => {
    const { packages } = JSON.parse(read("editors/vscode/package-lock.json"));
    const entries: [string, { optionalDependencies?: object; resolved?: string }][] = Object.entries(packages);
    const names = new Set(entries.map(([at]) => at.slice(at.lastIndexOf("node_modules/") + "node_modules/".length)));
    const wanted = entries.flatMap(([, { optionalDependencies = {} }]) => Object.keys(optionalDependencies));
    expect(wanted.filter((name) => !names.has(name))).toEqual([]);
    expect(entries.filter(([, { resolved }]) => resolved?.startsWith("http"))).toEqual([]);
  });
});
