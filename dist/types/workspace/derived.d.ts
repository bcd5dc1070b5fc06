/** Rows of derived metrics: they exist on the dates that all parts have. */
import type { Day } from "./day.ts";
import type { Metric } from "./model.ts";
import type { Series } from "./series.ts";
/**
 * Fills in the series of every derived metric, parts first. A metric with an unknown part, or in a circle,
 * keeps none: the link rules speak of it. A ratio is left out where its denominator is 0.
 */
export declare function deriveAll(metrics: Map<string, Metric>): void;
/** The dates on which a derived ratio has no value because its denominator is 0; empty for any other metric. */
export declare function zeroDenominators(metric: Metric, metrics: ReadonlyMap<string, Metric>): readonly Day[];
/** The metric with rows that come from elsewhere than a data file. */
export declare function withSeries({ id, origin, faulty, definition }: Metric, series: Series | null, missing?: Metric["missing"]): Metric;
