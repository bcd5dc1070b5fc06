/** A unified diff as people read it. Programs get it as it is. */

import { visible } from "../text/display.ts";
import { paint, type Style } from "./colour.ts";
import { withoutLogCommand } from "./untrusted.ts";

/** The diff for a terminal or a build log: hidden characters are written out, and no line is a command of the log. */
export function shownDiff(diff: string, colour: boolean): string {
  const paints = paint(colour);
  const styles: Readonly<Record<string, Style>> = { "+": paints.green, "-": paints.red, "@": paints.blue };
  const lines = diff.split("\n").map((line) => {
    const text = withoutLogCommand(visible(line)).replace(/(?<=^.?|\s)::+/g, (colons) => colons.split("").join(" "));
    const style = styles[line.charAt(0)];
    return style === undefined ? text : style(text);
  });
  return lines.join("\n");
}
