/** `kpi diff`: what changes in meaning between two versions. */

import { type ReviewResult, review } from "../engine/review.ts";
import { wantsColour } from "../host/terminal.ts";
import { type ReviewFormat, reviewReporters } from "../report/review/formats.ts";
import type { ReviewView } from "../report/review/view.ts";
import { terminal } from "../report/untrusted.ts";
import { visible } from "../text/display.ts";
import { matcherFor } from "./definition-files.ts";
import { EXIT, UsageError } from "./errors.ts";
import type { CommonOptions, Host } from "./host.ts";
import { asOfFrom, noFilesIn } from "./open.ts";
import { deliver, outputsFrom } from "./outputs.ts";
import { openSides, type Side, type Sides } from "./sides.ts";
import { reportWrongConfig } from "./wrong-config.ts";

export interface DiffOptions extends CommonOptions {
  readonly failOn?: string;
  /** Compare with BASE itself, not with the commit where the head left it. */
  readonly direct?: boolean;
}

const FAIL_LEVELS = ["eased", "warning", "error", "never"] as const;
type FailLevel = (typeof FAIL_LEVELS)[number];
const FORMATS = Object.keys(reviewReporters) as ReviewFormat[];

/** Compares BASE (where this branch left the default one) with HEAD (the working tree). */
export async function diffCommand(
  base: string | null,
  head: string | null,
  options: DiffOptions,
  host: Host,
): Promise<number> {
  const outputs = outputsFrom(options.format, FORMATS, ["pretty"], host);
  const level = failLevel(options.failOn);
  const { asOf } = asOfFrom(options, host);
  const sides = await openSides({ base, head, direct: options.direct === true }, options, host);
  if ("wrong" in sides) {
    reportWrongConfig(sides, outputs, options, host);
    return EXIT.usage;
  }
  const { config } = sides.base.version;
  if (isEmpty(sides.base) && isEmpty(sides.head)) throw new UsageError(noFilesIn("either version", config));
  const result = review({
    base: sides.base,
    head: sides.head,
    asOf,
    notBefore: sides.notBefore,
    names: { base: sides.base.name, head: sides.head.name },
    config,
    matches: await matcherFor(config.overrides.length > 0),
    unread: sides.unread,
  });
  const shown = withPrefixes(result, sides);
  deliver(
    outputs,
    ({ format, file }) =>
      reviewReporters[format](format === "pretty" ? shown : result, {
        colour: file === null && wantsColour(host.terminal.outIsTerminal, options.color, host.env),
        width: host.terminal.width,
        ascii: file === null && host.env.TERM === "dumb",
        quiet: options.quiet === true,
        titleOf: titlesIn(sides.base, sides.head),
      }),
    host,
  );
  const unreadable = [...sides.head.unreadable, ...sides.base.unreadable];
  for (const sentence of [...unreadable, ...sides.notes]) host.terminal.note(`kpi: ${terminal(sentence)}\n`);
  if (unreadable.length > 0) return EXIT.usage;
  return fails(result, level) ? EXIT.findings : EXIT.clean;
}

function isEmpty({ version, unreadable }: Side): boolean {
  return version.files.length === 0 && unreadable.length === 0;
}

function failLevel(given: string | undefined): FailLevel {
  const level = FAIL_LEVELS.find((name) => name === (given ?? "error"));
  if (level === undefined) {
    throw new UsageError(`--fail-on wants one of ${FAIL_LEVELS.join(", ")}, not "${visible(given ?? "")}".`);
  }
  return level;
}

/** A file that cannot be read hides what changed in it, so it fails like an error. */
function fails({ summary, unread }: ReviewResult, level: FailLevel): boolean {
  if (level === "never") return false;
  if (summary.errors > 0 || unread.length > 0) return true;
  if (level === "warning") return summary.warnings > 0;
  return level === "eased" && summary.eased > 0;
}

/** The review with paths as people see them from the folder where the command was started. */
function withPrefixes(result: ReviewResult, { base, head }: Sides): ReviewView {
  const prefix = { base: base.prefix, head: head.prefix };
  const changes = result.changes.map((change) => ({ ...change, file: prefix[change.side] + change.file }));
  const unread = result.unread.map((file) => prefix[head.textOf(file) === null ? "base" : "head"] + file);
  return { ...result, changes, unread };
}

function titlesIn(base: Side, head: Side) {
  return ({ kind, id }: { readonly kind: "goal" | "metric" | "kpi"; readonly id: string }): string | null => {
    const collection = `${kind}s` as const;
    const entity = head.workspace[collection].get(id) ?? base.workspace[collection].get(id);
    return entity?.definition.title ?? null;
  };
}
