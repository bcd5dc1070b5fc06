import { describe, expect, it } from "vitest";
import { localeOf } from "../../../src/report/html/locale.ts";
import { parseDay } from "../../../src/workspace/day.ts";

const day = parseDay("2026-06-30") ?? 0;

describe("figures of the product's sentences", () => {
  it.each([
    ["en", "48,200 → 60,250.5 visits", "48,200 → 60,250.5 visits"],
    ["de", "48,200 → 60,250.5 visits", "48.200 → 60.250,5 visits"],
    ["de", "(-1,234.5 − 0) / 2.50", "(-1.234,5 − 0) / 2,50"],
    ["de", "0.95 ≤ the pace, 12 of 13", "0,95 ≤ the pace, 12 of 13"],
    ["fr", "1,234,567.8", "1\u202f234\u202f567,8"],
    ["en-IN", "1,234,567.8", "12,34,567.8"],
    ["ar-EG", "1,234.5", "1,234.5"],
    ["de", "in v1.2.3 of nps-2.5 and 10.0.0.1 and PM2.5", "in v1.2.3 of nps-2.5 and 10.0.0.1 and PM2.5"],
    ["de", "2026-06-30: 68.5; 30 June 2026", "30.06.2026: 68,5; 30.06.2026"],
    ["en-GB", "last on 2026-06-30", "last on 30 Jun 2026"],
    ["en", "every month from 2026-13-45", "every month from 2026-13-45"],
    ["de", "kpi-2026-06-30-b and 2026-06-301", "kpi-2026-06-30-b and 2026-06-301"],
    ["de", "2 values, in data/2026-06-30.csv", "2 values, in data/2026-06-30.csv"],
    ["de", "99,999,999,999,999,999.5", "99.999.999.999.999.999,5"],
  ])("in %s: %s", (tag, sentence, expected) => {
    expect(localeOf(tag).figures(sentence)).toBe(expected);
  });
});

describe("dates", () => {
  it.each([
    ["en", "Jun 30, 2026"],
    ["en-GB", "30 Jun 2026"],
    ["de", "30.06.2026"],
    ["ja", "2026/06/30"],
  ])("in %s are %s", (tag, expected) => {
    expect(localeOf(tag).day(day)).toBe(expected);
    expect(localeOf(tag).dateText("2026-06-30")).toBe(expected);
  });

  it("stay as they are where they are none", () => {
    expect(localeOf("de").dateText("last spring")).toBe("last spring");
    expect(localeOf("en").day(200_000_000)).toMatch(/^\+\d{6}-\d\d-\d\d$/);
  });

  it("on axes are as short as their distance allows", () => {
    const { tick } = localeOf("en");
    expect([tick(day, 7), tick(day, 31), tick(day, 365)]).toEqual(["Jun 30", "Jun 26", "2026"]);
  });
});

describe("the language of the page", () => {
  it.each([
    ["en-GB", "en-GB", "en-GB"],
    ["de", "de", "en"],
    ["EN-gb", "en-GB", "en-GB"],
  ])("for %s", (tag, locale, language) => {
    expect(localeOf(tag)).toMatchObject({ tag: locale, language });
  });

  it("is refused where it is no tag", () => {
    expect(() => localeOf("not a tag")).toThrow(RangeError);
  });
});
