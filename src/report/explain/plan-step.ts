/** What the plan expects on the day of the last value (progress.md, step 6). */

import type { Plan } from "../../progress/plan.ts";
import { measured } from "../progress/figures.ts";
import type { Calculated } from "./calculated.ts";
import { dayText, numberOf, operand } from "./formula.ts";
import type { Fact } from "./model.ts";

/** Null where there is no plan, or none that has a value. */
export function planStep({ resolved, progress, unit }: Calculated): Fact | null {
  const { plan } = resolved;
  const { planned, current } = progress;
  if (plan === null || planned === null || current === null) return null;
  const text = planText(plan, current.day, measured(planned, unit), unit);
  return { label: "P  plan", value: planned, text: `on ${dayText(current.day)}: ${text}` };
}

interface Point {
  readonly day: number;
  readonly value: number;
  readonly symbol: string;
}

function planText(plan: Plan, day: number, value: string, unit: Calculated["unit"]): string {
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
  const passed = `${day - from.day} / ${to.day - from.day}`;
  if (path === "step")
    return `${value}, the step of ${dayText(from.day)}; the next one is ${dayText(to.day)} (step path)`;
  const route = `the way from ${dayText(from.day)} to ${dayText(to.day)}`;
  if (path === "compound") {
    const growth = `(${numberOf(target, unit)} / ${operand(origin, unit)})`;
    return `O × (T / O) ^ share of days = ${numberOf(origin, unit)} × ${growth} ^ (${passed}) = ${value}, a constant rate on ${route}`;
  }
  const rise = `(${numberOf(to.value, unit)} − ${operand(from.value, unit)})`;
  const symbols = from.symbol === "O" && to.symbol === "T" ? "O + (T − O) × share of days = " : "";
  const line = symbols === "" ? "a straight line between checkpoints" : "a straight line";
  return `${symbols}${numberOf(from.value, unit)} + ${rise} × ${passed} = ${value}, ${line} on ${route}`;
}
