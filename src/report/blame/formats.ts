/** The formats of `kpi blame`. */

import { json } from "./json.ts";
import { pretty } from "./pretty.ts";
import type { BlameFormat, BlameReporter } from "./report.ts";

/** Every format of `kpi blame` by name. */
export const blameReporters: Readonly<Record<BlameFormat, BlameReporter>> = { pretty, json };
