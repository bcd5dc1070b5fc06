import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readYaml } from "../../src/text/yaml.ts";
import { explainYamlError } from "../../src/text/yaml-message.ts";
import { yamlPositions } from "../../src/text/yaml-positions.ts";
import { changed } from "./yaml-random.ts";

const indicators = fc.string({
  unit: fc.constantFrom(..."-?:,[]{}#&*!|>'\"%@` \n\t\r.~<=\\+09aznx\0\uFEFF\ud800"),
  maxLength: 60,
});
const anyText = fc.oneof(fc.string({ unit: "binary", maxLength: 60 }), indicators, changed);

function expectInside(text: string, range: { start: number; end: number }): void {
  expect(range.start).toBeGreaterThanOrEqual(0);
  expect(range.end).toBeGreaterThanOrEqual(range.start);
  expect(range.end).toBeLessThanOrEqual(text.length);
}

describe("on any text", () => {
  it("readYaml gives values or a problem, with ranges inside the text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { documents, problems, plusNumbers } = readYaml(text);
        expect(documents.length).toBeGreaterThan(0);
        expect(documents.some(({ broken }) => broken)).toBe(
          problems.some(({ messageId }) => ["syntax", "encoding"].includes(messageId)),
        );
        for (const problem of problems) {
          expectInside(text, problem);
          for (const related of problem.related ?? []) expectInside(text, related);
        }
        for (const plus of plusNumbers) expect(text.slice(plus.start, plus.end)).toMatch(/^\+[0-9.]/);
      }),
      { numRuns: 1500 },
    );
  });

  it("explainYamlError explains, with ranges inside the text", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        for (const problem of readYaml(text).problems) {
          const explained = await explainYamlError(text, problem);
          expectInside(text, explained);
          expect(explained.message).toMatch(/^.*[.]$/su);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("yamlPositions locates what readYaml reads, inside the text", () => {
    fc.assert(
      fc.property(anyText, fc.nat(), (text, at) => {
        const positions = yamlPositions(text);
        for (const [number, { value, broken }] of readYaml(text).documents.entries()) {
          const root = positions.locate(number, [], "value");
          expectInside(text, root);
          if (value !== undefined) expect(root.exact).toBe(true);
          if (broken) expect(root.exact).toBe(false);
          expectInside(text, positions.slice(number, [], 1, 3));
        }
        const found = positions.pathAt(at % (text.length + 1));
        if (found === null) return;
        const located = positions.locate(found.document, found.path, found.at);
        expectInside(text, located);
      }),
      { numRuns: 1500 },
    );
  });
});
