/** The SMART card: five marks for every KPI. */

import type { Finding } from "../findings/finding.ts";
import type { Letter, Rule } from "../rules/define.ts";
import { partsOf } from "../workspace/links.ts";
import type { Workspace } from "../workspace/model.ts";
import type { Mark, SmartCard } from "./result.ts";

const LETTERS: readonly Letter[] = ["S", "M", "A", "R", "T"];

/** Fail where a rule of the letter raised an error, warn for a warning, else pass; the KPI's metric counts for it. */
export function smartCards(
  workspace: Workspace,
  findings: readonly Finding[],
  rules: readonly Rule[],
): readonly SmartCard[] {
  const letters = new Map(rules.map((rule) => [rule.id, rule.letter]));
  const marks = new Map<string, Mark>();
  for (const { ruleId, entity, severity } of findings) {
    const letter = letters.get(ruleId);
    if (letter == null || entity === null || severity === "info") continue;
    const key = `${entity.kind}/${entity.id}/${letter}`;
    if (severity === "error") marks.set(key, "fail");
    else if (marks.get(key) === undefined) marks.set(key, "warn");
  }
  return [...workspace.kpis.values()].map((kpi) => {
    const sources = [`kpi/${kpi.id}`, ...metricsOf(workspace, kpi.definition.metric).map((id) => `metric/${id}`)];
    const mark = (letter: Letter): Mark => {
      const found = sources.map((source) => marks.get(`${source}/${letter}`));
      return found.includes("fail") ? "fail" : found.includes("warn") ? "warn" : "pass";
    };
    const [specific, measurable, achievable, relevant, timeBound] = LETTERS.map(mark) as [Mark, Mark, Mark, Mark, Mark];
    return { kpi: kpi.id, specific, measurable, achievable, relevant, timeBound };
  });
}

/** A metric and the direct parts it is derived from. */
function metricsOf(workspace: Workspace, id: string | undefined): readonly string[] {
  const metric = id === undefined ? undefined : workspace.metrics.get(id);
  return metric === undefined ? [] : [metric.id, ...partsOf(metric)];
}
