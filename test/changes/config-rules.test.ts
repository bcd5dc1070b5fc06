import { describe, expect, it } from "vitest";
import { verdict } from "../../src/changes/verdicts/rule-weakened.ts";
import { good } from "../../src/rules/examples.ts";
import { changesOf, changesOfExample, type Files, placeText } from "./review.ts";

const CONFIG = "kpi.config.yaml";
const RULE = "portfolio/too-many-kpis-per-goal";
const NO_REASON = "; say why in a comment on the line or above it.";
/** What is not there any more has no line. */
const NO_LINE = "; say why in a comment above line 1.";
const adviceFor = (place: string): string => (place.startsWith("base") ? NO_LINE : NO_REASON);

const withConfig = (text: string, others: Files = {}): Files => ({
  ...good.files,
  [CONFIG]: `version: 1\n${text}\n`,
  ...others,
});
const override = (globs: string, level: string): string =>
  `overrides: [{ files: [${globs}], rules: { ${RULE}: ${level} } }]`;

async function seen(before: Files, after: Files) {
  const changes = await changesOf(verdict, { before, after });
  return changes.map((change) => ({
    severity: change.severity,
    message: change.message,
    field: change.field,
    values: [change.before, change.after],
    reason: change.reason,
    place: `${change.side} ${change.place.file}: ${placeText(change, { before, after })}`,
  }));
}

