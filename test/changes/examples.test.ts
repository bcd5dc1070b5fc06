import { readdirSync } from "node:fs";
import * as path from "node:path";
import { describe, expect, it } from "vitest";
import type { Change } from "../../src/changes/change.ts";
import { verdictLevels } from "../../src/changes/levels.ts";
import { verdicts } from "../../src/changes/verdicts/index.ts";
import { type Message, strictLevel } from "../../src/rules/define.ts";
import { good } from "../../src/rules/examples.ts";
import { changesOfExample, type Files, review } from "./review.ts";
import { cases } from "./vector-cases.ts";

/** Every id of the catalogue of changes, and two of our own: what ended in time, and what else the config says. */
const CATALOGUE = `
  target-eased target-raised deadline-extended deadline-shortened start-moved baseline-moved
  metric-redefined definition-reworded unit-changed direction-flipped kpi-switched-metric objective-relinked
  kpi-removed-early kpi-renamed kpi-relaunched kpi-added goal-added metric-added metric-removed draft-removed
  goal-removed goal-redefined history-rewritten backfilled data-added threshold-loosened rule-weakened
  owner-dropped owner-changed guardrail-removed guardrail-eased plan-backloaded
  review-slowed cadence-lowered weight-changed type-changed text-changed
  status-by-definition near-deadline mixed-lanes
  kpi-closed config-changed
`
  .trim()
  .split(/\s+/)
  .map((name) => `diff/${name}`);

/** Those that are no more than told: with every other one, a review that knows no reason says `warning`. */
const INFORMS = new Set(
  `target-raised deadline-shortened definition-reworded kpi-renamed kpi-added goal-added metric-added metric-removed
  draft-removed backfilled data-added owner-changed review-slowed cadence-lowered weight-changed type-changed
  text-changed mixed-lanes kpi-closed config-changed`
    .split(/\s+/)
    .map((name) => `diff/${name}`),
);
/** A goal that is redefined warns, and nobody has to say why. */
const NEEDS_NO_REASON = new Set([...INFORMS, "diff/goal-redefined"]);

const folder = path.join(import.meta.dirname, "../../src/changes/verdicts");
const textOf = (message: Message): string => (typeof message === "string" ? message : message.text);

describe("the catalogue", () => {
  it("is there, every id once", () => {
    expect(verdicts.map(({ id }) => id).sort()).toEqual([...CATALOGUE].sort());
  });

  it("has a file for every id, and no other", () => {
    const files = readdirSync(folder).filter((file) => file !== "index.ts");
    expect(verdicts.map(({ id }) => `${id.slice("diff/".length)}.ts`).sort()).toEqual(files.sort());
  });

  it("has one list of levels for the config", () => {
    expect(verdictLevels.map(({ id, level }) => [id, level])).toEqual(verdicts.map(({ id, level }) => [id, level]));
    expect(verdictLevels.map(({ asksReason }) => asksReason)).toEqual(verdicts.map(({ asksReason }) => asksReason));
    for (const one of verdictLevels) expect(strictLevel(one, one.level), one.id).toBe(one.level);
  });
});

describe.each(verdicts.map((verdict) => [verdict.id, verdict] as const))("%s", (id, verdict) => {
  it("has the level of the catalogue, and asks for words where the catalogue does", () => {
    expect(verdict.level).toBe(INFORMS.has(id) ? "info" : "warning");
    expect(verdict.asksReason).toBe(!NEEDS_NO_REASON.has(id));
    expect([verdict.eases, verdict.tightens, verdict.isData].filter(Boolean).length).toBeLessThan(2);
  });

  it("says what it is about in one sentence, and why it matters in several", () => {
    expect(verdict.summary).toMatch(/^[A-Z][^.!?]*\.$/);
    expect(verdict.summary.length).toBeLessThan(100);
    expect(verdict.docs.match(/[.?](?=\s|$)/g)?.length ?? 0, verdict.docs).toBeGreaterThanOrEqual(2);
    expect(verdict.docs).toMatch(/\.$/);
    expect(verdict.docs).not.toContain("!");
  });

  it("says what happened in messages without a full stop", () => {
    expect(Object.keys(verdict.messages).length).toBeGreaterThan(0);
    for (const message of Object.values(verdict.messages)) {
      expect(textOf(message)).toMatch(/^(?:[A-Z]|\{\w+\})/);
      expect(textOf(message)).not.toMatch(/[.!;,]$/);
    }
  });

  it("is reported for its example, as an error where it asks for words", async () => {
    const [first, ...more] = await changesIn(verdict.example.before, verdict.example.after, verdict.example.asOf);
    const own = [first, ...more].filter((change) => change?.ruleId === id);
    expect(own).toHaveLength(1);
    const [change] = own;
    expect(change?.severity).toBe(verdict.asksReason ? "error" : verdict.level);
    expect(change?.asksReason).toBe(verdict.asksReason);
    expect(change?.reason).toBeNull();
    expect(change?.message).toMatch(/[^.]\.$/);
    const alone = await changesOfExample(verdict);
    if (verdict.derived === undefined) expect(alone).toEqual(own);
    else expect(alone.length).toBeLessThanOrEqual(1);
  });

  it("is silent where nothing changes", async () => {
    const { before, after, asOf } = verdict.example;
    expect(await changesIn(before, before, asOf)).toEqual([]);
    expect(await changesIn(after, after, asOf)).toEqual([]);
  });
});

async function changesIn(before: Files, after: Files, asOf: string | undefined): Promise<readonly Change[]> {
  return (await review({ before, after, ...(asOf === undefined ? {} : { asOf }) })).changes;
}

describe("messages", () => {
  const examples = verdicts.map(({ example }) => example);
  const vectors = Object.values(cases).flatMap(({ before, after, explained }) => [
    { before, after },
    { before, after: explained ?? after },
  ]);

  it("have no placeholder that nothing stands for, there and back", async () => {
    const seen = new Set<string>();
    const look = async (before: Files, after: Files, asOf?: string): Promise<void> => {
      for (const { ruleId, messageId, message } of await changesIn(before, after, asOf)) {
        seen.add(`${ruleId} ${messageId}`);
        expect(message).not.toMatch(/\{\w+\}|undefined|null|NaN|\[object/);
        expect(message).not.toMatch(/\.\.|\s\.$| {2}/);
      }
    };
    for (const { before, after, asOf } of [...examples, ...vectors.map((one) => ({ ...one, asOf: undefined }))]) {
      await look(before, after, asOf);
      await look(after, before, asOf);
      await look(good.files, after, asOf);
      await look(after, good.files, asOf);
    }
    expect(seen.size).toBeGreaterThan(verdicts.length);
  });
});
