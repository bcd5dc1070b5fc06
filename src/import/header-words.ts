/** Words that headers of indicator tables say fields with: scorecards, results frameworks, OKRs; in three languages. */

import { CSV_FIELDS, type CsvField } from "./fields.ts";

/** A field that one column has, other than the target, whose header may name a period as well. */
type WordField = Exclude<CsvField, "values" | "target">;

/** Fields whose own name is their best header; a target may be one of several, so that its header is looked at first. */
export const OWN_NAMES: ReadonlyMap<string, WordField> = new Map(
  (Object.keys(CSV_FIELDS) as CsvField[]).flatMap((field): [string, WordField][] =>
    field === "values" || field === "target" ? [] : [[field.replaceAll("-", " "), field]],
  ),
);

const INDICATOR = "(?:indicator|measure|metric|kpi)";
const KINDS =
  "(?:key |main |core )?(?:(?:performance|result|departmental result|program(?:me)?|outcome|output|impact|success|quality|strategic|smart|objectively verifiable) )?";
const WHOSE =
  "(?:strategic|business|company|corporate|team|organi[sz]ational|departmental|program(?:me)?|project|policy|development|overall|specific|key|operational|annual|high level)";
const BODY =
  "(?:person|people|party|team|officer|official|manager|executive|director|unit|business unit|department|agency|ministry|office|organi[sz]ation|directorate|division|branch|entity|body|role|individual)s?";
const HOW_OFTEN = "(?:frequency|cadence|interval)";

/**
 * Fields with the headers that say them, in lower case and without accents, units and punctuation. Of two columns that
 * say one field, the one with the earlier words has it. A header whose meaning depends on the table has no place here.
 */
const WORDS: readonly (readonly [field: WordField, words: string])[] = [
  [
    "title",
    `${KINDS}(?:indicator|kpi)s?|(?:key|performance|success) measures?|key results?|krs?|ovis?|measures? of success`,
  ],
  [
    "title",
    `${KINDS}(?:indicator|measure|kpi) (?:name|title|statement)|kr (?:name|title)|name of (?:the )?${INDICATOR}`,
  ],
  [
    "title",
    "indicateurs?(?: (?:cles? )?de (?:performance|resultat|rendement|suivi))?|(?:nom|intitule|libelle) de l indicateur",
  ],
  [
    "title",
    "kennzahl(?:en)?|indikator(?:en)?|messgrosse|(?:leistungs|erfolgs)indikator|(?:name|bezeichnung) der kennzahl",
  ],
  ["title", "title|name|measures?|what|metric name and title|bezeichnung|intitule"],
  ["id", `id|key|code|ref|reference|(?:${INDICATOR}|kr) (?:id|key|code|ref|reference)`],
  ["metric", "metric|metric name|metric title"],
  [
    "definition",
    `definition|description|details|${INDICATOR} (?:definition|description)|(?:definition|description) of (?:the )?${INDICATOR}`,
  ],
  [
    "definition",
    `(?:${INDICATOR} )?(?:formula|calculation)|formula calculation|calculation formula|method|methodology`,
  ],
  [
    "definition",
    "(?:calculation|measurement) (?:method|methodology|formula)|method of (?:calculation|measurement)|how (?:it is )?(?:calculated|measured)",
  ],
  ["definition", "(?:mode|methode|formule) de calcul|beschreibung|berechnung|berechnungsmethode|formel"],
  ["unit", `units?|units? of measure(?:ment)?|uom|(?:measure(?:ment)?|metric|kpi|indicator) unit|measured in`],
  ["unit", "unite|unites|unite de mesure|einheit|masseinheit|messeinheit"],
  [
    "better",
    "better|direction|polarity|(?:desired|target|good|preferred) (?:direction|trend|polarity)|goal direction|direction of improvement|higher or lower(?: is better)?",
  ],
  [
    "category",
    `category|(?:(?:bsc|scorecard|balanced scorecard) )?perspective|${INDICATOR} category|categorie|kategorie|perspektive`,
  ],
  [
    "cadence",
    `cadence|frequency|periodicity|measured|how often|(?:data collection|collection|measurement|measuring|update) ${HOW_OFTEN}`,
  ],
  [
    "cadence",
    `${HOW_OFTEN} of (?:the )?(?:data collection|collection|measurement)|reporting ${HOW_OFTEN}|${HOW_OFTEN} of reporting`,
  ],
  [
    "cadence",
    "frequence|periodicite|frequence de (?:mesure|collecte|la collecte)|(?:mess|erhebungs)?(?:frequenz|haufigkeit|intervall|rhythmus)",
  ],
  ["aggregation", "aggregation|aggregate|aggregation (?:method|type|rule)"],
  [
    "source",
    "sources?|data sources?|sources? of (?:data|information|verification)|information source|verification source|source system|system|data provider",
  ],
  [
    "source",
    "means of verification|movs?|sources? (?:de|des) donnees|sources? de verification|moyens? de verification|quellen?|datenquellen?",
  ],
  ["link", "link|url|dashboard|report|(?:dashboard|report) (?:link|url)|link to (?:the )?(?:dashboard|report)"],
  [
    "baseline",
    "(?:baseline|base line)(?: (?:value|level|figure|data|result))?|base|base value|start(?:ing)? value|starting (?:point|level)|initial value",
  ],
  [
    "baseline",
    "valeur (?:de reference|de base|de depart|initiale)|donnees de (?:base|reference)|ausgangswert|basiswert|startwert",
  ],
  [
    "baseline-date",
    "baseline (?:date|year|period)|(?:date|year) of (?:the )?baseline|base year|baseline as of|annee de reference|basisjahr",
  ],
  [
    "value",
    "values?|current|actuals?|latest|results?|to date|achieved|results? achieved|(?:measured|achieved) (?:value|result)s?",
  ],
  ["value", "(?:current|actual|latest|most recent) (?:value|result|level|figure|performance|measurement)s?"],
  [
    "value",
    "valeur(?: (?:actuelle|obtenue|realisee))?|realise|resultat (?:reel|obtenu|actuel)|ist ?wert|ist|aktueller wert|messwert",
  ],
  [
    "due",
    "due|due date|due by|deadline|end|end date|target (?:date|year|deadline|completion date)|by when|by|until|finish",
  ],
  [
    "due",
    "(?:(?:planned|expected|target) )?completion date|date to (?:achieve|reach)(?: (?:the )?target)?|(?:to be )?achieve[d]? by|due year",
  ],
  ["due", "echeance|date (?:limite|cible|d echeance)|zieldatum|zieltermin|frist|fallig(?: am| bis)?|bis wann"],
  ["start", "start date|start|begin|begins|begin date|from|from date|date de debut|startdatum|beginn"],
  [
    "timeframe",
    "timeframe|time frame|time period|timeline|target (?:period|timeframe)|fiscal year|fy|cycle|term|time bound|okr period|horizon",
  ],
  ["date", "date|period|as of|as at|month|quarter|year|week|day|reporting (?:period|date)|measured on|value date"],
  [
    "date",
    "(?:measurement|observation|result|current) date|date of (?:the )?(?:value|measurement|observation|result)|date de mesure|messdatum|stichtag",
  ],
  ["owner", `owners?|(?:${INDICATOR}|goal|kr|objective|target) owner|owner name|owned by`],
  ["owner", `accountable|accountability|accountable ${BODY}|senior responsible (?:owner|officer)`],
  [
    "owner",
    `responsible|responsibility|responsible ${BODY}|${BODY} responsible|person in charge|dri|directly responsible individual`,
  ],
  ["owner", `lead|lead ${BODY}|assignee|assigned to|office of primary interest`],
  [
    "owner",
    "responsables?|personne responsable|(?:service|unite|direction) responsable|verantwortlich(?:er?|keit)?|verantwortliche (?:person|stelle)|zustandig(?:keit)?",
  ],
  ["owner", "team|department|dept"],
  ["goal", `goals?|objectives?|${WHOSE} (?:goal|objective)s?|(?:goal|objective) (?:name|title|statement)|okr`],
  [
    "goal",
    "(?:(?:expected|intended|desired|planned|ultimate|intermediate|immediate|strategic|departmental|program(?:me)?|long term|medium term|short term) )?outcomes?",
  ],
  [
    "goal",
    "(?:expected|intended|desired|strategic|departmental|program(?:me)?) results?|(?:outcome|result) statement|expected accomplishments?",
  ],
  ["goal", "strategic (?:theme|priority|priorities|aim)|(?:corporate|business|key) priority"],
  [
    "goal",
    "objectifs?(?: (?:strategique|specifique|general|operationnel)s?)?|(?:resultat|effet)s? (?:attendu|escompte|vise)s?|resultats? (?:strategique|ministeriel)s?",
  ],
  ["goal", "ziele?|(?:strategisches?|operatives?) ziele?|unternehmensziele?|wirkungsziele?|erwartetes? ergebnisse?"],
  ["why", "why|rationale|reason|justification|relevance|importance|why it matters|begrundung"],
  ["type", `type|${INDICATOR} type|type of ${INDICATOR}|lead(?:ing)? (?:or )?lag(?:ging)?`],
  ["tags", "tags?|labels?|keywords?"],
];

