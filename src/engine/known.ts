/** Known findings: those that stood when a repository adopted the tool, so that only new ones are shown. */

import type { Finding, Problem, ProposedChange } from "../findings/finding.ts";
import { isUntouchable } from "../rules/untouchable.ts";
import { yamlPositions } from "../text/yaml-positions.ts";
import { KNOWN_FILE, type KnownFile, readKnown, writeKnown } from "./known-file.ts";
import { hidesOthers } from "./suppress.ts";

export interface KnownResult {
  readonly kept: readonly Finding[];
  readonly known: readonly Finding[];
  /** Entries whose finding no longer occurs, as `known/fixed`. */
  readonly problems: readonly Problem[];
}

/** Takes known findings out, at whatever level they are today. `findings` are those of the whole workspace. */
export function applyKnown(findings: readonly Finding[], recorded: KnownFile): KnownResult {
  if (recorded.entries.length === 0) return { kept: findings, known: [], problems: [] };
  const fingerprints = new Set(recorded.entries.map(({ fingerprint }) => fingerprint));
  const kept: Finding[] = [];
  const known: Finding[] = [];
  for (const finding of findings) {
    if (fingerprints.has(finding.fingerprint) && !isUntouchable(finding.ruleId)) known.push(finding);
    else kept.push(finding);
  }
  // What cannot be read may hide findings: then nobody can say that an entry is fixed.
  const isJudged = !kept.some(({ ruleId }) => hidesOthers(ruleId));
  return { kept, known, problems: isJudged ? fixedEntries(known, recorded) : [] };
}

function fixedEntries(known: readonly Finding[], { text, entries }: KnownFile): readonly Problem[] {
  const found = new Set(known.map(({ fingerprint }) => fingerprint));
  const isFixed = entries.map(({ fingerprint }) => !found.has(fingerprint));
  if (!isFixed.includes(true)) return [];
  const places = placesOf(text, entries.length);
  const lastStaying = isFixed.lastIndexOf(false);
  return entries.flatMap((entry, index): Problem | readonly Problem[] => {
    const place = places.entries[index];
    if (isFixed[index] !== true || place === undefined) return [];
    return {
      ruleId: "known/fixed",
      messageId: "fixed",
      message: `This finding of ${entry.rule} no longer occurs; remove the entry (\`kpi check --update-known\` removes all such entries).`,
      place: { file: KNOWN_FILE, start: place.start, end: place.end },
      entity: null,
      fix: removal(places, index, lastStaying),
      discriminator: entry.fingerprint,
    };
  });
}

interface EntryPlaces {
  readonly list: { readonly start: number; readonly end: number };
  readonly entries: readonly { readonly start: number; readonly end: number }[];
}

function placesOf(text: string, count: number): EntryPlaces {
  const positions = yamlPositions(text);
  const entries = Array.from({ length: count }, (_, index) => positions.locate(0, ["known", index], "value"));
  return { list: positions.locate(0, ["known"], "value"), entries };
}

/** An entry with one comma, so that all fixed entries can go at once and what stays is JSON: edits never meet. */
function removal({ list, entries }: EntryPlaces, index: number, lastStaying: number): ProposedChange {
  const { start, end } = entries[index] ?? list;
  const before = entries[index - 1]?.end ?? start;
  const after = entries[index + 1]?.start ?? end;
  const isLast = index === entries.length - 1;
  const edit =
    lastStaying > index
      ? { start, end: after }
      : lastStaying >= 0
        ? { start: before, end }
        : { start: index === 0 ? list.start + 1 : start, end: isLast ? list.end - 1 : after };
  return { title: "Remove the entry", replace: "", at: { file: KNOWN_FILE, start: edit.start, end: edit.end } };
}

export interface KnownUpdate {
  /** What kpi.known.json says from now on. */
  readonly text: string;
  /** What cannot be recorded. */
  readonly kept: readonly Finding[];
  readonly known: readonly Finding[];
  /** Entries that the file did not have before, and those that it has no more. */
  readonly added: number;
  readonly removed: number;
}

/** Records everything that stands, known or not; `findings` are all of the workspace that are not suppressed. */
export function updateKnown(findings: readonly Finding[], recorded: KnownFile): KnownUpdate {
  const standing = findings.filter(({ ruleId }) => ruleId !== "known/fixed");
  const text = writeKnown(standing, recorded.entries);
  const written = readKnown(text);
  const { kept, known } = applyKnown(standing, written);
  const before = new Set(recorded.entries.map(({ fingerprint }) => fingerprint));
  const stayed = written.entries.filter(({ fingerprint }) => before.has(fingerprint)).length;
  return { text, kept, known, added: written.entries.length - stayed, removed: recorded.entries.length - stayed };
}