describe("diff/rule-weakened: levels", () => {
  it.each<[string, string, string, string, string, readonly string[], string]>([
    [
      "a rule that is off",
      `rules: { ${RULE}: warn }`,
      `rules: { ${RULE}: off }`,
      RULE,
      "warn → off",
      ["warn", "off"],
      "head kpi.config.yaml: off",
    ],
    [
      "a rule that is less severe",
      `rules: { ${RULE}: error }`,
      `rules: { ${RULE}: info }`,
      RULE,
      "error → info",
      ["error", "info"],
      "head kpi.config.yaml: info",
    ],
    [
      "a rule with options",
      `rules: { ${RULE}: error }`,
      `rules: { ${RULE}: [warn, {}] }`,
      RULE,
      "error → warn",
      ["error", "warn"],
      "head kpi.config.yaml: [warn, {}]",
    ],
    [
      "a stricter level that is taken away",
      `rules: { ${RULE}: error }`,
      "language: en",
      RULE,
      "error → warn",
      ["error", "warn"],
      "base kpi.config.yaml: error",
    ],
    [
      "a verdict on changes",
      "language: en",
      "rules: { diff/target-eased: off }",
      "diff/target-eased",
      "error without a reason → off",
      ["error without a reason", "off"],
      "head kpi.config.yaml: off",
    ],
    [
      "a verdict that no longer asks for a reason",
      "language: en",
      "rules: { diff/target-eased: warn }",
      "diff/target-eased",
      "error without a reason → warn",
      ["error without a reason", "warn"],
      "head kpi.config.yaml: warn",
    ],
    [
      "a verdict that is content with a reason",
      "rules: { diff/target-eased: error }",
      "language: en",
      "diff/target-eased",
      "error → error without a reason",
      ["error", "error without a reason"],
      "base kpi.config.yaml: error",
    ],
  ])("reports %s", async (_, from, to, rule, words, values, place) => {
    expect(await seen(withConfig(from), withConfig(to))).toEqual([
      {
        severity: "error",
        message: `The rule ${rule} is less severe: ${words}${adviceFor(place)}`,
        field: `rules.${rule}`,
        values,
        reason: null,
        place,
      },
    ]);
  });

  it.each<[string, string, string, string, string]>([
    [
      "a word that is left out",
      "language: en",
      "rules: { specific/vague-term: [warn, { except: [timely] }] }",
      '"timely"',
      "head kpi.config.yaml: [warn, { except: [timely] }]",
    ],
    [
      "an extra word that is taken away",
      "rules: { specific/vague-term: [warn, { extra: [synergy, snappy] }] }",
      "rules: { specific/vague-term: [warn, { extra: [snappy] }] }",
      '"synergy"',
      "head kpi.config.yaml: [warn, { extra: [snappy] }]",
    ],
    [
      "options that are taken away",
      "rules: { specific/vague-term: [warn, { extra: [synergy] }] }",
      "language: en",
      '"synergy"',
      "base kpi.config.yaml: [warn, { extra: [synergy] }]",
    ],
  ])("reports %s", async (_, from, to, words, place) => {
    expect(await seen(withConfig(from), withConfig(to))).toMatchObject([
      {
        severity: "error",
        message: `The rule specific/vague-term no longer looks for ${words}${adviceFor(place)}`,
        field: "rules.specific/vague-term",
        place,
      },
    ]);
  });

  it.each<[string, string, string, string, string, readonly (string | null)[], string]>([
    [
      "rules of a plug-in that are loaded no longer",
      'plugins: ["./ours.mjs", "./theirs.mjs"]',
      'plugins: ["./theirs.mjs"]',
      "The config no longer loads the rules of ./ours.mjs",
      "plugins",
      ['["./ours.mjs", "./theirs.mjs"]', '["./theirs.mjs"]'],
      'head kpi.config.yaml: ["./theirs.mjs"]',
    ],
    [
      "all plug-ins taken away",
      'plugins: ["./ours.mjs"]',
      "language: en",
      "The config no longer loads the rules of ./ours.mjs",
      "plugins",
      ['["./ours.mjs"]', null],
      'base kpi.config.yaml: ["./ours.mjs"]',
    ],
    [
      "titles in another language",
      "language: en-GB",
      "language: de",
      "Titles are no longer said to be English, so that the rules on words are off",
      "language",
      ["en-GB", "de"],
      "head kpi.config.yaml: de",
    ],
  ])("reports %s", async (_, from, to, words, field, values, place) => {
    expect(await seen(withConfig(from), withConfig(to))).toEqual([
      { severity: "error", message: `${words}${adviceFor(place)}`, field, values, reason: null, place },
    ]);
  });

  it("takes a comment as the reason", async () => {
    const after = withConfig(`rules:\n  # Reasons stand in our wiki\n  ${RULE}: off`);
    expect(await seen(good.files, after)).toMatchObject([
      {
        severity: "warning",
        message: `The rule ${RULE} is less severe: warn → off.`,
        reason: "Reasons stand in our wiki",
      },
    ]);
  });

  it("reports every rule that is stated on its own", async () => {
    const after = withConfig(`rules: { ${RULE}: off, diff/history-rewritten: info }`);
    const changes = await changesOf(verdict, { before: good.files, after });
    expect(changes.map(({ field, entity, kpis }) => [field, entity, kpis])).toEqual([
      [`rules.${RULE}`, null, []],
      ["rules.diff/history-rewritten", null, []],
    ]);
  });

  it.each<[string, string, string]>([
    ["a stricter level", `rules: { ${RULE}: off }`, `rules: { ${RULE}: error }`],
    ["the default in words", "language: en", `rules: { ${RULE}: warn }`],
    ["another order", `rules:\n  ${RULE}: off\n  data/gap: off`, `rules:\n  data/gap: off\n  ${RULE}: off`],
    ["a stricter preset", "language: en", "extends: strict"],
    ["a verdict that asks for a reason again", "rules: { diff/target-eased: warn }", "language: en"],
    ["a verdict that no reason helps", "language: en", "rules: { diff/target-eased: error }"],
    ["a verdict that asks for nothing", "language: en", "rules: { diff/goal-redefined: warn }"],
    ["a plug-in more, in another order", 'plugins: ["./a.mjs"]', 'plugins: ["./b.mjs", "./a.mjs"]'],
    ["titles in English, or in another foreign language", "language: de", "language: fr"],
    ["titles that are English again", "language: de", "language: en"],
    ["more words", "language: en", "rules: { specific/vague-term: [warn, { extra: [synergy] }] }"],
    [
      "words of a rule that was off",
      "rules: { specific/vague-term: off }",
      "rules: { specific/vague-term: [warn, { words: [] }] }",
    ],
    ["quotation marks", `rules: { ${RULE}: off }`, `rules: { "${RULE}": "off" }`],
  ])("is silent about %s", async (_, from, to) => {
    expect(await seen(withConfig(from), withConfig(to))).toEqual([]);
  });

  it("is silent about a level that moves to another file", async () => {
    const after = withConfig("extends: ./team.yaml", { "team.yaml": `version: 1\nrules: { ${RULE}: off }\n` });
    expect(await seen(withConfig(`rules: { ${RULE}: off }`), after)).toEqual([]);
  });
});

