/** GitHub takes only so much: what is longer is cut where a reader can still follow, and says so. */

import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { edited, KPIS } from "./support/kpis.ts";
import type { StepResult } from "./support/runner.ts";
import { stage } from "./support/scene.ts";

const on = stage();

const COUNT = 500;
/** As many KPIs as that, each with a long title and a reason in letters of three bytes each. */
function many(count: number, target: number, reason: string): string {
  const [head = "", kpi = ""] = KPIS.split("  nps-2026:\n");
  const changes = `    changes: [{ date: 2026-08-15, field: target, reason: ${reason} }]\n`;
  const one = (i: number) => {
    const title = `Customers number ${i} recommend us to others, ${"日本語 ".repeat(25)}`;
    const text = edited(kpi, ["target: 75", `target: ${target}`], ["Customers recommend us to others", title]);
    return `  nps-${i}:\n${text}${reason === "" ? "" : changes}`;
  };
  return head + Array.from({ length: count }, (_, i) => one(i)).join("");
}

/** Rows of one table have as many cells as its head, every fold is closed, and every fence too. */
function expectWhole(markdown: string): void {
  let columns = 0;
  for (const line of markdown.split("\n")) {
    if (!line.startsWith("|")) {
      columns = 0;
      continue;
    }
    const cells = line.split("|").length;
    expect(line.endsWith("|")).toBe(true);
    if (columns > 0) expect(cells).toBe(columns);
    columns = cells;
  }
  const times = (pattern: RegExp) => markdown.match(pattern)?.length ?? 0;
  expect(times(/<details>/g)).toBe(times(/<\/details>/g));
  expect(times(/<summary>/g)).toBe(times(/<\/summary>/g));
  expect(times(/^```/gm) % 2).toBe(0);
  expect(Buffer.from(markdown).toString()).toBe(markdown); // no half of a pair
}

it("more errors than GitHub shows leave room for why the run fails", async () => {
  const wrong = Array.from({ length: 15 }, (_, i) => `  k${i}: { title: Number ${i}, goal: none-${i}, metric: nps }\n`);
  const { run } = await on.scene({ change: KPIS + wrong.join("") });
  const { annotations } = await run({ "fail-on-change": "target-eased" });
  const errors = annotations.filter(({ level }) => level === "error");
  expect(errors).toHaveLength(10);
  expect(errors[0]).toMatchObject({
    file: null,
    message: expect.stringMatching(/ among the findings \(fail-on: error\)$/),
  });
  expect(errors.filter(({ file }) => file !== null)).toHaveLength(8);
  expect(errors.at(-1)?.message).toMatch(/^\d+ more errors than GitHub shows here; the job summary has the rest\.$/);
  expect(annotations.filter(({ level }) => level === "warning").length).toBeLessThanOrEqual(10);
});

describe(`${COUNT} changed KPIs`, () => {
  let result: StepResult;
  let comment: string;
  let sarif: string;

  beforeAll(async () => {
    const reason = "理由".repeat(3000);
    const scene = await on.scene({
      base: { "kpi.yaml": many(COUNT, 75, "") },
      change: many(COUNT, 70, reason).replace("World", "word"),
    });
    result = await scene.run({ "sarif-file": "kpi.sarif", annotate: "all" });
    comment = (await scene.comments())[0]?.body ?? "";
    sarif = scene.workspace.join("kpi.sarif");
  });

  it("fit into a comment, cut at whole rows", () => {
    expect(result.outputs).toMatchObject({ "comment-action": "created", "eased-targets": `${COUNT}` });
    expect(comment.length).toBeLessThanOrEqual(60_000);
    expect(comment.length).toBeGreaterThan(30_000);
    expect(comment).toContain(`${COUNT} KPIs change meaning`);
    expect(comment).toMatch(/\d+ more/);
    expectWhole(comment);
  });

  it("fit into the summary", () => {
    expect(Buffer.byteLength(result.summary)).toBeLessThanOrEqual(1_000_000);
    expect(result.summary.length).toBeGreaterThan(60_000);
    expectWhole(result.summary);
  });

  it("have nine annotations of a level and one that counts the others", () => {
    const warnings = result.annotations.filter(({ level }) => level === "warning");
    expect(warnings).toHaveLength(10);
    expect(warnings.slice(0, 9).every(({ file, line }) => file === "kpi.yaml" && (line ?? 0) >= 1)).toBe(true);
    expect(warnings.at(-1)?.message).toMatch(
      /^\d[\d,]* more warnings than GitHub shows here; the job summary has the rest\.$/,
    );
    for (const level of ["error", "notice"]) {
      expect(result.annotations.filter((one) => one.level === level).length).toBeLessThanOrEqual(10);
    }
    for (const { message } of result.annotations) expect(message.length).toBeLessThanOrEqual(4000);
    expect(Math.max(...warnings.map(({ message }) => message.length))).toBe(4000);
    expect(result.stdout.length).toBeLessThan(200_000);
  });

  it("leave a report that a second workflow can read", () => {
    const report = result.tempFiles[result.outputs["report-json"] ?? ""] ?? "";
    expect(report.length).toBeLessThan(5_000_000);
    expect(JSON.parse(report).diff.changes.length).toBeGreaterThanOrEqual(COUNT);
  });

  it("are no findings for code scanning", () => {
    expect(JSON.parse(readFileSync(sarif, "utf8")).runs[0].results.length).toBeGreaterThan(0);
  });
});

describe("thousands of findings", () => {
  const BROKEN = `version: 1\nkpis:\n${Array.from({ length: 1200 }, (_, i) => `  k${i}: { title: World-class number ${i} }\n`).join("")}`;
  let result: StepResult;
  let sarif: { readonly runs: readonly { readonly results: readonly SarifResult[]; readonly invocations: object[] }[] };

  interface SarifResult {
    readonly level: string;
    readonly partialFingerprints: Readonly<Record<string, string>>;
    readonly locations: readonly {
      readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
    }[];
  }

  beforeAll(async () => {
    const scene = await on.scene({ base: { "kpi.yaml": KPIS }, change: { "teams/a b/x.kpi.yaml": BROKEN } });
    result = await scene.run({ "sarif-file": "kpi.sarif" });
    sarif = JSON.parse(readFileSync(scene.workspace.join("kpi.sarif"), "utf8"));
  });

  it("are at most 5,000 results for code scanning, the worst ones, each with a fingerprint and a relative address", () => {
    const { results = [], invocations } = sarif.runs[0] ?? {};
    expect(Number(result.outputs.errors)).toBeGreaterThan(5000);
    expect(results).toHaveLength(5000);
    expect(new Set(results.map(({ level }) => level))).toEqual(new Set(["error"]));
    expect(results.every(({ partialFingerprints: prints }) => Object.values(prints)[0] !== "")).toBe(true);
    expect(new Set(results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri))).toEqual(
      new Set(["teams/a%20b/x.kpi.yaml"]),
    );
    expect(JSON.stringify(invocations)).toMatch(/5,000 of [\d,]+ findings are listed here/);
  });

  it("have nine annotations of each level, why the run fails among them, and one that counts the others", () => {
    const of = (level: string) => result.annotations.filter((one) => one.level === level && one.message !== undefined);
    expect(of("error").filter(({ file }) => file !== null)).toHaveLength(8);
    expect(of("error")[9]?.message).toBe(
      `${(Number(result.outputs.errors) - 8).toLocaleString("en")} more errors than GitHub shows here; the job summary has the rest.`,
    );
  });

  it("fit into the comment and the summary", async () => {
    expectWhole(result.summary);
    expect(Buffer.byteLength(result.summary)).toBeLessThanOrEqual(1_000_000);
    expect(result.summary).toMatch(/more findings/);
  });
});
