/** The levels of `recommended` and `strict`, computed from what each rule says of itself. */

import { type Level, type RuleMeta, strictLevel } from "../rules/define.ts";

export const PRESETS = ["recommended", "strict"] as const;

export type PresetName = (typeof PRESETS)[number];

export function isPreset(name: string): name is PresetName {
  return PRESETS.some((preset) => preset === name);
}

/** The level of a rule, or of one of its messages, under a preset. */
export function presetLevel(
  rule: Pick<RuleMeta, "text" | "steady" | "level" | "messages">,
  preset: PresetName,
  messageId?: string,
): Level {
  const message = messageId === undefined ? undefined : rule.messages[messageId];
  const level = typeof message === "object" ? message.level : rule.level;
  return preset === "strict" ? strictLevel(rule, level) : level;
}
