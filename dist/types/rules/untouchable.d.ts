/** Rules whose findings always stand: no comment, no kpi.known.json and no level takes them out. */
/** Whether findings of a rule always stand. */
export declare function isUntouchable(ruleId: string): boolean;
