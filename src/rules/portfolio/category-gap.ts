import { defineRule, placeOf, refOf } from "../define.ts";
import { good } from "../examples.ts";

const CATEGORIES = ["financial", "customer", "operational", "employee"] as const;

export const rule = defineRule({
  id: "portfolio/category-gap",
  summary: "No active KPI looks at one of the four categories.",
  letter: null,
  level: "off",
  messages: { gap: "No active KPI has the category {missing}; add one, or leave this rule off." },
  docs: "Financial, customer, operational, employee: a portfolio that leaves one out is blind there. Off by default, because most workspaces belong to one team. The finding stands at the first KPI.",
  bad: good,
  good,
  workspace: (context) => {
    const active = [...context.workspace.kpis.values()].filter((kpi) => kpi.state === "active");
    const [first] = active;
    if (first === undefined) return;
    const seen = new Set(
      active.map((kpi) => context.workspace.metrics.get(kpi.definition.metric ?? "")?.definition.category),
    );
    const missing = CATEGORIES.filter((category) => !seen.has(category));
    if (missing.length === 0) return;
    context.report({
      message: "gap",
      data: { missing: missing.join(" or ") },
      place: placeOf(first),
      entity: refOf(first),
    });
  },
});
