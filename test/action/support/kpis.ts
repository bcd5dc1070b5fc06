/** Definition files for the end-to-end tests, each a small edit of one that is good. */

/** A file without any finding on 2026-08-15. */
export const KPIS = `version: 1
goals:
  happy-customers:
    title: Customers stay because they are happy
    owner: "@ceo"
metrics:
  nps:
    title: Net Promoter Score
    definition: Promoters less detractors
    unit: points
    category: customer
    cadence: quarterly
    source: { system: survey tool, how: manual }
    values: { 2025-12-31: 62, 2026-03-31: 64, 2026-06-30: 68 }
kpis:
  nps-2026:
    title: Customers recommend us to others
    goal: happy-customers
    metric: nps
    owner: "@cx"
    timeframe: 2026
    baseline: 62
    target: 75
    why: Promoters renew
    if_off_track: Call detractors
    review: { every: quarterly, last: 2026-07-02 }
`;

/** A text with parts replaced; a part that is not there is an error. */
export function edited(text: string, ...edits: readonly (readonly [string, string])[]): string {
  return edits.reduce((found, [from, to]) => {
    if (!found.includes(from)) throw new Error(`There is no ${JSON.stringify(from)} to replace.`);
    return found.replace(from, () => to);
  }, text);
}

const REASON = `    changes:
      - { date: 2026-08-15, field: target, from: 75, to: 70, reason: The survey asks other people now, by: "@cx" }
`;

/** The target goes from 75 to 70, and nobody says why. */
export const EASED = edited(KPIS, ["target: 75", "target: 70"]);
/** The same with a reason. */
export const EXPLAINED = EASED + REASON;
/** The target goes from 75 to 80. */
export const RAISED = edited(KPIS, ["target: 75", "target: 80"]);
/** A new value of the metric. */
export const CHECKED_IN = edited(KPIS, ["2026-06-30: 68 }", "2026-06-30: 68, 2026-08-10: 70 }"]);
/** A key that means nothing: an error, and no change of meaning. */
export const ODD = edited(KPIS, ['owner: "@cx"', 'owner: "@cx"\n    colour: red']);
/** An owner that is none: an error. */
export const WRONG = edited(KPIS, ['owner: "@cx"', "owner: cx"]);
/** A title with a vague word, at line 17: a warning. */
export const VAGUE = edited(KPIS, ["Customers recommend us to others", "World-class service for customers"]);
/** YAML that cannot be read. */
export const UNREADABLE = edited(KPIS, ["    target: 75", "    target: [75"]);
