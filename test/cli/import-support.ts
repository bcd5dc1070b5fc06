/** `kpi import` in the test's own process, and what `kpi check` then says. */

import { checkCommand } from "../../src/commands/check.ts";
import { UsageError } from "../../src/commands/errors.ts";
import type { ImportOptions } from "../../src/commands/import/options.ts";
import { importCommand } from "../../src/commands/import.ts";
import type { Ask } from "../../src/host/prompts.ts";
import type { Folder, Run } from "../support/cli.ts";
import { hostIn } from "../support/host.ts";

export type ImportFlags = Partial<ImportOptions> & { readonly ask?: Ask };

/** Imports on 2026-08-15; a refusal is status 2 with its sentence on standard error. */
export async function importing(
  home: Folder,
  files: string | readonly string[],
  flags: ImportFlags = {},
): Promise<Run> {
  const { ask, ...options } = flags;
  const host = hostIn(home.path, { ask });
  try {
    const status = await importCommand([files].flat(), { color: false, ...options }, host);
    return { status, out: host.seen.out, err: host.seen.notes };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { status: 2, out: host.seen.out, err: host.seen.notes + error.message };
  }
}

export interface Checked {
  readonly summary: Readonly<Record<string, number>>;
  readonly findings: readonly { readonly ruleId: string; readonly severity: string; readonly message: string }[];
}

/** What `kpi check` says of the folder, on 2026-08-15. */
export async function checked(home: Folder): Promise<Checked> {
  const host = hostIn(home.path);
  await checkCommand([], { color: false, format: ["json"], failOn: "error" }, host);
  return JSON.parse(host.seen.out);
}

/** Findings that say that what was written cannot be read, or leads nowhere. */
export function broken({ findings }: Checked): readonly string[] {
  return findings
    .filter(({ ruleId }) => /^(?:yaml|schema|ref|data|config)\//.test(ruleId))
    .map(({ ruleId, message }) => `${ruleId} ${message}`);
}
