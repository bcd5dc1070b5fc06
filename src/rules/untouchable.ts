/** Rules whose findings always stand: no comment, no kpi.known.json and no level takes them out. */

/** A file that cannot be read, the config, and what is said about suppressions themselves. */
const UNTOUCHABLE = /^(?:yaml|config|suppression|known)\//;

/** Whether findings of a rule always stand. */
export function isUntouchable(ruleId: string): boolean {
  return UNTOUCHABLE.test(ruleId);
}
