/** Rules that are off or less severe than before, for all files or for some. */

import type { HeldLevel, Strictness, StrictnessOverride } from "./version.ts";

const RANK: Readonly<Record<HeldLevel, number>> = { off: 0, info: 1, warning: 2, asking: 3, error: 4 };

/** A rule in both versions; a file is null where the level follows from the preset. */
export interface WeakerRule {
  readonly rule: string;
  readonly before: HeldLevel;
  readonly after: HeldLevel;
  readonly fileBefore: string | null;
  readonly fileAfter: string | null;
}

/** Rules whose level for all files is lower than it was; a rule that one version does not know is not compared. */
export function weakerRules(base: Strictness, head: Strictness): readonly WeakerRule[] {
  const weaker: WeakerRule[] = [];
  for (const [rule, after] of head.levels) {
    const before = base.levels.get(rule);
    if (before === undefined || RANK[after.level] >= RANK[before.level]) continue;
    const [fileBefore, fileAfter] = [before.file, after.file];
    weaker.push({ rule, before: before.level, after: after.level, fileBefore, fileAfter });
  }
  return weaker;
}

/** A rule on words that looks for fewer of them; a file is null where no config states its options. */
export interface FewerWords {
  readonly rule: string;
  readonly words: readonly string[];
  readonly fileBefore: string | null;
  readonly fileAfter: string | null;
}

/** Rules on words that are still on and leave alone what they found before. */
export function rulesWithFewerWords(base: Strictness, head: Strictness): readonly FewerWords[] {
  const found: FewerWords[] = [];
  for (const [rule, after] of head.levels) {
    const before = base.levels.get(rule);
    if (before === undefined || before.level === "off" || after.level === "off") continue;
    const now = new Set(after.words);
    const words = before.words.filter((word) => !now.has(word));
    if (words.length > 0) found.push({ rule, words, fileBefore: before.file, fileAfter: after.file });
  }
  return found;
}

/** A rule that some globs lower; `override` holds it in the newer version, or held it in the older one. */
export interface WeakerOverride {
  readonly rule: string;
  readonly globs: readonly string[];
  readonly before: HeldLevel;
  readonly after: HeldLevel;
  readonly override: StrictnessOverride;
  readonly side: "base" | "head";
}

/**
 * Rules that are lower than before for the files of a glob, whichever override says so. What a rule's level for all
 * files explains is left out.
 */
export function weakerOverrides(base: Strictness, head: Strictness): readonly WeakerOverride[] {
  const [old, now] = [overridden(base), overridden(head)];
  const found = new Map<string, WeakerOverride & { readonly globs: string[] }>();
  for (const key of new Set([...now.keys(), ...old.keys()])) {
    const [before, after] = [old.get(key), now.get(key)];
    const { rule, glob } = after ?? before ?? { rule: "", glob: "" };
    const general = { before: base.levels.get(rule)?.level, after: head.levels.get(rule)?.level };
    if (general.before === undefined || general.after === undefined) continue;
    const was = before?.level ?? general.before;
    const is = after?.level ?? general.after;
    if (RANK[is] >= RANK[was]) continue;
    const isGenerallyLower = RANK[general.after] < RANK[general.before];
    if (isGenerallyLower && RANK[was] <= RANK[general.before] && RANK[is] >= RANK[general.after]) continue;
    const source = after ?? before;
    if (source === undefined) continue;
    const side = after === undefined ? "base" : "head";
    const group = `${side} ${source.override.file} ${source.override.index} ${rule} ${was}`;
    const same = found.get(group);
    if (same !== undefined) same.globs.push(glob);
    else found.set(group, { rule, globs: [glob], before: was, after: is, override: source.override, side });
  }
  return [...found.values()];
}

interface Overridden {
  readonly rule: string;
  readonly glob: string;
  readonly level: HeldLevel;
  readonly override: StrictnessOverride;
}

/** What holds for each rule and glob; later overrides win. */
function overridden({ overrides }: Strictness): ReadonlyMap<string, Overridden> {
  const found = new Map<string, Overridden>();
  for (const override of overrides) {
    for (const [rule, level] of override.levels) {
      for (const glob of override.files) found.set(`${rule} ${glob}`, { rule, glob, level, override });
    }
  }
  return found;
}
