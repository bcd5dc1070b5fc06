import type { Metric } from "../../workspace/model.ts";
import { defineRule, placeOf, type RuleContext, refOf } from "../define.ts";
import { changed, good } from "../examples.ts";

const STOP_WORDS = new Set([
  "a",
  "an",
  "the",
  "of",
  "in",
  "on",
  "per",
  "by",
  "for",
  "from",
  "to",
  "and",
  "or",
  "with",
  "our",
  "at",
]);

export const rule = defineRule({
  id: "portfolio/near-duplicate-metric",
  summary: "Two metrics have the same words in their titles, or the same query.",
  letter: null,
  level: "info",
  messages: {
    title:
      'This title has the same words as that of {other} ("{title}"); use one metric for both, or say how they differ.',
    query: "This metric has the same query as {other}; use one metric for both.",
  },
  docs: "A metric is defined once and used by as many KPIs as need it. Two definitions of one number drift apart, and then two meetings have two truths.",
  bad: changed(["metrics:\n", "metrics:\n  promoter-score:\n    title: The net promoter score\n"]),
  good,
  workspace: (context) => {
    reportTwins(context, "title", (metric) => tokensOf(metric.definition.title ?? ""));
    reportTwins(context, "query", (metric) => metric.definition.source?.query ?? "");
  },
});

/** Lower-cased words without stop words, each once, in order; empty where the title says too little. */
function tokensOf(title: string): string {
  const words = title.toLowerCase().match(/[\p{L}\p{N}%]+/gu) ?? [];
  return [...new Set(words.filter((word) => !STOP_WORDS.has(word)))].sort().join(" ");
}

function reportTwins(context: RuleContext, message: "title" | "query", keyOf: (metric: Metric) => string): void {
  const first = new Map<string, Metric>();
  for (const metric of context.workspace.metrics.values()) {
    const key = keyOf(metric);
    if (key === "") continue;
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, metric);
      continue;
    }
    context.report({
      message,
      data: { other: other.id, title: other.definition.title ?? "" },
      place: placeOf(metric, message === "title" ? {} : { path: ["source", "query"] }),
      entity: refOf(metric),
      related: [{ place: placeOf(other), message: `${other.id} is defined here` }],
    });
  }
}
