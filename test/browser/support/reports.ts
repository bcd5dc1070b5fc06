/** Reports in a temporary folder, for a browser to open. */

import { reportCommand } from "../../../src/commands/report.ts";
import { Folder, ROOT } from "../../support/cli.ts";
import { run } from "../../support/in-process.ts";

/** Writes the report of a folder as one file and says where. */
export async function reportOf(cwd: string, into: Folder, name: string): Promise<string> {
  const file = into.join(`${name.replace(/\W/g, "") || "report"}.html`);
  const { status, err } = await run(
    ({ color }, host) =>
      reportCommand({ color, asOf: "2026-08-15", singleFile: true, output: file, title: name }, host),
    { cwd },
  );
  if (status !== 0) throw new Error(err);
  return file;
}

/** The report of the example company. */
export function exampleReport(into: Folder): Promise<string> {
  return reportOf(`${ROOT}/examples`, into, "Example");
}

/** The report of so many KPIs, in all states of progress. */
export async function largeReport(into: Folder, kpis: number): Promise<string> {
  const numbers = Array.from({ length: kpis }, (_, i) => i);
  const metrics = numbers.map((i) => {
    const rows = Array.from(
      { length: 7 },
      (_, month) => `2026-0${month + 1}: ${10 + ((i * 7 + month * (i % 11)) % 40)}`,
    );
    return `  m-${i}: { title: "Metric number ${i}", unit: points, values: { 2025-12: 10, ${rows.join(", ")} } }\n`;
  });
  const definitions = numbers.map(
    (i) =>
      `  k-${i}: { title: "Raise metric number ${i} to 60 in 2026", goal: g-${i % 20}, metric: m-${i}, owner: "@person-${i % 50}", timeframe: 2026, target: 60, tags: [tag-${i % 9}] }\n`,
  );
  const goals = Array.from({ length: 20 }, (_, i) => `  g-${i}: { title: "Goal number ${i}", owner: "@lead" }\n`);
  const text = `version: 1\ngoals:\n${goals.join("")}metrics:\n${metrics.join("")}kpis:\n${definitions.join("")}`;
  const folder = new Folder({ "kpi.yaml": text });
  try {
    return await reportOf(folder.path, into, `Large ${kpis}`);
  } finally {
    folder.drop();
  }
}

/** The report of a workspace in which every text tries to be more than text. */
export async function hostileReport(into: Folder): Promise<string> {
  const evil = `</script></noscript></title>"'><img src=x onerror=alert(1)><svg onload=alert(2)><script>alert(3)</script>`;
  const q = JSON.stringify(evil);
  const text = `version: 1
goals: { g: { title: ${q}, owner: "@a", why: ${q}, resources: ${q}, stakeholders: [${q}], tags: [${q}] } }
metrics: { m: { title: ${q}, definition: ${q}, unit: ${q}, source: { system: ${q}, how: manual }, values: { 2026-01: 1, 2026-02: 2, 2026-03: 3, 2026-04: 4 } } }
kpis: { k: { title: ${q}, goal: g, metric: m, owner: "@a", timeframe: 2026, target: 5, why: ${q}, if_off_track: ${q}, tags: [${q}], changes: [{ date: 2026-02-01, field: ${q}, from: ${q}, to: ${q}, reason: ${q}, by: ${q} }] } }
`;
  const folder = new Folder({ "kpi.yaml": text });
  try {
    return await reportOf(folder.path, into, evil);
  } finally {
    folder.drop();
  }
}
