/** The goals of imported indicators: those that rows name, those that a file lists, and those that exist already. */

import { IdMaker } from "./ids.ts";
import { emptyIndicator, type ImportedEntity, type ImportSettings, type Remark, type StatedTime } from "./model.ts";
import { windowOf } from "./windows.ts";
import { NO_OWNER, ownerNamed, titleOf } from "./words.ts";

/** A goal that a file lists by itself, such as an objective of OKRs. */
export interface ListedGoal {
  readonly place: string;
  /** What indicators and other goals call it. */
  readonly key: string;
  /** What its id is made from; empty: the title. */
  readonly id: string;
  readonly title: string;
  readonly owner: string;
  readonly time: StatedTime;
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

const TOO_SHORT = "the title of a goal has at least 3 characters";

/** All goals of an import. */
export class GoalBook {
  readonly #settings: ImportSettings;
  readonly #remarks: Remark[];
  readonly #ids: IdMaker;
  readonly #drafts = new Map<string, GoalDraft>();
  /** Goals of the workspace: by id, and by title in lower case. */
  readonly #known = new Map<string, string>();
  /** Names that are no title. */
  readonly #refused = new Set<string>();

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
    if (this.#drafts.has(key)) {
      this.#leaveOut(goal, null, goal.title, "an earlier goal has this name");
    } else if (titleOf(goal.title) === null) {
      this.#refused.add(key);
      this.#leaveOut(goal, "title", goal.title, TOO_SHORT);
    } else this.#drafts.set(key, this.#draft(goal.id === "" ? goal.title : goal.id, goal.title, goal));
  }

  /** Notes that a KPI with this owner serves a goal; `title` is empty where its name is its title. */
  use(name: string, owner: string | null, title = ""): void {
    const key = keyOf(name);
    if (key === "" || this.#known.has(key) || this.#refused.has(key)) return;
    let draft = this.#drafts.get(key);
    if (draft === undefined) {
      if (titleOf(title || name) === null) {
        this.#refused.add(key);
        this.#tell("left-out", "", name, "goal", null, TOO_SHORT);
        return;
      }
      draft = this.#draft(name, title || name, null);
      this.#drafts.set(key, draft);
    }
    if (title !== "" && lineOf(title) !== draft.title)
      this.#tell("left-out", "", name, "goal-title", title, `an earlier row says "${draft.title}"`);
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
      if (owner === null) this.#leaveOpen(draft);
      else entities.push({ kind: "goal", id: draft.id, definition: this.#definition(draft, owner) });
    }
    return entities;
  }

  #draft(id: string, title: string, listed: ListedGoal | null): GoalDraft {
    return { id: this.#ids.make(id), title: lineOf(title), listed, owners: new Map() };
  }

  #definition({ title, listed }: GoalDraft, owner: string): Readonly<Record<string, unknown>> {
    const parts: Record<string, unknown> = { title: titleOf(title), owner };
    const imported: Record<string, string> = {};
    if (titleOf(title) !== title) imported.title = title;
    if (listed !== null) this.#addListed(listed, parts, imported);
    if (Object.keys(imported).length > 0) parts["x-imported"] = imported;
    return parts;
  }

  /** What a file says of a goal; texts that are not understood are kept. */
  #addListed(listed: ListedGoal, parts: Record<string, unknown>, imported: Record<string, string>): void {
    const { place, title, owner, why, time } = listed;
    const refuse = (field: string, text: string, message: string): void => {
      imported[field] = text;
      this.#tell("not-understood", place, title, field, text, message);
    };
    if (owner !== "" && this.#ownOwner(listed) === null) refuse("owner", owner, NO_OWNER);
    const parent = this.idOf(listed.parent);
    if (parent !== null) parts.parent = parent;
    else if (listed.parent !== "") refuse("parent", listed.parent, "there is no such goal");
    if (why !== "") parts.why = why;
    const window = windowOf(Object.assign(emptyIndicator(place), time), null, this.#settings);
    if (window?.ok === true) parts.timeframe = window.written;
    else if (window !== null) {
      Object.assign(imported, statedIn(time));
      refuse(window.field, window.text, window.reason);
    }
  }

  /** Its own, the one of the settings, or the one who has most of its KPIs. */
  #ownerOf({ listed, owners }: GoalDraft): string | null {
    const own = (listed === null ? null : this.#ownOwner(listed)) ?? this.#settings.owner;
    if (own !== null) return own;
    const [most] = [...owners].sort((a, b) => b[1] - a[1]);
    return most?.[0] ?? null;
  }

  #ownOwner({ owner }: ListedGoal): string | null {
    return ownerNamed(owner, this.#settings.ownersAre);
  }

  #leaveOpen({ title, listed }: GoalDraft): void {
    const message = "nobody answers for the goal; say who with --owner";
    if (listed !== null) this.#leaveOut(listed, "owner", listed.owner, message);
    else this.#tell("left-out", "", title, "owner", null, message);
  }

  /** Tells of a listed goal that is not written, and of all that is said of it. */
  #leaveOut(goal: ListedGoal, field: string | null, text: string, message: string): void {
    const { place, title, id, owner, why, parent, time } = goal;
    this.#tell("left-out", place, title, field, text === "" ? null : text, message);
    for (const [name, more] of Object.entries(statedIn({ id, owner, why, parent, ...time })))
      if (name !== field) this.#tell("left-out", place, title, name, more, "its goal is left out");
  }

  #tell(
    kind: Remark["kind"],
    place: string,
    subject: string,
    field: string | null,
    text: string | null,
    message: string,
  ): void {
    this.#remarks.push({ kind, place, subject, field, text, message });
  }
}

/** The texts that say something. */
function statedIn(texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ""));
}

/** Names are one whatever their case and spacing. */
function keyOf(name: string): string {
  return lineOf(name).toLowerCase();
}

function lineOf(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
