import type { Metric, Workspace } from "../../workspace/model.ts";
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

const BEYOND_ASCII = /[\u0080-\uffff]/;
/** What `signatureOf` makes of stop words. A word that shares one of them is left out of every title alike. */
const STOP_SIGNATURES = new Set(
  [...STOP_WORDS].map((stop) => [...stop].reduce((word, char) => (Math.imul(word, 31) + char.charCodeAt(0)) | 0, 0)),
);

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
    const lookAlikes = sameSignatures(context.workspace.metrics);
    if (lookAlikes.size > 0) {
      reportTwins(context, "title", (metric) =>
        lookAlikes.has(metric) ? tokensOf(metric.definition.title ?? "") : "",
      );
    }
    reportTwins(context, "query", (metric) => metric.definition.source?.query ?? "");
  },
});

/** Lower-cased words without stop words, each once, in order; empty where the title says too little. */
function tokensOf(title: string): string {
  const words = title.toLowerCase().match(/[\p{L}\p{N}%]+/gu) ?? [];
  return [...new Set(words.filter((word) => !STOP_WORDS.has(word)))].sort().join(" ");
}

/** Metrics whose titles may have the same words as another one's: most titles are told apart without taking words. */
function sameSignatures(metrics: Workspace["metrics"]): ReadonlySet<Metric> {
  const first = new Map<number, Metric>();
  const shared = new Set<Metric>();
  for (const metric of metrics.values()) {
    const signature = signatureOf(metric.definition.title ?? "");
    const other = first.get(signature);
    if (other === undefined) first.set(signature, metric);
    else shared.add(other).add(metric);
  }
  return shared;
}

/** The same for titles with the same words, whatever their order and case: the sum of a number for each word. */
function signatureOf(title: string): number {
  const lower = title.toLowerCase();
  const text = BEYOND_ASCII.test(lower) ? lower.replace(/[^\p{L}\p{N}%]/gu, " ") : lower;
  const words: number[] = [];
  let sum = 0;
  for (let at = 0; at < text.length; at++) {
    let word = 0;
    for (; at < text.length && isWordUnit(text.charCodeAt(at)); at++) {
      word = (Math.imul(word, 31) + text.charCodeAt(at)) | 0;
    }
    if (word === 0 || STOP_SIGNATURES.has(word) || words.includes(word)) continue;
    words.push(word);
    sum += word;
  }
  return sum;
}

/** Letters, digits and the percent sign, in lower case; beyond ASCII nothing else is left. */
function isWordUnit(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 48 && c <= 57) || c === 37 || c > 127;
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
