import { good, withFiles } from "../../rules/examples.ts";
import { changedKey, placeOfKey } from "../changed-key.ts";
import { type ChangeContext, defineVerdict, type Reported } from "../define.ts";
import { between } from "../examples.ts";
import { newSuppressions } from "../new-suppressions.ts";
import { someOf } from "../some-of.ts";
import type { HeldLevel } from "../version.ts";
import { rulesWithFewerWords, type WeakerRule, weakerOverrides, weakerRules } from "../weaker-rules.ts";

const CONFIG_FILE = "kpi.config.yaml";
const KNOWN_FILE = "kpi.known.json";

export const verdict = defineVerdict({
  id: "diff/rule-weakened",
  summary: "A rule is off, less severe or finds less, or a finding is suppressed or recorded as known.",
  level: "warning",
  asksReason: true,
  messages: {
    level: "The rule {rule} is less severe: {before} → {after}",
    preset: "The preset makes {count} less severe: {rules}",
    override: "The rule {rule} is less severe for {files}: {before} → {after}",
    words: "The rule {rule} no longer looks for {words}",
    plugins: "The config no longer loads the rules of {plugins}",
    language: "Titles are no longer said to be English, so that the rules on words are off",
    suppression: "A new comment suppresses {rules}",
    known: "{count} recorded as known: {findings}",
  },
  docs: "Quality can be kept on paper by asking for less of it: by a level, a preset, words that a rule leaves alone, a plug-in that is loaded no longer, or titles that are said to be in a language that the rules on words do not know. Say why in a comment on the line of the config, or above it; a suppression comment has its own reason behind two hyphens. Recording findings as known asks for no words, because that file has no room for them, but it is shown.",
  example: between(good, withFiles(good, { "kpi.config.yaml": "version: 1\nrules:\n  relevant/why-missing: off\n" })),
  workspace: (context) => {
    const weaker = weakerRules(context.base.strictness, context.head.strictness);
    for (const rule of weaker) reportLevel(rule, context);
    reportPreset(
      weaker.filter((rule) => fileOf(rule) === null),
      context,
    );
    reportWords(context);
    reportPlugins(context);
    reportLanguage(context);
    reportOverrides(context);
    reportSuppressions(context);
    reportKnown(context);
  },
});

/** The file that states the level, or that no longer does; null where a preset changed. */
function fileOf({ fileBefore, fileAfter }: WeakerRule): string | null {
  return fileAfter ?? fileBefore;
}

function reportLevel(weaker: WeakerRule, { reasons, report }: ChangeContext): void {
  const file = fileOf(weaker);
  if (file === null) return;
  const { rule, before, after, fileAfter } = weaker;
  report({
    message: "level",
    data: { rule, before: asWritten(before), after: asWritten(after) },
    entity: null,
    field: `rules.${rule}`,
    before: asWritten(before),
    after: asWritten(after),
    place: placeOfKey(file, ["rules", rule]),
    ...(fileAfter === null ? { side: "base" } : {}),
    answer: reasons.config(file, ["rules", rule]),
  });
}

/** One change for all rules that follow from the preset. */
function reportPreset(weaker: readonly WeakerRule[], context: ChangeContext): void {
  if (weaker.length === 0) return;
  const rules = weaker.map(({ rule, before, after }) => `${rule} (${asWritten(before)} → ${asWritten(after)})`);
  const count = rules.length === 1 ? "one rule" : `${rules.length} rules`;
  reportKey("extends", { message: "preset", data: { count, rules: someOf(rules, String) } }, context);
}

function reportWords({ base, head, reasons, report }: ChangeContext): void {
  for (const { rule, words, fileBefore, fileAfter } of rulesWithFewerWords(base.strictness, head.strictness)) {
    const file = fileAfter ?? fileBefore ?? CONFIG_FILE;
    const quoted = words.map((word) => `"${word}"`);
    report({
      message: "words",
      data: { rule, words: someOf(quoted, String) },
      entity: null,
      field: `rules.${rule}`,
      before: words.join(", "),
      after: null,
      place: placeOfKey(file, ["rules", rule]),
      ...(fileAfter === null ? { side: "base" } : {}),
      answer: reasons.config(file, ["rules", rule]),
    });
  }
}

function reportPlugins(context: ChangeContext): void {
  const { base, head } = context;
  const gone = base.strictness.plugins.filter((plugin) => !head.strictness.plugins.includes(plugin));
  if (gone.length > 0) reportKey("plugins", { message: "plugins", data: { plugins: someOf(gone, String) } }, context);
}

function reportLanguage(context: ChangeContext): void {
  const { base, head } = context;
  if (!base.strictness.readsTitles || head.strictness.readsTitles) return;
  reportKey("language", { message: "language" }, context);
}

/** A change of a key of the config, at the place where it stands, or stood. */
function reportKey(
  key: string,
  told: Pick<Reported, "message" | "data">,
  { base, head, reasons, report }: ChangeContext,
): void {
  const changed = changedKey(base, head, [key]);
  const file = changed?.file ?? head.strictness.configFile ?? base.strictness.configFile ?? CONFIG_FILE;
  report({
    ...told,
    entity: null,
    field: key,
    before: changed?.before ?? null,
    after: changed?.after ?? null,
    place: changed?.place ?? placeOfKey(file, [key]),
    ...(changed?.side === "base" ? { side: "base" } : {}),
    answer: reasons.config(file, [key]),
  });
}

function reportOverrides({ base, head, reasons, report }: ChangeContext): void {
  for (const { rule, globs, before, after, override, side } of weakerOverrides(base.strictness, head.strictness)) {
    const path = ["overrides", override.index, "rules", rule];
    report({
      message: "override",
      data: { rule, files: someOf(globs, String), before: asWritten(before), after: asWritten(after) },
      entity: null,
      field: path.join("."),
      before: asWritten(before),
      after: asWritten(after),
      place: placeOfKey(override.file, path),
      ...(side === "base" ? { side } : {}),
      answer: reasons.config(override.file, path),
    });
  }
}

function reportSuppressions({ base, head, report }: ChangeContext): void {
  for (const { file, comment, rules } of newSuppressions(base, head)) {
    report({
      message: "suppression",
      data: { rules: someOf(rules, String) },
      entity: null,
      field: comment.directive.text,
      before: null,
      after: rules.join(", "),
      place: { file, start: comment.start, end: comment.end },
      answer: { text: comment.reason, advice: "say why behind two hyphens: -- reason" },
    });
  }
}

/** One change for all entries that the base does not have, at the first of them. */
function reportKnown({ base, head, report }: ChangeContext): void {
  const entries = [...head.strictness.known].map(([fingerprint, finding], index) => ({ fingerprint, finding, index }));
  const added = entries.filter(({ fingerprint }) => !base.strictness.known.has(fingerprint));
  const [first] = added;
  if (first === undefined) return;
  const findings = added.map(({ finding }) => `${finding.rule} on ${finding.entity}`);
  report({
    message: "known",
    data: {
      count: added.length === 1 ? "One finding is" : `${added.length} findings are`,
      findings: someOf(findings, String),
    },
    entity: null,
    field: "known",
    before: String(base.strictness.known.size),
    after: String(head.strictness.known.size),
    resolvedBefore: base.strictness.known.size,
    resolvedAfter: head.strictness.known.size,
    place: placeOfKey(KNOWN_FILE, ["known", first.index]),
  });
}

function asWritten(level: HeldLevel): string {
  if (level === "asking") return "error without a reason";
  return level === "warning" ? "warn" : level;
}
