/** Units as imported files write them, and whether two of them are the same. */

const CURRENCIES: ReadonlyMap<string, string> = new Map([
  ["€", "EUR"],
  ["£", "GBP"],
  ["₹", "INR"],
  ["US$", "USD"],
  ["CA$", "CAD"],
  ["C$", "CAD"],
  ["AU$", "AUD"],
  ["A$", "AUD"],
  ["NZ$", "NZD"],
  ["euro", "EUR"],
  ["euros", "EUR"],
]);

const PERCENT = /^(?:%|percent|per cent|percentage|percentages|pct\.?|in %|in percent)$/i;
const BOOLEAN = /^(?:boolean|bool|yes\/no|y\/n|true\/false|done|milestone|binary)$/i;
/** Says only that something is counted. */
const COUNT = /^(?:#|n|no\.?|nr\.?|num|number|numbers|count|counts|quantity|integer|numeric|units?)$/i;
const NOTHING = /^(?:-|n\/?a|none|null)?$/i;

/** A unit in the format's own words; null for a text that names none. */
export function canonicalUnit(text: string): string | null {
  const unit = text
    .normalize("NFKC")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^\((.*)\)$/, "$1");
  if (NOTHING.test(unit)) return null;
  if (PERCENT.test(unit)) return "%";
  if (BOOLEAN.test(unit)) return "boolean";
  return CURRENCIES.get(unit) ?? CURRENCIES.get(unit.toLowerCase()) ?? unit;
}

/** Whether a unit says only that something is counted. */
export function isCount(unit: string): boolean {
  return COUNT.test(unit);
}

/** Whether two units are one, singular or plural, whatever their case. */
export function sameUnit(a: string, b: string): boolean {
  return stem(a) === stem(b);
}

const TIMES: ReadonlyMap<string, string> = new Map([
  ["s", "second"],
  ["sec", "second"],
  ["min", "minute"],
  ["mins", "minute"],
  ["h", "hour"],
  ["hr", "hour"],
  ["hrs", "hour"],
  ["d", "day"],
  ["yr", "year"],
  ["yrs", "year"],
  ["ms", "millisecond"],
]);

function stem(unit: string): string {
  const lower = unit.toLowerCase().replace(/\.$/, "");
  return TIMES.get(lower) ?? lower.replace(/ies$/, "y").replace(/(?<=[^s])s$/, "");
}

/** Whether a unit is one of time, for phrases such as "within 5 days". */
export function isTime(unit: string): boolean {
  return /(?:^| )(?:millisecond|second|minute|hour|day|week|month|quarter|year)$/.test(stem(unit));
}
