import { defineRule, placeOf, refOf } from "../define.ts";
import { typesOf } from "../portfolio-types.ts";
import { twoKpis } from "../second-kpi.ts";

const leading = (type: string) => {
  const example = twoKpis("lagging", "TYPE");
  const text = example.files["kpi.yaml"] ?? "";
  return {
    files: {
      "kpi.yaml": text
        .replace("    type: lagging\n", "")
        .replace("    type: TYPE\n", `    type: ${type}\n    leads: nps-2026\n`),
    },
  };
};

export const rule = defineRule({
  id: "relevant/lead-not-leading",
  summary: "A lagging KPI says that it leads another one.",
  letter: "R",
  level: "warning",
  messages: { lagging: "This KPI leads {id}, but its type is lagging; write `type: leading`, or remove `leads`." },
  docs: "A leading KPI predicts, a lagging one confirms. `leads` names the KPI that is predicted: when the leading one goes off track, that is an early warning. A lagging KPI cannot give one.",
  bad: leading("[lagging, output]"),
  good: leading("leading"),
  kpi: (kpi, context) => {
    const { leads } = kpi.definition;
    if (leads === undefined || !typesOf(kpi).includes("lagging")) return;
    context.report({
      message: "lagging",
      data: { id: leads },
      place: placeOf(kpi, { path: ["leads"] }),
      entity: refOf(kpi),
    });
  },
});
