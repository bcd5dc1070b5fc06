/** Words that people use instead of the format's own. */

import { nearestTo } from "../../text/nearest.ts";
import { plainCharacters } from "./traps/trap.ts";

/** Keys known from other tools → keys of the format; the first one that the place allows is meant. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  metric: ["metrics"],
  kpi: ["kpis"],
  name: ["title", "metric"],
  label: ["title"],
  summary: ["title"],
  description: ["definition", "why", "note"],
  desc: ["definition", "why"],
  details: ["definition", "why"],
  formula: ["definition"],
  calculation: ["definition", "query"],
  reason: ["why", "reason", "note"],
  rationale: ["why", "reason"],
  because: ["why", "reason"],
  comment: ["note", "reason"],
  objective: ["goal"],
  objectives: ["goals"],
  okr: ["goal"],
  okrs: ["goals"],
  initiative: ["goal"],
  indicator: ["metric"],
  indicators: ["metrics"],
  measure: ["metric"],
  measures: ["metrics"],
  measurement: ["metric"],
  "key-results": ["kpis"],
  "key-result": ["kpis"],
  direction: ["better"],
  polarity: ["better"],
  "higher-is-better": ["better"],
  "lower-is-better": ["better"],
  frequency: ["cadence", "every"],
  interval: ["cadence", "every"],
  periodicity: ["cadence", "every"],
  cadence: ["every"],
  due: ["timeframe", "end"],
  "due-date": ["timeframe", "end"],
  deadline: ["timeframe", "end"],
  "target-date": ["timeframe", "end"],
  period: ["timeframe", "every"],
  window: ["timeframe"],
  when: ["timeframe", "date"],
  date: ["on", "last"],
  on: ["date"],
  from: ["start", "min"],
  begin: ["start"],
  since: ["start"],
  until: ["end"],
  to: ["end", "max"],
  "start-value": ["baseline"],
  start: ["baseline"],
  initial: ["baseline"],
  "initial-value": ["baseline"],
  "base-line": ["baseline"],
  goal: ["target", "parent", "goals"],
  "target-value": ["target"],
  threshold: ["target", "max"],
  "stretch-target": ["stretch"],
  responsible: ["owner"],
  accountable: ["owner"],
  assignee: ["owner"],
  owners: ["owner"],
  lead: ["owner", "leads"],
  author: ["by", "owner"],
  who: ["by", "owner"],
  units: ["unit"],
  "unit-of-measure": ["unit"],
  aggregate: ["aggregation"],
  agg: ["aggregation"],
  rollup: ["aggregation"],
  multiplier: ["scale"],
  factor: ["scale"],
  file: ["data"],
  csv: ["data"],
  path: ["data"],
  history: ["values", "changes"],
  measurements: ["values"],
  series: ["values"],
  observations: ["values"],
  computed: ["derived"],
  limits: ["bounds"],
  range: ["bounds"],
  minimum: ["min"],
  lower: ["min"],
  low: ["min"],
  maximum: ["max"],
  upper: ["max"],
  high: ["max"],
  url: ["link"],
  href: ["link"],
  type: ["how"],
  sql: ["query"],
  tool: ["system"],
  "parent-goal": ["parent"],
  contributes: ["contributes_to"],
  influences: ["leads", "contributes_to"],
  predicts: ["leads"],
  "counter-metrics": ["guardrails"],
  guardrail: ["guardrails"],
  milestones: ["checkpoints"],
  milestone: ["checkpoints"],
  labels: ["tags"],
  status: ["state"],
  lifecycle: ["state"],
  changelog: ["changes"],
  action: ["if_off_track"],
  "corrective-action": ["if_off_track"],
  mitigation: ["if_off_track"],
  "action-plan": ["if_off_track"],
  budget: ["resources"],
  extend: ["extends"],
  files: ["include"],
  ignore: ["exclude"],
  ignores: ["exclude"],
  excludes: ["exclude"],
  lang: ["language"],
  locale: ["language"],
};

/** Words known from elsewhere → words of the format; the first one that the field allows is meant. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  day: ["daily"],
  week: ["weekly"],
  fortnightly: ["biweekly"],
  fortnight: ["biweekly"],
  month: ["monthly"],
  quarter: ["quarterly"],
  year: ["yearly"],
  annual: ["yearly"],
  annually: ["yearly"],
  up: ["higher"],
  increase: ["higher"],
  increasing: ["higher"],
  maximize: ["higher"],
  maximise: ["higher"],
  more: ["higher"],
  max: ["higher"],
  "higher-is-better": ["higher"],
  down: ["lower"],
  decrease: ["lower"],
  decreasing: ["lower"],
  minimize: ["lower"],
  minimise: ["lower"],
  less: ["lower"],
  min: ["lower"],
  "lower-is-better": ["lower"],
  average: ["mean"],
  avg: ["mean"],
  latest: ["last"],
  final: ["last"],
  total: ["sum"],
  count: ["sum"],
  cumulative: ["running"],
  ytd: ["running"],
  minimum: ["min"],
  maximum: ["max"],
  rate: ["ratio"],
  percentage: ["ratio"],
  finance: ["financial"],
  revenue: ["financial"],
  customers: ["customer"],
  process: ["operational"],
  operations: ["operational"],
  internal: ["operational"],
  people: ["employee"],
  learning: ["employee"],
  auto: ["automatic"],
  automated: ["automatic"],
  hand: ["manual"],
  lead: ["leading"],
  lag: ["lagging"],
  outcome: ["lagging", "output"],
  result: ["output"],
  open: ["active"],
  "in-progress": ["active"],
  proposed: ["draft"],
  closed: ["done", "retired"],
  completed: ["done", "retired"],
  cancelled: ["dropped", "retired"],
  canceled: ["dropped", "retired"],
  archived: ["done", "retired"],
  deprecated: ["retired"],
  exponential: ["compound"],
  stretch: ["aspirational"],
  moonshot: ["aspirational"],
  disabled: ["off"],
  none: ["off"],
  no: ["off"],
  never: ["off"],
  ignore: ["off"],
  fatal: ["error"],
};

/** The allowed key that has this name in another spelling or another tool; null where there is none. */
export function knownKey(key: string, allowed: readonly string[]): string | null {
  return knownWord(key, allowed, KEYS);
}

