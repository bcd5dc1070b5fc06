/** The levels of `recommended` and `strict`, computed from what each rule says of itself. */
import { type Level, type RuleMeta } from "../rules/define.ts";
export declare const PRESETS: readonly ["recommended", "strict"];
export type PresetName = (typeof PRESETS)[number];
export declare function isPreset(name: string): name is PresetName;
/** The level of a rule, or of one of its messages, under a preset. */
export declare function presetLevel(rule: Pick<RuleMeta, "text" | "steady" | "level" | "messages">, preset: PresetName, messageId?: string): Level;
