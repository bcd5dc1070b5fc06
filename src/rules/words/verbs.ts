/** The verbs that titles open with, and when such a word is a noun or an adjective after all. */

/** Verbs that say that a number is to rise. */
const RISING = [
  "increase",
  "raise",
  "grow",
  "boost",
  "lift",
  "expand",
  "maximise",
  "maximize",
  "accelerate",
  "broaden",
  "deepen",
  "widen",
  "drive up",
  "speed up",
  "scale up",
  "step up",
  "ramp up",
  "push up",
  "more",
];

/** Verbs that say that a number is to fall. */
const FALLING = [
  "reduce",
  "decrease",
  "lower",
  "cut",
  "cut down",
  "minimise",
  "minimize",
  "shorten",
  "shrink",
  "bring down",
  "drive down",
  "slow down",
  "push down",
  "fewer",
  "less",
];

/** Verbs that say which way a number is to go. */
export const DIRECTIONS: readonly string[] = [
  ...RISING,
  ...FALLING,
  "improve",
  "enhance",
  "optimise",
  "optimize",
  "strengthen",
];

/** 1 for a verb that lets a number rise, -1 for one that lets it fall, 0 where it may be either. */
export function directionOf(verb: string): 1 | -1 | 0 {
  const lower = verb.toLowerCase().replace(/\s+/g, " ");
  if (RISING.includes(lower)) return 1;
  return FALLING.includes(lower) ? -1 : 0;
}

/** Verbs that say that a value is to be reached or kept. */
export const REACHING: readonly string[] = [
  "reach",
  "achieve",
  "acquire",
  "attain",
  "hit",
  "win",
  "gain",
  "keep",
  "maintain",
  "stay",
  "remain",
];

/** Verbs that say what is done, whatever comes of it. */
export const ACTIVITIES: readonly string[] = [
  "launch",
  "implement",
  "build",
  "create",
  "deliver",
  "complete",
  "develop",
  "introduce",
  "publish",
  "organise",
  "organize",
  "conduct",
  "set up",
  "establish",
  "roll out",
  "carry out",
  "migrate",
  "install",
  "deploy",
  "finish",
  "finalise",
  "finalize",
  "prepare",
  "write",
  "redesign",
  "rebuild",
  "rewrite",
  "refactor",
  "automate",
  "integrate",
  "execute",
  "design",
  "release",
  "run",
  "hold",
  "host",
  "train",
  "draft",
  "hire",
  "recruit",
  "document",
  "review",
  "update",
  "upgrade",
];

/** What follows a word that is a verb beyond doubt. */
const DETERMINER =
  /^\s+(?:the|a|an|our|its|their|his|her|your|my|all|every|each|both|any|new|this|these|those|one|two|three|another|at\s+least)(?![\w-])/i;

/** Words that are names of processes or adjectives as often as verbs: only a determiner makes them verbs. */
const RARELY_VERBS = new Set([
  "complete",
  "run",
  "hold",
  "host",
  "train",
  "draft",
  "hire",
  "document",
  "review",
  "update",
  "upgrade",
  "release",
  "design",
  "conduct",
  "recruit",
]);

/** What is completed even without an article: works and certificates, where "complete records" are a kind of records. */
const COMPLETED =
  /^\s+(?:[A-Z][\w-]+\s|(?:migration|roll-?out|implementation|installation|certification|accreditation|integration|redesign|renovation|construction|audit|project|pilot|phase|stage)(?![\w-]))/;

/** What a measured thing ends in, before "of", "in" or "per"; "signed" and "sold" count what was done. */
const MEASURE =
  /(?:^|\s)(?:rates?|ratios?|times?|durations?|frequency|frequencies|counts?|numbers?|volumes?|scores?|index|indices|indicators?|metrics?|shares?|percentages?|percent|proportions?|costs?|spend|spending|prices?|revenues?|sales|margins?|budgets?|fees?|hours|days|weeks|minutes|seconds|speed|velocity|latency|throughput|size|sizes|length|height|weight|quality|stability|reliability|readiness|accuracy|performance|success|successes|conversions?|downloads?|installs?|requests?|visits?|complaints?|changes?|failures?|errors?|faults?|breaks?|breakages?|outages?|incidents?|defects?|bugs?|rollbacks?|delays?|attempts?|backlog|queue|queues|capacity|coverage|levels?|totals?|averages?|base|bases|windows?|pads?|traffic|orders?|customers|partners|\S+\s+(?:\w{2,}ed|sold|won|made|held|paid|sent|built|lost|kept))\s*$/i;

