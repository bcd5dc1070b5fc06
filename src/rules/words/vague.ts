/** Words that two people read differently, and where they are terms, names or answers of a survey instead. */

import { type Hit, type WordOptions, wordFinder, wordOptions } from "./phrases.ts";
import type { Title } from "./titles.ts";

/** Praise: nobody can say from when on it holds. */
const QUALITY = [
  "adequate",
  "adequately",
  "appropriate",
  "appropriately",
  "effective",
  "effectively",
  "efficient",
  "efficiently",
  "sufficient",
  "sufficiently",
  "reasonable",
  "reasonably",
  "acceptable",
  "acceptably",
  "satisfactory",
  "satisfactorily",
  "optimal",
  "optimally",
  "robust",
  "seamless",
  "seamlessly",
  "smoothly",
  "properly",
  "meaningful",
  "meaningfully",
  "excellent",
  "exceptional",
  "user-friendly",
  "easy-to-use",
  "easily",
  "intuitive",
  "high-quality",
  "best-possible",
  "best-in-class",
  "world-class",
  "state-of-the-art",
  "cutting-edge",
  "top-notch",
];

/** How much, without a number. */
const DEGREE = [
  "significant",
  "significantly",
  "substantial",
  "substantially",
  "considerable",
  "considerably",
  "dramatically",
  "drastically",
  "noticeable",
  "noticeably",
  "markedly",
  "greatly",
  "slightly",
  "minimal",
  "minimally",
];

/** How fast or how often, without a time. */
const TIME = [
  "timely",
  "quickly",
  "rapidly",
  "swiftly",
  "promptly",
  "as soon as possible",
  "as quickly as possible",
  "as fast as possible",
  "asap",
  "regularly",
  "frequently",
  "periodically",
  "usually",
  "typically",
  "generally",
];

/** How many, without a number. */
const QUANTITY = [
  "some",
  "several",
  "many",
  "few",
  "various",
  "numerous",
  "a couple of",
  "a handful of",
  "a lot of",
  "lots of",
  "plenty of",
  "a number of",
  "most of",
  "as many as possible",
  "as much as possible",
  "as few as possible",
  "as little as possible",
  "as low as possible",
  "as high as possible",
];

/** A number that is not meant. */
const ABOUT = [
  "about #",
  "around #",
  "approximately #",
  "approx. #",
  "approx #",
  "roughly #",
  "circa #",
  "ca. #",
  "nearly #",
  "almost #",
  "close to #",
  "~#",
  "~ #",
  "≈#",
  "≈ #",
];

/** The words that specific/vague-term looks for unless a team says otherwise. */
export const VAGUE_OPTIONS = wordOptions([...QUALITY, ...DEGREE, ...TIME, ...QUANTITY, ...ABOUT]);

/** Fixed terms that begin with a word of the lists. */
const TERMS: readonly RegExp[] = [
  /^effective\s+(?:dates?|doses?|rates?|interest|tax|annual|yield|population|reproduction|altruism|demand|width|length|diameter|area|capacity|temperature|range|hourly|radiative)(?!\w)/i,
  /^significant\s+(?:bits?|digits?|figures?|others?|adverse|wave|events?|incidents?|deficienc(?:y|ies)|findings?|accidents?|harm|injur(?:y|ies))(?!\w)/i,
  /^(?:reasonable\s+(?:accommodations?|adjustments?|assurance|doubt|care)|reasonably\s+(?:expected|foreseeable|practicable))(?!\w)/i,
  /^exceptional\s+(?:circumstances|considerations|items?|events?|costs?|charges?|leave|hardship|basis|cases?)(?!\w)/i,
  /^sufficient\s+(?:statistics?|funds)(?!\w)/i,
  /^(?:acceptable\s+(?:use|quality\s+l)|appropriate\s+use|satisfactory\s+academic|meaningful\s+use|adequate\s+yearly)/i,
  /^substantial(?:ly)?\s+(?:completion|complete|completed|shareholders?|holdings?)(?!\w)/i,
  /^(?:minimal\s+(?:residual|pairs?)|minimally\s+invasive|timely\s+filing|some\s+college)(?!\w)/i,
  /^(?:excellent|satisfactory|acceptable)\s+(?:condition|or\s+(?:better|above|higher))(?!\w)/i,
  /^(?:regularly\s+scheduled|usually\s+resident|typically\s+developing|efficient\s+(?:market|frontier)|various\s+artists)(?!\w)/i,
  /^(?:frequently\s+(?:asked|bought|used)|generally\s+accepted|a\s+number\s+of\s+\d)/i,
];

