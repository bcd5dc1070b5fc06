import { readFileSync } from "node:fs";
import * as path from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { Folder, GOOD, kpi, ROOT } from "../support/cli.ts";

let folder: Folder | null = null;
afterEach(() => {
  folder?.drop();
  folder = null;
});

/** The module and the config of the guide, with the library of this checkout. */
function fromGuide(): { module: string; config: string } {
  const guide = readFileSync(path.join(ROOT, "docs/custom-rules.md"), "utf8");
  const [, module = ""] = /```js\n([\s\S]*?)```/.exec(guide) ?? [];
  const [, config = ""] = /```yaml\n([\s\S]*?)```/.exec(guide) ?? [];
  const library = pathToFileURL(path.join(ROOT, "dist/index.js")).href;
  return { module: module.replace('"kpi-as-code"', JSON.stringify(library)), config };
}

function at(files: Record<string, string>): string {
  folder = new Folder({ "kpi.yaml": GOOD, ...files });
  return folder.path;
}

const CHECK = ["check", "--as-of", "2026-08-15", "--format", "json"];

describe("plugins", () => {
  it("run the example of the guide at the configured level", () => {
    const { module, config } = fromGuide();
    const cwd = at({ "rules/our-rules.mjs": module, "kpi.config.yaml": config });
    const run = kpi(CHECK, { cwd });
    expect(run.status).toBe(1);
    expect(JSON.parse(run.out).findings).toMatchObject([
      { ruleId: "acme/tagged", severity: "error", entity: { kind: "kpi", id: "nps-2026" }, url: "" },
    ]);
    expect(kpi(["rules"], { cwd }).out).toMatch(/acme\/tagged +S +error +kpi\.config\.yaml/);
    expect(kpi(["explain", "acme/tagged"], { cwd }).out).toContain("Every KPI carries the tag");
  });

  it("do not run where they are switched off, and their ids are no mistake then", () => {
    const { module, config } = fromGuide();
    const cwd = at({
      "rules/our-rules.mjs": `${module}\nthrow new Error("plug-in was run");`,
      "kpi.config.yaml": config,
    });
    expect(kpi([...CHECK, "--no-plugins"], { cwd }).status).toBe(0);
    const { status, out } = kpi(CHECK, { cwd });
    expect(status).toBe(2);
    expect(JSON.parse(out).findings.map(({ message }: { message: string }) => message)).toEqual([
      "The plug-in ./rules/our-rules.mjs cannot be loaded: plug-in was run",
    ]);
  });

  it.each([
    ["./rules/none.mjs", "", /There is no plug-in file .\/rules\/none.mjs; write/],
    ["../outside.mjs", "", /There is no plug-in file|lies outside/],
    ["./own.mjs", "export const a = 1;", /exports no rule/],
    [
      "./own.mjs",
      'export const r = { id: "data/gap", summary: "x", level: "info", messages: {}, kpi() {} };',
      /"data\/gap" is taken/,
    ],
    [
      "./own.mjs",
      'export const r = { id: "a/b", summary: "x", level: "loud", messages: {}, kpi() {} };',
      /none of off, info, warning, error/,
    ],
    ["./own.mjs", 'export const r = { id: "a/b", summary: "x", level: "info", messages: {} };', /no check/],
    ["no-such-package", "", /There is no package no-such-package; install it/],
    ["own.mjs", "", /There is no package own.mjs; did you mean .\/own.mjs\?/],
  ])("%s: %s is refused", (reference, module, message) => {
    const cwd = at({ "own.mjs": module, "kpi.config.yaml": `version: 1\nplugins: ["${reference}"]\n` });
    const { status, out, err } = kpi(CHECK, { cwd });
    expect([status, err]).toEqual([2, ""]);
    expect(JSON.parse(out).findings).toEqual([
      expect.objectContaining({
        ruleId: "config/invalid",
        message: expect.stringMatching(message),
        file: "kpi.config.yaml",
        path: ["plugins", 0],
        range: expect.objectContaining({ start: { line: 2, column: 11, offset: 21 } }),
      }),
    ]);
  });

  it("are not loaded from a config that is extended from a package", () => {
    const cwd = at({
      "kpi.config.yaml": "version: 1\nextends: kpi-config-acme\n",
      "node_modules/kpi-config-acme/kpi.config.yaml": "version: 1\nplugins: [./evil.mjs]\n",
      "evil.mjs": 'throw new Error("plug-in was run")',
      "node_modules/kpi-config-acme/evil.mjs": 'throw new Error("plug-in was run")',
    });
    const run = kpi(CHECK, { cwd });
    expect(run.status).toBe(2);
    expect(run.out).toContain("data only");
    expect(run.out + run.err).not.toContain("plug-in was run");
  });
});