/** The allowed word that was probably meant; null where none is near. */
export function valueMeant(value: string, allowed: readonly string[]): string | null {
  return knownWord(value, allowed, VALUES) ?? nearestWord(value, allowed);
}

/** Longer words are no slip of the pen. */
const LONGEST = 64;

function knownWord(
  word: string,
  allowed: readonly string[],
  known: Readonly<Record<string, readonly string[]>>,
): string | null {
  if (word.length > LONGEST) return null;
  const wanted = hyphened(word);
  const same = allowed.find((candidate) => ownHyphened(candidate) === wanted);
  const meant = Object.hasOwn(known, wanted) ? known[wanted] : undefined;
  return same ?? meant?.find((candidate) => allowed.includes(candidate)) ?? null;
}

/** The allowed word at the smallest edit distance; null where none is near. */
export function nearestWord(word: string, allowed: readonly string[]): string | null {
  if (word.length > LONGEST) return null;
  const near = nearestTo(word.toLowerCase(), allowed);
  // Two edits turn any short word into any other.
  const farFetched = word.length < 4 && near !== null && near.charAt(0) !== word.charAt(0).toLowerCase();
  return farFetched ? null : near;
}

/** `ifOffTrack`, `If off track` and `if_off_track` are the same word. */
function hyphened(word: string): string {
  return plainCharacters(word)
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[\s_-]+/g, "-");
}

/** The same for the format's own words, which come again with every unknown one. */
function ownHyphened(word: string): string {
  const known = OWN_WORDS.get(word);
  if (known !== undefined) return known;
  const same = hyphened(word);
  OWN_WORDS.set(word, same);
  return same;
}

const OWN_WORDS = new Map<string, string>();
