/** Dates and labels in spellings that are not read, and what was probably meant: for suggestions only. */

import { monthNamed, pad2, parseDay } from "./day.ts";

/** The date meant by another order or punctuation, a time dropped; null where day and month could be swapped. */
export function dateMeant(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed.length > 40) return null;
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ][\d:.]*(?:Z|[+-][\d:]+)?)?$/.exec(trimmed);
  if (yearFirst !== null) return realDate(yearFirst[1], yearFirst[2], yearFirst[3]);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(trimmed);
  if (dotted !== null) return realDate(dotted[3], dotted[2], dotted[1]);
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(trimmed);
  if (slashed === null) return null;
  const [, first, second, year] = slashed;
  if (Number(first) > 12) return realDate(year, second, first);
  return Number(second) > 12 ? realDate(year, first, second) : null;
}

function realDate(year = "", month = "", day = ""): string | null {
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return parseDay(text) === null ? null : text;
}

/** The label meant by another order, case or punctuation: `Q3 2026`, `2026q3`, `July 2026`, `2026/7`, `FY 26`. It may name no real period. */
export function labelMeant(text: string): string | null {
  const upper = text.trim().toUpperCase();
  if (upper.length > 20) return null;
  const yearFirst = /^(FY)?[ -]?(\d{4})[ -]?(Q[1-4]|H[12]|W\d{1,2})?$/.exec(upper);
  if (yearFirst !== null) return joinLabel(yearFirst[1], yearFirst[2], yearFirst[3]);
  const yearLast = /^(Q[1-4]|H[12]|W\d{1,2})[ /-]?(FY)?[ -]?(\d{4})$/.exec(upper);
  if (yearLast !== null) return joinLabel(yearLast[2], yearLast[3], yearLast[1]);
  const shortFiscal = /^FY[ -]?(\d\d)$/.exec(upper);
  if (shortFiscal !== null) return `FY20${shortFiscal[1]}`;
  const numbered = /^(\d{4})[-/. ](\d{1,2})$/.exec(upper) ?? /^(\d{1,2})[-/. ](\d{4})$/.exec(upper);
  if (numbered !== null) {
    const [, first = "", second = ""] = numbered;
    return first.length === 4 ? joinLabel("", first, second) : joinLabel("", second, first);
  }
  const named = /^([A-Z]+)\.? (\d{4})$/.exec(upper);
  const month = named === null ? null : monthNamed(named[1] ?? "");
  return month === null ? null : `${named?.[2]}-${pad2(month)}`;
}

function joinLabel(fiscal = "", year = "", part = ""): string {
  const padded = part.startsWith("W")
    ? `W${part.slice(1).padStart(2, "0")}`
    : /^\d/.test(part)
      ? part.padStart(2, "0")
      : part;
  return `${fiscal}${year}${padded === "" ? "" : `-${padded}`}`;
}
