/** What reporters of a review are given and what they are. */

import type { EntityRef } from "../../findings/finding.ts";
import type { ReviewView } from "./view.ts";

export interface ReviewContext {
  readonly colour: boolean;
  /** Columns of the terminal; infinite where lines are not to be wrapped. */
  readonly width: number;
  /** Whether the terminal shows nothing but ASCII. */
  readonly ascii: boolean;
  /** Errors only, and nothing at all where there is none; for people, never for data. */
  readonly quiet: boolean;
  /** Whether the terminal knows links. */
  readonly hyperlinks?: boolean;
  /** The title of an entity of either version; null where it has none. KPIs that were judged need none of it. */
  readonly titleOf?: (entity: EntityRef) => string | null;
}

/** Names of the formats of `kpi diff`. */
export type ReviewFormat = "pretty" | "json" | "markdown";

/** Turns a review into text that ends with a line end, or into nothing; never prints. */
export type ReviewReporter = (result: ReviewView, context: ReviewContext) => string;
