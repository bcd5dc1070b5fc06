/** Answers of git on their way to a command. */

import type { GitResult } from "../host/git-process.ts";
import { UsageError } from "./errors.ts";

/** The value of an answer of git; its failures are sentences for people. */
export function answerOf<Value>(result: GitResult<Value>): Value {
  if (!result.ok) throw new UsageError(result.message);
  return result.value;
}
