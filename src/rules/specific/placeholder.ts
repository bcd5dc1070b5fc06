import type { Entity } from "../../workspace/model.ts";
import { defineRule, placeOf, type RuleContext, refOf } from "../define.ts";
import { changed, good } from "../examples.ts";
import { placeholderIn } from "../words/placeholders.ts";

export const rule = defineRule({
  id: "specific/placeholder",
  summary: "A placeholder such as TBD stands where a decision belongs.",
  letter: "S",
  level: "error",
  messages: {
    placeholder: "Replace the placeholder, or set `state: draft` until it is decided.",
    words: 'Replace "{words}" by what was decided, or set `state: draft` until then.',
    metric: 'Replace "{words}" by what is counted, or leave the field out until it is decided.',
  },
  docs: "TBD, TODO and “to be determined” say that nobody has decided yet. They are found in titles, in `definition`, in `why` and in `target`. A KPI or a goal that is still being written has `state: draft`: it is listed, not scored, and its missing parts are only information.",
  bad: changed(["    target: 75\n", "    target: TBD\n"]),
  good,
  goal: (goal, context) => {
    if (goal.state !== "active") return;
    check(goal, "title", goal.definition.title, context);
    check(goal, "why", goal.definition.why, context);
  },
  metric: (metric, context) => {
    check(metric, "title", metric.definition.title, context);
    check(metric, "definition", metric.definition.definition, context);
  },
  kpi: (kpi, context) => {
    if (kpi.state !== "active") return;
    check(kpi, "title", kpi.definition.title, context);
    check(kpi, "why", kpi.definition.why, context);
  },
});

/** The reader reports a placeholder in `target`, which can be no text. */
function check(entity: Entity, field: string, text: unknown, context: RuleContext): void {
  const hit = typeof text === "string" ? placeholderIn(text) : null;
  if (hit === null) return;
  context.report({
    message: entity.kind === "metric" ? "metric" : "words",
    data: { words: hit.text },
    place: placeOf(entity, { path: [field], slice: [hit.start, hit.end] }),
    entity: refOf(entity),
  });
}
