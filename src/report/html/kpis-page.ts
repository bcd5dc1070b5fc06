/** The list of all KPIs with search and filters. */

import { STATUSES } from "../../progress/status.ts";
import type { Goal } from "../../workspace/model.ts";
import { statusWord } from "../svg/shapes.ts";
import type { IndexEntry } from "./filter.ts";
import { kpiList, rowHead } from "./kpi-row.ts";
import type { KpiView } from "./kpi-view.ts";
import { h, jsonScript, type Safe } from "./markup.ts";
import type { ReportModel } from "./model.ts";
import { statusMark } from "./pieces.ts";

const SORTS = [
  ["title", "title"],
  ["end", "end date"],
  ["pace", "pace"],
] as const;
const WORST_FIRST = [...STATUSES].reverse();

/** The list, worst first; the script filters, sorts and groups it. */
export function kpisPage(model: ReportModel): Safe {
  const index = model.kpis.map((view) => indexEntry(view, model));
  return h`
    ${filterBar(model)}
    <div class="count js">
      <span id="count" role="status"></span>
      <button type="button" class="link" id="clear" hidden>Clear filters</button>
    </div>
    ${rowHead()}
    <div id="list">${kpiList(model.kpis, model, { reasons: false, goal: true })}</div>
    <p class="quiet nothing" id="nothing" hidden>No KPI matches these filters.</p>
    <div id="index">${jsonScript(index)}</div>`;
}

function filterBar(model: ReportModel): Safe {
  const marks = new Set(model.kpis.map(({ mark }) => mark));
  const shown = [...WORST_FIRST, "draft" as const, "retired" as const].filter((mark) => marks.has(mark));
  const statuses = shown.map(
    (mark) => h`<label class="chip"><input type="checkbox" name="status" value="${mark}">${statusMark(mark)}</label>`,
  );
  const owners = sorted(model.kpis.map(({ kpi }) => kpi.definition.owner ?? ""));
  const tags = sorted(model.kpis.flatMap(({ kpi }) => kpi.definition.tags ?? []));
  const categories = sorted(model.kpis.map(({ given }) => given.metric?.definition.category ?? ""));
  const goals = model.all.sections.flatMap(({ goal, depth }) =>
    goal === null
      ? []
      : [[goal.goal.id, `${"\u00a0\u00a0".repeat(depth)}${goal.goal.definition.title ?? goal.goal.id}`] as const],
  );
  return h`
    <form class="filters js" id="filters" role="search" aria-label="Filter KPIs">
      <div class="line">
        <label class="search">
          <span class="vh">Search titles, ids, owners and tags</span>
          <input type="search" id="q" name="q" placeholder="Search" autocomplete="off">
        </label>
        ${choice("owner", "Owner", own(owners))}
        ${choice("goal", "Goal", goals)}
        ${choice("tag", "Tag", own(tags))}
        ${choice("category", "Category", own(categories))}
        ${choice("group", "Group by", own(["goal", "owner", "status", "category"]), "none")}
        ${choice("sort", "Sort by", SORTS, "urgency")}
      </div>
      <fieldset><legend class="vh">Status</legend>${statuses}</fieldset>
    </form>`;
}

function own(values: readonly string[]): readonly (readonly [string, string])[] {
  return values.map((value) => [value, value]);
}

/** A list to choose from; left out where there is nothing to choose. */
function choice(
  name: string,
  label: string,
  options: readonly (readonly [value: string, words: string])[],
  none = "all",
): Safe | null {
  if (options.length === 0) return null;
  return h`
    <label class="pick">
      <span>${label}</span>
      <select name="${name}" id="f-${name}">
        <option value="">${none}</option>
        ${options.map(([value, words]) => h`<option value="${value}">${words}</option>`)}
      </select>
    </label>`;
}

function sorted(values: readonly string[]): readonly string[] {
  return [...new Set(values)].filter((value) => value !== "").sort();
}

function indexEntry({ kpi, title, mark, given, pace }: KpiView, { workspace }: ReportModel): IndexEntry {
  const { definition } = kpi;
  const goals: string[] = [];
  let goal: Goal | undefined = workspace.goals.get(definition.goal ?? "");
  while (goal !== undefined && !goals.includes(goal.id)) {
    goals.push(goal.id);
    goal = workspace.goals.get(goal.definition.parent ?? "");
  }
  const tags = definition.tags ?? [];
  const goalTitle = workspace.goals.get(definition.goal ?? "")?.definition.title ?? definition.goal ?? "";
  const words = [title, kpi.id, definition.owner, definition.metric, goalTitle, ...tags, statusOf(mark)];
  return {
    status: mark,
    owner: definition.owner ?? "",
    goals,
    goalTitle,
    tags,
    category: given.metric?.definition.category ?? "",
    title,
    end: given.progress.window?.end ?? null,
    pace,
    words: words
      .filter((word) => word !== undefined)
      .join("\n")
      .toLowerCase(),
  };
}

function statusOf(mark: KpiView["mark"]): string {
  return mark === "draft" || mark === "retired" ? mark : statusWord(mark);
}