/** Fields with the headers that say them, best first. */
export const HEADER_WORDS: readonly (readonly [field: WordField, pattern: RegExp])[] = WORDS.map(([field, words]) => [
  field,
  new RegExp(`^(?:${words})$`),
]);

/** Headers of targets without a period. */
export const TARGET_WORDS =
  /^(?:(?:(?:kpi|performance|indicator|final|end|overall|agreed|end of (?:project|program(?:me)?)|lop|life of project) )?targets?(?: (?:value|level|figure))?|goal value|(?:valeur )?cible|cibles|cible finale|zielwerte?|soll ?werte?|soll)$/;

/** What stands beside the period of a target, a baseline or a value: `Target 2030`, `Baseline (2015)`, `2024 actual`. */
export const PERIOD_WORDS = {
  target: "(?:final |end )?targets?(?: value| level)?|(?:valeur )?cible|zielwert|soll ?wert|soll",
  baseline:
    "(?:baseline|base line)(?: value| level| data)?|valeur (?:de reference|de base|initiale)|ausgangswert|basiswert",
  value:
    "(?:actual|measured|observed|reported|achieved)(?: (?:value|result|level|figure|performance)s?|s)?|(?:value|result)s?(?: (?:achieved|measured|reported))?|data|realise|resultats?|valeur|ist(?: ?werte?)?",
} as const;

/** The words of a header: lower case, without accents, unit and punctuation. */
export function headerWords(header: string): string {
  return folded(header.replace(/\([^()]*\)|\[[^[\]]*\]/g, " "))
    .replace(/[_\-/.:,;*#?!&'’"]+/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

/** Letters without their accents. */
export function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/ß/g, "ss");
}
