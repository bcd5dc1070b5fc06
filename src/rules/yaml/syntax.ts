import { defineRule } from "../define.ts";
import { changed, good } from "../examples.ts";

export const rule = defineRule({
  id: "yaml/syntax",
  summary: "The file is not well-formed YAML, or uses what the format leaves out.",
  letter: null,
  level: "error",
  fixable: "suggestion",
  messages: {
    syntax: "The text is not YAML from here on.",
    "duplicate-key": "A key stands twice in one map; the first one counts.",
    "unknown-tag": "Only the core tags of YAML are read.",
    "alias-limit": "Aliases that copy each other would grow without end.",
    encoding: "The file is not UTF-8.",
    "too-large": "The file is over 10 MB.",
  },
  docs: "Files are read as YAML 1.2 with the core schema: dates and `yes`, `no`, `on` stay text. Anchors, aliases and merge keys (`<<`) work. A key may stand once in a map, tags other than the core ones are not read, and a file may have at most 10 MB. A file with a mistake stops nothing else: all others are still checked.",
  bad: changed(["    target: 75\n", "    target: 75\n    target: 72\n"]),
  good,
});