/** What follows a direction word that is the first half of a name. */
const NAMES: Readonly<Record<string, RegExp>> = {
  lower:
    /^\s+(?:[A-Z][a-z]|(?:limbs?|extremity|extremities|back|body|secondary|house|tier|tiers|class|courts?|quartile|decile|bounds?|limits?|levels?|case|deck|respiratory|urinary|gastrointestinal|leg|jaw|income|incomes|middle|end|half|primary|basin|river|grade|grades|division|priority|severity|than|and|or)(?![\w-]))/,
  cut: /^\s+(?:and|flowers?|foliage|glass|sheets?|timber|marks?|scores?)(?![\w-])/i,
  lift: /^\s+(?:availability|uptime|downtime|failures?|breakdowns?|outages?|maintenance|shafts?|passes|pass|tickets?|trips|rides|inspections?|entrapments?|trucks?|tests?|per|from|over|curve|cars?)(?![\w-])/i,
  boost: /^\s+(?:pressure|converters?|juice|mobile)(?![\w-])/i,
  raise: /^\s+and(?![\w-])/i,
  grow: /^\s+(?:lights?|bags?|rooms?)(?![\w-])/i,
  more: /^\s+(?:than|or)(?![\w-])/i,
  fewer: /^\s+(?:than|or)(?![\w-])/i,
  less: /^\s+(?:than|or|lethal|developed)(?![\w-])/i,
};

/** Whether a direction word at the opening of a title is a verb, by what follows it: "Increase in visits" has none. */
export function isDirectionVerb(word: string, after: string): boolean {
  if (!/^\s+[^\s.,;:!?]/.test(after)) return false;
  if (/^\s+(?:in|of|per|vs|versus)(?![\w-])/i.test(after)) return false;
  return NAMES[word.toLowerCase()]?.test(after) !== true;
}

/** Whether a word for reaching or keeping at the opening of a title is a verb: "Win rate" and "Reach of posts" have none. */
export function isReachingVerb(word: string, after: string): boolean {
  if (!/^\s+[^\s.,;:!?]/.test(after)) return false;
  if (/^(?:keep|maintain|achieve|acquire|attain|remain)$/i.test(word)) return true;
  return !/^\s+(?:rates?|ratios?|scores?|counts?|shares?|lengths?|loss(?:es)?|days|backs?|of|in|on|per|to|for|from|by)(?![\w-])/i.test(
    after,
  );
}

/** What follows an activity word that is the first half of a name. */
const WORK_NAMES = /^launch\s+(?:pads?|windows?|vehicles?|sites?|days?)(?!\w)|^create\s+react(?!\w)/i;

/** Whether an activity word at the opening of a title is a verb, by what follows it. */
export function isActivityVerb(word: string, after: string): boolean {
  if (!/^\s+[^\s.,;:!?]/.test(after)) return false;
  if (DETERMINER.test(after)) return true;
  if (WORK_NAMES.test(word + after)) return false;
  const lower = word.toLowerCase();
  if (lower === "complete") return COMPLETED.test(after);
  if (RARELY_VERBS.has(lower)) return false;
  return !/^\s+(?:of|in|on|to|per|by|for|at)(?![\w-])/i.test(after) && !MEASURE.test(nounPhrase(after));
}

/** What stands before the first preposition or punctuation. */
function nounPhrase(text: string): string {
  return (
    text.split(
      /[,;:.]|\s(?:of|in|on|per|by|for|at|from|with|within|after|before|to|and|or|vs|under|over|across|until)\s/i,
    )[0] ?? ""
  );
}
