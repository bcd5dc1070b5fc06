/** `kpi explain diff/…`: the page of a verdict on changes. */

import type { Verdict } from "../../changes/define.ts";
import { verdicts } from "../../changes/verdicts/index.ts";
import { ruleUrl } from "../../definition/urls.ts";
import { reviewExample } from "../../engine/review-files.ts";
import { wantsColour } from "../../host/terminal.ts";
import { paint } from "../../report/colour.ts";
import { prose } from "../../report/prose.ts";
import { reviewReporters } from "../../report/review/formats.ts";
import { wrapped } from "../../report/table.ts";
import { nearestTo } from "../../text/nearest.ts";
import { EXIT, UsageError } from "../errors.ts";
import type { CommonOptions, Host } from "../host.ts";
import { deliver, outputsFrom } from "../outputs.ts";

/** Explains a verdict by its id. */
export async function explainVerdictCommand(id: string, options: CommonOptions, host: Host): Promise<number> {
  const outputs = outputsFrom(options.format, ["pretty"] as const, ["pretty"], host);
  const verdict = verdictNamed(id);
  const shown = await Promise.all(
    outputs.map(({ file }) => {
      const colour = file === null && wantsColour(host.terminal.outIsTerminal, options.color, host.env);
      return page(verdict, colour, host.terminal.width);
    }),
  );
  deliver(outputs, (output) => shown[outputs.indexOf(output)] ?? "", host);
  return EXIT.clean;
}

function verdictNamed(id: string): Verdict {
  const found = verdicts.find((verdict) => verdict.id === id);
  if (found !== undefined) return found;
  const nearest = nearestTo(
    id,
    verdicts.map((verdict) => verdict.id),
  );
  const advice = nearest === null ? "`kpi rules` lists all of them." : `did you mean ${nearest}?`;
  throw new UsageError(`There is no verdict "${id}"; ${advice}`);
}

async function page({ id, summary, level, asksReason, docs, example }: Verdict, colour: boolean, width: number) {
  const paints = paint(colour);
  const room = Math.min(width, 100);
  const shown = reviewReporters.pretty(await reviewExample(example), {
    colour,
    width,
    ascii: false,
    quiet: false,
    titleOf: () => null,
  });
  const parts = [
    `${paints.bold(id)}\n${wrapped(summary, room).join("\n")}`,
    paints.dim(asksReason ? `level: ${level} · without a reason: error` : `level: ${level}`),
    prose(docs, room),
    `${paints.bold("An example")}\n\n${shown.trimEnd()}`,
    paints.dim(ruleUrl(id)),
  ];
  return `${parts.join("\n\n")}\n`;
}
