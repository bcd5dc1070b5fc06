import { afterAll, describe, expect, it } from "vitest";
import { cases, type Files, vectors } from "../changes/vector-cases.ts";
import { kpi, type Run } from "../support/cli.ts";
import { PLAIN_ENV, TestRepository } from "../support/repository.ts";

interface Shown {
  readonly ruleId: string;
  readonly severity: string;
  readonly reason: string | null;
  readonly resolvedBefore: number | null;
  readonly resolvedAfter: number | null;
  readonly file: string;
  readonly range: { readonly start: { readonly line: number } };
}

interface Diff {
  readonly lane: string;
  readonly changes: readonly Shown[];
  readonly effects: readonly {
    readonly kpi: string;
    readonly before: { readonly status: string };
    readonly definitionOnly: { readonly status: string };
    readonly cause: string;
  }[];
}

const repositories: TestRepository[] = [];
afterAll(() => {
  for (const repository of repositories) repository.drop();
});

/** Commits two versions in a real repository, the second on a branch, and asks what the branch means. */
function diff(before: Files, after: Files, asOf: string): { readonly run: Run; readonly diff: Diff } {
  const repository = new TestRepository(before);
  repositories.push(repository);
  repository.git("switch", "-q", "-c", "change");
  for (const file of Object.keys(before)) if (!(file in after)) repository.git("rm", "-q", file);
  for (const [file, text] of Object.entries(after)) repository.write(file, text);
  repository.commit();
  const run = kpi(["diff", "main", "HEAD", "--as-of", asOf, "--format", "json"], {
    cwd: repository.path,
    env: PLAIN_ENV,
  });
  expect(run.err).toBe("");
  return { run, diff: JSON.parse(run.out) };
}

/** What follows from other changes and may stand beside them. */
const DERIVED = new Set(["diff/status-by-definition", "diff/near-deadline", "diff/mixed-lanes"]);

describe.each(vectors)("$id: $change", (vector) => {
  const made = cases[vector.id];
  if (made === undefined) throw new Error(`There is no case for ${vector.id}`);

  it("reports what is expected", () => {
    const { run, diff: shown } = diff(made.before, made.after, made.asOf);
    const own = shown.changes.filter(({ ruleId }) => !DERIVED.has(ruleId));
    expect([...new Set(own.map(({ ruleId }) => ruleId))].sort()).toEqual([...vector.expect].sort());
    for (const change of own) expect(change.range.start.line).toBeGreaterThan(0);
    expect(run.status).toBe(vector.needs_reason === true ? 1 : 0);
    const severities = new Set(own.map(({ severity }) => severity));
    expect(severities).toEqual(new Set(vector.expect.length === 0 ? [] : [vector.needs_reason ? "error" : "info"]));
    if (made.resolved !== undefined) {
      const [change] = own;
      expect(change?.resolvedBefore).toBeCloseTo(made.resolved[0], 9);
      expect(change?.resolvedAfter).toBeCloseTo(made.resolved[1], 9);
    }
  });

  if (vector.needs_reason !== true) return;
  it("passes with a reason", () => {
    if (made.explained === undefined) throw new Error("The case does not say how it is explained");
    const { run, diff: shown } = diff(made.before, made.explained, made.asOf);
    const own = shown.changes.filter(({ ruleId }) => vector.expect.includes(ruleId));
    expect(own.length).toBeGreaterThanOrEqual(vector.expect.length);
    for (const { severity, reason } of own) {
      expect(severity).toBe("warning");
      expect(reason).not.toBeNull();
    }
    expect(run.status).toBe(0);
  });
});

it("says how the status moved, and why", () => {
  const made = cases.D01;
  if (made === undefined) throw new Error("There is no case D01");
  const { diff: shown } = diff(made.before, made.after, made.asOf);
  expect(shown.effects).toMatchObject([
    { kpi: "nps-75", before: { status: "at-risk" }, definitionOnly: { status: "on-track" }, cause: "definition" },
  ]);
  expect(shown.changes.map(({ ruleId }) => ruleId)).toContain("diff/status-by-definition");
  expect(shown.lane).toBe("definition");
});

it("calls new values a check-in", () => {
  const made = cases.D16;
  if (made === undefined) throw new Error("There is no case D16");
  expect(diff(made.before, made.after, made.asOf).diff.lane).toBe("check-in");
});
