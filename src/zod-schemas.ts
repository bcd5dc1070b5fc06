/** The zod schemas under one name, for programs that make or read definitions themselves. */

import { configDefinition } from "./config/schema.ts";
import { definitionFile } from "./definition/file.ts";
import { goal } from "./definition/goal.ts";
import { kpi } from "./definition/kpi.ts";
import { metric } from "./definition/metric.ts";

export const zodSchemas = { file: definitionFile, goal, metric, kpi, config: configDefinition } as const;
