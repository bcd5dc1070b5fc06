import { good, withFiles } from "../../rules/examples.ts";
import { changedKey, placeOfKey } from "../changed-key.ts";
import { type DerivedContext, defineVerdict } from "../define.ts";
import { between } from "../examples.ts";
import type { StatedText } from "../version.ts";

const CONFIG_FILE = "kpi.config.yaml";

export const verdict = defineVerdict({
  id: "diff/config-changed",
  summary: "The config says something else, without asking for less.",
  level: "info",
  asksReason: false,
  messages: { changed: "{key} changes: {before} → {after}" },
  docs: "Which files are read, by which lines statuses are judged, which plug-ins are loaded: the config is code, so a change of it is never a check-in, also where it is stricter. What loosens something is said by `diff/threshold-loosened` and `diff/rule-weakened` instead.",
  example: between(good, withFiles(good, { "kpi.config.yaml": "version: 1\nstatus: { at_risk: 0.8 }\n" })),
  derived: (context) => {
    const { base, head, report } = context;
    const [old, now] = [base.strictness.stated, head.strictness.stated];
    for (const key of new Set([...old.keys(), ...now.keys()])) {
      const [before, after] = [old.get(key), now.get(key)];
      if (before?.text === after?.text || isTold(key, context)) continue;
      const { place, side } = placeIn(key, before, after, context);
      report({
        message: "changed",
        data: { key, before: before?.text ?? "none", after: after?.text ?? "none" },
        entity: null,
        field: key,
        before: before?.text ?? null,
        after: after?.text ?? null,
        place,
        ...(side === "base" ? { side } : {}),
      });
    }
  },
});

/** Whether another verdict speaks of the key, or of a part of it. */
function isTold(key: string, { changes }: DerivedContext): boolean {
  return changes.some(({ entity, field }) => entity === null && (field === key || field.startsWith(`${key}.`)));
}

function placeIn(key: string, before: StatedText | undefined, after: StatedText | undefined, context: DerivedContext) {
  const path = key.startsWith("rules.") ? ["rules", key.slice("rules.".length)] : key.split(".");
  const changed = changedKey(context.base, context.head, path);
  if (changed !== null) return { place: changed.place, side: changed.side };
  const file = after?.file ?? before?.file ?? context.head.strictness.configFile ?? CONFIG_FILE;
  return {
    place: placeOfKey(file, path),
    side: (after?.file ?? null) === null ? ("base" as const) : ("head" as const),
  };
}