describe("diff/rule-weakened: presets", () => {
  it("reports one change for all rules that follow from a preset", async () => {
    const changes = await changesOf(verdict, {
      before: withConfig("extends: strict"),
      after: withConfig("extends: recommended"),
    });
    expect(changes).toMatchObject([
      { messageId: "preset", severity: "error", field: "extends", before: "strict", after: "recommended" },
    ]);
    expect(changes[0]?.message).toMatch(
      /^The preset makes \d+ rules less severe: \S+ \(\w+ → \w+\), \S+ \(\w+ → \w+\), \S+ \(\w+ → \w+\), and \d+ more; say why in a comment/,
    );
  });

  it("stands where the preset was, once it is gone", async () => {
    const [before, after] = [withConfig("extends: strict # for now"), withConfig("# Too many findings\nlanguage: en")];
    const [change] = await seen(before, after);
    expect(change).toMatchObject({ values: ["strict", null], place: "base kpi.config.yaml: strict" });
  });

  it("takes a comment as the reason", async () => {
    const after = withConfig("extends: recommended # Too many findings");
    expect(await seen(withConfig("extends: strict"), after)).toMatchObject([
      { severity: "warning", reason: "Too many findings", place: "head kpi.config.yaml: recommended" },
    ]);
  });

  it("finds the file in which the preset changes", async () => {
    const team = (preset: string): Files =>
      withConfig("extends: ./team.yaml", { "team.yaml": `version: 1\nextends: ${preset}\n` });
    expect(await seen(team("strict"), team("recommended # Too many findings"))).toMatchObject([
      { severity: "warning", values: ["strict", "recommended"], place: "head team.yaml: recommended" },
    ]);
  });

  it("leaves rules that are stated to themselves", async () => {
    const changes = await changesOf(verdict, {
      before: withConfig("extends: strict"),
      after: withConfig(`extends: recommended\nrules: { ${RULE}: off }`),
    });
    expect(changes.map(({ field }) => field)).toEqual([`rules.${RULE}`, "extends"]);
    expect(changes[1]?.message).not.toContain(RULE);
  });

  it("reports a config that is gone", async () => {
    const [change, ...others] = await seen(withConfig("extends: strict"), good.files);
    expect(others).toEqual([]);
    expect(change).toMatchObject({ severity: "error", field: "extends", place: "base kpi.config.yaml: strict" });
  });
});

