/** The formats of `kpi diff`. */

import type { ReviewFormat, ReviewReporter } from "./context.ts";
import { json } from "./json.ts";
import { reviewMarkdown } from "./markdown.ts";
import { pretty } from "./pretty.ts";

export type { ReviewContext, ReviewFormat, ReviewReporter } from "./context.ts";

/** Every format of `kpi diff` by name. */
export const reviewReporters: Readonly<Record<ReviewFormat, ReviewReporter>> = {
  pretty,
  json,
  markdown: reviewMarkdown,
};
