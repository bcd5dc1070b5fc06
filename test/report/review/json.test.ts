import { describe, expect, it } from "vitest";
import { reviewReporters } from "../../../src/report/review/formats.ts";
import { context, portfolio, portfolioWith, reviewed } from "./fixture.ts";
import { HOSTILE, scenarios } from "./scenarios.ts";

/** The contract's own sample; new keys may be added behind these, none changed. */
const SAMPLE = {
  schemaVersion: 1,
  base: "…",
  head: "…",
  asOf: "…",
  lane: "definition",
  summary: { errors: 0, warnings: 1, infos: 2, eased: 1, easedWithoutReason: 0, tightened: 0, kpisChanged: 1 },
  changes: [
    {
      ruleId: "diff/target-eased",
      severity: "warning",
      entity: { kind: "kpi", id: "nps-2026" },
      field: "target",
      before: "75",
      after: "72",
      resolvedBefore: 75,
      resolvedAfter: 72,
      unit: "points",
      reason: "…",
      message: "…",
      file: "kpi.yaml",
      range: {},
    },
  ],
  effects: [
    {
      kpi: "nps-2026",
      before: { status: "at-risk", attainment: 0.4615, pace: 0.9307 },
      definitionOnly: { status: "on-track", attainment: 0.6, pace: 1.2099 },
      dataOnly: { status: "at-risk", attainment: 0.4615, pace: 0.9307 },
      after: { status: "on-track", attainment: 0.6, pace: 1.2099 },
      cause: "definition",
    },
  ],
};

const { result } = await scenarios["eased-with-reason"]();
const json = JSON.parse(reviewReporters.json(result, context));

/** Keys of `value` that the sample has, in their order. */
function keysOf(value: object, sample: object): readonly string[] {
  return Object.keys(value).filter((key) => Object.hasOwn(sample, key));
}

describe("the public contract", () => {
  const [change] = SAMPLE.changes;
  const [effect] = SAMPLE.effects;

  it.each([
    ["the whole", json, SAMPLE],
    ["the summary", json.summary, SAMPLE.summary],
    ["a change", json.changes[0], change],
    ["its entity", json.changes[0].entity, change?.entity],
    ["an effect", json.effects[0], effect],
    ["a side of an effect", json.effects[0].before, effect?.before],
    ["the other sides", json.effects[0].definitionOnly, effect?.definitionOnly],
    ["the range", json.changes[0].range, { start: 0, end: 0 }],
    ["a position", json.changes[0].range.start, { line: 0, column: 0, offset: 0 }],
  ])("%s has its keys in their order", (_, value, sample) => {
    expect(keysOf(value, sample ?? {})).toEqual(Object.keys(sample ?? {}));
  });

  it("adds keys and nothing else", () => {
    expect(Object.keys(json).slice(8)).toEqual(["unread", "unreadInBase"]);
    expect(Object.keys(json.changes[0]).slice(13)).toEqual(
      "side asksReason eases tightens isData messageId kpis url".split(" "),
    );
    expect(Object.keys(json.effects[0]).slice(6)).toEqual(["fromEdit", "fromData", "title"]);
  });

  it("gives the change of the sample", () => {
    const eased = json.changes.find(({ ruleId }: { ruleId: string }) => ruleId === "diff/target-eased");
    const { reason, message, range, file, ...rest } = change ?? {};
    expect(eased).toMatchObject(rest);
    expect(eased.reason).toBe("the new contract keeps small customers for a year longer");
    expect(eased.message).toBe("The target is eased: 75 points → 72 points.");
    const text = portfolioWith(["    target: 75\n", "    target: 72\n"])["kpis/company.kpi.yaml"] ?? "";
    expect(text.slice(eased.range.start.offset, eased.range.end.offset)).toBe("72");
  });

  it("gives the effect of the sample, in full doubles", () => {
    const [{ before, definitionOnly, dataOnly, after, cause, fromEdit, fromData }] = json.effects;
    expect(before.attainment).toBe(6 / 13);
    expect(before).toEqual(dataOnly);
    expect(after).toEqual(definitionOnly);
    expect([before.status, after.status, cause]).toEqual(["at-risk", "on-track", "definition"]);
    expect(before.pace).toBeCloseTo(0.9307, 4);
    expect(after.attainment).toBe(0.6);
    expect(after.pace).toBeCloseTo(1.2099, 4);
    expect([fromEdit, fromData]).toEqual([0.6 - 6 / 13, 0]);
  });
});

it("says null where nothing is known", async () => {
  const { result: bare } = await reviewed(portfolio, portfolioWith(["    target: 75\n", "    target: 72\n"]));
  const parsed = JSON.parse(reviewReporters.json(bare, context));
  expect(parsed.changes.map(({ reason }: { reason: unknown }) => reason)).toEqual([null, null]);
  const config = await scenarios["other-lines"]();
  const [change] = JSON.parse(reviewReporters.json(config.result, context)).changes;
  expect(change.entity).toBeNull();
});

it("holds every text exactly and shows none that is hidden", async () => {
  const { result: hostile } = await scenarios.hostile();
  const named = { ...hostile, names: { base: HOSTILE, head: HOSTILE }, unread: [HOSTILE] };
  const text = reviewReporters.json(named, context);
  expect(text).toMatch(/^[\P{Cc}\n]*$/u);
  expect(text).not.toMatch(/\u202e|\u200b|##\[/);
  const parsed = JSON.parse(text);
  expect([parsed.base, parsed.head, ...parsed.unread]).toEqual([HOSTILE, HOSTILE, HOSTILE]);
  expect(parsed.changes.map(({ reason }: { reason: unknown }) => reason)).toContain(HOSTILE);
  expect(text.endsWith("}\n")).toBe(true);
});
