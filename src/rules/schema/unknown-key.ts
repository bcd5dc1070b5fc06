import { defineRule } from "../define.ts";
import { changed } from "../examples.ts";

export const rule = defineRule({
  id: "schema/unknown-key",
  summary: "A key is not part of the format.",
  letter: null,
  level: "error",
  fixable: "suggestion",
  messages: { unknown: "The format has no such key here; the nearest one is suggested." },
  docs: "A misspelt key would be ignored without a word, so unknown keys are errors. Keys of your own are welcome everywhere when they begin with `x-`.",
  bad: changed(["    if_off_track: ", "    if_off_trck: Call them.\n    if_off_track: "]),
  good: changed(["    if_off_track: ", "    x-sponsor: board\n    if_off_track: "]),
});
