/** Runs `kpi add` in a real folder, and looks at what it wrote. */

import { readFileSync } from "node:fs";
import { expect } from "vitest";
import type { AddOptions } from "../../src/commands/add/finish.ts";
import { addCommand } from "../../src/commands/add.ts";
import { UsageError } from "../../src/commands/errors.ts";
import { canonOf } from "../../src/definition/canonical.ts";
import { kpiSchema } from "../../src/definition/published.ts";
import type { Ask } from "../../src/host/prompts.ts";
import { readYaml, type YamlMap } from "../../src/text/yaml.ts";
import { formatYaml } from "../../src/text/yaml-format.ts";
import type { Folder } from "../support/cli.ts";
import { hostIn } from "../support/host.ts";

interface Run {
  readonly status: number;
  readonly out: string;
  readonly notes: string;
}

/** What is to be added, and its id. */
type What = readonly ["goal" | "metric" | "kpi", string?];

/** The command with these flags on 2026-08-15; with `ask` somebody answers. */
export async function add(home: Folder, [kind, id]: What, options: Partial<AddOptions> = {}, ask?: Ask): Promise<Run> {
  const host = hostIn(home.path, ask === undefined ? {} : { ask });
  try {
    const status = await addCommand(kind, id, { color: true, ...options }, host);
    return { status, out: host.seen.out, notes: host.seen.notes };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { status: 2, out: host.seen.out, notes: `${host.seen.notes}kpi: ${error.message}\n` };
  }
}

/** The text of a file. */
export function read(home: Folder, file = "kpi.yaml"): string {
  return readFileSync(home.join(file), "utf8");
}

/** The value at a path of a definition file. */
export function readAt(text: string, ...keys: readonly string[]): unknown {
  const { documents, problems } = readYaml(text);
  expect(problems).toEqual([]);
  let value: unknown = documents[0]?.value;
  for (const key of keys) value = (value as YamlMap)[key];
  return value;
}

/** Fails unless `kpi fmt` leaves a text alone. */
export function expectCanonical(text: string): void {
  expect(formatYaml(text, canonOf(kpiSchema()))).toEqual({ ok: true, text });
}

/** All that a KPI needs. */
export const KPI_FLAGS = {
  title: "Net Promoter Score of 75 in 2026",
  goal: "happy-customers",
  metric: "nps",
  owner: "@cx-lead",
  timeframe: "2026",
  target: "75",
  baseline: "62",
} as const;

/** A goal with a KPI, and comments all over. */
export const WORKSPACE = `# Our goals.
version: 1

goals:
  happy-customers:   # the board's
    title: Customers stay
    owner: "@ceo"
  # More goals come in autumn.

metrics:
  nps:
    title: Net Promoter Score
    unit: points
    cadence: quarterly
    values:
      2026-03-31: 64
      2026-06-30: 68

kpis:
  nps-2025:
    title: Net Promoter Score of 60 in 2025
    goal: happy-customers
    metric: nps
    owner: "@cx-lead"
    timeframe: 2025
    target: 60
# The end.
`;
