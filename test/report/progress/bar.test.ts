import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { barOf, barText } from "../../../src/report/progress/bar.ts";

describe("bars", () => {
  it.each([
    [0, null, "░░░░░░░░ "],
    [1, null, "████████ "],
    [0.5, 0.5, "████|░░░░"],
    [0.46, 0.75, "███▋░░|░░"],
    [0.9, 0.25, "██|█████▏"],
    [-2, 0, "|░░░░░░░░"],
    [7, 1, "████████|"],
    [0.999999, 1, "███████▉|"],
  ])("of %d done and %d planned is %s", (done, planned, text) => {
    expect(barText(barOf(done, planned, 8, false))).toBe(text);
  });

  it.each([
    [0.46, 0.75, "###---|--"],
    [0.999, null, "#######- "],
  ])("of %d done and %d planned is %s in ASCII", (done, planned, text) => {
    expect(barText(barOf(done, planned, 8, true))).toBe(text);
  });

  it("always have the same width, and look full only where everything is done", () => {
    const share = fc.oneof(fc.double({ noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(
        share,
        fc.option(share),
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        (done, planned, cells, ascii) => {
          const text = barText(barOf(done, planned, cells, ascii));
          expect(text).toHaveLength(cells + 1);
          const full = (ascii ? "#" : "█").repeat(cells);
          expect(text.replace("|", "").trimEnd() === full).toBe(done >= 1);
        },
      ),
    );
  });
});
