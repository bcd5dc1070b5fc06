/** Addresses that stand in schemas, findings and reports. */

const REPOSITORY = "kpi-as-code/kpi-as-code";
const RAW = `https://raw.githubusercontent.com/${REPOSITORY}/main`;

/** `$id` of the published schema of definition files; what a modeline may point to. */
export const SCHEMA_URL = `${RAW}/schemas/v1/kpi.schema.json`;

/** `$id` of the published schema of `kpi.config.yaml`. */
export const CONFIG_SCHEMA_URL = `${RAW}/schemas/v1/config.schema.json`;

/** The page of a rule: its own where a plug-in states one. */
export function pageOf(rule: { readonly id: string; readonly url?: string }): string {
  return rule.url ?? ruleUrl(rule.id);
}

/** The page of a rule of ours, by its id such as `timely/expired`. */
export function ruleUrl(id: string): string {
  return `https://github.com/${REPOSITORY}/blob/main/docs/rules/${id}.md`;
}
