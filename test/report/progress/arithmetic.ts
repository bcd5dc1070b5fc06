/** Calculates with the formulas that an explanation prints, digit for digit. */

import { paceText, share } from "../../../src/report/progress/figures.ts";
import { formatNumber } from "../../../src/workspace/units.ts";

const FORMULA = /(?<=^| = |: )([\d(][\d,.()%\s+−×/^-]* [+−×/^] [\d,.()%\s+−×/^-]*?) = (-?[\d.,]*\d)( %)?/g;

/** Every formula of a text whose printed operands do not give its printed result. */
export function wrongFormulas(text: string): readonly string[] {
  return [...text.matchAll(FORMULA)]
    .filter(([, formula = "", result = ""]) => {
      const value = calculate(formula);
      const shown = [formatNumber(value), paceText(value), share(value), share(value / 100)];
      return !shown.some((one) => one.replace(" %", "") === result);
    })
    .map(([whole]) => whole);
}

/** How many formulas a text holds. */
export function countFormulas(text: string): number {
  return [...text.matchAll(FORMULA)].length;
}

function calculate(formula: string): number {
  const tokens = formula.match(/-?[\d.,]+(?: %)?|[()+−×/^]/g) ?? [];
  const next = (): string => tokens.shift() ?? "";
  const part = (): number => {
    const token = next();
    if (token !== "(") return Number(token.replace(/[, %]/g, "")) / (token.endsWith("%") ? 100 : 1);
    const value = sum();
    next();
    return value;
  };
  const power = (): number => {
    const base = part();
    if (tokens[0] !== "^") return base;
    next();
    return base ** power();
  };
  const product = (): number => {
    let value = power();
    while (tokens[0] === "×" || tokens[0] === "/") value = next() === "×" ? value * power() : value / power();
    return value;
  };
  const sum = (): number => {
    let value = product();
    while (tokens[0] === "+" || tokens[0] === "−") value = next() === "+" ? value + product() : value - product();
    return value;
  };
  return sum();
}
