import { quoteText } from "../../workspace/units.ts";
import { defineVerdict } from "../define.ts";
import { edited } from "../examples.ts";
import { placeOfField } from "../field-place.ts";
import { type Redefinition, redefinitions } from "../redefinitions.ts";
import { recodedText } from "../reworded.ts";

export const verdict = defineVerdict({
  id: "diff/metric-redefined",
  summary: "A metric that a KPI uses is measured or computed in another way.",
  level: "warning",
  asksReason: true,
  messages: {
    computed: "The metric is computed in another way: {field} {before} → {after}",
    query: "The query of the metric changes: {words}",
    bounds: "The values that the metric may have change: {before} → {after}",
    data: "The rows come from another place, and some of the base are not there: {before} → {after}",
    stated: { text: "The metric has {what} now, where it had none: {after}", level: "info" },
  },
  docs: "With another aggregation, scale, query or formula the same title means another number, and old and new values cannot be compared. Where the data path changes and the rows of the base are all there, nothing is said. Say why in an entry of the `changes` of any KPI that uses the metric, with the name of the field or `field: metric`. A query or bounds that are stated for the first time ask for nothing.",
  example: edited(["    unit: points\n", "    unit: points\n    aggregation: mean\n"]),
  metric: (pair, { reasons, report }) => {
    const { after, users } = pair;
    if (users.length === 0) return;
    for (const found of redefinitions(pair)) {
      const { path, before } = found;
      const field = path.join(".");
      const message = messageFor(found);
      report({
        message,
        data: { field, ...wordsOf(found) },
        entity: after,
        field,
        before,
        after: found.after,
        resolvedBefore: found.resolvedBefore,
        resolvedAfter: found.resolvedAfter,
        place: placeOfField(after, path),
        kpis: users.map(({ id }) => id),
        ...(message === "stated" ? {} : { answer: reasons.metric(after.id, answeredBy(path)) }),
      });
    }
  },
});

function messageFor({ path: [field], before }: Redefinition): string {
  if (field === "source" || field === "bounds")
    return before === null ? "stated" : field === "source" ? "query" : field;
  return field === "data" ? "data" : "computed";
}

function wordsOf({ path: [field], before, after }: Redefinition): Readonly<Record<string, string>> {
  if (field !== "source") return { what: field, before: before ?? nothing(field), after: after ?? nothing(field) };
  const words = after === null ? `${quoteText(before ?? "")} → none` : recodedText(before ?? "", after);
  return { what: "a query", after: quoteText(after ?? ""), words: words ?? "" };
}

/** What holds where a field is not stated. */
function nothing(field: string): string {
  return field === "bounds" ? "any" : field === "derived" ? "rows of its own" : "none";
}

/** The names under which an entry may speak of a field. */
function answeredBy(path: Redefinition["path"]): readonly [string, ...string[]] {
  const [field] = path;
  if (path.length > 1) return [path.join("."), field, ...path.slice(1)];
  return field === "data" ? ["data", "values"] : [field];
}
