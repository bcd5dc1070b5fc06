import { describe, expect, it } from "vitest";
import { cleanBody, reportBody } from "../../../src/report/action/body.ts";
import { type ActionReport, readReport } from "../../../src/report/action/model.ts";
import { scenarios } from "./scenarios.ts";

const LIMIT = 60_000;

describe("a report that was written and read again", () => {
  it.each(Object.entries<() => Promise<ActionReport>>(scenarios))("gives the same page: %s", async (_, scenario) => {
    const report = await scenario();
    const read = readReport(JSON.stringify(report));
    expect(read).toEqual({ ok: true, report });
    if (!read.ok) return;
    expect(reportBody(read.report, { limit: LIMIT })).toBe(reportBody(report, { limit: LIMIT }));
    expect(cleanBody(read.report)).toBe(cleanBody(report));
  });
});

describe("what is no report", async () => {
  const report = await scenarios["eased-without-reason"]();
  const changed = (change: (copy: ActionReport) => unknown): string => {
    const copy = structuredClone(report);
    change(copy);
    return JSON.stringify(copy);
  };

  it.each([
    ["no JSON", "kpi", "it is not JSON"],
    ["a list", "[]", /^it: /],
    ["null", "null", /^it: /],
    ["another kind", changed((copy) => Object.assign(copy, { kind: "a/b" })), /^kind: /],
    ["a later version", changed((copy) => Object.assign(copy, { schemaVersion: 2 })), /^schemaVersion: /],
    [
      "a count below zero",
      changed((copy) => Object.assign(copy.check.counts, { errors: -1 })),
      /^check\.counts\.errors: /,
    ],
    ["half an error", changed((copy) => Object.assign(copy.check.counts, { errors: 0.5 })), /^check\.counts\.errors: /],
    ["an unknown status", changed((copy) => Object.assign(copy.progress.byStatus, { fine: 1 })), /^progress\.byStatus/],
    ["an unknown lane", changed((copy) => Object.assign(copy.diff ?? {}, { lane: "fast" })), /^diff\.lane: /],
    ["a text for a number", changed((copy) => Object.assign(copy.progress, { kpis: "18" })), /^progress\.kpis: /],
    ["a very long text", changed((copy) => Object.assign(copy, { noBase: "x".repeat(20_001) })), /^noBase: /],
    ["something missing", changed((copy) => Reflect.deleteProperty(copy, "failures")), /^failures: /],
  ])("%s is said so", (_, json, why) => {
    const read = readReport(json);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.why).toMatch(why);
  });

  it("leaves out keys that it does not know", () => {
    const read = readReport(changed((copy) => Object.assign(copy, { body: "<img>" })));
    expect(read).toEqual({ ok: true, report });
  });
});
