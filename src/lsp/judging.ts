/** How the rules judge an opened workspace, again and again. */

import type { Judging } from "../commands/watched.ts";
import { type CheckInput, check } from "../engine/check.ts";
import { Locator } from "../engine/locate.ts";
import { runRules } from "../engine/run.ts";
import type { Workspace } from "../workspace/model.ts";
import type { OpenedRoot } from "./opening.ts";

/** The parts of a check that stay; `seen` is told of every model that is judged. */
export function judgingOf(
  opened: OpenedRoot,
  day: () => Pick<CheckInput, "asOf" | "asOfGiven">,
  seen: (workspace: Workspace) => void,
): Judging {
  const { config, rules, textOf, matches, known } = opened;
  const locator = new Locator(textOf, rules);
  const wide = new Set(rules.filter((rule) => rule.workspace !== undefined).map(({ id }) => id));
  const base = (): Omit<CheckInput, "workspace"> => {
    const { asOf, asOfGiven } = day();
    return { config, rules, textOf, matches, known, locator, asOf, asOfGiven };
  };
  return {
    judge: (workspace, part) => runRules({ ...base(), workspace, part }),
    isWide: (rule) => wide.has(rule),
    forget: (file) => locator.forget(file),
    report: (workspace, graded) => {
      seen(workspace);
      return check({ ...base(), workspace, graded });
    },
  };
}