/** What makes a term or a measure of the word that follows. */
const LEADS =
  /(?<![\w-])(?:statistically|clinically|culturally|historically|environmentally|least|most|cost|energy|fuel|resource|how|as|so|too|where|wherever|when|whenever|if|and\s+then)[\s-]+$/i;

/** Whoever rates or answers has decided what the word means: the number counts the answers. */
const ANSWERS =
  /(?<![\w-])(?:rated|ratings?|scored|scoring|respondents|surveyed|opinion|perception|on\s+a\s+scale|(?:dis)?satisf(?:ied|action)\s+with|(?:who|that|which|they|we)\s+(?:\w+ly\s+)?(?:rate|consider|feel|find|found|felt|say|said|think|thought|believe|agree|disagree|report|state|describe|perceive|indicate|see|view|judge|regard)(?:e?[sd])?|(?:feeling|believing|agreeing|saying|considering|perceiving|answering|finding)(?!\s+of)|(?:report|indicat|stat)(?:ing|ed)\s+(?:that|being|having|an?|to|their|they|it|improved|increased))(?![\w-])/i;

/** A verdict that stands near the word: "found to be effective", but not "considered in a timely manner". */
const VERDICT =
  /(?<![\w-])(?:judged|deemed|considered|perceived|assessed|evaluated|classified|categori[sz]ed|described|graded|ranked|found|viewed|seen|marked|labelled|labeled)(?:,?\s+(?!(?:in|within|through|under|via)(?![\w-]))[\w-]+){0,5},?\s*$/i;

/** Parentheses behind a word that say what it means: "in a timely manner (within 24 hours)". */
const EXPLAINED =
  /^[^.;,()]{0,24}\((?:i\.\s?e\.|that is|meaning|within|(?:less|more|fewer) than|at (?:least|most)|under|over|[<>≤≥]|[^)]*\d\s?(?:%|percent|s|sec|seconds?|min|minutes?|h|hours?|days?|weeks?|months?)(?!\w))/i;

/** "about 5" is a guess after these words or at the start, and a subject elsewhere ("calls about 5 products"). */
const GUESS =
  /(?:^|[,:–-]|(?<![\w-])(?:by|to|of|at|for|within|in|under|over|below|above|from|than|reach|achieve|acquire|keep|maintain|hold|gain|add|win|save|earn|get|with|is|are|takes?|costs?|an|and|or|least|most|cut|sell|hire|open|serve|train))\s*$/i;

const findWords = wordFinder(VAGUE_OPTIONS);

/** The vague words of a title. */
export function vagueWords(title: Title, given: Partial<WordOptions>): readonly Hit[] {
  const hits = findWords(title, given);
  return hits.length === 0 ? hits : hits.filter((hit) => isVague(hit, title.text, title.plain));
}

function isVague(hit: Hit, text: string, plain: string): boolean {
  const before = plain.slice(0, hit.start);
  if (/^(?:about|around)\s/i.test(hit.text)) return GUESS.test(before) && !isYearAlone(hit.text, plain.slice(hit.end));
  if (ANSWERS.test(before) || VERDICT.test(before) || isName(hit, plain) || EXPLAINED.test(text.slice(hit.end))) {
    return false;
  }
  const from = plain.slice(hit.start);
  return !LEADS.test(before) && !TERMS.some((term) => term.test(from));
}

function isYearAlone(text: string, after: string): boolean {
  return /\s(?:19|20)\d\d$/.test(text) && !/^\s+[a-z]/.test(after);
}

/** In a title that is not in capitals throughout, a capital letter inside marks a name: "Effective Teaching Award". */
function isName({ start, text }: Hit, plain: string): boolean {
  if (!/^[A-Z]/.test(text) || /^\s*$|[.:!?;–—]\s*$/.test(plain.slice(0, start))) return false;
  if (/^[A-Z]{2,}$/.test(text)) return false;
  const words = plain.match(/(?<![\w-])[A-Za-z]{4,}/g) ?? [];
  const capitals = words.filter((word) => /^[A-Z]/.test(word)).length;
  return capitals * 2 < words.length;
}
