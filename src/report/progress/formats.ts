/** The formats of `kpi progress`. */

import { csv } from "./csv.ts";
import { json } from "./json.ts";
import { markdownProgress } from "./markdown.ts";
import { pretty } from "./pretty.ts";
import type { ProgressFormat, ProgressReporter } from "./report.ts";

/** Every format of `kpi progress` by name. */
export const progressReporters: Readonly<Record<ProgressFormat, ProgressReporter>> = {
  pretty,
  json,
  csv,
  markdown: markdownProgress,
};
