/** Dates and labels in titles, whose digits are no values. */

const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const YEAR = "(?:19|20)\\d\\d";
const PERIOD = "(?:[QH][1-4]|FY|CY|W\\d\\d)";

/** Spellings of days and periods: `2026-07`, `31 December 2026`, `Q3 2026`, `FY26`, `2025/26`, `week 31`, `17:00`. */
const SPELLINGS = [
  `${YEAR}[-/ ](?:[QH][1-4]|W\\d\\d)`,
  `${YEAR}[-/.]\\d{1,2}(?:[-/.]\\d{1,2})?(?![\\d%])`,
  `\\d{1,2}[./-]\\d{1,2}[./-](?:\\d{4}|\\d{2})`,
  `\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}(?:,?\\s+${YEAR})?(?![\\w-])`,
  `${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s+${YEAR})?(?![\\w%.,]*\\d|\\s?%)`,
  `${MONTH}[\\s,/-]+${YEAR}`,
  `${PERIOD}(?:[\\s/,-]*(?:FY\\s?)?${YEAR}|[\\s/-]?(?:FY\\s?|['’])\\d\\d|[/-]\\d\\d)?(?:\\s?[/–-]\\s?\\d{2,4})?(?![\\w%])`,
  `FY\\s?(?:${YEAR}|\\d\\d)(?:\\s?[/–-]\\s?\\d{2,4})?`,
  `${YEAR}\\s?[/–-]\\s?(?:${YEAR}|\\d\\d)(?![\\d%])`,
  `['’]\\d\\d`,
  "(?:calendar\\s+)?weeks?\\s+\\d{1,2}(?!\\s*%)",
  "\\d{1,2}:\\d{2}(?:\\s?[ap]\\.?m\\.?)?",
  "\\d{1,2}\\s?[ap]\\.?m(?![\\w])\\.?",
].join("|");
/** What stands around is looked at once for all spellings, and most places fail at their first character. */
const DATES = new RegExp(`(?<![\\w.,])(?=[\\dqhfcwjmasond'’])(?:${SPELLINGS})(?!\\d)`, "gi");

/** Numbers that belong to a name, a rank, a look back or a denominator: `scope 3`, `ISO 9001`, `top 10`, `per 1,000`. */
const LABELS =
  /(?<![\w-])(?:scopes?|phases?|tiers?|levels?|priority|priorities|severity|sev|class|categor(?:y|ies)|type|stages?|steps?|waves?|version|sprint|iso(?:\/iec)?|iec|soc|en|din|article|section|part|lines?|zone|grades?|series|top|first|last|past|previous|prior|per|every|ages?|aged|industry|office|windows|web|group|band|chapter|rule|form|room|terminal|gate|pier|site|plant|block|route|channel|pages?|world|horizon|model|year|month|day|agenda|vision|strategy)\s+\d[\d.,]*(?:\s?[–-]\s?\d+)?(?![\d.,]*\d|\s?%)/gi;

/** Times of service that are no values. */
const SERVICE = /(?<![\w.,])24\s?[/x×]\s?7(?:\s?\/\s?365)?(?!\d)/gi;

const blank = (all: string): string => " ".repeat(all.length);

/** A title with dates blanked out, lengths kept; years alone stay, because they may be values. */
export function withoutDates(plain: string): string {
  return /\d/.test(plain) ? plain.replace(DATES, blank) : plain;
}

/** A title without dates and labels: what is left of its digits may be values. */
export function withoutLabels(plain: string): string {
  return /\d/.test(plain) ? withoutDates(plain).replace(LABELS, blank).replace(SERVICE, blank) : plain;
}
