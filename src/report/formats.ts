/** The formats of a check's result. */

import type { CheckFormat, CheckReporter } from "./context.ts";
import { github } from "./github.ts";
import { gitlab } from "./gitlab.ts";
import { json } from "./json.ts";
import { junit } from "./junit.ts";
import { markdownReport } from "./markdown.ts";
import { pretty } from "./pretty.ts";
import { sarif } from "./sarif.ts";

export type { CheckFormat, CheckReporter } from "./context.ts";

/** Every format of `kpi check` by name. */
export const checkReporters: Record<CheckFormat, CheckReporter> = {
  pretty,
  json,
  sarif,
  github,
  junit,
  gitlab,
  markdown: markdownReport,
};
