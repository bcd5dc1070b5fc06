import type { Kpi } from "../../workspace/model.ts";
import { ownerKind } from "../../workspace/owner.ts";
import { defineRule, type Example, placeOf, refOf } from "../define.ts";
import { withFiles } from "../examples.ts";
import { twoKpis } from "../second-kpi.ts";

const LIMIT = "version: 1\nlimits: { kpis_per_person: NUMBER }\n";

/** Both KPIs of one person. */
const two = twoKpis("lagging", "leading");
const both: Example = { files: { "kpi.yaml": (two.files["kpi.yaml"] ?? "").replace("@support-lead", "@cx-lead") } };

export const rule = defineRule({
  id: "portfolio/too-many-kpis-per-owner",
  summary: "A person or a team owns more active KPIs than the limit.",
  letter: null,
  level: "warning",
  messages: { many: "{owner} owns {count} active KPIs, and the limit for a {kind} is {limit}; hand some over." },
  docs: "Nobody answers for ten numbers. The limits are `limits.kpis_per_person` and `limits.kpis_per_team` in the config; the finding stands at the first KPI above the limit, in the order of the files.",
  bad: withFiles(both, { "kpi.config.yaml": LIMIT.replace("NUMBER", "1") }),
  good: withFiles(both, { "kpi.config.yaml": LIMIT.replace("NUMBER", "3") }),
  workspace: (context) => {
    const owned = new Map<string, Kpi[]>();
    for (const kpi of context.workspace.kpis.values()) {
      const { owner } = kpi.definition;
      if (kpi.state !== "active" || owner === undefined) continue;
      const list = owned.get(owner);
      if (list === undefined) owned.set(owner, [kpi]);
      else list.push(kpi);
    }
    const { kpisPerPerson, kpisPerTeam } = context.workspace.settings.limits;
    for (const [owner, kpis] of owned) {
      const isTeam = ownerKind(owner) === "team";
      const limit = isTeam ? kpisPerTeam : kpisPerPerson;
      const first = kpis[limit];
      if (first === undefined) continue;
      context.report({
        message: "many",
        data: { owner, count: kpis.length, kind: isTeam ? "team" : "person", limit },
        place: placeOf(first, { path: ["owner"] }),
        entity: refOf(first),
      });
    }
  },
});
