/** The SMART card: five marks for every KPI. */

import type { Finding } from "../findings/finding.ts";
import type { Letter, Rule } from "../rules/define.ts";
import { partsOf } from "../workspace/links.ts";
import type { Workspace } from "../workspace/model.ts";
import type { Mark, SmartCard } from "./result.ts";

type Marks = Record<Letter, Mark>;

const PASSED: Marks = { S: "pass", M: "pass", A: "pass", R: "pass", T: "pass" };

/** Fail where a rule of the letter raised an error, warn for a warning, else pass; the KPI's metric counts for it. */
export function smartCards(
  workspace: Workspace,
  findings: readonly Finding[],
  rules: readonly Rule[],
): readonly SmartCard[] {
  const letters = new Map(rules.map((rule) => [rule.id, rule.letter]));
  const marks = { goal: new Map<string, Marks>(), metric: new Map<string, Marks>(), kpi: new Map<string, Marks>() };
  for (const { ruleId, entity, severity } of findings) {
    const letter = letters.get(ruleId);
    if (letter == null || entity === null || severity === "info") continue;
    const own = marks[entity.kind].get(entity.id) ?? Object.assign({}, PASSED);
    if (severity === "error") own[letter] = "fail";
    else if (own[letter] === "pass") own[letter] = "warn";
    marks[entity.kind].set(entity.id, own);
  }
  const { metrics } = workspace;
  return [...workspace.kpis.values()].map(({ id, definition }) => {
    let all = marks.kpi.get(id) ?? PASSED;
    if (definition.metric !== undefined && marks.metric.size > 0) {
      all = worse(all, marks.metric.get(definition.metric));
      const metric = metrics.get(definition.metric);
      if (metric?.definition.derived != null) {
        for (const part of partsOf(metric)) all = worse(all, marks.metric.get(part));
      }
    }
    return { kpi: id, specific: all.S, measurable: all.M, achievable: all.A, relevant: all.R, timeBound: all.T };
  });
}

const RANK: Readonly<Record<Mark, number>> = { pass: 0, warn: 1, fail: 2 };

function worse(a: Marks, b: Marks | undefined): Marks {
  if (b === undefined) return a;
  const of = (letter: Letter): Mark => (RANK[a[letter]] >= RANK[b[letter]] ? a[letter] : b[letter]);
  return { S: of("S"), M: of("M"), A: of("A"), R: of("R"), T: of("T") };
}
