/** The good example with a second KPI on its goal, of a type to choose. */
import type { Example } from "./define.ts";
/** Both KPIs of the types given; the second measures how many customers answer. */
export declare function twoKpis(first: string, second: string): Example;
