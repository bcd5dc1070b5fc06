import { describe, expect, it } from "vitest";
import { importDbt } from "../../src/import/dbt.ts";
import { definitionOf, remarksOf, settings } from "./support.ts";

function read(text: string) {
  const result = importDbt([{ name: "metrics.yml", text }], settings());
  if (!result.ok) throw new Error(result.message);
  return result.imported;
}

const LEGACY = `semantic_models:
  - name: orders
    model: ref('fct_orders')
    measures:
      - { name: order_total, agg: sum, expr: amount, description: The sum of all orders. }
      - { name: order_count, agg: count, expr: 1 }
      - { name: buyers, agg: count_distinct, expr: customer_id }
      - { name: largest, agg: max, expr: amount, create_metric: true, label: Largest order }
metrics:
  - { name: revenue, label: Revenue, description: Before tax., type: simple, type_params: { measure: order_total } }
  - name: food_revenue
    type: simple
    type_params: { measure: { name: order_total, filter: "{{ Dimension('order__food') }}" } }
    filter: |
      {{ Dimension('order__status') }} = 'completed'
      and {{ Dimension('order__test') }} = false
  - { name: active_buyers, label: Buyers, type: simple, type_params: { measure: buyers } }
  - { name: food_share, label: Food share, type: ratio, type_params: { numerator: food_revenue, denominator: { name: revenue, filter: paid } } }
  - { name: profit, label: Profit, type: derived, type_params: { expr: revenue - cost, metrics: [revenue, { name: cost }] } }
  - { name: revenue_mtd, label: Revenue this month, type: cumulative, type_params: { measure: order_total, cumulative_type_params: { grain_to_date: month } } }
  - { name: revenue_7d, label: Weekly revenue, type: cumulative, type_params: { measure: order_total, window: 7 days } }
  - { name: conversion, label: Conversion, type: conversion, type_params: { conversion_type_params: { base_measure: visits, conversion_measure: buys } } }
`;

describe("dbt metrics become plain metrics", () => {
  const imported = read(LEGACY);
  const source = (query: string) => ({ system: "dbt", how: "automatic", query });

  it.each<readonly [string, object]>([
    [
      "revenue",
      {
        title: "Revenue",
        definition: "Before tax. The sum of all orders.",
        aggregation: "sum",
        source: source("sum(amount) from fct_orders"),
      },
    ],
    [
      "active-buyers",
      {
        title: "Buyers",
        definition: "count_distinct of customer_id from fct_orders.",
        source: source("count_distinct(customer_id) from fct_orders"),
      },
    ],
    [
      "food-share",
      {
        title: "Food share",
        definition: "food_revenue divided by revenue where paid.",
        aggregation: "ratio",
        source: source("food_revenue / revenue where paid"),
      },
    ],
    ["profit", { title: "Profit", definition: "Computed as revenue - cost.", source: source("revenue - cost") }],
    [
      "revenue-mtd",
      {
        title: "Revenue this month",
        definition: "order_total added up of the month so far.",
        aggregation: "running",
        source: source("cumulative(order_total) of the month so far"),
      },
    ],
    [
      "revenue-7d",
      {
        title: "Weekly revenue",
        definition: "order_total added up of the last 7 days.",
        source: source("cumulative(order_total) of the last 7 days"),
      },
    ],
    ["conversion", { title: "Conversion", definition: "buys as a share of visits.", source: source("buys / visits") }],
    [
      "largest",
      {
        title: "Largest order",
        definition: "max of amount from fct_orders.",
        aggregation: "max",
        source: source("max(amount) from fct_orders"),
      },
    ],
  ])("%s", (id, expected) => {
    const { "x-imported": kept, ...definition } = definitionOf(imported, "metric", id);
    expect(definition).toEqual(expected);
    expect(kept).toEqual({ metric: id.replaceAll("-", "_") });
  });

  it("keeps filters as text, templates and all", () => {
    const { definition, source: from } = definitionOf(imported, "metric", "food-revenue");
    expect(definition).toContain(
      "Only where {{ Dimension('order__status') }} = 'completed' and {{ Dimension('order__test') }} = false.",
    );
    expect(from).toMatchObject({ query: expect.stringContaining("where {{ Dimension") });
  });

  it("has no goals and no KPIs", () => {
    expect(new Set(imported.entities.map(({ kind }) => kind))).toEqual(new Set(["metric"]));
  });

  it("tells of measures that no metric is made of", () => {
    expect(remarksOf(imported)).toEqual(
      ["name", "agg", "expr"].map(
        (key) => `metrics.yml | semantic_models.measures.${key} | no part of a metric is known for it`,
      ),
    );
  });
});

