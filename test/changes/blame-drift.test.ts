import { describe, expect, it } from "vitest";
import { edited } from "../support/life.ts";
import { FILE, life, NONE } from "./life.ts";

describe("the drift", () => {
  const target = (written: string): string => edited(FILE, ["target: 75", `target: ${written}`]);
  const lower = (text: string): string => edited(text, ["    unit: points", "    better: lower\n    unit: points"]);

  it.each<[string, string, string, object]>([
    ["nothing", FILE, FILE, { way: "same", change: 0, percent: 0 }],
    ["easier", FILE, target("72"), { way: "easier", change: -3, percent: -4 }],
    ["harder", FILE, target("90"), { way: "harder", change: 15, percent: 20 }],
    ["lower is better", lower(target("50")), lower(target("60")), { way: "easier", change: 10, percent: 20 }],
    ["from zero", lower(target("0")), lower(target("5")), { way: "easier", change: 5, percent: null }],
    ["a range", target("{ min: 60, max: 70 }"), target("{ min: 55, max: 70 }"), { way: "easier", change: null }],
    ["both bounds", target("{ min: 60, max: 70 }"), target("{ min: 55, max: 65 }"), { way: "both" }],
    ["another kind", FILE, target("{ min: 60 }"), { way: "easier", change: null, percent: null }],
    ["another metric", FILE, edited(FILE, ["metric: nps", "metric: csat"]), { way: null, change: null }],
    ["another direction", FILE, lower(FILE), { way: null, change: null }],
    ["another unit", FILE, edited(FILE, ["unit: points", "unit: score"]), { way: null, change: null }],
  ])("of %s", async (_, first, last, drift) => {
    expect((await life(first, last)).drift?.target).toMatchObject(drift);
  });

  it("counts days, easings and tightenings since it was first active", async () => {
    const draft = edited(FILE, ["    target", "    state: draft\n    target"]);
    const later = edited(FILE, ["timeframe: 2026", "timeframe: { start: 2026-01-01, end: 2027-01-10 }"]);
    const { drift } = await life(draft, FILE, target("70"), target("74"), later);
    expect(drift).toMatchObject({
      since: { id: "c1" },
      deadlineDays: 10,
      easings: 2,
      easingsWithoutReason: 2,
      tightenings: 2,
      target: { way: "same" },
    });
  });

  it("goes to the last version of one that is gone", async () => {
    const found = await life(FILE, target("70"), NONE);
    expect(found).toMatchObject({ now: null, last: { target: "70" }, drift: { target: { change: -5 } } });
  });

  it("is none for one that was never active", async () => {
    expect((await life(edited(FILE, ["    target", "    state: draft\n    target"]))).drift).toBeNull();
  });

  it("knows no days where a window has no end", async () => {
    const open = edited(FILE, ["timeframe: 2026", "timeframe: { every: monthly, start: 2026-01-01 }"]);
    expect((await life(FILE, open)).drift).toMatchObject({ deadlineDays: null, last: { end: null } });
  });
});

describe("where the history ends", () => {
  it("a KPI is first seen, not created, and once", async () => {
    const other = edited(FILE, ["@cx", "@b"]);
    const found = await life(
      { text: FILE, isEdge: true },
      { text: other, parents: [], isEdge: true },
      edited(other, ["target: 75", "target: 70"]),
    );
    expect(found.entries.map(({ isEdge, changes }) => [isEdge, changes.length])).toEqual([
      [true, 0],
      [false, 1],
    ]);
    expect(found.drift).toMatchObject({ since: { id: "c0" }, target: { change: -5 } });
  });
});

describe("targets over time", () => {
  it("are those of the line that others are merged into, while they compare", async () => {
    const csat = edited(FILE, ["metric: nps", "metric: csat"]);
    const { levels } = await life(
      csat,
      FILE,
      edited(FILE, ["@cx", "@b"]),
      edited(FILE, ["target: 75", "target: 70"]),
      NONE,
    );
    expect(levels).toEqual([
      { date: "2026-02-10", target: 75 },
      { date: "2026-04-10", target: 70 },
      { date: "2026-05-10", target: null },
    ]);
  });
});
