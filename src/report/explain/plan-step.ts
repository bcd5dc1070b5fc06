/** What the plan expects on the day of the last value (progress.md, step 6). */

import type { Plan } from "../../progress/plan.ts";
import { measured } from "../progress/figures.ts";
import type { Calculated } from "./calculated.ts";
import { bracketed, dayText, inUnit, operandsOf } from "./formula.ts";
import type { Fact } from "./model.ts";

/** Null where there is no plan, or none that has a value. */
export function planStep({ resolved, progress, unit }: Calculated): Fact | null {
  const { plan } = resolved;
  const { planned, current } = progress;
  if (plan === null || planned === null || current === null) return null;
  const text = planText(plan, current.day, planned, unit);
  return { label: "P  plan", value: planned, text: `on ${dayText(current.day)}: ${text}` };
}

interface Point {
  readonly day: number;
  readonly value: number;
  readonly symbol: string;
}

function planText(plan: Plan, day: number, planned: number, unit: Calculated["unit"]): string {
  const value = measured(planned, unit);
  const { path, first, end, origin, target } = plan;
  if (path === "flat") return `T = ${value}, the same on every day (flat path)`;
  if (origin === null) return value;
  if (day <= first) return `O = ${value}, because the plan starts on ${dayText(first)}`;
  if (day >= end) return `T = ${value}, because this is the last day`;
  const start: Point = { day: first, value: origin, symbol: "O" };
  const last: Point = { day: end, value: target, symbol: "T" };
  const points = [start, ...plan.checkpoints.map((point) => ({ ...point, symbol: "" })), last];
  const next = points.findIndex((point) => point.day > day);
  const from = points[next - 1] ?? start;
  const to = points[next] ?? last;
  const [passed, length] = [day - from.day, to.day - from.day];
  if (path === "step")
    return `${value}, the step of ${dayText(from.day)}; the next one is ${dayText(to.day)} (step path)`;
  const route = `the way from ${dayText(from.day)} to ${dayText(to.day)}`;
  if (path === "compound") {
    const [o, t] = operandsOf([origin, target], inUnit(unit), ([o, t]) =>
      measured(o * (t / o) ** (passed / length), unit),
    );
    const growth = `(${t} / ${bracketed(o)})`;
    return `O × (T / O) ^ share of days = ${o} × ${growth} ^ (${passed} / ${length}) = ${value}, a constant rate on ${route}`;
  }
  const [low, high] = operandsOf([from.value, to.value], inUnit(unit), ([low, high]) =>
    measured(low + ((high - low) * passed) / length, unit),
  );
  const symbols = from.symbol === "O" && to.symbol === "T" ? "O + (T − O) × share of days = " : "";
  const line = symbols === "" ? "a straight line between checkpoints" : "a straight line";
  return `${symbols}${low} + (${high} − ${bracketed(low)}) × ${passed} / ${length} = ${value}, ${line} on ${route}`;
}