describe("the newer form, with metrics in models", () => {
  const imported = read(`models:
  - name: orders
    semantic_model: { enabled: true }
    metrics:
      - { name: orders, type: simple, agg: count, expr: 1 }
      - { name: p95, label: 95th percentile, type: simple, agg: percentile, expr: amount, percentile: 0.95 }
metrics:
  - { name: per_session, label: Orders per session, type: ratio, numerator: orders, denominator: sessions }
  - { name: change, label: Change, type: derived, expr: a - b, input_metrics: [{ name: a }, { name: b }] }
  - { name: to_date, label: To date, type: cumulative, input_metric: orders, grain_to_date: year }
  - { name: signups, label: Signups, type: conversion, base_metric: visits, conversion_metric: joins }
`);

  it("tells of keys that no reader knows, by name only", () => {
    expect(remarksOf(imported)).toEqual([
      "metric p95 in metrics.yml | percentile | no part of a metric is known for it",
      "metrics.yml | models.semantic_model | no part of a metric is known for it",
    ]);
  });

  it.each<readonly [string, object]>([
    ["orders", { title: "orders", aggregation: "sum", source: { query: "count(1) from orders" } }],
    ["p95", { title: "95th percentile", source: { query: "percentile(amount) from orders" } }],
    ["per-session", { aggregation: "ratio", source: { query: "orders / sessions" } }],
    ["change", { source: { query: "a - b" } }],
    ["to-date", { aggregation: "running" }],
    ["signups", { definition: "joins as a share of visits." }],
  ])("%s", (id, expected) => {
    expect(definitionOf(imported, "metric", id)).toMatchObject(expected);
  });
});

describe("an input that is not named", () => {
  it.each<readonly [string, string | undefined]>([
    ["{ type: conversion }", undefined],
    ["{ type: conversion, conversion_metric: joins }", "joins as a share of something that is not named."],
    ["{ type: ratio, type_params: { denominator: visits } }", "Something that is not named divided by visits."],
    ["{ type: derived }", undefined],
    ["{ type: cumulative }", "A total of all time."],
  ])("leaves %s without a formula", (params, definition) => {
    const imported = read(`metrics:\n  - ${params.replace("{", "{ name: signups,")}\n`);
    const metric = definitionOf(imported, "metric", "signups");
    expect(metric.definition).toBe(definition);
    expect(metric.source).toEqual({ system: "dbt", how: "automatic" });
  });
});

describe("what cannot be read", () => {
  it("is told", () => {
    const imported = read(
      "metrics:\n  - { name: ok, label: Fine }\n  - { name: ok, label: Twice }\n  - { label: Nameless }\n  - { name: x, label: y }\n  - 7\n",
    );
    expect(imported.entities).toHaveLength(1);
    expect(remarksOf(imported)).toEqual(
      [
        "metric ok in metrics.yml | name | a metric of this name came before",
        "metric in metrics.yml | name | it has no name",
        "metric x in metrics.yml | label | y | its label has fewer than 3 characters",
        "metrics.yml | metrics | no part of a metric is known for it",
      ].map((line) => line.replace("metric in", "metric  in")),
    );
  });

  it.each([
    ["version: 2\nmodels: [{ name: a }]\n", /no metrics/],
    ["metrics: {", /metrics\.yml:\d+ cannot be read/],
    ["metrics: 5\n", /no metrics/],
  ])("%j", (text, message) => {
    const result = importDbt([{ name: "metrics.yml", text }], settings());
    expect(result.ok ? "" : result.message).toMatch(message);
  });
});