describe("diff/rule-weakened: overrides", () => {
  it.each<[string, string, string, string, readonly string[], string]>([
    [
      "a new override",
      "language: en",
      override('"a/**"', "off"),
      "less severe for a/**: warn → off",
      ["warn", "off"],
      "head kpi.config.yaml: off",
    ],
    [
      "several globs",
      "language: en",
      override('"a/**", "b/**"', "info"),
      "less severe for a/**, b/**: warn → info",
      ["warn", "info"],
      "head kpi.config.yaml: info",
    ],
    [
      "a glob that is added",
      override('"a/**"', "off"),
      override('"a/**", "b/**"', "off"),
      "less severe for b/**: warn → off",
      ["warn", "off"],
      "head kpi.config.yaml: off",
    ],
    [
      "a weaker level",
      override('"a/**"', "error"),
      override('"a/**"', "warn"),
      "less severe for a/**: error → warn",
      ["error", "warn"],
      "head kpi.config.yaml: warn",
    ],
    [
      "a stricter override that is gone",
      override('"a/**"', "error"),
      "language: en",
      "less severe for a/**: error → warn",
      ["error", "warn"],
      "base kpi.config.yaml: error",
    ],
    [
      "a later override that wins",
      override('"a/**"', "error"),
      `overrides:\n  - { files: ["a/**"], rules: { ${RULE}: error } }\n  - { files: ["a/**"], rules: { ${RULE}: off } }`,
      "less severe for a/**: error → off",
      ["error", "off"],
      "head kpi.config.yaml: off",
    ],
    [
      "more globs than are shown",
      "language: en",
      override("a, b, c, d, e", "off"),
      "less severe for a, b, c, and 2 more: warn → off",
      ["warn", "off"],
      "head kpi.config.yaml: off",
    ],
  ])("reports %s", async (_, from, to, words, values, place) => {
    expect(await seen(withConfig(from), withConfig(to))).toMatchObject([
      { severity: "error", message: `The rule ${RULE} is ${words}${adviceFor(place)}`, values, reason: null, place },
    ]);
  });

  it("takes a comment as the reason", async () => {
    const after = withConfig(`overrides:\n  - files: ["a/**"]\n    rules:\n      ${RULE}: off # Before our time`);
    expect(await seen(good.files, after)).toMatchObject([
      { severity: "warning", field: `overrides.0.rules.${RULE}`, reason: "Before our time" },
    ]);
  });

  it.each<[string, string, string]>([
    ["a stricter override", "language: en", override('"a/**"', "error")],
    ["an override that is gone and left more room", override('"a/**"', "off"), "language: en"],
    [
      "an override that is split",
      override('"a/**", "b/**"', "off"),
      `overrides:\n  - { files: ["b/**"], rules: { ${RULE}: off } }\n  - { files: ["a/**"], rules: { ${RULE}: off } }`,
    ],
    ["an override that says what holds anyway", "language: en", override('"a/**"', "warn")],
  ])("is silent about %s", async (_, from, to) => {
    expect(await seen(withConfig(from), withConfig(to))).toEqual([]);
  });

  it("is silent about an override that says no more than the rule's new level", async () => {
    const rules = `rules: { ${RULE}: info }\n`;
    expect(
      (await seen(good.files, withConfig(`${rules}${override('"a/**"', "info")}`))).map(({ field }) => field),
    ).toEqual([`rules.${RULE}`]);
    expect(
      (await seen(good.files, withConfig(`${rules}${override('"a/**"', "off")}`))).map(({ field }) => field),
    ).toEqual([`rules.${RULE}`, `overrides.0.rules.${RULE}`]);
  });
});

