/** KPIs by owner and by category: who has what, and where the trouble sits. */

import { noCounts } from "../../progress/rollup.ts";
import { STATUSES } from "../../progress/status.ts";
import { statusStack } from "../svg/sparkline.ts";
import { leafList } from "./kpi-row.ts";
import { type KpiView, NEEDS_ATTENTION } from "./kpi-view.ts";
import type { Locale } from "./locale.ts";
import { h, raw, type Safe } from "./markup.ts";
import type { ReportModel } from "./model.ts";
import { statusWords } from "./pieces.ts";

/** KPIs by their owner, those with most trouble first. */
export function ownersPage(model: ReportModel): Safe {
  const groups = grouped(model.kpis, ({ kpi }) => kpi.definition.owner ?? "no owner");
  return groupList(groups, (name) => `#kpis?owner=${encodeURIComponent(name)}`, model.text);
}

/** KPIs by the category of their metric. */
export function categoriesPage(model: ReportModel): Safe {
  const groups = grouped(model.kpis, ({ given }) => given.metric?.definition.category ?? "no category");
  return groupList(groups, (name) => `#kpis?category=${encodeURIComponent(name)}`, model.text);
}

type Groups = readonly (readonly [name: string, views: readonly KpiView[]])[];

function grouped(views: readonly KpiView[], nameOf: (view: KpiView) => string): Groups {
  const groups = new Map<string, KpiView[]>();
  for (const view of views) {
    const name = nameOf(view);
    const list = groups.get(name);
    if (list === undefined) groups.set(name, [view]);
    else list.push(view);
  }
  const trouble = (list: readonly KpiView[]): number => list.filter(({ urgency }) => urgency >= NEEDS_ATTENTION).length;
  return [...groups].sort(([a, first], [b, second]) => trouble(second) - trouble(first) || (a < b ? -1 : 1));
}

function groupList(groups: Groups, address: (name: string) => string, text: Locale): Safe {
  if (groups.length === 0) return h`<p class="quiet">No KPI is defined.</p>`;
  return h`<ul class="groups">${groups.map(([name, views]) => group(name, views, address(name), text))}</ul>`;
}

function group(name: string, views: readonly KpiView[], address: string, text: Locale): Safe {
  const counts = noCounts();
  let active = 0;
  for (const { mark } of views) {
    const status = STATUSES.find((one) => one === mark);
    if (status === undefined) continue;
    counts[status]++;
    active++;
  }
  const words = statusWords(counts, text);
  const others = views.length - active;
  const rest = others === 0 ? "" : `, ${text.count(others)} not scored`;
  return h`
    <li class="group">
      <div class="g-head">
        <h3>${name}</h3>
        ${raw(statusStack(counts, words))}
        <span class="sub">${text.many(active, "KPI")}${words !== "" && `: ${words}`}${rest}</span>
        <a class="js" href="${address}" aria-label="KPIs of ${name} as a list">list</a>
      </div>
      ${leafList(views)}
    </li>`;
}
