/** What `kpi add` asks for: the parts of goals, metrics and KPIs in the order of SMART. Data only. */

import type { EntityKind } from "../../findings/finding.ts";

/** How an answer is read. */
export type AnswerForm =
  /** As it is, on one line. */
  | "text"
  /** As YAML reads it: 75, +25%, { min: 60 }, 2026-Q3. */
  | "yaml"
  /** One of the words that the format lists. */
  | "word"
  /** One or more of these words, with commas. */
  | "words"
  | "owner"
  /** The id of something that is defined. */
  | "goal"
  | "metric";

/** One part of a goal, metric or KPI. */
export interface Field {
  /** The name of its flag as commander gives it; the flag is the same in kebab case. */
  readonly name: FieldName;
  /** What stands for the value in the help. */
  readonly value: string;
  /** The help of the flag, and the question. */
  readonly help: string;
  readonly question: string;
  /** The keys that lead to it inside the definition. */
  readonly path: readonly string[];
  readonly form: AnswerForm;
  /** What an answer looks like. */
  readonly example: string;
  readonly needed: boolean;
  /** Optional parts that are not asked for have a flag all the same. */
  readonly asked: boolean;
}

export type FieldName =
  | "title"
  | "goal"
  | "metric"
  | "owner"
  | "timeframe"
  | "target"
  | "baseline"
  | "why"
  | "ifOffTrack"
  | "review"
  | "type"
  | "parent"
  | "resources"
  | "definition"
  | "unit"
  | "better"
  | "aggregation"
  | "category"
  | "cadence"
  | "sourceSystem"
  | "sourceHow"
  | "sourceLink";

type Spec = Pick<Field, "name" | "value" | "help" | "question" | "form" | "example"> & Partial<Field>;

function needed(spec: Spec): Field {
  return field(spec, true, true);
}

function optional(spec: Spec): Field {
  return field(spec, false, true);
}

function flagOnly(spec: Omit<Spec, "question">): Field {
  return field({ question: "", ...spec }, false, false);
}

function field(spec: Spec, isNeeded: boolean, asked: boolean): Field {
  const { name, value, help, question, form, example } = spec;
  return { name, value, help, question, path: spec.path ?? [name], form, example, needed: isNeeded, asked };
}

const KPI: readonly Field[] = [
  needed({
    name: "title",
    value: "text",
    help: "what will be reached, by when",
    question: "Specific: what will be reached, by when?",
    form: "text",
    example: "Net Promoter Score of 75 by 31 December 2026",
  }),
  needed({
    name: "metric",
    value: "id",
    help: "the metric that is measured",
    question: "Specific: which metric shows it?",
    form: "metric",
    example: "nps",
  }),
  needed({
    name: "target",
    value: "target",
    help: "what must be reached or kept: 75, +25%, { by: 10 }, { min: 99.9 }, { max: 3 }, true",
    question: "Measurable: what is the target?",
    form: "yaml",
    example: "75",
  }),
  optional({
    name: "baseline",
    value: "baseline",
    help: "where it starts from: 62, or { value: 62, date: 2025-12-31 }",
    question: "Measurable: where does it start from?",
    form: "yaml",
    example: "62",
  }),
  needed({
    name: "goal",
    value: "id",
    help: "the goal it serves",
    question: "Relevant: which goal does it serve?",
    form: "goal",
    example: "happy-customers",
  }),
  optional({
    name: "why",
    value: "text",
    help: "how reaching the target serves the goal",
    question: "Relevant: how does reaching it serve the goal?",
    form: "text",
    example: "Promoters renew and recommend us",
  }),
  optional({
    name: "ifOffTrack",
    value: "text",
    help: "what will be done when it falls behind",
    question: "Relevant: what will be done when it falls behind?",
    path: ["if_off_track"],
    form: "text",
    example: "Call every detractor within a week",
  }),
  needed({
    name: "timeframe",
    value: "timeframe",
    help: "when it must be reached or hold: 2026, 2026-Q3, FY2026, { start: 2026-07-01, end: 2026-10-31 }",
    question: "Time-bound: in which timeframe?",
    form: "yaml",
    example: "2026",
  }),
  optional({
    name: "review",
    value: "cadence",
    help: "how often people look at it and decide: weekly, monthly, quarterly …",
    question: "Time-bound: how often is it reviewed?",
    path: ["review", "every"],
    form: "word",
    example: "quarterly",
  }),
  needed({
    name: "owner",
    value: "owner",
    help: 'who answers for it: "@ana", "@acme/growth", team:growth or an e-mail address',
    question: "Who answers for the KPI?",
    form: "owner",
    example: "@cx-lead",
  }),
  flagOnly({
    name: "type",
    value: "type",
    help: "leading or lagging, input or output, or one of each with a comma",
    form: "words",
    example: "lagging",
  }),
];

