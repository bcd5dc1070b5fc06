import { defineRule, placeOf, refOf } from "../define.ts";
import { changed, good } from "../examples.ts";
import { typesOf } from "../portfolio-types.ts";

const AXES = [
  ["leading", "lagging"],
  ["input", "output"],
] as const;

export const rule = defineRule({
  id: "portfolio/type-conflict",
  summary: "A KPI has two types that exclude each other.",
  letter: null,
  level: "error",
  messages: { conflict: "A KPI is either {one} or {other}; keep one, and from the other axis one of {rest}." },
  docs: "Leading or lagging says whether a KPI predicts or confirms; input or output, whether it counts resources or results. One of each axis may be given.",
  bad: changed(["    type: lagging\n", "    type: [leading, lagging]\n"]),
  good,
  kpi: (kpi, context) => {
    const types = typesOf(kpi);
    for (const [i, [one, other]] of AXES.entries()) {
      if (!types.includes(one) || !types.includes(other)) continue;
      context.report({
        message: "conflict",
        data: { one, other, rest: (AXES[1 - i] ?? []).join(", ") },
        place: placeOf(kpi, { path: ["type"] }),
        entity: refOf(kpi),
      });
    }
  },
});
