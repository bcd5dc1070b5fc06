import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Finding, Severity } from "../../src/findings/finding.ts";
import { compareText, sortFindings } from "../../src/findings/order.ts";
import { finding } from "../report/fixture.ts";

function at(file: string, offset: number, severity: Severity, ruleId: string): Finding {
  const position = { line: 1, column: offset + 1, offset };
  return finding({ file, range: { start: position, end: position }, severity, ruleId });
}

describe("sortFindings", () => {
  it("orders by file, place, severity and rule", () => {
    const expected = [
      at("B.yaml", 9, "info", "z"),
      at("a.yaml", 2, "error", "z"),
      at("a.yaml", 10, "error", "b"),
      at("a.yaml", 10, "error", "c"),
      at("a.yaml", 10, "warning", "a"),
      at("a.yaml", 10, "info", "a"),
      at("ä.yaml", 0, "error", "a"),
    ];
    expect(sortFindings([...expected].reverse())).toEqual(expected);
  });

  it("leaves the given list alone", () => {
    const list = [at("b", 0, "error", "a"), at("a", 0, "error", "a")];
    sortFindings(list);
    expect(list.map(({ file }) => file)).toEqual(["b", "a"]);
  });

  it("gives one order for every order of the same findings", () => {
    const some = fc.record({
      file: fc.constantFrom("a", "b"),
      offset: fc.nat(2),
      severity: fc.constantFrom<Severity>("error", "warning", "info"),
      ruleId: fc.constantFrom("r", "s"),
    });
    fc.assert(
      fc.property(fc.array(some), (list) => {
        const findings = list.map((one) => at(one.file, one.offset, one.severity, one.ruleId));
        expect(sortFindings([...findings].reverse())).toEqual(sortFindings(findings));
      }),
    );
  });
});

describe("compareText", () => {
  it("compares code units, not languages", () => {
    expect(["ä", "z", "Z", "a", ""].sort(compareText)).toEqual(["", "Z", "a", "z", "ä"]);
  });
});
