/** Checks the small workspaces of rule pages, all in memory. */

import { CONFIG_FILE, type ConfigSource, loadConfig } from "../config/load.ts";
import type { Example, Rule } from "../rules/define.ts";
import { extname, joined } from "../text/path.ts";
import { parseDay } from "../workspace/day.ts";
import { loadWorkspace } from "../workspace/load.ts";
import { check, configResult, withFindings } from "./check.ts";
import { KNOWN_FILE, readKnown } from "./known-file.ts";
import type { CheckResult } from "./result.ts";

/** The day that examples are judged on where they state none. */
export const EXAMPLE_DAY = "2026-08-15";

/** What a rule's bad example gives, the rule switched on where it is off by default; only its own findings. */
export async function checkBad(rule: Rule, rules: readonly Rule[]): Promise<CheckResult> {
  const config = rule.level === "off" ? `version: 1\nrules:\n  ${rule.id}: info\n` : "";
  const result = await checkExample(rule.bad, rules, config);
  return withFindings(
    result,
    result.findings.filter((finding) => finding.ruleId === rule.id),
  );
}

/** Runs the check on an example; `config` stands in for one that the example does not hold. */
export async function checkExample(example: Example, rules: readonly Rule[], config = ""): Promise<CheckResult> {
  const texts = new Map(Object.entries(example.files));
  if (config !== "" && !texts.has(CONFIG_FILE)) texts.set(CONFIG_FILE, config);
  const source: ConfigSource = { read: (path) => texts.get(path) ?? null, resolve: () => null };
  const loaded = await loadConfig(texts.has(CONFIG_FILE) ? CONFIG_FILE : null, source, rules);
  const asOf = parseDay(example.asOf ?? example.today ?? EXAMPLE_DAY) ?? 0;
  const textOf = (file: string): string | null => texts.get(file) ?? null;
  const known = readKnown(texts.get(KNOWN_FILE) ?? null);
  const wrong = [...loaded.problems, ...known.problems];
  if (wrong.length > 0) return configResult(wrong, { rules, config: loaded.config, asOf, textOf });
  const definitions = [...texts].filter(([path]) => path !== CONFIG_FILE && /^ya?ml$/.test(extname(path)));
  const workspace = await loadWorkspace({
    files: definitions.map(([path, text]) => ({ path, text })),
    settings: loaded.config.settings,
    readData: (from, named, optional) => {
      const path = joined(from, named);
      const text = path === null ? undefined : texts.get(path);
      if (path !== null && text !== undefined) return { ok: true, path, text, badByte: null };
      if (optional) return null;
      return { ok: false, reason: path === null ? "outside" : "missing", nearest: null, detail: "" };
    },
  });
  return check({
    workspace,
    config: loaded.config,
    rules,
    asOf,
    asOfGiven: example.today === undefined,
    textOf,
    matches: () => false,
    known,
  });
}
