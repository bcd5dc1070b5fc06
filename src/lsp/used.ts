/** What a workspace uses already: ids, owners, units, timeframes and the like, as completion offers them. */

import { CompletionItemKind } from "vscode-languageserver";
import { yamlSource } from "../definition/explain/yaml-source.ts";
import type { Reference } from "../definition/json-schema.ts";
import { plain, shorten } from "../report/untrusted.ts";
import { count } from "../report/words.ts";
import type { KeyPath } from "../text/source.ts";
import { type Day, formatDay, pad2, partsOf } from "../workspace/day.ts";
import type { Entity, Workspace } from "../workspace/model.ts";
import { parseTimeframe, rangeLabel } from "../workspace/timeframe.ts";
import { isBoolean } from "../workspace/units.ts";
import { closingCircle } from "./circles.ts";
import { type Offer, offer } from "./offer.ts";

const DETAIL_LENGTH = 80;
/** Values of other places that are offered, the most frequent first. */
const MOST_USED = 50;
const USUAL_UNITS = ["%", "EUR", "USD", "boolean", "points", "days", "hours"];

export class Used {
  readonly #workspace: Workspace;
  readonly #asOf: Day;

  constructor(workspace: Workspace, asOf: Day) {
    this.#workspace = workspace;
    this.#asOf = asOf;
  }

  /** Everything that can be referred to at a place, or the owners by how often they answer for something. */
  ids(kind: Reference, path: KeyPath): readonly Offer[] {
    if (kind === "owner") return this.#owners();
    const { goals, metrics, kpis } = this.#workspace;
    const entities: ReadonlyMap<string, Entity> = kind === "goal" ? goals : kind === "metric" ? metrics : kpis;
    const closing = closingCircle(path, this.#workspace);
    const others = [...entities.values()].filter(({ id }) => !closing.has(id));
    return others.map((entity) =>
      offer({
        label: entity.id,
        kind: CompletionItemKind.Reference,
        source: yamlSource(entity.id),
        text: entity.id,
        detail: shorten(plain(entity.definition.title ?? ""), DETAIL_LENGTH),
        entity: { kind: entity.kind, id: entity.id },
      }),
    );
  }

  #owners(): readonly Offer[] {
    const { goals, kpis } = this.#workspace;
    const owners = [...goals.values(), ...kpis.values()].map(({ definition }) => definition.owner);
    return byFrequency(owners).map(([owner, times]) =>
      offer({
        label: owner,
        kind: CompletionItemKind.Value,
        source: yamlSource(owner),
        text: owner,
        detail: `used ${count(times, "time")}`,
      }),
    );
  }

  units(): readonly Offer[] {
    const used = byFrequency([...this.#workspace.metrics.values()].map(({ definition }) => definition.unit));
    const units = new Map(used.map(([unit, times]) => [unit, `used by ${count(times, "metric")}`]));
    for (const unit of USUAL_UNITS) if (!units.has(unit)) units.set(unit, "");
    return [...units].map(([unit, detail]) => textOffer(unit, CompletionItemKind.Unit, detail));
  }

  /** Tags and stakeholders, and the systems that values come from. */
  texts(field: "tags" | "stakeholders" | "system"): readonly Offer[] {
    const { goals, metrics, kpis } = this.#workspace;
    const texts =
      field === "system"
        ? [...metrics.values()].map(({ definition }) => definition.source?.system)
        : field === "stakeholders"
          ? [...goals.values()].flatMap(({ definition }) => definition.stakeholders ?? [])
          : [...goals.values(), ...metrics.values(), ...kpis.values()].flatMap(
              ({ definition }) => definition.tags ?? [],
            );
    return byFrequency(texts).map(([text, times]) =>
      textOffer(text, CompletionItemKind.Value, `used ${count(times, "time")}`),
    );
  }

  /** The periods around the day, then those that the workspace uses. */
  timeframes(): readonly Offer[] {
    const { goals, kpis, settings } = this.#workspace;
    const stated = [...goals.values(), ...kpis.values()].map(({ timeframe, definition }) =>
      typeof definition.timeframe === "object" ? undefined : timeframe?.label,
    );
    const labels = [...periodsAround(this.#asOf), ...byFrequency(stated).map(([label]) => label)];
    return [...new Set(labels)].flatMap((label) => {
      const parsed = parseTimeframe(label, settings.fiscalYear);
      if (!parsed.ok) return [];
      return offer({
        label,
        kind: CompletionItemKind.Value,
        source: label,
        text: label,
        detail: rangeLabel(parsed.timeframe),
      });
    });
  }

  today(): readonly Offer[] {
    return [textOffer(formatDay(this.#asOf), CompletionItemKind.Value, "today")];
  }

  /** The forms that are no map; `true` comes first where the metric is done or not. */
  targetForms(path: KeyPath): readonly Offer[] {
    const kpi = this.#workspace.kpis.get(String(path[1]));
    const unit = this.#workspace.metrics.get(kpi?.definition.metric ?? "")?.definition.unit;
    const done = isBoolean(unit) ? [form("true", "true", "done, for the unit boolean")] : [];
    return [
      ...done,
      form("number", "75", "reach a number", place("75")),
      form("percent", "+10%", "change from the baseline, in percent", `${place("+10")}%`),
    ];
  }
}

/** A place to fill in, in the notation of editors. */
function place(text: string): string {
  return `\${1:${text}}`;
}

function form(label: string, source: string, detail: string, snippet: string | null = null): Offer {
  return offer({ label, kind: CompletionItemKind.Value, source, snippet, detail });
}

function textOffer(text: string, kind: CompletionItemKind, detail: string): Offer {
  return offer({ label: text, kind, source: yamlSource(text), text, detail });
}

function byFrequency(texts: readonly (string | null | undefined)[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const text of texts) if (text != null && text !== "") counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST_USED);
}

/** The quarter, half-year, year and month of a day, and what comes next. */
function periodsAround(day: Day): readonly string[] {
  const { year, month } = partsOf(day);
  const quarter = Math.ceil(month / 3);
  const half = month <= 6 ? 1 : 2;
  return [
    `${year}-Q${quarter}`,
    quarter === 4 ? `${year + 1}-Q1` : `${year}-Q${quarter + 1}`,
    String(year),
    String(year + 1),
    `${year}-H${half}`,
    half === 2 ? `${year + 1}-H1` : `${year}-H2`,
    `${year}-${pad2(month)}`,
    month === 12 ? `${year + 1}-01` : `${year}-${pad2(month + 1)}`,
    `FY${year}`,
  ];
}
