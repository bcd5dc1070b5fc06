import type { Example } from "../../rules/define.ts";
import { good, withFiles } from "../../rules/examples.ts";
import { formatExact } from "../../workspace/units.ts";
import { placeOfKey } from "../changed-key.ts";
import { defineVerdict } from "../define.ts";
import { between } from "../examples.ts";

/** Which way a setting is looser: down for lines that a pace has to reach, up for patience and limits. */
const LOOSER: ReadonlyMap<string, "lower" | "higher"> = new Map([
  ["status.on_track", "lower"],
  ["status.at_risk", "lower"],
  ["status.warm_up", "higher"],
  ["limits.kpis_per_goal", "higher"],
  ["limits.kpis_per_person", "higher"],
  ["limits.kpis_per_team", "higher"],
]);

const withLine = (onTrack: number): Example =>
  withFiles(good, { "kpi.config.yaml": `version: 1\nstatus: { on_track: ${onTrack} }\n` });

export const verdict = defineVerdict({
  id: "diff/threshold-loosened",
  summary: "A line of the status or a limit of the portfolio is loosened.",
  level: "warning",
  asksReason: true,
  eases: true,
  messages: {
    lowered: "{key} is lowered: {before} → {after}",
    raised: "{key} is raised: {before} → {after}",
  },
  docs: "A lower line makes every KPI look better at once, without one of them being touched; a higher limit lets a portfolio grow until nothing in it is a priority. Say why in a comment on the line of the config, or above it.",
  example: between(withLine(0.95), withLine(0.8)),
  workspace: ({ base, head, reasons, report }) => {
    const active = [...head.workspace.kpis.values()].filter(({ state }) => state === "active");
    for (const [key, looser] of LOOSER) {
      const before = base.strictness.settings.get(key);
      const after = head.strictness.settings.get(key);
      if (before === undefined || after === undefined || before.value === after.value) continue;
      const way = after.value < before.value ? "lower" : "higher";
      const file = after.file ?? before.file;
      if (way !== looser || file === null) continue;
      const path = key.split(".");
      const isOfStatus = path[0] === "status";
      report({
        message: way === "lower" ? "lowered" : "raised",
        data: { key, before: formatExact(before.value), after: formatExact(after.value) },
        entity: null,
        field: key,
        before: formatExact(before.value),
        after: formatExact(after.value),
        resolvedBefore: before.value,
        resolvedAfter: after.value,
        place: placeOfKey(file, path),
        ...(after.file === null ? { side: "base" } : {}),
        answer: reasons.config(file, path),
        kpis: isOfStatus ? active.map(({ id }) => id) : [],
        eases: isOfStatus,
      });
    }
  },
});