const METRIC: readonly Field[] = [
  needed({
    name: "title",
    value: "text",
    help: "what is measured",
    question: "Specific: what is measured?",
    form: "text",
    example: "Net Promoter Score",
  }),
  optional({
    name: "definition",
    value: "text",
    help: "what is counted and what is not",
    question: "Specific: what is counted, and what is not?",
    form: "text",
    example: "Promoters (9-10) less detractors (0-6), in percent of all answers",
  }),
  optional({
    name: "unit",
    value: "unit",
    help: "%, a currency code such as EUR, boolean, or a noun such as visits",
    question: "Measurable: in which unit?",
    form: "text",
    example: "points",
  }),
  optional({
    name: "better",
    value: "direction",
    help: "higher or lower",
    question: "Measurable: which direction is good?",
    form: "word",
    example: "higher",
  }),
  optional({
    name: "aggregation",
    value: "how",
    help: "how the values of a window become one number: last, sum, running, mean, ratio, min, max",
    question: "Measurable: how do the values of a period become one number?",
    form: "word",
    example: "last",
  }),
  optional({
    name: "cadence",
    value: "cadence",
    help: "how often there is a value: daily, weekly, biweekly, monthly, quarterly, yearly",
    question: "Measurable: how often is there a value?",
    form: "word",
    example: "monthly",
  }),
  optional({
    name: "category",
    value: "category",
    help: "financial, customer, operational or employee",
    question: "Relevant: which side of the organisation does it show?",
    form: "word",
    example: "customer",
  }),
  optional({
    name: "sourceSystem",
    value: "name",
    help: "where the values come from",
    question: "Measurable: where do the values come from?",
    path: ["source", "system"],
    form: "text",
    example: "survey tool",
  }),
  optional({
    name: "sourceHow",
    value: "how",
    help: "automatic, manual or planned; manual where only --source-system is given",
    question: "Measurable: how do they get here?",
    path: ["source", "how"],
    form: "word",
    example: "manual",
  }),
  flagOnly({
    name: "sourceLink",
    value: "url",
    help: "the address of the report or dashboard",
    path: ["source", "link"],
    form: "text",
    example: "https://example.com/reports/12",
  }),
];

const GOAL: readonly Field[] = [
  needed({
    name: "title",
    value: "text",
    help: "what is wanted; its KPIs hold the numbers",
    question: "Specific: what is wanted?",
    form: "text",
    example: "Customers stay because they are happy",
  }),
  optional({
    name: "resources",
    value: "text",
    help: "what is available to reach it",
    question: "Achievable: what is available to reach it (people, money, tools)?",
    form: "text",
    example: "2 people in support, 10 000 EUR",
  }),
  optional({
    name: "why",
    value: "text",
    help: "the reason for it",
    question: "Relevant: why is it wanted?",
    form: "text",
    example: "Every tenth customer left last year",
  }),
  optional({
    name: "parent",
    value: "id",
    help: "the goal that it serves",
    question: "Relevant: which goal does it serve?",
    form: "goal",
    example: "company-growth",
  }),
  optional({
    name: "timeframe",
    value: "timeframe",
    help: "when it holds: 2026, 2026-H2, FY2026, { start: 2026-07-01, end: 2026-10-31 }",
    question: "Time-bound: when does it hold?",
    form: "yaml",
    example: "2026",
  }),
  needed({
    name: "owner",
    value: "owner",
    help: 'who answers for it: "@ana", "@acme/growth", team:growth or an e-mail address',
    question: "Who answers for the goal?",
    form: "owner",
    example: "@ceo",
  }),
];

/** The parts of each kind, in the order in which they are asked for. */
export const ADD_FIELDS: Readonly<Record<EntityKind, readonly Field[]>> = { goal: GOAL, metric: METRIC, kpi: KPI };

/** The flag of a part: `--source-system`. */
export function flagOf({ name }: Pick<Field, "name">): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
