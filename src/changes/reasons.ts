/** What authors say about their changes, and where they are asked to say it. */

import type { EntityRef } from "../findings/finding.ts";
import type { KeyPath } from "../text/source.ts";
import { type Day, formatDay, parseDay } from "../workspace/day.ts";
import type { Kpi, Workspace } from "../workspace/model.ts";
import type { Answer } from "./change.ts";
import { commentFor, placeForComment } from "./config-reason.ts";
import { isSame } from "./same.ts";
import { judgedBy } from "./users.ts";
import type { ReviewedVersion } from "./version.ts";

type Entry = NonNullable<Kpi["definition"]["changes"]>[number];

/** Other names under which people file a change of a field. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ["deadline", "timeframe"],
  ["due", "timeframe"],
  ["end", "timeframe"],
  ["start", "timeframe"],
  ["window", "timeframe"],
  ["objective", "goal"],
  ["guardrail", "guardrails"],
  ["checkpoint", "checkpoints"],
  ["value", "values"],
  ["history", "values"],
  ["data", "values"],
  ["direction", "better"],
]);

export class Reasons {
  readonly #base: ReviewedVersion;
  readonly #head: ReviewedVersion;
  readonly #today: string;
  readonly #notBefore: Day | null;
  readonly #oldIds: ReadonlyMap<string, string>;

  /**
   * Entries dated before `notBefore`, the day on which the change set begins, explain what was changed earlier. A
   * review as on a day before that takes entries of its own day. `oldIds` are the ids of the base by those of the head, where they differ.
   */
  constructor(
    base: ReviewedVersion,
    head: ReviewedVersion,
    asOf: Day,
    notBefore: Day | null,
    oldIds: ReadonlyMap<string, string> = new Map(),
  ) {
    this.#base = base;
    this.#head = head;
    this.#today = formatDay(asOf);
    this.#notBefore = notBefore === null ? null : Math.min(notBefore, asOf);
    this.#oldIds = oldIds;
  }

  /** A new entry in the `changes` of a KPI that names one of the fields; the first one is what is asked for. */
  kpi(before: Kpi | null, after: Kpi, fields: readonly [string, ...string[]]): Answer {
    const written = newEntries(before, after).filter((entry) => names(entry, fields));
    return {
      text: this.#reasonIn(written),
      advice: this.#advice(`the changes of KPI "${after.id}"`, fields[0], written),
    };
  }

  /** An entry on any KPI of the newer version that uses a metric, naming one of the fields or the metric. */
  metric(id: string, fields: readonly [string, ...string[]]): Answer {
    return this.#any(judgedBy(id, this.#head.workspace), [...fields, "metric", id]);
  }

  /** An entry on any KPI of a goal, naming one of the fields. */
  goal(id: string, fields: readonly [string, ...string[]]): Answer {
    return this.#any(this.#head.workspace.links.kpisOfGoal.get(id) ?? [], fields);
  }

  /** What the new top-level `removed` map says of a deleted KPI or goal. */
  removal({ kind, id }: EntityRef): Answer {
    const isNew = (entry: Workspace["removed"][number]): boolean =>
      !this.#base.workspace.removed.some((old) => old.id === entry.id && old.on === entry.on);
    const entry = this.#head.workspace.removed.find((one) => one.id === id && isNew(one) && one.reason.trim() !== "");
    const retire = kind === "kpi" ? "retire it with state: retired instead, or " : "";
    const line = `removed: { ${id}: { on: ${this.#today}, reason: … } }`;
    return { text: entry?.reason ?? null, advice: `say why: ${retire}add ${line} at the top level of a file` };
  }

  /** A new comment on or above a line of the config. */
  config(file: string | null, path: KeyPath): Answer {
    const where = file ?? this.#head.strictness.configFile;
    const after = where === null ? null : this.#head.textOf(where);
    const before = where === null ? null : this.#base.textOf(where);
    const text = after === null ? null : commentFor(after, before ?? "", path);
    if (after === null)
      return { text, advice: `say why: keep ${where ?? "the config"} with \`version: 1\` and a comment` };
    return { text, advice: `say why ${placeForComment(after, path)}` };
  }

  /** The note of rows that were rewritten or are `gone`, or an entry on any KPI that uses their metric. */
  rows(metric: string, note: string | null, gone: boolean): Answer {
    const entry = this.metric(metric, ["values"]);
    const advice = gone
      ? `keep each day that is gone, without a value and with a note that says why; or ${entry.advice}`
      : "say why in the note of the row";
    return { text: note ?? entry.text, advice };
  }

  #any(users: readonly Kpi[], fields: readonly [string, ...string[]]): Answer {
    const written = users.flatMap((kpi) => {
      const before = this.#base.workspace.kpis.get(this.#oldIds.get(kpi.id) ?? kpi.id) ?? null;
      return newEntries(before, kpi).filter((entry) => names(entry, fields));
    });
    const first = users[0];
    const where = first === undefined ? "the changes of a KPI that uses it" : `the changes of KPI "${first.id}"`;
    return { text: this.#reasonIn(written), advice: this.#advice(where, fields[0], written) };
  }

  #reasonIn(entries: readonly Entry[]): string | null {
    const reasons = entries.filter((entry) => !this.#isOld(entry)).map(({ reason }) => reason.trim());
    return reasons.find((reason) => reason !== "") ?? null;
  }

  #isOld({ date }: Entry): boolean {
    const day = parseDay(date);
    return this.#notBefore !== null && day !== null && day < this.#notBefore;
  }

  /** What to write; entries that are there already are too old. */
  #advice(where: string, field: string, written: readonly Entry[]): string {
    const old = written.find((entry) => this.#isOld(entry));
    if (old !== undefined && this.#notBefore !== null) {
      const since = formatDay(this.#notBefore);
      return `the entry of ${old.date} in ${where} is older than this change set (${since}); date it ${this.#today}`;
    }
    return `say why: add { date: ${this.#today}, field: ${field}, reason: … } to ${where}`;
  }
}

/** Entries of the newer version that the older one does not have; an older one with another date is none of them. */
function newEntries(before: Kpi | null, after: Kpi): readonly Entry[] {
  const kept = unmatched(after.definition.changes ?? [], before?.definition.changes ?? [], isSame);
  return unmatched(kept.some, kept.others, (a, b) => a.field === b.field && a.reason.trim() === b.reason.trim()).some;
}

/** What is left of two lists where every item of one may take one like it out of the other. */
function unmatched(
  some: readonly Entry[],
  others: readonly Entry[],
  isLike: (a: Entry, b: Entry) => boolean,
): { readonly some: readonly Entry[]; readonly others: readonly Entry[] } {
  const left = [...others];
  const kept = some.filter((entry) => {
    const at = left.findIndex((one) => isLike(one, entry));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return { some: kept, others: left };
}

/** Whether an entry is about one of the fields: `target`, `kpi.target`, `timeframe.end`, `target and timeframe`. */
function names(entry: Entry, fields: readonly string[]): boolean {
  return entry.field
    .split(/[,;/&+]|\band\b/i)
    .map((part) => part.trim())
    .some((part) => {
      const words = part.replace(/^(?:kpi|metric|goal)\./i, "").split(".");
      const first = words[0] ?? "";
      return [part, words.join("."), first, SYNONYMS.get(first.toLowerCase()) ?? first].some((name) =>
        fields.some((field) => field.toLowerCase() === name.toLowerCase()),
      );
    });
}
