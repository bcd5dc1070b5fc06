/** Small workspaces for tests of the rules on numbers: one goal, one metric, one KPI or several. */

type Files = Readonly<Record<string, string>>;

/** `metric`: fields of the metric `m`; `values`: its rows; `kpi`: fields of the KPI `k`; `more`: other lines under `kpis:`. */
export interface Parts {
  readonly metric?: string;
  readonly values?: string;
  readonly kpi: string;
  readonly more?: string;
}

/** The files of a workspace; fields and rows are written as in a flow map, and later ones win over the usual ones. */
export function oneKpi({ metric = "", values = "", kpi, more = "" }: Parts): Files {
  const fields = merged("title: Some metric, unit: clinics, cadence: quarterly", metric);
  const rows = values === "" ? "" : `, values: { ${values} }`;
  return {
    "kpi.yaml": `version: 1
goals:
  g: { title: Some goal, owner: "@ceo" }
metrics:
  m: { ${fields}${rows} }
kpis:
  ${kpiLine("k", kpi)}
${more}`,
  };
}

/** One KPI on the metric `m`. */
export function kpiLine(id: string, fields: string): string {
  return `${id}: { ${merged('title: Some KPI, goal: g, metric: m, owner: "@ceo", timeframe: 2026', fields)} }`;
}

/** Fields of a flow map, those that are written again left out. */
function merged(usual: string, own: string): string {
  const names = new Set([...own.matchAll(/(?:^|, )([a-z_]+):/g)].map(([, name]) => name));
  const kept = usual.split(", ").filter((field) => !names.has(field.slice(0, field.indexOf(":"))));
  return own === "" ? kept.join(", ") : [...kept, own].join(", ");
}

/** Quarters up to the end of 2025, the last one with the last value. */
export function quarters(...values: readonly number[]): string {
  const rows = values.map((value, i) => {
    const quarter = 4 * 2025 + 3 - (values.length - 1 - i);
    return `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}: ${value}`;
  });
  return rows.join(", ");
}
