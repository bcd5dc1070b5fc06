/** Rules whose findings always stand: no comment and no kpi.known.json takes them out. */

/** A file that cannot be read, the config, and what is said about suppressions themselves. */
const UNTOUCHABLE = /^(?:yaml|config|suppression|known)\//;

/** Whether findings of a rule always stand. */
export function isUntouchable(ruleId: string): boolean {
  return UNTOUCHABLE.test(ruleId);
}

/** A file that cannot be read, and a wrong config: what they hide was not checked, so a lower level would be a lie. */
const UNREAD = /^(?:yaml|config)\//;

/** Whether no config may lower the level of a rule either. */
export function keepsItsLevel(ruleId: string): boolean {
  return UNREAD.test(ruleId);
}
