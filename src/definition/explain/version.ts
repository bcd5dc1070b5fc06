/** The version of the format that a file states. */

import type { ShapeChange, ShapeProblem } from "../shape-problem.ts";

type Problem = Pick<ShapeProblem, "messageId" | "message" | "path" | "at"> & { readonly fix?: ShapeChange };

/** What is wrong with `version`; null where it is 1, or absent and not needed. */
export function versionProblem(root: Readonly<Record<string, unknown>>, needed: boolean): ShapeProblem | null {
  const { version } = root;
  if (version === 1 || (version === undefined && !needed)) return null;
  const suggestions = version === undefined || version === null ? [] : [{ title: "Write 1", replace: "1" }];
  return { ruleId: "schema/version", ...described(version), suggestions, entity: null };
}

function described(version: unknown): Problem {
  if (version === undefined) {
    return {
      messageId: "missing",
      message: "This file does not say which version of the format it is written in: begin it with `version: 1`.",
      path: [],
      at: "key",
      fix: { title: "Insert `version: 1` at the top", replace: "version: 1\n" },
    };
  }
  const path = ["version"];
  if (version === null) {
    return { messageId: "missing", message: "`version` has no value: write `version: 1`.", path, at: "key" };
  }
  if (typeof version === "number" || (typeof version === "string" && !/^v?1(?:\.0)*$/.test(version))) {
    const stated = String(version).slice(0, 40);
    const message = `Version ${stated} of the format is not read here: this tool reads version 1.`;
    return { messageId: "unread", message, path, at: "value" };
  }
  return { messageId: "text", message: "`version` is a number: write 1 without quotes.", path, at: "value" };
}
