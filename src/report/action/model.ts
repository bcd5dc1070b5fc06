/**
 * The report of one run of the Action, as plain JSON: what the comment and the job summary are rendered from, in the
 * run itself and in a second workflow that only has this file. Everything in it is untrusted.
 */

import { z } from "zod";
import { STATUSES } from "../../progress/status.ts";

const text = z.string().max(20_000);
const number = z.number();
const counted = z.int().min(0);
const nullable = { text: text.nullable(), number: number.nullable() };
const status = z.enum(STATUSES);
const severity = z.enum(["error", "warning", "info"]);
const entity = z.object({ kind: z.enum(["goal", "metric", "kpi"]), id: text });
const position = z.object({ line: z.int().min(0), column: z.int().min(0), offset: z.int().min(0) });
const range = z.object({ start: position, end: position });

const judgement = z.object({
  status,
  attainment: nullable.number,
  pace: nullable.number,
  used: nullable.number,
  stale: z.boolean(),
  target: z.object({ kind: z.enum(["reach", "keep", "budget"]) }).nullable(),
});

const change = z.object({
  ruleId: text,
  severity,
  entity: entity.nullable(),
  field: text,
  before: nullable.text,
  after: nullable.text,
  resolvedBefore: nullable.number,
  resolvedAfter: nullable.number,
  unit: nullable.text,
  reason: nullable.text,
  message: text,
  file: text,
  range,
  side: z.enum(["base", "head"]),
  asksReason: z.boolean(),
  eases: z.boolean(),
  tightens: z.boolean(),
  isData: z.boolean(),
  messageId: text,
  kpis: z.array(text),
  url: text,
});

const effect = z.object({
  kpi: text,
  title: nullable.text,
  before: judgement,
  definitionOnly: judgement,
  dataOnly: judgement,
  after: judgement,
  cause: z.enum(["definition", "data", "both", "none"]),
  fromEdit: nullable.number,
  fromData: nullable.number,
});

const diff = z.object({
  base: text,
  head: text,
  asOf: text,
  lane: z.enum(["check-in", "definition"]),
  summary: z.object({
    errors: counted,
    warnings: counted,
    infos: counted,
    eased: counted,
    easedWithoutReason: counted,
    tightened: counted,
    kpisChanged: counted,
  }),
  changes: z.array(change),
  effects: z.array(effect),
  /** KPIs that are no longer active, as they stood in the base. */
  ended: z.array(z.object({ kpi: text, title: nullable.text, status })).default([]),
  unread: z.array(text),
  unreadInBase: z.array(text).default([]),
});

const finding = z.object({
  ruleId: text,
  severity,
  message: text,
  file: text,
  range,
  url: text,
  suggestions: z.array(z.object({ title: text })),
});

const kpi = z.object({
  id: text,
  title: nullable.text,
  unit: nullable.text,
  target: z
    .object({
      kind: z.enum(["reach", "keep", "budget"]),
      value: nullable.number,
      min: nullable.number,
      max: nullable.number,
    })
    .nullable(),
  current: z.object({ value: number, date: text }).nullable(),
  attainment: nullable.number,
  pace: nullable.number,
  status,
  stale: z.boolean(),
  forecast: z.object({ outlook: text }).nullable(),
  /** Dates and values, oldest first; for a chart. */
  values: z.array(z.tuple([text, number])),
  /** The value that each of them is measured by; null where they add up to the target. */
  line: nullable.number,
});

export const actionReport = z.object({
  schemaVersion: z.literal(1),
  kind: z.literal("kpi-as-code/action-report"),
  tool: z.object({ name: text, version: text }),
  asOf: text,
  repository: text,
  /** The commit that was reported, of the pull request where there is one. */
  sha: text,
  run: z.object({ id: counted, attempt: counted, url: text }),
  workspace: text,
  conclusion: z.enum(["success", "failure"]),
  /** Why the conclusion is failure; sentences of ours. */
  failures: z.array(text),
  /** Null where nothing was compared. */
  diff: diff.nullable(),
  /** Why nothing was compared although it should be, or what may be wrong with the comparison; null otherwise. */
  noBase: nullable.text,
  check: z.object({
    summary: z.object({
      files: counted,
      goals: counted,
      metrics: counted,
      kpis: counted,
      errors: counted,
      warnings: counted,
      infos: counted,
      suppressed: counted,
      known: counted,
      fixable: counted,
      new: counted.nullable(),
      fixed: counted.nullable(),
    }),
    /** New ones where something was compared, else all; the most severe first, at most some hundred. */
    findings: z.array(finding),
    /** How many there are of each level, also of those that are left out. */
    counts: z.object({ errors: counted, warnings: counted, infos: counted }),
  }),
  progress: z.object({
    kpis: counted,
    byStatus: z.partialRecord(status, counted),
    stale: counted,
    /** Those that the changes bear on; all that need attention where nothing was compared. */
    shown: z.array(kpi),
  }),
  sections: z.array(z.enum(["changes", "findings", "progress"])),
});

/** Numbers are full doubles; texts are as they stand in the files. */
export type ActionReport = z.infer<typeof actionReport>;
export type ActionKpi = ActionReport["progress"]["shown"][number];
export type ActionDiff = NonNullable<ActionReport["diff"]>;

/** Reads a report that came from elsewhere; a sentence where it is none. */
export function readReport(
  json: string,
): { readonly ok: true; readonly report: ActionReport } | { readonly ok: false; readonly why: string } {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { ok: false, why: "it is not JSON" };
  }
  const parsed = actionReport.safeParse(value);
  if (parsed.success) return { ok: true, report: parsed.data };
  const [issue] = parsed.error.issues;
  return { ok: false, why: `${issue?.path.join(".") || "it"}: ${issue?.message ?? "is not understood"}` };
}
