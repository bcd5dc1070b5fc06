import { describe, expect, it } from "vitest";
import { reviewReporters } from "../../../src/report/review/formats.ts";
import { displayWidth } from "../../../src/text/display.ts";
import { scenarios } from "./scenarios.ts";

describe.each(Object.entries(scenarios))("%s", async (name, make) => {
  const { result, context } = await make();

  it.each([
    ["pretty", "golden.txt"],
    ["markdown", "golden.md"],
  ] as const)("as %s", async (format, ending) => {
    await expect(reviewReporters[format](result, context)).toMatchFileSnapshot(`golden/${name}.${ending}`);
  });

  it.each([40, 80, 120])("no line is wider than %i columns", (width) => {
    const lines = reviewReporters.pretty(result, { ...context, width }).split("\n");
    expect(lines.filter((line) => displayWidth(line) > width)).toEqual([]);
  });
});

describe("many changes over several entities", async () => {
  const { result, context } = await scenarios.many();

  it.each([
    ["narrow", { width: 40 }, "many-40.golden.txt"],
    ["wide", { width: 120 }, "many-120.golden.txt"],
    ["plain ASCII", { ascii: true }, "many-ascii.golden.txt"],
    ["quiet", { quiet: true }, "many-quiet.golden.txt"],
  ] as const)("as pretty, %s", async (_, more, file) => {
    await expect(reviewReporters.pretty(result, { ...context, ...more })).toMatchFileSnapshot(`golden/${file}`);
  });

  it("as pretty in colour with links, escapes written out", async () => {
    const shown = reviewReporters.pretty(result, { ...context, width: 120, colour: true, hyperlinks: true });
    await expect(shown.replaceAll("\u001b", "␛")).toMatchFileSnapshot("golden/many-colour.golden.txt");
  });

  it("as JSON", async () => {
    await expect(reviewReporters.json(result, context)).toMatchFileSnapshot("golden/many.golden.json");
  });
});
