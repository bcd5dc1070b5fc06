/** What a run says beside its report, as far as GitHub shows it. */

import type { Severity } from "../findings/finding.ts";
import { type Annotation, annotationLines } from "../report/annotations.ts";
import { shorten, terminal, workflowCommandData } from "../report/untrusted.ts";
import { count, MESSAGE_LENGTH } from "../report/words.ts";
import type { Runner } from "./runner.ts";
import type { Level } from "./told.ts";

/** A notice, warning or error that belongs to no file; a line of the log where GitHub would show no more of them. */
export function tell(runner: Runner, level: Level, text: string): void {
  const short = shorten(text, MESSAGE_LENGTH);
  const isShown = runner.told.take(level);
  runner.print(isShown ? `::${level} title=kpi-as-code::${workflowCommandData(short)}` : terminal(short));
}

/** Several of one kind, no more than `most` of which GitHub is to show; the log has the others. */
export function tellAll(runner: Runner, level: Level, texts: readonly string[], most: number): void {
  const shown = texts.length > most ? most - 1 : texts.length;
  for (const text of texts.slice(0, shown)) tell(runner, level, text);
  if (shown === texts.length) return;
  tell(runner, level, `${count(texts.length - shown, `more ${level}`)} like these; the log lists them.`);
  for (const text of texts.slice(shown)) runner.print(terminal(shorten(text, MESSAGE_LENGTH)));
}

/** Prints annotations, as many as GitHub still shows: this comes last. */
export function annotate(runner: Runner, annotations: readonly Annotation[]): void {
  const room = (severity: Severity): number => runner.told.left(severity);
  const lines = annotationLines(runner.redact(annotations), "the job summary has the rest", room);
  for (const line of lines) runner.print(line);
}
