import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noCounts } from "../../../src/progress/rollup.ts";
import { STATUSES } from "../../../src/progress/status.ts";
import { badgeSvg } from "../../../src/report/svg/badge.ts";
import { type Bullet, bulletEnd, bulletSvg, SMALL_BULLET } from "../../../src/report/svg/bullet.ts";
import { statusShapes } from "../../../src/report/svg/shapes.ts";
import { periodStrip, sparkline, statusStack } from "../../../src/report/svg/sparkline.ts";
import { readXml } from "../xml.ts";

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
const PLAIN: Bullet = {
  done: 0.5,
  planned: null,
  forecast: null,
  stretch: null,
  lines: null,
  isBudget: false,
  label: "50 %",
};

/** The horizontal extent of the part of a class, as shares of the width. */
function extent(bullet: Partial<Bullet>, part: string): readonly [number, number] | null {
  const svg = bulletSvg({ ...PLAIN, ...bullet }, SMALL_BULLET);
  const box = new RegExp(`<path class="${part}" d="M([\\d.]+) [\\d.]+H([\\d.]+)`).exec(svg);
  return box === null ? null : [Number(box[1]) / SMALL_BULLET.width, Number(box[2]) / SMALL_BULLET.width];
}

describe("a bullet bar", () => {
  it.each([
    ["actual from the start", {}, "a", [0, 0.5]],
    ["nothing where nothing is done", { done: 0 }, "a", null],
    ["nothing below the start", { done: -3 }, "a", null],
    ["the forecast on from the actual", { forecast: 0.75 }, "f", [0.5, 0.75]],
    ["no forecast that falls behind the actual", { forecast: 0.25 }, "f", null],
    ["the range off track", { planned: 0.8, lines: { atRisk: 0.75, onTrack: 0.95 } }, "z1", [0, 0.6]],
    ["the range at risk", { planned: 0.8, lines: { atRisk: 0.75, onTrack: 0.95 } }, "z2", [0.6, 0.76]],
    [
      "for a budget the best range first",
      { planned: 0.38, lines: { atRisk: 0.76, onTrack: 0.95 }, isBudget: true },
      "z3",
      [0, 0.4],
    ],
    [
      "for a budget the worst range last",
      { planned: 0.38, lines: { atRisk: 0.76, onTrack: 0.95 }, isBudget: true },
      "z1",
      [0.5, 1],
    ],
    ["a stretch target makes it longer", { stretch: 2 }, "a", [0, 0.25]],
  ] as const)("shows %s", (_, bullet, part, expected) => {
    expect(extent(bullet, part)).toEqual(expected);
  });

  it("ends at the target, or not far beyond it", () => {
    expect([bulletEnd(PLAIN), bulletEnd({ ...PLAIN, done: 1.2 }), bulletEnd({ ...PLAIN, done: 9 })]).toEqual([
      1, 1.2, 1.4,
    ]);
  });

  it("points to values beyond its edges", () => {
    expect(bulletSvg({ ...PLAIN, done: 9 }, SMALL_BULLET)).toContain('class="c"');
    expect(bulletSvg({ ...PLAIN, done: -1 }, SMALL_BULLET)).toContain('class="c"');
    expect(bulletSvg(PLAIN, SMALL_BULLET)).not.toContain('class="c"');
  });

  it("is well-formed whatever its shares are", () => {
    const share = fc.double({ min: -1e300, max: 1e300, noNaN: true });
    fc.assert(
      fc.property(
        share,
        fc.option(share),
        fc.option(share),
        fc.option(share),
        fc.boolean(),
        fc.string(),
        (...given) => {
          const [done, planned, forecast, stretch, isBudget, label] = given;
          const lines = { atRisk: 0.75, onTrack: 0.95 };
          const svg = bulletSvg({ done, planned, forecast, stretch, lines, isBudget, label }, SMALL_BULLET);
          expect(svg).not.toMatch(/NaN|Infinity|undefined/);
          expect(readXml(XML + svg).name).toBe("svg");
        },
      ),
    );
  });
});

describe("tiny pictures", () => {
  it("show the course of at least two values", () => {
    expect(sparkline([1])).toBe("");
    expect(sparkline([1, 3, 2])).toContain('d="M3 21L48 3L93 12"');
    expect(sparkline([5, 5])).toContain('d="M3 12L93 12"');
  });

  it("show periods by shape", () => {
    const strip = periodStrip(["held", "missed", "unknown", "held"], 'held in 2 of "4"');
    expect(strip).toContain('aria-label="held in 2 of &quot;4&quot;"');
    expect([...strip.matchAll(/class="(\w+)" d="/g)].map(([, kind]) => kind)).toEqual(["held", "missed", "unknown"]);
    expect(periodStrip([], "none")).not.toContain("<path");
  });

  it("divide a bar by status, the worst first, to its end", () => {
    const stack = statusStack({ ...noCounts(), "on-track": 3, missed: 1 }, "1 missed, 3 on track");
    expect([...stack.matchAll(/class="k-([\w-]+)"/g)].map(([, status]) => status)).toEqual(["missed", "on-track"]);
    expect(stack).toMatch(/M81\.5 0h238\.5v/);
    expect(statusStack(noCounts(), "none")).toBe("");
  });
});

describe("badges", () => {
  it.each(STATUSES)("show %s as shape, word and colour", (status) => {
    const svg = badgeSvg({ label: "nps", message: status, status });
    expect(svg).toContain(statusShapes[status]);
    expect(svg).toContain(`>${status}</text>`);
    expect(svg).toContain(`<title>nps: ${status}</title>`);
  });

  it("have colours on which white text can be read", () => {
    for (const status of STATUSES) {
      const [, colour = ""] = /<path fill="(#\w+)" d="M\d+ 0h/.exec(badgeSvg({ label: "", message: "", status })) ?? [];
      expect(contrastWithWhite(colour)).toBeGreaterThan(4.5);
    }
  });

  it("are well-formed and not too long, whatever they say", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), (label, message) => {
        const svg = badgeSvg({ label, message, status: null });
        const root = readXml(XML + svg.trimEnd());
        expect(Number(root.attributes.width)).toBeLessThan(1600);
      }),
    );
  });
});

/** Contrast of a colour with white, from 1 to 21 (WCAG 2, relative luminance). */
function contrastWithWhite(colour: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 1.05 / (0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5) + 0.05);
}
