import { defineRule } from "../define.ts";
import { changed, good } from "../examples.ts";

export const rule = defineRule({
  id: "measurable/target-unreadable",
  summary: "The target is text that is none of the forms of a target.",
  letter: "M",
  level: "error",
  fixable: "suggestion",
  messages: { unreadable: "Write a number, a change, a range or true." },
  docs: `A target is one of

| written | means |
|---|---|
| \`75\` | reach 75 (\`better\` says from which side) |
| \`+25%\`, \`-50%\` | relative to the baseline, a share of its size |
| \`{ by: 10 }\` | the baseline plus 10 |
| \`{ min: 99.9 }\`, \`{ max: 3 }\`, \`{ min: 60, max: 70 }\` | keep inside, for the whole window |
| \`true\` | done, for unit \`boolean\` |

YAML has traps here: \`+10\` is the number 10, \`1,200\` and \`1_000\` are text, and an unquoted \`>= 99.9\` begins a block of text.`,
  bad: changed(["    target: 75\n", "    target: at least 75\n"]),
  good,
});
