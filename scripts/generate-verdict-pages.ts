/** The pages under docs/rules/diff and the table of verdicts. */

import type { Verdict } from "../src/changes/define.ts";
import { edited } from "../src/changes/examples.ts";
import { EXAMPLE_DAY } from "../src/engine/example.ts";
import { reviewExample } from "../src/engine/review-files.ts";
import { reviewReporters } from "../src/report/review/formats.ts";
import { unifiedDiff } from "../src/text/unified-diff.ts";
import type { Output } from "./output.ts";

const WIDTH = 100;

/** A page for every verdict, with the output that its example really gives. */
export async function verdictPages(verdicts: readonly Verdict[]): Promise<readonly Output[]> {
  const pages: Output[] = [];
  for (const verdict of verdicts) pages.push({ path: `docs/rules/${verdict.id}.md`, text: await page(verdict) });
  return pages;
}

/** A target that is eased and a value that is added, as a user sees them. */
export async function diffOutput(): Promise<string> {
  const { before, after } = edited(
    ["target: 75", "target: 72"],
    ["      2026-06-30: 68\n", "      2026-06-30: 68\n      2026-08-10: 69\n"],
  );
  return `\`\`\`text\n$ kpi diff\n\n${await shown({ before, after })}\n\`\`\``;
}

/** Every verdict with its level, `folder` being where the pages are. */
export function verdictTable(verdicts: readonly Verdict[], folder: string): string {
  const rows = verdicts.map((verdict) => {
    const asks = verdict.asksReason ? "yes" : "";
    return `| [${verdict.id}](${folder}${verdict.id}.md) | ${verdict.level} | ${asks} | ${verdict.summary} |`;
  });
  return ["| verdict | level | asks for a reason | says |", "|---|---|---|---|", ...rows].join("\n");
}

async function page(verdict: Verdict): Promise<string> {
  const { id, summary, level, asksReason, docs, example } = verdict;
  const words = asksReason ? `level: ${level}, without a reason: error` : `level: ${level}`;
  const parts = [
    `# ${id}`,
    summary,
    words,
    docs,
    "## An example",
    `\`\`\`diff\n${changesOf(example)}\n\`\`\``,
    `\`kpi diff\`${example.asOf === undefined || example.asOf === EXAMPLE_DAY ? "" : ` on ${example.asOf}`} says:`,
    `\`\`\`text\n${await shown(example)}\n\`\`\``,
    "## Set its level",
    `\`\`\`yaml\n# kpi.config.yaml\nversion: 1\nrules:\n  ${id}: off   # off, info, warn or error\n\`\`\``,
    "A level that is set here replaces both. It counts from the next change set on: what a change set may do is said by the version that it is compared with.",
  ];
  return `${parts.join("\n\n")}\n`;
}

async function shown(example: Verdict["example"]): Promise<string> {
  const context = { colour: false, width: WIDTH, ascii: false, quiet: false };
  return reviewReporters.pretty(await reviewExample(example), context).trimEnd();
}

function changesOf({ before, after }: Verdict["example"]): string {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const files = paths.map((path) => ({ path, before: before[path] ?? "", after: after[path] ?? "" }));
  return unifiedDiff(files.filter((file) => file.before !== file.after)).trimEnd();
}