describe("diff/rule-weakened: suppressions", () => {
  const text = good.files["kpi.yaml"] ?? "";
  const withComment = (comment: string, at = "    why:"): Files => ({
    "kpi.yaml": text.replace(at, `    ${comment}\n${at}`),
  });
  const comment = `# kpi-disable-next-line ${RULE} -- Said in the wiki`;

  it.each<[string, Files, string, string, string | null, string]>([
    [
      "a comment with its reason",
      withComment(comment),
      "warning",
      `A new comment suppresses ${RULE}.`,
      "Said in the wiki",
      comment,
    ],
    [
      "a comment without a reason",
      withComment(`# kpi-disable-next-line ${RULE}`),
      "error",
      `A new comment suppresses ${RULE}; say why behind two hyphens: -- reason.`,
      null,
      `# kpi-disable-next-line ${RULE}`,
    ],
    [
      "a comment on a line",
      { "kpi.yaml": text.replace("target: 75", "target: 75 # kpi-disable-line data/gap, data/stale -- Known") },
      "warning",
      "A new comment suppresses data/gap, data/stale.",
      "Known",
      "# kpi-disable-line data/gap, data/stale -- Known",
    ],
    [
      "a comment in a file that is new",
      { ...good.files, "kpis/a.yaml": "# kpi-disable-file data/* -- Old data\nversion: 1\n" },
      "warning",
      "A new comment suppresses data/*.",
      "Old data",
      "# kpi-disable-file data/* -- Old data",
    ],
  ])("reports %s", async (_, after, severity, message, reason, place) => {
    const changes = await changesOf(verdict, { before: good.files, after });
    expect(changes).toMatchObject([{ severity, message, reason, entity: null, asksReason: true, side: "head" }]);
    expect(changes.map((change) => placeText(change, { before: good.files, after }))).toEqual([place]);
  });

  it.each<[string, Files, Files, readonly string[]]>([
    [
      "another rule in the same comment",
      withComment(comment),
      withComment(comment.replace(" --", ", data/gap --")),
      ["data/gap"],
    ],
    ["another reason", withComment(comment), withComment(comment.replace("wiki", "handbook")), [RULE]],
    ["a wider scope", withComment(comment), withComment(comment.replace("next-line", "file")), [RULE]],
    [
      "the same once more",
      withComment(comment),
      { "kpi.yaml": withComment(comment)["kpi.yaml"]?.replace("    if_off", `    ${comment}\n    if_off`) ?? "" },
      [RULE],
    ],
  ])("reports %s", async (_, before, after, rules) => {
    const changes = await changesOf(verdict, { before, after });
    expect(changes.map((change) => change.after)).toEqual(rules);
  });

  it.each<[string, Files, Files]>([
    ["a comment that moves in its file", withComment(comment), withComment(comment, "    if_off_track:")],
    [
      "a comment that is only shifted",
      withComment(comment),
      { "kpi.yaml": `# A title\n\n${withComment(comment)["kpi.yaml"]}` },
    ],
    [
      "a comment that moves to another file",
      { ...withComment(comment), "kpis/a.yaml": "version: 1\n" },
      { ...good.files, "kpis/a.yaml": `${comment}\nversion: 1\n` },
    ],
    ["a file that is renamed", withComment(comment), { "kpis/all.yaml": withComment(comment)["kpi.yaml"] ?? "" }],
    ["a comment that is gone", withComment(comment), good.files],
    ["a directive that does not exist", good.files, withComment(`# kpi-disable-previous-line ${RULE} -- Known`)],
    ["the words inside a text", good.files, { "kpi.yaml": text.replace("why: Promoters", `why: "${comment}" #`) }],
  ])("is silent about %s", async (_, before, after) => {
    expect(await seen(before, after)).toEqual([]);
  });
});

describe("diff/rule-weakened: known findings", () => {
  const entry = (fingerprint: string, entity: string): string =>
    `    {"fingerprint": "${fingerprint.repeat(16)}", "rule": "${RULE}", "entity": "${entity}", "path": "kpis", "message": "Say why"}`;
  const known = (...entries: readonly string[]): Files => ({
    ...good.files,
    "kpi.known.json": `{\n  "version": 1,\n  "known": [\n${entries.join(",\n")}\n  ]\n}\n`,
  });

  it.each<[string, Files, Files, string, readonly string[], string]>([
    [
      "one that is new",
      known(entry("a", "kpi/one")),
      known(entry("a", "kpi/one"), entry("b", "kpi/two")),
      `One finding is recorded as known: ${RULE} on kpi/two.`,
      ["1", "2"],
      entry("b", "kpi/two").trim(),
    ],
    [
      "the first ones of all",
      good.files,
      known(entry("a", "kpi/a"), entry("b", "kpi/b"), entry("c", "kpi/c"), entry("d", "kpi/d")),
      `4 findings are recorded as known: ${RULE} on kpi/a, ${RULE} on kpi/b, ${RULE} on kpi/c, and 1 more.`,
      ["0", "4"],
      entry("a", "kpi/a").trim(),
    ],
  ])("reports %s", async (_, before, after, message, values, place) => {
    expect(await seen(before, after)).toEqual([
      { severity: "warning", message, field: "known", values, reason: null, place: `head kpi.known.json: ${place}` },
    ]);
    expect((await changesOf(verdict, { before, after })).map(({ asksReason }) => asksReason)).toEqual([false]);
  });

  it("is silent about entries that go, change their words or their order", async () => {
    const before = known(entry("a", "kpi/one"), entry("b", "kpi/two"));
    expect(await seen(before, known(entry("b", "kpi/two"), entry("a", "kpi/other")))).toEqual([]);
    expect(await seen(before, known(entry("b", "kpi/two")))).toEqual([]);
  });
});

describe("the example of diff/rule-weakened", () => {
  it("shows it", async () => {
    expect((await changesOfExample(verdict)).map(({ severity }) => severity)).toEqual(["error"]);
  });
});
