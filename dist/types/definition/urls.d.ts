/** Addresses that stand in schemas, findings and reports. */
/** `$id` of the published schema of definition files; what a modeline may point to. */
export declare const SCHEMA_URL = "https://raw.githubusercontent.com/kpi-as-code/kpi-as-code/main/schemas/v1/kpi.schema.json";
/** `$id` of the published schema of `kpi.config.yaml`. */
export declare const CONFIG_SCHEMA_URL = "https://raw.githubusercontent.com/kpi-as-code/kpi-as-code/main/schemas/v1/config.schema.json";
/** The page of a rule: its own where a plug-in states one. */
export declare function pageOf(rule: {
    readonly id: string;
    readonly url?: string;
}): string;
/** The page of a rule of ours, by its id such as `timely/expired`. */
export declare function ruleUrl(id: string): string;
