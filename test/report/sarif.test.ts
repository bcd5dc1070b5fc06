import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import type { CheckResult } from "../../src/engine/result.ts";
import type { Finding } from "../../src/findings/finding.ts";
import type { ReportContext } from "../../src/report/context.ts";
import { relativeUri, SARIF_RESULTS, sarif } from "../../src/report/sarif.ts";
import { context, finding, HOSTILE, rangeOf, resultWith, rich, textOf } from "./fixture.ts";

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface Location {
  readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: Region };
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly Location[];
  readonly relatedLocations?: readonly Location[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly fixes?: readonly {
    readonly artifactChanges: readonly {
      readonly replacements: readonly { readonly deletedRegion: Region; readonly insertedContent?: { text: string } }[];
    }[];
  }[];
}

interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly { id: string; properties: { tags: string[] } }[] } };
  readonly invocations: readonly { readonly toolExecutionNotifications: readonly { message: { text: string } }[] }[];
  readonly results: readonly Result[];
}

/** The committee's own schema; it is written in draft 4 and uses nothing that later drafts read differently. */
function validator() {
  const file = createRequire(import.meta.url).resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
  const { $schema, id, ...schema } = JSON.parse(readFileSync(file, "utf8"));
  expect([$schema, id]).toEqual([expect.stringContaining("draft-04"), expect.stringContaining("sarif-2.1.0")]);
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  return ajv.compile(schema);
}

const valid = validator();

function run(result: CheckResult, more: Partial<ReportContext> = {}): Run {
  const log = JSON.parse(sarif(result, { ...context, ...more }));
  expect(valid(log), JSON.stringify(valid.errors, null, 2)).toBe(true);
  return log.runs[0];
}

function only(parts: Partial<Finding>, more: Partial<ReportContext> = {}): Result {
  const [result] = run(resultWith([finding(parts)]), more).results;
  if (result === undefined) throw new Error("no result");
  return result;
}

describe("sarif", () => {
  it("is valid for every kind of finding, and without any", () => {
    expect(run(rich).results).toHaveLength(rich.findings.length);
    expect(run(resultWith([])).results).toEqual([]);
  });

  it("is told apart from something invalid by the schema", () => {
    expect(valid({ version: "2.1.0", runs: [{ tool: {} }] })).toBe(false);
  });

  it("points every result at its rule, also at one that only the finding names", () => {
    const { tool, results } = run(rich);
    for (const result of results) expect(tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
    expect(tool.driver.rules.map((rule) => rule.properties.tags)).toContainEqual(["specific", "SMART"]);
  });

  it("calls information a note", () => {
    expect(run(rich).results.map((result) => result.level)).toContain("note");
  });

  it("gives places in UTF-16 columns, relative and percent-encoded", () => {
    const { physicalLocation } = only({ file: "kpis/data/müsli 量.csv" }).locations[0] ?? {};
    expect(physicalLocation?.artifactLocation).toEqual({
      uri: "kpis/data/m%C3%BCsli%20%E9%87%8F.csv",
      uriBaseId: "%SRCROOT%",
    });
    expect(physicalLocation?.region).toEqual({ startLine: 5, startColumn: 11, endLine: 5, endColumn: 17 });
  });

  it.each([
    ["a b#c?.yaml", "a%20b%23c%3F.yaml"],
    ["c:/x.yaml", "c%3A/x.yaml"],
    ["../kpi.yaml", "../kpi.yaml"],
    ["a\ud800", "a%EF%BF%BD"],
  ])("encodes %j", (file, uri) => {
    expect(relativeUri(file)).toBe(uri);
  });

  it("links the message to the other places", () => {
    const related = [
      { file: "goals.kpi.yaml", range: rangeOf("goals.kpi.yaml", "growth"), message: "The [first] one" },
    ];
    const result = only({ message: "Twice.", related });
    expect(result.message.text).toBe("Twice. See: [The \\[first\\] one](1).");
    expect(result.relatedLocations).toMatchObject([{ id: 1, physicalLocation: { region: { startLine: 3 } } }]);
  });

  it("takes neither links nor placeholders from text", () => {
    const result = only({ message: `{0} {by: 10} [x](1) ${HOSTILE}` });
    expect(result.message.text).toContain("{{0}} {by: 10} [x] (1)");
    expect(result.message.text).not.toContain("](");
  });

  it("carries the fingerprint", () => {
    expect(only({}).partialFingerprints).toEqual({ "kpiFingerprint/v1": "0123456789abcdef" });
  });

  it("offers fixes that give the suggested text", () => {
    const file = "kpis/sales.kpi.yaml";
    const source = textOf(file) ?? "";
    const start = source.indexOf("growht");
    const edits = [{ file, start, end: start + 6, text: "growth" }];
    const fixes = only({ suggestions: [{ title: "Write growth", edits }] }).fixes ?? [];
    const replacement = fixes[0]?.artifactChanges[0]?.replacements[0];
    expect(replacement).toEqual({
      deletedRegion: { startLine: 5, startColumn: 11, endLine: 5, endColumn: 17 },
      insertedContent: { text: "growth" },
    });
  });

  it("gives offsets where the text is not at hand, and nothing to insert for a deletion", () => {
    const edits = [{ file: "gone.yaml", start: 3, end: 9, text: "" }];
    const fixes = only({ fix: { title: "Delete it", edits } }, { textOf: () => null }).fixes ?? [];
    expect(fixes[0]?.artifactChanges[0]?.replacements).toEqual([{ deletedRegion: { charOffset: 3, charLength: 6 } }]);
  });

  it("offers no fix for advice alone", () => {
    expect(only({ suggestions: [{ title: "Think again", edits: [] }] }).fixes).toBeUndefined();
  });

  it("keeps the most severe of too many results, in their order, and says so", () => {
    const many = Array.from({ length: SARIF_RESULTS + 10 }, (_, i) =>
      finding({ severity: i < 20 ? "info" : "error", path: [i] }),
    );
    const { results, invocations } = run(resultWith(many));
    expect(results).toHaveLength(SARIF_RESULTS);
    expect(results.filter((result) => result.level === "note")).toHaveLength(10);
    expect(results[0]?.level).toBe("note");
    expect(invocations[0]?.toolExecutionNotifications[0]?.message.text).toMatch(/^5,000 of 5,010 findings/);
  });

  it("has no empty description, as code scanning refuses those", () => {
    expect(sarif(rich, context)).not.toMatch(/"text": ""/);
  });
});
