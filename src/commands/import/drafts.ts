/** What stands between imported drafts and being KPIs, and which step takes most of it away. */

import { nameInPair } from "../../import/csv.ts";
import { TWO_DAYS } from "../../import/dates.ts";
import { type Imported, type Lack, UNDATED } from "../../import/model.ts";
import { TWO_NUMBERS } from "../../import/numbers.ts";
import { terminal } from "../../report/untrusted.ts";
import { count, number } from "../../report/words.ts";
import { mergedIn, type TableChoice } from "./mapping.ts";

interface LackWords {
  /** Behind the number of drafts, for one and for several. */
  readonly says: readonly [one: string, several: string];
  /** The flag that gives the part to all that lack it, with what to write behind it; null for none. */
  readonly flag: readonly [name: string, value: string] | null;
  /** Fields of the table that could give it. */
  readonly fields: readonly ("goal" | "owner" | "target" | "timeframe" | "due")[];
}

const LACKS: Readonly<Record<Lack, LackWords>> = {
  goal: { says: ["has no goal", "have no goal"], flag: ["--goal", "TITLE"], fields: ["goal"] },
  "goal-text": has("a goal whose title is too short", null),
  owner: { says: ["has no owner", "have no owner"], flag: ["--owner", "OWNER"], fields: ["owner"] },
  "owner-text": has("an owner that was not understood", ["--owners", "teams|people"]),
  target: { says: ["has no target", "have no target"], flag: null, fields: ["target"] },
  "target-text": has("a target that was not understood", null),
  time: { says: ["has no timeframe", "have no timeframe"], flag: null, fields: ["due", "timeframe"] },
  "time-text": has("a time that was not understood", null),
  start: { says: ["ends before windows start", "end before windows start"], flag: ["--start", "DAY"], fields: [] },
};

function has(what: string, flag: LackWords["flag"]): LackWords {
  return { says: [`has ${what}`, `have ${what}`], flag, fields: [] };
}

/** One cause with the drafts that it concerns. */
export interface DraftCause {
  readonly lack: Lack;
  readonly drafts: number;
  /** The flag that settles it for all; null for none. */
  readonly flag: string | null;
}

/** Every cause, those of most drafts first. */
export function draftCauses({ drafts }: Imported): readonly DraftCause[] {
  const counts = new Map<Lack, number>();
  for (const { lacks } of drafts) for (const lack of lacks) counts.set(lack, (counts.get(lack) ?? 0) + 1);
  return [...counts]
    .map(([lack, found]): DraftCause => ({ lack, drafts: found, flag: LACKS[lack].flag?.[0] ?? null }))
    .sort((a, b) => b.drafts - a.drafts);
}

/** Flags that were given, such as `--owners`: advice that somebody followed is not repeated. */
export type GivenFlags = ReadonlySet<string>;

/** `200 drafts: 200 have no goal (--goal, or map a column), 12 have a target that was not understood.`; empty for none. */
export function draftLine(imported: Imported, choice: TableChoice | null, given: GivenFlags): string {
  const all = imported.drafts.length;
  const causes = draftCauses(imported).map(({ lack, drafts }) => {
    const [one, several] = LACKS[lack].says;
    const who = all === 1 ? "it" : number(drafts);
    return `${who} ${drafts === 1 ? one : several}${remedy(lack, choice, given)}`;
  });
  return causes.length === 0 ? "" : `${count(all, "draft")}: ${causes.join(", ")}.`;
}

function remedy(lack: Lack, choice: TableChoice | null, given: GivenFlags): string {
  const { fields } = LACKS[lack];
  const flag = openFlag(lack, given);
  const isOpen =
    choice !== null && fields.length > 0 && fields.every((name) => choice.mapping.fields[name] === undefined);
  const column = isOpen ? `map a column${flag === null ? ` to ${fields.join(" or ")}` : ""}` : "";
  const ways = [flag?.[0] ?? "", column].filter((way) => way !== "");
  return ways.length === 0 ? "" : ` (${ways.join(", or ")})`;
}

/** Drafts of which a cause is worth another import: one in four. */
const WORTH = 4;

/** Flags with which more would be understood, most drafts first. */
export function flagsToAdd(imported: Imported, choice: TableChoice | null, given: GivenFlags): readonly string[] {
  const flags = draftCauses(imported)
    .filter(({ drafts }) => drafts * WORTH >= imported.drafts.length)
    .flatMap(({ lack }) => flagFor(lack, choice, given));
  const causes = REMARKS.filter(
    ([end, flag]) => !given.has(flag[0]) && imported.remarks.some(({ message }) => message.endsWith(end)),
  );
  return [...new Set([...flags, ...causes.map(([, flag]) => flag.join(" "))])];
}

/** Ends of remarks that a flag would settle. */
const REMARKS: readonly (readonly [end: string, flag: readonly [name: string, value: string]])[] = [
  [UNDATED, ["--date", "DAY"]],
  [TWO_DAYS, ["--dates", "dmy|mdy"]],
  [TWO_NUMBERS, ["--decimal", "point|comma"]],
];

/** The flag that would give what drafts lack; null where there is none, or it was given in vain. */
function openFlag(lack: Lack, given: GivenFlags): LackWords["flag"] {
  const { flag } = LACKS[lack];
  return flag === null || given.has(flag[0]) ? null : flag;
}

function flagFor(lack: Lack, choice: TableChoice | null, given: GivenFlags): readonly string[] {
  const { fields } = LACKS[lack];
  const flag = openFlag(lack, given);
  const merged = choice === null ? [] : mergedIn(choice);
  const column = merged.find(({ field }) => fields.some((name) => name === field))?.column;
  const header = column === undefined ? undefined : choice?.table.columns[column];
  if (header !== undefined) return [`--map "fill=${terminal(nameInPair(header))}"`];
  return flag === null ? [] : [flag.join(" ")];
}
