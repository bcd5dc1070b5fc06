import { describe, expect, it } from "vitest";
import { nearestTo } from "../../src/text/nearest.ts";

describe("the nearest name", () => {
  it.each<[string, string[], string | null]>([
    ["g2", ["g1", "growth"], "g1"],
    ["no", ["g1"], null],
    ["no", ["on"], null],
    ["n", ["m"], null],
    ["mxa", ["max"], "max"],
    ["abc", ["xyz"], null],
    ["happy-custmers", ["happy-customers", "growth"], "happy-customers"],
    ["gap", ["data/gap", "data/late"], "data/gap"],
    ["gap", [], null],
  ])("to %s among %j: %s", (name, names, expected) => {
    expect(nearestTo(name, names)).toBe(expected);
  });
});
