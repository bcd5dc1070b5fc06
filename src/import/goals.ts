/** The goals of imported indicators: those that rows name, those that a file lists, and those that exist already. */

import { IdMaker } from "./ids.ts";
import type { ImportedEntity, ImportSettings, Remark } from "./model.ts";
import { ownerNamed, titleOf } from "./words.ts";

/** A goal that a file lists by itself, such as an objective of OKRs. */
export interface ListedGoal {
  readonly place: string;
  /** What indicators and other goals call it. */
  readonly key: string;
  /** What its id is made from; empty: the title. */
  readonly id: string;
  readonly title: string;
  readonly owner: string;
  /** As definition files write it; null for none. */
  readonly timeframe: unknown;
  readonly why: string;
  /** The key of its parent; empty for none. */
  readonly parent: string;
}

interface GoalDraft {
  readonly id: string;
  readonly title: string;
  readonly listed: ListedGoal | null;
  /** Owners of its KPIs, with how many each has. */
  readonly owners: Map<string, number>;
}

/** All goals of an import. */
export class GoalBook {
  readonly #settings: ImportSettings;
  readonly #remarks: Remark[];
  readonly #ids: IdMaker;
  readonly #drafts = new Map<string, GoalDraft>();
  /** Goals of the workspace: by id, and by title in lower case. */
  readonly #known = new Map<string, string>();

  constructor(settings: ImportSettings, remarks: Remark[]) {
    this.#settings = settings;
    this.#remarks = remarks;
    this.#ids = new IdMaker(settings.taken.goals.keys(), "goal");
    for (const [id, title] of settings.taken.goals) {
      this.#known.set(id, id);
      this.#known.set(keyOf(title), id);
    }
  }

  list(goal: ListedGoal): void {
    const key = keyOf(goal.key);
    if (this.#drafts.has(key)) return;
    this.#drafts.set(key, this.#draft(goal.id === "" ? goal.title : goal.id, goal.title, goal));
  }

  /** Notes that a KPI with this owner serves a goal. */
  use(name: string, owner: string | null): void {
    const key = keyOf(name);
    if (key === "" || this.#known.has(key)) return;
    let draft = this.#drafts.get(key);
    if (draft === undefined) {
      if (titleOf(name) === null) {
        const message = "the title of a goal has at least 3 characters";
        this.#remarks.push({ kind: "left-out", place: "", subject: name, field: "goal", text: null, message });
        return;
      }
      draft = this.#draft(name, name, null);
      this.#drafts.set(key, draft);
    }
    if (owner !== null) draft.owners.set(owner, (draft.owners.get(owner) ?? 0) + 1);
  }

  /** The id of a goal by its name; null where there is none, or nobody answers for it. */
  idOf(name: string): string | null {
    const key = keyOf(name);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const draft = this.#drafts.get(key);
    return draft === undefined || this.#ownerOf(draft) === null ? null : draft.id;
  }

  /** Every goal that somebody answers for. */
  entities(): readonly ImportedEntity[] {
    const entities: ImportedEntity[] = [];
    for (const draft of this.#drafts.values()) {
      const owner = this.#ownerOf(draft);
      if (owner === null) this.#leaveOut(draft);
      else entities.push({ kind: "goal", id: draft.id, definition: this.#definition(draft, owner) });
    }
    return entities;
  }

  #draft(id: string, title: string, listed: ListedGoal | null): GoalDraft {
    return { id: this.#ids.make(id), title: title.replace(/\s+/g, " ").trim(), listed, owners: new Map() };
  }

  #definition({ title, listed }: GoalDraft, owner: string): Readonly<Record<string, unknown>> {
    const parts: Record<string, unknown> = { title: titleOf(title), owner };
    if (listed !== null) {
      const parent = this.idOf(listed.parent);
      if (parent !== null) parts.parent = parent;
      if (listed.why !== "") parts.why = listed.why;
      if (listed.timeframe !== null) parts.timeframe = listed.timeframe;
    }
    if (titleOf(title) !== title) parts["x-imported"] = { title };
    return parts;
  }

  /** Its own, the one of the settings, or the one who has most of its KPIs. */
  #ownerOf({ listed, owners }: GoalDraft): string | null {
    const own = ownerNamed(listed?.owner ?? "", this.#settings.ownersAre) ?? this.#settings.owner;
    if (own !== null) return own;
    const [most] = [...owners].sort((a, b) => b[1] - a[1]);
    return most?.[0] ?? null;
  }

  #leaveOut({ title, listed }: GoalDraft): void {
    this.#remarks.push({
      kind: "left-out",
      place: listed?.place ?? "",
      subject: title,
      field: "owner",
      text: listed === null || listed.owner === "" ? null : listed.owner,
      message: "nobody answers for the goal; say who with --owner",
    });
  }
}

/** Names are one whatever their case and spacing. */
function keyOf(name: string): string {
  return name.replace(/\s+/g, " ").trim().toLowerCase();
}
