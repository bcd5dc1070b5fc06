/** Rules whose findings always stand: no comment and no kpi.known.json takes them out. */
/** Whether findings of a rule always stand. */
export declare function isUntouchable(ruleId: string): boolean;
/** Whether no config may lower the level of a rule either. */
export declare function keepsItsLevel(ruleId: string): boolean;
