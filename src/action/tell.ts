/** What a run says beside its report. */

import { shorten, workflowCommandData } from "../report/untrusted.ts";
import { MESSAGE_LENGTH } from "../report/words.ts";
import type { Runner } from "./runner.ts";

/** A notice, warning or error that belongs to no file. */
export function tell(runner: Runner, level: "notice" | "warning" | "error", text: string): void {
  runner.print(`::${level} title=kpi-as-code::${workflowCommandData(shorten(text, MESSAGE_LENGTH))}`);
}
