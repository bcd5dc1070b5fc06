import { defineRule } from "../define.ts";
import { changed, good } from "../examples.ts";

export const rule = defineRule({
  id: "schema/version",
  summary: "The file does not say `version: 1`.",
  letter: null,
  level: "error",
  fixable: "fix",
  messages: { missing: "Write `version: 1` at the top.", unread: "Only version 1 of the format is read." },
  docs: "Every file states the version of the format it is written in, so that it can still be read when a later version exists. Today there is one: `version: 1`.",
  bad: changed(["version: 1\n", "version: 2\n"]),
  good,
});
