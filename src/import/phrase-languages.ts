/** German and French target phrases, in the English words that have one meaning; everything else stays as it is. */

/** A number with what belongs to it: sign, separators, per cent sign and up to three words of a unit. */
const AMOUNT = String.raw`[-−+]?[\d.,  ]*\d(?: ?%)?`;
const YEAR_OR_DAY = String.raw`(?=(?:19|20)\d\d\b|\d{1,2}[./-]\d{1,2}[./-]\d{4})`;

/** What stands in a phrase, and what it says in English; tried in this order, each at most once. */
const WORDS: readonly (readonly [pattern: string, english: string])[] = [
  // Bounds
  ["^(?:mindestens|wenigstens|nicht weniger als|nicht unter)(?= )", "at least"],
  ["^(?:au moins|au minimum|pas moins de|(?:supérieure?|égale?) ou (?:supérieure?|égale?) à)(?= )", "at least"],
  ["^(?:höchstens|maximal|nicht mehr als|nicht über|bis zu)(?= )", "at most"],
  ["^(?:au plus|au maximum|pas plus de|jusqu['’]à|(?:inférieure?|égale?) ou (?:inférieure?|égale?) à)(?= )", "at most"],
  ["^(?:unter|weniger als|moins de|inférieure? à)(?= )", "below"],
  ["^(?:über|mehr als|plus de|supérieure? à)(?= )", "above"],
  [String.raw`^(?:zwischen|entre) (${AMOUNT}) (?:und|et) (?=\d)`, "between $1 and "],
  ["(?<=[\\d%] ?)(?: oder mehr| ou plus)(?= |$)", " or more"],
  ["(?<=[\\d%] ?)(?: oder weniger| ou moins)(?= |$)", " or less"],
  // Changes
  [`^um (${AMOUNT}) (?:senken|reduzieren|verringern|vermindern)(?= |$)`, "reduce by $1"],
  [`^um (${AMOUNT}) (?:erhöhen|steigern|ausbauen)(?= |$)`, "increase by $1"],
  ["^(?:senkung|reduktion|reduzierung|verringerung|rückgang) (?:um|von)(?= )", "reduce by"],
  ["^(?:steigerung|erhöhung|zunahme|wachstum) (?:um|von)(?= )", "increase by"],
  ["^(?:réduire|diminuer|baisser|réduction|diminution|baisse) de(?= )", "reduce by"],
  ["^(?:augmenter|accroître|augmentation|hausse|croissance) de(?= )", "increase by"],
  [String.raw`^(?:passer |von |de )+(${AMOUNT}) (?:auf|à) (?=\d)`, "$1 → "],
  // Times
  [`(?<=[\\d%\\p{L}] ?) bis (?:zum |ende |zum ende )?${YEAR_OR_DAY}`, " by "],
  [`(?<=[\\d%\\p{L}] ?) d['’]ici (?:à |au |fin |la fin (?:de )?)?${YEAR_OR_DAY}`, " by "],
  ["(?<=[\\d%\\p{L}] ?) (?:pro|par) (?:jahr|an|année)$", " per year"],
  ["(?<=[\\d%\\p{L}] ?) (?:pro|par) (?:monat|mois)$", " per month"],
  ["(?<=[\\d%\\p{L}] ?) (?:pro|par) (?:quartal|trimestre)$", " per quarter"],
  ["(?<=[\\d%\\p{L}] ?) (?:pro|par) (?:woche|semaine)$", " per week"],
];

const PATTERNS = WORDS.map(([pattern, english]) => [new RegExp(pattern, "iu"), english] as const);

/** The phrase with German and French words in English; the same text where it has none. */
export function inEnglish(phrase: string): string {
  return PATTERNS.reduce((text, [pattern, english]) => text.replace(pattern, english), phrase);
}
