/** The good example with a second KPI on its metric, for the rules on targets that share one. */
import type { Example } from "./define.ts";
/** Both KPIs measure the Net Promoter Score; the second one has this title, timeframe and target. */
export declare function twoKpisOnOneMetric(title: string, timeframe: string, target: string): Example;
